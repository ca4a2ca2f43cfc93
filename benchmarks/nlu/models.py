"""Compare intent models on the development split: ``python -m benchmarks.nlu.models [--per-intent N] [NAME ...]``.

All models learn the same messages. ``--per-intent`` takes a fixed sample, because Rasa's DIET needs hours for all of them.
Prints a table; ``covered`` is the share of messages that can be answered while at most 2 % of all are answered wrongly.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from typing import Callable, Dict, List, NamedTuple, Sequence

import numpy
from sklearn.metrics import f1_score

from benchmarks.nlu import rivals
from benchmarks.nlu.running import OUT_OF_SCOPE
from benchmarks.nlu.tables import DEVELOPMENT, Example, intents, training
from bot.runtime.quiet import be_quiet

MODELS: Dict[str, Callable[[], rivals.Rival]] = {
    "ours": rivals.Ours,
    "words only": lambda: rivals.Ours(("words",)),
    "parts of words only": lambda: rivals.Ours(("characters",)),
    "calibrated linear SVM": rivals.CalibratedSvm,
    "ours and SVM, mean": lambda: rivals.Together(rivals.Ours(), rivals.CalibratedSvm()),
    "spaCy textcat": rivals.TextCat,
    "ours and textcat, mean": lambda: rivals.Together(rivals.Ours(), rivals.TextCat()),
    "Rasa LogisticRegression": rivals.rasa_logistic_regression,
    "Rasa DIET": rivals.rasa_diet,
}


class Figures(NamedTuple):
    """What is compared; shares in percent."""

    top_choice: float
    in_first_three: float
    macro_f1: float
    covered: float
    out_of_scope_recall: float
    train_seconds: float
    milliseconds: float


def measure(
    rival: rivals.Rival, learnt: Sequence[Example], asked: Sequence[Example], background: str = OUT_OF_SCOPE
) -> Figures:
    """Train a model and measure it."""
    start = time.perf_counter()
    rival.train(learnt)
    trained = time.perf_counter() - start
    judged, times = [], []
    for example in asked:
        start = time.perf_counter()
        judged.append(rival.judge(example.text))
        times.append((time.perf_counter() - start) * 1000)
    ranked = [sorted(found, key=lambda name, f=found: -f[name]) for found in judged]  # type: ignore[misc]
    tops = [names[0] for names in ranked]
    truth = [example.intent for example in asked]
    right = numpy.array([top == intent for top, intent in zip(tops, truth, strict=True)])
    confidence = numpy.array([found[top] for found, top in zip(judged, tops, strict=True)])
    outside = [top for top, intent in zip(tops, truth, strict=True) if intent == background]
    return Figures(
        top_choice=100 * float(right.mean()),
        in_first_three=100
        * float(numpy.mean([intent in names[:3] for names, intent in zip(ranked, truth, strict=True)])),
        macro_f1=100 * float(f1_score(truth, tops, average="macro", labels=sorted(set(truth)), zero_division=0)),
        covered=100 * covered(right, confidence),
        out_of_scope_recall=100 * sum(top == background for top in outside) / max(len(outside), 1),
        train_seconds=trained,
        milliseconds=statistics.median(times),
    )


def covered(right: numpy.ndarray, confidence: numpy.ndarray, wrong_at_most: float = 0.02) -> float:
    """Return the share answered at the threshold where the wrong ones are ``wrong_at_most`` of all."""
    wrong = numpy.cumsum(~right[numpy.argsort(-confidence)]) / len(right)
    return float(numpy.searchsorted(wrong, wrong_at_most, side="right") / len(right))


def sample(examples: Sequence[Example], per_intent: int) -> List[Example]:
    """Return so many messages of each intent, always the same ones."""
    by_intent: Dict[str, List[Example]] = {}
    for example in examples:
        by_intent.setdefault(example.intent, []).append(example)
    chooser = random.Random(0)
    return [one for mine in by_intent.values() for one in chooser.sample(mine, min(per_intent, len(mine)))]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help=f"models, of: {', '.join(MODELS)}; none means all")
    parser.add_argument("--per-intent", type=int, default=0, help="messages of each intent to learn from; 0 means all")
    options = parser.parse_args()
    be_quiet()
    learnt = sample(training(), options.per_intent) if options.per_intent else training()
    asked = intents(DEVELOPMENT)
    print(f"{len(learnt)} messages learnt, {len(asked)} asked (development split)\n")
    print(
        "| model | top choice | in first 3 | macro-F1 | covered at 2 % wrong | out of scope found | training s | message ms |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in options.names or MODELS:
        found = measure(MODELS[name](), learnt, asked)
        print(f"| {name} | " + " | ".join(f"{value:.3g}" for value in found) + " |", flush=True)


if __name__ == "__main__":
    main()
