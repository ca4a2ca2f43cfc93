"""Privacy notices in words. What is shown depends on the notice, its length and the day, on nothing about the person."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List

from bot.replies.model import Bubble, Reply
from bot.replies.sources import as_data, shown_sources
from bot.replies.voice import Voice, fill


def notice_text(voice: Voice, name: str, length: str, on: date) -> str:
    """Return a notice as ``line``, ``short`` or ``full``; empty when no version holds on that day."""
    version = voice.base.notice_on(name, on)
    if version is None:
        return ""
    return fill(voice.words(getattr(version, length)), {"checked": voice.day(version.checked)})


def short_notices(voice: Voice, names: List[str], on: date) -> Reply:
    """Answer "is it safe to go?": no promise either way, then what is known in short, with more on request."""
    shown = shown_sources(voice.base, [s for name in names if (v := voice.base.notice_on(name, on)) for s in v.sources])
    texts = [text for name in names if (text := notice_text(voice, name, "short", on))]
    buttons = tuple(voice.button(intent) for intent in ("data_sharing", "book_appointment", "legal_help"))
    texts = [voice.phrase("safety_lead"), *texts]
    bubbles = (*(Bubble(text) for text in texts[:-1]), Bubble(texts[-1], buttons))
    return Reply(bubbles, _data(voice, names, on, shown))


def full_notices(voice: Voice, names: List[str], on: date) -> Reply:
    """Tell all about one or more notices, with their sources."""
    bubbles: List[Bubble] = []
    sources: List[str] = []
    for name in names:
        version = voice.base.notice_on(name, on)
        if version:
            bubbles.append(
                Bubble(f"{voice.words(voice.base.notices[name].title)}\n\n{notice_text(voice, name, 'full', on)}")
            )
            sources += version.sources
    shown = shown_sources(voice.base, sources)
    lines = [
        f"\u2022 {voice.phrase('source_line', title=s.title, publisher=s.publisher, published=voice.published(s.published))}"
        for _, s in shown
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
