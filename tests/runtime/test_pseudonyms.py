"""The names under which conversations of phone numbers are kept: they last as long as a conversation can, and no longer."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.pseudonyms import MemoryShelf, Pseudonyms
from bot.runtime.conversations import DatabaseConversations, open_conversations

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
