"""Logging that carries no text of people: level WARNING and above, and of each event only its name.

Rasa logs whole messages and slots through structlog; what is dropped here is never formatted.
"""

from __future__ import annotations

import logging
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


def quiet_event(_: Any, __: str, event: MutableMapping[str, Any]) -> Dict[str, Any]:
    """Structlog processor: keep the name of an event and nothing that was said."""
    return {key: value for key, value in event.items() if key in _KEPT}


def configure_logging(level: int = logging.WARNING) -> None:
    """Set up the root logger; call before anything logs."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.addFilter(NoText())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
