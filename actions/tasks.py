"""The main line: a task is named, the questions that still matter are asked, the advice is given."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import read_answer
from actions.context import (
    FORM,
    Conversation,
    NearlyStated,
    confidence,
    count_answer,
    heard,
    heard_unsure,
    intent_of,
    knowledge,
    nearly_stated,
    send,
    today,
)
from actions.offers import (
    WAITING,
    asked_which,
    choice_in,
    choices_open,
    keep_waiting,
    name_both,
    needs_in,
    offer_next,
    other_need,
    take_chosen,
    waiting,
)
from bot.replies import advice_reply, fixed
from bot.replies.model import Reply
from bot.text import asks_for_meaning

_TASK_OF = {"reschedule_appointment": "appointment_manage"}
"""Intents that are a part of a task."""

_SAYS = {"critical_immediate_payment": {"needs_money_today": "yes"}}
"""What an intent says of the situation by itself."""

URGENT = ("crisis", "emergency", "abuse", "ice_at_office_now", "scam_already")
"""What comes before any question of ours, whatever else the message says."""

_ANSWERING = ("inform", "affirm", "deny", "unsure", "decline_to_say", "nlu_fallback", "choose", None)
"""Intents of messages that answer a question, well or badly."""

PENDING = "answer"
"""The form's only slot: it stays empty while the engine has a question."""


class ActionBeginTask(Action):
    """Takes up the task that the message names, with what the message says of the situation."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_begin_task"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Set the slots; what was said before stays known."""
        intent = intent_of(tracker)
        task = _TASK_OF.get(intent or "", intent)
        conversation = Conversation.of(tracker)
        if _adds_to(tracker, task, conversation):
            return begin(tracker, conversation.task, stated=True)
        if not _takes_over(tracker, task, conversation):
            phrase = "not_an_answer" if task in knowledge().tasks else "not_covered"
            send(dispatcher, fixed.plain(conversation.voice, phrase), conversation)
            return [SlotSet(PENDING, None)]
        if conversation.urgent and confidence(tracker) < CLEARLY:
            return []  # what follows says the urgent reply once more
        needs = [_TASK_OF.get(need, need) for need in needs_in(tracker)]
        first = next((need for need in needs if need in knowledge().tasks), task)
        other = other_need(needs, first)
        name_both(dispatcher, conversation, first, other)
        waits = SlotSet(WAITING, keep_waiting(tracker, first, other))
        return [*begin(tracker, first, _SAYS.get(first or "", {})), waits]


class ActionTakeNote(Action):
    """Remembers circumstances said without a question; the task in hand is then looked at again."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_take_note"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Set the slots; "both" and "neither" are no statements when a choice was offered."""
        choice = choice_in(tracker.latest_message.get("text") or "")
        if choice and asked_which(tracker):
            return take_chosen(dispatcher, Conversation.of(tracker), tracker, choice)
        return begin(tracker, tracker.get_slot("task"), stated=True)


CLEARLY = 0.9
"""In an urgent need another task must be named at least this clearly; half a sentence belongs to the need."""

SHORT = 4
"""Words of a message that is more likely a remark on the task in hand than a new one."""


def _adds_to(tracker: Tracker, task: Optional[Text], conversation: Conversation) -> bool:
    """Tell whether a short message that sounds like another task only adds to the one in hand ("2 months old")."""
    in_hand = knowledge().tasks.get(conversation.task or "")
    if in_hand is None or task == conversation.task:
        return False
    words = len((tracker.latest_message.get("text") or "").split())
    return confidence(tracker) < 1.0 and words <= SHORT and bool(set(heard(tracker)) & set(in_hand.all_circumstances))


def _takes_over(tracker: Tracker, task: Optional[Text], conversation: Conversation) -> bool:
    """Tell whether a task named while another task's question is open is meant as a change of task.

    Two words ("retirment", "no money") are more likely a clumsy answer, and a task that we cannot advise on
    is no reason to drop one that we can.
    """
    if tracker.active_loop.get("name") != FORM or task == conversation.task:
        return True
    if asks_for_meaning(tracker.latest_message.get("text") or ""):
        return False
    clearly = confidence(tracker) >= 1.0
    words = len((tracker.latest_message.get("text") or "").split())
    return clearly or (task in knowledge().tasks and words > 2)


def begin(
    tracker: Tracker, task: Optional[Text], implied: Optional[Dict[str, str]] = None, stated: bool = False
) -> List[EventType]:
    """Return the events that take up a task.

    Args:
        tracker: the conversation.
        task: the task.
        implied: what the intent says of the situation by itself.
        stated: the message only states something; what belongs to the moment stays.
    """
    conversation = Conversation.of(tracker)
    kept = conversation.circumstances
    if not stated:
        known = knowledge().circumstances
        kept = {name: value for name, value in kept.items() if not known[name].of_the_moment}
    circumstances = {**kept, **heard(tracker), **(implied or {})}
    asked = conversation.asked if task == conversation.task else []
    return [
        SlotSet("task", task),
        SlotSet("circumstances", circumstances),
        SlotSet("guessed", guessed(tracker)),
        SlotSet("asked", asked),
        SlotSet(PENDING, None),
        *([] if stated else [SlotSet("urgent", None)]),
    ]


def take_down(tracker: Tracker) -> Optional[List[EventType]]:
    """Return the events that note what a message states beside what it was taken for; ``None`` when it states nothing."""
    if not tracker.get_slot("task") or not heard(tracker) or tracker.active_loop.get("name") == FORM:
        return None
    return [*begin(tracker, tracker.get_slot("task"), stated=True), FollowupAction(FORM)]


def guessed(tracker: Tracker, answered: Optional[Text] = None) -> List[Text]:
    """Return the circumstances that the person is not certain of, the latest message included."""
    guesses = heard_unsure(tracker)
    settled = {*heard(tracker), answered}
    before = [name for name in tracker.get_slot("guessed") or [] if name not in settled]
    return [*before, *guesses]


def _guessed_with(
    tracker: Tracker, question: Text, value: Optional[Text], nearly: Optional[NearlyStated]
) -> List[Text]:
    """Return the same, once a question was answered with a value that the message may only nearly state."""
    is_guess = nearly is not None and nearly.value == value and not nearly.certain
    return [*guessed(tracker, question if value is not None else None), *([question] if is_guess else [])]


class ValidateCircumstancesForm(Action):
    """Decides whether the form asks on, and reads answers."""

    def name(self) -> Text:
        """Return the action's name."""
        return f"validate_{FORM}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Return slot changes; returning none tells Rasa that the message was no answer."""
        conversation = Conversation.of(tracker)
        if not _awaits_answer(tracker):
            return [_ask_or_finish(conversation, conversation.circumstances)]
        return self._read(tracker, conversation)

    def _read(self, tracker: Tracker, conversation: Conversation) -> List[EventType]:
        advice = conversation.advice()
        question = advice.next_question if advice else None
        said = heard(tracker)
        if question is None:
            return [_ask_or_finish(conversation, conversation.circumstances)]
        intent = intent_of(tracker)
        text = tracker.latest_message.get("text") or ""
        value = read_answer(knowledge(), question, text, intent, said, confidence(tracker))
        nearly = nearly_stated(tracker, question)
        if nearly and value is None and _says_something(intent, text):
            value = nearly.value
        if intent in URGENT or (value is None and (not said or _is_no_answer(intent, conversation))):
            return []
        circumstances = {**conversation.circumstances, **said}
        asked = list(conversation.asked)
        if value is not None:
            circumstances[question] = value
            asked.append(question)
        return [
            SlotSet("circumstances", circumstances),
            SlotSet("guessed", _guessed_with(tracker, question, value, nearly)),
            SlotSet("asked", asked),
            SlotSet(PENDING, None),
            _ask_or_finish(conversation, circumstances),
        ]


def _says_something(intent: Optional[Text], text: Text) -> bool:
    """Tell whether a message may answer in words of its own: a remark, or a few words that name something ("i cant get in")."""
    return intent in ("inform", "nlu_fallback", None) or (intent in knowledge().tasks and len(text.split()) <= SHORT)


def _is_no_answer(intent: Optional[Text], conversation: Conversation) -> bool:
    """Tell whether a message that also states a circumstance is about something else than the open question."""
    return intent not in (*_ANSWERING, conversation.task)


def _ask_or_finish(conversation: Conversation, circumstances: Dict[str, str]) -> EventType:
    advice = conversation.advice(circumstances)
    return SlotSet("requested_slot", PENDING if advice and advice.next_question else None)


def _awaits_answer(tracker: Tracker) -> bool:
    """Tell whether the latest message came after our question and nothing has been done about it yet."""
    if tracker.active_loop.get("name") != FORM or tracker.get_slot("requested_slot") != PENDING:
        return False
    done = []
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            break
        if event.get("event") == "action":
            done.append(event.get("name"))
    return all(name == FORM for name in done)


class ActionAskAnswer(Action):
    """Asks the question that the engine wants answered."""

    def name(self) -> Text:
        """Return the action's name."""
        return f"action_ask_{PENDING}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the question with its choices."""
        conversation = Conversation.of(tracker)
        advice = conversation.advice()
        if conversation.urgent:
            send(dispatcher, urgent_again(conversation), conversation)
        elif advice and advice.next_question:
            again = _asked_before(tracker)
            send(dispatcher, advice_reply.question(conversation.voice, advice, again), conversation)
        return []


def _asked_before(tracker: Tracker) -> bool:
    """Tell whether an interruption was answered just now, so that the question comes back."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "bot":
            return True
    return False


class ActionAdvise(Action):
    """Gives the advice once nothing more needs to be asked."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_advise"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Send the advice, or say that there are no checked facts on the task yet."""
        conversation = Conversation.of(tracker)
        advice = conversation.advice()
        if conversation.urgent:
            send(dispatcher, urgent_again(conversation), conversation)
            return []
        if advice is None:
            send(dispatcher, _without_advice(tracker, conversation), conversation)
            return []
        outcome, said = advice_reply.outcome_of(advice), list(advice.remarks)
        before = tracker.get_slot("advised") or {}
        if before.get("outcome") == outcome and _only_remarks(tracker, conversation):
            send(dispatcher, advice_reply.remark_only(conversation.voice, advice, before["remarks"]), conversation)
            offer_next(dispatcher, conversation, waiting(tracker))
            return [SlotSet("advised", {"outcome": outcome, "remarks": said})]
        send(dispatcher, advice_reply.answer(conversation.voice, advice, conversation.notice_seen), conversation)
        count_answer(conversation, advice)
        guesses = [name for name in tracker.get_slot("guessed") or [] if name in _counted(conversation)]
        if guesses:
            send(dispatcher, advice_reply.by_guess(conversation.voice, guesses), conversation)
        offer_next(dispatcher, conversation, waiting(tracker))
        shown = bool(advice.notices) and advice.visit_need in advice_reply.VISIT_IN_PLAY
        return [
            SlotSet("notice_seen", conversation.notice_seen or shown),
            SlotSet("advised", {"outcome": outcome, "remarks": said}),
        ]


def _without_advice(tracker: Tracker, conversation: Conversation) -> Reply:
    """Return what to say when there is no task, or none that we have facts on; choices that were open stay open."""
    if conversation.task:
        return fixed.plain(conversation.voice, "not_covered", ["book_appointment", "restart"])
    choices = choices_open(tracker)
    return (
        fixed.still_which(conversation.voice, choices) if choices else fixed.menu(conversation.voice, "noted_no_task")
    )


def _counted(conversation: Conversation) -> List[Text]:
    """Return the circumstances on which the advice for the task in hand turns."""
    return list(knowledge().tasks[conversation.task or ""].circumstances)


def _only_remarks(tracker: Tracker, conversation: Conversation) -> bool:
    """Tell whether the message adds something to an answer that was given, and neither asks for it again nor anew."""
    return intent_of(tracker) not in ("repeat", "go_back", conversation.task)


def urgent_again(conversation: Conversation) -> Reply:
    """Return the urgent reply once more: what follows it in the same need is not a new matter."""
    return fixed.special(conversation.voice, conversation.urgent or "crisis", today(), {})
