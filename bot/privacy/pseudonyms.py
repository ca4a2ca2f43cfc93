"""Names for people who write from a phone number: the same for a day, and nobody can go back from the name to the number.

A name is a keyed hash (HMAC-SHA-256). Each day has a random key of its own, which is thrown away as soon as no conversation can
still be going on that began under it. From then on not even we can tell whether a number ever wrote to us.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import date, datetime, timedelta
from typing import Dict, List, Protocol

KEY_BYTES = 32


class KeyShelf(Protocol):
    """Where the keys of the last days are kept."""

    def keys(self) -> Dict[date, bytes]:
        """Return day -> key."""

    def put(self, day: date, key: bytes) -> None:
        """Keep the key of a day; the first one that was put for a day stays."""

    def drop_before(self, day: date) -> None:
        """Throw away the keys of all days before this one."""


class MemoryShelf:
    """Keys that last as long as the process."""

    def __init__(self) -> None:
        """Begin with no keys."""
        self._keys: Dict[date, bytes] = {}

    def keys(self) -> Dict[date, bytes]:
        """Return day -> key."""
        return dict(self._keys)

    def put(self, day: date, key: bytes) -> None:
        """Keep the key of a day, unless it has one."""
        self._keys.setdefault(day, key)

    def drop_before(self, day: date) -> None:
        """Throw away older keys."""
        self._keys = {kept: key for kept, key in self._keys.items() if kept >= day}


class Pseudonyms:
    """Gives the names."""

    def __init__(self, shelf: KeyShelf, longest: timedelta) -> None:
        """Take the shelf of keys, and how long a conversation may be silent before it is over."""
        self._shelf = shelf
        self._longest = longest

    def names(self, address: str, now: datetime) -> List[str]:
        """Return the names that an address may have now: today's first, then those of conversations that may still go on."""
        self.rotate(now)
        keys = self._shelf.keys()
        return [_name(address, keys[day]) for day in sorted(keys, reverse=True)]

    def rotate(self, now: datetime) -> None:
        """Make today's key if there is none, and throw away those that no conversation needs any more."""
        self._shelf.drop_before((now - self._longest).date())
        kept = self._shelf.keys()
        if now.date() not in kept:
            self._shelf.put(now.date(), secrets.token_bytes(KEY_BYTES))


def _name(address: str, key: bytes) -> str:
    return hmac.new(key, address.encode("utf-8"), hashlib.sha256).hexdigest()
