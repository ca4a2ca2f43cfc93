"""The end-to-end stories, told by ``rasa test core --e2e``: message, intent, entities and actions by the rules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

from bot.config import PROJECT

STORIES = PROJECT / "tests" / "stories"


def _count(folder: Path) -> int:
    return sum(len(yaml.safe_load(file.read_text("utf-8"))["stories"]) for file in folder.glob("test_*.yml"))


def test_no_story_fails(tmp_path):
    # Without --fail-on-prediction-errors, which stops at the first failure: here all that failed are shown.
    command = [sys.executable, "-m", "rasa", "test", "core", "--stories", str(STORIES), "--e2e", "--no-plot"]
    done = subprocess.run(
        [*command, "--out", str(tmp_path)],
        cwd=PROJECT,
        env={**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    report = tmp_path / "story_report.json"
    # Without a model Rasa says so and ends with 0: only the report shows that the stories were told.
    assert done.returncode == 0 and report.exists(), (done.stdout + done.stderr)[-3000:]
    told = json.loads(report.read_text("utf-8"))["conversation_accuracy"]
    failed = (tmp_path / "failed_test_stories.yml").read_text("utf-8")
    assert told["correct"] == told["total"], f"{told['total'] - told['correct']} failed:\n{failed}"
    assert told["total"] == _count(STORIES)
