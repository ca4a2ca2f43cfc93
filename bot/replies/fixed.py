"""Replies that do not depend on a task: greeting, menu, special paths, did-you-mean."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, Iterable, Mapping, Sequence, Tuple

from bot.advice.model import ServiceState
from bot.replies.model import Bubble, Button, Reply
from bot.replies.notices import notice_text
from bot.replies.referrals import contact_data, contact_lines
from bot.replies.sources import as_data, shown_sources
from bot.replies.voice import Voice, fill

COMMON_TASKS = (
    "change_direct_deposit",
    "verify_identity_phone",
    "replacement_ssn_card",
    "recover_my_ssa",
    "missing_payment",
)
"""Tasks on the first screen."""

MOST_BY_TEXT = 3
"""So many contacts fit into a text message; the first ones are the nearest."""


def plain(voice: Voice, phrase: str, buttons: Iterable[str] = (), **values: str) -> Reply:
    """Say one phrase, with buttons for intents or tasks."""
    return Reply((Bubble(voice.phrase(phrase, **values), buttons_for(voice, buttons)),))


def menu(voice: Voice, phrase: str = "menu") -> Reply:
    """Offer the common tasks under a phrase."""
    known = [task for task in COMMON_TASKS if task in voice.base.tasks]
    return plain(voice, phrase, [*known, "help_menu"])


def special(voice: Voice, name: str, on: date, values: Dict[str, str]) -> Reply:
    """Word a fixed reply of special.yml."""
    entry = voice.base.special[name]
    text = fill(voice.words(entry.say), values)
    contacts = contact_lines(voice, entry.contacts, on)
    if contacts:
        text = "\n".join([text, *(f"\u2022 {line}" for line in contacts[: MOST_BY_TEXT if voice.brief else None])])
    intents = [button[len("button_") :] for button in entry.buttons]
    bubbles = [Bubble(text, () if entry.notice else buttons_for(voice, intents))]
    if entry.notice:
        own = voice.base.notices[entry.notice].attach == "asked"
        length = "line" if not own else "short" if voice.brief else "full"
        notice = notice_text(voice, entry.notice, length, on, values)
        more = ["delete_my_data"] if own else ["data_sharing"]
        bubbles.append(Bubble(notice, buttons_for(voice, [*intents, *more])))
    shown = shown_sources(voice.base, entry.sources)
    custom: Dict[str, Any] = {
        "type": entry.type,
        "id": name,
        "language": voice.language,
        "as_of": on.isoformat(),
        "sources": [as_data(source_id, source) for source_id, source in shown],
    }
    if entry.contacts:
        custom["contacts"] = contact_data(voice, entry.contacts, on)
    return Reply(tuple(bubbles), custom)


def website_down(voice: Voice, on: date, services: Mapping[str, ServiceState]) -> Reply:
    """Say what works while the website does not; first what staff know of it now, if they said anything."""
    reply = special(voice, "website_down", on, {})
    state = services.get("my_social_security", ServiceState.UP)
    if state is ServiceState.UP:
        return reply
    service = voice.base.services["my_social_security"]
    now = voice.words(service.down if state is ServiceState.DOWN else service.degraded)
    custom = {**(reply.custom or {}), "services": {"my_social_security": state.value}}
    return Reply((Bubble(now), *reply.bubbles), custom)


def status_seen(voice: Voice) -> str:
    """Say, before the answer, that nobody needs to tell us their status."""
    return voice.words(voice.base.special["status_said"].say)


def still_on(voice: Voice, task: str, candidates: Sequence[str]) -> Reply:
    """Say that we did not get it, what we were talking about, and what can be asked about it."""
    asides = ["deadline", "checklist", "book_appointment", "why"]
    return plain(voice, "still_on", [*candidates[:2], *asides, "talk_to_human"], task=voice.task_title(task))


def did_you_mean(voice: Voice, candidates: Sequence[str]) -> Reply:
    """Offer up to three choices, and a person."""
    if not candidates:
        return plain(voice, "not_understood", [*COMMON_TASKS[:3], "talk_to_human"])
    return plain(voice, "did_you_mean", [*candidates[:3], "talk_to_human"])


def still_which(voice: Voice, candidates: Sequence[str]) -> Reply:
    """Offer the same choices again, because the person told something instead of choosing; what was told is kept."""
    return plain(voice, "noted_which", candidates)


def which_one(voice: Voice, choices: Sequence[str]) -> Reply:
    """Ask which of the choices a yes was meant for; ``choices`` are the words on the buttons."""
    return Reply((Bubble(voice.phrase("which_one"), tuple(Button(words, words) for words in choices)),))


def two_needs(voice: Voice, first: str, second: str) -> Reply:
    """Name back the two things that were asked in one message."""
    titles = {"first": voice.button(first).title, "second": voice.button(second).title}
    return Reply((Bubble(voice.phrase("two_needs", **titles)),))


def next_need(voice: Voice, need: str) -> Reply:
    """Offer the second of two things that were asked."""
    return plain(voice, "next_need", [need, "deny"], title=voice.button(need).title)


def buttons_for(voice: Voice, intents: Iterable[str]) -> Tuple[Button, ...]:
    """Return the buttons of intents, tasks and claims that have one, each once."""
    return tuple(voice.button(intent) for intent in dict.fromkeys(intents) if voice.has_button(intent))
