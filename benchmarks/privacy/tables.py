"""The tables of messages: what must go out of each message, and what must stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from benchmarks.privacy.measures import letters
from bot.privacy.messages import FOLDER

TUNED = tuple(sorted(FOLDER.glob("rules_*.yml")))
"""The rules of the redaction were made with these in sight; the tagger has learnt from them, too."""

LEARNT = tuple(sorted({*FOLDER.glob("*.yml")} - {*TUNED}))
"""The tagger has learnt from these. What it makes of a hand that it has not learnt from: ``benchmarks.privacy.by_hand``."""

FRESH = (Path(__file__).with_name("fresh.yml"),)
"""No rule was made, and nothing was learnt, after a look at this one."""

NEWEST = (Path(__file__).with_name("fresh_4.yml"),)
"""Nor after this one; written last, by another hand, and harder."""


class Row(NamedTuple):
    """A message.

    Attributes:
        lang: its language, ``en`` where the table says nothing.
        text: what a person wrote.
        hidden: parts that must go.
        kinds: what each of them is, in the same order.
        kept: parts that must stay.
    """

    lang: str
    text: str
    hidden: tuple[str, ...]
    kinds: tuple[str, ...]
    kept: tuple[str, ...]


def read_tables(paths: tuple[Path, ...]) -> list[Row]:
    """Read the rows of some tables.

    Raises:
        ValueError: a row cannot be measured. It is named by its number: no text of a table stands in a message.
    """
    rows = []
    for path in paths:
        for number, entry in enumerate(YAML(typ="safe").load(path)["rows"], start=1):
            row = _row(entry)
            mistake = mistake_in(row)
            if mistake:
                raise ValueError(f"{path.name}, row {number}: {mistake}")
            rows.append(row)
    return rows


def mistake_in(row: Row) -> str | None:
    """Say why a row cannot be measured, or nothing."""
    if len(row.hidden) != len(row.kinds):
        return "hidden and kinds differ in length"
    if not all(isinstance(part, str) and part in row.text for part in (*row.hidden, *row.kept)):
        return "an entry does not stand in the text"
    if not all(letters(part) for part in row.hidden):
        return "a hidden entry has no letter and no digit"
    return None


def _row(entry: dict[str, Any]) -> Row:
    return Row(
        lang=entry.get("lang", "en"),
        text=entry["text"],
        hidden=tuple(entry["hidden"]),
        kinds=tuple(entry["kinds"]),
        kept=tuple(entry["kept"]),
    )
