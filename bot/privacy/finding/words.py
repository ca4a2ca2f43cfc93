"""Word lists as they are best read and edited: words with spaces between them."""

from __future__ import annotations

from typing import FrozenSet


def words(*texts: str) -> FrozenSet[str]:
    """Return the words of the texts."""
    return frozenset(word for text in texts for word in text.split())
