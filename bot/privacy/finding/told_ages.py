"""Ages that people say they are: "im 71 yrs old", "my mother is 88", "tengo 68 años", "9 y/o".

Beside a name, an address or a number an age helps to find somebody; advice needs its band alone, which is left. An age alone
("I am 62") says of nobody who they are, and stays. The ages of rules ("at 62", "when I am 65", "is 67 the full age") are nobody's.
"""

from __future__ import annotations

import re
from typing import Optional

from bot.privacy.finding.ages import band, end_of_age, is_general, take_reached_ages, years
from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.number_words import NUMBER_WORDS, SPOKEN
from bot.privacy.finding.relations import RELATIVES

_AGE = rf"(?P<age>\d{{1,3}}(?![\d%]|[.,:/-]\d)|{SPOKEN})"
_HALF = r"(?:\s?(?:1/2|\.5|and (?:a )?half|y medio|y media|et demie?))?"
_OLD = (
    rf"{_HALF}[\s-]{{0,2}}(?:years?|yrs?|yeras?|yaers?|year'?s)[\s-]{{0,2}}(?:old|odl|of age|young)\b|{_HALF}[\s-]?(?:old|odl)\b(?=\s*(?:[,.;!?]|\Z|and\b|with\b|but\b|my\b|i\b|he\b|she\b))|"
    rf"{_HALF}\s?(?:y[/.]?o\b\.?|yro\b|anos? de edad\b)"
)
_SMALL = r"\s?-?(?:months?|mos?|mths?|weeks?|wks?|days?)[\s-](?:old|of age)\b|\s?(?:meses|semanas|dias) de (?:nacid[oa]|edad)\b"
_ALMOST = r"(?:(?:only|just|about|almost|nearly|now|already|still|like|over|past|going on|around|turning|los|las|all of|a|an|the|old|age|aged|not yet|already|also|about to be|ya|casi|como|apenas|solo|nada mas|mas de|deja|presque|seulement|environ|bientot|plus de)\s+){0,3}"

_OLD_ANYWHERE = re.compile(rf"(?<![\w$.,/:-]){_AGE}(?:{_OLD})")
_YOUNG_ANYWHERE = re.compile(rf"(?<![\w$.,/:-]){_AGE}(?:{_SMALL})")
_OLD_WORD = re.compile(r"old\b|odl\b|young|y[/.]?o\b|yro\b|edad|nacid|of age")
_SAID = cue(
    rf"\b(?:i'?m|i am|i m|am|ima?|(?:he|she)(?:'?s|\sis|\swas|\sbe)?|we(?:'re| are| both| are both)|they(?:'re| are)|who(?:'?s|\sis|\swas)|whose|thats|we r|they r|(?<!is )(?<!age )now|getting close to|close to|pushing|going on|anda en|"
    rf"(?:{RELATIVES})s?(?:(?:\s(?!(?:at|by|when|until|get|for|to|from|can|after|before)\b)[a-z\x00\[\]_]+){{0,3}}?(?:'s|\s(?:is|are|was|only|just|almost|now|turning|iz)))?)\s+{_ALMOST}{_AGE}"
)
_HAS = cue(
    rf"\b(?:a (?:mis|sus)|tengo|tiene|tenia|tienen|tenemos|cumplidos?|j'?\s?ai|jai|(?:il|elle|qui|on|{RELATIVES})(?:\s[a-z\x00]+){{0,2}}?\s(?:a|avait)|ayant)\s+{_ALMOST}{_AGE}(?P<years>{_HALF}\s?(?:anos|ans|anitos)\b(?!\s(?:de\s(?:trabaj|cotiz|travail|servic|casad|residen)|aqui|trabajando|casad|viviendo|esperando|pagando|cotiz|ici|dans|sans)))?"
)
_OF = cue(
    rf"\b(?:man|woman|lady|guy|gal|viej[oa]|viejit[oa]|hombre|mujer|senora?|persona|nin[oa]|bebe|muchach[oa]|joven|homme|femme|dame|monsieur|enfant|garcon|fille|fils|bebe|{RELATIVES})\s(?:of|de|agee? de|d')\s*{_AGE}"
)
_AGE_IS = cue(
    rf"\b(?:(?:at|con|a) (?:my|his|her|our|mi|su) (?:age|edad),?|age|aged|ages|edad|agee?)(?:\sis|\sde|\ses|:|=)?\s+{_AGE}"
)
_BESIDE = re.compile(rf"[,(]\s?(?:aged?\s)?{_AGE}(?=\s?[,).])")
_SOMEBODY = re.compile(rf"(?:\b(?:me|i|{RELATIVES})|\x00)\s?(?:[a-z]+)?\Z")
"""An age in passing, behind somebody: "my husband, 59, had a stroke"."""
_YEARS_TOGETHER = re.compile(r"\s?(?:years|yrs)\b(?!\s?(?:old|of age))")
_OF_A_RULE = re.compile(
    r"\b(?:at|by|from|until|till|til|retirement|full|retire|under|over|before|after|to|of|than|turn|turns|reach|reaches|since|minimum|legal|past|normal|early|earliest|between|and|or|for|any|what|which|the|tax|"
    r"a la|la|los|de|desde|hasta|cual|que|l'|quel|au|a)\s*\Z"
)
_OF_ANYBODY = re.compile(
    r"\b(?:can|could|does|do|would|will|should|must|if|is|when|how (?:much|many|do|does|can)|what|for|any|every|each)\s(?:an?|the|people|persons?|someone|anyone|most|some)?\s*(?:\w+\s)?\Z"
)
_NOT_AN_AGE = re.compile(
    r"[\s-]{0,2}(?:%|percent|st\b|nd\b|rd\b|th\b|dollars?|bucks|cents?|grand|k\b|credits?|quarters?|checks?|payments?|forms?|letters?|points?|pages?|people|persons?|kids|children|of\b|months?|weeks?|days?|hours?|hrs?|min|miles?|blocks?|feet|ft|inches|"
    r"lbs?|pounds|times|steps?|stops?|buses|calls?|more|less|short|behind|late|early|out of|away|away from|in line|th(?:ousand)?|hundred|million|years? (?:of|in|at|on|with|married|here|sober|clean|ago|late|behind|into|away|off|from|younger|older|now|since)|"
    r"yrs? (?:of|in|ago|here|married|late|older|younger|since)|year (?:lease|contract|wait|gap|anniversary|degree|marriage)|working credits|pm\b|am\b|o'?clock|a\.m|p\.m|creditos|trimestres|meses|semanas|dias|horas|dolares|hij[oa]s|cartas|cheques|pagos|mil\b|por ?ciento|"
    r"mois|semaines|jours|heures|enfants|lettres|credits|cheques|euros|fois|and older|and over|or older|or over|or younger|y mas|et plus|plus|too (?:late|early|young|old|soon)|the (?:earliest|age|full))"
)
_ENDS_AGE = re.compile(
    r"(?:\s?(?:yrs?|years?)(?=\s*(?:[,.;!?]|\Z)|\s(?:and|but|female|male|woman|man)\b))?\s*(?:\Z|[,.;!?)\n-]|(?:and|an|y|et|but|pero|mais|so|with|w|con|avec|who|que|qui|still|my|i|im|i'm|he|she|no|not|cant|can't|can|cannot|do|does|dont|don't|what|how|when|where|why|is|are|live|lives|living|on|in|at|since|because|cuz|got|have|has|had|"
    r"need|needs|want|work|working|works|retired|disabled|blind|deaf|sick|never|ya|vivo|vive|sin|sola|solo|no|necesito|quiero|como|cuando|cuanto|je|il|elle|mon|ma|on|est|sans|now|today|next|this|soon|will|was|were|trying|tryin|getting|going|gonna|collecting|drawing|about|widow\w*|single|married|divorced|him|her|both|or|veteran|vet)\b)"
)


_OF_ONESELF = re.compile(r"\b(?:soy|i'?m|i am|am|je suis|suis)\s(?:an?|una?|une)\s(?:\w+\s)?\Z")
_OF_CREDITS = re.compile(r"credit|trimestre|quarter|cuant[oa]s|combien|how many")
_HE_OR_SHE = re.compile(r"(?:he|she)(?:'?s|\sis)\s+\d")
_ANOTHER = re.compile(rf"\s(?:and|n|an|y|et|&)\s{_AGE}")
LEAST_ADULT = 16
_LEAST_OF_A_CHILD = 2
"""Smaller numbers behind "I'm" are something else: "im 2 blocks away"."""
_OF_A_CHILD = re.compile(
    r"\b(?:son|daughter|kid|child|boy|girl|baby|grand\w+|twins?|hij\w+|nin[oa]|niet[oa]|fils|fille|enfant|garcon|nephew|niece|sobrin[oa])\b"
)


def take_told_ages(draft: Draft) -> None:
    """Take the ages that people say they are beside something that tells who they are, and leave their band."""
    if draft.tells_who():
        take_reached_ages(draft)
        take_all_told_ages(draft)


def take_all_told_ages(draft: Draft) -> None:
    """Take the ages that people say they are, whether or not anything beside them tells who they are."""
    if not draft.words or not (draft.has_digits or draft.words & NUMBER_WORDS.keys()):
        return
    if _OLD_WORD.search(draft.plain):
        for match in draft.matches(_OLD_ANYWHERE):
            _take(draft, match, _OF_ANYBODY)
        for match in draft.matches(_YOUNG_ANYWHERE):
            _take(draft, match, _OF_ANYBODY, age=1)
    for match in [*draft.matches(_SAID), *draft.matches(_HAS)]:
        if _is_said(draft, match):
            _take(draft, match)
            other = _ANOTHER.match(draft.plain, end_of_age(match))
            if other and (years(other["age"]) or 0) >= LEAST_ADULT and _ENDS_AGE.match(draft.plain, end_of_age(other)):
                _take(draft, other)
    for match in draft.matches(_OF):
        if not _YEARS_TOGETHER.match(draft.plain, end_of_age(match)):
            _take(draft, match, _OF_ANYBODY)
    for match in draft.matches(_AGE_IS):
        _take(draft, match, _OF_A_RULE)
    for match in draft.matches(_BESIDE):
        if (years(match["age"]) or 0) >= LEAST_ADULT and _is_beside_somebody(draft, match.start()):
            _take(draft, match)


def _is_beside_somebody(draft: Draft, start: int) -> bool:
    """Tell whether a comma stands behind somebody: a relative, or a name that was taken out."""
    somebody = _SOMEBODY.search(draft.plain, max(0, start - 40), start)
    return bool(somebody and (WALL not in somebody[0] or draft.marked[:start].rstrip().endswith("[name]")))


def _is_said(draft: Draft, match: "re.Match[str]") -> bool:
    """Tell whether a number behind "I'm" or "she is" is an age, by its size and by what follows."""
    if "years" in match.re.groupindex and match["years"]:
        return True
    if _OF_CREDITS.search(draft.plain, max(0, match.start() - 40), match.start()):
        return False
    age = years(match["age"]) or 0
    child = (
        _OF_A_CHILD.search(match[0]) or _HE_OR_SHE.match(match[0]) and draft.plain[end_of_age(match) :].strip(" .!?")
    )
    least = _LEAST_OF_A_CHILD if child else LEAST_ADULT
    return age >= least and bool(_ENDS_AGE.match(draft.plain, end_of_age(match)))


def _take(
    draft: Draft, match: "re.Match[str]", unless: "Optional[re.Pattern[str]]" = None, age: Optional[int] = None
) -> None:
    """Take the age of a match unless the words before it make it anybody's."""
    before = draft.plain[max(0, match.start() - 40) : match.start()]
    general = is_general(draft.plain, match.start(), future=True) and not _OF_ONESELF.search(before)
    if general or unless is not None and unless.search(before):
        return
    told = years(match["age"]) if age is None else age
    if told is not None and (age or not _NOT_AN_AGE.match(draft.plain, end_of_age(match))):
        draft.take("age", match.start("age"), end_of_age(match), shown=band(told))
