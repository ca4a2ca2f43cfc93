"""Session tokens: random, issued by the server, bound to nothing about the person.

A token carries its own proof (HMAC) and the minute in which it was issued, so the server needs no list of sessions, nobody can make
one up, and a conversation cannot be kept for ever. The minute is in the token only, which the server does not keep.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from typing import Callable, Optional

_RANDOM_BYTES = 24
_PROOF_LENGTH = 32


class TokenIssuer:
    """Issues and recognises tokens made with one key."""

    def __init__(self, key: Optional[str] = None, clock: Callable[[], float] = time.time) -> None:
        """Use ``key``, or a random one that lasts as long as the process; ``clock`` gives seconds since 1970."""
        self._key = key.encode() if key else secrets.token_bytes(32)
        self._clock = clock

    def issue(self) -> str:
        """Return a fresh token."""
        name = f"{secrets.token_urlsafe(_RANDOM_BYTES)}~{self._minute():x}"
        return f"{name}.{self._proof(name)}"

    def minutes_old(self, token: str) -> int:
        """Return how many minutes ago a token of ours was issued."""
        name, _ = token.split(".")
        _, known, minute = name.rpartition("~")
        return self._minute() - int(minute, 16) if known else self._minute()  # one from before tokens had a minute

    def sender_id(self, token: object) -> Optional[str]:
        """Return the conversation's id for a token of ours, ``None`` for anything else."""
        if not isinstance(token, str) or not token.isascii() or token.count(".") != 1:
            return None
        name, proof = token.split(".")
        if not hmac.compare_digest(proof.encode(), self._proof(name).encode()):
            return None
        return hashlib.sha256(self._key + name.encode()).hexdigest()

    def _minute(self) -> int:
        return int(self._clock()) // 60

    def _proof(self, name: str) -> str:
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()[:_PROOF_LENGTH]
