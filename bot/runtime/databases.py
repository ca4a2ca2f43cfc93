"""Databases for what must go away for real: SQLite overwrites what it deletes, PostgreSQL is told to clean its tables."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool

TABLES = sql.MetaData()
"""The tables of the database for conversations."""

_ON_CONNECT = (
    "PRAGMA auto_vacuum = INCREMENTAL",  # before the first table; deleted pages can be given back
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten with zeros
    "PRAGMA journal_mode = WAL",  # no journal file with old rows is left after a crash but this log, which the sweep empties
    "PRAGMA temp_store = MEMORY",  # nothing spills into temporary files
    "PRAGMA busy_timeout = 3000",
)


def open_database(url: str) -> Engine:
    """Open a database; a SQLite file is made for its owner only.

    Raises:
        SQLAlchemyError: it cannot be opened.
        OSError: its file cannot be made.
    """
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


def wipe(engine: Engine) -> None:
    """Make a database let go of what was deleted from it."""
    if engine.dialect.name == "sqlite":
        # secure_delete has overwritten the rows; what is left is the log of changes and empty pages.
        after = ["PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA incremental_vacuum"]
    else:
        after = [f"VACUUM {name}" for name in sorted(TABLES.tables)]
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in after:
            result = connection.execute(sql.text(statement))
            if result.returns_rows:
                result.fetchall()
