"""What our own words mean when somebody sends them back: titles on buttons, names of tasks, claims as we know them."""

from __future__ import annotations

from typing import Dict

from bot.knowledge.base import KnowledgeBase
from bot.text import bare

BUTTON_INTENT_PREFIX = "button_"
"""phrases.yml: ``button_<intent>`` is the title of the button that means this intent."""


def known_phrases(base: KnowledgeBase) -> Dict[str, str]:
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
