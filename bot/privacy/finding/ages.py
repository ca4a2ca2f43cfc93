"""Ages that somebody reaches: "I turned 63 in March". They tell a date of birth nearly as well as the date does.

What stays: the ages of rules ("can I retire at 62", "when I turn 65"), and a plain age ("I am 62"), on which advice
depends. Who has just reached an age of a rule ("I turn 65 in October, do I need Part B") asks about the rule: that stays,
too, unless the day is told or anything else that tells who it is. What goes leaves its band behind (:func:`band`), so that
advice can still depend on that.
"""

from __future__ import annotations

import re
from typing import Iterable, Optional, Tuple

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import FIGURES, FIRST_TO_NINETEENTH, WRITTEN
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.number_words import NUMBER_WORDS, SPOKEN, value
from bot.privacy.finding.words import words

_BANDS: Tuple[Tuple[int, str], ...] = (
    (12, "age_child"),
    (18, "age_teen"),
    (22, "age_grown"),
    (50, "age_adult"),
    (62, "age_midlife"),
    (65, "age_early"),
    (70, "age_full"),
)
_LAST_BAND = "age_elder"
_OF_RULES = frozenset({18, 19, 50, 55, 60, 62, 65, 66, 67, 70})
"""Ages at which something begins or ends: half of the country reaches them in the month that is told."""
_OLDEST = 115

_NUMBER = rf"(?:\d{{1,3}}(?![\d%]|[.,:/-]\d)|{SPOKEN})"
_ALMOST = r"(?:(?:just|finally|now|also|already|about|officially|only|ya|apenas|recien|casi|los|las|sus|mis|ses|mes|tout juste|the big|old|to|be|ripe|age|his|her|my|their)\s+){0,3}"
_REACHED = (
    r"turned|turning|turns|turn|turnt|turnd|trned|tuned(?=\s\d\d\b)|hit|hits|hitting|reached|reaching|became|celebrat(?:ed|es?|ing)|made it to|"
    r"cumpli|cumplio|cumple|cumplo|cumplen|cumplieron|cumplira|cumplire|cumplimos|cumpliendo|cumplidos?|cumplir|"
    r"(?:j'ai|jai|j ai|ai|il a|elle a|a|on a|vient d'|viens d') ?(?:eu|avoir)|(?:va|vais) avoir|aura|aurai|(?:vient |viens |va |vais )?(?:de )?feter|fete|fetes|fetera|atteint|prends|prend"
)
_AFTER_REACHING = cue(rf"\b(?P<verb>{_REACHED})\s+{_ALMOST}(?P<age>{_NUMBER})")
_ON_A_DAY = (
    r"\s*,?\s*(?:anos\s|ans\s|years?\s(?:old\s)?)?(?:on (?:the|my|his|her|\w+day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|yesterday|today|tomorrow|"
    r"(?:this|next|last|el|le|en|in) (?:past |coming |proximo )?(?:\w+day|week|month|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mes|semana|\d{1,2}\b|"
    r"jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|ayer|hoy|manana|hier|demain|aujourd'hui|in a (?:week|month|few)|la semaine|le mois)"
)
_ON_THAT_DAY = re.compile(
    r"\s*,?\s*(?:anos\s|ans\s|years?\s(?:old\s)?)?(?:(?:on|el|le|the|this|last|next|el|este|ce)\s(?:the\s|past\s|coming\s|pasado\s|proximo\s)?(?:\d|\w+day\b|first|lunes|martes|miercoles|jueves|"
    r"viernes|sabado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\w*day\b|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|yesterday|tomorrow|ayer|hoy|manana|hier|demain|aujourd'hui|"
    rf"(?:(?:on|el|le|in|this|last)\s)?(?:{WRITTEN}|{FIGURES}))"
)
_BECOMING = re.compile(
    rf"\b(?:will be|'ll be|'d be|would be|would have been|would've been|gonna be|going to be|ll be|(?:i|he|she|they|we|mom|dad|wife|husband) (?:was|were)|tendra|tendre|va a tener|tuvo)\s+{_ALMOST}(?P<age>{_NUMBER}){_ON_A_DAY}"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ORDINAL_VALUES = {word: number for number, word in enumerate(FIRST_TO_NINETEENTH, 1)}
_ORDINAL_VALUES.update({word[:-1] + "ieth": 10 * number for number, word in enumerate(_TENS.split("|"), 2)})
_ORDINALS = "|".join(_ORDINAL_VALUES)
_AS_OF_A_DAY = cue(
    rf"\b(?:i'?m|i am|he'?s|she'?s|he is|she is|is|im|tengo|tiene|j'ai|jai|a|ai)\s+{_ALMOST}(?P<age>{_NUMBER})(?:\s+(?:anos|ans|years old|yrs old|yo))?,?\s+"
    r"(?:today|tonight|tomorrow|as of (?:today|yesterday|now|\w+day|(?:last|this) \w+)|since (?:yesterday|\w+day|last (?:week|month))|desde (?:ayer|hoy|el \w+)|hoy|manana|depuis (?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|aujourd'hui|demain)\b"
)
_WITH_A_BIRTHDAY = cue(
    rf"\b(?:birthday|bday|b-day|birthdy|cumpleanos|cumple|anniversaire|fete)\b[^.?\n]{{0,40}}?\b(?:i'?m|i am|he'?s|she'?s|he is|she is|im|tengo|tiene|j'ai|jai|il a|elle a)\s+{_ALMOST}(?P<age>{_NUMBER})"
)
"""A plain age stays, but not beside a birthday: together they are a date of birth."""
_BIRTHDAY = re.compile(
    rf"\b(?P<age>\d{{1,3}}(?:st|nd|rd|th)?|(?:(?:{_TENS})[\s-])?(?:{_ORDINALS}))\s+(?:birthday|b-?day|bday|birthdy|cumpleanos|anniversaire)\b|\b(?:cumpleanos|anniversaire)\s+(?:numero\s+)?(?P<age2>{_NUMBER})"
)
_BIRTHDAY_WORD = re.compile(r"birth|day|cumple|anniv")
_BORN_AGO = (
    re.compile(
        rf"\bborn\s+(?:about\s+|like\s+|almost\s+|over\s+)?(?P<age>{_NUMBER})\s*(?:years|yrs)\s+(?:and\s+.{{1,20}})?ago"
    ),
    re.compile(rf"\bnaci(?:o|eron)?\s+hace\s+(?:como\s+|casi\s+)?(?P<age>{_NUMBER})\s*anos"),
    re.compile(rf"\bnee?s?\s+il y a\s+(?:environ\s+|presque\s+)?(?P<age>{_NUMBER})\s*ans"),
)
_NO_AGE_BEHIND = re.compile(
    r"\s?(?:%|percent|dollars?|bucks|months?|weeks?|days|hours?|minutes?|miles|times|pages|people|credits?|quarters?|checks?|payments?|forms?|letters?|points?|"
    r"in (?:the )?(?:paper|form)|meses|semanas|dias|horas|dolares|creditos|mois|semaines|jours|heures|dollars|requisitos|requirements?|anos de (?:trabajo|casad)|"
    r"years? (?:of|in|at|on|with|married|here|sober|clean)|ans de\b|anos (?:aqui|en|de)|of (?:them|the)|more|mil\b|k\b|grand)"
)
_THEN_BIRTHDAY = re.compile(
    rf"(?:\s+(?:years old|anos|ans))?(?:\s+(?:on|el|le|the|this|dia))?\s+({WRITTEN}|{FIGURES})(?!\s+(?:and|y|et)\b\s+(?:got|get|lost))"
)
_JOINT_AT_END = re.compile(r"[\s-]+(?:(?:and|y|et)[\s-]*)?\Z")
_WEAK_VERBS = words(
    "hit hits hitting reached reaching became to prends prend atteint celebrated celebrate celebrates celebrating"
)
"""These reach anything, so a small number behind them is no age."""
_GENERAL = re.compile(
    r"\b(?:if|when|once|until|till|til|before|after|unless|whenever|by the time|as soon as|the (?:day|month|year|minute)|where|whether|age|si|cuando|hasta(?: que)?|antes de(?: que)?|"
    r"al|despues de(?: que)?|para|quand|lorsque|jusqu'a ce qu'?|avant de|avant que|apres|des que|have to|need to|must|only|someone|somebody|anyone|anybody|people|person|"
    r"everyone|everybody|one|who|you|u|kids?|children|a child|the child|a kid|uno|una|gente|quien|alguien|tienen que|tiene que|hay que|on|faut|faut-il|quelqu'un|qui|steps?|press)\s+"
    r"(?:(?:i|we|he|she|they|you|u|it|that|que|qu'|ils?|elles?|on|je|j'|one|uno|a|el|ella|va|vais|ya|do|does|will|can|would|to|de|was|were|my|his|her|mi|su|mon|ma|mes|kids?|son|"
    r"daughter|wife|husband|mom|dad|hijo|hija|esposo|esposa|fils|fille|person|child|someone|people|is|are|just|actually|finally|both)\s+){0,4}\Z"
)
_FUTURE = words("turn turns cumple cumpla cumplan cumplir cumplo aura avoir aurai reach hit hits cumplen")


def band(age: int) -> str:
    """Return the name of the band of an age in years; the bands are those that rules of Social Security tell apart."""
    return next((name for below, name in _BANDS if age < below), _LAST_BAND)


def take_ages(draft: Draft) -> None:
    """Take ages that are told with a birth or a birthday."""
    if not (draft.has_digits or draft.words & NUMBER_WORDS.keys()) or not draft.words:
        return
    plain = draft.plain
    for pattern in _BORN_AGO:
        _take(draft, draft.matches(pattern))
    _take(
        draft,
        (
            match
            for match in draft.matches(_AFTER_REACHING)
            if _is_reached(plain, match) and not _asks_of_a_rule(plain, match)
        ),
    )
    _take(draft, (match for match in draft.matches(_BECOMING) if not is_general(plain, match.start(), future=True)))
    for beside in (_AS_OF_A_DAY, _WITH_A_BIRTHDAY):
        _take(draft, draft.matches(beside))
    if not _BIRTHDAY_WORD.search(plain):
        return
    _take(draft, (match for match in draft.matches(_BIRTHDAY) if not is_general(plain, match.start(), future=True)))


def take_reached_ages(draft: Draft) -> None:
    """Take the ages of rules that somebody has reached, too: for messages that tell who it is."""
    _take(draft, (match for match in draft.matches(_AFTER_REACHING) if _is_reached(draft.plain, match)))


def _asks_of_a_rule(plain: str, match: "re.Match[str]") -> bool:
    return years(match["age"]) in _OF_RULES and not _ON_THAT_DAY.match(plain, end_of_age(match))


def _take(draft: Draft, matches: "Iterable[re.Match[str]]") -> None:
    plain = draft.plain
    for match in matches:
        group = "age2" if "age2" in match.re.groupindex and match["age2"] else "age"
        age = years(match[group])
        end = end_of_age(match, group)
        if age is not None and not _NO_AGE_BEHIND.match(plain, end):
            draft.take("age", match.start(group), end, shown=band(age))
            birthday = _THEN_BIRTHDAY.match(plain, end)
            if birthday and re.search(r"\d|first|premier|primero", birthday[1]):
                draft.take("birth_date", *birthday.span(1))


def end_of_age(match: "re.Match[str]", group: str = "age") -> int:
    """Return where the words of an age end, without what would join a further one."""
    return match.start(group) + len(_JOINT_AT_END.sub("", match[group]))


def _is_reached(plain: str, match: "re.Match[str]") -> bool:
    verb = match["verb"].split()[-1]
    age = years(match["age"]) or 0
    behind = plain[match.end("age") : match.end("age") + 6].strip()
    if verb in ("eu", "avoir", "d'avoir") and age < 18 and not behind.startswith("ans"):
        return False
    if verb in _WEAK_VERBS and age < 16:
        return False
    return not is_general(plain, match.start(), future=verb in _FUTURE)


def is_general(plain: str, start: int, future: bool) -> bool:
    """Tell whether it is said of everybody, or of a day that may never come: "when I turn 65"."""
    before = plain[max(0, start - 60) : start]
    found = _GENERAL.search(before)
    if found is None:
        return False
    return future or not re.match(
        r"(?:when|once|after|before|until|till|the|cuando|antes|despues|quand|apres|only|al)\b", found[0]
    )


def years(text: str) -> Optional[int]:
    """Return the age in years, ``None`` where the number is none that anybody reaches."""
    bare = re.sub(r"\D", "", text)
    named = re.findall(r"[a-z]+", text)
    if not bare and named and named[-1] in _ORDINAL_VALUES:
        age: Optional[int] = _ORDINAL_VALUES[named[-1]] + (value(named[:-1]) or 0)
    else:
        age = int(bare) if bare else value(named)
    return age if age is not None and 0 < age <= _OLDEST else None
