"""Decision tables for tests: made by hand, or drawn at random so that they are complete by construction."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any, Dict, Iterator, List, Mapping, Sequence, Tuple

from hypothesis import strategies as st

from bot.advice.model import (
    UNKNOWN,
    Certainty,
    Circumstance,
    Evidence,
    Knowledge,
    Notice,
    Period,
    Rule,
    Task,
    VisitNeed,
    Way,
)

FIRST = date(2025, 1, 1)
LAST = date(2025, 12, 31)
ALWAYS = Period(FIRST, None)
FACT = Evidence(("SOURCE",), Certainty.OFFICIAL, FIRST)
CHANNELS = {"web": "online", "call": "phone", "post": "mail", "desk": "office", "teller": "bank"}
NOTICE = Notice("appointment_data", ALWAYS, "in_person", FACT, 60)


def way(key: str, period: Period = ALWAYS) -> Way:
    needs = ("portal",) if CHANNELS[key] == "online" else ()
    return Way(key, CHANNELS[key], needs, period, FACT)


def rule(name: str, when: Mapping[str, Any], need: VisitNeed = VisitNeed.NO_VISIT, **parts: Any) -> Rule:
    chosen = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in when.items()}
    return Rule(name, chosen, parts.pop("period", ALWAYS), need, parts.pop("ways", ("web",)), FACT, **parts)


def task(rules: Sequence[Rule], *circumstances: Circumstance, **parts: Any) -> Task:
    return Task(
        id="made_up",
        circumstances=circumstances,
        rules=tuple(rules),
        ways=parts.pop("ways", {key: way(key) for key in CHANNELS}),
        known=parts.pop("known", Period(FIRST, LAST)),
        recheck_days=parts.pop("recheck_days", 60),
        **parts,
    )


def yes_no(name: str, **parts: Any) -> Circumstance:
    return Circumstance(name, ("yes", "no"), **parts)


def knowing(made: Task) -> Knowledge:
    return Knowledge({made.id: made}, (NOTICE,))


# --- cases, worked out anew here so that the tests do not lean on the code they test --------------------------------


def full_cases(made: Task) -> List[Dict[str, str]]:
    """Every combination of values in which nothing contradicts what another value implies."""
    names = [c.id for c in made.circumstances]
    cases = [dict(zip(names, values, strict=False)) for values in product(*(c.values for c in made.circumstances))]
    return [case for case in cases if not _contradicts(made, case)]


def _contradicts(made: Task, case: Mapping[str, str]) -> bool:
    return any(
        case.get(other, value) != value
        for circumstance in made.circumstances
        for other, value in circumstance.implies.get(case.get(circumstance.id, ""), {}).items()
    )


def completions(made: Task, given: Mapping[str, str]) -> List[Dict[str, str]]:
    """The full cases that agree with what is given; none when what is given contradicts itself."""
    stated = {name: value for name, value in given.items() if value != UNKNOWN}
    return [case for case in full_cases(made) if all(case[name] == value for name, value in stated.items())]


def all_given(made: Task) -> Iterator[Dict[str, str]]:
    """Everything that can be said of the person: each circumstance not mentioned, unknown, or any value."""
    names = [c.id for c in made.circumstances]
    for values in product(*((None, UNKNOWN, *c.values) for c in made.circumstances)):
        yield {name: value for name, value in zip(names, values, strict=False) if value is not None}


# --- random tables -----------------------------------------------------------------------------------------------


@st.composite
def tasks(draw: st.DrawFn, implications: bool = True) -> Task:
    """A complete table: on each interval, a tree that splits the cases by circumstances until one rule is left."""
    circumstances = draw(_circumstances(implications))
    cuts = sorted(draw(st.sets(st.integers(1, 364), max_size=2)))
    starts = [FIRST, *(FIRST + timedelta(days=cut) for cut in cuts)]
    rules: List[Rule] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] - timedelta(days=1) if number + 1 < len(starts) else None
        for when in draw(_leaves(list(circumstances), {})):
            rules.append(draw(_outcome(f"rule_{len(rules)}", when, Period(start, end))))
    order = draw(st.permutations(rules))
    return task(order, *circumstances)


@st.composite
def _circumstances(draw: st.DrawFn, implications: bool) -> Tuple[Circumstance, ...]:
    made: List[Circumstance] = []
    for number in range(draw(st.integers(1, 4))):
        values = ("a", "b", "c")[: draw(st.integers(2, 3))]
        implies: Dict[str, Dict[str, str]] = {}
        if implications and made and draw(st.booleans()):
            earlier = draw(st.sampled_from(made))
            implies = {draw(st.sampled_from(values)): {earlier.id: draw(st.sampled_from(earlier.values))}}
        made.append(Circumstance(f"fact_{number}", values, implies, asked=draw(st.integers(0, 3)) > 0))
    return tuple(draw(st.permutations(made)))


@st.composite
def _leaves(
    draw: st.DrawFn, left: List[Circumstance], when: Dict[str, Tuple[str, ...]]
) -> List[Dict[str, Tuple[str, ...]]]:
    if not left or draw(st.integers(0, 4)) == 0:
        return [when]
    by = draw(st.sampled_from(left))
    rest = [c for c in left if c is not by]
    cut = draw(st.integers(1, len(by.values) - 1))
    groups = [by.values[:cut], by.values[cut:]]
    return [leaf for group in groups for leaf in draw(_leaves(rest, {**when, by.id: group}))]


@st.composite
def _outcome(draw: st.DrawFn, name: str, when: Dict[str, Tuple[str, ...]], period: Period) -> Rule:
    ways = draw(st.lists(st.sampled_from(sorted(CHANNELS)), min_size=1, max_size=4, unique=True))
    need = draw(st.sampled_from(list(VisitNeed)))
    papers = draw(st.lists(st.sampled_from(["id", "bank_details"]), max_size=2, unique=True))
    return rule(name, when, need, period=period, ways=tuple(ways), documents=tuple(papers))


@st.composite
def questions(draw: st.DrawFn, implications: bool = True) -> Tuple[Task, Dict[str, str], date]:
    """A table, something said of the person that does not contradict itself, and a day inside what is known."""
    made = draw(tasks(implications))
    whole = draw(st.sampled_from(full_cases(made)))
    said = {name: draw(st.sampled_from([None, UNKNOWN, value])) for name, value in whole.items()}
    given = {name: value for name, value in said.items() if value is not None}
    return made, given, FIRST + timedelta(days=draw(st.integers(0, 364)))
