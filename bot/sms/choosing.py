"""Reads a message against the list that was sent last: its number, its words, or its words with a slip."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from rapidfuzz import fuzz

from bot.sms.talk import Choice
from bot.text import unaccented

SURELY = 85
"""So alike (of 100) a message must be to a line of the list to be meant for it ..."""

LEAST_LENGTH = 5
"""... when it has so many characters; shorter ones are alike by accident."""

CLEAR_OF = 8
"""So much less alike must the second best line be."""

_MARKED = re.compile(r"^(?:no|num|number|nr|option|answer|reply|letter)? ?#? ?([a-i]|[1-9])\b ?(.*)$")


def chosen(choices: Sequence[Choice], text: str) -> Optional[Choice]:
    """Return the line that is meant, or ``None`` when the message says something else."""
    said = unaccented(text)
    if not said or not choices:
        return None
    by_words = next(
        (choice for choice in choices if said in (unaccented(choice.title), unaccented(choice.payload))), None
    )
    return by_words or _by_mark(choices, said) or _by_likeness(choices, said)


def _by_mark(choices: Sequence[Choice], said: str) -> Optional[Choice]:
    """Read "2", "#2", "2.", "number 2", "2 no": what stands behind the mark must be the words of the line."""
    found = _MARKED.match(said)
    if not found:
        return None
    mark, rest = found.groups()
    choice = next((choice for choice in choices if choice.mark.lower() == mark), None)
    if choice is None or not rest:
        return choice
    title = unaccented(choice.title)
    return choice if f"{title} ".startswith(f"{rest} ") or fuzz.ratio(rest, title) >= SURELY else None


def _by_likeness(choices: Sequence[Choice], said: str) -> Optional[Choice]:
    if len(said) < LEAST_LENGTH:
        return None
    ranked = sorted(((fuzz.ratio(said, unaccented(choice.title)), choice) for choice in choices), reverse=True)
    best, second = ranked[0], (ranked[1] if len(ranked) > 1 else (0.0, None))
    return best[1] if best[0] >= SURELY and best[0] - second[0] >= CLEAR_OF else None
