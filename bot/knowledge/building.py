"""From checked entries to what the engine reasons over."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

from bot.advice.model import Circumstance, Evidence, Knowledge, Notice, Period, Remark, Rule, Task, Way
from bot.knowledge.schema.beside_tasks import NoticeEntry
from bot.knowledge.schema.parts import Fact
from bot.knowledge.schema.tasks import CircumstanceEntry, RuleEntry, TaskFile

Catalogues = Mapping[str, Mapping[str, Any]]


def build_knowledge(tasks: Mapping[str, TaskFile], catalogues: Catalogues) -> Knowledge:
    """Turn all entries into engine data."""
    return Knowledge(
        tasks={name: build_task(task, catalogues) for name, task in sorted(tasks.items())},
        notices=tuple(notice for name, entry in catalogues["notices"].items() for notice in _build_notice(name, entry)),
        remarks=tuple(
            Remark(
                name,
                _when(entry.when),
                period_of(entry),
                evidence_of(entry),
                tuple(entry.not_for),
                tuple(entry.unless_said),
            )
            for name, entry in catalogues["remarks"].items()
        ),
    )


def build_task(task: TaskFile, catalogues: Catalogues) -> Task:
    """Turn a task file into engine data; catalogue facts it uses come along."""
    shared = {**catalogues["documents"], **catalogues["forms"]}
    own = {**task.deadlines, **task.cautions}
    return Task(
        id=task.task,
        circumstances=tuple(
            build_circumstance(name, catalogues["circumstances"][name], asked=name in task.circumstances)
            for name in task.all_circumstances
        ),
        rules=tuple(_build_rule(rule) for rule in task.decision),
        ways={
            key: Way(key, way.way, tuple(way.needs), period_of(way), evidence_of(way), _when(way.not_if))
            for key, way in task.ways.items()
        },
        known=Period(task.known.from_, task.known.until),
        recheck_days=task.recheck_days,
        evidence={name: evidence_of(fact) for name, fact in {**shared, **own}.items()},
        remarks=tuple(
            Remark(name, _when(entry.when), period_of(entry), evidence_of(entry))
            for name, entry in task.remarks.items()
        ),
    )


def build_circumstance(name: str, entry: CircumstanceEntry, asked: bool = True) -> Circumstance:
    """Turn a circumstance entry into engine data."""
    implies: Dict[str, Mapping[str, str]] = {value: dict(v.implies) for value, v in entry.values.items() if v.implies}
    return Circumstance(name, tuple(entry.values), implies, asked)


def period_of(fact: Fact) -> Period:
    """Return the days on which a fact holds."""
    return Period(fact.from_, _end(fact.until))


def evidence_of(fact: Fact) -> Evidence:
    """Return what stands behind a fact."""
    return Evidence(tuple(fact.sources), fact.certainty, fact.checked)


def _end(until: Union[date, str]) -> Optional[date]:
    return until if isinstance(until, date) else None


def _when(when: Mapping[str, Union[str, List[str]]]) -> Dict[str, Tuple[str, ...]]:
    return {name: (given,) if isinstance(given, str) else tuple(given) for name, given in when.items()}


def _build_rule(rule: RuleEntry) -> Rule:
    return Rule(
        id=rule.rule,
        when=_when(rule.when),
        period=period_of(rule),
        visit_need=rule.visit_need,
        ways=tuple(rule.ways),
        evidence=evidence_of(rule),
        documents=tuple(rule.documents),
        forms=tuple(rule.forms),
        deadlines=tuple(rule.deadlines),
        cautions=tuple(rule.cautions),
        notices=tuple(rule.notices),
    )


def _build_notice(name: str, entry: NoticeEntry) -> List[Notice]:
    return [
        Notice(name, period_of(version), entry.attach, evidence_of(version), entry.recheck_days)
        for version in entry.versions
    ]
