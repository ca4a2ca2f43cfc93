"""Session tokens that nobody can make up; logs that carry nothing that was said."""

from __future__ import annotations

import io
import logging
import sys
from typing import Iterator, List

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.logs import NoText, configure_logging, quiet_event
from bot.privacy.tokens import TokenIssuer

ISSUER = TokenIssuer("a key for the tests")
SAID = "my ssn is 123-45-6789"


# --- tokens ------------------------------------------------------------------------------------------------------


def test_a_token_of_ours_is_recognised_and_always_means_the_same_conversation() -> None:
    token = ISSUER.issue()
    sender = ISSUER.sender_id(token)
    assert sender is not None
    assert ISSUER.sender_id(token) == sender
    assert TokenIssuer("a key for the tests").sender_id(token) == sender


def test_tokens_are_many_long_and_their_conversations_are_distinct() -> None:
    tokens = [ISSUER.issue() for _ in range(500)]
    senders = {ISSUER.sender_id(token) for token in tokens}
    assert len(set(tokens)) == len(senders) == 500
    assert None not in senders
    assert min(len(token.split(".")[0]) for token in tokens) >= 32


def test_the_conversation_does_not_reveal_the_token() -> None:
    token = ISSUER.issue()
    sender = ISSUER.sender_id(token)
    assert sender is not None
    assert not any(part in sender or sender in part for part in token.split("."))


def test_a_token_of_another_key_is_not_ours() -> None:
    token = ISSUER.issue()
    assert TokenIssuer("another key").sender_id(token) is None
    assert TokenIssuer().sender_id(token) is None
    assert TokenIssuer().sender_id(TokenIssuer().issue()) is None


def test_changing_any_character_of_a_token_spoils_it() -> None:
    token = ISSUER.issue()
    for place, character in enumerate(token):
        other = "A" if character != "A" else "B"
        assert ISSUER.sender_id(token[:place] + other + token[place + 1 :]) is None
        assert ISSUER.sender_id(token[:place] + token[place + 1 :]) is None


@given(
    st.one_of(
        st.text(), st.none(), st.integers(), st.binary(), st.lists(st.text()), st.dictionaries(st.text(), st.text())
    )
)
def test_nothing_made_up_is_a_token(made_up: object) -> None:
    assert ISSUER.sender_id(made_up) is None


@pytest.mark.parametrize(
    "forged",
    [
        "",
        ".",
        "..",
        "a.",
        ".a",
        "a.b.c",
        "a.b",
        "anna",
        "\u00e9.\u00e9",
        "a.\u0660",
        "\0.\0",
        "a." + "0" * 32,
        "a.\ud800",
        "\ud800.a",
    ],
)
def test_forged_tokens_are_refused_without_a_fuss(forged: str) -> None:
    """The last two are what JSON makes of a lone surrogate: "\\ud800"."""
    assert ISSUER.sender_id(forged) is None


# --- logs --------------------------------------------------------------------------------------------------------


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Whatever reaches the log, with logging set up as in the server."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream, stderr = io.StringIO(), sys.stderr
    sys.stderr = stream
    try:
        configure_logging()
        yield stream
    finally:
        sys.stderr = stderr
        logging.captureWarnings(False)
        root.handlers[:] = handlers
        root.setLevel(level)


@pytest.mark.parametrize(
    "name", ["rasa.core.processor", "sanic.error", "sanic.access", "asyncio", "botocore.auth", "root"]
)
def test_what_others_log_loses_its_text(logged: io.StringIO, name: str) -> None:
    logger = logging.getLogger(None if name == "root" else name)
    logger.error("Received user message '%s'", SAID)
    logger.error(f"Received {SAID}")
    assert "ERROR" in logged.getvalue()
    assert "6789" not in logged.getvalue()


def test_stack_traces_are_dropped_even_from_our_own_code(logged: io.StringIO) -> None:
    try:
        raise ValueError(SAID)
    except ValueError:
        logging.getLogger("bot.channels.web").exception("a message failed")
        logging.getLogger("rasa.core.agent").exception("failed on %s", SAID)
    assert "a message failed" in logged.getvalue()
    assert "6789" not in logged.getvalue()
    assert "Traceback" not in logged.getvalue()


def test_less_than_a_warning_is_not_written(logged: io.StringIO) -> None:
    logging.getLogger("rasa.core.processor").info("said: %s", SAID)
    logging.getLogger("bot.channels.web").debug("said: %s", SAID)
    assert logged.getvalue() == ""


def test_every_record_is_kept_but_stripped() -> None:
    record = logging.LogRecord("rasa.nlu", logging.WARNING, __file__, 1, "said %s", (SAID,), None)
    assert NoText().filter(record)
    assert record.getMessage() == "rasa.nlu: warning"


def test_an_event_keeps_its_name_and_nothing_that_was_said() -> None:
    event = {"event": "processor.message", "level": "info", "message": SAID, "slots": {"a": SAID}, "sender_id": "abc"}
    kept = quiet_event(None, "info", dict(event))
    assert kept == {"event": "processor.message", "level": "info"}


def test_the_lines_name_level_and_source(logged: io.StringIO) -> None:
    logging.getLogger("sanic.error").error(SAID)
    lines: List[str] = logged.getvalue().splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("ERROR sanic.error: error")
