"""Conversations are kept and forgotten alike in memory, SQLite and PostgreSQL, with what is beside them; SQLite leaves no trace."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import ConfigurationError, read_settings
from bot.runtime.conversations import DatabaseConversations, Kept, MemoryConversations, open_conversations

MARKER = "the quick brown marker 7731"
LIMITS = {"sms": 7200.0, "": 1800.0}


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


@pytest.mark.parametrize("address", ["sqlite:////proc/nowhere/c.sqlite", "postgresql://nobody@127.0.0.1:1/x"])
def test_a_store_that_cannot_be_used_stops_the_start_and_tells_no_address(address):
    with pytest.raises(ConfigurationError, match="ADVISOR_CONVERSATIONS") as told:
        open_conversations(address)
    assert "nowhere" not in str(told.value) and "nobody" not in str(told.value)


# --- nothing is left -------------------------------------------------------------------------------------------------


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


# --- what a channel keeps beside a conversation ----------------------------------------------------------------------


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
