"""The engine: from a task, what is known of the person's situation and a day, to advice.

Deterministic, total over valid input, without input or output. The rules themselves are data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, FrozenSet, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from bot.advice.cases import Case, matching_cases
from bot.advice.errors import UnknownName
from bot.advice.model import (
    MAX_QUESTIONS,
    UNKNOWN,
    Advice,
    Certainty,
    Coverage,
    Evidence,
    Item,
    Knowledge,
    Notice,
    OfferedNotice,
    OfferedWay,
    Remark,
    Rule,
    ServiceState,
    Task,
    VisitNeed,
    is_stale,
)

Services = Mapping[str, ServiceState]
Decision = Tuple[VisitNeed, Tuple[str, ...]]

_WEAKEST_FIRST = (
    Certainty.CONFLICTING,
    Certainty.INFERRED,
    Certainty.ALLEGED,
    Certainty.REPORTED,
    Certainty.GUIDANCE,
    Certainty.COURT,
    Certainty.OFFICIAL,
)


def advise(
    knowledge: Knowledge,
    task: str,
    circumstances: Mapping[str, str],
    on: date,
    services: Optional[Services] = None,
) -> Advice:
    """Compute the advice for a task.

    Args:
        knowledge: tasks and notices, proved by :mod:`bot.advice.proof` when they were loaded.
        task: task id.
        circumstances: circumstance -> value; leave out what was never asked, use ``unknown`` for "not sure"
            and "rather not say" (it is then not asked again). Circumstances of other tasks are allowed and ignored.
        on: the day for which to advise.
        services: service -> state now; a service left out is up.

    Raises:
        UnknownName: no such task, or no such value of one of the task's circumstances.
    """
    found = _find_task(knowledge, task)
    given = _given(found, circumstances)
    if not found.known.covers(on):
        return _outside(found, given, on)
    known = {name: value for name, value in given.items() if value != UNKNOWN}
    outcomes = _outcomes(found, known, on)
    return _merge(knowledge, found, outcomes, given, on, services or {}, _general(knowledge, task, circumstances, on))


def _find_task(knowledge: Knowledge, task: str) -> Task:
    if task not in knowledge.tasks:
        raise UnknownName("task", task, knowledge.tasks)
    return knowledge.tasks[task]


def _given(task: Task, circumstances: Mapping[str, str]) -> Dict[str, str]:
    given = {}
    for circumstance in task.circumstances:
        value = circumstances.get(circumstance.id)
        if value is None:
            continue
        if value != UNKNOWN and value not in circumstance.values:
            raise UnknownName(f"value of {circumstance.id}", value, (*circumstance.values, UNKNOWN))
        given[circumstance.id] = value
    return given


@dataclass(frozen=True)
class Outcome:
    """What a case leads to: the rule that decides it, and those of the rule's ways that are open in it."""

    case: Case
    rule: Rule
    ways: Tuple[str, ...]

    @property
    def decision(self) -> Decision:
        """The part of an outcome worth a question: the visit need and the ways."""
        return self.rule.visit_need, self.ways


def _outcomes(task: Task, known: Case, on: date) -> Tuple[Outcome, ...]:
    in_force = [rule for rule in task.rules if rule.period.covers(on)]
    outcomes = []
    for case in matching_cases(task.circumstances, known):
        rule = next(rule for rule in in_force if rule.holds_for(case))
        open_ways = tuple(key for key in rule.ways if not task.ways[key].closed_for(case))
        outcomes.append(Outcome(case, rule, open_ways))
    return tuple(outcomes)


def _distinct(rules: Iterable[Rule]) -> Tuple[Rule, ...]:
    return tuple({rule.id: rule for rule in rules}.values())


# --- the next question -------------------------------------------------------------------------------------------


def _next_question(task: Task, given: Mapping[str, str], outcomes: Sequence[Outcome]) -> Optional[str]:
    """Name the unasked circumstance that narrows the outcomes most, or ``None`` when answering is better."""
    askable = [c.id for c in task.circumstances if c.asked]
    if sum(name in given for name in askable) >= MAX_QUESTIONS:
        return None
    unasked = [name for name in askable if name not in given]
    answers = _answers_by_case(unasked, outcomes)
    useful = [place for place in range(len(unasked)) if _matters(place, answers)]
    scored = [(_left_open(place, answers), place) for place in useful]
    return unasked[min(scored)[1]] if scored else None


Answers = Mapping[Tuple[str, ...], FrozenSet[Decision]]


def _answers_by_case(names: Sequence[str], outcomes: Sequence[Outcome]) -> Answers:
    """Return, for each combination of what can still be asked, all that would then be possible.

    What only counts when it is said unasked is not told apart here: no question can settle it.
    """
    answers: Dict[Tuple[str, ...], FrozenSet[Decision]] = {}
    for outcome in outcomes:
        key = tuple(outcome.case[name] for name in names)
        answers[key] = answers.get(key, frozenset()) | {outcome.decision}
    return answers


def _matters(place: int, answers: Answers) -> bool:
    """Tell whether the circumstance at ``place`` changes the answer in some situation."""
    groups: Dict[Tuple[str, ...], Set[FrozenSet[Decision]]] = {}
    for case, answer in answers.items():
        groups.setdefault((*case[:place], *case[place + 1 :]), set()).add(answer)
    return any(len(found) > 1 for found in groups.values())


def _left_open(place: int, answers: Answers) -> float:
    """How many answers stay open on average once the circumstance at ``place`` is known."""
    groups: Dict[str, List[FrozenSet[Decision]]] = {}
    for case, answer in answers.items():
        groups.setdefault(case[place], []).append(answer)
    return sum(len(group) * len(set(group)) for group in groups.values()) / len(answers)


# --- merging the outcomes that are still possible ----------------------------------------------------------------


def weakest_common_need(needs: Set[VisitNeed]) -> VisitNeed:
    """Return what can be said of the visit whichever of ``needs`` turns out right."""
    if len(needs) == 1:
        return next(iter(needs))
    if needs == {VisitNeed.NO_VISIT, VisitNeed.USUALLY_NO_VISIT}:
        return VisitNeed.USUALLY_NO_VISIT
    return VisitNeed.VISIT_MAY_BE_NEEDED


def consistent(partial: VisitNeed, full: VisitNeed) -> bool:
    """Tell whether ``full`` could follow after ``partial`` was said, without taking anything back."""
    if partial is VisitNeed.VISIT_MAY_BE_NEEDED:
        return True
    if partial is VisitNeed.USUALLY_NO_VISIT:
        return full in (VisitNeed.NO_VISIT, VisitNeed.USUALLY_NO_VISIT)
    return partial is full


def _merge(
    knowledge: Knowledge,
    task: Task,
    outcomes: Tuple[Outcome, ...],
    given: Mapping[str, str],
    on: date,
    services: Services,
    general: Tuple[Remark, ...],
) -> Advice:
    rules = _distinct(outcome.rule for outcome in outcomes)
    ways = _rank_ways(task, outcomes, services)
    remarks = (*_remarks(task, outcomes, on), *general)
    items = {part: _merge_items([getattr(rule, part) for rule in rules]) for part in _PARTS}
    evidence = [*_evidence_used(task, rules, ways, items), *(remark.evidence for remark in remarks)]
    checked = min(fact.checked for fact in evidence)
    return Advice(
        task=task.id,
        on=on,
        coverage=Coverage.KNOWN,
        visit_need=weakest_common_need({rule.visit_need for rule in rules}),
        rules=tuple(rule.id for rule in rules),
        ways=ways,
        remarks=tuple(remark.id for remark in remarks),
        notices=_attach_notices(knowledge.notices, rules, ways, on),
        sources=_distinct_sources(evidence),
        certainty=min((rule.evidence.certainty for rule in rules), key=_WEAKEST_FIRST.index),
        checked=checked,
        stale=is_stale(checked, task.recheck_days, on),
        next_question=_next_question(task, given, outcomes),
        depends_on=_depends_on(task, given, outcomes),
        circumstances=tuple(sorted(given.items())),
        **items,
    )


def _remarks(task: Task, outcomes: Sequence[Outcome], on: date) -> Tuple[Remark, ...]:
    """Return what is worth saying now because it holds in every case still possible."""
    return tuple(
        remark
        for remark in task.remarks
        if remark.period.covers(on) and all(remark.holds_for(o.case) for o in outcomes)
    )


def _general(knowledge: Knowledge, task: str, said: Mapping[str, str], on: date) -> Tuple[Remark, ...]:
    """Return the remarks for every task that fit what was said; nothing is asked for their sake."""
    return tuple(
        remark
        for remark in knowledge.remarks
        if task not in remark.not_for
        and remark.period.covers(on)
        and remark.holds_for(said)
        and not any(name in said for name in remark.unless_said)
    )


_PARTS = ("documents", "forms", "deadlines", "cautions")


def _rank_ways(task: Task, outcomes: Sequence[Outcome], services: Services) -> Tuple[OfferedWay, ...]:
    """Merge the rankings; ways that a service outage blocks go to the end, none is dropped.

    Office visits come last, unless a visit is needed whatever is still unknown.
    """
    rankings = tuple(dict.fromkeys(outcome.ways for outcome in outcomes))
    best: Dict[str, Tuple[int, int]] = {}
    for order, ranking in enumerate(rankings):
        for position, key in enumerate(ranking):
            best[key] = min(best.get(key, (position, order)), (position, order))
    office_last = any(outcome.rule.visit_need is not VisitNeed.VISIT_NEEDED for outcome in outcomes)
    in_order = sorted(best, key=lambda key: (office_last and task.ways[key].in_person, best[key]))
    offers = []
    for key in in_order:
        way = task.ways[key]
        hindered = tuple(
            (name, services[name]) for name in way.needs if services.get(name, ServiceState.UP) is not ServiceState.UP
        )
        sure = all(key in ranking for ranking in rankings)
        offers.append(OfferedWay(key=key, channel=way.channel, rank=0, sure=sure, hindered_by=hindered))
    offers.sort(key=lambda offer: offer.blocked)
    return tuple(
        OfferedWay(offer.key, offer.channel, rank, offer.sure, offer.hindered_by)
        for rank, offer in enumerate(offers, start=1)
    )


def _merge_items(parts: Sequence[Tuple[str, ...]]) -> Tuple[Item, ...]:
    names = dict.fromkeys(name for part in parts for name in part)
    return tuple(Item(name, all(name in part for part in parts)) for name in names)


def _evidence_used(
    task: Task, rules: Sequence[Rule], ways: Sequence[OfferedWay], items: Mapping[str, Sequence[Item]]
) -> List[Evidence]:
    evidence = [rule.evidence for rule in rules]
    evidence += [task.ways[way.key].evidence for way in ways]
    evidence += [task.evidence[item.id] for part in _PARTS for item in items[part] if item.id in task.evidence]
    return evidence


def _distinct_sources(evidence: Iterable[Evidence]) -> Tuple[str, ...]:
    return tuple(dict.fromkeys(source for fact in evidence for source in fact.sources))


def _depends_on(task: Task, given: Mapping[str, str], outcomes: Sequence[Outcome]) -> Tuple[str, ...]:
    """Name the open circumstances that change the answer in some situation."""
    names = [c.id for c in task.circumstances if given.get(c.id, UNKNOWN) == UNKNOWN]
    answers = _answers_by_case(names, outcomes)
    return tuple(name for place, name in enumerate(names) if _matters(place, answers))


# --- notices -----------------------------------------------------------------------------------------------------


def _attach_notices(
    notices: Sequence[Notice], rules: Sequence[Rule], ways: Sequence[OfferedWay], on: date
) -> Tuple[OfferedNotice, ...]:
    """Attach notices by the ways and the rules alone: nothing about the person can select one."""
    in_person = any(way.channel == "office" for way in ways)
    named = {name for rule in rules for name in rule.notices}
    return tuple(
        OfferedNotice(n.id, n.evidence.certainty, n.evidence.checked, is_stale(n.evidence.checked, n.recheck_days, on))
        for n in notices
        if n.period.covers(on) and ((n.attach == "in_person" and in_person) or n.id in named)
    )


# --- days outside what is known ----------------------------------------------------------------------------------


def _outside(task: Task, given: Mapping[str, str], on: date) -> Advice:
    """Refuse to guess: no rule is carried over to a day that the sources do not cover."""
    before = on < task.known.start
    return Advice(
        task=task.id,
        on=on,
        coverage=Coverage.BEFORE if before else Coverage.AFTER,
        visit_need=VisitNeed.UNCLEAR,
        ways=(OfferedWay(key="phone", channel="phone", rank=1, sure=True),),
        stale=not before,
        circumstances=tuple(sorted(given.items())),
    )
