"""Advice as data for programs: the ``custom`` object of the HTTP interface and of ``advisor advise --json``."""

from __future__ import annotations

from typing import Any, Dict, List

from bot.advice.model import Advice, Coverage, Item, OfferedWay
from bot.replies.sources import LEADING_SOURCES, as_data, shown_sources
from bot.replies.voice import Voice


def advice_data(voice: Voice, advice: Advice) -> Dict[str, Any]:
    """Return the ``custom`` object. Its keys are a contract; new ones may be added, none removed."""
    deadlines = [_item(voice, advice, item) for item in advice.deadlines]
    return {
        "type": "advice",
        "task": advice.task,
        "visit_need": advice.visit_need.value,
        "as_of": advice.on.isoformat(),
        "language": voice.language,
        "ways": _ways(voice, advice),
        "documents": [_item(voice, advice, item) for item in advice.documents],
        "forms": [_item(voice, advice, item) for item in advice.forms],
        "deadline": deadlines[0]["text"] if deadlines else None,
        "deadlines": deadlines,
        "cautions": [_item(voice, advice, item) for item in advice.cautions],
        "remarks": [
            {"id": name, "text": voice.words(voice.base.remark(advice.task, name).say)} for name in advice.remarks
        ],
        "notices": [
            {"id": n.id, "certainty": n.certainty.value, "as_of": n.checked.isoformat(), "stale": n.stale}
            for n in advice.notices
        ],
        "sources": [
            as_data(name, source) for name, source in shown_sources(voice.base, advice.sources, LEADING_SOURCES)
        ],
        "certainty": advice.certainty.value if advice.certainty else None,
        "coverage": advice.coverage.value,
        "checked": advice.checked.isoformat() if advice.checked else None,
        "stale": advice.stale,
        "depends_on": list(advice.depends_on),
        "next_question": advice.next_question,
    }


def _ways(voice: Voice, advice: Advice) -> List[Dict[str, Any]]:
    """One entry per kind of way; while facts are missing, two wordings of a kind share its entry."""
    merged: Dict[str, Dict[str, Any]] = {}
    for way in advice.ways:
        data = _way(voice, advice, way)
        if data["id"] in merged:
            merged[data["id"]].setdefault("also", []).append(data)
        else:
            merged[data["id"]] = data
    return [{**data, "rank": rank} for rank, data in enumerate(merged.values(), start=1)]


def _way(voice: Voice, advice: Advice, way: OfferedWay) -> Dict[str, Any]:
    data: Dict[str, Any] = {"id": way.channel, "rank": way.rank, "sure": way.sure}
    if advice.coverage is Coverage.KNOWN:
        entry = voice.base.tasks[advice.task].ways[way.key]
        data["text"] = voice.words(entry.say)
        if not way.sure and entry.only_if:
            data["only_if"] = voice.words(entry.only_if)
    if way.hindered_by:
        data["services"] = {name: state.value for name, state in way.hindered_by}
    return data


def _item(voice: Voice, advice: Advice, item: Item) -> Dict[str, Any]:
    statement = voice.base.statement(advice.task, item.id)
    return {"id": item.id, "text": voice.words(statement.say), "sure": item.sure}


def item_texts(voice: Voice, advice: Advice, items: "tuple[Item, ...]") -> List[str]:
    """Return the texts of documents, deadlines or cautions."""
    return [voice.words(voice.base.statement(advice.task, item.id).say) for item in items]
