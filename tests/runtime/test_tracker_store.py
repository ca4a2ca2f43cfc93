"""The tracker store forgets: on time, on request, and what is no longer needed."""

from __future__ import annotations

import asyncio

import pytest
from rasa.shared.core.events import ActionExecuted, Restarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.config import PROJECT, ConfigurationError
from bot.runtime.tracker_store import LONGEST_TURNS, ForgetfulTrackerStore, forgetful_store

MINUTES = 60


@pytest.fixture
def store(domain, clock) -> ForgetfulTrackerStore:
    return ForgetfulTrackerStore(domain, clock=clock)


def tracker(domain, *events, sender="someone"):
    return DialogueStateTracker.from_events(sender, list(events), slots=domain.slots)


def run(coroutine):
    return asyncio.new_event_loop().run_until_complete(coroutine)


def said(text):
    return [ActionExecuted("action_listen"), UserUttered(text, {"name": "inform", "confidence": 1.0})]


def test_a_conversation_is_kept_until_its_time_is_over(store, domain, clock):
    run(store.save(tracker(domain, *said("hello"))))
    clock.now += 30 * MINUTES - 1
    assert run(store.retrieve("someone"))
    clock.now += 2
    assert run(store.retrieve("someone")) is None
    assert list(run(store.keys())) == []


def test_sweeping_needs_no_message(store, domain, clock):
    run(store.save(tracker(domain, *said("hello"))))
    clock.now += 31 * MINUTES
    assert store.sweep() == ["someone"]
    assert "hello" not in str(store.conversations.__dict__)


def test_writing_keeps_it_alive(store, domain, clock):
    for _ in range(5):
        run(store.save(tracker(domain, *said("hello"))))
        clock.now += 20 * MINUTES
    assert run(store.retrieve("someone"))


def test_after_a_restart_nothing_of_before_is_left(store, domain):
    run(store.save(tracker(domain, *said("secret words"), Restarted(), *said("new start"))))
    assert "secret words" not in str(store.conversations.__dict__)
    assert "new start" in str(store.conversations.__dict__)


def test_deleting_leaves_no_trace_of_the_conversation(store, domain):
    run(store.save(tracker(domain, *said("secret words"))))
    run(store.save(tracker(domain, *said("secret words"), Restarted(), ActionExecuted("action_listen"))))
    assert list(run(store.keys())) == []
    assert "secret words" not in str(store.conversations.__dict__)


def test_a_long_talk_keeps_its_slots_and_not_its_words(store, domain):
    events = [event for number in range(LONGEST_TURNS + 5) for event in said(f"words number {number}")]
    events.append(SlotSet("task", "replacement_ssn_card"))
    run(store.save(tracker(domain, *events)))
    kept = run(store.retrieve("someone"))
    assert kept.get_slot("task") == "replacement_ssn_card"
    assert len(kept.events) < 10
    assert "words number" not in str(store.conversations.__dict__)


def test_another_store_is_refused():
    with pytest.raises(TypeError, match=r"endpoints\.yml"):
        forgetful_store(object())


def test_endpoints_name_our_store_and_in_process_actions():
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints

    from bot.runtime.in_process_actions import IN_PROCESS_URL

    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    assert endpoints.action.url == IN_PROCESS_URL
    assert forgetful_store(TrackerStore.create(endpoints.tracker_store))


def test_a_channel_that_forgot_to_redact_is_caught(conversations, domain, clock):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=clock)
    parsed = {
        "intent": {"name": "inform"},
        "entities": [{"entity": "form", "value": "078-05-1120"}],
        "text": "078-05-1120",
    }
    message = UserUttered("my number is 078-05-1120", {"name": "inform"}, parsed["entities"], parse_data=parsed)
    run(store.save(DialogueStateTracker.from_events("someone", [message], slots=domain.slots)))
    kept = conversations.get("someone")
    assert kept is not None and "1120" not in kept.tracker and "[ssn]" in kept.tracker


def test_an_event_broker_is_refused(domain):
    with pytest.raises(ConfigurationError, match="event_broker"):
        ForgetfulTrackerStore(domain, event_broker=object())  # type: ignore[arg-type]
