"""What is left of an age and of a new status: enough for advice and for the errand, and no more."""

from __future__ import annotations

import pytest

from bot.channels.redacting import remark_on
from bot.knowledge import KnowledgeBase
from bot.privacy.finding.ages import band
from bot.privacy.finding.number_words import value
from bot.privacy.redact import redact
from bot.replies.voice import Voice
from bot.text import READ_AS, even

RULES = (12, 18, 22, 50, 62, 65, 70)
"""Ages at which a rule of Social Security begins to be another one."""


@pytest.mark.parametrize("age", range(1, 116))
def test_an_age_is_read_as_one_to_which_the_same_rules_apply(age: int) -> None:
    redacted = redact(f"my son turned {age} in june")
    assert redacted == (f"my son turned [{band(age)}] in june", ("age",))
    read = int(even(redacted.text).split()[3])
    assert [read < rule for rule in RULES] == [age < rule for rule in RULES]


def test_every_band_is_read() -> None:
    assert {band(age) for age in range(1, 116)} == {name for name in READ_AS if name.startswith("age_")}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2), ("sixty two", 62), ("ninety", 90), ("one hundred", 100), ("ochenta y cuatro", 84), ("dieciseis", 16),
        ("soixante douze", 72), ("quatre vingt deux", 82), ("quatre vingts", 80), ("cent", 100), ("banana", None),
    ],
)  # fmt: skip
def test_ages_in_words_are_numbers(words: str, number: "int | None") -> None:
    assert value(words.split()) == number


@pytest.mark.parametrize(
    "text",
    [
        "when I turn 65 do I need Part B", "can I retire at 62", "benefits stop when a child turns 18", "a los 62 me quitan cuanto",
        "if you turn 62 this year", "I am 62", "j'ai eu 3 lettres", "I hit 40 quarters", "hasta que cumpla 18", "until I turn 70",
    ],
)  # fmt: skip
def test_ages_of_rules_stay(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my dad is a green card holder and they cut him off", "my dad is a [status] and they cut him off"),
        ("she has been a citizen since 2011, fix it", "she has been a [new_status] since 2011, fix it"),
        ("mi esposo es indocumentado y trabaja", "mi esposo es [status] y trabaja"),
        ("my nephew from Venezuela has TPS", "my nephew from [country] has [status]"),
    ],
)
def test_only_the_word_itself_goes(text: str, left: str) -> None:
    """For whom somebody asks must still be told."""
    assert redact(text).text == left


def test_a_change_of_status_is_still_understood_as_one() -> None:
    for status in ("citizen", "permanent resident"):
        redacted = redact(f"I am a {status} now, update my record").text
        assert "resident" not in redacted
        assert even(redacted) == "i am a citizen now, update my record"


@pytest.mark.parametrize(
    "text",
    [
        "do they ask for a green card", "can a noncitizen get SSI", "is it safe for immigrants", "are refugees allowed to get SSI",
        "my record says I am not a citizen", "faut il être citoyen pour la retraite", "una persona sin papeles puede cobrar",
        "we live in Portugal half the year", "going to Mexico for 5 weeks", "a call from India", "my pension from Germany",
    ],
)  # fmt: skip
def test_talk_of_rules_and_of_places_stays(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("219-09-9999 lost my card", "ssn"),
        ("hello this is Bill Turner my ssn is 219-09-9999", "name"),
        ("Maria Gomez 4/5/1950 219-09-9999 check didnt come", "birth_date"),
        ("they gave me 912-70-1234 before", "itin"),
    ],
)
def test_kinds_are_told_by_shape_and_place(text: str, kind: str) -> None:
    assert kind in redact(text).kinds


def test_an_age_alone_is_not_remarked_on(base: KnowledgeBase) -> None:
    """The assistant itself asks how old a child is."""
    assert remark_on(Voice(base), ("age",)) is None
    assert remark_on(Voice(base), ("age", "ssn"))
