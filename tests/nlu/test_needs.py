"""Two needs: which pairs are taken for two, given what the intent model says of each part."""

from __future__ import annotations

import pytest

from bot.nlu.needs import WHOLE, NeedsSplitter, spans_to_judge
from bot.nlu.reading import Reader

WEIGHTS = dict.fromkeys(
    [
        "bias",
        "clear_left",
        "clear_right",
        "weaker_in_whole",
        "stronger_in_whole",
        "top_is_one_of_them",
        "left_asks",
        "right_asks",
        "says_another",
        "new_sentence",
        "joined",
        "leads_on",
        "length",
        "clauses",
    ],
    0.0,
)


@pytest.fixture(scope="module")
def reader(base) -> Reader:
    return Reader(base)


def judged(reading, by_word):
    """Give each span the intents of the words in it."""
    found = {}
    for span in [WHOLE, *spans_to_judge(reading)]:
        text = reading.text if span == WHOLE else reading.span(*span)
        named = [intent for word, intent in by_word.items() if word in text]
        found[span] = {intent: 0.9 / len(named) for intent in named}
    return found


def test_two_tasks_on_two_sides_are_two_needs_in_the_order_named(base, reader):
    reading = reader.read("i need a new card and my address is wrong")
    splitter = NeedsSplitter(base, WEIGHTS, threshold=0.5, clear_enough=0.5)
    pair = splitter.split(reading, judged(reading, {"card": "replacement_ssn_card", "address": "change_address"}))
    assert (pair.first, pair.second) == ("replacement_ssn_card", "change_address")


@pytest.mark.parametrize(
    "text, by_word",
    [
        ("i lost my card and my wallet", {"card": "replacement_ssn_card", "wallet": "replacement_ssn_card"}),
        ("hello and i need a new card", {"hello": "greet", "card": "replacement_ssn_card"}),
        ("i need a new card", {"card": "replacement_ssn_card"}),
        ("i get ssi and need a new card", {"ssi": "inform", "card": "replacement_ssn_card"}),
    ],
)
def test_one_need_stays_one(base, reader, text, by_word):
    reading = reader.read(text)
    splitter = NeedsSplitter(base, WEIGHTS, threshold=0.5)
    assert splitter.split(reading, judged(reading, by_word)) is None


def test_a_need_that_is_not_clear_on_its_side_does_not_count(base, reader):
    reading = reader.read("i need a new card and my address is wrong")
    by_word = {"card": "replacement_ssn_card", "address": "change_address"}
    dim = {span: {name: c / 3 for name, c in found.items()} for span, found in judged(reading, by_word).items()}
    assert NeedsSplitter(base, WEIGHTS, threshold=0.5, clear_enough=0.4).split(reading, dim) is None
    assert NeedsSplitter(base, WEIGHTS, threshold=0.5, clear_enough=0.2).split(reading, dim)


def test_the_weights_decide(base, reader):
    reading = reader.read("i need a new card and my address is wrong")
    found = judged(reading, {"card": "replacement_ssn_card", "address": "change_address"})
    assert NeedsSplitter(base, {**WEIGHTS, "bias": -5.0}, threshold=0.5).split(reading, found) is None
    assert NeedsSplitter(base, {**WEIGHTS, "bias": -5.0, "joined": 9.0}, threshold=0.5).split(reading, found)
