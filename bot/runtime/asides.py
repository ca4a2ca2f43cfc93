"""What a channel keeps beside a conversation: under the conversation's name, no longer than the conversation.

For text messages: the pages that were not read yet, the last list to choose from, and which messages have come already. The first
two are our own words; of the last there is only a keyed hash, which belongs to no name.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Dict, Optional, Tuple

import sqlalchemy as sql
from sqlalchemy.engine import Engine

from bot.runtime.databases import TABLES

_ASIDES = sql.Table(
    "asides",
    TABLES,
    sql.Column("id", sql.String(128), primary_key=True),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("seen", sql.Float(53), nullable=False),
)
_CAME = sql.Table(
    "came",
    TABLES,
    sql.Column("id", sql.String(128), primary_key=True),
    sql.Column("seen", sql.Float(53), nullable=False),
)


class Asides(ABC):
    """Keeps what belongs to a conversation and is not part of it; times are in seconds since 1970."""

    @abstractmethod
    def keep(self, name: str, text: str, now: float) -> None:
        """Keep a text beside a conversation, in place of the one before."""

    @abstractmethod
    def get(self, name: str, since: float = 0.0) -> Optional[str]:
        """Return what is kept beside a conversation, unless it is as old as ``since`` or older: that is due to be deleted."""

    @abstractmethod
    def forget(self, name: str) -> bool:
        """Delete what is kept beside a conversation; tell whether there was something."""

    @abstractmethod
    def rename(self, old: str, new: str) -> None:
        """Let it belong to another name, unless that has something already."""

    @abstractmethod
    def is_first(self, message: str, now: float) -> bool:
        """Note that a message came; tell whether it came for the first time. Of several workers only one hears yes."""

    @abstractmethod
    def sweep(self, before: float) -> None:
        """Delete what is older."""


class MemoryAsides(Asides):
    """In memory: gone with the process."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._texts: Dict[str, Tuple[str, float]] = {}
        self._came: Dict[str, float] = {}

    def keep(self, name: str, text: str, now: float) -> None:
        """Keep a text."""
        self._texts[name] = (text, now)

    def get(self, name: str, since: float = 0.0) -> Optional[str]:
        """Return a text."""
        text, seen = self._texts.get(name, ("", 0.0))
        return text if seen > since else None

    def forget(self, name: str) -> bool:
        """Delete a text."""
        return self._texts.pop(name, None) is not None

    def rename(self, old: str, new: str) -> None:
        """Rename a text."""
        if old in self._texts and new not in self._texts:
            self._texts[new] = self._texts.pop(old)

    def is_first(self, message: str, now: float) -> bool:
        """Note that a message came."""
        if message in self._came:
            return False
        self._came[message] = now
        return True

    def sweep(self, before: float) -> None:
        """Delete what is older."""
        self._texts = {name: kept for name, kept in self._texts.items() if kept[1] > before}
        self._came = {message: seen for message, seen in self._came.items() if seen > before}


class DatabaseAsides(Asides):
    """In the database of the conversations."""

    def __init__(self, engine: Engine) -> None:
        """Take the database."""
        self._engine = engine

    def keep(self, name: str, text: str, now: float) -> None:
        """Keep a text."""
        values = {"text": text, "seen": now}
        with self._engine.begin() as connection:
            changed = connection.execute(_ASIDES.update().where(_ASIDES.c.id == name).values(values))
            if not changed.rowcount:
                connection.execute(_ASIDES.insert().values(id=name, **values))

    def get(self, name: str, since: float = 0.0) -> Optional[str]:
        """Return a text."""
        wanted = sql.and_(_ASIDES.c.id == name, _ASIDES.c.seen > since)
        with self._engine.begin() as connection:
            row = connection.execute(sql.select(_ASIDES.c.text).where(wanted)).first()
        return str(row.text) if row else None

    def forget(self, name: str) -> bool:
        """Delete a text; whoever calls makes the database let go of it."""
        with self._engine.begin() as connection:
            return bool(connection.execute(_ASIDES.delete().where(_ASIDES.c.id == name)).rowcount)

    def rename(self, old: str, new: str) -> None:
        """Rename a text."""
        with self._engine.begin() as connection:
            if not connection.execute(sql.select(sql.exists().where(_ASIDES.c.id == new))).scalar():
                connection.execute(_ASIDES.update().where(_ASIDES.c.id == old).values(id=new))

    def is_first(self, message: str, now: float) -> bool:
        """Note that a message came."""
        try:
            with self._engine.begin() as connection:
                connection.execute(_CAME.insert().values(id=message, seen=now))
        except sql.exc.IntegrityError:
            return False
        return True

    def sweep(self, before: float) -> None:
        """Delete what is older; whoever calls makes the database let go of it."""
        with self._engine.begin() as connection:
            for table in (_ASIDES, _CAME):
                connection.execute(table.delete().where(table.c.seen <= before))
