"""Makes the tagger of the redaction from the messages in ``data/privacy/messages``: ``python -m bot.privacy.learning``.

Messages of ``data/nlu`` in which no rule finds anything show, besides, what stays.
"""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, NamedTuple, Tuple

import pycrfsuite

from bot.privacy.finding.draft import Draft
from bot.privacy.finding.learned import AGE, FILE, OTHER
from bot.privacy.finding.pieces import pieces_of, seen
from bot.privacy.finding.told_ages import take_all_told_ages
from bot.privacy.messages import FOLDER, Row, read_rows
from bot.privacy.redact import by_rules

ORDINARY = Path(__file__).resolve().parents[2] / "data" / "nlu"

TAGS: Dict[str, str] = {
    **dict.fromkeys(["ssn", "itin"], "ssn"),
    **dict.fromkeys(
        ["a_number", "receipt_number", "medicare_number", "bank_account", "routing_number", "card_number", "drivers_licence", "passport"],
        "number",
    ),
    **dict.fromkeys(["pin", "password"], "secret"),
    "username": "username",
    "phone": "phone",
    "email": "email",
    "ip_address": "ip",
    "birth_date": "birth_date",
    "name": "name",
    "address": "address",
    "status": "status",
    "country": "country",
    "age": AGE,
}  # fmt: skip
"""What stands in the place of each kind that is learnt. Numbers of many sorts look alike, so they share a tag."""

ORDINARY_MESSAGES = 4000
"""So many messages of ``data/nlu`` are learnt from."""

SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 90, "feature.minfreq": 2, "feature.possible_transitions": True}

_LINE = re.compile(r"\s+- (?P<text>(?!intent:).*)$")


class Tagged(NamedTuple):
    """What the tagger learns from: what it sees of each piece, and the tag of each."""

    seen: List[List[str]]
    tags: List[str]


def main() -> int:
    """Learn from all messages and keep the tagger."""
    FILE.parent.mkdir(exist_ok=True)
    unfinished = FILE.with_suffix(".new")
    learn([*read_rows(sorted(FOLDER.glob("*.yml"))), *ordinary_rows()], unfinished)
    unfinished.replace(FILE)
    return 0


def learn(rows: Iterable[Row], file: Path) -> None:
    """Make a tagger from some rows. The same rows give the same tagger."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for row in rows:
        trainer.append(*tagged(row))
    trainer.train(str(file))


def ordinary_rows(most: int = ORDINARY_MESSAGES) -> List[Row]:
    """Return messages of ``data/nlu`` in which no rule finds anything; the same ones each time."""
    lines = (line for file in sorted(ORDINARY.glob("*.yml")) for line in file.read_text(encoding="utf-8").splitlines())
    texts = {match["text"] for match in map(_LINE.match, lines) if match}
    chosen: List[Row] = []
    for text in sorted(texts, key=lambda each: zlib.crc32(each.encode("utf-8"))):
        if len(chosen) == most:
            break
        if not by_rules(text).kinds:
            chosen.append(Row(text))
    return chosen


def tagged(row: Row) -> Tagged:
    """Return what is learnt from a row. It is learnt as it was written: as the rules leave it besides, it came out a little worse."""
    draft = Draft(row.text)
    written = draft.as_written
    pieces = pieces_of(written)
    tags = [OTHER] * len(pieces)
    places = [*_places(row), *_ages(row)]
    for number, piece in enumerate(pieces):
        start, end = draft.typed(piece.start, piece.end)
        tags[number] = next((tag for tag, first, behind in places if start < behind and end > first), OTHER)
    return Tagged(seen(written, pieces), tags)


def _places(row: Row) -> Iterator[Tuple[str, int, int]]:
    """Yield the tag and the place of each hidden part, looked for in the order in which they are named."""
    behind = 0
    for part, kind in zip(row.hidden, row.kinds, strict=True):
        start = row.text.find(part, behind)
        start = start if start >= 0 else row.text.find(part)
        behind = start + len(part)
        yield TAGS[kind], start, behind


def _ages(row: Row) -> Iterator[Tuple[str, int, int]]:
    """Yield the ages in a message that names nobody: they stay, but they are ages none the less."""
    if not row.hidden:
        draft = Draft(row.text)
        take_all_told_ages(draft)
        for found in draft.found:
            yield AGE, found.start, found.end


if __name__ == "__main__":
    sys.exit(main())
