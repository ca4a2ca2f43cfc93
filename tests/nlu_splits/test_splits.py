"""The evaluation splits are fit to judge by: every intent has messages, and training has none of them nearly word for word."""

from __future__ import annotations

from collections import Counter

import pytest
from ruamel.yaml import YAML

from benchmarks.nlu.near_duplicates import evaluation_messages, near_duplicates
from benchmarks.nlu.tables import DEVELOPMENT, TEST, circumstances, intents, learnt_texts, training, two_needs
from bot.config import PROJECT
from bot.text import bare

SPLITS = (DEVELOPMENT, TEST)
WITHOUT_MESSAGES = {"nlu_fallback", "choose"}
"""Intents that no classifier learns."""


@pytest.fixture(scope="module")
def known() -> set:
    domain = YAML(typ="safe").load((PROJECT / "domain.yml").read_text(encoding="utf-8"))
    return set(domain["intents"]) - WITHOUT_MESSAGES


@pytest.mark.parametrize("split", SPLITS)
def test_every_intent_has_twelve_messages_or_more(split, known):
    counted = Counter(example.intent for example in intents(split))
    assert set(counted) == known
    assert min(counted.values()) >= 12, counted.most_common()[-3:]


def test_every_intent_is_learnt_from_sixty_messages_or_more(known):
    counted = Counter(example.intent for example in training())
    assert set(counted) == known
    assert min(counted.values()) >= 60, counted.most_common()[-3:]
    assert counted["out_of_scope"] >= 600


@pytest.mark.parametrize("split", SPLITS)
def test_needs_and_circumstances_of_the_tables_exist(split, base, known):
    for row in two_needs(split):
        assert not row.is_two or set(row.needs) <= known, row.text
    for stated in circumstances(split):
        for name, value in stated.circumstances.items():
            assert value in base.circumstances[name].values, stated.text
        assert set(stated.uncertain) <= set(stated.circumstances), stated.text


def test_no_message_is_in_both_splits():
    tables = [{bare(example.text) for example in intents(split)} for split in SPLITS]
    assert [text for text in tables[0] & tables[1] if len(text.split()) >= 5] == []


def test_training_has_no_near_duplicate_of_an_evaluation_message():
    found = near_duplicates(evaluation_messages(), learnt_texts())
    assert [duplicate.trained for duplicate in found] == [], "remove these from data/nlu or data/circumstances"


def test_near_duplicates_are_found():
    trained = ["how do i change my bank account for ssi"]
    assert near_duplicates(["How do I change my bank acount for SSI?"], trained)
    assert not near_duplicates(["how do i change my address for ssi and medicare"], trained)
