"""Finer intents: programs see the names of the contract, the dialogue sees which of the finer ones it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.config import PROJECT
from bot.nlu.deciding import is_sure
from bot.nlu.finer_intents import DETAIL, WIDER, widened

SETTINGS = YAML(typ="safe").load((PROJECT / "config.yml").read_text(encoding="utf-8"))["pipeline"][-1]
NAMES = [*WIDER, *set(WIDER.values()), "change_address", "greet"]


def ranking(*pairs) -> list:
    return [{"name": name, "confidence": confidence} for name, confidence in pairs]


def test_a_doubt_between_two_finer_intents_is_no_reason_to_ask_back():
    found = ranking(("scam_already", 0.5), ("strange_message", 0.45), ("change_address", 0.05))
    assert not is_sure(found, SETTINGS)
    assert is_sure(widened(found, 0.5), SETTINGS)


@pytest.mark.parametrize(
    "found, expected",
    [
        (ranking(("strange_message", 0.9), ("report_scam", 0.1)), ("report_scam", "strange_message")),
        (ranking(("report_scam", 0.9), ("scam_already", 0.1)), ("report_scam", None)),
        (ranking(("scam_already", 0.4), ("strange_message", 0.35), ("report_scam", 0.25)), ("report_scam", None)),
        (ranking(("change_address", 0.6), ("checklist", 0.4)), ("change_address", None)),
        (ranking(("greet", 0.4), ("checklist", 0.35), ("what_to_bring", 0.25)), ("what_to_bring", "checklist")),
    ],
)
def test_the_finer_intent_goes_along_where_it_is_clear(found, expected):
    first = widened(found, 0.5)[0]
    assert (first["name"], first.get(DETAIL)) == expected


@given(st.dictionaries(st.sampled_from(NAMES), st.floats(0, 0.09), max_size=10))
def test_nothing_is_lost_and_no_finer_name_is_left(confidences):
    merged = widened(ranking(*confidences.items()), 0.5)
    assert sum(entry["confidence"] for entry in merged) == pytest.approx(sum(confidences.values()))
    assert not {entry["name"] for entry in merged} & set(WIDER)
    assert [entry["confidence"] for entry in merged] == sorted((e["confidence"] for e in merged), reverse=True)


def test_both_names_lie_in_the_domain():
    intents = YAML(typ="safe").load((PROJECT / "domain.yml").read_text(encoding="utf-8"))["intents"]
    assert {*WIDER, *WIDER.values()} <= set(intents)
