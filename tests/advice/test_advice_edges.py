"""Days outside what is known, staleness, services that are down, names that do not exist, the ranking of ways."""

from __future__ import annotations

import dataclasses
import inspect
from datetime import date, timedelta
from typing import Dict, List, Tuple

import pytest
from decision_tables import FACT, FIRST, LAST, all_given, full_cases, knowing, questions, rule, task, way, yes_no
from hypothesis import given as drawn

from bot.advice import ServiceState, UnknownName, VisitNeed, advise
from bot.advice import engine as engine_module
from bot.advice.cases import intervals
from bot.advice.model import Advice, Certainty, Coverage, Evidence, Notice, Period, Task
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
PORTAL = "my_social_security"
TODAY = date(2026, 11, 22)


# --- outside the known period ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REAL_TASKS)
def test_outside_the_known_days_nothing_is_carried_over(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    assert made.known.end is not None
    before, after = made.known.start - timedelta(days=1), made.known.end + timedelta(days=1)
    for on, coverage in ((before, Coverage.BEFORE), (after, Coverage.AFTER), (date(1999, 1, 1), Coverage.BEFORE)):
        for given in all_given(made):
            advice = advise(base.engine, name, given, on)
            assert advice.coverage is coverage
            assert advice.visit_need is VisitNeed.UNCLEAR
            assert [(way.channel, way.rank) for way in advice.ways] == [("phone", 1)]
            carried = (advice.rules, advice.documents, advice.forms, advice.deadlines, advice.cautions, advice.sources)
            assert carried == ((),) * 6
            assert advice.next_question is None


@pytest.mark.parametrize("name", REAL_TASKS)
def test_the_first_and_last_known_days_are_inside(base: KnowledgeBase, name: str) -> None:
    known = base.engine.tasks[name].known
    assert known.end is not None
    for on in (known.start, known.end):
        assert advise(base.engine, name, {}, on).coverage is Coverage.KNOWN


# --- staleness ---------------------------------------------------------------------------------------------------


def checked_on(made: Task, day: date) -> Task:
    return dataclasses.replace(made, evidence={**made.evidence, "id": Evidence(("SOURCE",), Certainty.OFFICIAL, day)})


def test_stale_begins_the_day_after_the_limit() -> None:
    made = task([rule("only", {})], recheck_days=60)
    limit = FACT.checked + timedelta(days=60)
    assert not advise(knowing(made), made.id, {}, limit).stale
    assert advise(knowing(made), made.id, {}, limit + timedelta(days=1)).stale


@pytest.mark.parametrize("part", ["documents", "forms", "deadlines", "cautions"])
def test_one_old_statement_makes_the_whole_answer_stale(part: str) -> None:
    old = checked_on(task([rule("only", {}, **{part: ("id",)})]), FIRST - timedelta(days=1))
    advice = advise(knowing(old), old.id, {}, FIRST + timedelta(days=60))
    assert advice.checked == FIRST - timedelta(days=1)
    assert advice.stale


def test_an_old_statement_that_the_answer_does_not_use_makes_nothing_stale() -> None:
    made = checked_on(
        task([rule("yes", {"fact": "yes"}, documents=("id",)), rule("no", {"fact": "no"})], yes_no("fact")),
        FIRST - timedelta(days=99),
    )
    on = FIRST + timedelta(days=1)
    assert advise(knowing(made), made.id, {"fact": "yes"}, on).stale
    assert not advise(knowing(made), made.id, {"fact": "no"}, on).stale


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ours_are_fresh_on_the_day_of_checking_and_stale_a_year_later(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    advice = advise(base.engine, name, {}, TODAY)
    assert advice.checked is not None
    assert not advice.stale
    limit = advice.checked + timedelta(days=made.recheck_days)
    assert not advise(base.engine, name, {}, limit).stale
    assert advise(base.engine, name, {}, limit + timedelta(days=1)).stale


# --- services ----------------------------------------------------------------------------------------------------


def order(advice: Advice, keys: "set[str]") -> List[str]:
    return [way.key for way in advice.ways if way.key in keys]


@pytest.mark.parametrize("name", REAL_TASKS)
def test_portal_down_moves_its_ways_to_the_end_and_changes_nothing_else(base: KnowledgeBase, name: str) -> None:
    made = base.engine.tasks[name]
    for period in intervals(made):
        for case in [{}, *full_cases(made)]:
            up = advise(base.engine, name, case, period.start)
            down = advise(base.engine, name, case, period.start, {PORTAL: ServiceState.DOWN})
            blocked = {key.key for key in up.ways if PORTAL in made.ways[key.key].needs}
            free = {key.key for key in up.ways} - blocked
            assert [way.key for way in down.ways] == order(up, free) + order(up, blocked)
            assert [way.rank for way in down.ways] == list(range(1, len(up.ways) + 1))
            assert {way.key for way in down.ways if way.blocked} == blocked
            assert down.visit_need is up.visit_need
            assert (down.next_question, down.depends_on, down.notices) == (up.next_question, up.depends_on, up.notices)
            degraded = advise(base.engine, name, case, period.start, {PORTAL: ServiceState.DEGRADED})
            assert [way.key for way in degraded.ways] == [way.key for way in up.ways]
            assert {way.key for way in degraded.ways if way.hindered_by} == blocked


def test_some_task_of_ours_needs_the_portal(base: KnowledgeBase) -> None:
    needing = {
        name for name, made in base.engine.tasks.items() if any(PORTAL in way.needs for way in made.ways.values())
    }
    assert {"change_direct_deposit", "change_address", "benefit_letter", "sign_up_my_ssa"} <= needing


@pytest.mark.parametrize("state", list(ServiceState))
def test_a_service_that_no_way_needs_changes_nothing(base: KnowledgeBase, state: ServiceState) -> None:
    expected = advise(base.engine, "change_direct_deposit", {}, TODAY)
    assert advise(base.engine, "change_direct_deposit", {}, TODAY, {"something_else": state}) == expected


# --- ways --------------------------------------------------------------------------------------------------------


@drawn(questions())
def test_made_up_an_office_visit_is_never_offered_before_another_way_unless_it_is_needed(
    question: Tuple[Task, Dict[str, str], date],
) -> None:
    made, given, on = question
    advice = advise(knowing(made), made.id, given, on)
    channels = [way.channel for way in advice.ways]
    assert advice.visit_need is VisitNeed.VISIT_NEEDED or "office" not in channels[:-1]


def test_a_single_rule_keeps_the_order_its_author_gave() -> None:
    made = task([rule("only", {}, ways=("teller", "web", "post"))])
    assert [way.key for way in advise(knowing(made), made.id, {}, FIRST).ways] == ["teller", "web", "post"]


@pytest.mark.parametrize(
    ("fact", "value", "kind", "name", "besides"),
    [
        ("bank_enrolls", "no", "channel", "bank", ()),
        ("phone_code", "no", "key", "phone_code", ()),
        # form SS-5 can be begun online without an account
        ("online_account", "no", "channel", "online", ("change_name",)),
        # the online address tool still changes the telephone number of people on SSI; they have a wage app, too
        ("benefit", "ssi", "channel", "online", ("change_address", "report_wages")),
    ],
)
def test_ours_nobody_is_offered_a_way_they_said_is_closed_to_them(
    base: KnowledgeBase, fact: str, value: str, kind: str, name: str, besides: Tuple[str, ...]
) -> None:
    wrong = set()
    tried = 0
    for task_id, made in base.engine.tasks.items():
        if fact not in {c.id for c in made.circumstances} or task_id in besides:
            continue
        for period in intervals(made):
            for case in full_cases(made):
                if case[fact] == value:
                    advice = advise(base.engine, task_id, case, period.start)
                    tried += 1
                    if name in {getattr(way, kind) for way in advice.ways}:
                        wrong |= {f"{task_id}: {rule}" for rule in advice.rules}
    assert tried
    assert sorted(wrong) == []


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("task_name", "facts", "near"),
    [
        ("change_direct_depost", {}, "change_direct_deposit"),
        ("direct_deposit", {}, "change_direct_deposit"),
        ("replacment_card", {}, "replacement_ssn_card"),
        ("change_direct_deposit", {"online_account": "noo"}, "no"),
        ("change_direct_deposit", {"benefit": "title_2"}, "title2"),
        ("change_direct_deposit", {"benefit": "unknwon"}, "unknown"),
    ],
)
def test_an_unknown_name_names_what_looks_like_it(
    base: KnowledgeBase, task_name: str, facts: Dict[str, str], near: str
) -> None:
    with pytest.raises(UnknownName) as caught:
        advise(base.engine, task_name, facts, TODAY)
    assert near in caught.value.near
    assert near in str(caught.value)


def test_a_name_like_no_other_lists_all_that_exist(base: KnowledgeBase) -> None:
    with pytest.raises(UnknownName) as caught:
        advise(base.engine, "xyzzy", {}, TODAY)
    assert all(name in str(caught.value) for name in REAL_TASKS)


# --- notices -----------------------------------------------------------------------------------------------------


def test_an_office_among_the_ways_brings_the_notice_and_nothing_else_does() -> None:
    rules = [rule("yes", {"fact": "yes"}, ways=("web", "desk")), rule("no", {"fact": "no"}, ways=("web", "call"))]
    made = task(rules, yes_no("fact"))
    found = {value: len(advise(knowing(made), made.id, {"fact": value}, FIRST).notices) for value in ("yes", "no")}
    assert found == {"yes": 1, "no": 0}
    assert len(advise(knowing(made), made.id, {}, FIRST).notices) == 1


def test_a_notice_appears_only_while_its_wording_holds() -> None:
    made = task([rule("only", {}, ways=("desk",))])
    notice = Notice("n", Period(FIRST + timedelta(days=5), FIRST + timedelta(days=9)), "in_person", FACT, 60)
    shown = [
        bool(
            advise(
                dataclasses.replace(knowing(made), notices=(notice,)), made.id, {}, FIRST + timedelta(days=n)
            ).notices
        )
        for n in range(12)
    ]
    assert shown == [False] * 5 + [True] * 5 + [False] * 2


def test_nothing_about_the_person_can_reach_the_choice_of_notices() -> None:
    assert set(inspect.signature(engine_module._attach_notices).parameters) == {"notices", "rules", "ways", "on"}
    assert set(inspect.signature(advise).parameters) == {"knowledge", "task", "circumstances", "on", "services"}
    assert {field.name for field in dataclasses.fields(Notice)} == {
        "id",
        "period",
        "attach",
        "evidence",
        "recheck_days",
    }


def test_made_up_helpers_cover_the_year() -> None:
    """Guards the tests themselves: the tables above must be inside the known days."""
    assert task([rule("only", {})]).known == Period(FIRST, LAST)
    assert way("desk").in_person
