"""What stands around a wish and changes nothing of it: a greeting, a thank-you, a name, a number to call back.

Judged with the rest it would: "need my 1099. thanks so much" is half a thank-you. The words are in data/knowledge/cues.yml.
"""

from __future__ import annotations

import re
from typing import Match, Optional, Text

from bot.knowledge import KnowledgeBase
from bot.nlu.cues import cue
from bot.text import bare, even, with_placeholders

_EDGES = " ,.;:!-"

LONGEST_THANKS = 120
"""Characters at the end of a message in which a thank-you is looked for."""

_GAPS = re.compile(r"\s*([,.;])(?:\s*[,.;])+")


class Trimmer:
    """Leaves such words out of messages; what is left is even (bot/text.py)."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._first = cue(base, "greets_first")
        self._last = cue(base, "thanks_last")
        self._announces = cue(base, "announces_identifier")

    def trim(self, text: Text) -> Text:
        """Return what is left of a message; all of it if nothing would be."""
        kept = self._without_last(self._without_first(self.without_identifiers(text)))
        return kept if bare(kept) else even(text)

    def without_identifiers(self, text: Text) -> Text:
        """Return a message without what redaction put in the place of identifiers, and the words that announce them."""
        if "[" not in text:
            return even(text)
        left = " ".join(self._announces.sub(" ", with_placeholders(text)).split())
        return _GAPS.sub(r"\1", left).strip(_EDGES)

    def _without_first(self, text: Text) -> Text:
        found = self._first.match(text)
        while found and found.end():
            text = text[found.end() :].lstrip(_EDGES)
            found = self._first.match(text)
        return text

    def _without_last(self, text: Text) -> Text:
        found = self._last_of(text)
        while found and found.group():
            text = text[: found.start()].rstrip(" ,;:-")
            found = self._last_of(text)
        return text

    def _last_of(self, text: Text) -> Optional[Match[Text]]:
        return self._last.search(text, max(0, len(text) - LONGEST_THANKS))
