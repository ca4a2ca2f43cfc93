"""Configuration: environment variables prefixed ADVISOR_, read once at the edges. See docs/configuration.md."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Dict, Mapping, Optional, Tuple

from bot.reading_settings import (
    ConfigurationError,
    Network,
    address,
    day,
    networks,
    number,
    one_of,
    origins,
    switch,
)
from bot.sms_settings import SmsSettings, read_sms_settings

__all__ = ["KNOWLEDGE_FILES", "PROJECT", "ConfigurationError", "Network", "Settings", "read_settings"]

PROJECT = Path(__file__).resolve().parent.parent
KNOWLEDGE_FILES = PROJECT / "data" / "knowledge"

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Settings:
    """All settings.

    Attributes:
        host, port: where the server listens.
        knowledge_db: the compiled knowledge; made from data/knowledge when missing or out of date.
        state_db: what staff change at run time (service status).
        enable_rest: whether Rasa's REST channel answers; by default on loopback only.
        enable_api: whether ``POST /model/parse`` answers (development only).
        session_minutes: a web conversation is forgotten after this much silence.
        session_most_hours: who asks for more time keeps a silent web conversation until so long after it began, and no longer.
        sms_session_hours: a conversation by text message is forgotten after this much silence.
        secret: key for session tokens; random at each start when not set.
        conversations: database for conversations (``sqlite:///...``, ``postgresql://...``); ``None`` keeps them in memory.
        locks: Redis that several workers share (``redis://...``); ``None`` for one worker.
        review_days: so long unmatched messages are kept, redacted, for staff to read; 0 keeps none.
        log_level: ``warning`` (default), ``info`` or ``debug``; no level writes what anybody said.
        preview_date: answer as if it were this day; for staff who check what will be said.
        site: file of the organization that runs the assistant; its own help is named first.
        allowed_origins: sites besides our own whose pages may hold the chat.
        messages_per_minute: what one conversation may send.
        sessions_per_minute, requests_per_minute: what one client address may ask for.
        concurrent_messages: how many messages are answered at the same time.
        trusted_proxies: networks whose ``X-Forwarded-For`` is believed.
        sms: the channel for text messages; ``None`` switches it off.
    """

    host: str = "127.0.0.1"
    port: int = 5005
    knowledge_db: Path = PROJECT / "build" / "knowledge.sqlite"
    state_db: Path = PROJECT / "var" / "state.sqlite"
    enable_rest: bool = True
    enable_api: bool = False
    session_minutes: int = 30
    session_most_hours: int = 4
    sms_session_hours: int = 24
    conversations: Optional[str] = None
    locks: Optional[str] = None
    review_days: int = 0
    secret: Optional[str] = None
    log_level: str = "warning"
    preview_date: Optional[date] = None
    site: Optional[Path] = None
    allowed_origins: Tuple[str, ...] = ()
    messages_per_minute: int = 20
    sessions_per_minute: int = 120
    requests_per_minute: int = 600
    concurrent_messages: int = 32
    trusted_proxies: Tuple[Network, ...] = ()
    sms: Optional[SmsSettings] = None

    @property
    def silence_limits(self) -> Dict[str, float]:
        """Channel -> seconds of silence after which a conversation is deleted; under ``""`` for all other channels."""
        return {"sms": self.sms_session_hours * 3600.0, "": self.session_minutes * 60.0}

    @property
    def on_loopback(self) -> bool:
        """Whether the server can only be reached from this machine."""
        return self.host in _LOOPBACK


def read_settings(environ: Optional[Mapping[str, str]] = None) -> Settings:
    """Read the settings.

    Raises:
        ConfigurationError: naming the variable and what it should hold.
    """
    env = os.environ if environ is None else environ
    host = env.get("ADVISOR_HOST", "127.0.0.1")
    on_loopback = host in _LOOPBACK
    return Settings(
        host=host,
        port=number(env, "ADVISOR_PORT", 5005, 1, 65535),
        knowledge_db=Path(env.get("ADVISOR_KNOWLEDGE_DB", str(PROJECT / "build" / "knowledge.sqlite"))),
        state_db=Path(env.get("ADVISOR_STATE_DB", str(PROJECT / "var" / "state.sqlite"))),
        enable_rest=switch(env, "ADVISOR_ENABLE_REST", on_loopback),
        enable_api=switch(env, "ADVISOR_ENABLE_API", False),
        session_minutes=number(env, "ADVISOR_SESSION_MINUTES", 30, 1, 24 * 60),
        session_most_hours=number(env, "ADVISOR_SESSION_MOST_HOURS", 4, 1, 24),
        sms_session_hours=number(env, "ADVISOR_SMS_SESSION_HOURS", 24, 1, 7 * 24),
        conversations=address(env, "ADVISOR_CONVERSATIONS", ("sqlite:///", "postgresql://")),
        locks=address(env, "ADVISOR_LOCKS", ("redis://", "rediss://")),
        review_days=number(env, "ADVISOR_REVIEW_DAYS", 0, 0, 366),
        secret=env.get("ADVISOR_SECRET") or None,
        log_level=one_of(env, "ADVISOR_LOG_LEVEL", ("warning", "info", "debug")),
        preview_date=day(env, "ADVISOR_PREVIEW_DATE"),
        site=Path(env["ADVISOR_SITE"]) if env.get("ADVISOR_SITE") else None,
        allowed_origins=origins(env, "ADVISOR_ALLOWED_ORIGINS"),
        messages_per_minute=number(env, "ADVISOR_MESSAGES_PER_MINUTE", 20, 1, 1000),
        sessions_per_minute=number(env, "ADVISOR_SESSIONS_PER_MINUTE", 120, 1, 100_000),
        requests_per_minute=number(env, "ADVISOR_REQUESTS_PER_MINUTE", 600, 1, 1_000_000),
        concurrent_messages=number(env, "ADVISOR_CONCURRENT_MESSAGES", 32, 1, 1000),
        trusted_proxies=networks(env, "ADVISOR_TRUSTED_PROXIES"),
        sms=read_sms_settings(env),
    )
