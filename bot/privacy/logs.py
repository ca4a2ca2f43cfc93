"""Logging that carries no text of people, at any level: of what others log only who logged and how grave it is.

Rasa logs whole messages and slots through structlog; of those events only the name is left. What is dropped here is never formatted.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Dict, MutableMapping

_OURS = ("bot", "actions")
_KEPT = ("event", "level", "logger", "timestamp")


class NoText(logging.Filter):
    """Drops the arguments of log records that do not come from our own code, and all stack traces."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Strip the record; always keep it."""
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        if record.name.split(".", 1)[0] not in _OURS:
            record.msg, record.args = f"{record.name}: {record.levelname.lower()}", None
        return True


_NAME = re.compile(r"[a-z0-9_.]{1,80}")
"""Names of events look like this (``processor.message.parse``); a sentence may hold what somebody wrote."""


def quiet_event(_: Any, __: str, event: MutableMapping[str, Any]) -> Dict[str, Any]:
    """Structlog processor: keep the name of an event and nothing that was said."""
    kept = {key: value for key, value in event.items() if key in _KEPT}
    if not _NAME.fullmatch(str(kept.get("event", ""))):
        kept["event"] = "an event"
    return kept


def configure_logging(level: int = logging.WARNING) -> None:
    """Set up the root logger; call before anything logs."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(NoText())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
