"""The lists of words that stand by themselves: names, countries, everyday words. One file each in ``data/privacy``.

A line that begins with ``#`` says where the words come from; all others hold words with spaces between them. An
underscore stands for a space inside an entry. Words are in lower case and without accents, as messages are read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import FrozenSet, Iterator, NamedTuple, Set

FOLDER = Path(__file__).resolve().parents[3] / "data" / "privacy"
_ENTRY = re.compile(r"[a-z0-9](?:[a-z0-9'.&_-]*[a-z0-9.])?")


class ListProblem(NamedTuple):
    """A mistake in a list: the file, the line (1 is the first), what is wrong, and what to do."""

    file: Path
    line: int
    message: str
    fix: str


def read_words(name: str) -> FrozenSet[str]:
    """Return the entries of a list.

    Raises:
        OSError: the file cannot be read; nothing may be redacted without it.
        UnicodeError: there is a letter in it that no message has when it is looked at.
    """
    lines = (FOLDER / f"{name}.txt").read_text(encoding="ascii").splitlines()
    return frozenset(word.replace("_", " ") for line in lines if not line.startswith("#") for word in line.split())


def problems(folder: Path = FOLDER) -> Iterator[ListProblem]:
    """Find the mistakes in all lists of a folder."""
    for file in sorted(folder.glob("*.txt")):
        seen: Set[str] = set()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            for word in () if line.startswith("#") else line.split():
                if not _ENTRY.fullmatch(word):
                    fix = "write it in lower case and without accents, with _ for a space"
                    yield ListProblem(file, number, f"{word!r} can never be found in a message", fix)
                if word in seen:
                    yield ListProblem(file, number, f"{word!r} stands here twice", "delete one")
                seen.add(word)
        if not seen:
            yield ListProblem(
                file, 1, "there is no word in it", "add one, or take the list out of bot/privacy/finding/lists.py"
            )


COMMON_WORDS = read_words("common_words")
"""Everyday words that are no part of a name, a street or a password."""
COUNTRIES = read_words("countries")
"""Countries and places abroad."""
DEMONYMS = read_words("peoples")
"""What the people of a country are called."""
FIGURE_WORDS = read_words("figure_words")
"""Words that stand with a bare figure or date."""
FORM_NUMBERS = read_words("form_numbers")
"""Numbers by which people name forms."""
GIVEN_NAMES = read_words("given_names")
"""Common given names that are no everyday words."""
NAMES_AND_WORDS = read_words("names_and_words")
"""Everyday words that are names where somebody says so."""
NAMES_OF_THE_WORLD = read_words("names_of_the_world")
"""Given names of many countries, everyday words among them. For the tagger alone."""
NO_NAMES = read_words("no_names")
"""Words that may have a capital and are no part of a name."""
ORDINARY_WORDS = read_words("ordinary_words")
"""Words that people use when they ask for something here."""
PUBLIC_NAMES = read_words("public_names")
"""Names of companies, hospitals, laws and those who govern, that look like a person's."""
STATES = read_words("states")
"""The states of the United States."""
STATE_CODES = sorted(code.upper() for code in read_words("state_codes"))
"""As the post writes them."""
SURNAMES = read_words("surnames")
"""Common family names that are no everyday words."""
SURNAMES_OF_THE_WORLD = read_words("surnames_of_the_world")
"""Rarer family names. For the tagger alone."""
