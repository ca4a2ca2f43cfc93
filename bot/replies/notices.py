"""Privacy notices in words. What is shown depends on the notice, its length and the day, on nothing about the person."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Optional

from bot.advice.model import is_stale
from bot.knowledge.schema.beside_tasks import RulingEntry
from bot.replies.model import Bubble, Reply
from bot.replies.sources import as_data, shown_sources
from bot.replies.voice import Voice, fill

NAMED_BY_TEXT = 5
"""So many sources stand under the whole notice in a text message; all of them would take pages that nobody reads."""


def notice_text(voice: Voice, name: str, length: str, on: date, values: Optional[Dict[str, str]] = None) -> str:
    """Return a notice as ``line``, ``short`` or ``full``; empty when no version holds on that day.

    Args:
        voice: language and channel.
        name: the notice.
        length: ``line``, ``short`` or ``full``.
        on: the day.
        values: what to fill in besides the day of the last check.
    """
    version = voice.base.notice_on(name, on)
    if version is None:
        return ""
    text = fill(voice.words(getattr(version, length)), {"checked": voice.day(version.checked), **(values or {})})
    if not voice.brief and is_stale(version.checked, voice.base.notices[name].recheck_days, on):
        text = f"{text} {voice.phrase('notice_stale', checked=voice.day(version.checked))}"
    return text


def notices_for_everyone(voice: Voice) -> List[str]:
    """Return the notices on Social Security itself; the one on this chat has its own place."""
    return [name for name, notice in voice.base.notices.items() if notice.attach != "asked"]


def short_notices(voice: Voice, on: date, seen: bool = False) -> Reply:
    """Answer "is it safe to go?": no promise either way, then what is known in short, with more on request.

    Args:
        voice: language and channel.
        on: the day.
        seen: the notice was shown before in this conversation; a reminder line is then enough.
    """
    names = notices_for_everyone(voice)
    lead = voice.base.special["safety_question"]
    ids = [*lead.sources, *(s for name in names if (v := voice.base.notice_on(name, on)) for s in v.sources)]
    shown = shown_sources(voice.base, ids)
    texts = [text for name in names if (text := notice_text(voice, name, "line" if seen else _length(voice, name), on))]
    buttons = tuple(voice.button(intent) for intent in ("data_sharing", "book_appointment", "legal_help"))
    texts = [voice.words(lead.say), *texts]
    bubbles = (*(Bubble(text) for text in texts[:-1]), Bubble(texts[-1], buttons))
    return Reply(bubbles, _data(voice, names, on, shown))


def rulings_on(voice: Voice, name: str, on: date) -> List[RulingEntry]:
    """Return what courts had decided by a day about the matter of a notice."""
    return [
        ruling
        for ruling in voice.base.rulings.values()
        if ruling.notice == name and ruling.from_ <= on and (ruling.until == "open" or on <= ruling.until)
    ]


def _length(voice: Voice, name: str) -> str:
    return "short" if voice.base.notices[name].attach == "in_person" else "line"


def full_notices(voice: Voice, on: date) -> Reply:
    """Tell all about the notices, what courts have said, and the sources."""
    names = notices_for_everyone(voice)
    bubbles: List[Bubble] = []
    sources: List[str] = []
    for name in names:
        version = voice.base.notice_on(name, on)
        if version:
            bubbles.append(
                Bubble("\n\n".join([voice.words(voice.base.notices[name].title), notice_text(voice, name, "full", on)]))
            )
            sources += version.sources
            rulings = rulings_on(voice, name, on)
            if rulings:
                lines = [f"\u2022 {voice.words(ruling.say)}" for ruling in rulings]
                bubbles.append(Bubble("\n".join([voice.phrase("rulings_lead"), *lines])))
                sources += [source for ruling in rulings for source in ruling.sources]
    if not bubbles:
        return short_notices(voice, on)
    shown = shown_sources(voice.base, sources)
    lines = [
        f"\u2022 {voice.phrase('source_line', title=s.title, publisher=s.publisher, published=voice.published(s.published))}"
        for _, s in shown[: NAMED_BY_TEXT if voice.brief else None]
    ]
    buttons = (voice.button("book_appointment"), voice.button("legal_help"), voice.button("chat_privacy"))
    bubbles.append(Bubble("\n".join([voice.phrase("sources_lead"), *lines]), buttons))
    return Reply(tuple(bubbles), _data(voice, names, on, shown))


def _data(voice: Voice, names: List[str], on: date, shown: Any) -> Dict[str, Any]:
    versions = {name: voice.base.notice_on(name, on) for name in names}
    return {
        "type": "notice",
        "language": voice.language,
        "as_of": on.isoformat(),
        "notices": [
            {"id": name, "certainty": version.certainty.value, "as_of": version.checked.isoformat()}
            for name, version in versions.items()
            if version
        ],
        "sources": [as_data(name, source) for name, source in shown],
    }
