"""Where it is kept who wants no more texts: in PostgreSQL where conversations are there, else in the file of the run-time state."""

from __future__ import annotations

import sqlalchemy as sql
from sqlalchemy.exc import SQLAlchemyError

from bot.config import ConfigurationError, Settings
from bot.runtime.databases import open_database

_OPT_OUTS = sql.Table("opt_outs", sql.MetaData(), sql.Column("name", sql.String(64), primary_key=True))


class DatabaseOptOuts:
    """Hashes in a database (see bot/sms/opt_outs.py)."""

    def __init__(self, url: str) -> None:
        """Open the database and make the table.

        Raises:
            ConfigurationError: it cannot be used. Without it people who said STOP would get texts.
        """
        try:
            self._engine = open_database(url)
            _OPT_OUTS.create(self._engine, checkfirst=True)
        except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
            raise ConfigurationError(
                f"The list of those who want no texts cannot be opened ({type(error).__name__}): check ADVISOR_STATE_DB and "
                "ADVISOR_CONVERSATIONS."
            ) from None

    def put(self, name: str) -> None:
        """Keep a hash."""
        if self.has(name):
            return
        try:
            with self._engine.begin() as connection:
                connection.execute(_OPT_OUTS.insert().values(name=name))
        except sql.exc.IntegrityError:  # another worker was quicker
            return

    def drop(self, name: str) -> None:
        """Let go of a hash."""
        with self._engine.begin() as connection:
            connection.execute(_OPT_OUTS.delete().where(_OPT_OUTS.c.name == name))

    def has(self, name: str) -> bool:
        """Tell whether a hash is kept."""
        with self._engine.begin() as connection:
            return connection.execute(sql.select(_OPT_OUTS.c.name).where(_OPT_OUTS.c.name == name)).first() is not None


def open_opt_outs(settings: Settings) -> DatabaseOptOuts:
    """Return the list of those who want no texts.

    Raises:
        ConfigurationError: it cannot be used.
    """
    shared = settings.conversations if (settings.conversations or "").startswith("postgresql") else None
    return DatabaseOptOuts(shared or f"sqlite:///{settings.state_db}")
