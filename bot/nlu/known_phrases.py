"""Messages that leave no doubt: the titles on our own buttons, the names of the tasks, and claims as we know them."""

from __future__ import annotations

from typing import Optional, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.knowledge import KnowledgeBase
from bot.knowledge.naming import known_phrases
from bot.nlu.certain_intents import CertainIntents
from bot.nlu.trimming import Trimmer
from bot.text import bare

STATES_CIRCUMSTANCES = "inform"
"""Intent of a message that states something and asks for nothing."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class KnownPhrases(CertainIntents):
    """Knows messages that are, to the letter, a button, a task name or a claim of ours."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._intents = known_phrases(base)
        self._trimmer = Trimmer(base)

    def intent_of(self, text: Text) -> Optional[Text]:
        """Return the intent of a message that is known as a whole."""
        return self._intents.get(bare(text)) or (STATES_CIRCUMSTANCES if self._only_taken_out(text) else None)

    def _only_taken_out(self, text: Text) -> bool:
        """Tell whether nothing is left of a message but what redaction put in the place of what it took out."""
        return "[" in text and not bare(self._trimmer.without_identifiers(text))
