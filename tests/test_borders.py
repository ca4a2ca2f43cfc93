"""The borders of docs/architecture.md: who may import whom, and that a second's work never loads Rasa."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HEAVY = ("rasa", "rasa_sdk", "tensorflow", "sanic", "spacy", "sklearn")


def test_the_import_contracts_are_kept(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--cache-dir", str(tmp_path)]
    found = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "0 broken" in found.stdout
    for contract in ("never import Rasa", "standard library only", "privacy stands alone", "actions are thin"):
        assert contract in found.stdout


def test_nothing_heavy_is_loaded() -> None:
    """Not even by the staff command: it would be slow, and bound to Rasa's Python."""
    modules = (
        "bot.advice, bot.advice.proof, bot.knowledge, bot.knowledge.searching, bot.knowledge.state, bot.knowledge.editors, "
        "bot.replies.advice_reply, bot.replies.fixed, bot.replies.notices, "
        "bot.privacy.redact, bot.privacy.tokens, bot.privacy.logs, bot.cli.main"
    )
    code = f"import sys, {modules}\nprint(sorted({set(HEAVY)!r} & set(sys.modules)))"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.strip() == "[]"


def test_the_engine_loads_nothing_but_the_standard_library() -> None:
    code = (
        "import sys\nbefore = set(sys.modules)\nimport bot.advice.engine, bot.advice.proof\n"
        "new = {name.split('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(new - set(sys.stdlib_module_names) - {'bot'}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.strip() == "[]"
