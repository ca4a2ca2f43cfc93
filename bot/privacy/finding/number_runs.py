"""Runs of numbers: everything that could be one number to whoever typed it, however it is cut up.

A run is a row of digits, of number words, or of both, with no more between them than spaces, dashes, dots and the
like. What it is, if anything, is decided elsewhere by its length, its shape and the words around it.
"""

from __future__ import annotations

import re
from typing import Iterator, List, NamedTuple, Tuple

from bot.privacy.finding.number_words import NUMBER_WORDS, REPEATS, width

_WORD = re.compile(r"[a-z0-9]+")
_PART = re.compile(r"[a-z]+|\d+")
_LONGEST_JOINT = 5
_JOINT = re.compile(r"[-\s./_,()\[\]{}|*+&:~'\"<>\\\u00b7\u2022]{0,5}")
_WIDE = (",", "\n", ". ")
"""What may also stand between two numbers that have nothing to do with each other: a comma, a line, a full stop."""
_JOINT_WORDS = {"then", "dash", "hyphen", "luego", "guion", "tiret", "puis", "point", "space"}
_AND = {"y", "et", "and"}
"""Joins number words ("treinta y cuatro"), not figures: "561 and 3441" are two."""
_DIGITS = set("0123456789")
_LOOKS_LIKE_DIGITS = set("oilsb")
"""Letters typed or scanned for 0, 1, 5 and 8."""


class Piece(NamedTuple):
    """Digits or one number word."""

    start: int
    end: int
    digits: int
    word: str


class Run:
    """Pieces that follow each other, with how the text between them looks.

    Attributes:
        start: where it starts in the folded message.
        end: where it ends.
        width: how many digits it stands for.
        spoken: whether there are words in it.
        groups: the lengths of its groups of digits, as in 3, 2, 4.
    """

    __slots__ = ("pieces", "wide_before", "start", "end", "width", "spoken", "groups")

    def __init__(self, pieces: Tuple[Piece, ...], wide_before: Tuple[bool, ...]) -> None:
        self.pieces = pieces
        self.wide_before = wide_before
        self.start = pieces[0].start
        self.end = pieces[-1].end
        self.groups = tuple([piece.digits for piece in pieces])
        self.spoken = any(piece.word for piece in pieces)
        spoken_width = width(piece.word for piece in pieces if piece.word) if self.spoken else 0
        self.width = sum(self.groups) + spoken_width

    def parts(self) -> List["Run"]:
        """Cut it where it may be more than one number."""
        if not any(self.wide_before):
            return [self]
        cuts = [0, *(index for index, wide in enumerate(self.wide_before) if wide and index), len(self.pieces)]
        return [Run(self.pieces[a:b], self.wide_before[a:b]) for a, b in zip(cuts[:-1], cuts[1:], strict=True)]


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of a folded message."""
    pieces: List[Piece] = []
    wide: List[bool] = []
    gap_from = 0
    for piece in _pieces(text):
        gap = text[gap_from : piece.start]
        if pieces and not _joins(gap, spoken=bool(pieces[-1].word and piece.word)):
            yield Run(tuple(pieces), tuple(wide))
            pieces, wide = [], []
        pieces.append(piece)
        wide.append(len(pieces) > 1 and gap != " " and any(sign in gap for sign in _WIDE))
        gap_from = piece.end
    if pieces:
        yield Run(tuple(pieces), tuple(wide))


def _joins(gap: str, spoken: bool) -> bool:
    if gap == " ":
        return True
    if len(gap) > 16:
        return False
    if not gap.strip("- "):
        return len(gap) <= _LONGEST_JOINT
    words = _PART.findall(gap)
    bare = gap
    for word in words:
        if word not in _JOINT_WORDS and not (spoken and word in _AND):
            return False
        bare = bare.replace(word, "", 1)
    return len(words) <= 1 and bool(_JOINT.fullmatch(bare))


def _pieces(text: str) -> Iterator[Piece]:
    for match in _WORD.finditer(text):
        word = match[0]
        if word.isdigit():
            yield Piece(match.start(), match.end(), len(word), "")
        elif not word.isalpha():
            yield from _of_mixture(match.start(), word)
        elif word in NUMBER_WORDS or word in REPEATS:
            yield Piece(match.start(), match.end(), 0, word)
        elif word[0] == "o" and set(word) == {"o"}:
            yield from _of_the_letter_o(match.start(), match.end(), text)


def _of_the_letter_o(start: int, end: int, text: str) -> Iterator[Piece]:
    """Yield "oo" as two digits, and a single "o" as one where one more digit follows; it is Spanish for "or"."""
    if end - start > 1:
        yield Piece(start, end, end - start, "")
        return
    after = _WORD.search(text, end)
    if after is None:
        return
    if len(after[0]) == 1 and after[0].isdigit():
        yield Piece(start, end, 1, "")
    elif NUMBER_WORDS.get(after[0], NUMBER_WORDS["ten"]).width == 1:
        yield Piece(start, end, 0, "oh")


def _of_mixture(start: int, word: str) -> Iterator[Piece]:
    """Yield the pieces of letters and digits with nothing between them.

    As digits: "67b9", "l23". By parts: "two9three1", and the long numbers of "ssn123456789dob01021950".
    """
    digits = sum(map(str.isdigit, word))
    mostly_digits = digits * 2 > len(word) or word[0].isdigit() and digits * 2 == len(word)
    if mostly_digits and set(word) - _LOOKS_LIKE_DIGITS <= _DIGITS:
        yield Piece(start, start + len(word), len(word), "")
        return
    follows_number = True
    for part in _PART.finditer(word):
        token = part[0]
        is_number = token in NUMBER_WORDS or token[0].isdigit() and (len(token) >= 5 or follows_number)
        if is_number:
            figures = len(token) if token[0].isdigit() else 0
            yield Piece(start + part.start(), start + part.end(), figures, "" if figures else token)
        follows_number = token in NUMBER_WORDS
