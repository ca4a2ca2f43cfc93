"""What a message states is weighed from what the model says and what the patterns hear."""

from __future__ import annotations

from collections import defaultdict

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.circumstance_evidence import Weigher, applies, candidates
from bot.nlu.linear_model import NOTHING
from bot.nlu.message_model import Evidence

STATEMENTS = (("benefit", "ssi"), ("benefit", "title2"), ("online_account", "no"))
MODEL_ALONE = defaultdict(float, {"bias": 0.0, "model": 1.0})
BOTH = defaultdict(float, {"bias": -2.0, "model": 1.0, "pattern": 4.0})


def evidence(*rows, texts=None) -> Evidence:
    return Evidence(STATEMENTS, tuple(texts or [f"part {n}" for n in range(len(rows))]), numpy.array(rows))


def stated(weights, threshold, evidence, heard) -> dict:
    found = Weigher(weights).likeliest(evidence, heard, 0.0)
    return {name: candidate for name, candidate in found.items() if candidate.probability >= threshold}


def values(found) -> dict:
    return {name: candidate.value for name, candidate in found.items()}


def test_one_part_of_a_message_is_enough():
    found = stated(MODEL_ALONE, 0.7, evidence([0.1, 0.0, 0.2], [0.9, 0.0, 0.1], [0.0, 0.0, 0.8]), {})
    assert values(found) == {"benefit": "ssi", "online_account": "no"}
    assert (found["benefit"].text, found["online_account"].text) == ("part 1", "part 2")


def test_of_two_values_the_likelier_one_counts():
    assert values(stated(MODEL_ALONE, 0.5, evidence([0.6, 0.8, 0.0]), {})) == {"benefit": "title2"}


@pytest.mark.parametrize("heard, expected", [({}, {}), ({"benefit": "ssi"}, {"benefit": "ssi"})])
def test_a_pattern_helps_where_the_model_hesitates(heard, expected):
    assert values(stated(BOTH, 0.7, evidence([0.3, 0.0, 0.0]), heard)) == expected


def test_a_pattern_alone_is_not_enough_where_the_model_sees_nothing():
    assert values(stated(BOTH, 0.7, evidence([0.01, 0.0, 0.0]), {"benefit": "ssi"})) == {}


def test_what_a_pattern_hears_but_the_model_never_learnt_is_passed_over():
    assert list(candidates(evidence([0.0, 0.0, 0.0]), {"benefit": "both", "hearing_place": "office"}, 0.0)) == []


@given(
    st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=6),
    st.floats(0.05, 0.95),
    st.floats(0.0, 0.9),
)
def test_a_higher_threshold_never_finds_more(rows, threshold, more):
    lower = stated(MODEL_ALONE, threshold, evidence(*rows), {})
    higher = stated(MODEL_ALONE, min(1.0, threshold + more), evidence(*rows), {})
    assert set(values(higher).items()) <= set(values(lower).items())


def test_a_message_that_states_nothing_speaks_against_what_the_model_sees_in_it():
    statements = (*STATEMENTS[:1], NOTHING)
    weights = defaultdict(float, {"bias": 0.0, "model": 1.0, "nothing": -1.0})
    told, hearsay = (Evidence(statements, ("she gets ssi",), numpy.array([[0.8, nothing]])) for nothing in (0.1, 0.95))
    assert values(stated(weights, 0.7, told, {})) == {"benefit": "ssi"}
    assert values(stated(weights, 0.7, hearsay, {})) == {}


def test_who_applies_for_a_benefit_does_not_get_it_yet():
    ranking = [{"name": "apply_survivors", "confidence": 0.9}, {"name": "claim_status", "confidence": 0.1}]
    found = {
        (c.name, c.features["applies_for_it"]) for c in candidates(evidence([0.5, 0.0, 0.5]), {}, applies(ranking))
    }
    assert found == {("benefit", 0.9), ("online_account", 0.0)}
