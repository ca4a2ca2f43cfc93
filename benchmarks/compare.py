"""Measures this assistant beside the default Rasa pipeline, both trained and served in this run.

Domain, examples, rules, actions and server code are the same; only config.yml differs. See docs/performance.md.
Nothing here passes or fails: the figures are to be read, on the machine they come from.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from contextlib import contextmanager
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any, Iterator

import yaml

from benchmarks.figures import Results, figure, percentile, write_json
from benchmarks.load import Round, hold_round
from benchmarks.processes import Served, action_server, assistant, free_port, import_floor, rss_mb
from benchmarks.report import HTTP, tables, write_section
from benchmarks.training import train
from benchmarks.workspace import (
    DEFAULT_CONFIG,
    PROJECT,
    copy_project,
    make_assistant,
    reach_actions_over_http,
    trained_model,
)

CONFIGS = {"ours": None, "default": DEFAULT_CONFIG}
LEVELS = (1, 8, 32)
STARTS = 3
ROUNDS = 3
WARM_UP = 8
LAST_RUN = Path(__file__).with_name("last_run.json")
PAGE = PROJECT / "docs" / "performance.md"


def main() -> int:
    """Measure, print the tables, and keep them unless the run was a partial one."""
    options = _options()
    with _workspace(options.models) as place:
        results = Results(place / "results.json")
        _measure_all(options, place, results)
    text = tables(results.all, LEVELS)
    print(text)
    if options.only is None:
        write_json(LAST_RUN, results.all)
        write_section(PAGE, text)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=list(CONFIGS), help="measure one; docs/performance.md is then left alone")
    parser.add_argument("--turns", type=_count, default=64, help="advice turns per round and number of senders (64)")
    parser.add_argument(
        "--default-epochs",
        type=_count,
        default=100,
        help="train the default pipeline for so many epochs (100, as Rasa does; what it costs to start and answer stays the same)",
    )
    parser.add_argument("--models", type=Path, help="keep copies and models here, and use the ones that are there")
    return parser.parse_args()


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give 1 or more")
    return number


@contextmanager
def _workspace(given: Path | None) -> Iterator[Path]:
    """Give the folder to work in: a given one, kept, or a temporary one."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="compare-") as temporary:
        yield Path(temporary)


def _measure_all(options: argparse.Namespace, place: Path, results: Results) -> None:
    names = [options.only] if options.only else list(CONFIGS)
    source = copy_project(place / "source")
    _note_circumstances(results, source, options.turns)
    results.put("run", "default_epochs", options.default_epochs)
    for name in names:
        _prepare(source, place / name, name, results, options.default_epochs)
    results.put("floor", "import", _measure_import(place))
    for name in names:
        _measure_served(place / name, name, options.turns, results)
    if "ours" in names:
        _measure_http_actions(place, options.turns, results)
    results.put("run", "load_after", _load())


def _note_circumstances(results: Results, source: Path, turns: int) -> None:
    examples, intents = _training_examples(source)
    facts = {
        "date": datetime.now(timezone.utc).date().isoformat(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "rasa": version("rasa"),
        "examples": examples,
        "intents": intents,
        "rounds": ROUNDS,
        "conversations": turns,
        "load_before": _load(),
    }
    for name, value in facts.items():
        results.put("run", name, value)


def _training_examples(source: Path) -> tuple[int, int]:
    """Return how many examples and intents there are to learn from."""
    files = (source / "data" / "nlu").glob("*.yml")
    entries = [entry for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]]
    known = [entry for entry in entries if "intent" in entry]
    lines = sum(line.lstrip().startswith("- ") for entry in known for line in entry["examples"].splitlines())
    return lines, len({entry["intent"] for entry in known})


def _load() -> str:
    return " ".join(f"{value:.1f}" for value in os.getloadavg())


def _prepare(source: Path, folder: Path, name: str, results: Results, default_epochs: int) -> None:
    """Train, unless a finished training is there to be used again."""
    if results.get(name, "training") and trained_model(folder):
        _say(f"{name}: the model that is there is used again")
        return
    _say(f"{name}: training")
    make_assistant(source, folder, CONFIGS[name])
    if name == "default":
        _set_epochs(folder / "config.yml", default_epochs)
    results.put(name, "training", train(folder))
    _say(f"{name}: trained in {results.get(name, 'training')['seconds']} s")


def _set_epochs(config: Path, epochs: int) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("epochs: 100", f"epochs: {epochs}"), encoding="utf-8")


def _measure_import(folder: Path) -> dict[str, Any]:
    _say("import of Rasa alone")
    import_floor(folder)  # the first one also fills the disk cache
    seconds, megabytes = zip(*(import_floor(folder) for _ in range(STARTS)), strict=True)
    return {"seconds": figure(seconds), "mb": figure(megabytes)}


def _measure_served(folder: Path, name: str, turns: int, results: Results) -> None:
    """Start several times; put the load on the last one."""
    seconds, megabytes = [], []
    for served in _starts(folder, name):
        seconds.append(served.start_seconds)
        megabytes.append(rss_mb(served.pid))
        if len(seconds) == STARTS:
            results.put(name, "start", {"seconds": figure(seconds), "mb": figure(megabytes)})
            results.put(name, "load", {**_measure_load(served, name, turns), "processes": 1})


def _starts(folder: Path, name: str) -> Iterator[Served]:
    with assistant(folder):
        _say(f"{name}: started once, to fill caches")
    for number in range(1, STARTS + 1):
        _say(f"{name}: start {number} of {STARTS}")
        with assistant(folder) as served:
            yield served


def _measure_http_actions(place: Path, turns: int, results: Results) -> None:
    """Serve our assistant again with an action server beside it: what reaching actions in process saves."""
    port = free_port()
    folder = make_assistant(place / "source", place / HTTP, models=place / "ours" / "models")
    reach_actions_over_http(folder, port)
    with action_server(folder, port) as actions, assistant(folder) as served:
        load = {**_measure_load(served, HTTP, turns), "processes": 2}
        results.put(HTTP, "load", load)
        results.put(HTTP, "actions", {"seconds": round(actions.start_seconds, 1), "mb": round(rss_mb(actions.pid), 1)})


def _measure_load(served: Served, name: str, turns: int) -> dict[str, Any]:
    hold_round(served.url, 1, WARM_UP)
    levels, unfinished, held = {}, 0, 0
    for senders in LEVELS:
        _say(f"{name}: {senders} senders")
        rounds = [hold_round(served.url, senders, max(turns, senders)) for _ in range(ROUNDS)]
        levels[str(senders)] = _level_figures(rounds)
        unfinished += sum(done.unfinished for done in rounds)
        held += ROUNDS * max(turns, senders)
    return {"mb": round(rss_mb(served.pid), 1), "levels": levels, "unfinished": f"{unfinished} of {held}"}


def _level_figures(rounds: list[Round]) -> dict[str, Any]:
    measured = [done for done in rounds if done.advice]
    return {
        "advice_p50": figure([percentile(done.advice, 0.5) for done in measured]),
        "advice_p95": figure([percentile(done.advice, 0.95) for done in measured]),
        "turn_p50": figure([percentile(done.turns, 0.5) for done in rounds]),
        "turn_p95": figure([percentile(done.turns, 0.95) for done in rounds]),
        "requests": sum(len(done.turns) for done in rounds),
        "requests_per_second": figure([len(done.turns) / done.seconds for done in rounds]),
    }


def _say(text: str) -> None:
    print(f"{datetime.now(timezone.utc):%H:%M:%S} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
