"""Messages that leave no doubt: the titles on our own buttons, the names of the tasks, and claims as we know them."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import KnowledgeBase, open_knowledge
from bot.text import bare

STATES_CIRCUMSTANCES = "inform"
"""Intent of a message that states something and asks for nothing."""

BUTTON_INTENT_PREFIX = "button_"
"""phrases.yml: ``button_<intent>`` is the title of the button that means this intent."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class KnownPhrases(GraphComponent, IntentClassifier):
    """Gives full confidence to a message that is, to the letter, a button or a task name of ours."""

    def __init__(self, intents: Dict[Text, Text]) -> None:
        self._intents = intents

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "KnownPhrases":
        """Create the component from the knowledge of today, so that a changed title needs no training."""
        return cls(known_phrases(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)))

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace the intent where the whole message is known."""
        for message in messages:
            text = message.get(TEXT) or ""
            intent = self._intents.get(bare(text)) or (STATES_CIRCUMSTANCES if _only_taken_out(text) else None)
            if intent:
                certain = {"name": intent, "confidence": 1.0}
                others = [entry for entry in message.get("intent_ranking", []) if entry["name"] != intent]
                message.set(INTENT, certain, add_to_output=True)
                message.set(
                    "intent_ranking", [certain, *({**o, "confidence": 0.0} for o in others)], add_to_output=True
                )
        return messages


def _only_taken_out(text: Text) -> bool:
    """Tell whether nothing is left of a message but what redaction put in the place of what it took out."""
    return text.startswith("[") and not bare(text)


def known_phrases(base: KnowledgeBase) -> Dict[Text, Text]:
    """Return bare text -> intent, in all languages."""
    found = {}
    for name, task in base.tasks.items():
        found[bare(name)] = name
        for language in base.languages():
            found[bare(task.title.phrase(language).text)] = name
    for claim in base.claims.values():
        for language in base.languages():
            asked = [claim.title.phrase(language).text, *getattr(claim.heard_as, language)]
            found.update({bare(wording): "heard_that" for wording in asked})
    for name, words in base.catalogues["phrases"].items():
        if name.startswith(BUTTON_INTENT_PREFIX):
            for language in base.languages():
                found[bare(words.phrase(language).text)] = name[len(BUTTON_INTENT_PREFIX) :]
    return found
