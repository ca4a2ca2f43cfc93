"""Measures how well this assistant takes identifiers out of messages, and two general tools on the same messages.

presidio-analyzer and scrubadub need newer packages than Rasa allows, so they run in an environment of their own:
``--with`` names its Python. See docs/privacy-benchmark.md. Nothing here passes or fails: the figures are to be read.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import datetime, timezone
from typing import Any, Sequence

from benchmarks.privacy.figures import Figures, figures
from benchmarks.privacy.measures import cannot_go
from benchmarks.privacy.report import OURS, as_markdown, as_text, footnotes, sections
from benchmarks.privacy.tables import FRESH, LEARNT, NEWEST, TUNED
from benchmarks.privacy.worker import NOT_INSTALLED, TOOLS
from benchmarks.report import write_section
from benchmarks.workspace import PROJECT
from bot.privacy.messages import Row, read_rows

PAGE = PROJECT / "docs" / "privacy-benchmark.md"
TABLES = {"tuned": TUNED, "learnt": LEARNT, "fresh": FRESH, "newest": NEWEST}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; with ``--write`` put the figures into the page."""
    options = _options(arguments)
    rows = {name: list(read_rows(paths)) for name, paths in TABLES.items() if options.only in (None, name)}
    results: dict[str, dict[str, Figures]] = {name: {} for name in rows}
    facts = _facts(rows)
    for tool in TOOLS if options.with_python else [OURS]:
        python = sys.executable if tool == OURS else options.with_python
        for name, table in rows.items():
            answered = run_tool(python, tool, table)
            if answered is None:  # not for ours: it is at home here
                print(f"{tool} is not installed there: left out", file=sys.stderr)
                break
            about, answers = answered
            facts["tools"][tool] = about
            results[name][tool] = figures(table, answers)
    show = as_markdown if options.markdown or options.write else as_text
    text = show(sections(rows, results, facts["tools"]), footnotes(facts))
    print(text)
    if options.write:
        write_section(PAGE, text)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.privacy.compare", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--with",
        dest="with_python",
        metavar="PYTHON",
        help="the Python of an environment that has presidio-analyzer and scrubadub; without it only ours is measured",
    )
    parser.add_argument("--only", choices=sorted(TABLES), help="measure on these tables alone")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    parser.add_argument("--write", action="store_true", help=f"put the tables into docs/{PAGE.name}, too")
    return parser.parse_args(arguments)


def run_tool(python: str, tool: str, rows: Sequence[Row]) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
    """Return what the worker says about a tool, and its answer to each row; ``None`` when it is not installed.

    Raises:
        RuntimeError: the worker failed otherwise.
    """
    lines = "".join(json.dumps({"lang": row.lang, "text": row.text}) + "\n" for row in rows)
    ran = subprocess.run(
        [python, "-m", "benchmarks.privacy.worker", tool],
        input=lines,
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    if ran.returncode == NOT_INSTALLED:
        return None
    if ran.returncode:
        raise RuntimeError(f"{tool}: {ran.stderr.strip().splitlines()[-1:]}")
    about, *answers = map(json.loads, ran.stdout.splitlines())
    if len(answers) != len(rows):
        raise RuntimeError(f"{tool}: {len(answers)} answers to {len(rows)} messages")
    return about, answers


def _facts(rows: dict[str, list[Row]]) -> dict[str, Any]:
    """Gather what one must know to read the figures."""
    return {
        "date": datetime.now(timezone.utc).date().isoformat(),
        "system": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "load": f"{os.getloadavg()[0]:.1f}",
        "cannot_go": {
            name: sum(cannot_go(hidden, row.text) for row in table for hidden in row.hidden)
            for name, table in rows.items()
        },
        "tools": {},
    }


if __name__ == "__main__":
    sys.exit(main())
