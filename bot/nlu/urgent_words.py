"""Words that leave no choice: an urgent reply comes first, whatever else a message says or seems to be about."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Optional, Pattern, Text, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import KnowledgeBase, open_knowledge
from bot.text import even


class UrgentFinder:
    """Finds the urgent reply that a message needs; usable without Rasa."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._patterns: List[Tuple[Text, Pattern[Text]]] = [
            (name, re.compile(pattern))
            for name, entry in base.special.items()
            for language in ("en", "es", "fr")
            for pattern in getattr(entry.heard, language)
        ]

    def find(self, text: Text) -> Optional[Text]:
        """Return the reply's id; the first in special.yml wins."""
        plain = even(text)
        return next((name for name, pattern in self._patterns if pattern.search(plain)), None)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class UrgentWords(GraphComponent, IntentClassifier):
    """Gives full confidence to an urgent intent whose words are in the message."""

    def __init__(self, finder: UrgentFinder) -> None:
        self._finder = finder

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "UrgentWords":
        """Create the component from the knowledge of today."""
        return cls(UrgentFinder(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)))

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace the intent where urgent words are heard."""
        for message in messages:
            intent = self._finder.find(message.get(TEXT) or "")
            if intent:
                certain = {"name": intent, "confidence": 1.0}
                others = [entry for entry in message.get("intent_ranking", []) if entry["name"] != intent]
                message.set(INTENT, certain, add_to_output=True)
                message.set(
                    "intent_ranking", [certain, *({**o, "confidence": 0.0} for o in others)], add_to_output=True
                )
        return messages
