"""Reading an answer against the question that was asked last."""

from __future__ import annotations

import re
from typing import List, Mapping, Optional, Set

from bot.advice.model import UNKNOWN
from bot.choosing import ChoiceReader
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Words
from bot.text import bare, even

SURE = 0.6
_NOT_KNOWN = ("unsure", "decline_to_say")
_YES_NO = {"affirm": "yes", "deny": "no"}


def read_answer(
    base: KnowledgeBase,
    question: str,
    text: str,
    intent: Optional[str],
    heard: Mapping[str, str],
    confidence: float = 1.0,
) -> Optional[str]:
    """Return the value the person gave, ``unknown``, or ``None`` when the message is no answer.

    Args:
        base: where the question's options are.
        question: id of the circumstance that was asked.
        text: the message.
        intent: what the message was understood as.
        heard: circumstances found in the message.
        confidence: how sure the understanding is of ``intent``, 0 to 1; a yes that decides must be a clear one.
    """
    values = base.circumstances[question].values
    said = bare(text)
    if base.circumstances[question].numbers_are_values and said.isdigit():
        return _from_number(base, question, said)
    for value, option in zip([*values, UNKNOWN, UNKNOWN], _options(base, question), strict=True):
        if said in option:
            return value
    if question in heard:
        return heard[question]
    chosen = _chosen(base, question, text)
    if chosen is not None:
        return chosen
    answered = _answered(base, question, text)
    if answered is not None:
        return answered
    if said in _listed(base, "just_ok"):
        return None
    if intent in _NOT_KNOWN:
        return UNKNOWN
    says_no_more = not heard and intent in (*_YES_NO, "inform", "nlu_fallback", None)
    meant = _opening_word(base, text, first_word=says_no_more)
    if meant is None and confidence >= SURE:
        meant = _YES_NO.get(intent or "")
    return meant if meant in values else None


def _chosen(base: KnowledgeBase, question: str, text: str) -> Optional[str]:
    """Return the value that is meant by its place: "the second one", "both", "neither"."""
    circumstance = base.circumstances[question]
    choice = None if circumstance.numbers_are_values else ChoiceReader(base).read(text)
    if choice is None:
        return None
    if choice.everything:
        return "both" if "both" in circumstance.values else None
    if choice.nothing:
        return None if set(circumstance.values) == {"yes", "no"} else UNKNOWN
    return next(iter(choice.of([*circumstance.values, UNKNOWN, UNKNOWN])), None)


def _answered(base: KnowledgeBase, question: str, text: str) -> Optional[str]:
    """Return the value whose patterns for answers fit, when they fit one value only."""
    found = {
        value
        for value, entry in base.circumstances[question].values.items()
        for language in base.languages()
        for pattern in getattr(entry.answered, language)
        if re.search(base.word_groups.written_out(pattern, language), even(text))
    }
    return found.pop() if len(found) == 1 else None


def _from_number(base: KnowledgeBase, question: str, number: str) -> Optional[str]:
    for value, entry in base.circumstances[question].values.items():
        if any(re.search(base.word_groups.written_out(pattern, "en"), f"age {number}") for pattern in entry.heard.en):
            return value
    return None


def says(base: KnowledgeBase, phrase: str, text: str) -> bool:
    """Tell whether a message is one of the words that a phrase lists."""
    return bare(text) in _listed(base, phrase)


def _listed(base: KnowledgeBase, phrase: str) -> Set[str]:
    """Return the words of a phrase that lists them divided by |, in all languages."""
    words: Words = base.catalogues["phrases"][phrase]
    return {bare(word) for language in base.languages() for word in words.phrase(language).text.split("|")}


SHORT_ANSWER = 5
"""Words of a message whose first word alone may answer: "no first time"."""


def _opening_word(base: KnowledgeBase, text: str, first_word: bool) -> Optional[str]:
    """Return ``yes`` or ``no`` when the message opens with such a word: "yes, but the website is down".

    With ``first_word`` the first word of a short message is enough, without a comma behind it.
    """
    opening = bare(re.split(r"[,.;:!?\n]", text.strip(), maxsplit=1)[0])
    words = bare(text).split()
    first = words[0] if first_word and words and len(words) <= SHORT_ANSWER else ""
    for value in ("yes", "no"):
        if {opening, first} & _listed(base, f"opening_{value}"):
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
