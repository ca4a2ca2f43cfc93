"""Which sources people see, in which order."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Optional, Tuple

from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.beside_tasks import SourceEntry

LEADING_SOURCES = 3
"""The first sources of an answer are those of its rule; they are named under the answer."""

_ORDER = ("official", "court", "official_copy", "official_old", "reported", "guidance", "alleged", "low")


def shown_sources(base: KnowledgeBase, ids: Iterable[str], lead: int = 0) -> List[Tuple[str, SourceEntry]]:
    """Return the sources to show; mirrors and low-grade pages only when nothing better exists.

    Args:
        base: where the sources are.
        ids: source ids, what the answer itself rests on first.
        lead: so many of those shown stay in front of the others; inside both groups, official ones come first.
    """
    entries = [(name, base.sources[name]) for name in dict.fromkeys(ids)]
    better = [(name, source) for name, source in entries if source.shown]
    shown = better or entries
    return sorted(shown[:lead], key=_grade) + sorted(shown[lead:], key=_grade)


def _grade(pair: Tuple[str, SourceEntry]) -> int:
    return _ORDER.index(pair[1].grade)


def newest(sources: Iterable[Tuple[str, SourceEntry]]) -> Optional[str]:
    """Return the latest date of publication among the sources, as written, or ``None`` when all are undated."""
    dated = [source.published for _, source in sources if source.published[:1].isdigit()]
    return max(dated, key=lambda published: published.split(" ", 1)[0], default=None)


def as_data(name: str, source: SourceEntry) -> Dict[str, Any]:
    """Return a source as in the ``custom`` object."""
    return {
        "id": name,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "checked": source.checked.isoformat(),
        "grade": source.grade,
    }
