"""What the redaction makes of a hand that it has not learnt from: ``python -m benchmarks.privacy.by_hand``.

Each file of ``data/privacy/messages`` is by one hand. In turn each of some is left out, the tagger learns from all others, and
the messages of the one left out are measured; so are ordinary messages of ``data/nlu`` that it has not learnt from. The
rules were made with the files ``rules_*`` in sight, so these are never left out. Takes some minutes a hand.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Iterable, List, Mapping, NamedTuple, Sequence

from benchmarks.privacy.measures import is_gone, is_kept
from bot.privacy.finding import learned
from bot.privacy.learning import ORDINARY_MESSAGES, learn, ordinary_rows
from bot.privacy.messages import FOLDER, Row, read_rows
from bot.privacy.redact import by_rules, redact

UNSEEN = 1500
"""So many ordinary messages are measured."""

HANDS = [path.stem for path in sorted(FOLDER.glob("*.yml")) if not path.stem.startswith("rules_")]


class Measured(NamedTuple):
    """Percentages of a hand's entries and messages.

    Attributes:
        gone: entries that must go and do.
        by_rules: the same without what was learnt.
        kept: parts that must stay and do.
        untouched: messages with nothing to hide that come back as they were; of a hand without such messages 100.
        ordinary: ordinary messages that come back as they were; some of them do name somebody.
    """

    gone: float
    by_rules: float
    kept: float
    untouched: float
    ordinary: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure some hands and print a row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.privacy.by_hand", description=__doc__.split("\n")[0])
    parser.add_argument("hands", nargs="*", metavar="HAND", help=f"of {', '.join(HANDS)}; without any, all")
    parser.add_argument(
        "--least", nargs="*", type=float, default=[learned.LEAST], help="likelihoods from which a piece goes"
    )
    options = parser.parse_args(arguments)
    unknown = sorted({*options.hands} - {*HANDS})
    if unknown:
        parser.error(f"no such hand: {', '.join(unknown)}")
    rows = {path.stem: list(read_rows([path])) for path in sorted(FOLDER.glob("*.yml"))}
    ordinary = ordinary_rows(ORDINARY_MESSAGES + UNSEEN)
    print(
        "| left out | from | gone, % | by rules alone | kept | clean untouched | ordinary untouched |\n|---|---|---|---|---|---|---|"
    )
    for hand in options.hands or HANDS:
        with tempfile.TemporaryDirectory() as folder:
            _learn_without(rows, hand, ordinary[:ORDINARY_MESSAGES], Path(folder) / "tagger")
            for least in options.least:
                learned.LEAST = least
                measured = _measure(rows[hand], ordinary[ORDINARY_MESSAGES:])
                print(f"| {hand} | {least} | " + " | ".join(f"{value:.1f}" for value in measured) + " |", flush=True)
    return 0


def _learn_without(rows: Mapping[str, List[Row]], hand: str, ordinary: List[Row], file: Path) -> None:
    """Learn from all hands but one, and redact with that from now on."""
    learn([*(row for name, some in rows.items() if name != hand for row in some), *ordinary], file)
    learned.FILE = file
    learned.forget_tagger()


def _measure(rows: Sequence[Row], ordinary: Sequence[Row]) -> Measured:
    redacted = [(row, redact(row.text).text, by_rules(row.text).text) for row in rows]
    return Measured(
        _share(is_gone(part, result) for row, result, _ in redacted for part in row.hidden),
        _share(is_gone(part, result) for row, _, result in redacted for part in row.hidden),
        _share(is_kept(part, result) for row, result, _ in redacted for part in row.kept),
        _share(result == row.text for row, result, _ in redacted if not row.hidden),
        _share(redact(row.text).text == row.text for row in ordinary),
    )


def _share(hits: Iterable[bool]) -> float:
    counted = [bool(hit) for hit in hits]
    return 100 * sum(counted) / len(counted) if counted else 100.0


if __name__ == "__main__":
    sys.exit(main())
