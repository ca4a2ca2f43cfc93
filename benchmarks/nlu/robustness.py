"""Does what stands around a wish change the answer? ``python -m benchmarks.nlu.robustness [--messages N]``

The same development messages are asked again with a greeting, a name, an age, a story, a plea around them (changes.yml), in
capitals, without punctuation, with a slip of the finger, and in the spelling of text messages. Prints what became of each, and how
many were answered otherwise than the message itself.
"""

from __future__ import annotations

import argparse
import re
import zlib
from typing import Callable, Dict, List, Sequence, Tuple

from ruamel.yaml import YAML

from benchmarks.nlu.measures import share
from benchmarks.nlu.running import Outcome, Runner
from benchmarks.nlu.tables import DEVELOPMENT, Example, intents
from bot.config import PROJECT
from bot.nlu.kinds import TALK
from bot.runtime.quiet import be_quiet

CHANGES = PROJECT / "benchmarks" / "nlu" / "changes.yml"
MESSAGES = 600

LEAST_WORDS = 3
"""Shorter messages are cut off answers or names of things; a story around them is another message."""

Change = Callable[[str, int], str]

TEXTED = (
    (r"\byou\b", "u"), (r"\byour\b", "ur"), (r"\bare\b", "r"), (r"\bto\b", "2"), (r"\bfor\b", "4"), (r"\bplease\b", "plz"),
    (r"\bbecause\b", "bc"), (r"\bpeople\b", "ppl"), (r"\baccount\b", "acct"), (r"\bpayment\b", "pymt"), (r"\bappointment\b", "appt"),
    (r"\bsocial security\b", "ss"), (r"\bwithout\b", "w/o"), (r"\bwith\b", "w"), (r"\btomorrow\b", "tmrw"), (r"\bthanks\b", "thx"),
)  # fmt: skip


def surroundings() -> Dict[str, Dict[str, List[str]]]:
    """Return kind of change -> ``before`` and ``after`` -> what is put there."""
    found: Dict[str, Dict[str, List[str]]] = YAML(typ="safe").load(CHANGES.read_text(encoding="utf-8"))
    return found


def changes() -> Dict[str, Change]:
    """Return all changes by name; each takes a message and its number."""
    around = {
        kind: _around(places.get("before", []), places.get("after", [])) for kind, places in surroundings().items()
    }
    return {
        "nothing": lambda text, number: text,
        **around,
        "capitals": lambda text, number: text.upper(),
        "no punctuation": lambda text, number: re.sub(r"[^\w\s$]", "", text).lower(),
        "a slip of the finger": _slip,
        "as a text message": _texted,
    }


def _around(before: Sequence[str], after: Sequence[str]) -> Change:
    ways = [(text, "") for text in before] + [("", text) for text in after]

    def change(text: str, number: int) -> str:
        first, last = ways[number % len(ways)]
        return first + text + last

    return change


def _slip(text: str, number: int) -> str:
    """Return the text with two neighboring letters of a longer word exchanged, another word in each message."""
    long = list(re.finditer(r"[A-Za-z]{5,}", text))
    if not long:
        return text
    word = long[zlib.crc32(text.encode()) % len(long)]
    at = word.start() + 1 + number % (len(word[0]) - 3)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _texted(text: str, number: int) -> str:
    lower = text.lower()
    for pattern, short in TEXTED:
        lower = re.sub(pattern, short, lower)
    return lower


def sample(number: int) -> List[Example]:
    """Return messages spread evenly over the development split."""
    fit = [row for row in intents(DEVELOPMENT) if row.intent not in TALK and len(row.text.split()) >= LEAST_WORDS]
    step = max(len(fit) // number, 1)
    return fit[::step][:number]


def row(name: str, outcomes: Sequence[Outcome], plain: Sequence[Outcome]) -> Tuple[str, ...]:
    """Return the line of the table for one change."""
    right, offered, wrong = (
        share(sum(o.result == r for o in outcomes), outcomes) for r in ("right", "offered", "wrong")
    )
    other = share(sum(_answer(a) != _answer(b) for a, b in zip(outcomes, plain, strict=True)), outcomes)
    return (name, f"{right:.1f}", f"{right + offered:.1f}", f"{wrong:.1f}", f"{other:.1f}")


def _answer(outcome: Outcome) -> object:
    return outcome.taken_for


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=MESSAGES, help=f"how many messages (default {MESSAGES})")
    options = parser.parse_args()
    be_quiet()
    runner, table = Runner(), sample(options.messages)
    print("| put around it | right | right or offered | wrong and sure | answered otherwise |\n|---|---|---|---|---|")
    plain: Sequence[Outcome] = ()
    for name, change in changes().items():
        asked = [example._replace(text=change(example.text, number)) for number, example in enumerate(table)]
        outcomes = runner.outcomes(asked)
        plain = plain or outcomes
        print("| " + " | ".join(row(name, outcomes, plain)) + " |", flush=True)


if __name__ == "__main__":
    main()
