"""Session tokens: random, issued by the server, bound to nothing about the person.

A token carries its own proof (HMAC), so the server needs no list of sessions, and nobody can make one up.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Optional

_RANDOM_BYTES = 24
_PROOF_LENGTH = 32


class TokenIssuer:
    """Issues and recognises tokens made with one key."""

    def __init__(self, key: Optional[str] = None) -> None:
        """Use ``key``, or a random one that lasts as long as the process."""
        self._key = key.encode() if key else secrets.token_bytes(32)

    def issue(self) -> str:
        """Return a fresh token."""
        name = secrets.token_urlsafe(_RANDOM_BYTES)
        return f"{name}.{self._proof(name)}"

    def sender_id(self, token: object) -> Optional[str]:
        """Return the conversation's id for a token of ours, ``None`` for anything else."""
        if not isinstance(token, str) or not token.isascii() or token.count(".") != 1:
            return None
        name, proof = token.split(".")
        if not hmac.compare_digest(proof.encode(), self._proof(name).encode()):
            return None
        return hashlib.sha256(self._key + name.encode()).hexdigest()

    def _proof(self, name: str) -> str:
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()[:_PROOF_LENGTH]
