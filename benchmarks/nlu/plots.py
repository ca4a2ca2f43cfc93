"""Pictures for the report."""

from __future__ import annotations

from pathlib import Path
from typing import List, Sequence

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402  (the backend comes first)
from matplotlib.axes import Axes  # noqa: E402

from benchmarks.nlu import measures  # noqa: E402
from benchmarks.nlu.running import Outcome  # noqa: E402

CONFUSED_AT_MOST = 25
"""Intents in the confusion picture: those that are confused most; a hundred could not be read."""


def draw_all(outcomes: Sequence[Outcome], folder: Path) -> List[Path]:
    """Draw all pictures into a folder and return their files."""
    drawn = {
        "coverage.png": _coverage,
        "calibration.png": _calibration,
        "out_of_scope.png": _out_of_scope,
        "per_intent.png": _per_intent,
        "confusion.png": _confusion,
    }
    paths = []
    for name, draw in drawn.items():
        tall = name == "per_intent.png"
        figure, axes = pyplot.subplots(figsize=(8, 18) if tall else (8, 7) if name == "confusion.png" else (6, 4.2))
        draw(axes, outcomes)
        figure.tight_layout()
        figure.savefig(folder / name, dpi=90)
        pyplot.close(figure)
        paths.append(folder / name)
    return paths


def _coverage(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    coverage, accuracy = measures.coverage_accuracy(outcomes)
    axes.plot(100 * coverage, 100 * accuracy)
    axes.set(xlabel="answered, % of messages", ylabel="right, % of those answered", title="Coverage and accuracy")
    axes.grid(alpha=0.3)


def _calibration(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    rows = measures.calibration(outcomes)
    axes.plot([0, 100], [0, 100], linestyle=":", color="gray")
    axes.plot([100 * row[0] for row in rows], [100 * row[1] for row in rows], marker="o")
    for confidence, right, count in rows:
        axes.annotate(
            str(count), (100 * confidence, 100 * right), textcoords="offset points", xytext=(5, -10), fontsize=8
        )
    axes.set(xlabel="confidence, %", ylabel="right, %", title="Calibration (numbers: messages)")


def _out_of_scope(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    false_alarms, recall, area = measures.out_of_scope_roc(outcomes)
    axes.plot(100 * false_alarms, 100 * recall)
    axes.set(
        xlabel="ours, taken for not ours, %", ylabel="not ours, recognised, %", title=f"Out of scope (area {area:.3f})"
    )
    axes.set_xlim(-1, 30)
    axes.grid(alpha=0.3)


def _per_intent(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    rows = measures.per_intent(outcomes)[::-1]
    places = range(len(rows))
    axes.scatter([row[1] for row in rows], places, label="precision", s=14)
    axes.scatter([row[2] for row in rows], places, label="recall", s=14, marker="x")
    axes.set_yticks(list(places), [row[0] for row in rows], fontsize=7)
    axes.set(xlabel="%", title="Per intent, weakest at the top")
    axes.margins(y=0.005)
    axes.grid(alpha=0.3)
    axes.legend(loc="lower left")


def _confusion(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    pairs = dict(measures.confusions(outcomes))
    worst: List[str] = []
    for (meant, taken), _ in sorted(pairs.items(), key=lambda item: -item[1]):
        worst += [name for name in (meant, taken) if name not in worst]
    names = sorted(worst[:CONFUSED_AT_MOST])
    matrix = [[pairs.get((meant, taken), 0) for taken in names] for meant in names]
    axes.imshow(matrix, cmap="Reds")
    for row, counts in enumerate(matrix):
        for column, count in enumerate(counts):
            if count:
                axes.text(column, row, str(count), ha="center", va="center", fontsize=7)
    axes.set_xticks(range(len(names)), names, rotation=90, fontsize=7)
    axes.set_yticks(range(len(names)), names, fontsize=7)
    axes.set(xlabel="taken for", ylabel="meant", title="Confusions (right ones left out)")
