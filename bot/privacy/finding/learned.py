"""Finds what no rule finds: a tagger that has learnt from the messages in ``data/privacy/messages``.

Rules know the shapes of numbers and the words that announce a thing. Names, places to live and what people tell of
their status come in more ways than anybody can write down. The tagger (a conditional random field) says of each
piece of a message how likely it belongs to something that must go; ``bot/privacy/learning.py`` makes it.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from pathlib import Path
from typing import Dict, Iterator, List, NamedTuple, Tuple

import pycrfsuite

from bot.privacy.finding.ages import band, years
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import FIGURE_WORDS, FORM_NUMBERS, NO_NAMES
from bot.privacy.finding.pieces import Piece, pieces_of, seen

FILE = Path(__file__).resolve().parents[3] / "models" / "redaction.crfsuite"

OTHER = "-"
"""The tag of what stays."""
AGE = "age"
"""Goes only beside something that tells who somebody is; of it its band is left."""

LEAST = 0.3
"""A piece goes from this likelihood on."""
LEAST_OF: Dict[str, float] = {"country": 0.5, AGE: 0.15}
"""Tags with a likelihood of their own. All were chosen with hands left out by turns: docs/privacy-benchmark.md."""

_STATUS = "status"
_STATUSES = (_STATUS, "new_status", "immigration_paper")
_BESIDE = 20
"""Characters."""
_MAY_LOOK_LIKE_A_DATE = ("birth_date", "number", "address", AGE)
"""Of these the tagger knows better than a rule which takes a figure for a year, a date or a count; a card's end is a ``number``."""


class NoTagger(RuntimeError):
    """The tagger has not been made. Nothing may be redacted without it."""


class Part(NamedTuple):
    """Pieces in a row that belong to one thing, in the folded message's characters."""

    tag: str
    start: int
    end: int


def take_learned(draft: Draft) -> None:
    """Take what the tagger finds and no rule has decided on; ages last, and only beside something else."""
    parts = list(_parts(draft, _tagged(draft)))
    for part in parts:
        if part.tag != AGE and not (part.tag == _STATUS and _is_told_already(draft, part)):
            draft.take(*part, reconsider=part.tag in _MAY_LOOK_LIKE_A_DATE)
    if draft.tells_who():
        for part in parts:
            age = years(draft.marked[part.start : part.end]) if part.tag == AGE else None
            if age is not None:
                draft.take(AGE, part.start, part.end, shown=band(age), reconsider=True)


def _is_told_already(draft: Draft, part: Part) -> bool:
    """Tell whether a rule has found the status itself: "I became a [new_status]" must go on saying so."""
    start, end = draft.typed(part.start, part.end)
    told = [found for found in draft.found if found.shown in _STATUSES]
    beside = any(found.start - _BESIDE <= end and start <= found.end + _BESIDE for found in told)
    around = draft.text[max(0, start - _BESIDE) : end + _BESIDE]
    return beside or any(f"[{status}]" in around for status in _STATUSES)


def check_tagger() -> None:
    """Open the tagger.

    Raises:
        NoTagger: it has not been made.
    """
    _file()


def _tagged(draft: Draft) -> List[Tuple[Piece, str]]:
    """Return the pieces with their likeliest tags, :data:`OTHER` where none is likely enough."""
    text = draft.as_written
    pieces = pieces_of(text)
    if any(piece.is_placeholder for piece in pieces):
        return []  # it was looked at before something went, and had more to go by
    if all(piece.text.lower() in FIGURE_WORDS for piece in pieces if piece.text.isalpha()):
        return []  # an answer: "1500", "April 14, 2025", "the 3rd"; of these rules know enough
    tagger = _tagger()
    tagger.set(seen(text, pieces))
    tags = [tag for tag in tagger.labels() if tag != OTHER]
    return [(piece, _tag(tagger, tags, at)) for at, piece in enumerate(pieces)]


def _is_public(text: str, tag: str) -> bool:
    """Tell whether a piece is known to everybody: the number of a form, the name of a company or of who governs."""
    return text in FORM_NUMBERS or tag == "name" and text.lower() in NO_NAMES


def _tag(tagger: "pycrfsuite.Tagger", tags: List[str], at: int) -> str:
    likely = 1 - tagger.marginal(OTHER, at)
    if likely < min(LEAST, *LEAST_OF.values()):
        return OTHER
    tag = max(tags, key=lambda each: float(tagger.marginal(each, at)))
    return tag if likely >= LEAST_OF.get(tag, LEAST) else OTHER


def _parts(draft: Draft, tagged: List[Tuple[Piece, str]]) -> Iterator[Part]:
    """Join neighbors of one tag where nothing is decided yet; a sign alone is no part."""
    joined: List[Piece] = []
    of = OTHER
    for piece, tag in [*tagged, (Piece("", len(draft.marked), len(draft.marked)), OTHER)]:
        free = tag != OTHER and not draft.is_final(piece.start, piece.end) and not _is_public(piece.text, tag)
        if joined and (not free or tag != of or draft.is_final(joined[-1].end, piece.start)):
            words = [index for index, one in enumerate(joined) if one.text.isalnum()]
            if words:
                yield Part(of, joined[words[0]].start, joined[words[-1]].end)
            joined = []
        if free:
            joined.append(piece)
            of = tag


_OF_THREAD = threading.local()
"""A tagger keeps the message it was last given, so each thread has its own."""


def _tagger() -> "pycrfsuite.Tagger":
    tagger = getattr(_OF_THREAD, "tagger", None)
    if tagger is None:
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(_file())
        _OF_THREAD.tagger = tagger
    return tagger


@lru_cache(maxsize=1)
def _file() -> bytes:
    try:
        return FILE.read_bytes()
    except FileNotFoundError:
        raise NoTagger(f"There is no {FILE.parent.name}/{FILE.name}: run 'make train' first.") from None


def forget_tagger() -> None:
    """Open the file again at the next message: for whoever has made it anew."""
    _file.cache_clear()
    _OF_THREAD.__dict__.clear()
