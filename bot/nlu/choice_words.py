"""Messages that choose from what was offered by its place: "the second one", "1"."""

from __future__ import annotations

from typing import Optional, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.choosing import ChoiceReader
from bot.knowledge import KnowledgeBase
from bot.nlu.certain_intents import CertainIntents

CHOOSES = "choose"
"""Intent of a message that only says which choice is meant."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ChoiceWords(CertainIntents):
    """Knows messages that mean one of the choices offered before, whatever these were."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._reader = ChoiceReader(base)

    def intent_of(self, text: Text) -> Optional[Text]:
        """Return ``choose`` for a message that names a place in the list; "both" and "neither" may mean other things, too."""
        choice = self._reader.read(text)
        return CHOOSES if choice and choice.place is not None else None
