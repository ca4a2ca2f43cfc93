"""Amounts, codes of letters and dates that look like identifiers and are none."""

from __future__ import annotations

import pytest

from bot.privacy.redact import by_rules, redact


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


@pytest.mark.parametrize("text", ["my letter is dated March 3, 2025", "la carta es del 14 de abril", "ma lettre est du 14 mars", "my appointment is June 5th", "a los 65 o 67", "weekly pay 212, 198, 187.50"])  # fmt: skip
def test_dates_of_letters_and_lists_of_figures_stay(text: str) -> None:
    assert redact(text) == (text, ())
