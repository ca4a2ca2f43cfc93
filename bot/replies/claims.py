"""What people have heard: the verdict in words, the evidence with its date, what it means for the person."""

from __future__ import annotations

from datetime import date
from typing import List, Sequence

from bot.replies.fixed import buttons_for, special
from bot.replies.model import Bubble, Reply
from bot.replies.sources import as_data, shown_sources
from bot.replies.voice import Voice

NAMED_SOURCES = 3
"""So many sources are named under a claim."""

NAMED_BY_TEXT = 4
"""So many claims are offered in a text message ..."""

NAMED_ON_SCREEN = 6
"""... and on a screen; sixteen buttons would be a wall."""


def claims_on(voice: Voice, on: date) -> List[str]:
    """Return the claims that can be answered on a day."""
    return [
        name
        for name, claim in voice.base.claims.items()
        if claim.from_ <= on and (claim.until == "open" or on <= claim.until)
    ]


def claim_reply(voice: Voice, name: str, on: date) -> Reply:
    """Answer one claim."""
    claim = voice.base.claims[name]
    shown = shown_sources(voice.base, claim.sources)
    text = voice.phrase("claim_lead", title=claim.title.phrase(voice.language).text, verdict=voice.words(claim.say))
    if not voice.brief:
        named = [
            voice.phrase("source_line", title=s.title, publisher=s.publisher, published=voice.published(s.published))
            for _, s in shown[:NAMED_SOURCES]
        ]
        checked = voice.phrase("checked_on", checked=voice.day(claim.checked))
        text = "\n\n".join(
            [text, "\n".join([voice.phrase("sources_lead"), *(f"\u2022 {line}" for line in named)]), checked]
        )
    custom = {
        "type": "claim",
        "id": name,
        "verdict": claim.verdict,
        "certainty": claim.certainty.value,
        "language": voice.language,
        "as_of": on.isoformat(),
        "checked": claim.checked.isoformat(),
        "sources": [as_data(source_id, source) for source_id, source in shown],
    }
    return Reply((Bubble(text, buttons_for(voice, [*claim.tasks, "help_menu"])),), custom)


def no_such_claim(voice: Voice, on: date, tasks: Sequence[str] = ()) -> Reply:
    """Say that we have no facts on it, how to check for oneself, and which claims we know; ``tasks`` that it may bear on come first."""
    reply = special(voice, "heard_that", on, {})
    known = claims_on(voice, on)[: NAMED_BY_TEXT if voice.brief else NAMED_ON_SCREEN]
    names = [*tasks, *known[: len(known) - len(tasks)], "report_scam"]
    return Reply((Bubble(reply.bubbles[0].text, buttons_for(voice, names)),), reply.custom)


def which_claim(voice: Voice, names: Sequence[str]) -> Reply:
    """Ask which of a few claims, or of the tasks that they bear on, was meant."""
    return Reply((Bubble(voice.phrase("claim_which"), buttons_for(voice, [*names, "talk_to_human"])),))
