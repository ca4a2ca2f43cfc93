"""Proof of a decision table: every combination of circumstances on every interval is decided by exactly one rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, List, Sequence, Set, Tuple

from bot.advice.cases import Case, all_cases, intervals
from bot.advice.model import Period, Rule, Task


@dataclass(frozen=True)
class Finding:
    """Something wrong with a decision table.

    Attributes:
        rules: ids of the rules concerned; empty when no rule is (a gap).
        message: what is wrong.
        fix: how to mend it.
    """

    rules: Tuple[str, ...]
    message: str
    fix: str


@dataclass(frozen=True)
class Proof:
    """What was proved, and what was found wrong (nothing, when the table is sound)."""

    combinations: int
    intervals: int
    findings: Tuple[Finding, ...]


def prove(task: Task) -> Proof:
    """Enumerate every case on every interval of ``task``."""
    periods = intervals(task)
    cases = list(all_cases(task.circumstances))
    findings: List[Finding] = list(_rules_outside(task)) + list(_ways_outside(task))
    used: Set[str] = set()
    for period in periods:
        in_force = [rule for rule in task.rules if rule.period.covers(period.start)]
        decided = [(case, [rule for rule in in_force if rule.holds_for(case)]) for case in cases]
        used.update(rule.id for _, rules in decided for rule in rules)
        findings += _gaps(period, [case for case, rules in decided if not rules])
        findings += _overlaps(period, [(case, rules) for case, rules in decided if len(rules) > 1])
    findings += _unreachable(task, used)
    return Proof(len(cases) * len(periods), len(periods), tuple(findings))


def _rules_outside(task: Task) -> Iterator[Finding]:
    for rule in task.rules:
        if rule.period.clipped_to(task.known) is None:
            yield Finding(
                (rule.id,),
                f"rule '{rule.id}' lies wholly outside the known period ({spell(task.known)})",
                "correct its dates, or widen 'known' if the sources allow it",
            )


def _ways_outside(task: Task) -> Iterator[Finding]:
    for rule in task.rules:
        in_force = rule.period.clipped_to(task.known)
        for key in rule.ways:
            if in_force and not task.ways[key].period.contains(rule.period):
                yield Finding(
                    (rule.id,),
                    f"rule '{rule.id}' ({spell(rule.period)}) offers the way '{key}', which is open only "
                    f"{spell(task.ways[key].period)}",
                    f"drop '{key}' from the rule, split the rule, or correct the way's dates",
                )


def _gaps(period: Period, cases: Sequence[Case]) -> List[Finding]:
    if not cases:
        return []
    return [
        Finding(
            (),
            f"{spell(period)}: no rule decides {_count(cases)}, for example {_spell_case(cases[0])}",
            "add a rule, widen the 'when' of one, or say so with a rule whose visit_need is 'unclear'",
        )
    ]


def _overlaps(period: Period, cases: Sequence[Tuple[Case, Sequence[Rule]]]) -> List[Finding]:
    by_rules: Dict[Tuple[str, ...], List[Case]] = {}
    for case, rules in cases:
        by_rules.setdefault(tuple(rule.id for rule in rules), []).append(case)
    return [
        Finding(
            ids,
            f"{spell(period)}: rules {' and '.join(ids)} both decide {_count(found)}, "
            f"for example {_spell_case(found[0])}",
            "narrow the 'when' or the dates of one of them",
        )
        for ids, found in by_rules.items()
    ]


def _unreachable(task: Task, used: Set[str]) -> List[Finding]:
    return [
        Finding(
            (rule.id,),
            f"rule '{rule.id}' never decides anything",
            "remove it, or correct its 'when' or its dates",
        )
        for rule in task.rules
        if rule.id not in used and rule.period.clipped_to(task.known) is not None
    ]


def spell(period: Period) -> str:
    """Write a period for an error message."""
    return f"from {period.start} " + (f"until {period.end}" if period.end else "on")


def _count(cases: Sequence[object]) -> str:
    return "1 combination" if len(cases) == 1 else f"{len(cases)} combinations"


def _spell_case(case: Case) -> str:
    return ", ".join(f"{name}={value}" for name, value in case.items()) or "the only case"
