"""Circumstances said in passing: "never made an online account", "she gets SSI", "he is 14".

The patterns are data (``heard`` in data/knowledge/circumstances.yml). spaCy cuts the message into sentences, so that
a pattern does not run from one statement into the next; later statements win over earlier ones.
"""

from __future__ import annotations

import re
from typing import Any, Dict, List, NamedTuple, Pattern, Text, Tuple

import spacy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import KnowledgeBase, open_knowledge
from bot.text import asks_for_meaning, bare, even

STATES_CIRCUMSTANCES = "inform"
"""The intent of a message that only states circumstances; without one that we know it says nothing to act on."""


class Heard(NamedTuple):
    """A circumstance found in a text, with its place in the sentence it was found in."""

    circumstance: Text
    value: Text
    start: int
    end: int


class CircumstanceFinder:
    """Finds circumstances in text; usable without Rasa (``advisor parse``)."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._patterns: List[Tuple[Text, Text, Pattern[Text]]] = [
            (name, value, re.compile(pattern))
            for name, circumstance in base.circumstances.items()
            for value, entry in circumstance.values.items()
            for language in ("en", "es", "fr")
            for pattern in getattr(entry.heard, language)
        ]
        self._sentences = _sentence_splitter()

    def find(self, text: Text) -> Dict[Text, Text]:
        """Return circumstance -> value. Within a sentence the longest match wins, across sentences the last."""
        found: Dict[Text, Text] = {}
        for sentence in self._sentences(even(text)).sents:
            if asks_for_meaning(sentence.text):
                continue
            for name, heard in self._best(sentence.text).items():
                found[name] = heard.value
        return found

    def _best(self, sentence: Text) -> Dict[Text, Heard]:
        best: Dict[Text, Heard] = {}
        for name, value, pattern in self._patterns:
            for match in pattern.finditer(sentence):
                current = best.get(name)
                if current is None or _wins(match.start(), match.end(), current):
                    best[name] = Heard(name, value, match.start(), match.end())
        return best


def _wins(start: int, end: int, current: Heard) -> bool:
    """An overlapping match wins by length ("no paper check" over "paper check"), a separate one by coming later."""
    if start < current.end and current.start < end:
        return end - start > current.end - current.start
    return start >= current.end


def _sentence_splitter() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", ";", "\n"]})
    return nlp


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CircumstanceExtractor(GraphComponent):
    """Adds each circumstance found as an entity: its name as entity type, its value as value."""

    def __init__(self, finder: CircumstanceFinder) -> None:
        self._finder = finder

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CircumstanceExtractor":
        """Create the component from the knowledge of today."""
        return cls(CircumstanceFinder(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)))

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the circumstances to the message's entities."""
        for message in messages:
            text = message.get(TEXT) or ""
            entities = [
                {"entity": name, "value": value, "start": 0, "end": len(text), "extractor": type(self).__name__}
                for name, value in sorted(self._finder.find(text).items())
            ]
            if entities:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
            elif bare(text) and (message.get(INTENT) or {}).get("name") == STATES_CIRCUMSTANCES:
                message.set(INTENT, {"name": STATES_CIRCUMSTANCES, "confidence": 0.0}, add_to_output=True)
        return messages
