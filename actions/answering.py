"""Reading an answer against the question that was asked last."""

from __future__ import annotations

import re
from typing import List, Mapping, Optional

from bot.advice.model import UNKNOWN
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema import Words
from bot.text import bare

_NOT_KNOWN = ("unsure", "decline_to_say")
_YES_NO = {"affirm": "yes", "deny": "no"}


def read_answer(
    base: KnowledgeBase, question: str, text: str, intent: Optional[str], heard: Mapping[str, str]
) -> Optional[str]:
    """Return the value the person gave, ``unknown``, or ``None`` when the message is no answer.

    Args:
        base: where the question's options are.
        question: id of the circumstance that was asked.
        text: the message.
        intent: what the message was understood as.
        heard: circumstances found in the message.
    """
    values = base.circumstances[question].values
    said = bare(text)
    for value, option in zip([*values, UNKNOWN, UNKNOWN], _options(base, question), strict=True):
        if said in option:
            return value
    if question in heard:
        return heard[question]
    if intent in _NOT_KNOWN:
        return UNKNOWN
    meant = _opening_word(base, text) or _YES_NO.get(intent or "")
    return meant if meant in values else None


def _opening_word(base: KnowledgeBase, text: str) -> Optional[str]:
    """Return ``yes`` or ``no`` when the message opens with such a word: "yes, but the website is down"."""
    opening = bare(re.split(r"[,.;:!?\n]", text.strip(), maxsplit=1)[0])
    for value in ("yes", "no"):
        words: Words = base.catalogues["phrases"][f"opening_{value}"]
        said = {bare(word) for language in base.languages() for word in words.phrase(language).text.split("|")}
        if opening in said:
            return value
    return None


def _options(base: KnowledgeBase, question: str) -> List[List[str]]:
    """Return what counts as choosing each option: its title in any language, its id, its number."""
    languages = base.languages()
    phrases = base.catalogues["phrases"]
    titled = [(value, entry.button) for value, entry in base.circumstances[question].values.items()]
    titled += [("unknown", phrases["not_sure"]), ("decline", phrases["rather_not_say"])]
    return [
        [bare(name.replace("_", " ")), str(number), *(bare(words.phrase(language).text) for language in languages)]
        for number, (name, words) in enumerate(titled, start=1)
    ]
