"""What components share that settle an intent by the knowledge of today, without training."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Dict, List, Optional, Text, Type, TypeVar

from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import KnowledgeBase
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.needs import NEEDS

ComponentT = TypeVar("ComponentT", bound="CertainIntents")


class CertainIntents(FromKnowledge, IntentClassifier, ABC):
    """Gives full confidence to an intent that a message leaves no doubt about; other messages pass unchanged."""

    def __init__(self, base: KnowledgeBase) -> None:
        """Read from the knowledge what leaves no doubt."""

    @abstractmethod
    def intent_of(self, text: Text) -> Optional[Text]:
        """Return the intent that is certain, or ``None``."""

    @classmethod
    def of(cls: Type[ComponentT], config: Dict[Text, Any], base: KnowledgeBase) -> ComponentT:
        """Create the component."""
        return cls(base)

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace the intent where there is no doubt."""
        for message in messages:
            intent = self.intent_of(message.get(TEXT) or "")
            if intent:
                certain = {"name": intent, "confidence": 1.0}
                others = [entry for entry in message.get("intent_ranking", []) if entry["name"] != intent]
                ranking = [certain, *({**other, "confidence": 0.0} for other in others)]
                message.set(INTENT, certain, add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
                message.data.pop(NEEDS, None)
        return messages
