"""Words that leave no choice: an urgent reply comes first, whatever else a message says or seems to be about."""

from __future__ import annotations

import re
from typing import List, Optional, Pattern, Text, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.knowledge import KnowledgeBase
from bot.nlu.certain_intents import CertainIntents
from bot.text import even


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class UrgentWords(CertainIntents):
    """Knows urgent replies by the words in a message (``heard`` in special.yml)."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._patterns: List[Tuple[Text, Pattern[Text]]] = [
            (name, re.compile(pattern))
            for name, entry in base.special.items()
            for pattern in base.word_groups.all_of(entry.heard)
        ]

    def intent_of(self, text: Text) -> Optional[Text]:
        """Return the reply that the words call for; the first in special.yml wins."""
        plain = even(text)
        return next((name for name, pattern in self._patterns if pattern.search(plain)), None)
