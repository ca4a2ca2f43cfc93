"""Two needs: which pairs are taken for two, given what the intent model says of each part."""

from __future__ import annotations

from collections import defaultdict

import pytest

from bot.nlu.needs import NeedsSplitter
from bot.nlu.reading import WHOLE, Reader, spans_to_judge

WEIGHTS = defaultdict(float, {"bias": 0.0})


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
    splitter = NeedsSplitter(base, WEIGHTS, threshold=0.5)
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
    clear = judged(reading, by_word)
    dim = {span: {name: c / 30 for name, c in found.items()} for span, found in clear.items()}
    splitter = NeedsSplitter(base, defaultdict(float, {"bias": 3.0, "clear_left": 1.0, "clear_right": 1.0}), 0.5)
    assert splitter.split(reading, clear)
    assert splitter.split(reading, dim) is None


def test_two_needs_must_be_clearer_when_the_message_as_a_whole_speaks_for_another(base, reader):
    reading = reader.read("i need a new card and my address is wrong")
    found = judged(reading, {"card": "replacement_ssn_card", "address": "change_address"})
    found[WHOLE] = {"find_office": 0.9}
    assert NeedsSplitter(base, WEIGHTS, threshold=0.5).split(reading, found)
    assert NeedsSplitter(base, WEIGHTS, threshold=0.5, against_whole=0.6).split(reading, found) is None


def test_the_weights_decide(base, reader):
    reading = reader.read("i need a new card and my address is wrong")
    found = judged(reading, {"card": "replacement_ssn_card", "address": "change_address"})
    assert NeedsSplitter(base, defaultdict(float, {"bias": -5.0}), threshold=0.5).split(reading, found) is None
    assert NeedsSplitter(base, defaultdict(float, {"bias": -5.0, "joined": 9.0}), threshold=0.5).split(reading, found)
