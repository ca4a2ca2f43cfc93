"""What goes because of what was found beside it, last of all: the other address of a correction, the initial behind a name."""

from __future__ import annotations

import re

from bot.privacy.finding.addresses import SURE_STREETS
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COMMON_WORDS, ORDINARY_WORDS
from bot.privacy.finding.name_words import may_be_name

_SHORT_ADDRESS = re.compile(r"\d{1,5}[a-z]?\s(?P<name>[a-z]{3,}(?:\s[a-z]{2,})?)")
_OTHER_ADDRESS = re.compile(
    r"\b(?P<before>to|not|at|is|be|was|from|of|says?|has|had|old|new|on|in|its|it's|and|or|but|vs|en|es|no|dice|pas|est|dit)\s(?P<place>\d{1,5}[a-z]?\s(?P<name>[a-z]{3,}))(?P<more>\s[a-z]{2,})?(?![\w'])"
)
_NO_STREET = re.compile(
    r"(?:dollars?|bucks|days?|weeks?|months?|years?|hours?|minutes?|times?|kids?|children|people|persons?|steps?|stairs|miles?|blocks?|checks?|letters?|payments?|credits?|quarters?|calls?|forms?|pages?|percent|jobs?|floors?|rooms?|beds?|units?|doors?|cats?|dogs?|dolares|dias?|semanas?|mes(?:es)?|anos?|horas?|veces|hijos?|ninos?|cartas?|pagos?|jours?|semaines?|mois|ans|heures?|fois|enfants?|euros?|lettres?|noon|midnight|piso|etage)\Z"
)
_KIND = re.compile(rf"\s(?:{SURE_STREETS})\b\.?")
_INITIAL = re.compile(r"\s(?P<initial>[b-hj-z])(?=\.?(?:\s+[a-z]{2,}|\s*[,.;:!?)]|\s*\Z))(?!\s?[-/'])")
_WORDS_OF_ONE_LETTER = frozenset("yeounrxwq")
"""What "a" and "i" are in English others are in Spanish and in messages: "y su hijo", "u need", "n me"."""


_SURE = frozenset(("to", "not", "at", "from", "old", "new"))
"""Before these another street may stand as well; else only the same one with another number."""


def take_beside(draft: Draft) -> None:
    """Take what one finding makes sure of another."""
    if any(found.kind == "address" for found in draft.found):
        _take_other_addresses(draft)
    _take_initials(draft)


def _take_other_addresses(draft: Draft) -> None:
    """Take a number and a word like those of an address that was found: "im at 402 pine, they sent it to 204 pine"."""
    found = [
        draft.text[found.start : found.end].lower().strip(" .,") for found in draft.found if found.kind == "address"
    ]
    names = {match["name"] for text in found for match in [_SHORT_ADDRESS.match(text)] if match}
    if not names:
        return
    for match in draft.matches(_OTHER_ADDRESS):
        name = match["name"]
        same = any(name == known.split()[0] for known in names)
        if same or match["before"] in _SURE and _may_be_street(name):
            kind = _KIND.match(draft.plain, match.end("place"))
            second = match["more"] if match["more"] and f"{name}{match['more']}" in names else ""
            draft.take("address", match.start("place"), kind.end() if kind else match.end("place") + len(second))


def _may_be_street(word: str) -> bool:
    return may_be_name(word) and word not in COMMON_WORDS | ORDINARY_WORDS and not _NO_STREET.match(word)


def _take_initials(draft: Draft) -> None:
    """Take the initial of a family name behind a given name that was found."""
    names = {found.end for found in draft.found if found.kind == "name"}
    if not names:
        return
    for match in draft.matches(_INITIAL):
        if draft.typed(match.start(), match.end())[0] in names and match["initial"] not in _WORDS_OF_ONE_LETTER:
            draft.take("name", *match.span("initial"))
