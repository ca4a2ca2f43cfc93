"""Where conversations are kept, and for how long.

A conversation is one row, so that its end is one deletion. In memory nothing ever touches a disk. In a database the row goes away
for real: SQLite overwrites what it deletes and empties its log, PostgreSQL is told to clean the table. This module knows nothing of
Rasa, so that ``advisor sweep`` and ``advisor forget`` start at once.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import Any, Dict, List, Mapping, NamedTuple, Optional

import sqlalchemy as sql
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from bot.config import ConfigurationError

OTHERS = ""
"""Key of the limit that holds for channels without one of their own."""

_TABLES = sql.MetaData()
_CONVERSATIONS = sql.Table(
    "conversations",
    _TABLES,
    sql.Column("id", sql.String(128), primary_key=True),
    sql.Column("channel", sql.String(32), nullable=False),
    sql.Column("tracker", sql.Text, nullable=False),
    sql.Column("seen", sql.Float(53), nullable=False),
)
_KEYS = sql.Table(
    "daily_keys",
    _TABLES,
    sql.Column("day", sql.Date, primary_key=True),
    sql.Column("key", sql.LargeBinary, nullable=False),
)


class Kept(NamedTuple):
    """A conversation as it is kept.

    Attributes:
        channel: the channel it goes on in.
        tracker: all of it, as text.
        seen: when the person last wrote, in seconds since 1970.
    """

    channel: str
    tracker: str
    seen: float


class Conversations(ABC):
    """Keeps conversations; each method leaves a consistent store behind."""

    @abstractmethod
    def keep(self, name: str, kept: Kept) -> None:
        """Keep a conversation in its newest state, in place of the one before."""

    @abstractmethod
    def get(self, name: str) -> Optional[Kept]:
        """Return a conversation, or ``None``."""

    @abstractmethod
    def names(self) -> List[str]:
        """Return the names of all conversations."""

    @abstractmethod
    def forget(self, name: str) -> bool:
        """Delete a conversation at once; tell whether there was one."""

    @abstractmethod
    def touch(self, name: str, now: float) -> bool:
        """Count a conversation as gone on at ``now``, in seconds since 1970; tell whether there was one."""

    @abstractmethod
    def sweep(self, limits: Mapping[str, float], now: float) -> List[str]:
        """Delete the conversations that have been silent too long, and return their names.

        Args:
            limits: channel -> seconds of silence; under :data:`OTHERS` for all channels that are not named.
            now: in seconds since 1970.
        """


class MemoryConversations(Conversations):
    """Conversations in memory: gone with the process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: Dict[str, Kept] = {}

    def keep(self, name: str, kept: Kept) -> None:
        """Keep a conversation."""
        self._kept[name] = kept

    def get(self, name: str) -> Optional[Kept]:
        """Return a conversation, or ``None``."""
        return self._kept.get(name)

    def names(self) -> List[str]:
        """Return the names of all conversations."""
        return list(self._kept)

    def forget(self, name: str) -> bool:
        """Delete a conversation."""
        return self._kept.pop(name, None) is not None

    def touch(self, name: str, now: float) -> bool:
        """Count a conversation as gone on."""
        kept = self._kept.get(name)
        if kept is not None:
            self._kept[name] = kept._replace(seen=now)
        return kept is not None

    def sweep(self, limits: Mapping[str, float], now: float) -> List[str]:
        """Delete the silent ones."""
        old = [name for name, kept in self._kept.items() if kept.seen <= now - _limit(limits, kept.channel)]
        for name in old:
            del self._kept[name]
        return old


class DatabaseConversations(Conversations):
    """Conversations in SQLite (one machine) or PostgreSQL (several workers); also a shelf for the daily keys."""

    def __init__(self, url: str) -> None:
        """Open the database and make its tables.

        Raises:
            ConfigurationError: it cannot be opened or written; the message says what to check.
        """
        try:
            self._engine = _open(url)
            _TABLES.create_all(self._engine)
            self._prove_writable()
        except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
            raise ConfigurationError(
                f"ADVISOR_CONVERSATIONS: the store for conversations cannot be used ({type(error).__name__}). Check that it is "
                "reachable and that this user may write there, or leave the variable unset to keep conversations in memory."
            ) from None

    def keep(self, name: str, kept: Kept) -> None:
        """Keep a conversation."""
        with self._engine.begin() as connection:
            changed = connection.execute(
                _CONVERSATIONS.update().where(_CONVERSATIONS.c.id == name).values(kept._asdict())
            )
            if not changed.rowcount:
                connection.execute(_CONVERSATIONS.insert().values(id=name, **kept._asdict()))

    def get(self, name: str) -> Optional[Kept]:
        """Return a conversation, or ``None``."""
        columns = (_CONVERSATIONS.c.channel, _CONVERSATIONS.c.tracker, _CONVERSATIONS.c.seen)
        with self._engine.begin() as connection:
            row = connection.execute(sql.select(*columns).where(_CONVERSATIONS.c.id == name)).first()
        return Kept(*row) if row else None

    def names(self) -> List[str]:
        """Return the names of all conversations."""
        with self._engine.begin() as connection:
            return [row.id for row in connection.execute(sql.select(_CONVERSATIONS.c.id))]

    def forget(self, name: str) -> bool:
        """Delete a conversation, and what the database would keep of it."""
        with self._engine.begin() as connection:
            found = connection.execute(_CONVERSATIONS.delete().where(_CONVERSATIONS.c.id == name)).rowcount
        if found:
            self._wipe()
        return bool(found)

    def touch(self, name: str, now: float) -> bool:
        """Count a conversation as gone on."""
        with self._engine.begin() as connection:
            changed = connection.execute(_CONVERSATIONS.update().where(_CONVERSATIONS.c.id == name).values(seen=now))
        return bool(changed.rowcount)

    def sweep(self, limits: Mapping[str, float], now: float) -> List[str]:
        """Delete the silent ones.

        The database is cleaned each time, also when nothing was deleted: another deletion may have had to leave that undone.
        """
        table = _CONVERSATIONS.c
        silent = sql.or_(
            *(
                sql.and_(table.channel == channel, table.seen <= now - limit)
                for channel, limit in limits.items()
                if channel
            ),
            sql.and_(table.channel.not_in([name for name in limits if name]), table.seen <= now - limits[OTHERS]),
        )
        with self._engine.begin() as connection:
            old = [row.id for row in connection.execute(sql.select(table.id).where(silent))]
            connection.execute(_CONVERSATIONS.delete().where(table.id.in_(old)))
        self._wipe()
        return old

    def keys(self) -> Dict[date, bytes]:
        """Return day -> key (see bot/privacy/pseudonyms.py)."""
        with self._engine.begin() as connection:
            return {row.day: bytes(row.key) for row in connection.execute(sql.select(_KEYS))}

    def put(self, day: date, key: bytes) -> None:
        """Keep the key of a day; where two workers make one at the same time, the first stays."""
        try:
            with self._engine.begin() as connection:
                connection.execute(_KEYS.insert().values(day=day, key=key))
        except sql.exc.IntegrityError:
            return

    def drop_before(self, day: date) -> None:
        """Throw away older keys."""
        with self._engine.begin() as connection:
            found = connection.execute(_KEYS.delete().where(_KEYS.c.day < day)).rowcount
        if found:
            self._wipe()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _wipe(self) -> None:
        """Make the database let go of what was deleted."""
        after = _WIPE[self._engine.dialect.name]
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for statement in after:
                result = connection.execute(sql.text(statement))
                if result.returns_rows:
                    result.fetchall()

    def _prove_writable(self) -> None:
        name = f"start-{os.getpid()}"
        self.keep(name, Kept("start", "", 0.0))
        self.forget(name)


_WIPE = {
    # secure_delete (below) has overwritten the rows; what is left is the log of changes and empty pages.
    "sqlite": ("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA incremental_vacuum"),
    "postgresql": (f"VACUUM {_CONVERSATIONS.name}", f"VACUUM {_KEYS.name}"),
}
_ON_CONNECT = (
    "PRAGMA auto_vacuum = INCREMENTAL",  # before the first table; deleted pages can be given back
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten with zeros
    "PRAGMA journal_mode = WAL",  # no journal file with old rows is left after a crash but this log, which the sweep empties
    "PRAGMA temp_store = MEMORY",  # nothing spills into temporary files
    "PRAGMA busy_timeout = 3000",
)


def _open(url: str) -> Engine:
    parsed = sql.engine.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sql.create_engine(parsed, pool_pre_ping=True)
    if parsed.database not in (None, "", ":memory:"):
        file = Path(parsed.database)
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT, 0o600))  # for its owner only; the log beside it gets the same
    engine = sql.create_engine(parsed, poolclass=StaticPool, connect_args={"check_same_thread": False})
    sql.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: Any) -> None:
    for statement in _ON_CONNECT:
        connection.execute(statement).fetchall()


def _limit(limits: Mapping[str, float], channel: str) -> float:
    return limits.get(channel, limits[OTHERS])


def open_conversations(url: Optional[str]) -> Conversations:
    """Return the store that the settings ask for: a database, or memory when no URL is set."""
    return DatabaseConversations(url) if url else MemoryConversations()
