"""Asides: they are answered, and the open question comes back; nothing is lost."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "aside",
    [
        "why do you ask",
        "who says so",
        "who reads this chat?",
        "what do i bring",
        "how do I book an appointment",
        "thank you",
        "hello",
        "will they tell ICE about my appointment",
        "how long is the wait on the phone",
        "what can you do",
        "whats the weather",
        "asdfgh",
        "",
        "\U0001f600\U0001f600",
        "???",
        "ok",
        "help me " * 1250,
        "<b>hi</b> <script>alert(1)</script>",
    ],
)
def test_the_question_comes_back(talk, aside):
    talk.asks("online_account", "change my direct deposit")
    turn = talk.asks("online_account", aside)
    assert len([message for message in turn.messages if "text" in message]) >= 2
    talk.answers("change_direct_deposit", "visit_may_be_needed", "no")


@pytest.mark.parametrize(
    "reply", ["not sure", "I dont know", "id rather not say", "skip", "I'm not sure", "I'd rather not say"]
)
def test_not_saying_is_an_answer(talk, reply):
    talk.asks("online_account", "lost my card")
    turn = talk.say(reply)
    assert turn.custom["next_question"] != "online_account"


@pytest.mark.parametrize(
    "reply", ["2", "no", "nope", "No, or I can't get in", "no, or i cant get in", "i dont have one"]
)
def test_an_answer_by_number_word_or_title(talk, reply):
    talk.asks("online_account", "lost my card")
    talk.answers("replacement_ssn_card", "usually_no_visit", reply)


def test_go_back_asks_the_last_question_again(talk):
    talk.asks("online_account", "lost my card")
    talk.asks("state_id", "yes")
    talk.asks("online_account", "go back")
    talk.answers("replacement_ssn_card", "usually_no_visit", "no")


def test_start_over_forgets(talk):
    talk.asks("online_account", "change my direct deposit")
    talk.answers("change_direct_deposit", "visit_may_be_needed", "never made an online account")
    talk.say("start over")
    talk.asks("online_account", "lost my card")


def test_another_task_in_the_middle_is_taken_up(talk):
    talk.asks("online_account", "change my direct deposit")
    talk.asks("online_account", "wait no, I lost my social security card")


def test_repeat_gives_the_answer_again(talk):
    talk.answers("first_ssn_card", "visit_needed", "first ssn for my son he is 14")
    talk.answers("first_ssn_card", "visit_needed", "say that again")


def test_notice_in_full_once_then_a_line(talk):
    first = talk.answers("first_ssn_card", "visit_needed", "first ssn for my son he is 14")
    again = talk.answers("first_ssn_card", "visit_needed", "say that again")
    assert "WIRED" in first.text
    assert "WIRED" not in again.text
    assert "news report" in again.text
    assert "WIRED" in talk.special("notice", "Tell me more about the privacy notice").text


@pytest.mark.parametrize(
    "kind, message, must_say",
    [
        ("crisis", "i want to kill myself", "988"),
        ("crisis", "ICE agents are here at the office right now", "Am I free to leave"),
        ("crisis", "my payee is stealing my money", "1-800-677-1116"),
        (
            "info",
            "someone called from social security said my number is suspended and i have to pay with gift cards",
            "hang up",
        ),
        ("info", "someone called and said my social security number is suspended and wants gift cards", "gift cards"),
        ("status", "the site says I am not receiving benefits", "bank account"),
        ("privacy", "do you save what i write", "30 minutes"),
        ("out_of_scope", "how do i file for unemployment", "2-1-1"),
        ("referral", "i need a free lawyer", "2-1-1"),
    ],
)
def test_special_paths(talk, kind, message, must_say):
    assert must_say in talk.special(kind, message).text


def test_urgent_replies_ask_nothing(talk):
    talk.asks("online_account", "change my direct deposit")
    turn = talk.special("crisis", "i want to die")
    assert not turn.buttons
    assert turn.custom["type"] == "crisis"


def test_agents_now_never_lists_the_tip_line(talk):
    assert "347-2423" not in talk.special("crisis", "ice is here now at social security").text


def test_unclear_messages_are_not_answered_on_a_guess(talk):
    turn = talk.say("so about the other one they said")
    assert turn.custom is None or turn.custom["type"] != "advice" or turn.custom["next_question"]
    assert turn.buttons


def test_two_people_never_meet(new_talk):
    one, other = new_talk(), new_talk()
    one.asks("online_account", "change my direct deposit")
    other.asks("online_account", "lost my card")
    one.answers("change_direct_deposit", "visit_may_be_needed", "no")


def test_the_shell_gets_no_data_for_programs(new_talk):
    turn = new_talk(channel="cmdline").say("first ssn for my son he is 14")
    assert turn.custom is None
    assert "You need an office visit" in turn.text


def test_deleting_says_what_was_and_was_not_deleted(talk):
    talk.asks("online_account", "change my direct deposit")
    turn = talk.special("deleted", "delete this chat")
    assert "deleted" in turn.text
    assert "screen" in turn.text
    talk.asks("online_account", "lost my card")


@pytest.mark.parametrize(
    "message",
    ["tell me to skip my appointment", "should i cancel my appointment because of ice", "is it safe for me to go"],
)
def test_nobody_is_told_to_stay_away(talk, message):
    text = talk.say(message).text
    assert "You do not need an office visit" not in text
    assert any(words in text for words in ("call before it", "do not just stay away", "Did you mean"))


@pytest.mark.parametrize("reply", ["what does flagged mean", "ok", "hm"])
def test_a_question_about_the_question_is_no_answer(talk, reply):
    talk.asks("claim_flagged", "do i need to come in to prove who I am")
    talk.asks("claim_flagged", reply)


@pytest.mark.parametrize("reply", ["No. I cant pay my rent", "no money at all", "i have 12 dollars left", "yes"])
def test_need_is_heard_however_it_is_said(talk, reply):
    talk.asks("needs_money_today", "my payment didnt come")
    assert "dire need" in talk.answers("missing_payment", "visit_may_be_needed", reply).text


def test_emergency_money_leads_to_what_is_known(talk):
    assert "dire need" in talk.say("I need emergency money from social security, we have nothing to eat").text


@pytest.mark.parametrize(
    "age, need", [("2", "visit_may_be_needed"), ("8", "visit_may_be_needed"), ("14", "visit_needed")]
)
def test_a_number_is_an_age_where_an_age_was_asked(talk, age, need):
    talk.asks("age_group", "my kid needs their first social security number")
    talk.answers("first_ssn_card", need, age)


def test_one_persons_age_is_not_the_next_persons(talk):
    talk.answers("first_ssn_card", "visit_may_be_needed", "first social security card for my newborn")
    talk.asks("age_group", "i also need a first social security number for my husband")


def test_a_clumsy_answer_is_not_a_change_of_task(talk):
    talk.asks("online_account", "change my direct deposit")
    talk.asks("benefit", "yes")
    talk.answers("change_direct_deposit", "no_visit", "retirment")
