"""Who is held by immigration, and who worked under a number not theirs: told of the writer's own people it goes, else it stays."""

from __future__ import annotations

import pytest

from bot.privacy.redact import by_rules, redact


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


@pytest.mark.parametrize("text", ["ice is taking my husband right now", "ice grabbed my mom in the lobby", "la migra se llevo a mi hermano aqui afuera"])  # fmt: skip
def test_what_happens_here_and_now_can_be_understood(text: str) -> None:
    assert by_rules(text) == (text, ())
