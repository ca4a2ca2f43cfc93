"""What is measured of a redacted message. Every tool is measured in the same way, and none knows the tables."""

from __future__ import annotations

import re
import unicodedata
from math import sqrt
from typing import NamedTuple

PLACEHOLDER = re.compile(r"\[[a-z_]+\]|<[A-Z_]+>|\{\{[A-Z_+-]+\}\}")
"""What the three tools put where something was: ``[ssn]``, ``<US_SSN>``, ``{{SOCIAL_SECURITY_NUMBER}}``."""

WINDOW = 4
"""So many letters or digits in a row are a remnant worth counting: the last four of a number are asked for by banks."""


class Share(NamedTuple):
    """``hits`` of ``total``."""

    hits: int = 0
    total: int = 0

    def and_one(self, hit: bool) -> "Share":
        """Count one more."""
        return Share(self.hits + hit, self.total + 1)

    def interval(self) -> tuple[float, float]:
        """Return the 95 % interval of the share (Wilson), 0 to 1."""
        if not self.total:
            return 0.0, 1.0
        z, n, share = 1.96, self.total, self.hits / self.total
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)


def letters(text: str) -> str:
    """Return letters and digits only, joined, without case: ``123-45 6789`` and ``123456789`` are one."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def is_gone(hidden: str, result: str) -> bool:
    """Tell whether a hidden entry stands nowhere in the result, however it is now written or spaced.

    Names of kinds that a tool put in count for nothing.
    """
    return letters(hidden) not in letters(PLACEHOLDER.sub(" ", result))


def is_wholly_gone(hidden: str, text: str, result: str) -> bool:
    """Tell whether not even a few letters or digits in a row are left of a hidden entry.

    A run that the rest of the message has as well is no remnant.
    """
    sought, rest, left = letters(hidden), letters(text.replace(hidden, " ")), letters(PLACEHOLDER.sub(" ", result))
    size = min(WINDOW, len(sought))
    runs = {sought[start : start + size] for start in range(len(sought) - size + 1)}
    return is_gone(hidden, result) and not any(run in left and run not in rest for run in runs)


def cannot_go(hidden: str, text: str) -> bool:
    """Tell whether the rest of the message has the same letters, so that even a perfect tool seems to fail."""
    return not is_gone(hidden, text.replace(hidden, " "))


def is_kept(kept: str, result: str) -> bool:
    """Tell whether a part that must stay stands in the result, sign for sign."""
    return kept in result
