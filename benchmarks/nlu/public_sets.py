"""The same intent model on public benchmarks: ``python -m benchmarks.nlu.public_sets [--clinc FILE ...] [--banking FOLDER] [--download FOLDER]``.

CLINC150 (https://github.com/clinc/oos-eval: data/data_full.json, data/data_oos_plus.json; CC BY 3.0) and BANKING77
(https://github.com/PolyAI-LDN/task-specific-datasets: banking_data/train.csv and test.csv; CC BY 4.0). Give paths, or ``--download``
to fetch them into a folder. They are never part of this repository.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
import urllib.request
from pathlib import Path
from typing import List, Sequence, Tuple

import numpy

from benchmarks.nlu.rivals import CalibratedSvm, Ours, Rival, Together
from benchmarks.nlu.tables import Example
from bot.runtime.quiet import be_quiet

OUTSIDE = "oos"
KEPT_AT_LEAST = 0.95
"""Share of in-scope validation messages that the threshold must keep."""

SOURCES = {
    "data_full.json": "https://raw.githubusercontent.com/clinc/oos-eval/master/data/data_full.json",
    "data_oos_plus.json": "https://raw.githubusercontent.com/clinc/oos-eval/master/data/data_oos_plus.json",
    "train.csv": "https://raw.githubusercontent.com/PolyAI-LDN/task-specific-datasets/master/banking_data/train.csv",
    "test.csv": "https://raw.githubusercontent.com/PolyAI-LDN/task-specific-datasets/master/banking_data/test.csv",
}
PUBLISHED = """Published: CLINC150 in scope / out-of-scope recall: Rasa 91.5 / 45.3 (full), 90.9 / 66.0 (250 out-of-scope examples); BERT 96.7 / 59.2
(full) (Larson et al. 2019). BANKING77: 93.7 (Casanueva et al. 2020, with pretrained dual encoders)."""


def clinc(path: Path) -> None:
    """Train and measure on one file of CLINC150."""
    parts = {
        name: [Example(text, intent) for text, intent in rows] for name, rows in json.loads(path.read_text()).items()
    }
    model: Rival = Ours()
    start = time.perf_counter()
    model.train([*parts["train"], *parts["oos_train"]])
    seconds = time.perf_counter() - start
    threshold = _threshold(model, parts["val"])
    inside, kept = _shares(model, parts["test"], 0.0), _shares(model, parts["test"], threshold)
    found, found_too = _outside(model, parts["oos_test"], 0.0), _outside(model, parts["oos_test"], threshold)
    print(
        f"CLINC150 {path.stem}: {len(parts['train'])} + {len(parts['oos_train'])} out-of-scope messages, training {seconds:.0f} s"
    )
    print(f"  background class alone: in scope {inside:.1f}, out-of-scope recall {found:.1f}")
    print(f"  and the threshold {threshold:.2f} (validation): in scope {kept:.1f}, out-of-scope recall {found_too:.1f}")


def _tops(model: Rival, examples: Sequence[Example]) -> List[Tuple[str, float]]:
    judged = [model.judge(example.text) for example in examples]
    return [max(found.items(), key=lambda item: item[1]) for found in judged]


def _threshold(model: Rival, validation: Sequence[Example]) -> float:
    """Return the confidence that keeps the wanted share of in-scope validation messages."""
    return float(numpy.quantile([confidence for _, confidence in _tops(model, validation)], 1 - KEPT_AT_LEAST))


def _shares(model: Rival, examples: Sequence[Example], threshold: float) -> float:
    tops = _tops(model, examples)
    right = [name == e.intent and c >= threshold for (name, c), e in zip(tops, examples, strict=True)]
    return 100 * float(numpy.mean(right))


def _outside(model: Rival, examples: Sequence[Example], threshold: float) -> float:
    return 100 * float(numpy.mean([name == OUTSIDE or c < threshold for name, c in _tops(model, examples)]))


def banking(folder: Path) -> None:
    """Train and measure on BANKING77, with the model in use and with two others."""
    learnt, asked = (_csv(folder / name) for name in ("train.csv", "test.csv"))
    for name, model in (
        ("ours", Ours()),
        ("calibrated linear SVM", CalibratedSvm()),
        ("mean of both", Together(Ours(), CalibratedSvm())),
    ):
        start = time.perf_counter()
        model.train(learnt)
        seconds = time.perf_counter() - start
        right = [max(model.judge(e.text).items(), key=lambda item: item[1])[0] == e.intent for e in asked]
        print(f"BANKING77, {name}: {100 * float(numpy.mean(right)):.1f}, training {seconds:.0f} s")


def _csv(path: Path) -> List[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Example(row["text"], row["category"]) for row in csv.DictReader(file)]


def download(folder: Path) -> None:
    """Fetch what is missing into a folder; the only part of this project that calls the internet, and only when asked to."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, url in SOURCES.items():
        if not (folder / name).exists():
            urllib.request.urlretrieve(url, folder / name)  # noqa: S310  (fixed https addresses above)


def main() -> None:
    """Measure on what is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clinc", type=Path, nargs="*", default=[], help="data_full.json, data_oos_plus.json")
    parser.add_argument("--banking", type=Path, help="folder with train.csv and test.csv")
    parser.add_argument("--download", type=Path, help="fetch all files into this folder and measure on them")
    options = parser.parse_args()
    be_quiet()
    if options.download:
        download(options.download)
        options.clinc, options.banking = (
            [options.download / "data_full.json", options.download / "data_oos_plus.json"],
            options.download,
        )
    for path in options.clinc:
        clinc(path)
    if options.banking:
        banking(options.banking)
    print(PUBLISHED)


if __name__ == "__main__":
    main()
