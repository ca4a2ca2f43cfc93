"""Conversations end, in memory, SQLite and PostgreSQL alike, and their locks in Redis with them; SQLite leaves no trace."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Callable, Dict, Iterator
from uuid import uuid4

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.lock_store import InMemoryLockStore, RedisLockStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Restarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.config import PROJECT, ConfigurationError, Settings, read_settings
from bot.knowledge.state import StateStore, Unmatched
from bot.privacy.endings import Ending
from bot.privacy.pseudonyms import MemoryShelf, Pseudonyms
from bot.runtime.conversations import (
    Conversations,
    DatabaseConversations,
    Kept,
    MemoryConversations,
    open_conversations,
)
from bot.runtime.keeper import Keeper
from bot.runtime.locks import redis_settings
from bot.runtime.opt_out_shelf import open_opt_outs
from bot.runtime.tracker_store import ForgetfulTrackerStore
from bot.sms.opt_outs import OptOuts
from tests.runtime import servers

MARKER = "the quick brown marker 7731"
LIMITS = {"sms": 7200.0, "": 1800.0}
STORES = ["memory", "sqlite", "postgresql"]
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.postgresql(tmp_path_factory.mktemp("servers")) as address:
        yield address


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.redis(tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture
def address(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], "str | None"]:
    """The address of each kind of store."""

    def of(kind: str) -> "str | None":
        if kind == "memory":
            return None
        return (
            f"sqlite:///{tmp_path}/conversations.sqlite" if kind == "sqlite" else request.getfixturevalue("postgresql")
        )

    return of


@pytest.fixture(params=STORES)
def conversations(request: pytest.FixtureRequest, address: Callable) -> Iterator[Conversations]:
    store = open_conversations(address(request.param))
    yield store
    for name in store.names():
        store.forget(name)


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(PROJECT / "domain.yml"))


def said(domain: Domain, text: str, *more, sender: str = "someone", channel: str = "web") -> DialogueStateTracker:
    events = [ActionExecuted("action_listen"), UserUttered(text, {"name": "inform"}, input_channel=channel), *more]
    return DialogueStateTracker.from_events(sender, events, slots=domain.slots)


def run(coroutine):
    return asyncio.new_event_loop().run_until_complete(coroutine)


# --- the store itself ------------------------------------------------------------------------------------------------


def test_what_is_kept_is_found_again_in_its_newest_state(conversations):
    conversations.keep("someone", Kept("web", "first", 1.0))
    conversations.keep("someone", Kept("web", "second", 2.0))
    assert conversations.get("someone") == Kept("web", "second", 2.0)
    assert conversations.get("somebody else") is None
    assert conversations.names() == ["someone"]


def test_forgetting_takes_one_and_leaves_the_others(conversations):
    for name in ("one", "two"):
        conversations.keep(name, Kept("web", "text", 1.0))
    assert conversations.forget("one")
    assert not conversations.forget("one")
    assert conversations.names() == ["two"]


def test_each_channel_has_its_own_silence(conversations):
    conversations.keep("chat", Kept("web", "", 0.0))
    conversations.keep("text message", Kept("sms", "", 0.0))
    assert conversations.sweep(LIMITS, 1799.0) == []
    assert conversations.sweep(LIMITS, 1800.0) == ["chat"]
    assert conversations.sweep(LIMITS, 7200.0) == ["text message"]


@given(
    st.lists(st.tuples(st.sampled_from(["web", "sms", "rest", ""]), st.floats(0, 10_000)), max_size=8),
    st.floats(0, 20_000),
)
def test_memory_and_database_sweep_alike(rows, now):
    stores = MemoryConversations(), DatabaseConversations("sqlite:///:memory:")
    for store in stores:
        for number, (channel, seen) in enumerate(rows):
            store.keep(str(number), Kept(channel, "", seen))
    swept = [sorted(store.sweep(LIMITS, now)) for store in stores]
    assert swept[0] == swept[1]
    assert sorted(stores[0].names()) == sorted(stores[1].names())


# --- nothing is left ------------------------------------------------------------------------------------------------


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("way", ["forget", "sweep"])
def test_sqlite_leaves_no_trace_in_any_file(tmp_path, way):
    store = DatabaseConversations(f"sqlite:///{tmp_path}/conversations.sqlite")
    for number in range(40):  # more than a page, and written over several times
        for state in range(3):
            store.keep(str(number), Kept("web", f"{MARKER} {state} " * 200, float(number)))
    assert MARKER.encode() in raw(tmp_path)
    if way == "sweep":
        store.sweep(LIMITS, 1e9)
    else:
        for number in range(40):
            store.forget(str(number))
    assert MARKER.encode() not in raw(tmp_path)


def test_what_a_crash_left_is_gone_after_the_next_sweep(tmp_path):
    crashed = DatabaseConversations(f"sqlite:///{tmp_path}/conversations.sqlite")
    crashed.keep("someone", Kept("web", MARKER, 0.0))  # never closed: its log stays on the disk
    again = DatabaseConversations(f"sqlite:///{tmp_path}/conversations.sqlite")
    assert again.sweep(LIMITS, 1e9) == ["someone"]
    assert MARKER.encode() not in raw(tmp_path)


def test_the_file_is_for_its_owner_only(tmp_path):
    DatabaseConversations(f"sqlite:///{tmp_path}/conversations.sqlite").keep("a", Kept("web", "", 0.0))
    for path in tmp_path.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_expired_messages_for_review_leave_no_trace(tmp_path):
    state = StateStore(tmp_path / "state.sqlite")
    state.keep_unmatched(Unmatched(TODAY, "web", MARKER))
    assert state.unmatched() == [Unmatched(TODAY, "web", MARKER)]
    assert state.drop_unmatched_before(TODAY) == 0
    assert state.drop_unmatched_before(TODAY + timedelta(days=1)) == 1
    assert MARKER.encode() not in raw(tmp_path)


@pytest.mark.parametrize("address", ["sqlite:////proc/nowhere/c.sqlite", "postgresql://nobody@127.0.0.1:1/x"])
def test_a_store_that_cannot_be_used_stops_the_start_and_tells_no_address(address):
    with pytest.raises(ConfigurationError, match="ADVISOR_CONVERSATIONS") as told:
        open_conversations(address)
    assert "nowhere" not in str(told.value) and "nobody" not in str(told.value)


# --- Rasa's view: every ending, in every store, with its lock -----------------------------------------------------


@pytest.fixture(params=["memory", "redis"])
def locks(request: pytest.FixtureRequest):
    if request.param == "memory":
        return InMemoryLockStore()
    host, options = redis_settings(request.getfixturevalue("redis"))
    return RedisLockStore(host, **options)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


ENDINGS: Dict[Ending, str] = {
    Ending.INACTIVITY: "sweep",
    Ending.ASKED_TO_DELETE: "restart",
    Ending.QUICK_EXIT: "end",
    Ending.DELETE_BUTTON: "end",
    Ending.OPTED_OUT: "end",
    Ending.BY_STAFF: "end",
}


@pytest.mark.parametrize("ending", list(Ending))
def test_after_each_ending_nothing_is_left(conversations, locks, domain, ending, tmp_path, caplog):
    clock = Clock()
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


def test_who_asks_for_more_time_gets_as_much_as_after_a_message(conversations, locks, domain, tmp_path):
    clock = Clock()
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


def test_an_ending_takes_the_right_one_of_two(conversations, domain):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=Clock())
    run(store.save(said(domain, "words of one", sender="one")))
    run(store.save(said(domain, "words of two", sender="two")))
    store.end("one", Ending.QUICK_EXIT)
    kept = run(store.retrieve("two"))
    assert kept.latest_message.text == "words of two"


def test_a_channel_that_forgot_to_redact_is_caught(conversations, domain):
    store = ForgetfulTrackerStore(domain, conversations=conversations, clock=Clock())
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


# --- staff commands ---------------------------------------------------------------------------------------------------


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


# --- names for phone numbers ------------------------------------------------------------------------------------------


NUMBER, OTHER = "+15550100", "+15550101"
DAY = timedelta(days=1)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, address: Callable):
    if request.param == "memory":
        return MemoryShelf()
    store = open_conversations(address(request.param))
    assert isinstance(store, DatabaseConversations)
    store.drop_before(date.max)
    return store


def test_a_number_keeps_its_name_while_a_conversation_can_go_on(shelf):
    names = Pseudonyms(shelf, DAY)
    evening = datetime(2026, 11, 30, 23, 50, tzinfo=timezone.utc)
    first = names.names(NUMBER, evening)
    assert first == names.names(NUMBER, evening)
    after_midnight = names.names(NUMBER, evening + timedelta(minutes=20))
    assert after_midnight[0] != first[0] and after_midnight[1] == first[0]


def test_later_nobody_can_tell_that_the_number_ever_wrote(shelf):
    names = Pseudonyms(shelf, DAY)
    first = names.names(NUMBER, datetime(2026, 11, 30, 12, tzinfo=timezone.utc))[0]
    assert first not in names.names(NUMBER, datetime(2026, 12, 2, 13, tzinfo=timezone.utc))
    assert sorted(shelf.keys()) == [date(2026, 12, 2)]


@given(st.text(max_size=20), st.text(max_size=20), st.integers(0, 5), st.integers(0, 5))
def test_two_people_never_have_a_name_in_common(one, other, first_day, second_day):
    names = Pseudonyms(MemoryShelf(), DAY)
    start = datetime(2026, 11, 30, 12, tzinfo=timezone.utc)
    mine = {name for day in range(first_day + 1) for name in names.names(one, start + day * DAY)}
    theirs = {name for day in range(second_day + 1) for name in names.names(other, start + day * DAY)}
    assert one == other or not mine & theirs
    assert not any(one and one in name for name in mine if len(one) > 4)


def test_settings_are_read_from_the_environment():
    settings = read_settings(
        {"ADVISOR_CONVERSATIONS": "sqlite:///x", "ADVISOR_LOCKS": "redis://h", "ADVISOR_SMS_SESSION_HOURS": "5"}
    )
    assert (settings.conversations, settings.locks, settings.silence_limits["sms"]) == (
        "sqlite:///x",
        "redis://h",
        18000.0,
    )
    for name in ("ADVISOR_CONVERSATIONS", "ADVISOR_LOCKS"):
        with pytest.raises(ConfigurationError, match=name) as told:
            read_settings({name: "mysql://user:password@host/x"})
        assert "password" not in str(told.value)


# --- what a channel keeps beside a conversation, and who wants no texts -----------------------------------------------


@pytest.mark.parametrize("end", ["forget", "sweep"])
def test_what_is_beside_a_conversation_goes_with_it(conversations, end):
    asides = conversations.asides
    for name in ("one", "two"):
        conversations.keep(name, Kept("sms", "text", 1.0 if name == "one" else 99_999.0))
        asides.keep(name, "pages", 1.0 if name == "one" else 99_999.0)
    if end == "forget":
        conversations.forget("one")
    else:
        conversations.sweep({"sms": 86_400.0, "": 1800.0}, 90_000.0)
    assert (asides.get("one"), asides.get("two")) == (None, "pages")
    conversations.forget("two")


def test_what_has_no_conversation_is_forgotten_too(conversations):
    conversations.asides.keep("alone", "pages", 1.0)
    conversations.forget("alone")
    assert conversations.asides.get("alone") is None


def test_a_conversation_goes_on_under_another_name(conversations):
    conversations.keep("old", Kept("sms", "text", 1.0))
    conversations.asides.keep("old", "first", 1.0)
    conversations.asides.keep("old", "pages", 2.0)
    conversations.rename("old", "new")
    assert conversations.get("new") == Kept("sms", "text", 1.0)
    assert (conversations.get("old"), conversations.asides.get("old")) == (None, None)
    assert conversations.asides.get("new") == "pages"
    conversations.keep("other", Kept("sms", "mine", 1.0))
    conversations.rename("new", "other")
    assert conversations.get("other") == Kept("sms", "mine", 1.0)
    conversations.rename("nobody", "somebody")
    assert conversations.get("somebody") is None


def test_a_message_comes_for_the_first_time_once(conversations):
    name = uuid4().hex
    assert [conversations.asides.is_first(name, 1.0) for _ in range(3)] == [True, False, False]
    conversations.asides.sweep(1.0)
    assert conversations.asides.is_first(name, 2.0)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_of_two_workers_one_hears_that_a_message_is_new(kind, address):
    first, second, name = open_conversations(address(kind)), open_conversations(address(kind)), uuid4().hex
    assert sorted(store.asides.is_first(name, 1.0) for store in (first, second)) == [False, True]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_who_wants_no_texts_is_known_after_a_restart(kind, address, tmp_path):
    settings = Settings(
        state_db=tmp_path / "state.sqlite", conversations=address(kind) if kind == "postgresql" else None
    )
    OptOuts("s" * 32, open_opt_outs(settings)).add("+12025550147")
    again = OptOuts("s" * 32, open_opt_outs(settings))
    assert "+12025550147" in again
    assert "+12025550148" not in again
    again.add("+12025550147")
    again.remove("+12025550147")
    assert "+12025550147" not in OptOuts("s" * 32, open_opt_outs(settings))


def opt_out_settings(folder, conversations=None, secret="s" * 32):
    return Settings(state_db=folder / "state.sqlite", conversations=conversations, secret=secret)


def test_who_wants_no_texts_goes_along_from_sqlite_to_postgresql_and_back(address, tmp_path):
    alone, together = opt_out_settings(tmp_path), opt_out_settings(tmp_path, address("postgresql"))
    OptOuts("s" * 32, open_opt_outs(alone)).add("+12025550151")
    moved = OptOuts("s" * 32, open_opt_outs(together))
    assert "+12025550151" in moved
    moved.remove("+12025550151")
    assert "+12025550151" not in OptOuts("s" * 32, open_opt_outs(together))  # the file does not bring it back
    moved.add("+12025550152")
    back = open_opt_outs(alone)
    assert back.take_over(open_opt_outs(together)) >= 1
    assert "+12025550152" in OptOuts("s" * 32, back)


def test_a_list_made_with_another_secret_stops_the_start(tmp_path):
    OptOuts("s" * 32, open_opt_outs(opt_out_settings(tmp_path))).add("+12025550153")
    with pytest.raises(ConfigurationError, match="1 people have said STOP under another ADVISOR_SECRET"):
        open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32))
    assert "+12025550153" in OptOuts("s" * 32, open_opt_outs(opt_out_settings(tmp_path)))


def test_an_empty_list_belongs_to_whoever_comes(tmp_path):
    open_opt_outs(opt_out_settings(tmp_path))
    assert open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32)).names() == []
    with pytest.raises(ConfigurationError):
        open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32)).put("a hash")
        open_opt_outs(opt_out_settings(tmp_path))
