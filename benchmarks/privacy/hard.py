"""Measure the redaction on 10,000 characters of what is hard for it: ``python -m benchmarks.privacy.hard``.

No message is so long (``bot.text.LONGEST``), but a pattern that runs away shows here first.
"""

from __future__ import annotations

import sys
import time
from statistics import median

LENGTH = 10_000
REPEATS = 9
PIECES = {
    "prose": "hello i lost my card and i need a new one because my purse was stolen last week at the bus stop. ",
    "digits": "1",
    "groups of digits": "123 45 ",
    "number words": "one two ",
    "labels": "account ssn card ",
    "dates": "4/5/1950 ",
    "months": "jan 5 of ",
    "births": "born on ",
    "ages": "turned 65 ",
    "capitals": "A",
    "names": "Maria Gomez ",
    "signatures": "- A. Bee ",
    "countries": "from Cuba ",
    "statuses": "my wife is a green card ",
    "user names": "login a_1 ",
    "masks": "#",
    "masks in groups": "xx-",
    "streets": "12 Oak Elm ",
    "spaces": " ",
    "words before a name": "my name is ",
    "words before a birth": "born on the ",
    "words before a code": "my pin is my password is ",
    "words before an address": "i live at ",
    "lines": "a\n",
    "at signs": "a@",
}
"""What is repeated to make a long message."""


def long_message(piece: str, length: int = LENGTH) -> str:
    """Repeat a piece up to a length."""
    return (piece * (length // len(piece) + 1))[:length]


def milliseconds(text: str, repeats: int = REPEATS) -> float:
    """Return the median time of redacting a text."""
    from bot.privacy.redact import redact

    took = []
    for _ in range(repeats):
        started = time.process_time()
        redact(text)
        took.append((time.process_time() - started) * 1000)
    return median(took)


def main() -> int:
    """Print a line for each kind of text."""
    for name, piece in PIECES.items():
        print(f"{name:18} {milliseconds(long_message(piece)):8.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
