"""Slips of the finger in words that the model does not know: "porof" is read as "proof".

Only where exactly one letter is missing, too much, wrong or in its neighbor's place, and only towards words that many people used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Dict, List, Mapping, Text

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5
"""Letters. A shorter word has too many neighbors."""

_WORD = re.compile(r"[^\W\d_]{%d,}" % SHORTEST)


class Speller:
    """Mends single slips; usable without Rasa."""

    def __init__(self, used: Mapping[Text, float], often: float) -> None:
        """Take the words that are known.

        Args:
            used: word -> the share of messages that use it, 0 to 1.
            often: the share that makes a word one that others are read as.
        """
        self._used = used
        self._by_length: Dict[int, List[Text]] = defaultdict(list)
        for word, share in used.items():
            if len(word) >= SHORTEST and share >= often and word.isalpha():
                self._by_length[len(word)].append(word)

    def mend(self, text: Text) -> Text:
        """Return the text with each unknown word that is one slip from a known one put right."""
        return _WORD.sub(lambda match: self._mended(match[0]), text)

    def _mended(self, word: Text) -> Text:
        if word in self._used:
            return word
        near = [known for length in (len(word), len(word) - 1, len(word) + 1) for known in self._near(word, length)]
        return max(near, key=lambda known: self._used[known], default=word)

    def _near(self, word: Text, length: int) -> List[Text]:
        found = process.extract(word, self._by_length[length], scorer=OSA.distance, score_cutoff=1, limit=None)
        return [known for known, _, _ in found if _same_start(word, known)]


def _same_start(word: Text, known: Text) -> bool:
    """Tell whether one of the first two letters is the same; both are seldom wrong."""
    return word[0] in known[:2] or word[1] in known[:2]
