"""What people say after the first message: loose answers, remarks, fear, deadlines; nothing of it may lose the thread."""

from __future__ import annotations

import pytest
from talk import finish

AGENTS_NOW = "ice agents are outside the office right now im in line"


def test_an_urgent_reply_comes_again_until_another_matter_is_taken_up(talk):
    talk.special("crisis", AGENTS_NOW)
    for said in ("i have my baby", "what i do", "hm hm"):
        assert "Am I free to leave" in talk.say(said).text, said
    talk.asks("online_account", "change my direct deposit")
    assert "Am I free to leave" not in talk.say("no").text


def test_despair_is_heard_twice(talk):
    talk.special("crisis", "if i cant pay the overpayment ill kill myself")
    assert "988" in talk.say("im serious").text


def test_a_scam_in_progress_stays_in_mind(talk):
    talk.special("info", "someone called me says my social is suspended and to send gift cards")
    assert "scam" in talk.say("hm and he is still there or what").text


@pytest.mark.parametrize(
    "said, value",
    [
        ("today", "up_to_10_days"),
        ("yesterday", "up_to_10_days"),
        ("9 days ago", "up_to_10_days"),
        ("2 weeks ago", "from_11_to_60_days"),
        ("last month", "from_11_to_60_days"),
        ("3 months ago", "over_60_days"),
        ("last year", "over_60_days"),
    ],
)
def test_the_age_of_a_letter_is_understood_as_people_say_it(talk, agent, said, value):
    talk.asks("letter_age", "they denied my claim i want to appeal the decision")
    turn = talk.say(said)
    assert turn.custom["task"] == "reconsideration"
    assert turn.custom["next_question"] is None, turn.text
    assert {"up_to_10_days": "10 days", "from_11_to_60_days": "60 days", "over_60_days": "reason"}[value] in turn.text


def test_a_remark_that_changes_nothing_gets_no_second_page(talk):
    first = talk.say("they declared me dead")
    again = talk.say("i live in mexico")
    assert first.custom["task"] == again.custom["task"] == "fix_wrong_death_record"
    assert len(again.text) < len(first.text) / 2
    assert "Federal Benefits Unit" in again.text, "what is new is said"
    assert len(talk.say("say that again").text) > len(again.text)


def test_how_long_do_i_have_is_answered_for_the_task_in_hand(talk):
    talk.say("they say i owe 14000 dollars overpayment and i cant pay it back, can they waive it")
    turn = talk.say("how long do i have")
    assert "60 days" in turn.text or "no last day" in turn.text
    assert "1 hour 51" not in turn.text


def test_how_long_do_i_have_without_a_task(talk):
    assert "60 days" in talk.say("how long do i have to answer the letter").text


def test_a_status_never_chooses_the_task(agent, base):
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    from bot.channels.redacting import redacting

    def say(text: str):
        output = CollectingOutputChannel()
        handle = redacting(base, agent.handle_message)
        finish(handle(UserMessage(text, output, "citizen")))
        return [message["custom"]["task"] for message in output.messages if message.get("custom", {}).get("task")]

    assert say("i lost my social security card") == ["replacement_ssn_card"]
    for said in ("I'm a citizen", "yes im a us citizen", "he is a citizen too", "i am undocumented"):
        assert set(say(said)) <= {"replacement_ssn_card"}, said


def test_a_vague_wish_to_start_again_does_not_forget_everything(talk):
    talk.say("my ssi was stopped, i was out of the country, how do i get it again")
    talk.say("how i start again my ssi")
    assert "We start over" not in talk.last.text


def test_staying_away_out_of_fear_is_answered_with_how_to_move_the_date(talk):
    talk.special("notice", "is it safe to go to my appointment")
    assert "do not just stay away" in talk.say("ok then i wont go").text


def test_an_urgent_reply_does_not_come_for_ever(talk):
    talk.special("crisis", AGENTS_NOW)
    replies = [talk.say("hm hm").text for _ in range(4)]
    assert "Am I free to leave" in replies[0]
    assert "Am I free to leave" not in replies[-1]
