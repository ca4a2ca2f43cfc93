"""What changes while the assistant runs: the status of SSA's services, counters, and messages to review if the site wants them.

Nothing about a person is kept here: counters are sums, and messages are redacted and unconnected to any conversation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Dict, List, NamedTuple, Optional

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from bot.advice.model import ServiceState

migrations = Migrations("advisor_state")


@migrations()
def m001_service_status(database: Database) -> None:
    """One row each time staff say how a service is."""
    database["service_status"].create(
        {"id": int, "service": str, "state": str, "source": str, "since": str, "until": str}, pk="id"
    )


@migrations()
def m002_answers(database: Database) -> None:
    """How often an answer was given on a day."""
    columns = ("day", "task", "visit_need", "language", "channel")
    database["answers"].create({**dict.fromkeys(columns, str), "number": int}, pk=columns)


@migrations()
def m003_unmatched(database: Database) -> None:
    """Messages that were not understood, redacted; only where the site has switched it on."""
    database["unmatched"].create({"id": int, "day": str, "channel": str, "text": str}, pk="id")


FEWEST_PUBLISHED = 10
"""A number smaller than this could point to a person, and is not told."""


class Answers(NamedTuple):
    """How often an answer was given on a day."""

    day: date
    task: str
    visit_need: str
    language: str
    channel: str
    number: int


class Unmatched(NamedTuple):
    """A message that was not understood, without identifiers."""

    day: date
    channel: str
    text: str


@dataclass(frozen=True)
class ServiceStatus:
    """What staff said of a service.

    Attributes:
        service: id in services.yml.
        state: up, degraded or down.
        source: where they have it from.
        since: when they said so.
        until: when it stops to count, unless said again.
    """

    service: str
    state: ServiceState
    source: str
    since: datetime
    until: datetime


class StateStore:
    """The run-time file."""

    def __init__(self, path: Path) -> None:
        """Open the file, creating and migrating it as needed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        database = Database(path)
        migrations.apply(database)
        database.close()

    def set_status(self, status: ServiceStatus) -> None:
        """Record what staff said; it counts from now on."""
        database = Database(self._path)
        database["service_status"].insert(
            {
                "service": status.service,
                "state": status.state.value,
                "source": status.source,
                "since": status.since.isoformat(),
                "until": status.until.isoformat(),
            }
        )
        database.conn.commit()
        database.close()

    def current(self, at: datetime) -> Dict[str, ServiceStatus]:
        """Return the latest status of each service that still counts at a moment."""
        latest: Dict[str, Optional[ServiceStatus]] = {}
        for status in self._all():
            if status.since <= at:
                latest[status.service] = status if at < status.until else None
        return {name: status for name, status in latest.items() if status is not None}

    def states(self, at: datetime) -> Dict[str, ServiceState]:
        """Return service -> state at a moment, for the engine."""
        return {name: status.state for name, status in self.current(at).items()}

    def count_answer(self, day: date, task: str, visit_need: str, language: str, channel: str) -> None:
        """Count an answer that was given."""
        database = self._open()
        key = {"day": day.isoformat(), "task": task, "visit_need": visit_need, "language": language, "channel": channel}
        with database.conn:
            database.execute(
                "insert into answers values (:day, :task, :visit_need, :language, :channel, 1) "
                "on conflict do update set number = number + 1",
                key,
            )
        database.close()

    def answers(self, fewest: int = FEWEST_PUBLISHED) -> List[Answers]:
        """Return the counts that may be told, oldest first; smaller ones are left out, not rounded."""
        database = self._open()
        rows = list(database.query("select * from answers where number >= ? order by day, task", [fewest]))
        database.close()
        return [Answers(**{**row, "day": date.fromisoformat(row["day"])}) for row in rows]

    def keep_unmatched(self, message: Unmatched) -> None:
        """Keep a redacted message for review."""
        database = self._open()
        with database.conn:
            database["unmatched"].insert({**message._asdict(), "day": message.day.isoformat()})
        database.close()

    def unmatched(self) -> List[Unmatched]:
        """Return the messages to review, oldest first."""
        database = self._open()
        rows = list(database.query("select day, channel, text from unmatched order by id"))
        database.close()
        return [Unmatched(date.fromisoformat(row["day"]), row["channel"], row["text"]) for row in rows]

    def drop_unmatched_before(self, day: date) -> int:
        """Delete messages for review from before a day, overwriting them; return how many."""
        database = self._open()
        with database.conn:
            number = int(database.execute("delete from unmatched where day < ?", [day.isoformat()]).rowcount)
        database.close()
        return number

    def _open(self) -> Database:
        database = Database(self._path)
        database.execute("pragma secure_delete = on").fetchall()
        return database

    def _all(self) -> List[ServiceStatus]:
        database = Database(self._path)
        rows = list(database.query("select * from service_status order by id"))
        database.close()
        return [
            ServiceStatus(
                row["service"],
                ServiceState(row["state"]),
                row["source"],
                datetime.fromisoformat(row["since"]),
                datetime.fromisoformat(row["until"]),
            )
            for row in rows
        ]
