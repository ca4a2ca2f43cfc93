"""Locks: one message of a conversation at a time, also where several workers share the work (Redis).

Rasa deletes a lock once nobody waits for it. After a crash one can stay behind, under the conversation's id; it goes with the
conversation, at the latest when that is swept.
"""

from __future__ import annotations

from typing import Any, Dict, Optional, Tuple
from urllib.parse import unquote, urlsplit

from redis import StrictRedis

from bot.config import ConfigurationError

PREFIX = "lock:"
"""How Rasa's lock store names its keys."""


def redis_settings(url: str) -> Tuple[str, Dict[str, Any]]:
    """Return host and settings of Rasa's Redis lock store for an address such as ``redis://:password@host:6379/1``.

    Raises:
        ConfigurationError: the address names no host.
    """
    parts = urlsplit(url)
    if not parts.hostname:
        raise ConfigurationError("ADVISOR_LOCKS: name the host, as in redis://localhost:6379/0.")
    return parts.hostname, {
        "port": parts.port or 6379,
        "db": int(parts.path.strip("/") or 0),
        "username": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
        "use_ssl": parts.scheme == "rediss",
    }


def delete_lock(url: Optional[str], conversation: str) -> None:
    """Delete what a crash left behind of a conversation's lock; does nothing where locks are kept in memory."""
    if url:
        StrictRedis.from_url(url).delete(f"{PREFIX}{conversation}")
