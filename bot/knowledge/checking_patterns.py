"""Checks of regular expressions, of the word groups that they name, and of the cues that the program asks for."""

from __future__ import annotations

import re
from typing import Any, Dict, Iterable, Iterator, Mapping, Set, Tuple

from bot.knowledge.patterns import WordGroups, each, names_in
from bot.knowledge.reading import Document
from bot.knowledge.schema.parts import WordLists
from bot.knowledge.schema.understanding import WordGroupEntry
from bot.knowledge.walking import Location, walk

NEEDED_CUES: Mapping[str, Tuple[str, ...]] = {
    "cues": (
        "greets_first", "thanks_last", "announces_identifier",
        "clause_break", "another_need", "joins_needs", "leads_on", "asks_for_something",
        "choice_1", "choice_2", "choice_3", "choice_4", "choice_last", "choice_all", "choice_none",
    ),
    "statement_cues": (
        "fillers", "asks", "supposes", "goes_on_supposing", "of_others", "goes_on_of_others", "of_oneself",
        "names_subject", "leans_afterwards", "left_open", "leans", "one_helped", "corrects", "asks_within", "asks_back",
        "in_general", "hearsay", "leaves_open", "negates", "negates_given", "interjection", "wishes", "not_yet", "over",
        "not_now", "given", "tells_of_it", "denies", "is_under_way", "done_to_me", "breaks", "starts", "joined_to",
        "own_matter", "mention", "helped_even_then", "dead", "dead_by_pronoun", "between_choices",
    ),
}  # fmt: skip
"""Cues that the program asks for by name, by file."""

_PATTERNS = ("heard", "answered", "only_in", "patterns")
"""Keys under which regular expressions stand, per language."""


def check_cues(document: Document, cues: Mapping[str, Any], kind: str) -> None:
    """Check that no cue is missing that the program asks for, and that it asks for all that are there."""
    if not document.root:  # the file could not be read at all, which is told
        return
    needed = NEEDED_CUES[kind]
    for name in needed:
        if name not in document.root:
            document.report((), f"the cue '{name}' is missing", "restore it, or undo its new name")
    for name in cues:
        if name not in needed and not name.startswith("choice_"):
            document.report((name,), f"nothing asks for the cue '{name}'", "move its patterns to one of the other cues")


def check_patterns(documents: Mapping[str, Document], catalogues: Mapping[str, Mapping[str, Any]]) -> None:
    """Check every regular expression of the catalogues, and that every word group is used."""
    checker = _PatternChecker(documents["word_groups"], catalogues["word_groups"])
    for kind, entries in catalogues.items():
        for at, lists in _pattern_lists(entries):
            checker.check(documents[kind], lists, at)
    _check_used(documents, catalogues["word_groups"])


def _check_used(documents: Mapping[str, Document], groups: Iterable[str]) -> None:
    """Check that something names every word group; entries with mistakes count, files that cannot be read tell nothing."""
    if all(document.root for document in documents.values()):
        named = {name for document in documents.values() for name in names_in(str(document.root))}
        for name in groups:
            if name not in named:
                documents["word_groups"].report((name,), f"nothing names <{name}>", "use it in a pattern, or remove it")


def _pattern_lists(entries: Any) -> Iterator[Tuple[Location, WordLists]]:
    for at, entry in walk(entries):
        if isinstance(entry, WordLists) and at[-1] in _PATTERNS:
            yield at, entry


class _PatternChecker:
    """Checks patterns; a mistake in a word group is told at the group, not at each pattern that names it."""

    def __init__(self, document: Document, groups: Mapping[str, WordGroupEntry]) -> None:
        self._document = document
        self._groups = groups
        self._sound: Dict[str, WordGroupEntry] = {}
        self._seen: Set[str] = set()
        for name in groups:
            self._check_group(name, ())

    def check(self, document: Document, lists: WordLists, at: Location) -> None:
        """Check that the patterns of a list name word groups that exist, and are regular expressions."""
        sound = WordGroups(self._sound)
        for language, index, pattern in each(lists):
            place = (*at, language, index)
            for name in names_in(pattern):
                self._check_name(document, place, name, language)
            try:
                re.compile(sound.written_out(pattern, language))
            except (re.error, OverflowError) as error:
                document.report(place, f"not a regular expression: {error}", "escape special characters with \\")

    def _check_name(self, document: Document, at: Location, name: str, language: str) -> None:
        if not self._document.root:  # the file could not be read at all, which is told
            return
        if name not in self._document.root:  # one that is there with a mistake is told of there
            document.report_dead(at, "word group", name, self._document.root)
        elif name in self._groups and not getattr(self._groups[name].words, language):
            document.report(
                at, f"the word group '{name}' has no words under '{language}'", "add them in word_groups.yml"
            )

    def _check_group(self, name: str, within: Tuple[str, ...]) -> None:
        """Check a group, after those that its words name; a group with a mistake is not among the sound ones."""
        if name in self._seen:
            return
        self._seen.add(name)
        before = len(self._document.problems)
        words = self._groups[name].words
        for language, index, word in each(words):
            for other in names_in(word):
                if other in (*within, name):
                    self._report_circle((name, "words", language, index), other, (*within, name))
                elif other in self._groups:
                    self._check_group(other, (*within, name))
        self.check(self._document, words, (name, "words"))
        if len(self._document.problems) == before:
            self._sound[name] = self._groups[name]

    def _report_circle(self, at: Location, other: str, within: Tuple[str, ...]) -> None:
        way = " -> ".join(f"<{step}>" for step in (*within[within.index(other) :], other))
        self._document.report(at, f"the word group '{other}' stands for itself: {way}", "write out the words instead")
