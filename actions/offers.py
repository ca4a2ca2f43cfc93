"""What was offered or promised before, and how the next message takes it up: choices by number, the second of two needs.

An action cannot make the dialogue go on with another intent by itself. It can say that the person's message means that intent:
:func:`take_up` adds the turn that a tap on the button would have made.
"""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Optional

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, EventType, SlotSet, UserUttered
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Conversation, knowledge, send
from bot.choosing import Choice, ChoiceReader
from bot.knowledge.naming import known_phrases
from bot.replies import fixed
from bot.text import bare

WAITING = "waiting"
"""Slot: needs named in one message with another and not taken up yet."""

_OFFERING = ("action_clarify", "action_heard_that", "action_choose")
"""Actions whose buttons are answers to "which do you mean?"."""


NEVER_BY_PLACE = ("restart", "delete_my_data")
"""What forgets everything is not meant by "the last one"."""


def choice_in(text: str) -> Optional[Choice]:
    """Return what a message chooses without naming it, or ``None``."""
    return ChoiceReader(knowledge()).read(text)


def _last_turn(tracker: Tracker) -> Iterator[Dict[str, Any]]:
    """Yield what happened between the message before and the latest one, the newest first."""
    turns = 0
    for event in reversed(tracker.events):
        turns += event.get("event") == "user"
        if turns > 1:
            return
        if turns == 1:
            yield event


def offered(tracker: Tracker) -> List[str]:
    """Return what the buttons of the last reply say, in order; none when it had none."""
    for event in _last_turn(tracker):
        if event.get("event") == "bot" and (event.get("data") or {}).get("buttons"):
            return [button["payload"] for button in event["data"]["buttons"]]
    return []


def asked_which(tracker: Tracker) -> bool:
    """Tell whether the last reply asked which of several things was meant."""
    actions = [event.get("name") for event in _last_turn(tracker) if event.get("event") == "action"]
    for name in actions:
        if name in _OFFERING:
            return True
        if name == "action_small_talk":
            return bool(offered(tracker)) and not set(map(_intent, offered(tracker))) & {"help_menu", "restart"}
    return False


def choices_open(tracker: Tracker) -> List[str]:
    """Return the intents among which the last reply asked to choose; none when it asked nothing of the kind."""
    return [intent for intent in map(_intent, offered(tracker)) if intent] if asked_which(tracker) else []


def _intent(words: str) -> Optional[str]:
    return known_phrases(knowledge()).get(bare(words))


def take_up(tracker: Tracker, words: str) -> List[EventType]:
    """Return the events that go on as if the person had tapped the button with these words."""
    intent = known_phrases(knowledge()).get(bare(words), "help_menu")
    parsed: Dict[str, Any] = {
        "text": words,
        "intent": {"name": intent, "confidence": 1.0},
        "intent_ranking": [{"name": intent, "confidence": 1.0}],
        "entities": [],
    }
    turn = UserUttered(words, parsed, input_channel=tracker.get_latest_input_channel())
    return [ActionExecuted("action_listen"), turn]


def needs_in(tracker: Tracker) -> List[str]:
    """Return the needs of the latest message when it has more than one."""
    return [str(need) for need in tracker.latest_message.get("needs") or []]


def other_need(needs: List[str], first: Optional[str]) -> Optional[str]:
    """Return the need that waits while ``first`` is dealt with, if that is one of two."""
    return next((need for need in needs if need != first), None) if first in needs else None


def name_both(
    dispatcher: CollectingDispatcher, conversation: Conversation, first: Optional[str], other: Optional[str]
) -> None:
    """Name two needs back, when the latest message had two."""
    if first and other:
        send(dispatcher, fixed.two_needs(conversation.voice, first, other), conversation)


def waiting(tracker: Tracker) -> List[str]:
    """Return the needs that wait."""
    return list(tracker.get_slot(WAITING) or [])


def keep_waiting(tracker: Tracker, taken: Optional[str], other: Optional[str]) -> List[str]:
    """Return what waits once one need is taken up: the other one of the message, and those of before."""
    new = dict.fromkeys([*([other] if other else []), *waiting(tracker)])
    return [need for need in new if need != taken]


def offer_next(dispatcher: CollectingDispatcher, conversation: Conversation, needs: List[str]) -> None:
    """Offer the first of the needs that wait, if any."""
    if needs:
        send(dispatcher, fixed.next_need(conversation.voice, needs[0]), conversation)


def take_next(conversation: Conversation, tracker: Tracker) -> List[EventType]:
    """Return the events that take up the need that waits."""
    first, *rest = waiting(tracker)
    return [SlotSet(WAITING, rest), *take_up(tracker, conversation.voice.button(first).payload)]


def take_chosen(
    dispatcher: CollectingDispatcher, conversation: Conversation, tracker: Tracker, choice: Choice
) -> List[EventType]:
    """Go on with what was chosen among the choices of the last reply; say so when there is no such choice."""
    choices = offered(tracker)
    needs = waiting(tracker)
    if needs and choices[:1] == [conversation.voice.button(needs[0]).payload]:
        return decline_next(dispatcher, conversation) if choice.nothing else take_next(conversation, tracker)
    person = conversation.voice.button("talk_to_human").payload
    intents = known_phrases(knowledge())
    chosen = choice.of([words for words in choices if not (choice.everything and words == person)])
    if not chosen or intents.get(bare(chosen[0])) in NEVER_BY_PLACE:
        phrase = "none_of_these" if choice.nothing and choices else "no_such_choice"
        send(dispatcher, fixed.plain(conversation.voice, phrase, ["help_menu", "talk_to_human"]), conversation)
        return []
    later = [intents[bare(words)] for words in chosen[1:] if bare(words) in intents]
    return [SlotSet(WAITING, later), *take_up(tracker, chosen[0])]


def decline_next(dispatcher: CollectingDispatcher, conversation: Conversation) -> List[EventType]:
    """Drop what waits, because the person does not want it."""
    send(dispatcher, fixed.plain(conversation.voice, "anything_else", ["help_menu", "restart"]), conversation)
    return [SlotSet(WAITING, [])]
