"""Slips of the finger are read as the word that was meant; words that are known are left as they are."""

from __future__ import annotations

import pytest

from bot.nlu.spelling import Speller

USED = {
    "proof": 0.01,
    "roof": 0.001,
    "decide": 0.01,
    "traffic": 0.002,
    "payment": 0.05,
    "payments": 0.02,
    "paymnt": 0.0001,
    "poof": 0.00001,
}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(USED, often=0.0005)


@pytest.mark.parametrize(
    "typed, read",
    [
        ("porof of income", "proof of income"),
        ("how long til they decdie", "how long til they decide"),
        ("stuck in trafic", "stuck in traffic"),
        ("stuck in traffiic", "stuck in traffic"),
        ("paynent", "payment"),
    ],
)
def test_one_slip_is_mended(speller, typed, read):
    assert speller.mend(typed) == read


@pytest.mark.parametrize("typed", ["paymnt late", "poof", "prf", "decidedly", "tarfifc", "", "12345", "r00fs"])
def test_known_short_and_far_words_stay(speller, typed):
    assert speller.mend(typed) == typed


def test_of_two_words_the_commoner_is_meant(speller):
    assert speller.mend("paymenst") == "payment"
    assert speller.mend("paymentt") == "payment"
