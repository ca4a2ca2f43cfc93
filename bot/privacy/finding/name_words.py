"""Which words can be part of a name, and which cannot."""

from __future__ import annotations

import re

from bot.privacy.finding.dates import MONTH
from bot.privacy.finding.lists import COMMON_WORDS, COUNTRIES, DEMONYMS, NO_NAMES
from bot.privacy.finding.number_words import NUMBER_WORDS

PARTICLES = {"de", "del", "la", "las", "los", "da", "dos", "van", "von", "der", "bin", "ibn", "al", "el", "le", "st", "san", "du", "des", "mc", "ben", "abu", "y"}  # fmt: skip
_MONTHS = re.compile(MONTH)
_ELISION = re.compile(r"[cjlmnst]'[aeiouhy]|(?:qu|d)'(?:un|il|el|on)")


def is_month(word: str) -> bool:
    """Tell whether a word, in lower case, is a month."""
    return bool(_MONTHS.fullmatch(word))


def may_be_name(word: str) -> bool:
    """Tell whether a word, in lower case, is none of those that are part of no name."""
    if word in NO_NAMES or word in COUNTRIES or word in DEMONYMS or word in NUMBER_WORDS:
        return False
    if word in COMMON_WORDS or _ELISION.match(word):
        return False
    return not is_month(word)
