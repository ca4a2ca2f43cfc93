"""Who wants no more texts. Kept is a keyed hash of the number and nothing else, until the person texts START.

The names of conversations change every day (bot/privacy/pseudonyms.py); an opt-out must last. So it has a key of its own, made from
``ADVISOR_SECRET``. Who has both that secret and this list could try all numbers and find those on it.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Protocol, Set

_PURPOSE = b"opted out of text messages"


class OptOutShelf(Protocol):
    """Where the hashes are kept."""

    def put(self, name: str) -> None:
        """Keep a hash; keeping it twice is keeping it once."""

    def drop(self, name: str) -> None:
        """Let go of a hash, if it is there."""

    def has(self, name: str) -> bool:
        """Tell whether a hash is kept."""


class MemoryOptOuts:
    """Hashes that last as long as the process; for tests."""

    def __init__(self) -> None:
        """Begin with none."""
        self.names: Set[str] = set()

    def put(self, name: str) -> None:
        """Keep a hash."""
        self.names.add(name)

    def drop(self, name: str) -> None:
        """Let go of a hash."""
        self.names.discard(name)

    def has(self, name: str) -> bool:
        """Tell whether a hash is kept."""
        return name in self.names


class OptOuts:
    """The numbers that get no texts."""

    def __init__(self, secret: str, shelf: OptOutShelf) -> None:
        """Take the server's secret and the shelf."""
        self._key = hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).digest()
        self._shelf = shelf

    def add(self, number: str) -> None:
        """Send this number nothing any more."""
        self._shelf.put(self._name(number))

    def remove(self, number: str) -> None:
        """Answer this number again."""
        self._shelf.drop(self._name(number))

    def __contains__(self, number: str) -> bool:
        return self._shelf.has(self._name(number))

    def _name(self, number: str) -> str:
        return hmac.new(self._key, number.encode(), hashlib.sha256).hexdigest()
