"""Cases: the combinations of circumstances a task has to answer, and the intervals between rule changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Dict, Iterator, List, Mapping, Sequence, Tuple

from bot.advice.model import Circumstance, Period, Task

Case = Mapping[str, str]


def possible(circumstances: Sequence[Circumstance], case: Case) -> bool:
    """Tell whether no value in ``case`` contradicts what another value implies."""
    for circumstance in circumstances:
        required = circumstance.implies.get(case[circumstance.id], {})
        if any(case.get(name, value) != value for name, value in required.items()):
            return False
    return True


def all_cases(circumstances: Sequence[Circumstance]) -> Iterator[Dict[str, str]]:
    """Yield every possible case with all circumstances known, in a fixed order."""
    names = [circumstance.id for circumstance in circumstances]
    for values in product(*(circumstance.values for circumstance in circumstances)):
        case = dict(zip(names, values, strict=True))
        if possible(circumstances, case):
            yield case


def matching_cases(circumstances: Sequence[Circumstance], known: Case) -> List[Dict[str, str]]:
    """Return the possible cases that agree with what is known; never empty.

    When two stated facts contradict each other (a code, but no account), the one that would need the
    other is set aside: the answer then counts on less, not on more.
    """
    kept = _without_contradictions(circumstances, known)
    names = [circumstance.id for circumstance in circumstances]
    choices = [(kept[c.id],) if c.id in kept else c.values for c in circumstances]
    cases = [dict(zip(names, values, strict=True)) for values in product(*choices)]
    return [case for case in cases if possible(circumstances, case)] or list(all_cases(circumstances))


def _without_contradictions(circumstances: Sequence[Circumstance], known: Case) -> Dict[str, str]:
    kept = dict(known)
    for circumstance in circumstances:
        required = circumstance.implies.get(kept.get(circumstance.id, ""), {})
        if any(name in kept and kept[name] != value for name, value in required.items()):
            del kept[circumstance.id]
    return kept


def intervals(task: Task) -> Tuple[Period, ...]:
    """Cut the task's known period wherever a rule starts or ends."""
    cuts = {task.known.start}
    for rule in task.rules:
        cuts.add(rule.period.start)
        if rule.period.end is not None:
            cuts.add(rule.period.end + timedelta(days=1))
    starts = sorted(cut for cut in cuts if task.known.covers(cut))
    return tuple(Period(start, _end_before(starts, index, task.known)) for index, start in enumerate(starts))


def _end_before(starts: Sequence[date], index: int, known: Period) -> "date | None":
    if index + 1 < len(starts):
        return starts[index + 1] - timedelta(days=1)
    return known.end
