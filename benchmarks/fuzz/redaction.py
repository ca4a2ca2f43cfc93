"""Fuzz the redaction: ``python -m benchmarks.fuzz.redaction -max_total_time=180``.

Whatever comes in, it must not fail, redacting again must change nothing, and a message must not take long.
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["bot.privacy"]):
    from bot.privacy.redact import leaves_open, redact

SECONDS = 2.0
"""A message of :data:`LONGEST` characters that takes longer has found a pattern that runs away."""
LONGEST = 2000
PIECES = (
    "my name is ", "this is ", "Maria ", "soy ", "je suis ", "born ", "né le ", "nací en ", "turned ", "cumplí ", "j'ai eu ", "from ", "de ", "Cuba", "Haiti ", "green card ", "undocumented ",
    "sin papeles ", "refugee ", "ssn ", "social ", "last 4 ", "account ", "routing ", "pin ", "code ", "password ", "user ", "login ", "email ", " at ", " dot ", "@", ".com", "passport ", "A#", "IOE",
    "219-09-9999", "123456789", "4/5/1950", "may 3 ", "1950 ", "sixty two ", "nine one two ", "cero ", "dos ", "12 Main St ", "Apt 3 ", "PO Box 4 ", "zip ", "45404", "[ssn]", "[age_full]", "[status]",
    "\n", " ", ", ", ". ", "-", "/", "(", ")", "[", "]", "'", "o", "l", "x", "é", "\u200b", "\uff11", "$", "1-800-772-1213", "SSA-1099", "office ", "letter dated ",
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Make a message of pieces that mean something and of any characters, and redact it."""
    source = atheris.FuzzedDataProvider(data)
    parts: list[str] = []
    while source.remaining_bytes() and len(parts) < 60:
        if source.ConsumeBool():
            parts.append(PIECES[source.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            parts.append(source.ConsumeUnicode(source.ConsumeIntInRange(0, 12)))
    text = "".join(parts)[:LONGEST]
    started = time.perf_counter()
    once = redact(text)
    if time.perf_counter() - started > SECONDS:
        raise RuntimeError("too slow")
    again = redact(once.text)
    if again != (once.text, ()):
        raise RuntimeError(f"not the same again: {once.text!r} -> {again.text!r}")
    leaves_open(once.text)
    redact(text, continues=True)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
