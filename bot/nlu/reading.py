"""How a message is read before anything is concluded from it: clauses, and the things it names.

spaCy cuts the text into tokens and sentences and finds the names of forms, papers, benefits and offices, right or wrong ones
(data/knowledge/gazetteers.yml). Where a clause ends inside a sentence is said by ``clause_break`` in data/knowledge/cues.yml.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterator, List, NamedTuple, Text, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from bot.knowledge import KnowledgeBase
from bot.nlu.cues import cue
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.statements import sentence_splitter
from bot.nlu.trimming import Trimmer
from bot.text import bare, even

READING = "reading"
"""Under this key the components of the pipeline find the :class:`Reading` of a message."""

Span = Tuple[int, int]
"""Clauses of a message, from the first up to but not including the second number."""

WHOLE: Span = (0, 0)
"""Stands for the message as a whole among the spans."""

MOST_CLAUSES = 12
"""A longer story is read to here; its last clauses are kept whole."""


_END = re.compile(r"([.,!?;:]+)(?=\s|$)")
"""Punctuation behind a word; spaCy would keep the dot in "part b." as part of an abbreviation."""


class Clause(NamedTuple):
    """A clause, and what stood between it and the one before ("and", "," or "." for a new sentence)."""

    joint: Text
    text: Text


class Named(NamedTuple):
    """A thing that a message names: an entry of the gazetteers, and where it stands in the text as read."""

    kind: Text
    entry: Text
    start: int
    end: int


class Reading(NamedTuple):
    """What the pipeline knows of a message before it judges it. Texts are as :func:`bot.text.even` gives them.

    Attributes:
        text: the message as spaCy reads it.
        wish: the message without what only stands around a wish (trimming.py).
        clauses: of the wish.
        named: things the message names.
    """

    text: Text
    wish: Text
    clauses: Tuple[Clause, ...]
    named: Tuple[Named, ...]

    def span(self, first: int, end: int) -> Text:
        """Return the clauses from ``first`` up to but not including ``end`` as one text."""
        return " ".join(clause.text for clause in self.clauses[first:end])


def spans_to_judge(reading: Reading) -> List[Span]:
    """Return the parts of a message that are judged by themselves: both sides of each cut, and what is next to it."""
    length = len(reading.clauses)
    if length < 2:
        return []
    wanted = {span for cut in range(1, length) for span in (*spans_left_of(cut), *spans_right_of(cut, length))}
    return sorted(wanted)


def spans_left_of(cut: int) -> List[Span]:
    """Return the parts that end at a cut: all of the left side, its last clause, its last two."""
    return [(0, cut), (cut - 1, cut), (max(cut - 2, 0), cut)]


def spans_right_of(cut: int, length: int) -> List[Span]:
    """Return the parts that begin at a cut."""
    return [(cut, length), (cut, cut + 1), (cut, min(cut + 2, length))]


class Reader:
    """Reads messages; usable without Rasa."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._nlp = sentence_splitter([".", "!", "?", ";", "\n", "\u2026"])
        self._breaks = cue(base, "clause_break")
        self._trimmer = Trimmer(base)
        self._names = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._kinds = {name: entry.kind for name, entry in base.catalogues["gazetteers"].items()}
        for name, entry in base.catalogues["gazetteers"].items():
            called = [word for language in ("en", "es", "fr") for word in getattr(entry.called, language)]
            self._names.add(name, [self._nlp.make_doc(even(word)) for word in called])

    def read(self, text: Text) -> Reading:
        """Return the reading of a message."""
        whole = even(text)
        wish = self._trimmer.trim(text)
        doc = self._doc(whole)
        sentences = doc.sents if wish == whole else self._doc(wish).sents
        clauses = [clause for sentence in sentences for clause in self._clauses(sentence.text)]
        if len(clauses) > MOST_CLAUSES:
            rest = " ".join(clause.text for clause in clauses[MOST_CLAUSES - 1 :])
            clauses = [*clauses[: MOST_CLAUSES - 1], Clause(clauses[MOST_CLAUSES - 1].joint, rest)]
        named = [
            Named(self._kinds[span.label_], span.label_, span.start_char, span.end_char)
            for span in filter_spans(self._names(doc, as_spans=True))
        ]
        return Reading(doc.text, wish, tuple(clauses), tuple(named))

    def _doc(self, text: Text) -> Doc:
        return self._nlp(_END.sub(r" \1", text))

    def _clauses(self, sentence: Text) -> Iterator[Clause]:
        joint, start = ".", 0
        for found in self._breaks.finditer(sentence):
            yield from _clause(joint, sentence[start : found.start()])
            joint, start = found.group().strip() or ",", found.end()
        yield from _clause(joint, sentence[start:])


def _clause(joint: Text, text: Text) -> Iterator[Clause]:
    words = text.strip(" .,;:!-")
    if bare(words):
        yield Clause(joint, words)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class MessageReader(FromKnowledge):
    """Reads each message once for the components that follow, and reports the things it names as entities."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @classmethod
    def of(cls, config: Dict[Text, Any], base: KnowledgeBase) -> "MessageReader":
        """Create the component."""
        return cls(Reader(base))

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the reading and add the named things to the message's entities."""
        for message in messages:
            reading = self._reader.read(message.get(TEXT) or "")
            message.set(READING, reading)
            entities = [
                {"entity": n.kind, "value": n.entry, "start": n.start, "end": n.end, "extractor": type(self).__name__}
                for n in reading.named
            ]
            if entities:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
        return messages
