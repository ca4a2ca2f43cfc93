"""Keeps conversations in memory, for a limited time, and short.

Nothing is written to a disk. A conversation that was deleted or started over leaves nothing of what came before, and
one that goes on for long keeps its slots but not its old messages, so that each turn costs the same.
"""

from __future__ import annotations

import time
from typing import Any, Callable, Dict, Iterable, List, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.config import read_settings
from bot.runtime import in_process_actions  # noqa: F401  (installs the in-process actions)

LONGEST_TURNS = 12
"""Messages of a person after which the history is cut."""


class ForgetfulTrackerStore(TrackerStore, SerializedTrackerAsText):
    """A tracker store in memory that forgets by itself."""

    def __init__(
        self,
        domain: Optional[Domain],
        event_broker: Optional[EventBroker] = None,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        """Create the store; ``clock`` gives seconds."""
        super().__init__(domain, event_broker, **kwargs)
        self._clock = clock
        self._keep_seconds = read_settings().session_minutes * 60
        self._kept: Dict[str, str] = {}
        self._seen: Dict[str, float] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a conversation, shortened; sweep the others."""
        await self.stream_events(tracker)
        self.sweep()
        if _started_over(tracker):
            self.forget(tracker.sender_id)
            return
        self._kept[tracker.sender_id] = self.serialise_tracker(_shortened(tracker))
        self._seen[tracker.sender_id] = self._clock()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """Return a conversation that has not been forgotten."""
        self.sweep()
        kept = self._kept.get(sender_id)
        return self.deserialise_tracker(sender_id, kept) if kept is not None else None

    async def keys(self) -> Iterable[str]:
        """Return the ids of the conversations kept."""
        return list(self._kept)

    def forget(self, sender_id: str) -> bool:
        """Delete a conversation at once; tell whether there was one."""
        self._seen.pop(sender_id, None)
        return self._kept.pop(sender_id, None) is not None

    def sweep(self) -> int:
        """Delete what has been silent for too long; return how many."""
        limit = self._clock() - self._keep_seconds
        old = [sender_id for sender_id, seen in self._seen.items() if seen <= limit]
        for sender_id in old:
            self.forget(sender_id)
        return len(old)


def forgetful_store(store: Any) -> ForgetfulTrackerStore:
    """Return our store from inside what Rasa wraps around it.

    Raises:
        TypeError: Rasa uses another store, so the promise to forget cannot be kept.
    """
    inner = getattr(store, "_tracker_store", store)
    if not isinstance(inner, ForgetfulTrackerStore):
        raise TypeError(f"conversations are kept by {type(inner).__name__}; set tracker_store in endpoints.yml")
    return inner


def _started_over(tracker: DialogueStateTracker) -> bool:
    """Tell whether the person has just deleted the chat or started over: nothing was said since."""
    restarted = any(isinstance(event, Restarted) for event in tracker.events)
    return restarted and not any(isinstance(event, UserUttered) for event in tracker.events_after_latest_restart())


def _shortened(tracker: DialogueStateTracker) -> DialogueStateTracker:
    events = tracker.events_after_latest_restart()
    turns = sum(isinstance(event, UserUttered) for event in events)
    if len(events) < len(tracker.events) or (turns > LONGEST_TURNS and not tracker.active_loop_name):
        events = _fresh_start(tracker, turns > LONGEST_TURNS, events)
        return DialogueStateTracker.from_events(tracker.sender_id, events, slots=list(tracker.slots.values()))
    return tracker


def _fresh_start(tracker: DialogueStateTracker, cut: bool, events: List[Event]) -> List[Event]:
    if not cut:
        return events
    slots = [SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.value is not None]
    return [ActionExecuted("action_session_start"), SessionStarted(), *slots, ActionExecuted(ACTION_LISTEN_NAME)]
