"""Folders to train and serve in: copies of the project, so that a run neither disturbs it nor sees it change."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_CONFIG = Path(__file__).with_name("default_config.yml")

ADVISE_FOR = "2026-11-22"
"""The day to advise for: fixed, so that the scripted conversation has the same turns whenever it is measured."""

_COPIED = ("bot", "actions", "data", "domain.yml", "config.yml", "endpoints.yml", "credentials.yml")
_IN_PROCESS = "in-process:actions"


def copy_project(folder: Path) -> Path:
    """Copy what an assistant is made of into ``folder``, once: a run that is taken up again finds the same state."""
    if not folder.exists():
        half = folder.with_name(f"{folder.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for name in _COPIED:
            copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
            copy(PROJECT / name, half / name)
        half.rename(folder)
    return folder


def make_assistant(source: Path, folder: Path, config: Path | None = None, models: Path | None = None) -> Path:
    """Make the folder of one assistant.

    Args:
        source: a copy of the project.
        folder: replaced when it is there.
        config: takes the place of config.yml.
        models: trained models to put in.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
    if config is not None:
        shutil.copy(config, folder / "config.yml")
    if models is not None:
        shutil.copytree(models, folder / "models")
    (folder / "models").mkdir(exist_ok=True)
    return folder


def reach_actions_over_http(folder: Path, port: int) -> None:
    """Point a copy to an action server, as Rasa projects have it by default."""
    endpoints = folder / "endpoints.yml"
    text = endpoints.read_text(encoding="utf-8")
    if _IN_PROCESS not in text:
        raise ValueError(f"endpoints.yml does not name {_IN_PROCESS} any more; change benchmarks/workspace.py with it.")
    endpoints.write_text(text.replace(_IN_PROCESS, f"http://127.0.0.1:{port}/webhook"), encoding="utf-8")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the environment of a process in ``folder``: ``bot`` and ``actions`` come from there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ADVISOR_")}
    ours = {
        "PYTHONPATH": str(folder),
        "PYTHONWARNINGS": "ignore",
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(folder / "cache"),
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "ADVISOR_PREVIEW_DATE": ADVISE_FOR,
    }
    return {**kept, **ours, **more}


def trained_model(folder: Path) -> Path | None:
    """Return the model in a copy, if there is one."""
    return next(iter(sorted((folder / "models").glob("*.tar.gz"))), None)
