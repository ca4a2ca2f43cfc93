"""Greeting, menu, special paths, and what to do when a message was not understood."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, Restarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import (
    FORM,
    Conversation,
    intent_of,
    keep_unmatched,
    keeping,
    knowledge,
    send,
    service_states,
    settings,
    today,
)
from actions.follow_up import Aside, close_question, nothing_in_hand, resume
from actions.offers import asked_which, choice_in, decline_next, offered, take_chosen, take_next, take_up, waiting
from actions.tasks import PENDING, URGENT, take_down, urgent_again
from bot.choosing import Choice
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

WORTH_OFFERING = 0.04
"""Intents less likely than this are not offered as "did you mean"."""

SURELY_OFFERED = 2
"""So many of the likeliest intents come before what named things and search suggest."""

FITS = 3.0
"""What full-text search finds with a lower score is noise."""

FEW = 3
"""Words that name no matter of their own."""

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
        """Explain, with the common tasks; in an urgent need "what do I do" asks for something else."""
        return nothing_in_hand(conversation, "help")


class ActionSmallTalk(Action):
    """Short replies to thanks, goodbye, and to yes or no; a yes takes up what was offered last."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_small_talk"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Take up an offer, or pick the phrase for the intent."""
        conversation = Conversation.of(tracker)
        taken = _answer_to_offer(dispatcher, conversation, tracker)
        taken = taken if taken is not None else take_down(tracker)
        if taken is not None:
            return taken
        send(dispatcher, _small_talk(conversation, tracker), conversation)
        return resume(tracker)


def _small_talk(conversation: Conversation, tracker: Tracker) -> Reply:
    phrase = _PHRASES.get(intent_of(tracker) or "", "menu")
    if conversation.urgent and phrase in ("menu", "anything_else"):
        return urgent_again(conversation)
    if tracker.active_loop.get("name") == FORM:
        return fixed.plain(conversation.voice, "not_an_answer" if phrase in ("menu", "anything_else") else phrase)
    if phrase == "menu":
        return fixed.menu(conversation.voice)
    return fixed.plain(conversation.voice, phrase, ["help_menu", "restart"])


def _answer_to_offer(
    dispatcher: CollectingDispatcher, conversation: Conversation, tracker: Tracker
) -> Optional[List[EventType]]:
    """Return the events of a yes or no to what was offered last; ``None`` when nothing was offered."""
    intent = intent_of(tracker)
    if tracker.active_loop.get("name") == FORM or intent not in ("affirm", "deny"):
        return None
    choice = choice_in(tracker.latest_message.get("text") or "")
    if choice and asked_which(tracker):
        return take_chosen(dispatcher, conversation, tracker, choice)
    if waiting(tracker):
        return take_next(conversation, tracker) if intent == "affirm" else decline_next(dispatcher, conversation)
    if not asked_which(tracker):
        return None
    if intent == "deny":
        return take_chosen(dispatcher, conversation, tracker, Choice())
    choices = [words for words in offered(tracker) if words != conversation.voice.button("talk_to_human").payload]
    if len(choices) == 1:
        return take_up(tracker, choices[0])
    send(dispatcher, fixed.which_one(conversation.voice, choices), conversation)
    return []


class ActionChoose(Action):
    """Takes up the choice that was meant by its place: "the second one", "1"."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_choose"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Go on with it; when nothing was offered, say so."""
        choice = choice_in(tracker.latest_message.get("text") or "") or Choice()
        conversation = Conversation.of(tracker)
        if tracker.active_loop.get("name") == FORM:
            send(dispatcher, fixed.plain(conversation.voice, "not_an_answer"), conversation)
            return resume(tracker)
        return take_chosen(dispatcher, conversation, tracker, choice)


class ActionSpecial(Aside):
    """Fixed replies by intent (special.yml).

    After an urgent one (crisis, abuse, money lost to a scam, agents here now) nothing follows, and no question comes back.
    """

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the reply."""
        intent = intent_of(tracker)
        if intent not in URGENT:
            return super().run(dispatcher, tracker, domain)
        conversation = Conversation.of(tracker)
        send(dispatcher, fixed.special(conversation.voice, intent, today(), {}), conversation)
        return [*close_question(), SlotSet("urgent", intent)]

    def name(self) -> Text:
        """Return the action's name."""
        return "action_special"

    def events(self, conversation: Conversation, tracker: Tracker) -> List[EventType]:
        """Remember a scam in progress, so that "what do I do now" does not start from nothing."""
        if _in_another_script(tracker):
            return []
        intent = intent_of(tracker)
        return [SlotSet("urgent", intent if intent in STAYS_IN_MIND else None)]

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Word the reply for the intent."""
        intent = intent_of(tracker) or "out_of_scope"
        if _in_another_script(tracker):
            return fixed.plain(conversation.voice, "language_later", ["talk_to_human"])
        if intent == "out_of_scope" and _belongs_to_the_task(conversation, tracker):
            return fixed.still_on(conversation.voice, str(conversation.task), [])
        return fixed.special(conversation.voice, intent, today(), keeping().values(conversation.voice))


class ActionHeardThat(Aside):
    """Something the person has heard: the claim it is, a choice of those it may be, or how to check for oneself.

    Where no claim is clearly meant, what they heard may bear on a task that we know: it is offered first.
    """

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
        tasks = _borne_on(tracker)
        if match.well or match.names and not tasks:
            return which_claim(voice, [*tasks, *match.names])
        return no_such_claim(voice, on, tasks)


def _borne_on(tracker: Tracker) -> List[Text]:
    """Return the task that a rumor bears on: the one that is likelier than all other tasks together, however likely the rumor."""
    tasks = [entry for entry in _ranking(tracker) if entry["name"] in knowledge().tasks]
    if not tasks or 2 * tasks[0]["confidence"] <= sum(task["confidence"] for task in tasks):
        return []
    return [tasks[0]["name"]]


def _belongs_to_the_task(conversation: Conversation, tracker: Tracker) -> bool:
    """Tell whether a few words ("how much", "what app") can only be about the task in hand, for all that they sound foreign."""
    words = len((tracker.latest_message.get("text") or "").split())
    return conversation.task in knowledge().tasks and words <= FEW


def _in_another_script(tracker: Tracker) -> bool:
    """Tell whether a message is out of scope only because it is not written in Latin letters."""
    text = tracker.latest_message.get("text") or ""
    return intent_of(tracker) == "out_of_scope" and in_another_script(text)


def _ranking(tracker: Tracker) -> List[Dict[Text, Any]]:
    return list(tracker.latest_message.get("intent_ranking", []))


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
        send(
            dispatcher,
            fixed.special(conversation.voice, "delete_my_data", today(), keeping().values(conversation.voice)),
            conversation,
        )
        return [Restarted()]


class ActionClarify(Aside):
    """Not sure what was meant: offers choices instead of answering on a guess."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_clarify"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Take "both" or "neither" for what it is after a choice was offered; offer choices otherwise."""
        choice = choice_in(tracker.latest_message.get("text") or "")
        if choice and asked_which(tracker):
            return take_chosen(dispatcher, Conversation.of(tracker), tracker, choice)
        stated = take_down(tracker)
        if stated is not None:
            return stated
        keep_unmatched(Conversation.of(tracker), tracker.latest_message.get("text") or "")
        return super().run(dispatcher, tracker, domain)

    def reply(self, conversation: Conversation, tracker: Tracker) -> Reply:
        """Offer the likeliest intents, what the things lead to that the message names, and what full-text search finds."""
        if tracker.active_loop.get("name") == FORM:
            return fixed.plain(conversation.voice, "not_an_answer")
        if conversation.urgent:
            return urgent_again(conversation)
        ranked = [
            entry["name"]
            for entry in _ranking(tracker)
            if entry["confidence"] >= WORTH_OFFERING and _can_be_offered(conversation, entry["name"])
        ]
        choices = list(
            dict.fromkeys([*ranked[:SURELY_OFFERED], *_pointed_to(tracker), *_found(conversation, tracker), *ranked])
        )
        if conversation.task in knowledge().tasks and not ranked:
            return fixed.still_on(conversation.voice, str(conversation.task), choices)
        return fixed.did_you_mean(conversation.voice, choices)


def _can_be_offered(conversation: Conversation, intent: Text) -> bool:
    return intent not in (*URGENT, *_PHRASES) and conversation.voice.has_button(intent)


def _pointed_to(tracker: Tracker) -> List[Text]:
    """Return the tasks that a form, a paper or another thing points to that the message names."""
    gazetteers = knowledge().catalogues["gazetteers"]
    named = [entity.get("value") for entity in tracker.latest_message.get("entities", [])]
    return [task for name in named if name in gazetteers for task in gazetteers[name].tasks]


def _found(conversation: Conversation, tracker: Tracker) -> List[Text]:
    """Return the tasks that full-text search finds, and claims when the message may be about a rumor."""
    rumor = any(e["name"] == "heard_that" and e["confidence"] >= WORTH_OFFERING for e in _ranking(tracker))
    kinds = ("tasks", "claims") if rumor else ("tasks",)
    text = tracker.latest_message.get("text") or ""
    hits = search(settings().knowledge_db, text, conversation.language, kinds)
    return [hit.id for hit in hits if hit.score >= FITS]
