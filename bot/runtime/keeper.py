"""Ends conversations everywhere: tracker, events and lock go together, and so do messages for review when they expire."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.config import Settings
from bot.knowledge.state import StateStore
from bot.privacy.endings import Ending


def drop_expired(settings: Settings, on: date) -> int:
    """Delete the messages for review that are older than the notice says, all of them once that is switched off; return how many."""
    return StateStore(settings.state_db).drop_unmatched_before(on - timedelta(days=settings.review_days - 1))


class Keeper:
    """Ends conversations of a running server."""

    def __init__(self, tracker_store: Any, lock_store: Any, settings: Settings) -> None:
        """Take our tracker store and Rasa's lock store."""
        self._trackers = tracker_store
        self._locks = lock_store
        self._settings = settings

    @property
    def conversations(self) -> Any:
        """Where conversations are kept."""
        return self._trackers.conversations

    async def end(self, name: str, ending: Ending) -> bool:
        """End a conversation; tell whether there was one.

        A message that is being answered is waited for: its answer would otherwise be kept after the end.
        """
        async with self._locks.lock(name):
            found: bool = self._trackers.end(name, ending)
        self._locks.delete_lock(name)
        return found

    def stay(self, name: str) -> bool:
        """Begin the silence of a conversation anew, as a message would; tell whether there is one."""
        found: bool = self._trackers.touch(name)
        return found

    def sweep(self, on: date) -> int:
        """End what has been silent for too long; return how many conversations."""
        names = self._trackers.sweep()
        for name in names:
            self._locks.delete_lock(name)
        drop_expired(self._settings, on)
        return len(names)
