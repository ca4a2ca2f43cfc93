"""The run-time file: it is created, migrated without loss, and what it says expires."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.advice import ServiceState
from bot.knowledge.state import FEWEST_PUBLISHED, Answers, ServiceStatus, StateStore, Unmatched, migrations

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)
HOUR = timedelta(hours=1)


def status(
    state: ServiceState, since: datetime = NOON, hours: int = 12, service: str = "my_social_security"
) -> ServiceStatus:
    return ServiceStatus(service, state, "staff call", since, since + hours * HOUR)


@pytest.mark.parametrize("prepare", ["missing", "empty", "missing folder"])
def test_a_new_file_is_made_ready(tmp_path: Path, prepare: str) -> None:
    path = tmp_path / "deep" / "er" / "state.sqlite" if prepare == "missing folder" else tmp_path / "state.sqlite"
    if prepare == "empty":
        path.touch()
    store = StateStore(path)
    assert store.current(NOON) == {}
    store.set_status(status(ServiceState.DOWN))
    assert store.states(NOON) == {"my_social_security": ServiceState.DOWN}


def test_opening_again_keeps_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    StateStore(path).set_status(status(ServiceState.DOWN))
    again = StateStore(path)
    assert again.current(NOON) == {"my_social_security": status(ServiceState.DOWN)}
    assert StateStore(path).states(NOON) == again.states(NOON)


def test_a_file_with_other_tables_is_migrated_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("create table review_queue (id integer primary key, kind text)")
        connection.execute("insert into review_queue (kind) values ('phrase')")
    StateStore(path).set_status(status(ServiceState.DEGRADED))
    with sqlite3.connect(path) as connection:
        assert connection.execute("select kind from review_queue").fetchall() == [("phrase",)]
    assert StateStore(path).states(NOON) == {"my_social_security": ServiceState.DEGRADED}


def test_a_later_migration_keeps_the_rows_of_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    StateStore(path).set_status(status(ServiceState.DOWN))
    database = Database(path)
    assert [migration.name for migration in migrations.pending(database)] == []
    database["service_status"].add_column("note", str)
    database.close()
    assert StateStore(path).current(NOON) == {"my_social_security": status(ServiceState.DOWN)}


def test_a_status_counts_from_when_it_was_said_until_it_expires(tmp_path: Path) -> None:
    store = StateStore(tmp_path / "state.sqlite")
    store.set_status(status(ServiceState.DOWN, hours=2))
    second = timedelta(seconds=1)
    told = {
        "before": store.states(NOON - second),
        "at once": store.states(NOON),
        "to the end": store.states(NOON + 2 * HOUR - second),
        "expired": store.states(NOON + 2 * HOUR),
    }
    down = {"my_social_security": ServiceState.DOWN}
    assert told == {"before": {}, "at once": down, "to the end": down, "expired": {}}


def test_the_latest_word_counts_for_each_service(tmp_path: Path) -> None:
    store = StateStore(tmp_path / "state.sqlite")
    store.set_status(status(ServiceState.DOWN))
    store.set_status(status(ServiceState.DEGRADED, service="phone_800"))
    store.set_status(status(ServiceState.UP, since=NOON + HOUR))
    assert store.states(NOON + HOUR) == {"my_social_security": ServiceState.UP, "phone_800": ServiceState.DEGRADED}
    assert store.states(NOON)["my_social_security"] is ServiceState.DOWN


def test_times_of_other_zones_are_compared_as_moments(tmp_path: Path) -> None:
    store = StateStore(tmp_path / "state.sqlite")
    eastern = timezone(timedelta(hours=-5))
    store.set_status(status(ServiceState.DOWN, since=NOON.astimezone(eastern), hours=1))
    assert store.states(NOON + timedelta(minutes=30)) == {"my_social_security": ServiceState.DOWN}
    assert store.states(NOON + HOUR) == {}


def test_nothing_about_a_person_has_a_place_in_the_file(tmp_path: Path) -> None:
    StateStore(tmp_path / "state.sqlite")
    with sqlite3.connect(tmp_path / "state.sqlite") as connection:
        columns = {row[1] for row in connection.execute("pragma table_info(service_status)")}
    assert columns == {"id", "service", "state", "source", "since", "until"}


# --- counters and messages for review ---------------------------------------------------------------------------------

DAY = NOON.date()


def test_answers_are_counted_by_day_and_kind_and_small_numbers_are_not_told(tmp_path: Path) -> None:
    store = StateStore(tmp_path / "state.sqlite")
    for number in range(FEWEST_PUBLISHED):
        assert store.answers() == [], f"told after {number}"
        store.count_answer(DAY, "change_address", "no_visit", "en", "web")
    store.count_answer(DAY, "change_address", "no_visit", "en", "sms")
    store.count_answer(DAY + timedelta(days=1), "change_address", "no_visit", "en", "web")
    assert store.answers() == [Answers(DAY, "change_address", "no_visit", "en", "web", FEWEST_PUBLISHED)]
    assert sorted(row.number for row in store.answers(fewest=1)) == [1, 1, FEWEST_PUBLISHED]


def test_messages_for_review_wait_in_order_and_expire(tmp_path: Path) -> None:
    store = StateStore(tmp_path / "state.sqlite")
    kept = [Unmatched(DAY + timedelta(days=number), "web", f"message {number}") for number in range(3)]
    for message in kept:
        store.keep_unmatched(message)
    assert store.unmatched() == kept
    assert store.drop_unmatched_before(DAY + timedelta(days=2)) == 2
    assert store.unmatched() == kept[2:]


def test_expired_messages_for_review_leave_no_trace(tmp_path: Path) -> None:
    text = "the quick brown marker 7731"
    store = StateStore(tmp_path / "state.sqlite")
    store.keep_unmatched(Unmatched(DAY, "web", text))
    assert store.unmatched() == [Unmatched(DAY, "web", text)]
    assert store.drop_unmatched_before(DAY) == 0
    assert store.drop_unmatched_before(DAY + timedelta(days=1)) == 1
    assert not [path for path in tmp_path.iterdir() if text.encode() in path.read_bytes()]


def test_what_the_file_holds_of_messages_is_no_more_than_the_day_the_channel_and_the_text(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite"
    StateStore(path)
    assert set(Database(path)["unmatched"].columns_dict) == {"id", "day", "channel", "text"}
    assert set(Database(path)["answers"].columns_dict) == {"day", "task", "visit_need", "language", "channel", "number"}
