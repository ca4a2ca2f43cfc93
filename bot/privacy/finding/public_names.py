"""Names that belong to no private person: of companies, hospitals, schools, laws, those who govern.

"I worked at John Deere", "Lou Gehrig's disease", "Lincoln High School". They say what happened to somebody, not who it is, and
must stay for the message to be understood. Those that everybody knows stand in ``data/privacy/public_names.txt``.
"""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Tuple

from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import GIVEN_NAMES, PUBLIC_NAMES
from bot.privacy.finding.relations import RELATIVES
from bot.privacy.finding.words import words

_WORD = re.compile(r"[a-z]+")
_OWNERS = r"(?:'s?)?(?![a-z0-9])"
_INTRODUCES = re.compile(
    rf"(?:[:=] ?|\b(?:names?(?: is|:)?|named|called|soy|me llamo|i'?m|i am|this is|it'?s|s'appelle|je suis|{RELATIVES}),? )\Z"
)
"""Behind these even "John Hancock" is somebody, and "Roosevelt High" may be an answer that opens an account."""
_LONGEST_INTRODUCTION = 20
_AT_A_SHOP = re.compile(r"\b(?:at|from|near|outside|behind|chez|en) \Z")
"""Before "Wendy's" it is the shop; else it may be what is Wendy's."""
_INSTITUTION = re.compile(
    r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*){0,2}(?:'s)? (?:(?i:high|middle|junior high|elementary|grade|primary)(?: school)?|(?i:memorial|methodist|baptist|lutheran|presbyterian|general|regional|medical center|hospital|"
    r"clinic|nursing|rehab|hospice|university|college|academy|school|county|parish|missionary|church|temple|mosque|foods|motors|pharmacy|supermarket|insurance|logistics|trucking|industries|brothers|& sons?|and sons?|steel|farms|diner|cafe|grill|"
    r"bakery|plumbing|roofing|landscaping|construction))\b(?! (?:here|calling|and i)\b)"
)
_SAINT = re.compile(r"\bSt\.? [A-Z][a-z]+(?:'s|s)?(?: [A-Z][a-z]+)?")
_STREET_NUMBER = re.compile(r"\d[^.?!\n]{0,30}\Z")
"""Before "St. Mary": then it may be a street, and Mary somebody."""


def _by_first_word() -> Dict[str, List["re.Pattern[str]"]]:
    found: Dict[str, List["re.Pattern[str]"]] = {}
    for name in sorted(PUBLIC_NAMES, key=len, reverse=True):
        first = _WORD.match(name)
        if first:
            found.setdefault(first[0], []).append(re.compile(re.escape(name) + _OWNERS))
    return found


_LISTED = _by_first_word()
_INSTITUTION_WORDS = words(
    "high middle junior elementary grade primary memorial methodist baptist lutheran presbyterian general regional medical hospital clinic nursing rehab ",
    "hospice university college academy school county parish missionary church temple mosque foods motors pharmacy supermarket insurance logistics trucking ",
    "industries brothers sons son steel farms diner cafe grill bakery plumbing roofing landscaping construction",
)


def spare_public_names(draft: Draft) -> None:
    """Put the names behind walls, unless the words before say that somebody is called so.

    Lightly: "St. Brendan's, room 12" may yet be where somebody lives.
    """
    for start, end in list(_places(draft)):
        before = draft.plain[max(0, start - _LONGEST_INTRODUCTION) : start]
        if not _INTRODUCES.search(before) and (not _is_somebodys(draft.plain[start:end]) or _AT_A_SHOP.search(before)):
            draft.spare(start, end, lightly=True)


def _is_somebodys(name: str) -> bool:
    return name.endswith("'s") and name[:-2] in GIVEN_NAMES


def _places(draft: Draft) -> Iterator[Tuple[int, int]]:
    plain = draft.plain
    for word in sorted(draft.words & _LISTED.keys()):
        for place in draft.places[word]:
            match = next(filter(None, (pattern.match(plain, place) for pattern in _LISTED[word])), None)
            if match and (not place or not plain[place - 1].isalnum()):
                yield match.span()
    if draft.words & _INSTITUTION_WORDS:
        for match in draft.matches(_INSTITUTION, cased=True):
            yield match.span()
    if "st" in draft.words:
        for match in draft.matches(_SAINT, cased=True):
            if not _STREET_NUMBER.search(plain, max(0, match.start() - 40), match.start()):
                yield match.span()
