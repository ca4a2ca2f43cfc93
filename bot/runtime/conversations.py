"""Where conversations are kept, and for how long.

A conversation is one row, so that its end is one deletion. In memory nothing ever touches a disk. In a database the row goes away
for real: SQLite overwrites what it deletes and empties its log, PostgreSQL is told to clean the table. This module knows nothing of
Rasa, so that ``advisor sweep`` and ``advisor forget`` start at once. What a channel keeps beside a conversation (bot/runtime/asides.py)
is kept, renamed and deleted with it.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from datetime import date
from typing import Dict, List, Mapping, NamedTuple, Optional

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.config import ConfigurationError
from bot.runtime.asides import Asides, DatabaseAsides, MemoryAsides
from bot.runtime.databases import TABLES as _TABLES
from bot.runtime.databases import open_database, wipe

OTHERS = ""
"""Key of the limit that holds for channels without one of their own."""

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
    """Keeps conversations; each method leaves a consistent store behind.

    Attributes:
        asides: what channels keep beside conversations.
    """

    asides: Asides

    @abstractmethod
    def rename(self, old: str, new: str) -> None:
        """Let a conversation go on under another name; does nothing when there is none, or the new one is taken."""

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
        self.asides = MemoryAsides()

    def rename(self, old: str, new: str) -> None:
        """Rename a conversation."""
        if old in self._kept and new not in self._kept:
            self._kept[new] = self._kept.pop(old)
        self.asides.rename(old, new)

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
        self.asides.forget(name)
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
            self.forget(name)
        self.asides.sweep(now - max(limits.values()))
        return old


class DatabaseConversations(Conversations):
    """Conversations in SQLite (one machine) or PostgreSQL (several workers); also a shelf for the daily keys."""

    def __init__(self, url: str) -> None:
        """Open the database and make its tables.

        Raises:
            ConfigurationError: it cannot be opened or written; the message says what to check.
        """
        try:
            self._engine = open_database(url)
            self.asides = DatabaseAsides(self._engine)
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

    def rename(self, old: str, new: str) -> None:
        """Rename a conversation."""
        table = _CONVERSATIONS.c
        taken = sql.exists().where(table.id == new)
        with self._engine.begin() as connection:
            if not connection.execute(sql.select(taken)).scalar():
                connection.execute(_CONVERSATIONS.update().where(table.id == old).values(id=new))
        self.asides.rename(old, new)

    def names(self) -> List[str]:
        """Return the names of all conversations."""
        with self._engine.begin() as connection:
            return [row.id for row in connection.execute(sql.select(_CONVERSATIONS.c.id))]

    def forget(self, name: str) -> bool:
        """Delete a conversation, and what the database would keep of it."""
        aside = self.asides.forget(name)
        with self._engine.begin() as connection:
            found = connection.execute(_CONVERSATIONS.delete().where(_CONVERSATIONS.c.id == name)).rowcount
        if found or aside:
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
        for name in old:
            self.asides.forget(name)
        self.asides.sweep(now - max(limits.values()))
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
        wipe(self._engine)

    def _prove_writable(self) -> None:
        name = f"start-{os.getpid()}"
        self.keep(name, Kept("start", "", 0.0))
        self.forget(name)


def _limit(limits: Mapping[str, float], channel: str) -> float:
    return limits.get(channel, limits[OTHERS])


def open_conversations(url: Optional[str]) -> Conversations:
    """Return the store that the settings ask for: a database, or memory when no URL is set."""
    return DatabaseConversations(url) if url else MemoryConversations()
