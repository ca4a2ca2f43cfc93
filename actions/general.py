"""Greeting, menu, special paths, and what to do when a message was not understood."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import FORM, Conversation, knowledge, send, service_states, settings, today
from actions.follow_up import Aside, close_question, resume
from actions.tasks import PENDING, URGENT, urgent_again
from bot.knowledge.searching import find_claims, search
from bot.replies import fixed
from bot.replies.claims import claim_reply, claims_on, no_such_claim, which_claim
from bot.replies.model import Reply
from bot.replies.notices import short_notices
from bot.text import in_another_script

_PHRASES = {
    "goodbye": "goodbye",
    "thanks": "thanks",
    "affirm": "anything_else",
    "deny": "anything_else",
    "unsure": "menu",
    "decline_to_say": "anything_else",
    "change_language": "language_later",
}

ALSO_NAMED = 0.10
"""A task this likely beside "the website is down" is taken up as well."""

WORTH_OFFERING = 0.08
"""Intents less likely than this are not offered as "did you mean"."""

FITS = 3.0
"""What full-text search finds with a lower score is noise."""

STAYS_IN_MIND = ("report_scam",)
"""Replies that are given again when what follows is not understood as another matter."""


class ActionGreet(Aside):
    """Says who we are and what not to type."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_greet"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Greet, with the common tasks."""
        return fixed.menu(conversation.voice, "greet")


class ActionHelpMenu(Aside):
    """Says what we can do."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_help_menu"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Explain, with the common tasks."""
        return fixed.menu(conversation.voice, "help")


class ActionSmallTalk(Aside):
    """Short replies to thanks, goodbye, and to yes or no when nothing was asked."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_small_talk"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Pick the phrase for the intent."""
        phrase = _PHRASES.get(tracker.get_intent_of_latest_message() or "", "menu")
        if tracker.active_loop.get("name") == FORM:
            return fixed.plain(conversation.voice, "not_an_answer" if phrase in ("menu", "anything_else") else phrase)
        if phrase == "menu":
            return fixed.menu(conversation.voice)
        return fixed.plain(conversation.voice, phrase, ["help_menu", "restart"])


class ActionSpecial(Aside):
    """Fixed replies by intent (special.yml)."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_special"

    def events(self, conversation: Conversation, tracker: Tracker) -> List[EventType]:
        """Remember a scam in progress, so that "what do I do now" does not start from nothing."""
        if _in_another_script(tracker):
            return []
        intent = tracker.get_intent_of_latest_message()
        return [SlotSet("urgent", intent if intent in STAYS_IN_MIND else None)]

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Word the reply for the intent."""
        intent = tracker.get_intent_of_latest_message() or "out_of_scope"
        if _in_another_script(tracker):
            return fixed.plain(conversation.voice, "language_later", ["talk_to_human"])
        values = {"minutes": str(settings().session_minutes)}
        return fixed.special(conversation.voice, intent, today(), values)


class ActionHeardThat(Aside):
    """Something the person has heard: the claim it is, a choice of those it may be, or how to check for oneself."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_heard_that"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Find the claim that the message words."""
        voice = conversation.voice
        text = tracker.latest_message.get("text") or ""
        on = today()
        if any(e["name"] == "data_sharing" and e["confidence"] >= ALSO_NAMED for e in _ranking(tracker)):
            return short_notices(voice, on, conversation.notice_seen)
        match = find_claims(settings().knowledge_db, text, conversation.language, claims_on(voice, on))
        if match.certain:
            return claim_reply(voice, match.names[0], on)
        if match.names:
            return which_claim(voice, match.names)
        return no_such_claim(voice, on)


def _in_another_script(tracker: Tracker) -> bool:
    """Tell whether a message is out of scope only because it is not written in Latin letters."""
    text = tracker.latest_message.get("text") or ""
    return tracker.get_intent_of_latest_message() == "out_of_scope" and in_another_script(text)


def _ranking(tracker: Tracker) -> List[Dict[Text, Any]]:
    return list(tracker.latest_message.get("intent_ranking", []))


class ActionUrgent(Action):
    """Crisis, abuse, money lost to a scam, agents here now: the fixed reply and nothing after it, no question comes back."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_urgent"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the fixed reply."""
        conversation = Conversation.of(tracker)
        intent = tracker.get_intent_of_latest_message() or "crisis"
        send(dispatcher, fixed.special(conversation.voice, intent, today(), {}), conversation)
        return [*close_question(), SlotSet("urgent", intent)]


class ActionWebsiteDown(Action):
    """The website is down: what still works; a task named in the same message is taken up."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_website_down"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Say what still works, then go on with the task, if there is one."""
        conversation = Conversation.of(tracker)
        send(dispatcher, fixed.website_down(conversation.voice, today(), service_states()), conversation)
        named = [
            entry["name"]
            for entry in tracker.latest_message.get("intent_ranking", [])
            if entry["name"] in knowledge().tasks and entry["confidence"] >= ALSO_NAMED
        ]
        if not named:
            return resume(tracker)
        return [SlotSet("task", named[0]), SlotSet("asked", []), SlotSet(PENDING, None), FollowupAction(FORM)]


class ActionDeleteMyData(Action):
    """Deletes the conversation and says what was and what was not deleted."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_delete_my_data"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the confirmation and forget everything; the tracker store drops what came before a restart."""
        conversation = Conversation.of(tracker)
        send(dispatcher, fixed.special(conversation.voice, "delete_my_data", today(), {}), conversation)
        return [Restarted()]


class ActionClarify(Aside):
    """Not sure what was meant: offers choices instead of answering on a guess."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_clarify"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Offer the likeliest intents and what full-text search finds."""
        if tracker.active_loop.get("name") == FORM:
            return fixed.plain(conversation.voice, "not_an_answer")
        if conversation.urgent:
            return urgent_again(conversation)
        ranking = tracker.latest_message.get("intent_ranking", [])
        ranked = [
            entry["name"]
            for entry in ranking
            if entry["confidence"] >= WORTH_OFFERING
            and entry["name"] not in URGENT
            and conversation.voice.has_button(entry["name"])
        ]
        text = tracker.latest_message.get("text") or ""
        rumor = any(entry["name"] == "heard_that" and entry["confidence"] >= WORTH_OFFERING for entry in ranking)
        kinds = ("tasks", "claims") if rumor else ("tasks",)
        found = [
            entry.id
            for entry in search(settings().knowledge_db, text, conversation.language, kinds)
            if entry.score >= FITS
        ]
        choices = list(dict.fromkeys([*ranked[:2], *found, *ranked[2:]]))
        if conversation.task in knowledge().tasks and not ranked:
            return fixed.still_on(conversation.voice, str(conversation.task), choices)
        return fixed.did_you_mean(conversation.voice, choices)
