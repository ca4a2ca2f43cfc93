"""How hard the English replies are to read: school grade and sentence length, the worst first.

Run ``python -m benchmarks.reading [TASK ...]``. Without a task, every reply is measured.
"""

from __future__ import annotations

import argparse
import importlib
import re
import statistics
import sys
import types
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional

from bot.advice import advise
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase, load_files
from bot.knowledge.walking import all_words
from bot.replies import advice_reply
from bot.replies.voice import Voice

LONGEST_SENTENCE = 20
"""Most words in a sentence (facts/disclosure.md, section 6)."""

_NAMES = re.compile(r"\bForms? (?=[A-Z])|\b(?:SSA|SF|HA|CMS|SS|W|I|N|SSI)-\d+[A-Z0-9-]*\b")
"""Names of forms: they cannot be made easier, so they do not count."""


@dataclass(frozen=True)
class Measured:
    """A text with its school grade and what it belongs to."""

    grade: float
    where: str
    text: str


def grader() -> Callable[[str], float]:
    """Return the Flesch-Kincaid grade by textstat, with syllables counted by hyphenation.

    textstat would take them from a dictionary that nltk downloads; there is no network here.
    """
    sys.modules.setdefault("nltk", types.ModuleType("nltk"))
    textstat = importlib.import_module("textstat")
    counts = importlib.import_module("textstat.backend.counts._count_syllables")
    counts.get_cmudict = lambda _: {}  # type: ignore[attr-defined]
    grade: Callable[[str], float] = textstat.flesch_kincaid_grade
    return grade


def sentences(text: str) -> List[str]:
    """Cut a text into sentences; lines and list items end sentences, "a.m." and "U.S." do not."""
    spaced = re.sub(r"\b(a|p)\.m\.", r"\1m", text.replace("U.S.", "US"))
    parts = [part for line in spaced.splitlines() for part in re.split(r"(?<=[.!?:;])[\s\"]+", line)]
    return [part.strip("\u2022 ") for part in parts if part.strip("\u2022 ")]


def as_prose(text: str) -> str:
    """Return a text as sentences that textstat counts as such, without names of forms."""
    return " ".join(f"{part.rstrip('.:;?!')}." for part in sentences(_NAMES.sub("", text)))


def long_sentences(entries: Any, longest: int = LONGEST_SENTENCE) -> List[str]:
    """List sentences with more than ``longest`` words, with where they stand."""
    return sorted(
        f"{at}: {len(sentence.split())} words: {sentence}"
        for at, words in all_words(entries)
        for sentence in sentences(words.en.text)
        if len(sentence.split()) > longest
    )


def answers(base: KnowledgeBase, tasks: Iterable[str], on: date) -> Dict[str, str]:
    """Return each distinct answer (its first two bubbles) -> where it comes from."""
    found: Dict[str, str] = {}
    voice = Voice(base)
    for name in tasks:
        task = base.engine.tasks[name]
        for values in product(*((None, *c.values) for c in task.circumstances)):
            given = {c.id: value for c, value in zip(task.circumstances, values, strict=True) if value}
            advice = advise(base.engine, name, given, on)
            reply = advice_reply.answer(voice, advice)
            text = "\n".join(bubble.text for bubble in reply.bubbles[:2])
            found.setdefault(text, f"{name} {given or ''}".strip())
    return found


def fixed_texts(base: KnowledgeBase) -> Dict[str, str]:
    """Return the texts of special replies, claims, booking tips and short notices -> where they stand."""
    found = {entry.say.en.text: f"special.{name}" for name, entry in base.special.items()}
    found.update({entry.say.en.text: f"claims.{name}" for name, entry in base.claims.items()})
    for name, notice in base.notices.items():
        found.update({version.short.en.text: f"notices.{name}" for version in notice.versions})
    return found


def measure(texts: Mapping[str, str]) -> List[Measured]:
    """Grade texts, the hardest first."""
    grade = grader()
    found = [Measured(grade(as_prose(text)), where, text) for text, where in texts.items()]
    return sorted(found, key=lambda measured: -measured.grade)


def main(arguments: Optional[List[str]] = None) -> None:
    """Print the figures and the worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*")
    parser.add_argument("--worst", type=int, default=10)
    given = parser.parse_args(arguments)
    base = load_files(KNOWLEDGE_FILES)
    names = given.tasks or sorted(base.tasks)
    texts = answers(base, names, datetime.now().astimezone().date())
    if not given.tasks:
        texts.update(fixed_texts(base))
    measured = measure(texts)
    print(f"{len(measured)} replies, median grade {statistics.median(m.grade for m in measured):.1f}")
    for worst in measured[: given.worst]:
        print(f"\n{worst.grade:.1f}  {worst.where}\n{worst.text}")
    entries = {name: base.tasks[name] for name in names}
    long = long_sentences(entries if given.tasks else {**base.catalogues, "tasks": entries})
    print(f"\n{len(long)} sentences of more than {LONGEST_SENTENCE} words")
    print("\n".join(long[:40]))


if __name__ == "__main__":
    main()
