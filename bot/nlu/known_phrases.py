"""Messages that leave no doubt: the titles on our own buttons, the names of the tasks, and claims as we know them."""

from __future__ import annotations

from typing import Dict, Optional, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.knowledge import KnowledgeBase
from bot.nlu.certain_intents import CertainIntents
from bot.text import bare

STATES_CIRCUMSTANCES = "inform"
"""Intent of a message that states something and asks for nothing."""

BUTTON_INTENT_PREFIX = "button_"
"""phrases.yml: ``button_<intent>`` is the title of the button that means this intent."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class KnownPhrases(CertainIntents):
    """Knows messages that are, to the letter, a button, a task name or a claim of ours."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._intents = known_phrases(base)

    def intent_of(self, text: Text) -> Optional[Text]:
        """Return the intent of a message that is known as a whole."""
        return self._intents.get(bare(text)) or (STATES_CIRCUMSTANCES if _only_taken_out(text) else None)


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
