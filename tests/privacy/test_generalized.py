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
    redacted = redact(f"my son turned {age} last tuesday")
    assert redacted == (f"my son turned [{band(age)}] last tuesday", ("age",))
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
        "if you turn 62 this year", "when I am 65", "is 67 the full age", "can a 62 year old apply", "my wife of 40 years", "full retirement age 67", "j'ai eu 3 lettres", "I hit 40 quarters", "hasta que cumpla 18", "until I turn 70",
    ],
)  # fmt: skip
def test_ages_of_rules_stay(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize("text", ["I turn 65 in october, when do i sign up", "turned 62 and still working", "cumpli 65 en mayo", "my girl turned 18 this summer"])  # fmt: skip
def test_who_reaches_the_age_of_a_rule_asks_of_the_rule(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("turned 65 last tuesday", "turned [age_full] last tuesday"),
        ("cumpli 65 el lunes", "cumpli [age_full] el lunes"),
        ("turned 62 on march 3", "turned [age_early] on [birth_date]"),
        ("turned 63 in march", "turned [age_early] in march"),
        ("turned 65, medicare 8GT6-VA3-HE50", "turned [age_full], medicare [medicare]"),
        ("my name is Jo Bell and i turned 65 in may", "my name is [name] and i turned [age_full] in may"),
    ],
)
def test_but_not_where_the_day_or_anything_else_tells_who_it_is(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my dad is a green card holder and they cut him off", "my dad is a [status] and they cut him off"),
        ("she has been a citizen since 2011, fix it", "she has been a [new_status] since 2011, fix it"),
        ("mi esposo es indocumentado y trabaja", "mi esposo es [status] y trabaja"),
        ("my nephew from Venezuela has TPS", "my nephew from [country] has [status]"),
        (
            "they flagged me. i stayed past my visa years ago, i am scared",
            "they flagged me. i [status] years ago, i am scared",
        ),
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
        "i am a resident of Ohio", "soy residente del asilo de ancianos",
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


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("im 71 yrs old and i owe 9,400", "im [age_elder] yrs old and i owe 9,400"),
        ("I am 62", "I am [age_early]"),
        ("age 62", "age [age_early]"),
        ("62 years old", "[age_early] years old"),
        ("my boy is 9 y/o", "my boy is [age_child] y/o"),
        ("grandbaby 4 months old", "grandbaby [age_child] months old"),
        ("I am sixty-seven and tired", "I am [age_full] and tired"),
        ("tengo 68 años y no leo", "tengo [age_full] años y no leo"),
        ("mon mari a soixante-six ans", "mon mari a [age_full] ans"),
    ],
)
def test_an_age_leaves_its_band_beside_what_tells_who_somebody_is_and_stays_alone(text: str, left: str) -> None:
    assert redact(text).text == text
    assert redact(f"my ssn is 412-55-0198. {text}").text == f"my ssn is [ssn]. {left}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Harold, 91, veteran", "[name], [age_elder], veteran"),
        ("I became a citizen, update my record", "I became a [new_status], update my record"),
    ],
)
def test_an_age_beside_a_name_and_a_new_status_leave_what_advice_needs(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "i am 3 payments behind", "im 20 minutes away", "he's 2 months late", "I'm 5 credits short", "i have 40 quarters", "tengo 40 creditos", "j'ai 3 lettres",
        "she is 1 of the people who called", "my wife of 40 years", "I worked 30 years", "i waited 45 min", "llevo 20 años casada", "at age 70 i get more",
    ],
)  # fmt: skip
def test_other_numbers_are_no_ages(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my cousin Olu says no", "my cousin [name] says no"),
        ("for wife oksana... she has an interview", "for wife [name]... she has an interview"),
        ("my son jayden ruiz needs a card", "my son [name] needs a card"),
        ("i called yesterday this is tamika", "i called yesterday this is [name]"),
        ("its deshawn's mama his ssi got cut", "its [name]'s mama his ssi got cut"),
        ("was Priscilla Yoder now Priscilla Stoltz", "was [name] now [name]"),
        ("i spell it K O W A L S K I, with a k", "i spell it [name], with a k"),
        ("thanks, tamika", "thanks, [name]"),
        ("mi hijo Mateo no come", "mi hijo [name] no come"),
    ],
)
def test_names_are_told_by_lists_and_relatives(text: str, left: str) -> None:
    assert redact(text).text == left


@pytest.mark.parametrize(
    "text",
    [
        "my son will be there", "my mom may need help", "my wife rose early", "can you mark it", "my husband passed in May", "my wife Medicare card",
        "is Austin better than the San Antonio office", "Wells Fargo closed my account", "Martin Luther King day", "uncle sam takes it all", "mi mamá falleció", "the Madison County office",
        "my mother recieves ssi", "my daughter graduates in june", "cuatro de mis siete hijos cobran",
    ],
)  # fmt: skip
def test_everyday_words_and_places_are_no_names(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("username all one word walkswithdog, ok", "username all one word [username], ok"),
        ("mrs.t.okafor is my sign in", "[username] is my sign in"),
        ("the password i use is my dog ruffles...", "the password i use is [secret]..."),
        ("its 609 then 44 and the last ones 1753", "its [ssn_part] then [ssn_part] and the last ones [ssn_part]"),
        ("they sent G-441902 to my phone", "they sent [secret] to my phone"),
        ("ip 68 . 92 . 14 . 201", "ip [ip]"),
        ("its Juniper lane number 27 by the church", "its [address] by the church"),
        ("my passport says 1953 but the other 1955", "my passport says [birth_date] but the other [birth_date]"),
    ],
)
def test_values_behind_unusual_words(text: str, left: str) -> None:
    assert redact(text).text == left
