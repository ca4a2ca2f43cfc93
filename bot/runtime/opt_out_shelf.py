"""Where it is kept who wants no more texts: in PostgreSQL where conversations are there, else in the file of the run-time state.

An opt-out must not get lost. So a server that now has PostgreSQL takes over what stands in the file, and a list that was made with
another secret, in which nobody could be found any more, stops the start.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import List, Optional

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.config import ConfigurationError, Settings
from bot.runtime.databases import open_database

_TABLES = sql.MetaData()
_OPT_OUTS = sql.Table("opt_outs", _TABLES, sql.Column("name", sql.String(64), primary_key=True))
_MADE_WITH = sql.Table("opt_outs_made_with", _TABLES, sql.Column("mark", sql.String(64), primary_key=True))

_PURPOSE = b"which secret the list of opt-outs was made with"


class DatabaseOptOuts:
    """Hashes in a database (see bot/sms/opt_outs.py)."""

    def __init__(self, url: str) -> None:
        """Open the database and make the tables.

        Raises:
            ConfigurationError: it cannot be used. Without it people who said STOP would get texts.
        """
        try:
            self._engine = open_database(url)
            _TABLES.create_all(self._engine)
        except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
            raise ConfigurationError(
                f"The list of those who want no texts cannot be opened ({type(error).__name__}): check ADVISOR_STATE_DB and "
                "ADVISOR_CONVERSATIONS."
            ) from None

    def put(self, name: str) -> None:
        """Keep a hash."""
        self._put(_OPT_OUTS.c.name, name)

    def drop(self, name: str) -> None:
        """Let go of a hash."""
        with self._engine.begin() as connection:
            connection.execute(_OPT_OUTS.delete().where(_OPT_OUTS.c.name == name))

    def has(self, name: str) -> bool:
        """Tell whether a hash is kept."""
        return self._has(_OPT_OUTS.c.name, name)

    def names(self) -> List[str]:
        """Return all hashes."""
        with self._engine.begin() as connection:
            return [row.name for row in connection.execute(sql.select(_OPT_OUTS.c.name))]

    def belongs_to(self, secret: str) -> bool:
        """Tell whether the list was made with a secret; an empty one belongs to every secret, and from now on to this one."""
        mark = hmac.new(secret.encode(), _PURPOSE, hashlib.sha256).hexdigest()
        if not self.names():
            with self._engine.begin() as connection:
                connection.execute(_MADE_WITH.delete().where(_MADE_WITH.c.mark != mark))
        with self._engine.begin() as connection:
            known = connection.execute(sql.select(_MADE_WITH.c.mark)).first() is not None
        if not known:  # a new list, or one from before there was this mark
            self._put(_MADE_WITH.c.mark, mark)
        return self._has(_MADE_WITH.c.mark, mark)

    def take_over(self, other: "DatabaseOptOuts") -> int:
        """Take all hashes of another list over, and let it go of them: who says START later must not be found there again.

        Returns:
            how many there were.
        """
        names = other.names()
        for name in names:
            self.put(name)
        for name in names:
            other.drop(name)
        return len(names)

    def clear(self) -> int:
        """Let go of all hashes; return how many there were."""
        with self._engine.begin() as connection:
            return int(connection.execute(_OPT_OUTS.delete()).rowcount)

    def _put(self, column: "sql.Column[str]", value: str) -> None:
        if self._has(column, value):
            return
        try:
            with self._engine.begin() as connection:
                connection.execute(column.table.insert().values({column.name: value}))
        except sql.exc.IntegrityError:  # another worker was quicker
            return

    def _has(self, column: "sql.Column[str]", value: str) -> bool:
        with self._engine.begin() as connection:
            return connection.execute(sql.select(column).where(column == value)).first() is not None


def open_opt_outs(settings: Settings) -> DatabaseOptOuts:
    """Return the list of those who want no texts; with PostgreSQL, what the file of the run-time state has is taken over first.

    Raises:
        ConfigurationError: it cannot be used, or it was made with another secret.
    """
    opened = open_list(place_of_opt_outs(settings), settings)
    if _shared(settings) and settings.state_db.exists():
        opened.take_over(open_list(_file(settings), settings))
    return opened


def place_of_opt_outs(settings: Settings) -> str:
    """Return the address of the database that has the list."""
    return _shared(settings) or _file(settings)


def _shared(settings: Settings) -> Optional[str]:
    return settings.conversations if (settings.conversations or "").startswith("postgresql") else None


def _file(settings: Settings) -> str:
    return f"sqlite:///{settings.state_db}"


def open_list(url: str, settings: Settings) -> DatabaseOptOuts:
    """Return the list of one database.

    Raises:
        ConfigurationError: it cannot be used, or it was made with another secret.
    """
    opened = DatabaseOptOuts(url)
    if not opened.belongs_to(settings.secret or ""):
        raise ConfigurationError(
            f"{len(opened.names())} people have said STOP under another ADVISOR_SECRET: nobody would be found, and they would get "
            "texts again. Set the secret back. If it is lost, see docs/sms.md, 'When the secret changes'."
        )
    return opened
