"""The figures as tables, plain or in Markdown. Numbers only: no message of a table is ever shown."""

from __future__ import annotations

from typing import Any, Callable, NamedTuple

from benchmarks.figures import percentile
from benchmarks.privacy.figures import ALL, Figures
from benchmarks.privacy.measures import Share
from bot.privacy.messages import Row

OURS = "ours"
LANGUAGES = {ALL: "all languages", "en": "English", "es": "Spanish", "fr": "French"}
TITLES = {
    "tuned": "Tuned tables (our rules were made with these in sight)",
    "learnt": "Learnt tables (our tagger has learnt from these)",
    "fresh": "Fresh table (nothing was made or learnt with it in sight)",
    "newest": "Newest fresh table, the hardest (nothing was made or learnt with it in sight)",
}


class Section(NamedTuple):
    """A title and a table under it, whose first row is the head."""

    title: str
    table: list[list[str]]


def sections(
    rows: dict[str, list[Row]], results: dict[str, dict[str, Figures]], tools: dict[str, dict[str, Any]]
) -> list[Section]:
    """Lay out everything: for each set of tables the overall figures, then recall by kind of identifier."""
    made = []
    for name, by_tool in results.items():
        title = f"{TITLES[name]}: {len(rows[name])} messages"
        heads = [_head(tool, tools[tool]["version"]) for tool in by_tool]
        made.append(Section(title, [["", *heads], *_overall(list(by_tool.values()))]))
        made.append(Section("Recall by kind", [["kind", "entries", *heads], *_by_kind(list(by_tool.values()))]))
    return made


def footnotes(facts: dict[str, Any]) -> list[str]:
    """Say where the figures come from, and what in them no tool can help."""
    parts = [
        f"{_head(tool, about['version'])}: {', '.join(about['parts'])}."
        for tool, about in facts["tools"].items()
        if about["parts"]
    ]
    impossible = " and ".join(f"{count} in the {name}" for name, count in facts["cannot_go"].items())
    return [
        f"Measured {facts['date']}: {facts['system']}, load average at the start {facts['load']}.",
        f"Hidden entries whose letters stand elsewhere in the same message, so that they count as missed whatever a tool does: {impossible}.",
        *parts,
    ]


def as_markdown(made: list[Section], notes: list[str]) -> str:
    """Return sections and notes in Markdown."""
    lines = []
    for title, table in made:
        level = "###" if title.startswith("Recall") else "##"
        marks = ["---", *["---:"] * (len(table[0]) - 1)]
        lines += [f"{level} {title}", "", *(f"| {' | '.join(row)} |" for row in (table[0], marks, *table[1:])), ""]
    return "\n".join([*lines, "\n\n".join(notes)])


def as_text(made: list[Section], notes: list[str]) -> str:
    """Return sections and notes in columns."""
    lines = []
    for title, table in made:
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines += [title, *("  ".join(map(str.ljust, row, widths)).rstrip() for row in table), ""]
    return "\n".join([*lines, *notes])


def _head(tool: str, version: str) -> str:
    return "this assistant" if tool == OURS else f"{tool} {version}"


def _overall(tools: list[Figures]) -> list[list[str]]:
    def row(title: str, cell: Callable[[Figures], str]) -> list[str]:
        return [title, *map(cell, tools)]

    def by_language(title: str, shares: Callable[[Figures], dict[str, Share]]) -> list[list[str]]:
        return [
            [f"{title}, {language}", *(_share(shares(one)[code]) for one in tools)]
            for code, language in LANGUAGES.items()
        ]

    return [
        *by_language("recall", lambda one: one.gone),
        row("... 95 % interval", lambda one: _interval(one.gone[ALL])),
        *by_language("nothing left over", lambda one: one.wholly_gone),
        *by_language("kept", lambda one: one.kept),
        row("messages without identifiers unchanged", lambda one: _share(one.untouched[ALL])),
        row("time for a message, median, µs", lambda one: _time(one, 0.5)),
        row("time for a message, p95, µs", lambda one: _time(one, 0.95)),
        row("messages at which the tool failed", lambda one: str(one.errors)),
    ]


def _by_kind(tools: list[Figures]) -> list[list[str]]:
    """List the kinds, the commonest first."""
    totals = {kind: share.total for kind, share in tools[0].gone_by_kind.items()} if tools else {}
    return [
        [kind, str(total), *(_share(one.gone_by_kind[kind]) for one in tools)]
        for kind, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    ]


def _share(share: Share) -> str:
    return f"{100 * share.hits / share.total:.1f} % ({share.hits}/{share.total})" if share.total else "-"


def _interval(share: Share) -> str:
    low, high = share.interval()
    return f"{100 * low:.1f}-{100 * high:.1f} %"


def _time(one: Figures, share: float) -> str:
    return f"{percentile(one.microseconds, share):,.0f}" if one.microseconds else "-"
