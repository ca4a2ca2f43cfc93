"""Dates of birth. Years of eligibility stay ("people born in 1959"): what they say is true of many."""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import FIGURES, SOLID, SPOKEN_YEAR, WRITTEN
from bot.privacy.finding.draft import Draft

_VERBS = (
    r"born|came into (?:this|the) world|naci|nacio|nacido|nacida|nacimos|nac\.?|nee?(?=\s+(?:le|la|en|a|il|un|au|l'|\d))|nes(?=\s+le)|"
    r"(?:suis|est|etais|etait|sommes) nee?"
)
_NOUNS = (
    r"d\.?o\.?b\.?|date of birth|dat of birth|birth\s?date|birth\s?day|b-?day|year of birth|birth year|fecha de nacimiento|"
    r"fecha de nac\.?|f\.? ?nac\.?|nacimiento|cumpleanos|dia de nacimiento|cumplo anos|cumple anos|date de naissance|naissance|anniversaire|d\.?d\.?n\.?"
)
_FILL = r"(?:[\s:,.=#'(\"-]|\b(?:is|was|on|back|the|un|le|el|en|dia|es|est|c'est|era|a|q|of|del|around|about|in)\b|\b(?:answer|reply)\b|\ba:){0,10}"
_PLACE = r"(?:\s+(?:in|at|en|a|au)\s+[a-z.'-]+(?:[ ,]+[a-z.'-]+){0,3}?[ ,]+(?:on|el|le|in|en)?)?\s*"
_NOT_AN_ERA = r"(?!\s*(?:or|and|to|through|thru|o|y|a|ou|et|-)\s*(?:later|after|before|earlier|despues|antes|mas|apres|plus|avant|(?:19|20)\d\d))"
_YEAR = rf"(?:(?:19|20)\d\d(?!\d){_NOT_AN_ERA}|{SPOKEN_YEAR})"
_SHORT_YEAR = r"(?:'\s?\d\d|(?<=\ben )\d\d|(?<=\bel )\d\d|(?<=\bdel )\d\d|(?<=\bin )\d\d|(?<=\bborn )[2-9]\d(?!\s?(?:years?|days?|weeks?|months?|minutes?|hours?|lbs?|pounds?)\b))(?!\s?(?:st|nd|rd|th|de|er))(?![\d/.-])"
_MONTH_AND_YEAR = r"\d{1,2}[/-](?:19|20)\d\d(?!\d)"
_DAY_AND_MONTH = r"\d{1,2}[/-]\d{1,2}(?![\d/-])"
_DATE = rf"(?:{WRITTEN}|{FIGURES}|{_MONTH_AND_YEAR}|{_YEAR}|{_SHORT_YEAR})"

_AFTER_VERB = cue(rf"\b(?:{_VERBS})(?![a-z]){_PLACE}{_FILL}({_DATE})")
_AFTER_NOUN = cue(rf"(?<![a-z])(?:{_NOUNS})(?![a-z]){_FILL}({_DATE}|{SOLID}|{_DAY_AND_MONTH})")
_THEN_NOUN = cue(
    rf"\b(?:thats|that's|is|was|es|era|c'est|est)\s+(?:my|mi|his|her|the|la|ma|our|mon|su)?\s*(?:\w+\s)?(?:{_NOUNS})\b|\b(?:is|was|thats|that's)\s(?:when|the day)\s(?:i|he|she|we|they)\s(?:was|were)\sborn\b|(?<=\d )(?:dob|d\.o\.b|date of birth|b-?day|fecha de nacimiento)\b"
)
_DATE_AT_END = re.compile(rf"(?<![\d/.-])({WRITTEN}|{FIGURES})[\s,]{{0,3}}\Z")
"""Together: "3/14/1952 is my birthday"."""
_GENERAL = re.compile(
    r"\b(?:people|persons?|anyone|any one|anybody|those|folks|someone|somebody|everyone|everybody|workers?|if you|(?<!were )(?<!are )you|"
    r"los que|los q|las que|quienes|personas?|gente|nacieron|si uno|ceux|celles|gens|quelqu'un|personnes?|kids|children|babies|americans)"
    r"(?:\s+(?:who|that|were|was|are|qui|sont|est|que|is|all|too|also)){0,3}\s*\Z"
)
"""What is said of everybody gives nobody away."""
_OTHER_VERSION = re.compile(
    rf"(?:but|mais|pero|not|aunque)\b[^.?!\d\x00]{{0,40}}?\b(?:says?|dit|dice|shows?|has|have|is|est|es|pone)\s+({_DATE})"
)
"""A second date for the same birth: "but my papers say 1960"."""

_GATE = re.compile(
    r"\b(?:born|into th|birth|birthda|b-?day|d\.?o\.?b|naci|nac\b|nee?s?\b|naissance|cumpl|anniversaire|turn|eu\b|fete|d\.?d\.?n\b|aurai?\b|dat of|f\.? ?nac)|dob"
)


def take_births(draft: Draft) -> None:
    """Take dates that somebody calls a date of birth."""
    if not _GATE.search(draft.plain):
        return
    for match in draft.matches(_THEN_NOUN):
        date = _DATE_AT_END.search(draft.plain, max(0, match.start() - 40), match.start())
        if date:
            draft.take("birth_date", *date.span(1))
    for pattern in (_AFTER_NOUN, _AFTER_VERB):
        for match in draft.matches(pattern):
            if not _GENERAL.search(draft.plain[max(0, match.start() - 50) : match.start()]):
                _take_with_other_version(draft, *match.span(1))


def _take_with_other_version(draft: Draft, start: int, end: int) -> None:
    draft.take("birth_date", start, end)
    other = _OTHER_VERSION.search(draft.plain, end, end + 80)
    if other:
        draft.take("birth_date", *other.span(1))
