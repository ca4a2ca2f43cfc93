"""The proof finds what is wrong with a decision table, and names it."""

from __future__ import annotations

from datetime import date, timedelta

from decision_tables import CHANNELS, FIRST, LAST, rule, task, way, yes_no

from bot.advice.model import Circumstance, Period
from bot.advice.proof import prove

MIDDLE = date(2025, 7, 1)
EARLY = Period(FIRST, MIDDLE - timedelta(days=1))
LATE = Period(MIDDLE, None)


def test_a_sound_table_has_no_findings_and_its_size_is_told() -> None:
    made = task([rule("yes", {"fact": "yes"}), rule("no", {"fact": "no"})], yes_no("fact"))
    proof = prove(made)
    assert (proof.combinations, proof.intervals, proof.findings) == (2, 1, ())


def test_a_gap_names_an_undecided_combination() -> None:
    proof = prove(task([rule("yes", {"fact": "yes"})], yes_no("fact")))
    assert len(proof.findings) == 1
    assert "fact=no" in proof.findings[0].message
    assert "no rule decides 1 combination" in proof.findings[0].message
    assert "add a rule" in proof.findings[0].fix


def test_a_gap_in_time_names_the_days() -> None:
    made = task([rule("early", {}, period=Period(FIRST, MIDDLE - timedelta(days=3))), rule("late", {}, period=LATE)])
    messages = [finding.message for finding in prove(made).findings]
    assert len(messages) == 1
    assert f"from {MIDDLE - timedelta(days=2)} until {MIDDLE - timedelta(days=1)}" in messages[0]


def test_days_before_the_first_rule_are_a_gap() -> None:
    messages = [finding.message for finding in prove(task([rule("late", {}, period=LATE)])).findings]
    assert len(messages) == 1
    assert f"from {FIRST} until {MIDDLE - timedelta(days=1)}" in messages[0]


def test_days_after_the_last_rule_are_a_gap() -> None:
    messages = [finding.message for finding in prove(task([rule("early", {}, period=EARLY)])).findings]
    assert len(messages) == 1
    assert f"from {MIDDLE} until {LAST}" in messages[0]


def test_an_overlap_names_both_rules_and_a_combination() -> None:
    made = task([rule("everyone", {}), rule("just_yes", {"fact": "yes"})], yes_no("fact"))
    findings = prove(made).findings
    assert len(findings) == 1
    assert set(findings[0].rules) == {"everyone", "just_yes"}
    assert "fact=yes" in findings[0].message
    assert "everyone" in findings[0].message
    assert "just_yes" in findings[0].message


def test_an_overlap_of_a_single_day_is_found() -> None:
    made = task([rule("early", {}, period=Period(FIRST, MIDDLE)), rule("late", {}, period=LATE)])
    findings = prove(made).findings
    assert [set(finding.rules) for finding in findings] == [{"early", "late"}]
    assert f"from {MIDDLE} until {MIDDLE}" in findings[0].message


def test_a_rule_that_no_possible_person_meets_is_found() -> None:
    code = Circumstance("code", ("yes", "no"), {"yes": {"account": "yes"}})
    made = task(
        [
            rule("account", {"account": "yes"}),
            rule("neither", {"account": "no", "code": "no"}),
            rule("impossible", {"account": "no", "code": "yes"}),
        ],
        yes_no("account"),
        code,
    )
    findings = prove(made).findings
    assert [finding.rules for finding in findings] == [("impossible",)]
    assert "'impossible' never decides anything" in findings[0].message


def test_a_rule_wholly_outside_the_known_days_is_found() -> None:
    past = Period(date(2020, 1, 1), date(2020, 12, 31))
    findings = prove(task([rule("now", {}), rule("long_ago", {}, period=past)])).findings
    assert [finding.rules for finding in findings] == [("long_ago",)]
    assert "outside the known period" in findings[0].message


def test_a_way_outside_its_days_is_found() -> None:
    ways = {**{key: way(key) for key in CHANNELS}, "call": way("call", EARLY)}
    findings = prove(task([rule("only", {}, ways=("web", "call"))], ways=ways)).findings
    assert [finding.rules for finding in findings] == [("only",)]
    assert "'only'" in findings[0].message
    assert "'call'" in findings[0].message
    assert f"until {EARLY.end}" in findings[0].message


def test_a_way_open_on_exactly_the_days_of_its_rule_is_fine() -> None:
    ways = {**{key: way(key) for key in CHANNELS}, "call": way("call", EARLY)}
    rules = [rule("early", {}, period=EARLY, ways=("call",)), rule("late", {}, period=LATE)]
    assert prove(task(rules, ways=ways)).findings == ()


def test_everything_wrong_is_told_at_once() -> None:
    made = task(
        [
            rule("one", {"fact": "yes"}),
            rule("two", {"fact": "yes"}),
            rule("never", {}, period=Period(LAST + timedelta(days=9), None)),
        ],
        yes_no("fact"),
    )
    messages = " / ".join(finding.message for finding in prove(made).findings)
    for part in ("one and two", "fact=no", "'never'"):
        assert part in messages
