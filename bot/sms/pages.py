"""Cuts a long text into pages of a few segments each: between lines or sentences where possible, never inside a word, a number or a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List

import regex

from bot.sms.encoding import UCS2, measure

MOST_SEGMENTS = 3
"""A page takes at most so many segments ..."""

FIRST_SEGMENTS = 2
"""... and the first one of an answer so many, where the alphabet allows: the answer must be there, the rest can be asked for."""

WELL_FILLED = 0.6
"""A page may end with a line or a sentence when it is filled at least so far."""

_PIECE = regex.compile(r"\S+|\s+")
_SYMBOL = regex.compile(r"\X")  # what a reader takes for one sign, an emoji of several parts included
_ENDS_SENTENCE = regex.compile(r"""(?<!\b\p{L})[.!?]["')\]]*$""")  # not "U.S."
_LIST_NUMBER = regex.compile(r"^(\d+[.)]|-)$")


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class PageRules:
    """How pages are made.

    Attributes:
        more: what stands at the end of each page but the last, such as "Reply MORE".
        first: most segments of the first page.
        rest: most segments of each other page.
        guard: puts something before a page that must not begin as it does (see bot/sms/discretion.py).
    """

    more: str
    first: int = MOST_SEGMENTS
    rest: int = MOST_SEGMENTS
    guard: Callable[[str], str] = _as_it_is


def cut(text: str, rules: PageRules, tail: str = "") -> List[str]:
    """Return the pages of a text.

    Args:
        text: what is to be said.
        rules: how long pages are, and how they end.
        tail: comes last and stays in one piece, if it fits on a page: a list to choose from.
    """
    pages: List[str] = []
    left = text.strip()
    while left:
        limit = rules.rest if pages else rules.first
        whole = rules.guard(_joined(left, tail))
        if _fits(whole, rules, limit):
            return [*pages, whole]
        all_of_it = rules.guard(_joined(left, rules.more))
        page = left if tail and _fits(all_of_it, rules, limit) else _page(left, rules, limit)
        left = left[len(page) :].lstrip()
        more = rules.more if left or tail else ""
        pages.append(rules.guard(_joined(page.rstrip(), more)))
    if not tail:
        return pages
    whole = rules.guard(tail)
    return [*pages, whole] if _fits(whole, rules, rules.rest) else [*pages, *cut(tail, rules)]


def _joined(text: str, end: str) -> str:
    return f"{text}\n{end}" if end else text


def _fits(text: str, rules: PageRules, limit: int) -> bool:
    """Tell whether a page is short enough. Few characters fit into a segment of UCS-2: there the first page may be longer."""
    size = measure(text)
    return size.segments <= (rules.rest if size.encoding == UCS2 else limit)


def _page(text: str, rules: PageRules, limit: int) -> str:
    """Return the start of a text that makes a page, cut where it reads best."""

    def fits(place: int) -> bool:
        return _fits(rules.guard(_joined(text[:place].rstrip(), rules.more)), rules, limit)

    fitting = _those_that(fits, _places(text))
    if fitting:
        longest = fitting[-1]
        filled = [place for place in fitting if place >= longest * WELL_FILLED]
        lines = [place for place in filled if _ends_line(text, place)]
        sentences = [place for place in filled if _ENDS_SENTENCE.search(text[:place].rstrip())]
        return text[: (lines or sentences or fitting)[-1]]
    # A word that is longer than a page is cut between two signs that a reader sees.
    ends = [match.end() for match in _SYMBOL.finditer(text[: LONGEST_PAGE + 1])]
    return text[: (_those_that(fits, ends) or ends)[-1 if fits(ends[0]) else 0]]


def _those_that(fits: Callable[[int], bool], places: List[int]) -> List[int]:
    """Return the places up to the last that fits; where one does not fit, none behind it does."""
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if fits(places[middle]) else (low, middle)
    return places[:low]


LONGEST_PAGE = 160 * MOST_SEGMENTS
"""No page has more characters; places behind are not looked at."""


def _places(text: str) -> List[int]:
    """Return where a text may be cut: behind white space, but not inside a number, nor behind the number of a list."""
    places: List[int] = []
    pieces = [match.group() for match in _PIECE.finditer(text[: LONGEST_PAGE + 100])]
    at = 0
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        at += len(piece)
        if piece.isspace() and after and not _belong_together(before, piece, after):
            places.append(at)
    return places


def _belong_together(before: str, between: str, after: str) -> bool:
    if "\n" in between:
        return False
    return bool(_LIST_NUMBER.match(before)) or (before[-1].isdigit() and after[0].isdigit())


def _ends_line(text: str, place: int) -> bool:
    """Tell whether a line ends there that does not lead on to the next one."""
    before = text[:place].rstrip()
    return "\n" in text[len(before) : place] and not before.endswith(":")
