"""The linear model: its quick way to features is the library's, and it learns what texts ask for and state."""

from __future__ import annotations

import pickle

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.features import new_features
from bot.nlu.linear_model import NOTHING, Asking, LinearModel, Told

ASKED = [
    *[Asking(f"she gets ssi how do i change my bank {n}", "change_direct_deposit") for n in range(8)],
    *[Asking(f"i lost my card what is the number for it {n}", "replacement_ssn_card") for n in range(8)],
]
TOLD = [
    *[Told(f"she gets ssi since {n}", {"benefit": "ssi"}) for n in range(8)],
    *[Told(f"what is it for {n}", {}) for n in range(8)],
]


@pytest.fixture(scope="module")
def model() -> LinearModel:
    return LinearModel.learn(ASKED, TOLD, 20.0)


@given(
    st.lists(
        st.one_of(st.sampled_from([asking.text for asking in ASKED]), st.text(max_size=40)), min_size=1, max_size=5
    )
)
def test_features_are_those_of_the_library(texts):
    features = new_features().fit([asking.text for asking in ASKED])
    model = LinearModel(features, ["any"], [], numpy.eye(len(features.get_feature_names_out()), 1), numpy.zeros(1))
    rows = numpy.hstack([view.rows(texts).toarray() for view in model._views])
    assert numpy.allclose(rows, features.transform(texts).toarray(), atol=1e-5)


def test_it_learns_what_is_asked_and_what_is_stated(model):
    asked, stated = model.judge(["lost card what is it", "change bank", "she gets ssi"])
    likeliest = [model.intents[place] for place in asked.argmax(axis=1)]
    assert likeliest[:2] == ["replacement_ssn_card", "change_direct_deposit"]
    assert numpy.allclose(asked.sum(axis=1), 1)
    assert model.statements == (("benefit", "ssi"), NOTHING)
    assert stated[2, 0] > 0.5 > stated[0, 0]


def test_it_learns_what_states_nothing(model):
    _, stated = model.judge(["what is it for", "she gets ssi"])
    assert stated[0, 1] > 0.5 > stated[1, 1]


def test_a_value_that_few_texts_state_is_not_learnt():
    rare = [Told("he gets both", {"benefit": "both"})]
    assert LinearModel.learn(ASKED, TOLD + rare, 20.0).statements == (("benefit", "ssi"), NOTHING)


@pytest.mark.parametrize("views", [("words",), ("characters",), ("words", "characters")])
def test_the_benchmarks_measure_the_model_in_use(views):
    from benchmarks.nlu.rivals import Ours
    from benchmarks.nlu.tables import Example

    rival = Ours(views)
    rival.train([Example(asking.text, asking.intent) for asking in ASKED])
    judged = rival.judge("I lost my card")
    assert max(judged, key=judged.get) == "replacement_ssn_card"


def test_a_kept_model_judges_as_before(model):
    kept = pickle.loads(pickle.dumps(model))  # noqa: S301
    texts = [*(asking.text for asking in ASKED), *(told.text for told in TOLD)]
    for before, after in zip(model.judge(texts), kept.judge(texts), strict=True):
        assert numpy.allclose(before, after, atol=2e-3)
