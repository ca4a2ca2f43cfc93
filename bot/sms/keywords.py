"""Reads the words that steer a conversation: STOP, HELP, MORE ... The words are data (data/knowledge/sms_keywords.yml)."""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Optional, Pattern

from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import LANGUAGES
from bot.knowledge.schema.understanding import SmsKeywordEntry
from bot.text import unaccented

STOP, START, HELP, MORE, BACK, LANGUAGE = "stop", "start", "help", "more", "back", "language"
"""Keywords for which the channel itself does something."""

_LISTS = ("polite", "about_texting", "on_a_locked_phone")


class Keywords:
    """Finds the keyword that a message is."""

    def __init__(self, base: KnowledgeBase) -> None:
        """Take the words and patterns of the knowledge."""
        entries: Mapping[str, SmsKeywordEntry] = base.catalogues["sms_keywords"]
        self._entries = entries
        keywords = {name: entry for name, entry in entries.items() if name not in _LISTS}
        self._names = {unaccented(word): name for name, entry in keywords.items() for word in _all(entry, "words")}
        self._patterns: Dict[str, List[Pattern[str]]] = {
            name: [re.compile(pattern) for pattern in _all(entry, "patterns")] for name, entry in keywords.items()
        }
        polite = sorted(map(unaccented, _all(entries["polite"], "words")), key=len, reverse=True)
        self._polite = re.compile(rf"^(?:(?:{'|'.join(polite)})\b ?)+|(?: ?\b(?:{'|'.join(polite)}))+$")
        texting = map(unaccented, _all(entries["about_texting"], "words"))
        self._about_texting = re.compile(rf"\b(?:{'|'.join(texting)})\b")
        self.hidden_when_locked = _all(entries["on_a_locked_phone"], "words")

    def read(self, text: str) -> Optional[str]:
        """Return the keyword that a whole message is, or ``None``: "STOP", "stop!!", "please stop texting me"."""
        whole = unaccented(text)
        said = _once(self._polite.sub("", whole).strip())
        for form in (whole, said):
            if form in self._names:
                return self._names[form]
        for name, patterns in self._patterns.items():
            if any(pattern.fullmatch(form) for pattern in patterns for form in (whole, said)):
                return name
        return None

    def names_texting(self, text: str) -> bool:
        """Tell whether a message speaks of texts or of the number they go to."""
        return bool(self._about_texting.search(unaccented(text)))

    def intent(self, keyword: str) -> Optional[str]:
        """Return the intent whose button a keyword stands for."""
        return self._entries[keyword].says

    def answered_by_provider(self, keyword: str, text: str) -> bool:
        """Tell whether a provider that answers keywords by itself answers this one: the bare word, nothing around it."""
        return text.strip().lower() in self._entries[keyword].by_provider


def _all(entry: SmsKeywordEntry, field: str) -> List[str]:
    lists = getattr(entry, field)
    return [item for language in LANGUAGES for item in getattr(lists, language)]


def _once(said: str) -> str:
    """Return a word said once that was said several times: "stop stop stop"."""
    words = said.split()
    return words[0] if len(set(words)) == 1 else said
