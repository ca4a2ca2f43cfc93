"""Errors of the engine: each names what was wrong and what would have been right."""

from __future__ import annotations

import difflib
from typing import Iterable, List


def near_matches(word: str, known: Iterable[str]) -> List[str]:
    """Return up to three known names that look like ``word``, closest first."""
    return difflib.get_close_matches(word, sorted(known), n=3, cutoff=0.5)


class UnknownName(ValueError):
    """A task, circumstance or value that does not exist.

    Attributes:
        kind: what was looked up ("task", "circumstance", "value of online_account").
        name: what was given.
        near: known names that look like it.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.known = sorted(known)
        self.near = near_matches(name, self.known)
        hint = f"Did you mean {', '.join(self.near)}?" if self.near else f"Known: {', '.join(self.known)}."
        super().__init__(f"There is no {kind} '{name}'. {hint}")
