"""Circumstances said in passing, as entities: "never made an online account", "she gets SSI", "he is 14"."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import KnowledgeBase
from bot.nlu.circumstance_finder import CircumstanceFinder
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.known_phrases import STATES_CIRCUMSTANCES
from bot.text import bare


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CircumstanceExtractor(FromKnowledge):
    """Adds each circumstance found as an entity: its name as entity type, its value as value."""

    def __init__(self, finder: CircumstanceFinder) -> None:
        self._finder = finder

    @classmethod
    def of(cls, config: Dict[Text, Any], base: KnowledgeBase) -> "CircumstanceExtractor":
        """Create the component."""
        return cls(CircumstanceFinder(base))

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the circumstances to the message's entities."""
        for message in messages:
            text = message.get(TEXT) or ""
            entities = [
                {
                    "entity": name,
                    "value": stated.value,
                    "certain": stated.certain,
                    "start": 0,
                    "end": len(text),
                    "extractor": type(self).__name__,
                }
                for name, stated in sorted(self._finder.hear(text).items())
            ]
            if entities:
                message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
            elif bare(text) and (message.get(INTENT) or {}).get("name") == STATES_CIRCUMSTANCES:
                message.set(INTENT, {"name": STATES_CIRCUMSTANCES, "confidence": 0.0}, add_to_output=True)
        return messages
