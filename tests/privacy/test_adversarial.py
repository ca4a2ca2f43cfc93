"""Messages written by others to get identifiers past the redaction: every row of both tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import pytest
from ruamel.yaml import YAML

from bot.privacy.redact import redact

HERE = Path(__file__).parent


def _rows(name: str, language: str) -> List[Any]:
    rows: List[Dict[str, Any]] = YAML(typ="safe").load((HERE / name).read_text(encoding="utf-8"))["rows"]
    return [pytest.param(row, id=f"{row.get('lang', language)}-{number}") for number, row in enumerate(rows, 1)]


ROWS = [*_rows("adversarial_en.yml", "en"), *_rows("adversarial_es_fr.yml", "es")]


def signs(text: str) -> str:
    """Return the letters and digits alone: what is hidden must not survive with other marks between them either."""
    return "".join(character for character in text.casefold() if character.isalnum())


@pytest.mark.parametrize("row", ROWS)
def test_what_is_hidden_goes_and_what_is_needed_stays(row: Dict[str, Any]) -> None:
    redacted = redact(row["text"])
    assert [part for part in row["hidden"] if signs(part) in signs(redacted.text)] == [], redacted.text
    assert [part for part in row["kept"] if part not in redacted.text] == [], redacted.text
    if row["hidden"]:
        assert redacted.kinds


@pytest.mark.parametrize("row", ROWS)
def test_redacting_a_row_again_changes_nothing(row: Dict[str, Any]) -> None:
    once = redact(row["text"]).text
    assert redact(once) == (once, ())


@pytest.mark.parametrize("row", ROWS)
def test_channels_even_the_text_first_and_nothing_more_survives(row: Dict[str, Any]) -> None:
    """The web channel turns lines and hidden characters into spaces before redaction."""
    from bot.text import visible

    redacted = redact(visible(row["text"])).text
    assert [part for part in row["hidden"] if signs(part) in signs(redacted)] == [], redacted
