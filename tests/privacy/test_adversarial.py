"""Messages written by others to get identifiers past the redaction: every row of the three tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

import pytest
from ruamel.yaml import YAML

from bot.privacy.redact import redact
from bot.text import visible

HERE = Path(__file__).parent
AT_ONCE = 60
"""Rows in one test: one test each would take longer to set up than to run."""


def _groups(name: str) -> Iterator[Any]:
    rows: List[Dict[str, Any]] = YAML(typ="safe").load((HERE / name).read_text(encoding="utf-8"))["rows"]
    for start in range(0, len(rows), AT_ONCE):
        numbered = list(enumerate(rows, 1))[start : start + AT_ONCE]
        yield pytest.param(numbered, id=f"{name[:-4]}-from-{start + 1}")


GROUPS = [group for path in sorted(HERE.glob("adversarial_*.yml")) for group in _groups(path.name)]


def signs(text: str) -> str:
    """Return the letters and digits alone: what is hidden must not survive with other marks between them either."""
    return "".join(character for character in text.casefold() if character.isalnum())


def wrong(rows: Any, mistake: Callable[[Dict[str, Any]], Any]) -> List[str]:
    """Return the number and the mistake of each row that has one."""
    found = ((number, mistake(row)) for number, row in rows)
    return [f"row {number}: {what}" for number, what in found if what]


def test_there_are_tables() -> None:
    assert len(GROUPS) > 15


@pytest.mark.parametrize("rows", GROUPS)
def test_what_is_hidden_goes_and_what_is_needed_stays(rows: Any) -> None:
    def mistake(row: Dict[str, Any]) -> Any:
        redacted = redact(row["text"])
        left = [part for part in row["hidden"] if signs(part) in signs(redacted.text)]
        lost = [part for part in row["kept"] if part not in redacted.text]
        unsaid = bool(row["hidden"]) and not redacted.kinds
        return (left, lost, unsaid, redacted.text) if left or lost or unsaid else None

    assert wrong(rows, mistake) == []


@pytest.mark.parametrize("rows", GROUPS)
def test_redacting_a_row_again_changes_nothing(rows: Any) -> None:
    def mistake(row: Dict[str, Any]) -> Any:
        once = redact(row["text"]).text
        return redact(once) != (once, ()) and once

    assert wrong(rows, mistake) == []


@pytest.mark.parametrize("rows", GROUPS)
def test_channels_even_the_text_first_and_nothing_more_survives(rows: Any) -> None:
    """The web channel turns lines and hidden characters into spaces before redaction."""

    def mistake(row: Dict[str, Any]) -> Any:
        redacted = redact(visible(row["text"])).text
        return [part for part in row["hidden"] if signs(part) in signs(redacted)] and redacted

    assert wrong(rows, mistake) == []
