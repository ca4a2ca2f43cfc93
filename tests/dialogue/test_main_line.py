"""The main line: a task is named, only what matters is asked, the advice is right, dated and sourced."""

from __future__ import annotations

import pytest


def test_bank_closed_my_account(talk):
    talk.asks("online_account", "my bank closed my account, where do I send my social security now")
    turn = talk.answers("change_direct_deposit", "visit_may_be_needed", "never made an online account")
    assert [way["id"] for way in turn.custom["ways"]] == ["bank", "phone", "office"]
    assert [notice["id"] for notice in turn.custom["notices"]] == ["appointment_data"]
    assert turn.custom["as_of"] == "2026-11-22"
    assert turn.custom["sources"]
    again = talk.answers("change_direct_deposit", "visit_may_be_needed", "I can't get that code")
    assert "without_code" in [remark["id"] for remark in again.custom["remarks"]]


def test_ssi_is_told_at_once_that_the_website_does_not_work(talk):
    turn = talk.asks("online_account", "I get SSI, can I change direct deposit on the website?")
    assert "With SSI, you cannot make this change on the website" in turn.text
    assert "not_online_with_ssi" in [remark["id"] for remark in turn.custom["remarks"]]
    assert "online" not in [way["id"] for way in turn.custom["ways"]]
    turn = talk.answers("change_direct_deposit", "visit_may_be_needed", "no")
    assert "online" not in [way["id"] for way in turn.custom["ways"]]


def test_retirement_with_an_account_needs_no_visit(talk):
    talk.asks("online_account", "how do i change my direct deposit")
    talk.asks("benefit", "yes i do")
    turn = talk.answers("change_direct_deposit", "no_visit", "retirement")
    assert turn.custom["ways"][0]["id"] == "online"


def test_prove_who_i_am(talk):
    talk.asks("claim_flagged", "do i need to come in to prove who I am")
    talk.answers("verify_identity_phone", "usually_no_visit", "no i didnt get any letter")


def test_locked_out(talk):
    talk.answers("recover_my_ssa", "no_visit", "they locked me out of my social security account")


def test_lost_card(talk):
    talk.asks("online_account", "lost my card")
    turn = talk.answers("replacement_ssn_card", "usually_no_visit", "no")
    assert [way["id"] for way in turn.custom["ways"]] == ["mail", "office"]


def test_first_card_at_14(talk):
    turn = talk.answers("first_ssn_card", "visit_needed", "first ssn for my son he is 14")
    assert {"appointment_data", "citizenship_information"} == {notice["id"] for notice in turn.custom["notices"]}


def test_website_down_moves_online_last(talk, portal_down):
    talk.asks("online_account", "website is down, need to change my bank")
    talk.asks("benefit", "yes, but the website is down")
    turn = talk.answers("change_direct_deposit", "no_visit", "retirement")
    ways = turn.custom["ways"]
    assert ways[-1]["id"] == "online"
    assert ways[-1]["services"] == {"my_social_security": "down"}


@pytest.mark.parametrize(
    "message, task",
    [
        ("set up my ss account online", "sign_up_my_ssa"),
        ("need a proof of income letter for my landlord", "benefit_letter"),
        ("i want to apply for retirement", "apply_retirement"),
        ("how do i sign up for ssi im 67", "apply_ssi_adult"),
        ("i missed my appointment with social security", "appointment_manage"),
        ("my check never came this month", "missing_payment"),
        ("i am payee for my brother and need to switch his bank", "direct_deposit_rep_payee"),
        ("they flagged my claim and say i must prove my identity", "verify_identity_flagged_claim"),
        ("we moved, new address", "change_address"),
    ],
)
def test_each_task_is_understood(talk, message, task):
    custom = talk.say(message).custom
    assert custom and custom["type"] == "advice"
    assert custom["task"] == task


def test_a_task_without_checked_facts_says_so(talk, monkeypatch):
    from dataclasses import replace

    from actions import context

    whole = context.live_knowledge().current()
    less = replace(
        whole,
        tasks={name: task for name, task in whole.tasks.items() if name != "report_wages"},
        engine=replace(
            whole.engine, tasks={name: task for name, task in whole.engine.tasks.items() if name != "report_wages"}
        ),
    )
    monkeypatch.setattr(context.live_knowledge(), "_base", less)
    turn = talk.say("I need to report my wages from my new job")
    assert "no checked facts" in turn.text
    assert "1-800-772-1213" in turn.text


def test_what_was_said_for_one_task_counts_for_the_next(talk):
    talk.asks("online_account", "change my direct deposit")
    talk.answers("change_direct_deposit", "visit_may_be_needed", "never made an online account")
    talk.answers("replacement_ssn_card", "usually_no_visit", "also i lost my social security card")


def test_buttons_say_what_they_do(talk):
    """Every button of an answer leads somewhere: no payload falls through to "I am not sure"."""
    first = talk.say("first ssn for my son he is 14")
    for title in first.buttons:
        turn = talk.say(title)
        assert "I am not sure what you need" not in turn.text, title
        assert "I did not get that" not in turn.text, title
