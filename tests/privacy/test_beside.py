"""What goes because of what was found beside it: the other address of a correction, letters of a name."""

from __future__ import annotations

import pytest

from bot.privacy.redact import by_rules

NAMED = "my sister dorothy"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("i live at 402 pine, they sent it to 204 pine", "i live at [address], they sent it to [address]"),
        ("i live at 402 pine, not 39 alder", "i live at [address], not [address]"),
        ("i live at 402 pine and have 3 kids", "i live at [address] and have 3 kids"),
        ("i live at 402 pine, the office is at 12 stairs", "i live at [address], the office is at 12 stairs"),
        ("i stay by the corner of grand and 8th", "i stay by the [address]"),
        ("the ssa office is on the corner of 5th and main", "the ssa office is on the corner of 5th and main"),
        ("my apt changed from 3c to 5d", "my apt changed from [address] to [address]"),
        ("my appointment changed from 3 to 5", "my appointment changed from 3 to 5"),
    ],
)
def test_the_other_address_of_a_correction_goes(text: str, left: str) -> None:
    assert by_rules(text).text == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("its area 418 group 60 serial 2275", "its area [ssn_part] group [ssn_part] serial [ssn_part]"),
        ("my name is k a t e", "my name is [name]"),
        ("my name is k a t e i need a card", "my name is [name] i need a card"),
        ("my name is not on it", "my name is not on it"),
        (f"{NAMED} k needs a card", "my sister [name] [name] needs a card"),
        (f"{NAMED} i think", "my sister [name] i think"),
        (f"{NAMED} a friend of mine", "my sister [name] a friend of mine"),
        (f"{NAMED} y su hijo", "my sister [name] y su hijo"),
        ("i live in area 51", "i live in area 51"),
    ],
)
def test_pieces_and_letters_of_a_name_go(text: str, left: str) -> None:
    assert by_rules(text).text == left
