"""Pages on the knowledge, one a task, for people who check what the assistant says (docs/knowledge/)."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, List, Mapping, Sequence, Union

from bot.advice.cases import intervals
from bot.handbook.figures import figures
from bot.handbook.graph import mermaid
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Fact, Statement
from bot.knowledge.schema.tasks import RuleEntry, TaskFile

MADE = "<!-- Made from data/knowledge by `advisor docs`. Change the data, not this page. -->"


def pages(base: KnowledgeBase) -> Dict[str, str]:
    """Return file name -> page. What is drawn is the last stretch of each task's known days."""
    found = {f"{name}.md": task_page(base, name) for name in sorted(base.tasks)}
    found["claims.md"] = _claims_page(base)
    found["services.md"] = _services_page(base)
    found["README.md"] = _index(base)
    return found


def write_pages(base: KnowledgeBase, folder: Path) -> List[Path]:
    """Write all pages, and remove those of tasks that are gone; return the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages(base)
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in wanted]


def _index(base: KnowledgeBase) -> str:
    rows = [
        [f"[{name}]({name}.md)", task.title.en.text, _needs_now(base, name), str(len(task.decision)), _oldest(task)]
        for name, task in sorted(base.tasks.items())
    ]
    return _page(
        "# What the assistant knows",
        "One page a task: its decision table, words, sources and dates. "
        "[What people have heard](claims.md) and [outages of the past](services.md) have pages of their own.",
        *[f"- {line}" for line in figures(base).lines()],
        "",
        table(["task", "plain name", "visit need now", "rules", "oldest check"], rows),
    )


def _needs_now(base: KnowledgeBase, name: str) -> str:
    last = intervals(base.engine.tasks[name])[-1].start
    needs = [rule.visit_need.value for rule in base.engine.tasks[name].rules if rule.period.covers(last)]
    return ", ".join(dict.fromkeys(needs))


def _oldest(task: TaskFile) -> str:
    return str(min(rule.checked for rule in task.decision))


def task_page(base: KnowledgeBase, name: str) -> str:
    """Return the page of one task."""
    task = base.tasks[name]
    last = intervals(base.engine.tasks[name])[-1].start
    return _page(
        f"# {task.title.en.text}",
        f"`{name}` · known from {task.known.from_} until {task.known.until} · to be checked again every "
        f"{task.recheck_days} days · [data](../../data/knowledge/tasks/{name}.yml)",
        f"People also say: {', '.join(task.also_called.en)}." if task.also_called.en else "",
        f"## What is asked and answered from {last} on",
        "```mermaid\n" + mermaid(base, name, last) + "```",
        *_circumstances(base, task),
        "## Decision table",
        table(
            ["rule", "days", "when", "visit need", "we say", "ways, best first", "certainty", "sources"],
            [_rule_row(rule) for rule in task.decision],
        ),
        "## Ways",
        *_statements((f"{key} ({way.way})", way) for key, way in task.ways.items()),
        *_section("Deadlines", task.deadlines),
        *_section("Cautions", task.cautions),
        *_section("Remarks", task.remarks),
        *_section("Papers", _used(base, task, "documents")),
        *_section("Forms", _used(base, task, "forms")),
        "## Sources",
        table(
            ["id", "title", "publisher", "published", "checked", "grade", "shown"],
            [
                [
                    s,
                    f"[{e.title}]({e.url})",
                    e.publisher,
                    e.published,
                    str(e.checked),
                    e.grade,
                    "yes" if e.shown else "no",
                ]
                for s, e in ((s, base.sources[s]) for s in _sources(base, task))
            ],
        ),
    )


def _circumstances(base: KnowledgeBase, task: TaskFile) -> List[str]:
    asked = [f"- {base.circumstances[name].ask.en.text} (`{name}`)" for name in task.circumstances]
    said = [f"- `{name}`: {base.circumstances[name].label.en.text}" for name in task.only_if_said]
    found = ["Asked when it changes the answer, one at a time:", "\n".join(asked)] if asked else []
    return [*found, *(["Counts when the person says it, never asked:", "\n".join(said)] if said else [])]


def _rule_row(rule: RuleEntry) -> List[str]:
    when = "; ".join(
        f"{name} = {given if isinstance(given, str) else ' or '.join(given)}" for name, given in rule.when.items()
    )
    return [
        rule.rule,
        _days(rule),
        when or "always",
        f"**{rule.visit_need.value}**",
        rule.say.en.text,
        ", ".join(rule.ways),
        rule.certainty.value,
        ", ".join(rule.sources),
    ]


def _days(fact: Fact) -> str:
    return f"{fact.from_} to {fact.until}" if fact.until != "open" else f"from {fact.from_}"


def _used(base: KnowledgeBase, task: TaskFile, part: str) -> Mapping[str, Statement]:
    names = dict.fromkeys(name for rule in task.decision for name in getattr(rule, part))
    return {name: base.catalogues[part][name] for name in names}


def _section(title: str, entries: Mapping[str, Statement]) -> List[str]:
    return [f"## {title}", *_statements(entries.items())] if entries else []


def _statements(entries: "Iterable[tuple[str, Statement]]") -> List[str]:
    lines = []
    for name, entry in entries:
        by_text = f" (by text message: {entry.say.en.sms})" if entry.say.en.sms else ""
        lines.append(
            f"- **{name}**, {_days(entry)}, {entry.certainty.value}, checked {entry.checked}, {', '.join(entry.sources)}: "
            f"{entry.say.en.text}{by_text}"
        )
    return ["\n".join(lines)]


def _sources(base: KnowledgeBase, task: TaskFile) -> List[str]:
    facts: List[Fact] = [*task.decision, *task.ways.values(), *task.deadlines.values(), *task.cautions.values()]
    facts += [*task.remarks.values(), *_used(base, task, "documents").values(), *_used(base, task, "forms").values()]
    return list(dict.fromkeys(source for fact in facts for source in fact.sources))


def _services_page(base: KnowledgeBase) -> str:
    blocks = []
    for service in base.services.values():
        rows = [
            [_days(entry), entry.say.en.text, entry.certainty.value, ", ".join(entry.sources)]
            for entry in service.history
        ]
        blocks += [f"## {service.name.en.text}", f"While it is down we say: {service.down.en.text}"]
        blocks.append(table(["days", "what happened", "certainty", "sources"], rows))
    return _page("# Outages and faults of the past", *blocks)


def _claims_page(base: KnowledgeBase) -> str:
    rows = [
        [claim.title.en.text, f"**{claim.verdict}**", _days(claim), claim.say.en.text, ", ".join(claim.sources)]
        for claim in base.claims.values()
    ]
    return _page("# What people have heard", table(["claim", "verdict", "days", "we say", "sources"], rows))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _page(*blocks: Union[str, None]) -> str:
    return "\n\n".join([MADE, *(block for block in blocks if block)]) + "\n"
