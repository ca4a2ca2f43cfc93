"""What staff change while the assistant runs: the status of SSA's services. Nothing about a person is kept here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Dict, List, Optional

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
