"""Sure enough to answer: an answer on a task needs more confidence than a greeting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.deciding import Decider, is_sure
from bot.nlu.kinds import kind_of

SETTINGS = {
    "answer": 0.8,
    "unrivalled": 0.8,
    "rival": 0.1,
    "aside": 0.7,
    "talk": 0.6,
    "urgent": 0.4,
    "out_of_scope": 0.7,
}


def ranked(name: str, confidence: float) -> list:
    return [{"name": name, "confidence": confidence}]


@pytest.mark.parametrize(
    "intent, kind",
    [("change_address", "answer"), ("walk_in_question", "aside"), ("greet", "talk"), ("crisis", "urgent"), ("report_scam", "urgent"),
     ("out_of_scope", "out_of_scope")],
)  # fmt: skip
def test_each_kind_has_its_threshold(intent, kind):
    assert kind_of(intent) == kind
    assert is_sure(ranked(intent, SETTINGS[kind]), SETTINGS)
    assert not is_sure(ranked(intent, SETTINGS[kind] - 0.01), SETTINGS)


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        ("thanks", "goodbye", True),
        ("deny", "inform", True),  # "no she never made one"
        ("inform", "affirm", True),
        ("affirm", "deny", False),
        ("deny", "change_address", False),
    ],
)
def test_what_is_said_in_one_breath_counts_together(first, second, sure):
    assert is_sure([*ranked(first, 0.5), *ranked(second, 0.45)], SETTINGS) is sure


@given(st.floats(0, 1), st.sampled_from(["change_address", "greet", "out_of_scope"]))
def test_a_message_is_either_sure_or_asked_back_with_what_it_may_be(confidence, intent):
    message = Message({INTENT: ranked(intent, confidence)[0], "intent_ranking": ranked(intent, confidence)})
    Decider(SETTINGS).process([message])
    if confidence >= SETTINGS[kind_of(intent)]:
        assert message.get(INTENT)["name"] == intent
    else:
        assert message.get(INTENT)["name"] == "nlu_fallback"
        assert [entry["name"] for entry in message.get("intent_ranking")] == ["nlu_fallback", intent]


@pytest.mark.parametrize(
    "rival, confidence, sure",
    [
        ("out_of_scope", 0.3, True),  # only whether it is ours is in doubt
        ("inform", 0.3, True),
        ("change_name", 0.3, False),  # another answer is near
        ("change_name", 0.05, True),
        ("report_scam", 0.3, False),
    ],
)
def test_less_is_enough_where_no_other_answer_comes_near(rival, confidence, sure):
    ranking = [*ranked("change_address", 0.7), *ranked(rival, confidence)]
    assert is_sure(ranking, {**SETTINGS, "unrivalled": 0.65}) is sure
    assert not is_sure(ranking, SETTINGS)


def test_nothing_said_is_asked_back():
    message = Message({INTENT: {"name": None, "confidence": 0.0}, "intent_ranking": []})
    Decider(SETTINGS).process([message])
    assert message.get(INTENT)["name"] == "nlu_fallback"
