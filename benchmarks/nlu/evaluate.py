"""Evaluate the understanding and compare it with the run before: ``make evaluate``.

Writes results/understanding/report.md, report.html, pictures and scores.json. Ends with 1 when macro-F1 on the development split
has dropped by more than two points against benchmarks/nlu/kept_run.json. ``--keep`` makes this run the one to compare with;
``--test`` measures the test split, too: rarely, and never to tune.
"""

from __future__ import annotations

import argparse
import html
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List, Sequence

from benchmarks.nlu import measures, tables
from bot.config import PROJECT
from bot.runtime.quiet import be_quiet

RESULTS = PROJECT / "results" / "understanding"
KEPT = PROJECT / "benchmarks" / "nlu" / "kept_run.json"
DROP_AT_MOST = 2.0
"""Points of macro-F1."""

LABELS = {
    "messages": "messages",
    "right": "right, %",
    "right_or_offered": 'right, or offered by "did you mean", %',
    "asked_without_it": "asked back without it, %",
    "wrong": "wrong and sure, %",
    "detail_right": "finer intent right, where there is one, %",
    "top_choice": "likeliest intent right, %",
    "macro_f1": "macro-F1 of the likeliest intent, %",
    "out_of_scope_recall": "out of scope recognised, %",
    "out_of_scope_not_answered": "out of scope not answered as ours, %",
    "kept_in_scope": "ours not refused, %",
    "calibration_error": "expected calibration error, points",
    "parse_ms_median": "parse, median ms",
    "parse_ms_p95": "parse, 95th percentile ms",
    "two_needs": "messages with two needs",
    "both_found": "both needs found, %",
    "wrong_pair": "split, but a wrong pair, %",
    "look_alikes": "messages that only look like two",
    "look_alikes_split": "of these split, %",
    "stated": "circumstances stated",
    "precision": "circumstances: precision, %",
    "recall": "circumstances: recall, %",
    "messages_all_right": "messages with all circumstances right, %",
}
OTHERS = ("everyday", "special_paths")
"""Tables of tests/dialogue that are measured, too."""

SPEED = ("parse_ms_median", "parse_ms_p95")
"""Figures of the machine, not of the understanding: reported, not compared."""


def evaluate(runner: Any, split: str) -> Dict[str, Any]:
    """Return scores, outcomes and findings of a split."""
    outcomes = runner.outcomes(tables.intents(split))
    needs = runner.needs(tables.two_needs(split))
    circumstances = runner.circumstances(tables.circumstances(split))
    scores = {
        **measures.intent_scores(outcomes),
        **measures.needs_scores(needs),
        **measures.circumstance_scores(circumstances),
    }
    return {"scores": scores, "outcomes": outcomes, "needs": needs, "circumstances": circumstances}


def report(
    found: Dict[str, Dict[str, Any]], kept: Dict[str, Dict[str, float]], others: Dict[str, Sequence[Any]]
) -> str:
    """Return the report as Markdown; ``others`` are outcomes of further tables by name."""
    lines = [
        "# Understanding",
        "",
        "How messages of the evaluation splits are understood by the trained assistant.",
        "",
    ]
    for split, result in found.items():
        lines += _scores_table(split, result["scores"], kept.get(split, {}))
        lines += _per_intent_table(result["outcomes"])
    lines += _other_tables(others)
    development = found[tables.DEVELOPMENT]
    lines += ["## Pictures (development split)", ""]
    for name in ("coverage", "calibration", "out_of_scope", "confusion", "per_intent"):
        lines += [f"![{name}]({name}.png)", ""]
    lines += _errors(development)
    return "\n".join(lines) + "\n"


def _scores_table(split: str, scores: Dict[str, Any], before: Dict[str, float]) -> List[str]:
    lines = [f"## The {split} split", "", "| | now | kept run | change |", "|---|---|---|---|"]
    for name, value in scores.items():
        old = before.get(name)
        change = "" if old is None or name in SPEED else f"{value - old:+.1f}"
        lines.append(f"| {LABELS[name]} | {value:.4g} | {'' if old is None else f'{old:.4g}'} | {change} |")
    return [*lines, ""]


def _other_tables(others: Dict[str, Sequence[Any]]) -> List[str]:
    lines = [
        "## Tables of the dialogue tests",
        "",
        "| table | messages | right | offered | asked | wrong |",
        "|---|---|---|---|---|---|",
    ]
    for name, outcomes in others.items():
        counted = Counter(outcome.result for outcome in outcomes)
        numbers = [counted[result] for result in ("right", "offered", "asked", "wrong")]
        lines.append(f"| {name} | {len(outcomes)} | " + " | ".join(map(str, numbers)) + " |")
    return [*lines, ""]


def _per_intent_table(outcomes: Sequence[Any]) -> List[str]:
    lines = [
        "Weakest intents (by F1 of the likeliest intent):",
        "",
        "| intent | precision | recall | F1 | messages |",
        "|---|---|---|---|---|",
    ]
    for name, precision, recall, f1, count in measures.per_intent(outcomes)[:15]:
        lines.append(f"| {name} | {precision:.0f} | {recall:.0f} | {f1:.0f} | {count} |")
    return [*lines, ""]


def _errors(result: Dict[str, Any]) -> List[str]:
    """Only the development split's errors are listed: nobody should read those of the test split."""
    lines = ["## Wrong and sure (development split)", ""]
    for outcome in result["outcomes"]:
        if outcome.result == "wrong":
            lines.append(
                f"- {outcome.example.intent}, taken for {outcome.taken_for} ({outcome.confidence:.2f}): {outcome.example.text[:200]}"
            )
    lines += ["", "## Two needs not found, or found wrongly (development split)", ""]
    for row, needs in result["needs"]:
        if set(needs) != (set(row.needs) if row.is_two else set()):
            lines.append(f"- {', '.join(row.needs)}; found {', '.join(needs) or 'one'}: {row.text[:200]}")
    lines += ["", "## Circumstances missed or wrong (development split)", ""]
    for row, heard in result["circumstances"]:
        if heard != row.circumstances:
            lines.append(f"- {_pairs(row.circumstances)}; heard {_pairs(heard)}: {row.text[:200]}")
    return lines


def _pairs(values: Dict[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in sorted(values.items())) or "none"


def as_html(markdown: str) -> str:
    """Return the report as one HTML page; it knows the few kinds of lines that :func:`report` writes."""
    body: List[str] = []
    in_table = False
    for line in markdown.splitlines():
        if line.startswith("|---"):
            continue
        if line.startswith("|"):
            body.append("<table>" if not in_table else "")
            in_table = True
            body.append(
                "<tr>"
                + "".join(f"<td>{html.escape(cell.strip())}</td>" for cell in line.strip("|").split("|"))
                + "</tr>"
            )
            continue
        body.append("</table>" if in_table else "")
        in_table = False
        body.append(_line_as_html(line))
    style = "body{font:15px sans-serif;max-width:60rem;margin:2rem auto}td{border:1px solid #bbb;padding:.2rem .5rem}table{border-collapse:collapse}"
    page = f"<!doctype html><meta charset=utf-8><title>Understanding</title><style>{style}</style>"
    return page + "\n".join(part for part in body if part) + "\n"


def _line_as_html(line: str) -> str:
    if line.startswith("!["):
        name, file = line[2:-1].split("](")
        return f'<p><img src="{file}" alt="{name}">'
    if line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        return f"<h{level}>{html.escape(line.strip('# '))}</h{level}>"
    return f"<p>{html.escape(line)}</p>" if line else ""


def main() -> int:
    """Write the report; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="make this run the one to compare with")
    parser.add_argument("--test", action="store_true", help="measure the test split, too")
    options = parser.parse_args()
    be_quiet()
    from benchmarks.nlu.plots import draw_all
    from benchmarks.nlu.running import Runner

    runner = Runner()
    splits = [tables.DEVELOPMENT, *([tables.TEST] if options.test else [])]
    found = {split: evaluate(runner, split) for split in splits}
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    RESULTS.mkdir(parents=True, exist_ok=True)
    draw_all(found[tables.DEVELOPMENT]["outcomes"], RESULTS)
    others = {name: runner.outcomes(tables.everyday(name)) for name in OTHERS}
    markdown = report(found, kept, others)
    (RESULTS / "report.md").write_text(markdown, encoding="utf-8")
    (RESULTS / "report.html").write_text(as_html(markdown), encoding="utf-8")
    scores = {**kept, **{split: _rounded(result["scores"]) for split, result in found.items()}}
    _write(RESULTS / "scores.json", scores)
    if options.keep:
        _write(KEPT, scores)
    print(
        "\n".join(
            line for split in splits for line in _scores_table(split, found[split]["scores"], kept.get(split, {}))
        )
    )
    print(f"The whole report: {(RESULTS / 'report.html').relative_to(PROJECT)}")
    return _verdict(found[tables.DEVELOPMENT]["scores"]["macro_f1"], kept.get(tables.DEVELOPMENT, {}).get("macro_f1"))


def _verdict(now: float, before: Any) -> int:
    if before is not None and now < before - DROP_AT_MOST:
        print(
            f"Macro-F1 fell from {before:.1f} to {now:.1f}: more than {DROP_AT_MOST} points. Look at the report.",
            file=sys.stderr,
        )
        return 1
    return 0


def _rounded(scores: Dict[str, Any]) -> Dict[str, Any]:
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in scores.items()}


def _write(path: Path, scores: Dict[str, Any]) -> None:
    path.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
