"""Messages written by others to get identifiers past the redaction: every row the rules were made on, and all others by the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Iterator, List, Sequence, Tuple

import pytest

from bot.privacy.messages import FOLDER, Row, read_rows
from bot.privacy.redact import by_rules, redact
from bot.text import visible

AT_ONCE = 60
"""Rows in one test: one test each would take longer to set up than to run."""
LEAST_GONE = 0.985
"""Of the entries of each hand that the tagger has learnt from. Of a hand that it has not: benchmarks/privacy/by_hand.py."""
HARD = (
    "everyday_people", "everyday_people_2", "in_passing_es_fr_2", "messy_in_stories", "newcomers_3", "people_told_of", "spanish", "spanish_3", "spanish_4", "statuses_and_origins", "stories",
)  # fmt: skip
LEAST_GONE_OF_HARD = 0.95
"""Of hands in which most has no label at all, so that even what was learnt is not always found again."""
LEAST_KEPT = 0.93

RULED = sorted(FOLDER.glob("rules_*.yml"))
LEARNT = sorted({*FOLDER.glob("*.yml")} - {*RULED})


def _groups(path: Path) -> Iterator[Any]:
    rows = list(enumerate(read_rows([path]), 1))
    for start in range(0, len(rows), AT_ONCE):
        yield pytest.param(rows[start : start + AT_ONCE], id=f"{path.stem}-from-{start + 1}")


GROUPS = [group for path in RULED for group in _groups(path)]


def signs(text: str) -> str:
    """Return the letters and digits alone: what is hidden must not survive with other marks between them either."""
    return "".join(character for character in text.casefold() if character.isalnum())


def left(row: Row, result: str) -> List[str]:
    """Return what should be gone and is not."""
    return [part for part in row.hidden if signs(part) in signs(result)]


def wrong(rows: Sequence[Tuple[int, Row]], mistake: Callable[[Row], Any]) -> List[str]:
    """Return the number and the mistake of each row that has one."""
    found = ((number, mistake(row)) for number, row in rows)
    return [f"row {number}: {what}" for number, what in found if what]


def share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0


def test_there_are_tables() -> None:
    assert len(GROUPS) > 15
    assert len(LEARNT) > 15


@pytest.mark.parametrize("rows", GROUPS)
def test_rules_alone_take_what_is_hidden_and_leave_what_is_needed(rows: Any) -> None:
    def mistake(row: Row) -> Any:
        redacted = by_rules(row.text)
        lost = [part for part in row.kept if part not in redacted.text]
        unsaid = bool(row.hidden) and not redacted.kinds
        return (
            (left(row, redacted.text), lost, unsaid, redacted.text)
            if left(row, redacted.text) or lost or unsaid
            else None
        )

    assert wrong(rows, mistake) == []


@pytest.mark.parametrize("rows", GROUPS)
def test_what_was_learnt_lets_nothing_through_that_rules_take(rows: Any) -> None:
    assert wrong(rows, lambda row: left(row, redact(row.text).text)) == []


@pytest.mark.parametrize("rows", GROUPS)
def test_redacting_a_row_again_changes_nothing(rows: Any) -> None:
    def mistake(row: Row) -> Any:
        once = redact(row.text).text
        return redact(once) != (once, ()) and once

    assert wrong(rows, mistake) == []


@pytest.mark.parametrize("rows", GROUPS)
def test_channels_even_the_text_first_and_nothing_more_survives(rows: Any) -> None:
    """The web channel turns lines and hidden characters into spaces before redaction."""
    assert wrong(rows, lambda row: left(row, redact(visible(row.text)).text)) == []


@pytest.mark.parametrize("path", LEARNT, ids=lambda path: path.stem)
def test_of_each_hand_that_was_learnt_from_nearly_everything_goes_and_little_else(path: Path) -> None:
    rows = list(read_rows([path]))
    results = [redact(visible(row.text)).text for row in rows]
    gone = [signs(part) not in signs(result) for row, result in zip(rows, results, strict=True) for part in row.hidden]
    kept = [visible(part) in result for row, result in zip(rows, results, strict=True) for part in row.kept]
    assert share(gone) >= (LEAST_GONE_OF_HARD if path.stem in HARD else LEAST_GONE)
    assert share(kept) >= LEAST_KEPT
    assert [result for result in results if redact(result) != (result, ())] == []
