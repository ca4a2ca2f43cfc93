"""The pieces of a message (words, runs of digits, signs) and what the tagger is told of each: itself, its neighbors, its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Dict, FrozenSet, List, NamedTuple, Tuple

from bot.privacy.finding import lists
from bot.privacy.finding.number_words import NUMBER_WORDS

_PIECE = re.compile(r"\[[a-z_]+\]|[a-z]+|\d+|(?P<sign>[^\w\s])(?P=sign)*", re.IGNORECASE)
_CHUNK = re.compile(r"\S+")
_AROUND_A_CHUNK = '.,;:!?()"'
_BETWEEN_DIGITS = frozenset("-./,")

NEAR = 3
"""Neighbors on each side that are named with their place."""
_NEIGHBORS = tuple(far for far in range(-NEAR, NEAR + 1) if far)
_SEEN_CLOSELY = 2
_FARTHEST_BEFORE = 8
_FARTHEST_BEHIND = 6
_SHORTEST_FAR_WORD = 3
_MOST_DIGITS = 12
_MOST_IN_RUN = 20

_LISTS: Dict[str, FrozenSet[str]] = {
    "given": lists.GIVEN_NAMES,
    "family": lists.SURNAMES,
    "given of the world": lists.NAMES_OF_THE_WORLD,
    "family of the world": lists.SURNAMES_OF_THE_WORLD,
    "country": lists.COUNTRIES,
    "people": lists.DEMONYMS,
    "common": lists.COMMON_WORDS,
    "ordinary": lists.ORDINARY_WORDS,
    "both": lists.NAMES_AND_WORDS,
    "state": lists.STATES,
    "number": frozenset(NUMBER_WORDS),
}


def _lists_by_word() -> Dict[str, Tuple[str, ...]]:
    listed: Dict[str, List[str]] = {}
    for name, words in _LISTS.items():
        for word in words:
            listed.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in listed.items()}


_LISTED = _lists_by_word()
_UNLISTED = ("none",)
"""A word that stands on no list may well be a name; a word that stands on the list of names may be none."""


PLACEHOLDERS = frozenset(
    f"[{shown}]"
    for shown in (
        "account", "address", "age_adult", "age_child", "age_early", "age_elder", "age_full", "age_grown", "age_midlife", "age_teen",
        "alien_number", "birth_date", "card", "country", "email", "immigration_paper", "ip", "itin", "licence", "medicare", "name",
        "new_status", "number", "passport", "phone", "receipt_number", "routing", "secret", "ssn", "ssn_part", "status", "username",
    )
)  # fmt: skip
"""What stands in the place of what is gone. "[at]" and "[redacted]" are words that somebody typed."""


class Piece(NamedTuple):
    """A word, a run of digits or of one sign, or a placeholder, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_placeholder(self) -> bool:
        """Whether something stood here that is gone already: "[ssn]"."""
        return self.text in PLACEHOLDERS


def pieces_of(text: str) -> List[Piece]:
    """Return the pieces of a folded message, capitals kept; a placeholder is one piece."""
    return [Piece(match[0], *match.span()) for match in _PIECE.finditer(text)]


def seen(text: str, pieces: List[Piece]) -> List[List[str]]:
    """Return what the tagger sees of each piece, as names of features that are there."""
    lower = [piece.text.lower() for piece in pieces]
    looks = [_look_of(piece.text) for piece in pieces]
    pairs = [f"two={first.word}_{second.word}" for first, second in zip(looks, looks[1:], strict=False)]
    says = [len(word) >= _SHORTEST_FAR_WORD and word.isalpha() for word in lower]
    runs = _digits_in_runs(lower)
    rows = [[*look.own, *chunk] for look, chunk in zip(looks, _chunks(text, pieces), strict=True)]
    last = len(pieces) - 1
    for at, row in enumerate(rows):
        if at and pieces[at - 1].end == pieces[at].start:
            row.append("glued")
        if runs[at]:
            row.append(f"run={min(runs[at], _MOST_IN_RUN)}")
        sorts = looks[at].sorts
        for far in _NEIGHBORS:
            if 0 <= at + far <= last:
                row += looks[at + far].beside[far]
        for far in (-1, 1):
            if 0 <= at + far <= last:
                row.append(f"{far}:{sorts}={looks[at + far].word}")
        row += [f"{first - at}:{pairs[first]}" for first in range(max(0, at - 2), min(last, at + 2))]
        if at > 1:
            row.append(f"-2:{sorts}={pairs[at - 2][4:]}")
        row += [f"before={lower[far]}" for far in range(max(0, at - _FARTHEST_BEFORE), at - NEAR) if says[far]]
        row += [
            f"behind={lower[far]}" for far in range(at + NEAR + 1, min(last, at + _FARTHEST_BEHIND) + 1) if says[far]
        ]
    if rows:
        rows[0].append("first")
        rows[-1].append("last")
    return rows


class _Look(NamedTuple):
    """What a piece is by itself; most are words that come again and again.

    Attributes:
        word: it in lower case, or how many digits it has.
        sorts: the lists that it stands on.
        own: features of the piece itself.
        beside: how far off a neighbor is -> features of that neighbor.
    """

    word: str
    sorts: str
    own: Tuple[str, ...]
    beside: Dict[int, Tuple[str, ...]]


_EVERYDAY = (lists.COMMON_WORDS | lists.ORDINARY_WORDS) - lists.NAMES_AND_WORDS
"""Words that may be remembered from one message to the next: they say nothing of anybody."""


def _look_of(text: str) -> _Look:
    return _look_of_everyday(text) if text in _EVERYDAY else _look(text)


def _look(text: str) -> _Look:
    lower = text.lower()
    word = f"#{min(len(lower), _MOST_DIGITS)}" if lower.isdigit() else lower
    shape = _shape(text)
    listed = _LISTED.get(lower, _UNLISTED)
    ends = (f"p3={word[:3]}", f"e3={word[-3:]}", f"e2={word[-2:]}", f"l={min(len(word), 8)}")
    own = (f"w={word}", f"s={shape}", *ends, *(f"in={name}" for name in listed))
    beside = {}
    for far in _NEIGHBORS:
        closely = (f"{far}:s={shape}", *(f"{far}:in={name}" for name in listed)) if abs(far) <= _SEEN_CLOSELY else ()
        beside[far] = (f"{far}:w={word}", *closely)
    return _Look(word, "+".join(listed), own, beside)


_look_of_everyday = lru_cache(maxsize=None)(_look)


def _shape(text: str) -> str:
    if text.isdigit():
        return f"d{min(len(text), _MOST_DIGITS)}"
    if not text.isalpha():
        return text
    if text.isupper():
        return "X" if len(text) == 1 else "XX"
    if text[0].isupper():
        return "Xx"
    return "x" if len(text) == 1 else "xx"


def _chunks(text: str, pieces: List[Piece]) -> List[Tuple[str, ...]]:
    """Return, for each piece, the shape of what stands between two spaces with it: "rosie_44" is letters, a line, digits."""
    told: List[Tuple[str, ...]] = []
    for chunk in _CHUNK.finditer(text):
        bare = chunk[0].strip(_AROUND_A_CHUNK)
        digits = sum(map(str.isdigit, bare))
        row = (f"c={_outline(bare)}", f"cn={min(digits, _MOST_DIGITS)}", f"cl={min(len(bare) // 3, 6)}")
        while len(told) < len(pieces) and pieces[len(told)].start < chunk.end():
            told.append(row)
    return told


def _outline(chunk: str) -> str:
    """Return a letter for each run of signs of one sort."""
    outline = ""
    for sign in chunk:
        sort = "d" if sign.isdigit() else "x" if sign.islower() else "X" if sign.isupper() else sign
        if not outline.endswith(sort):
            outline += sort
    return outline[:8]


def _digits_in_runs(words: List[str]) -> List[int]:
    """Return, for each piece of a run of numbers, how many digits the whole run has; a number word counts as one."""
    counts = [0] * len(words)
    at = 0
    while at < len(words):
        start = at
        digits = 0
        while at < len(words) and (_digits(words[at]) or at > start and words[at] in _BETWEEN_DIGITS):
            digits += _digits(words[at])
            at += 1
        counts[start:at] = [digits] * (at - start)
        at = max(at, start + 1)
    return counts


def _digits(word: str) -> int:
    return len(word) if word.isdigit() else int(word in NUMBER_WORDS)
