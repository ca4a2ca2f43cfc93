"""What every action needs: the knowledge, the day, the state of SSA's services, and the conversation's slots.

This is an edge: the only place of the dialogue that looks at the clock.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timezone
from functools import lru_cache
from typing import Any, Dict, List, Mapping, NamedTuple, Optional

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.advice import Advice, ServiceState, advise
from bot.config import KNOWLEDGE_FILES, Settings, read_settings
from bot.knowledge import KnowledgeBase
from bot.knowledge.keeping import LiveKnowledge
from bot.knowledge.schema.beside_tasks import SiteFile
from bot.knowledge.sites import load_site
from bot.knowledge.state import StateStore, Unmatched
from bot.privacy.redact import redact
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice

FORM = "circumstances_form"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Return the settings, read once."""
    return read_settings()


@lru_cache(maxsize=1)
def live_knowledge() -> LiveKnowledge:
    """Return the keeper of the knowledge, made once."""
    return LiveKnowledge(KNOWLEDGE_FILES, settings().knowledge_db)


@lru_cache(maxsize=1)
def site() -> Optional[SiteFile]:
    """Return the organization that runs this assistant, read once."""
    path = settings().site
    return load_site(path) if path else None


def knowledge() -> KnowledgeBase:
    """Return the knowledge in use, with the site's own help."""
    return replace(live_knowledge().current(), site=site())


@lru_cache(maxsize=1)
def state_store() -> StateStore:
    """Return the run-time store, opened once."""
    return StateStore(settings().state_db)


def open_everything() -> None:
    """Open knowledge, site and run-time store, so that a fault shows at the start.

    Raises:
        KnowledgeError: the knowledge or the site file has mistakes.
    """
    knowledge()
    state_store()


def keeping() -> Keeping:
    """Return what the settings say on how long and where conversations are kept."""
    return Keeping.of(settings())


def today() -> date:
    """Return the day for which to advise."""
    return settings().preview_date or datetime.now().astimezone().date()


def count_answer(conversation: "Conversation", advice: Advice) -> None:
    """Count an answer for the statistics: nothing of the conversation but its language and channel."""
    need = advice.visit_need.value
    state_store().count_answer(today(), advice.task, need, conversation.language, conversation.channel)


def keep_unmatched(conversation: "Conversation", text: str) -> None:
    """Keep a message that was not understood for staff to read, if the site has switched that on."""
    if settings().review_days:
        state_store().keep_unmatched(Unmatched(today(), conversation.channel, redact(text).text))


def service_states() -> Mapping[str, ServiceState]:
    """Return what staff said of SSA's services and still counts."""
    return state_store().states(datetime.now(timezone.utc))


@dataclass(frozen=True)
class Conversation:
    """A conversation as the actions see it.

    Attributes:
        task: the task being talked about, if any.
        circumstances: what is known of the person's situation.
        asked: circumstances that were asked and answered, in order.
        language: language of the replies.
        channel: ``web``, ``sms`` or ``shell``.
        notice_seen: the notice was shown before.
        urgent: the urgent reply that was given last, until another matter is taken up.
    """

    task: Optional[str]
    circumstances: Dict[str, str]
    asked: List[str]
    language: str
    channel: str
    notice_seen: bool
    urgent: Optional[str] = None

    @classmethod
    def of(cls, tracker: Tracker) -> "Conversation":
        """Read the slots."""
        channel = tracker.get_latest_input_channel() or "rest"
        return cls(
            task=tracker.get_slot("task"),
            circumstances=dict(tracker.get_slot("circumstances") or {}),
            asked=list(tracker.get_slot("asked") or []),
            language=tracker.get_slot("language") or "en",
            channel={"cmdline": "shell", "sms": "sms"}.get(channel, "web"),
            notice_seen=bool(tracker.get_slot("notice_seen")),
            urgent=_urgent_lately(tracker),
        )

    @property
    def voice(self) -> Voice:
        """Return who is being talked to."""
        return Voice(knowledge(), self.language, self.channel)

    def advice(self, circumstances: Optional[Mapping[str, str]] = None) -> Optional[Advice]:
        """Return today's advice, or ``None`` while no task with checked facts is named."""
        if self.task is None or self.task not in knowledge().tasks:
            return None
        facts = self.circumstances if circumstances is None else circumstances
        return advise(knowledge().engine, self.task, facts, today(), service_states())


STAYS_URGENT = 3
"""For so many messages after an urgent reply, what is not understood is taken to belong to it."""


def _urgent_lately(tracker: Tracker) -> Optional[str]:
    """Return the urgent reply that was given last, unless the talk has gone on since."""
    messages = 0
    for event in reversed(tracker.events):
        messages += event.get("event") == "user"
        if event.get("event") == "slot" and event.get("name") == "urgent":
            return str(event["value"]) if event.get("value") and messages <= STAYS_URGENT else None
    return None


def heard(tracker: Tracker) -> Dict[str, str]:
    """Return the circumstances that the latest message states."""
    known = knowledge().circumstances
    return {
        entity["entity"]: str(entity["value"])
        for entity in tracker.latest_message.get("entities", [])
        if entity.get("entity") in known and str(entity.get("value")) in known[entity["entity"]].values
    }


class NearlyStated(NamedTuple):
    """A value that a message may state, and whether the person is certain of it."""

    value: str
    certain: bool


def nearly_stated(tracker: Tracker, circumstance: str) -> Optional[NearlyStated]:
    """Return what the latest message may state of a circumstance, not surely enough to count unasked."""
    found = (tracker.latest_message.get("nearly_stated") or {}).get(circumstance)
    if not found or found["value"] not in knowledge().circumstances[circumstance].values:
        return None
    return NearlyStated(str(found["value"]), bool(found["certain"]))


def heard_unsure(tracker: Tracker) -> List[str]:
    """Return the circumstances that the latest message states as a guess ("I think it's SSI")."""
    return [entity["entity"] for entity in tracker.latest_message.get("entities", []) if entity.get("certain") is False]


def intent_of(tracker: Tracker) -> Optional[str]:
    """Return what the latest message was taken for, as finely as it is known.

    ``nlu_fallback`` counts, which rasa_sdk's own method would skip.
    """
    intent = tracker.latest_message.get("intent") or {}
    return intent.get("detail") or intent.get("name")


def confidence(tracker: Tracker) -> float:
    """Return how sure the understanding is of the latest message's intent; 1 is a button or a name of ours."""
    return float(tracker.latest_message.get("intent", {}).get("confidence") or 0.0)


def send(dispatcher: CollectingDispatcher, reply: Reply, conversation: Conversation) -> None:
    """Send a reply. In the shell, the data for programs is left out: staff read it with ``advisor advise --json``."""
    for bubble in reply.bubbles:
        # Rasa's output channels cut a text at empty lines; a line with a space keeps a bubble whole.
        text = bubble.text.replace("\n\n", "\n \n")
        buttons: List[Dict[str, Any]] = [{"title": b.title, "payload": b.payload} for b in bubble.buttons]
        dispatcher.utter_message(text=text, buttons=buttons or None)
    if reply.custom is not None and conversation.channel != "shell":
        dispatcher.utter_message(json_message=reply.custom)
