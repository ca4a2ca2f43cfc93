"""Words that stand for each other where it is learnt what a message states: ``data/word_classes.yml``.

There are more ways to tell a thing than anybody writes down, but many differ only in who is meant, or when. What is told of "my
mother" and of "my lola" is learnt together. Words that few texts use are one class too: often the name of a person or a place.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Dict, FrozenSet, Iterable, List, Mapping, NamedTuple, Sequence, Text

from ruamel.yaml.nodes import ScalarNode

from bot.nlu.training_yaml import TrainingFileError, compose, entries, mistake, value_of
from bot.privacy.finding.lists import COUNTRIES, STATES

FEWEST_TEXTS = 4
"""A word that fewer texts use is a rare one."""

LONGEST_RUN = 3
"""Words."""

_WORD = re.compile(r"\w+")
_AS_READ = re.compile(r"[a-z]+")
_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 3
_MOST_DIGITS = 4
_BEGIN, _END, _RARE = "<", ">", "<rare>"


class WordClass(NamedTuple):
    """A class, and the words that belong to it."""

    name: Text
    words: Sequence[Text]


def read_word_classes(path: Path) -> List[WordClass]:
    """Return the classes of a file.

    Raises:
        TrainingFileError: an entry has another shape, a word stands twice, or can never be met; with file and line.
    """
    classes: List[WordClass] = []
    seen: Dict[Text, Text] = {}
    for entry in entries(path, compose(path), "classes"):
        name, words = value_of(entry, "class"), value_of(entry, "words")
        if not isinstance(name, ScalarNode) or not isinstance(words, ScalarNode):
            raise mistake(path, entry, "an entry needs 'class:' and 'words:'", "see the others")
        for word in words.value.split():
            if not _AS_READ.fullmatch(word):
                raise mistake(path, words, f"{word!r} is never met", "write lower case letters only: dont for don't")
            if word in seen:
                raise mistake(path, words, f"{word!r} is in the class '{seen[word]}' already", "leave it in one")
            seen[word] = name.value
        classes.append(WordClass(name.value, words.value.split()))
    if not classes:
        raise TrainingFileError(f"{path}:1: there is no class; add one, as in 'class: adult' with 'words: mother mom'.")
    return classes


class RunsOfClasses:
    """Takes a text apart into runs of classes and of the stems of other words: what a vectorizer counts."""

    def __init__(self, class_of: Mapping[Text, Text], known: FrozenSet[Text]) -> None:
        """Take the class of each word that has one, and the words that are not rare."""
        self._class_of = class_of
        self._known = known

    @classmethod
    def learn(cls, classes: Iterable[WordClass], texts: Iterable[Text]) -> "RunsOfClasses":
        """Find out which words are rare in some texts, which must be even (bot/text.py)."""
        class_of = {**dict.fromkeys(COUNTRIES, "country"), **dict.fromkeys(STATES, "state")}
        for name, words in classes:
            class_of.update(dict.fromkeys((f"{word}s" for word in words), f"{name}s"))
            class_of.update(dict.fromkeys(words, name))
        uses = Counter(word for text in texts for word in set(_WORD.findall(text)))
        return cls(class_of, frozenset(word for word, number in uses.items() if number >= FEWEST_TEXTS))

    def __call__(self, text: Text) -> List[Text]:
        """Return the runs of one word and more in a text."""
        words = [_BEGIN, *map(self._sort, _WORD.findall(text)), _END]
        return [
            " ".join(words[first : first + size])
            for size in range(1, LONGEST_RUN + 1)
            for first in range(len(words) - size + 1)
        ]

    def _sort(self, word: Text) -> Text:
        if word.isdigit():
            return "0" * min(len(word), _MOST_DIGITS)
        if word in self._class_of:
            return f"<{self._class_of[word]}>"
        return _stem(word) if word in self._known else _RARE


def _stem(word: Text) -> Text:
    """Return a word without its ending: nearly, which is enough where both forms lose the same."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
