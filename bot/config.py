"""Configuration: environment variables prefixed ADVISOR_, read once at the edges. See docs/configuration.md."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Mapping, Optional

PROJECT = Path(__file__).resolve().parent.parent
KNOWLEDGE_FILES = PROJECT / "data" / "knowledge"

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
        secret: key for session tokens; random at each start when not set.
        preview_date: answer as if it were this day; for staff who check what will be said.
        site: file of the organization that runs the assistant; its own help is named first.
    """

    host: str = "127.0.0.1"
    port: int = 5005
    knowledge_db: Path = PROJECT / "build" / "knowledge.sqlite"
    state_db: Path = PROJECT / "var" / "state.sqlite"
    enable_rest: bool = True
    enable_api: bool = False
    session_minutes: int = 30
    secret: Optional[str] = None
    preview_date: Optional[date] = None
    site: Optional[Path] = None

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
        secret=env.get("ADVISOR_SECRET") or None,
        preview_date=_day(env, "ADVISOR_PREVIEW_DATE"),
        site=Path(env["ADVISOR_SITE"]) if env.get("ADVISOR_SITE") else None,
    )


def _number(env: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = env.get(name, str(default))
    if not text.isdigit() or not low <= int(text) <= high:
        raise ConfigurationError(
            f"{name} is '{text}': set it to a whole number from {low} to {high}, or leave it unset."
        )
    return int(text)


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
