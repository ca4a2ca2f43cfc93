"""Makes Rasa silent: no telemetry, and no log line with anything that people wrote."""

from __future__ import annotations

import logging
import os

import structlog

from bot.privacy.logs import configure_logging, quiet_event

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def be_quiet(level: int = logging.WARNING) -> None:
    """Set up logging for the process; call before Rasa handles a message. A lower level tells more events, never a text."""
    configure_logging(level)
    structlog.configure(
        processors=[quiet_event, structlog.processors.KeyValueRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
