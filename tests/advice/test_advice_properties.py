"""Properties of the engine, over random complete tables and over every task of ours, exhaustively."""

from __future__ import annotations

import builtins
import os
import socket
import sqlite3
from datetime import date, timedelta
from itertools import permutations
from typing import Dict, FrozenSet, List, Mapping, Tuple

import pytest
from decision_tables import all_given, completions, full_cases, knowing, questions, rule, task, tasks, yes_no
from hypothesis import given as drawn
from hypothesis import strategies as st

from bot.advice import ServiceState, VisitNeed, advise
from bot.advice.cases import intervals
from bot.advice.engine import consistent
from bot.advice.model import UNKNOWN, Advice, Coverage, Knowledge, Task
from bot.advice.proof import prove
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))

MAY_FOLLOW = {
    VisitNeed.NO_VISIT: {VisitNeed.NO_VISIT},
    VisitNeed.USUALLY_NO_VISIT: {VisitNeed.NO_VISIT, VisitNeed.USUALLY_NO_VISIT},
    VisitNeed.VISIT_MAY_BE_NEEDED: set(VisitNeed),
    VisitNeed.VISIT_NEEDED: {VisitNeed.VISIT_NEEDED},
    VisitNeed.UNCLEAR: {VisitNeed.UNCLEAR},
}
"""What is said with facts missing -> what may be said once they are known, without taking anything back."""


def days_of(made: Task) -> List[date]:
    """The first and the last day of each interval on which the same rules are in force."""
    return sorted({day for period in intervals(made) for day in (period.start, period.end or period.start)})


def starts_of(made: Task) -> List[date]:
    """One day of each interval on which the same rules are in force."""
    return [period.start for period in intervals(made)]


def ways_of(advice: Advice) -> FrozenSet[str]:
    return frozenset(way.key for way in advice.ways)


def sure_ways_of(advice: Advice) -> FrozenSet[str]:
    return frozenset(way.key for way in advice.ways if way.sure)


def outcome_of(advice: Advice) -> Tuple[VisitNeed, Tuple[str, ...]]:
    return advice.visit_need, tuple(way.key for way in advice.ways)


def assert_sound(partial: Advice, wholes: List[Advice]) -> None:
    needs = {whole.visit_need for whole in wholes}
    for need in needs:
        assert need in MAY_FOLLOW[partial.visit_need], f"{partial.visit_need} was said, {need} turned out"
        assert consistent(partial.visit_need, need)
    if len(needs) == 1:
        assert {partial.visit_need} == needs, "all answers agree, so the partial answer must not be weaker"
    assert sure_ways_of(partial) == frozenset.intersection(*map(ways_of, wholes))
    assert ways_of(partial) == frozenset.union(*map(ways_of, wholes))
    for part in ("documents", "forms", "deadlines", "cautions"):
        listed = [{item.id for item in getattr(whole, part)} for whole in wholes]
        assert {item.id for item in getattr(partial, part)} == set.union(*listed)
        assert {item.id for item in getattr(partial, part) if item.sure} == set.intersection(*listed)
    assert set(partial.rules) == {name for whole in wholes for name in whole.rules}


def test_what_may_follow_what_is_the_table_above() -> None:
    found = {said: {turned_out for turned_out in VisitNeed if consistent(said, turned_out)} for said in VisitNeed}
    assert found == MAY_FOLLOW


# --- soundness ---------------------------------------------------------------------------------------------------


@drawn(questions())
def test_made_up_what_is_said_with_facts_missing_is_never_taken_back(
    question: Tuple[Task, Dict[str, str], date],
) -> None:
    made, given, on = question
    knowledge = knowing(made)
    wholes = [advise(knowledge, made.id, case, on) for case in completions(made, given)]
    assert_sound(advise(knowledge, made.id, given, on), wholes)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_what_is_said_with_facts_missing_is_never_taken_back(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for on in starts_of(made):
        whole = {tuple(case.items()): advise(base.engine, name, case, on) for case in full_cases(made)}
        for given in all_given(made):
            wholes = [whole[tuple(case.items())] for case in completions(made, given)]
            if wholes:
                assert_sound(advise(base.engine, name, given, on), wholes)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_once_everything_is_known_one_rule_decides_and_nothing_is_open(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for on in days_of(made):
        for case in full_cases(made):
            advice = advise(base.engine, name, case, on)
            assert len(advice.rules) == 1
            assert (advice.next_question, advice.depends_on) == (None, ())
            assert all(way.sure for way in advice.ways)


# --- total -------------------------------------------------------------------------------------------------------


@drawn(st.data(), tasks(), st.integers(-30, 400))
def test_made_up_whatever_is_said_gets_an_answer_contradictions_too(
    data: st.DataObject, made: Task, offset: int
) -> None:
    on = made.known.start + timedelta(days=offset)
    said = st.fixed_dictionaries({}, optional={c.id: st.sampled_from((UNKNOWN, *c.values)) for c in made.circumstances})
    for given in data.draw(st.lists(said, min_size=1, max_size=10)):
        advice = advise(knowing(made), made.id, given, on)
        assert advice.ways
        assert (advice.coverage is Coverage.KNOWN) is made.known.covers(on)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_everything_that_can_be_said_gets_an_answer(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for on in days_of(made):
        for given in all_given(made):
            advice = advise(base.engine, name, given, on)
            assert advice.coverage is Coverage.KNOWN
            assert advice.rules
            assert advice.ways
            assert advice.sources
            assert [way.rank for way in advice.ways] == list(range(1, len(advice.ways) + 1))


@pytest.mark.parametrize("on", [date(2025, 5, 1), date(2026, 11, 22)])
def test_a_code_without_an_account_counts_as_no_account(base: KnowledgeBase, on: date) -> None:
    contradictory = {"online_account": "no", "phone_code": "yes", "bank_enrolls": "no", "benefit": "ssi"}
    plain = {"online_account": "no", "bank_enrolls": "no", "benefit": "ssi"}
    answered = advise(base.engine, "change_direct_deposit", contradictory, on)
    expected = advise(base.engine, "change_direct_deposit", plain, on)
    assert outcome_of(answered) == outcome_of(expected)
    assert "online" not in {way.channel for way in answered.ways}


# --- determinism, order, purity ----------------------------------------------------------------------------------


@drawn(questions())
def test_made_up_neither_order_nor_other_tasks_facts_nor_being_unsure_change_the_answer(
    question: Tuple[Task, Dict[str, str], date],
) -> None:
    made, given, on = question
    knowledge = knowing(made)
    expected = advise(knowledge, made.id, given, on)
    for order in permutations(given.items()):
        assert advise(knowledge, made.id, dict(order), on) == expected
    more = {"something_of_another_task": "whatever", **given}
    assert advise(knowledge, made.id, more, on) == expected
    stated = {name: value for name, value in given.items() if value != UNKNOWN}
    silent = advise(knowledge, made.id, stated, on)
    assert outcome_of(silent) == outcome_of(expected)
    assert (silent.rules, silent.depends_on) == (expected.rules, expected.depends_on)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_the_order_in_which_things_are_said_does_not_matter(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    on = days_of(made)[-1]
    for given in all_given(made):
        backwards = dict(reversed(list(given.items())))
        assert advise(base.engine, name, backwards, on) == advise(base.engine, name, given, on)


def test_advice_is_computed_without_touching_files_network_or_what_it_was_given(
    base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the engine touched the outside world")

    for module, name in ((builtins, "open"), (os, "open"), (os, "stat"), (socket, "socket"), (sqlite3, "connect")):
        monkeypatch.setattr(module, name, refuse)
    given = {"online_account": "no", "benefit": "ssi"}
    services = {"my_social_security": ServiceState.DOWN}
    first = advise(base.engine, "change_direct_deposit", given, date(2026, 11, 22), services)
    again = advise(base.engine, "change_direct_deposit", given, date(2026, 11, 22), services)
    monkeypatch.undo()
    assert first == again
    assert hash(first) == hash(again)
    assert given == {"online_account": "no", "benefit": "ssi"}
    assert services == {"my_social_security": ServiceState.DOWN}


# --- questions ---------------------------------------------------------------------------------------------------


def walk(knowledge: Knowledge, made: Task, given: Mapping[str, str], on: date, asked: Tuple[str, ...] = ()) -> int:
    """Answer every question in every possible way; return the longest series of questions."""
    advice = advise(knowledge, made.id, given, on)
    name = advice.next_question
    if name is None:
        return 0
    circumstance = {c.id: c for c in made.circumstances}[name]
    assert circumstance.asked, f"{name} only counts when it is said unasked"
    assert name not in given, f"{name} was answered ({given[name]}) and asked again"
    assert name not in asked
    answers = [advise(knowledge, made.id, {**given, name: value}, on) for value in circumstance.values]
    assert all(set(answer.rules) <= set(advice.rules) for answer in answers)
    assert any(outcome_of(answer) != outcome_of(advice) or answer.depends_on != advice.depends_on for answer in answers)
    return 1 + max(
        walk(knowledge, made, {**given, name: value}, on, (*asked, name)) for value in (*circumstance.values, UNKNOWN)
    )


@drawn(tasks(), st.integers(0, 364))
def test_made_up_never_more_than_three_questions_each_of_use_none_twice(made: Task, offset: int) -> None:
    assert walk(knowing(made), made, {}, made.known.start + timedelta(days=offset)) <= 3


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_never_more_than_three_questions_each_of_use_none_twice(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for on in starts_of(made):
        for given in all_given(made):
            if completions(made, given):
                assert walk(base.engine, made, given, on) <= 3


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_asks_only_what_matters_and_says_on_what_an_open_answer_depends(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for on in starts_of(made):
        whole = {tuple(case.items()): outcome_of(advise(base.engine, name, case, on)) for case in full_cases(made)}
        for given in all_given(made):
            possible = {whole[tuple(case.items())] for case in completions(made, given)}
            advice = advise(base.engine, name, given, on)
            if len(possible) == 1:
                assert advice.next_question is None, f"{given} on {on}: asks what changes nothing"
            if len(possible) > 1:
                assert advice.depends_on, f"{given} on {on}: several answers are possible, and nothing says why"
                assert all(given.get(fact, UNKNOWN) == UNKNOWN for fact in advice.depends_on)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_telling_much_unasked_does_not_cost_the_question_that_decides(base: KnowledgeBase, name: str) -> None:
    """At most three questions are asked; what a person volunteers is not a question."""
    made = base.engine.tasks[name]
    volunteered = [given for given in all_given(made) if UNKNOWN not in given.values() and completions(made, given)]
    for on in starts_of(made):
        for given in volunteered:
            advice = advise(base.engine, name, given, on)
            useful = [c.id for c in made.circumstances if c.asked and c.id in advice.depends_on]
            if useful:
                assert advice.next_question, f"{given} on {on}: it depends on {useful}, but that is not asked"


def test_the_question_that_narrows_most_comes_first_and_equals_in_the_authors_order() -> None:
    """ "big" leaves one answer open on each side, "small" matters on one side only."""
    rules = [
        rule("big_yes", {"big": "yes"}),
        rule("big_no_small_yes", {"big": "no", "small": "yes"}, VisitNeed.USUALLY_NO_VISIT, ways=("call",)),
        rule("big_no_small_no", {"big": "no", "small": "no"}, VisitNeed.VISIT_NEEDED, ways=("desk",)),
    ]
    for circumstances in ((yes_no("big"), yes_no("small")), (yes_no("small"), yes_no("big"))):
        made = task(rules, *circumstances)
        assert advise(knowing(made), made.id, {}, made.known.start).next_question == "big"
    both = [
        rule(f"{a}_{b}", {"a": a, "b": b}, ways=ways)
        for (a, b), ways in zip(
            (("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")),
            (("web",), ("call",), ("post",), ("desk",)),
            strict=True,
        )
    ]
    for first, second in (("a", "b"), ("b", "a")):
        made = task(both, yes_no(first), yes_no(second))
        assert advise(knowing(made), made.id, {}, made.known.start).next_question == first


def test_after_three_questions_the_answer_comes_and_names_what_it_still_depends_on() -> None:
    """Each "yes" leads to one more question; the fourth is not asked."""
    names = ("one", "two", "three", "four")
    rules = [
        rule(
            f"stop_{number}",
            {**dict.fromkeys(names[:number], "yes"), name: "no"},
            ways=("web", "call", "post", "teller")[: number + 1],
        )
        for number, name in enumerate(names)
    ]
    made = task(
        [*rules, rule("end", dict.fromkeys(names, "yes"), VisitNeed.VISIT_NEEDED, ways=("desk",))], *map(yes_no, names)
    )
    on = made.known.start
    assert walk(knowing(made), made, {}, on) == 3
    for last in ("yes", UNKNOWN):
        advice = advise(knowing(made), made.id, {"one": "yes", "two": "yes", "three": last}, on)
        assert advice.next_question is None
        assert "four" in advice.depends_on


def test_a_question_is_asked_even_where_only_two_facts_together_decide() -> None:
    """Equal answers: no visit; different answers: a visit. Neither fact alone rules anything out."""
    made = task(
        [
            rule("same_yes", {"first": "yes", "second": "yes"}),
            rule("same_no", {"first": "no", "second": "no"}),
            rule("yes_no", {"first": "yes", "second": "no"}, VisitNeed.VISIT_NEEDED, ways=("desk",)),
            rule("no_yes", {"first": "no", "second": "yes"}, VisitNeed.VISIT_NEEDED, ways=("desk",)),
        ],
        yes_no("first"),
        yes_no("second"),
    )
    advice = advise(knowing(made), made.id, {}, made.known.start)
    assert set(advice.depends_on) == {"first", "second"}
    assert advice.next_question in ("first", "second")


@drawn(tasks(implications=False))
def test_made_up_complete_tables_are_proved(made: Task) -> None:
    proof = prove(made)
    assert proof.findings == ()
    assert proof.combinations == len(full_cases(made)) * proof.intervals


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_each_combination_on_each_interval_is_decided_by_exactly_one_rule(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    deciding = set()
    for on in days_of(made):
        for case in full_cases(made):
            found = [
                rule.id
                for rule in made.rules
                if rule.period.covers(on) and all(case[fact] in values for fact, values in rule.when.items())
            ]
            assert len(found) == 1, f"{case} on {on}: {found}"
            deciding.update(found)
    assert deciding == {rule.id for rule in made.rules}
