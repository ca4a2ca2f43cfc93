"""Rasa's view of where conversations are kept: for a limited time, and short.

A conversation that was deleted or started over leaves nothing of what came before, and one that goes on for long keeps its slots but
not its old messages, so that each turn costs the same. Where it is kept, see bot/runtime/conversations.py.
"""

from __future__ import annotations

import logging
import time
from typing import Any, Callable, Dict, Iterable, List, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.config import ConfigurationError, read_settings
from bot.privacy.endings import Ending
from bot.privacy.redact import redact
from bot.runtime import in_process_actions  # noqa: F401  (installs the in-process actions)
from bot.runtime.conversations import Conversations, Kept, open_conversations

logger = logging.getLogger(__name__)

LONGEST_TURNS = 12
"""Messages of a person after which the history is cut."""


class ForgetfulTrackerStore(TrackerStore, SerializedTrackerAsText):
    """A tracker store that forgets by itself."""

    def __init__(
        self,
        domain: Optional[Domain],
        event_broker: Optional[EventBroker] = None,
        conversations: Optional[Conversations] = None,
        clock: Callable[[], float] = time.time,
        **kwargs: Any,
    ) -> None:
        """Create the store.

        Args:
            domain: Rasa's domain.
            event_broker: must be none: what is sent elsewhere cannot be deleted here.
            conversations: where they are kept; by default where the settings say.
            clock: gives seconds since 1970.
            kwargs: what Rasa passes on from endpoints.yml.

        Raises:
            ConfigurationError: there is an event broker, or the store cannot be used.
        """
        if event_broker is not None:
            raise ConfigurationError(
                "endpoints.yml: remove event_broker. What it sends on could not be deleted with the chat."
            )
        super().__init__(domain, None, **kwargs)
        settings = read_settings()
        self._clock = clock
        self._limits = settings.silence_limits
        self.conversations = conversations or open_conversations(settings.conversations)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep a conversation, redacted once more and shortened; sweep the others."""
        self.sweep()
        if _started_over(tracker):
            self.end(tracker.sender_id, Ending.ASKED_TO_DELETE)
            return
        _redact_latest(tracker)
        channel = tracker.get_latest_input_channel() or ""
        text = self.serialise_tracker(_shortened(tracker))
        self.conversations.keep(tracker.sender_id, Kept(channel, text, self._clock()))

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """Return a conversation that has not been forgotten."""
        self.sweep()
        kept = self.conversations.get(sender_id)
        return self.deserialise_tracker(sender_id, kept.tracker) if kept is not None else None

    async def keys(self) -> Iterable[str]:
        """Return the ids of the conversations kept."""
        return self.conversations.names()

    def end(self, sender_id: str, ending: Ending) -> bool:
        """End a conversation at once; tell whether there was one."""
        found = self.conversations.forget(sender_id)
        if found:
            logger.info("a conversation ended: %s", ending.value)
        return found

    def touch(self, sender_id: str) -> bool:
        """Count a conversation as gone on now, unless it is already over; tell whether there is one."""
        self.sweep()
        return self.conversations.touch(sender_id, self._clock())

    def sweep(self) -> List[str]:
        """Delete what has been silent for too long; return the ids."""
        old = self.conversations.sweep(self._limits, self._clock())
        for _ in old:
            logger.info("a conversation ended: %s", Ending.INACTIVITY.value)
        return old


def forgetful_store(store: Any) -> ForgetfulTrackerStore:
    """Return our store from inside what Rasa wraps around it.

    Raises:
        TypeError: Rasa uses another store, so the promise to forget cannot be kept.
    """
    inner = getattr(store, "_tracker_store", store)
    if not isinstance(inner, ForgetfulTrackerStore):
        raise TypeError(f"conversations are kept by {type(inner).__name__}; set tracker_store in endpoints.yml")
    return inner


def _redact_latest(tracker: DialogueStateTracker) -> None:
    """Redact the newest message once more, for a channel that forgot to. Older ones have been through this."""
    latest = next((event for event in reversed(tracker.events) if isinstance(event, UserUttered)), None)
    if latest is None or not latest.text:
        return
    cleaned = redact(latest.text)
    if cleaned.kinds:
        latest.text = cleaned.text
        latest.parse_data = _without_text(latest.parse_data, cleaned.text)
        latest.entities = latest.parse_data["entities"]


def _without_text(parsed: Any, text: str) -> Dict[str, Any]:
    """Return what was understood, without anything that quotes the message."""
    stated = [entity for entity in parsed.get("entities") or [] if "certain" in entity]
    kept: Dict[str, Any] = {name: parsed.get(name) for name in ("intent", "intent_ranking", "needs", "nearly_stated")}
    return {**kept, "text": text, "entities": stated}


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
