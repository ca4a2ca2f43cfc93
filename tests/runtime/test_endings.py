"""However a conversation ends, it is gone from every store, its lock with it; nothing else is."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Dict

import pytest
from click.testing import CliRunner
from rasa.core.lock_store import InMemoryLockStore, RedisLockStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Restarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.config import Settings
from bot.privacy.endings import Ending
from bot.runtime.conversations import Kept, open_conversations
from bot.runtime.keeper import Keeper
from bot.runtime.locks import redis_settings
from bot.runtime.tracker_store import ForgetfulTrackerStore

MARKER = "the quick brown marker 7731"
TODAY = date(2026, 11, 30)


@pytest.fixture(params=["memory", "redis"])
def locks(request: pytest.FixtureRequest):
    if request.param == "memory":
        return InMemoryLockStore()
    host, options = redis_settings(request.getfixturevalue("redis"))
    return RedisLockStore(host, **options)


def said(domain: Domain, text: str, *more, sender: str = "someone", channel: str = "web") -> DialogueStateTracker:
    events = [ActionExecuted("action_listen"), UserUttered(text, {"name": "inform"}, input_channel=channel), *more]
    return DialogueStateTracker.from_events(sender, events, slots=domain.slots)


def run(coroutine):
    return asyncio.new_event_loop().run_until_complete(coroutine)


ENDINGS: Dict[Ending, str] = {
    Ending.INACTIVITY: "sweep",
    Ending.ASKED_TO_DELETE: "restart",
    Ending.QUICK_EXIT: "end",
    Ending.DELETE_BUTTON: "end",
    Ending.OPTED_OUT: "end",
    Ending.BY_STAFF: "end",
}


@pytest.mark.parametrize("ending", list(Ending))
def test_after_each_ending_nothing_is_left(conversations, locks, domain, clock, ending, tmp_path, caplog):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=clock)
    keeper = Keeper(store, locks, Settings(state_db=tmp_path / "state.sqlite"))
    run(store.save(said(domain, MARKER)))
    run(store.save(said(domain, "somebody else", sender="other")))
    locks.save_lock(locks.create_lock("someone"))
    caplog.set_level("INFO")
    if ENDINGS[ending] == "sweep":
        clock.now += 1700
        run(store.save(said(domain, "still here", sender="other")))
        clock.now += 200
        assert keeper.sweep(TODAY) == 1
    elif ENDINGS[ending] == "restart":
        run(store.save(said(domain, MARKER, Restarted(), ActionExecuted("action_listen"))))
        run(keeper.end("someone", ending))  # the lock goes when the message has been answered
    else:
        assert run(keeper.end("someone", ending))
    assert run(store.retrieve("someone")) is None
    assert locks.get_lock("someone") is None
    assert conversations.names() == ["other"]
    assert f"a conversation ended: {ending.value}" in caplog.text
    assert "someone" not in caplog.text and MARKER not in caplog.text


def test_an_ending_takes_the_right_one_of_two(conversations, domain, clock):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=clock)
    run(store.save(said(domain, "words of one", sender="one")))
    run(store.save(said(domain, "words of two", sender="two")))
    store.end("one", Ending.QUICK_EXIT)
    kept = run(store.retrieve("two"))
    assert kept.latest_message.text == "words of two"


def test_who_asks_for_more_time_gets_as_much_as_after_a_message(conversations, locks, domain, clock, tmp_path):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=clock)
    keeper = Keeper(store, locks, Settings(state_db=tmp_path / "state.sqlite"))
    run(store.save(said(domain, MARKER)))
    for _ in range(11):
        clock.now += 1700
        assert keeper.stay("someone")
    assert MARKER in conversations.get("someone").tracker
    assert not keeper.stay("nobody") and conversations.names() == ["someone"]
    clock.now += 1801
    assert not keeper.stay("someone"), "what is over does not come back"
    assert conversations.names() == []


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_staff_can_end_what_is_due_or_asked_for(kind, address, redis, tmp_path, monkeypatch):
    from bot.cli.main import main

    monkeypatch.setenv("ADVISOR_CONVERSATIONS", str(address(kind)))
    monkeypatch.setenv("ADVISOR_LOCKS", redis)
    monkeypatch.setenv("ADVISOR_STATE_DB", str(tmp_path / "state.sqlite"))
    host, options = redis_settings(redis)
    locks = RedisLockStore(host, **options)
    store = open_conversations(str(address(kind)))
    for name, seen in (("due", 0.0), ("asked", 4e9), ("stays", 4e9)):
        store.keep(name, Kept("web", "", seen))
        locks.save_lock(locks.create_lock(name))
    command = CliRunner()
    assert "1 conversations deleted (inactivity)" in command.invoke(main, ["sweep"]).output
    assert command.invoke(main, ["forget", "asked"]).exit_code == 0
    assert command.invoke(main, ["forget", "asked"]).exit_code == 1
    assert store.names() == ["stays"]
    assert [bool(locks.get_lock(name)) for name in ("due", "asked", "stays")] == [False, False, True]
    store.forget("stays")
