"""How much knowledge there is, how well it is founded, and how old it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Dict, List, Mapping

from bot.advice.proof import prove
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Fact
from bot.knowledge.walking import walk

OFFICIAL = ("official", "official_copy", "official_old")
"""Grades of sources whose text is the agency's own, be it read on a copy or dated."""


@dataclass(frozen=True)
class Figures:
    """Counts over all knowledge.

    Attributes:
        tasks, rules, claims, sources: how many there are.
        visit_needs: visit need -> rules.
        dated_intervals: tasks x intervals between rule changes.
        combinations: combinations of circumstances and dated intervals, each decided by exactly one rule.
        sources_by_grade: grade -> sources.
        facts: statements with sources, of all kinds.
        officially_founded: those with an official source among theirs.
        oldest_check: the longest ago that a fact was checked.
        newest_source: the latest date of publication.
    """

    tasks: int
    rules: int
    claims: int
    sources: int
    visit_needs: Mapping[str, int]
    dated_intervals: int
    combinations: int
    sources_by_grade: Mapping[str, int]
    facts: int
    officially_founded: int
    oldest_check: date
    newest_source: str

    def lines(self) -> List[str]:
        """Return the figures as lines of text."""
        needs = ", ".join(f"{name} {count}" for name, count in self.visit_needs.items())
        grades = ", ".join(f"{name} {count}" for name, count in self.sources_by_grade.items())
        return [
            f"{self.tasks} tasks, {self.rules} rules ({needs})",
            f"{self.dated_intervals} dated intervals; {self.combinations} combinations of circumstances and dated "
            "intervals, each decided by exactly one rule",
            f"{self.claims} claims",
            f"{self.sources} sources ({grades})",
            f"{self.facts} facts, {100 * self.officially_founded / self.facts:.0f} % with an official source",
            f"oldest check {self.oldest_check}, newest source {self.newest_source}",
        ]


def figures(base: KnowledgeBase) -> Figures:
    """Count."""
    proofs = [prove(task) for task in base.engine.tasks.values()]
    everything = [*base.tasks.values(), *base.catalogues.values()]
    facts = [entry for _, entry in walk(everything) if isinstance(entry, Fact)]
    official = {name for name, source in base.sources.items() if source.grade in OFFICIAL}
    rules = [rule for task in base.engine.tasks.values() for rule in task.rules]
    return Figures(
        tasks=len(base.tasks),
        rules=len(rules),
        claims=len(base.claims),
        sources=len(base.sources),
        visit_needs=_counted(rule.visit_need.value for rule in rules),
        dated_intervals=sum(proof.intervals for proof in proofs),
        combinations=sum(proof.combinations for proof in proofs),
        sources_by_grade=_counted(source.grade for source in base.sources.values()),
        facts=len(facts),
        officially_founded=sum(1 for fact in facts if official & set(fact.sources)),
        oldest_check=min(fact.checked for fact in facts),
        newest_source=max(source.published[:10] for source in base.sources.values() if source.published[:1] == "2"),
    )


def _counted(names: Any) -> Dict[str, int]:
    return dict(Counter(names).most_common())
