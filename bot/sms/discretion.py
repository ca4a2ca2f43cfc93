"""What a phone shows while it is locked: the start of a message, to whoever looks at it. Some words must not stand there."""

from __future__ import annotations

import re
from typing import Sequence

from bot.text import even

SHOWN = 40
"""Characters of a message that a locked phone shows at least."""


class Discretion:
    """Keeps certain words out of the start of a message, by an opening that says nothing."""

    def __init__(self, words: Sequence[str], opening: str) -> None:
        """Take the words (the start of a word is enough to hide it) and the opening, at least ``SHOWN`` characters long."""
        self._hidden = re.compile(r"\b(" + "|".join(re.escape(even(word)) for word in words) + r")", re.IGNORECASE)
        self._opening = opening

    def shows_too_much(self, text: str) -> bool:
        """Tell whether the start of a message has one of the words, be it cut in the middle."""
        found = self._hidden.search(even(text[: 3 * SHOWN]))
        return found is not None and found.start() < SHOWN

    def guard(self, text: str) -> str:
        """Return the message, behind the opening where it is needed."""
        return f"{self._opening}\n{text}" if self.shows_too_much(text) else text
