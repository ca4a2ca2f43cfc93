"""Replies that do not depend on a task: greeting, menu, special paths, did-you-mean."""

from __future__ import annotations

from datetime import date
from typing import Dict, Iterable, Sequence, Tuple

from bot.replies.model import Bubble, Button, Reply
from bot.replies.notices import notice_text
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


def plain(voice: Voice, phrase: str, buttons: Iterable[str] = (), **values: str) -> Reply:
    """Say one phrase, with buttons for intents or tasks."""
    return Reply((Bubble(voice.phrase(phrase, **values), _buttons(voice, buttons)),))


def menu(voice: Voice, phrase: str = "menu") -> Reply:
    """Offer the common tasks under a phrase."""
    known = [task for task in COMMON_TASKS if task in voice.base.tasks]
    return plain(voice, phrase, [*known, "help_menu"])


def special(voice: Voice, name: str, on: date, values: Dict[str, str]) -> Reply:
    """Word a fixed reply of special.yml."""
    entry = voice.base.special[name]
    text = fill(voice.words(entry.say), values)
    intents = [button[len("button_") :] for button in entry.buttons]
    bubbles = [Bubble(text, () if entry.notice else _buttons(voice, intents))]
    if entry.notice:
        bubbles.append(
            Bubble(notice_text(voice, entry.notice, "line", on), _buttons(voice, [*intents, "data_sharing"]))
        )
    shown = shown_sources(voice.base, entry.sources)
    custom = {
        "type": entry.type,
        "id": name,
        "language": voice.language,
        "as_of": on.isoformat(),
        "sources": [as_data(source_id, source) for source_id, source in shown],
    }
    return Reply(tuple(bubbles), custom)


def did_you_mean(voice: Voice, candidates: Sequence[str]) -> Reply:
    """Offer up to three choices, and a person."""
    if not candidates:
        return plain(voice, "not_understood", [*COMMON_TASKS[:3], "talk_to_human"])
    return plain(voice, "did_you_mean", [*candidates[:3], "talk_to_human"])


def _buttons(voice: Voice, intents: Iterable[str]) -> Tuple[Button, ...]:
    return tuple(voice.button(intent) for intent in dict.fromkeys(intents) if voice.has_button(intent))
