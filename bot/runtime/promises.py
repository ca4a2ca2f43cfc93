"""What must hold before the first message is answered: no start with a promise that cannot be kept."""

from __future__ import annotations

import sqlite3
from typing import List

from bot.config import ConfigurationError, Settings
from bot.knowledge import KnowledgeBase
from bot.knowledge.state import StateStore
from bot.replies.keeping import Keeping, longer_than_told
from bot.replies.voice import Voice
from bot.runtime.opt_out_shelf import open_opt_outs

LEAST_SECRET = 32
"""Characters. Shorter ones can be guessed."""

_SETTING = {
    "web_minutes": "ADVISOR_SESSION_MINUTES",
    "sms_hours": "ADVISOR_SMS_SESSION_HOURS",
    "review_days": "ADVISOR_REVIEW_DAYS",
}


def check_promises(settings: Settings, base: KnowledgeBase) -> None:
    """Check what the notice on this chat promises against the settings.

    Raises:
        ConfigurationError: naming each setting that breaks a promise, and what to set.
    """
    broken = [*_secret(settings), *_retention(settings, base), *_state(settings)]
    if broken:
        raise ConfigurationError("\n".join(broken))


def _secret(settings: Settings) -> List[str]:
    if settings.secret is not None and len(settings.secret) < LEAST_SECRET:
        return [
            f"ADVISOR_SECRET is shorter than {LEAST_SECRET} characters: set a long random one (openssl rand -hex 32)."
        ]
    if settings.secret is None and (settings.conversations or settings.locks):
        return [
            "ADVISOR_SECRET is not set: conversations that outlive the process, or are shared by several, need it to "
            "know their people again. Set a long random one (openssl rand -hex 32)."
        ]
    if settings.secret is None and settings.sms:
        return [
            "ADVISOR_SECRET is not set: who has said STOP is known again by a hash that it keys. Set a long random one "
            "(openssl rand -hex 32), and never change it: after a change those people would get texts."
        ]
    return []


def _retention(settings: Settings, base: KnowledgeBase) -> List[str]:
    return [
        f"{_SETTING[name]} is longer than the privacy notice speaks for: set it to {most} or less, or let a lawyer change "
        "keeps_at_most of chat_privacy in data/knowledge/notices.yml."
        for name, most in longer_than_told(Keeping.of(settings), Voice(base)).items()
    ]


def _state(settings: Settings) -> List[str]:
    try:
        StateStore(settings.state_db)
        if settings.sms:
            open_opt_outs(settings)
    except ConfigurationError as error:
        return [str(error)]
    except (OSError, sqlite3.Error) as error:
        return [
            f"ADVISOR_STATE_DB: {settings.state_db.name} cannot be written ({type(error).__name__}). Check its folder."
        ]
    return []
