"""The threat model names ten threats, and for each a test that exists."""

from __future__ import annotations

import re
from typing import List

import pytest

from bot.config import PROJECT

PAGE = (PROJECT / "docs" / "privacy.md").read_text(encoding="utf-8")
ROWS: List[str] = [line for line in PAGE.splitlines() if line.startswith("| **")]


def test_there_are_ten() -> None:
    assert len(ROWS) == 10


@pytest.mark.parametrize("row", ROWS, ids=[row.split("**")[1] for row in ROWS])
def test_each_says_everything_and_names_tests_that_exist(row: str) -> None:
    cells = [cell.strip() for cell in row.strip("|").split(" | ")]
    assert len(cells) == 5
    assert all(cells)
    named = re.findall(r"`(tests/[^`]+)`", cells[3])
    assert named
    for test in named:
        path, _, function = test.partition("::")
        text = (PROJECT / path).read_text(encoding="utf-8")
        assert not function or f"def {function}(" in text, test
