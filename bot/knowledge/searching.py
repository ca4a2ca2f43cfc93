"""Full-text search over what people call the tasks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List

from sqlite_utils import Database

_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)


def find_tasks(compiled: Path, text: str, language: str, limit: int = 3) -> List[str]:
    """Return task ids whose title or nicknames share words with ``text``, best first.

    The text is taken as plain words: search operators in it have no effect.
    """
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(text) if len(word) > 1))[:40]
    if not words:
        return []
    database = Database(compiled)
    try:
        rows = database.query(
            "select s.id from search_fts join search s on s.rowid = search_fts.rowid "
            "where search_fts match :query and s.language = :language order by bm25(search_fts, 2.0, 1.0), s.id limit :limit",
            {"query": " OR ".join(f'"{word}"' for word in words), "language": language, "limit": limit},
        )
        return [row["id"] for row in rows]
    finally:
        database.close()
