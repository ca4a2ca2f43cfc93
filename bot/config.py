"""Configuration: environment variables prefixed ADVISOR_, read once at the edges. See docs/configuration.md."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Tuple, Union

PROJECT = Path(__file__).resolve().parent.parent
KNOWLEDGE_FILES = PROJECT / "data" / "knowledge"

Network = Union[ipaddress.IPv4Network, ipaddress.IPv6Network]

_ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ConfigurationError(ValueError):
    """A setting is missing or wrong; the message says what to set."""


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
        sms_session_hours: the same for a conversation by text message.
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
    """

    host: str = "127.0.0.1"
    port: int = 5005
    knowledge_db: Path = PROJECT / "build" / "knowledge.sqlite"
    state_db: Path = PROJECT / "var" / "state.sqlite"
    enable_rest: bool = True
    enable_api: bool = False
    session_minutes: int = 30
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
        port=_number(env, "ADVISOR_PORT", 5005, 1, 65535),
        knowledge_db=Path(env.get("ADVISOR_KNOWLEDGE_DB", str(PROJECT / "build" / "knowledge.sqlite"))),
        state_db=Path(env.get("ADVISOR_STATE_DB", str(PROJECT / "var" / "state.sqlite"))),
        enable_rest=_switch(env, "ADVISOR_ENABLE_REST", on_loopback),
        enable_api=_switch(env, "ADVISOR_ENABLE_API", False),
        session_minutes=_number(env, "ADVISOR_SESSION_MINUTES", 30, 1, 24 * 60),
        sms_session_hours=_number(env, "ADVISOR_SMS_SESSION_HOURS", 24, 1, 7 * 24),
        conversations=_address(env, "ADVISOR_CONVERSATIONS", ("sqlite:///", "postgresql://")),
        locks=_address(env, "ADVISOR_LOCKS", ("redis://", "rediss://")),
        review_days=_number(env, "ADVISOR_REVIEW_DAYS", 0, 0, 366),
        secret=env.get("ADVISOR_SECRET") or None,
        log_level=_one_of(env, "ADVISOR_LOG_LEVEL", ("warning", "info", "debug")),
        preview_date=_day(env, "ADVISOR_PREVIEW_DATE"),
        site=Path(env["ADVISOR_SITE"]) if env.get("ADVISOR_SITE") else None,
        allowed_origins=_origins(env, "ADVISOR_ALLOWED_ORIGINS"),
        messages_per_minute=_number(env, "ADVISOR_MESSAGES_PER_MINUTE", 20, 1, 1000),
        sessions_per_minute=_number(env, "ADVISOR_SESSIONS_PER_MINUTE", 120, 1, 100_000),
        requests_per_minute=_number(env, "ADVISOR_REQUESTS_PER_MINUTE", 600, 1, 1_000_000),
        concurrent_messages=_number(env, "ADVISOR_CONCURRENT_MESSAGES", 32, 1, 1000),
        trusted_proxies=_networks(env, "ADVISOR_TRUSTED_PROXIES"),
    )


def _number(env: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = env.get(name, str(default))
    if not text.isdigit() or not low <= int(text) <= high:
        raise ConfigurationError(
            f"{name} is '{text}': set it to a whole number from {low} to {high}, or leave it unset."
        )
    return int(text)


def _origins(env: Mapping[str, str], name: str) -> Tuple[str, ...]:
    """Read exact origins; they are written into headers, so nothing else may be in them, and never a wildcard."""
    origins = tuple(item.lower() for item in _items(env, name))
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ConfigurationError(
                f"{name} has '{origin}': write each site as https://its.name, without a path and without '*', "
                "and a comma between two."
            )
    return origins


def _networks(env: Mapping[str, str], name: str) -> Tuple[Network, ...]:
    networks: List[Network] = []
    for item in _items(env, name):
        try:
            networks.append(ipaddress.ip_network(item))
        except ValueError:
            raise ConfigurationError(
                f"{name} has '{item}': write an address such as 127.0.0.1 or a network such as 10.0.0.0/8, "
                "and a comma between two."
            ) from None
    return tuple(networks)


def _items(env: Mapping[str, str], name: str) -> List[str]:
    return [item.strip() for item in env.get(name, "").split(",") if item.strip()]


def _address(env: Mapping[str, str], name: str, kinds: Tuple[str, ...]) -> Optional[str]:
    """Read the address of a store; the message does not repeat it, for it may hold a password."""
    text = env.get(name)
    if text and not text.startswith(kinds):
        raise ConfigurationError(f"{name}: begin it with {' or '.join(kinds)}, or leave it unset.")
    return text or None


def _one_of(env: Mapping[str, str], name: str, choices: Tuple[str, ...]) -> str:
    """Read one of a few words; the first is the default."""
    text = env.get(name, choices[0]).strip().lower()
    if text not in choices:
        raise ConfigurationError(f"{name} is '{text}': set it to {', '.join(choices)}, or leave it unset.")
    return text


def _day(env: Mapping[str, str], name: str) -> Optional[date]:
    text = env.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"{name} is '{text}': write it as YYYY-MM-DD, or leave it unset.") from None


def _switch(env: Mapping[str, str], name: str, default: bool) -> bool:
    text = env.get(name, "1" if default else "0").strip().lower()
    if text not in ("0", "1", "true", "false", "yes", "no"):
        raise ConfigurationError(f"{name} is '{text}': set it to 1 or 0, or leave it unset.")
    return text in ("1", "true", "yes")
