"""Trains an assistant with ``rasa train`` and reads from its log how long the parts took."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Iterable

import yaml

from benchmarks.workspace import environment, trained_model

_STEP = re.compile(r"(Starting to train|Finished training) component '(\w+)'")

Line = tuple[float, str]
"""Seconds since the start, and what was logged then."""


def train(folder: Path) -> dict[str, Any]:
    """Train in ``folder``, from nothing (its cache is new).

    Returns:
        seconds of the whole process, of the pipeline, of the policies and of each component; size of the model.

    Raises:
        RuntimeError: training failed; the message says where the log is.
    """
    command = [sys.executable, "-m", "rasa", "train", "--data", "data", "--out", "models"]
    started = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=environment(folder, LOG_LEVEL="INFO"), text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        lines = [(time.monotonic() - started, line) for line in process.stdout or ()]
    seconds = time.monotonic() - started
    log = folder / "train.log"
    log.write_text("".join(f"{at:9.1f} {line}" for at, line in lines), encoding="utf-8")
    model = trained_model(folder)
    if process.returncode or model is None:
        raise RuntimeError(f"rasa train failed; see {log}")
    return {"seconds": round(seconds, 1), **split(folder, lines), "model_mb": round(model.stat().st_size / 1e6, 1)}


def split(folder: Path, lines: Iterable[Line]) -> dict[str, Any]:
    """Return seconds by component, summed for pipeline and policies as the config of ``folder`` names them."""
    config = yaml.safe_load((folder / "config.yml").read_text(encoding="utf-8"))
    seconds = component_seconds(lines)
    parts = {
        part: round(sum(seconds.get(name, 0.0) for name in _class_names(config[key])), 1)
        for part, key in (("nlu_seconds", "pipeline"), ("core_seconds", "policies"))
    }
    return {**parts, "components": {name: round(value, 2) for name, value in seconds.items()}}


def component_seconds(lines: Iterable[Line]) -> dict[str, float]:
    """Return component -> seconds between "Starting" and "Finished"; components of the same name are summed."""
    started: dict[str, float] = {}
    seconds: dict[str, float] = {}
    for at, line in lines:
        step = _STEP.search(line)
        if step is None:
            continue
        kind, name = step.groups()
        if kind.startswith("Starting"):
            started[name] = at
        elif name in started:
            seconds[name] = seconds.get(name, 0.0) + at - started.pop(name)
    return seconds


def _class_names(entries: Iterable[dict[str, Any]]) -> set[str]:
    return {entry["name"].rsplit(".", 1)[-1] for entry in entries}
