"""Regular expressions of the knowledge files: what ``<name>`` stands for in them is written out (word_groups.yml)."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Mapping, Pattern, Tuple

from bot.knowledge.schema.parts import LANGUAGES, WordLists
from bot.knowledge.schema.understanding import WordGroupEntry

_NAME = re.compile(r"(?<!P)<(\w+)>")  # not the name of a part, (?P<here>...)


def names_in(pattern: str) -> List[str]:
    """Return the word groups that a pattern names, each once."""
    return list(dict.fromkeys(_NAME.findall(pattern)))


def each(lists: WordLists) -> Iterator[Tuple[str, int, str]]:
    """Yield language, place in the list and text of each word or pattern."""
    for language in LANGUAGES:
        for index, text in enumerate(getattr(lists, language)):
            yield language, index, text


class WordGroups:
    """Writes out the word groups that patterns name. No group stands for itself; the checks have seen to that."""

    def __init__(self, groups: Mapping[str, WordGroupEntry]) -> None:
        self._groups = groups
        self._known: Dict[Tuple[str, str], str] = {}

    def written_out(self, pattern: str, language: str) -> str:
        """Return a pattern with the words of each group it names, in its language; what is no group stays as it is."""
        return _NAME.sub(lambda name: self._words(name[1], language) or name[0], pattern)

    def all_of(self, lists: WordLists) -> List[str]:
        """Return the patterns of all languages, written out."""
        return [self.written_out(pattern, language) for language, _, pattern in each(lists)]

    def as_one(self, lists: WordLists) -> Pattern[str]:
        """Return the patterns of all languages as one that fits what any of them fits; without patterns, nothing."""
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.all_of(lists)) or "(?!)")

    def _words(self, name: str, language: str) -> str:
        key = name, language
        if key not in self._known:
            words = getattr(self._groups[name].words, language) if name in self._groups else []
            self._known[key] = f"(?:{'|'.join(self.written_out(word, language) for word in words)})" if words else ""
        return self._known[key]
