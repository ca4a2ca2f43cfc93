"""What a tool made of some tables, counted by language and by kind of identifier."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Sequence

from benchmarks.privacy.measures import Share, is_gone, is_kept, is_wholly_gone
from bot.privacy.messages import Row

ALL = "all"
"""Stands for every language."""


@dataclass
class Figures:
    """What one tool made of one set of tables. Shares are by language and, where it says so, by kind.

    Attributes:
        gone: hidden entries that stand nowhere in the result.
        wholly_gone: hidden entries of which not even four letters or digits in a row are left.
        gone_by_kind: ``gone``, by kind of identifier.
        kept: parts that must stay and did.
        untouched: messages with nothing to hide that came back as they were.
        microseconds: the time of each message.
        errors: messages at which the tool failed. They count as not redacted.
    """

    gone: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    wholly_gone: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    gone_by_kind: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    kept: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    untouched: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    microseconds: list[float] = field(default_factory=list)
    errors: int = 0


def figures(rows: Sequence[Row], answers: Sequence[dict[str, Any]]) -> Figures:
    """Measure the answers of one tool."""
    measured = Figures()
    for row, answer in zip(rows, answers, strict=True):
        result = answer.get("text", row.text)
        if "error" in answer:
            measured.errors += 1
        else:
            measured.microseconds.append(answer["microseconds"])
        for hidden, kind in zip(row.hidden, row.kinds, strict=True):
            gone = is_gone(hidden, result)
            _count(measured.gone, row.lang, gone)
            _count(measured.wholly_gone, row.lang, is_wholly_gone(hidden, row.text, result))
            measured.gone_by_kind[kind] = measured.gone_by_kind[kind].and_one(gone)
        for kept in row.kept:
            _count(measured.kept, row.lang, is_kept(kept, result))
        if not row.hidden:
            _count(measured.untouched, row.lang, result == row.text)
    return measured


def _count(shares: dict[str, Share], lang: str, hit: bool) -> None:
    for group in (ALL, lang):
        shares[group] = shares[group].and_one(hit)
