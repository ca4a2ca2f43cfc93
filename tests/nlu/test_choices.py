"""Choosing from what was offered without naming it."""

from __future__ import annotations

import pytest

from bot.choosing import Choice, ChoiceReader

OFFERED = ["bank", "card", "address"]


@pytest.mark.parametrize(
    "said, chosen",
    [
        ("1", ["bank"]),
        ("the second one", ["card"]),
        ("2nd", ["card"]),
        ("number 3 please", ["address"]),
        ("The last one!", ["address"]),
        ("both", OFFERED),
        ("all of them", OFFERED),
        ("neither", []),
        ("none of those", []),
        ("4", []),
    ],
)
def test_places_in_the_list_are_understood(base, said, chosen):
    assert ChoiceReader(base).read(said).of(OFFERED) == chosen


@pytest.mark.parametrize(
    "said", ["i have 2 cards", "the second letter came", "no one called me", "both my parents died", "card", "", "12"]
)
def test_a_message_that_says_more_chooses_nothing(base, said):
    assert ChoiceReader(base).read(said) is None


def test_nothing_chosen_is_not_a_place_that_does_not_exist():
    assert Choice().nothing
    assert not Choice(place=7).nothing
