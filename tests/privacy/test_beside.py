"""What is told by the words beside it: amounts and codes that stay, and what goes because something else does."""

from __future__ import annotations

import pytest

from bot.privacy.redact import by_rules, redact

NAMED = "my sister dorothy"


@pytest.mark.parametrize(
    "text",
    [
        "mi cheque es de 943", "el limite es de 2000", "mi pago es de 94", "la multa es de 75", "la deuda es del 60",
    ],
)  # fmt: skip
def test_an_amount_in_spanish_is_no_year_of_birth(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [("soy del 57", "soy del [birth_date]"), ("ella es del 48", "ella es del [birth_date]"), ("mi esposa es de 1948", "mi esposa es de [birth_date]")],
)  # fmt: skip
def test_but_somebody_is_of_a_year(text: str, left: str) -> None:
    assert by_rules(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "the base is 176100 this year", "my 401k has 312000 in it", "i made 102400 last year", "i earned 23400 last year", "house sold for 90000", "ssi back pay was 11604",
        "limit is 23400 in 2025", "i made 61500 before i stopped", "w2 says 61500 but record 16500", "my savings are 18200 total", "i inherited 45000 from my aunt", "my pension is 21500",
        "life insurance paid 25000", "gano 23400 al año", "gané 31200 el año pasado", "el límite es 23400", "je gagne 18500 par an", "le plafond est 23400", "i got 14200 in back pay",
    ],
)  # fmt: skip
def test_bare_amounts_stay_beside_words_of_money(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("my savings account is 443219", "443219"), ("my account number 4432198 and i made a deposit", "4432198"), ("my pin is 4471 last year i changed it", "4471"),
        ("i paid with card ending 4471", "4471"), ("i made a payment confirmation 8843219", "8843219"), ("i paid 4471 oak street", "4471"), ("my social ends 4471 and i made 61500", "4471"),
        ("mine ends in 8830, stub says 8380", "8380"), ("i owe 4471 is my pin", "4471"),
    ],
)  # fmt: skip
def test_but_not_beside_words_that_announce_an_identifier(text: str, gone: str) -> None:
    assert gone not in by_rules(text).text


@pytest.mark.parametrize(
    "text",
    [
        "the notice has code L-44", "form has code 21-A on the bottom", "area code 614", "remark code says N130", "error code 4010", "the reason code is 4471", "payment code 8832 what is that",
        "got a call from area code 410", "code d'erreur 4010",
    ],
)  # fmt: skip
def test_codes_that_open_nothing_stay(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("my activation code is 77AB", "77AB"), ("the letter with my activation code 77AB", "77AB"), ("they texted me a code 839204", "839204"), ("the letter had a pin 4471", "4471"),
        ("letter has a code 4471 on it", "4471"), ("call me 555-0146 area code 573", "573"),
    ],
)  # fmt: skip
def test_codes_that_open_something_go(text: str, gone: str) -> None:
    assert gone not in by_rules(text).text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ice detained my husband, does his check stop", "[status] my husband, does his check stop"),
        ("my brother was picked up by ice", "my brother was [status]"),
        ("my dad is detained by ice", "my dad is [status]"),
        ("immigration arrested my uncle", "[status] my uncle"),
        ("mi esposo está detenido por ice", "mi esposo está [status]"),
        ("la migra se llevó a mi hermano", "[status] a mi hermano"),
        ("my son is in ice custody", "my son is in [status]"),
        ("my deportation hearing is friday", "my [status] is friday"),
        ("tengo corte de inmigración", "tengo [status]"),
        ("i have an ankle monitor from ice", "i have an [status]"),
        ("i have to check in with ice every month", "i have to [status] every month"),
    ],
)
def test_who_is_held_stays_and_by_whom_goes(text: str, left: str) -> None:
    assert by_rules(text) == (left, ("status",))


@pytest.mark.parametrize(
    "text",
    [
        "what if ice detains someone at the office", "is ice detaining people there", "ice is here now", "can ice arrest me at the office", "are people in ice custody able to get ssi",
        "an ice cream truck hit my husband", "do you share my info with ice", "i am scared ice will take my husband", "am i going to get picked up by ice",
    ],
)  # fmt: skip
def test_what_is_asked_of_everybody_stays(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("i used a fake social to work", "i used a [status] to work"),
        ("i bought a social in 1999 to work", "i [status] in 1999 to work"),
        ("i used my cousins social to work", "i used my [status] to work"),
        ("worked under someone elses number", "worked under [status]"),
        ("usé un seguro chueco para trabajar", "usé un [status] para trabajar"),
        ("worked with papeles falsos", "worked with [status]"),
    ],
)
def test_a_borrowed_number_goes(text: str, left: str) -> None:
    assert by_rules(text) == (left, ("status",))


@pytest.mark.parametrize(
    "text",
    [
        "someone used MY social", "somebody is working under my number", "someone is using my social to work", "alguien usa mi seguro para trabajar", "my ex used my sons social to work",
        "i got a fake social security call", "someone used a fake social to work here", "i used my moms social to fill out the form",
    ],
)  # fmt: skip
def test_a_victim_stays(text: str) -> None:
    assert redact(text) == (text, ())


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


@pytest.mark.parametrize("text", ["ice is taking my husband right now", "ice grabbed my mom in the lobby", "la migra se llevo a mi hermano aqui afuera"])  # fmt: skip
def test_what_happens_here_and_now_can_be_understood(text: str) -> None:
    assert by_rules(text) == (text, ())
