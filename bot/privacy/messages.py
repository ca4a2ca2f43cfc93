"""The messages in ``data/privacy/messages``: what people send with identifiers in it, and what must go out of each.

A file is by one hand. Each row stands on a line by itself, so that a mistake can be told with its line:
``- {lang: en, text: "...", hidden: ["..."], kinds: [ssn], kept: ["..."]}``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, NamedTuple, Optional, Tuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.privacy.finding.lists import ListProblem

FOLDER = Path(__file__).resolve().parents[2] / "data" / "privacy" / "messages"

KINDS = frozenset(
    [
        "ssn",
        "itin",
        "a_number",
        "receipt_number",
        "medicare_number",
        "bank_account",
        "routing_number",
        "card_number",
        "drivers_licence",
        "passport",
        "pin",
        "password",
        "username",
        "phone",
        "email",
        "ip_address",
        "birth_date",
        "name",
        "address",
        "status",
        "country",
        "age",
    ]
)
"""What a hidden part may be. ``pin`` is any code, ``card_number`` an expiry date too."""

_LANGUAGES = ("en", "es", "fr")
_FIELDS = frozenset({"lang", "text", "hidden", "kinds", "kept"})
_ROW = re.compile(r"- (?P<row>\{.*\})\s*\Z")
_NOT_A_ROW = object()
_BETWEEN_ROWS = re.compile(r"\s*(?:#.*|rows:\s*)?\Z")


class Row(NamedTuple):
    """A message.

    Attributes:
        text: what a person wrote.
        hidden: the parts that must go, in the order in which they stand.
        kinds: what each of them is.
        kept: parts that must stay.
        lang: the language.
    """

    text: str
    hidden: Tuple[str, ...] = ()
    kinds: Tuple[str, ...] = ()
    kept: Tuple[str, ...] = ()
    lang: str = "en"


def read_rows(files: Iterable[Path]) -> Iterator[Row]:
    """Read the rows of some files.

    Raises:
        ValueError: there is a mistake in one; the message names file and line.
    """
    for file in files:
        for number, entry in _entries(file):
            mistake = _mistake(entry)
            if mistake:
                raise ValueError(f"{file.name}, line {number}: {'; '.join(mistake)}")
            yield _row(entry)


def problems(folder: Path = FOLDER) -> Iterator[ListProblem]:
    """Find the mistakes in all files of a folder."""
    for file in sorted(folder.glob("*.yml")):
        yield from problems_in(file)


def problems_in(file: Path) -> Iterator[ListProblem]:
    """Find the mistakes in a file; behind a line that is no row nothing is looked at."""
    for number, entry in _entries(file):
        mistake = _mistake(entry)
        if mistake:
            yield ListProblem(file, number, *mistake)
        if entry is _NOT_A_ROW:
            return


def _entries(file: Path) -> Iterator[Tuple[int, Any]]:
    """Yield the line and the content of each row, :data:`_NOT_A_ROW` for a line that is none."""
    text = file.read_text(encoding="utf-8")
    read = _read_at_once(text)
    for number, line in enumerate(text.splitlines(), start=1):
        if _BETWEEN_ROWS.match(line):
            continue
        match = _ROW.match(line)
        if not match:
            yield number, _NOT_A_ROW
        else:
            yield number, next(read, None) if read else _read(match["row"])


def _read_at_once(text: str) -> Optional[Iterator[Any]]:
    """Return the rows of a file that can be read; line by line takes ten times as long."""
    try:
        return iter(YAML(typ="safe").load(text)["rows"])
    except (YAMLError, KeyError, TypeError):
        return None


def _read(row: str) -> Any:
    try:
        return YAML(typ="safe").load(row)
    except YAMLError:
        return None


def _mistake(entry: Any) -> Optional[Tuple[str, str]]:
    """Return what is wrong with a row, and what to do."""
    if entry is _NOT_A_ROW:
        return "this is no row", "write a whole row on one line: - {text: ..., hidden: [...], ...}"
    if not isinstance(entry, dict):
        return "the row cannot be read", "look for a missing quote, bracket or comma"
    unknown = sorted(entry.keys() - _FIELDS)
    missing = sorted(_FIELDS - {"lang"} - entry.keys())
    if unknown or missing:
        return f"unknown or missing: {', '.join(unknown + missing)}", f"a row has {', '.join(sorted(_FIELDS))}"
    return _mistake_inside(entry)


def _mistake_inside(entry: Dict[str, Any]) -> Optional[Tuple[str, str]]:
    text, hidden, kinds = entry["text"], entry["hidden"], entry["kinds"]
    strange = sorted(set(map(str, kinds)) - KINDS)
    absent = [part for part in (*hidden, *entry["kept"]) if not isinstance(part, str) or not part or part not in text]
    if entry.get("lang", "en") not in _LANGUAGES:
        return f"unknown language {entry['lang']!r}", f"one of {', '.join(_LANGUAGES)}"
    if strange:
        return f"unknown kind: {', '.join(strange)}", f"one of {', '.join(sorted(KINDS))}"
    if len(hidden) != len(kinds):
        return f"{len(hidden)} hidden parts, but {len(kinds)} kinds", "name one kind for each hidden part"
    if absent:
        return f"{absent[0]!r} does not stand in the text", "copy it from the text, in quotes"
    if not all(any(map(str.isalnum, part)) for part in hidden):
        return "a hidden part has no letter and no digit", "name the word or the number itself"
    return None


def _row(entry: Dict[str, Any]) -> Row:
    return Row(
        entry["text"], tuple(entry["hidden"]), tuple(entry["kinds"]), tuple(entry["kept"]), entry.get("lang", "en")
    )
