"""The figures as Markdown tables, and their place in docs/performance.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterable

START, END = "<!-- figures -->", "<!-- /figures -->"
COLUMNS = {"ours": "this assistant", "default": "default pipeline"}
HTTP = "ours_over_http"
FULL_EPOCHS = 100
"""Epochs of the default pipeline, as Rasa trains it."""

Row = tuple[str, tuple[str, ...]]
"""A title, and where the value is in the results of an assistant."""


def tables(results: dict[str, Any], levels: Iterable[int]) -> str:
    """Return everything that was measured as Markdown; what was not is a dash."""
    levels = list(levels)
    parts = [_comparison(results, levels)]
    if HTTP in results:
        parts += ["", "Actions in process and over HTTP, this assistant:", "", _actions(results, levels)]
    return "\n".join([*parts, "", _circumstances(results)])


def write_section(page: Path, text: str) -> None:
    """Put ``text`` between the markers of a page.

    Raises:
        ValueError: the page has no markers.
    """
    old = page.read_text(encoding="utf-8")
    section = re.compile(re.escape(START) + ".*?" + re.escape(END), re.DOTALL)
    if not section.search(old):
        raise ValueError(f"{page.name} needs the markers {START} and {END}.")
    page.write_text(section.sub(lambda _: f"{START}\n{text}\n{END}", old), encoding="utf-8")


def _comparison(results: dict[str, Any], levels: list[int]) -> str:
    ours, default = (results.get(name, {}) for name in COLUMNS)
    lines = [f"| | {' | '.join(COLUMNS.values())} | default / this |", "|---|---:|---:|---:|"]
    for title, path in _rows(levels):
        left, right = _at(ours, path), _at(default, path)
        lines.append(f"| {title} | {_show(left)} | {_show(right)} | {_ratio(left, right)} |")
    floor = results.get("floor", {})
    lines.append(f"| `import rasa.core.agent` alone, s | {_show(_at(floor, ('import', 'seconds')))} | same | |")
    lines.append(f"| ... its memory, MB | {_show(_at(floor, ('import', 'mb')))} | same | |")
    return "\n".join(lines)


def _rows(levels: list[int]) -> list[Row]:
    return [
        ("training, whole `rasa train`, s", ("training", "seconds")),
        ("... of it the pipeline (NLU), s", ("training", "nlu_seconds")),
        ("... of it the policies (core), s", ("training", "core_seconds")),
        ("model, MB", ("training", "model_mb")),
        ("start until `/health` is ready, s", ("start", "seconds")),
        ("memory after the start, MB", ("start", "mb")),
        ("memory after the load, MB", ("load", "mb")),
        *_load_rows(levels),
        ("conversations without advice", ("load", "unfinished")),
    ]


def _load_rows(levels: list[int]) -> list[Row]:
    rows: list[Row] = []
    for level in levels:
        who = f"{level} sender{'s' if level > 1 else ''}"
        at = ("load", "levels", str(level))
        rows += [
            (f"{who}: advice turn p50, ms", (*at, "advice_p50")),
            (f"{who}: advice turn p95, ms", (*at, "advice_p95")),
            (f"{who}: requests/s", (*at, "requests_per_second")),
        ]
    return rows


def _actions(results: dict[str, Any], levels: list[int]) -> str:
    inside, over = results.get("ours", {}), results[HTTP]
    rows: list[Row] = [
        ("processes", ("load", "processes")),
        ("start of the action server, s", ("actions", "seconds")),
        ("memory of the action server, MB", ("actions", "mb")),
        *(row for row in _load_rows(levels) if row[1][-1] in ("advice_p50", "requests_per_second")),
    ]
    lines = ["| | in process | over HTTP | HTTP / in process |", "|---|---:|---:|---:|"]
    for title, path in rows:
        left, right = _at(inside, path), _at(over, path)
        lines.append(f"| {title} | {_show(left)} | {_show(right)} | {_ratio(left, right)} |")
    return "\n".join(lines)


def _circumstances(results: dict[str, Any]) -> str:
    run = results.get("run", {})
    return (
        f"Measured {run.get('date')}: {run.get('cores')} cores, Python {run.get('python')}, Rasa {run.get('rasa')}, "
        f"{run.get('examples')} examples, {run.get('intents')} intents; {run.get('rounds')} rounds of "
        f"{run.get('conversations')} conversations for each number of senders, median (min-max) of the rounds; "
        f"load average at the start {run.get('load_before')}, at the end {run.get('load_after', '-')}."
        f"{_fewer_epochs(run.get('default_epochs', FULL_EPOCHS))}"
    )


def _fewer_epochs(epochs: int) -> str:
    """Say so when the default pipeline was not trained in full: its training figures are then not those of Rasa."""
    if epochs == FULL_EPOCHS:
        return ""
    return (
        f" **The default pipeline was trained for {epochs} of its {FULL_EPOCHS} epochs:** its training times above are "
        "not those of a full training."
    )


def _at(tree: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = tree
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _show(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        middle, low, high = (_short(value[key]) for key in ("median", "min", "max"))
        return middle if value["repeats"] == 1 else f"{middle} ({low}-{high})"
    return value if isinstance(value, str) else _short(value)


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 100 or number == int(number) else f"{number:.3g}"


def _ratio(left: Any, right: Any) -> str:
    low, high = (value["median"] if isinstance(value, dict) else value for value in (left, right))
    if not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or not low:
        return ""
    return f"{high / low:.2g}" if high / low < 10 else f"{high / low:.0f}"
