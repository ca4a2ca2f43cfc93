"""What people ask about an answer or a question: why, who says so, what to bring, how to book, go back."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Dict, List, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import says
from actions.context import FORM, Conversation, confidence, intent_of, knowledge, send, today
from actions.offers import (
    WAITING,
    asked_which,
    choice_in,
    keep_waiting,
    name_both,
    needs_in,
    offer_next,
    other_need,
    take_chosen,
)
from actions.tasks import PENDING, urgent_again
from bot.replies import advice_reply, fixed
from bot.replies.checklist import checklist
from bot.replies.model import Reply
from bot.replies.notices import full_notices, short_notices

CLEARLY = 0.8
"""A wish to forget everything must be at least this clear."""


class Aside(Action, ABC):
    """Answers something besides the task. When a question was open, it comes back afterwards."""

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the reply, then let the form ask again, or offer what else was asked."""
        conversation = Conversation.of(tracker)
        intent = intent_of(tracker)
        other = other_need(needs_in(tracker), intent)
        name_both(dispatcher, conversation, intent, other)
        send(dispatcher, self.reply(conversation, tracker), conversation)
        waits = keep_waiting(tracker, intent, other)
        if tracker.active_loop.get("name") != FORM:
            offer_next(dispatcher, conversation, waits if other else [])
        return [*self.events(conversation, tracker), SlotSet(WAITING, waits), *resume(tracker)]

    @abstractmethod
    def name(self) -> Text:
        """Return the action's name."""

    @abstractmethod
    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Return what to say."""

    def events(self, conversation: Conversation, tracker: Tracker) -> List[EventType]:
        """Return slot changes."""
        return []


def nothing_in_hand(conversation: Conversation, phrase: Text) -> Reply:
    """Return what to say when there is no task to ask about; in an urgent need, the urgent reply once more."""
    if conversation.urgent:
        return urgent_again(conversation)
    return fixed.menu(conversation.voice, phrase)


def resume(tracker: Tracker) -> List[EventType]:
    """Return the event that brings an open question back."""
    return [FollowupAction(FORM)] if tracker.active_loop.get("name") == FORM else []


class ActionWhy(Aside):
    """Why we ask, or why the answer is what it is."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_why"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Explain the open question, or the last answer."""
        advice = conversation.advice()
        if advice is None:
            return nothing_in_hand(conversation, "no_task_yet")
        if advice.next_question and tracker.active_loop.get("name") == FORM:
            return advice_reply.why_question(conversation.voice, advice.next_question)
        return advice_reply.why_answer(conversation.voice, advice)


class ActionSources(Aside):
    """Who says so."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_sources"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """List the sources of the task in hand."""
        advice = conversation.advice()
        if advice is None:
            return nothing_in_hand(conversation, "sources_none")
        return advice_reply.sources(conversation.voice, advice)


class ActionWhatToBring(Aside):
    """What to bring or have ready."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_what_to_bring"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """List documents and forms of the task in hand; all of the answer, when the person wants a list to take away."""
        advice = conversation.advice()
        if advice is None:
            return nothing_in_hand(conversation, "no_task_yet")
        if intent_of(tracker) == "checklist":
            return checklist(conversation.voice, advice)
        return advice_reply.what_to_bring(conversation.voice, advice)


class ActionDeadline(Aside):
    """How much time there is."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_deadline"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Tell the deadlines of the task in hand; with none, what holds for most letters."""
        advice = conversation.advice()
        if advice is None or not advice.rules:
            return nothing_in_hand(conversation, "deadline_unknown")
        return advice_reply.deadlines(conversation.voice, advice)


class ActionBook(Aside):
    """How to book an appointment; the privacy notice comes first."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_book"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Show the notice, then how to book."""
        return advice_reply.booking(conversation.voice, today(), conversation.notice_seen)

    def events(self, conversation: Conversation, tracker: Tracker) -> List[EventType]:
        """Remember that the notice was shown."""
        return [SlotSet("notice_seen", True)]


class ActionNotice(Aside):
    """The whole privacy notice."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_notice"

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Answer that nobody can promise, with what is known in short; tell all when asked for more.

        Who asks about those who come along gets that. The same words for everyone, whatever the task.
        """
        if intent_of(tracker) == "family_and_companions":
            return fixed.special(conversation.voice, "family_and_companions", today(), {})
        tapped = confidence(tracker) >= 1.0
        if tapped or says(knowledge(), "asks_for_more", tracker.latest_message.get("text") or ""):
            return full_notices(conversation.voice, today())
        return short_notices(conversation.voice, today(), conversation.notice_seen)

    def events(self, conversation: Conversation, tracker: Tracker) -> List[EventType]:
        """Remember that the notice was shown."""
        return [] if intent_of(tracker) == "family_and_companions" else [SlotSet("notice_seen", True)]


class ActionRepeat(Action):
    """Says the last question or answer again."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_repeat"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Let the form ask again, or give the advice again."""
        conversation = Conversation.of(tracker)
        if tracker.active_loop.get("name") == FORM:
            return resume(tracker)
        if conversation.task:
            return [FollowupAction("action_advise")]
        send(dispatcher, fixed.menu(conversation.voice), conversation)
        return []


class ActionGoBack(Action):
    """Takes the last answer back and asks that question again."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_go_back"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Forget the last answer; with none to forget, forget the task."""
        conversation = Conversation.of(tracker)
        if not conversation.asked:
            send(dispatcher, fixed.menu(conversation.voice, "nothing_to_go_back_to"), conversation)
            return leave_task()
        last = conversation.asked[-1]
        circumstances = {name: value for name, value in conversation.circumstances.items() if name != last}
        send(dispatcher, fixed.plain(conversation.voice, "gone_back"), conversation)
        return [
            SlotSet("circumstances", circumstances),
            SlotSet("asked", conversation.asked[:-1]),
            SlotSet(PENDING, None),
            FollowupAction(FORM),
        ]


def leave_task() -> List[EventType]:
    """Return the events that put the task aside; what is known of the situation stays known."""
    return [SlotSet("task", None), SlotSet("asked", []), *close_question()]


def close_question() -> List[EventType]:
    """Return the events that put an open question aside."""
    return [SlotSet("requested_slot", None), ActiveLoop(None)]


class ActionRestart(Action):
    """Forgets the conversation and starts over (replaces Rasa's default)."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_restart"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the menu and restart."""
        conversation = Conversation.of(tracker)
        choice = choice_in(tracker.latest_message.get("text") or "")
        if choice and asked_which(tracker):
            return take_chosen(dispatcher, conversation, tracker, choice)
        if confidence(tracker) < CLEARLY and conversation.task:
            send(dispatcher, fixed.plain(conversation.voice, "restart_sure", ["restart"]), conversation)
            return []
        send(dispatcher, fixed.menu(conversation.voice, "restarted"), conversation)
        return [Restarted()]
