"""The long lists of words: names and ordinary words, one file each in ``data/privacy``.

A line that begins with ``#`` says where the words come from; all others hold words, with spaces between them.
"""

from __future__ import annotations

from pathlib import Path
from typing import FrozenSet

FOLDER = Path(__file__).resolve().parents[3] / "data" / "privacy"


def read_words(name: str) -> FrozenSet[str]:
    """Return the words of a list.

    Raises:
        OSError: the file cannot be read; nothing may be redacted without it.
    """
    lines = (FOLDER / f"{name}.txt").read_text(encoding="ascii").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


GIVEN_NAMES = read_words("given_names")
"""Common given names that are no everyday words."""
SURNAMES = read_words("surnames")
"""Common family names that are no everyday words."""
ORDINARY_WORDS = read_words("ordinary_words")
"""Words that people use when they ask for something here."""
