"""The pager: nothing is lost, nothing is cut that belongs together, and no page is too long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sms.discretion import SHOWN, Discretion
from bot.sms.encoding import GSM7, UCS2, measure, plain
from bot.sms.pages import MOST_SEGMENTS, PageRules, cut

MORE = "Reply MORE for the rest."
RULES = PageRules(MORE, first=2)
HIDING = PageRules(
    MORE, first=2, guard=Discretion(["ice", "immigr"], "Here is what I found for your question today:").guard
)

WORDS = st.one_of(
    st.from_regex(r"[a-z]{1,12}[.,?]?", fullmatch=True),
    st.sampled_from(
        [
            "1-800-772-1213",
            "(TTY 1-800-325-0778)",
            "https://www.ssa.gov/forms/ssa-1696.html",
            "800 772 1213",
            "8 a.m.",
            "€20",
            "[x]",
        ]
        + ["\U0001f9d1\u200d\U0001f33e", "cita", "médica", "año", "\n", "\n1. ", "\n- ", "immigration", "ICE", "obligé"]
    ),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=220).map(" ".join).map(str.strip).filter(bool)


def body(page: str) -> str:
    return re.sub(r"\n?" + re.escape(MORE) + "$", "", page)


def words(text: str) -> list[str]:
    return text.split()


@settings(max_examples=100)
@given(TEXTS, st.sampled_from(["", "Reply with a number:\n1 Yes\n2 No\n3 I'm not sure"]))
def test_nothing_is_lost_and_nothing_is_cut(text: str, tail: str) -> None:
    pages = cut(text, RULES, tail)
    assert words(" ".join(body(page) for page in pages)) == words(f"{text} {tail}")
    for number in re.findall(r"\d(?:[\d -]*\d)?", text):
        assert any(number in body(page) for page in pages)
    assert tail in pages[-1]
    assert [page.endswith(MORE) for page in pages] == [True] * (len(pages) - 1) + [False]


@settings(max_examples=100)
@given(TEXTS)
def test_no_page_is_too_long_and_an_english_first_page_has_two_segments(text: str) -> None:
    pages = cut(text, HIDING)
    assert all(1 <= measure(page).segments <= MOST_SEGMENTS for page in pages)
    if measure(pages[0]).encoding == GSM7:
        assert measure(pages[0]).segments <= 2


@settings(max_examples=100)
@given(TEXTS)
def test_no_page_begins_with_what_a_locked_phone_must_not_show(text: str) -> None:
    for page in cut(text, HIDING):
        assert not re.search(r"\b(ice|immigr)", page[:SHOWN], re.IGNORECASE)


@settings(max_examples=15)
@given(
    st.lists(
        st.sampled_from(["x", "€", "é", "í", "\U0001f9d1\u200d\U0001f33e", "e\u0301"]), min_size=300, max_size=900
    ).map("".join)
)
def test_a_word_longer_than_a_page_is_cut_between_whole_signs(word: str) -> None:
    pages = cut(word, RULES)
    assert "".join(body(page) for page in pages) == word
    assert all(measure(page).segments <= MOST_SEGMENTS for page in pages)
    for page in pages:
        assert not body(page).startswith(("\u200d", "\u0301"))
        assert not body(page).endswith("\u200d")


def test_pages_end_with_a_sentence_where_one_ends_in_time() -> None:
    text = " ".join(f"This is sentence number {n} of a long answer." for n in range(30))
    assert all(body(page).endswith(".") for page in cut(text, RULES))


def test_a_list_to_choose_from_stays_in_one_piece() -> None:
    tail = "Reply with a number:\n" + "\n".join(f"{n} Something to choose from" for n in range(1, 9))
    pages = cut("word " * 110, RULES, tail)
    assert [tail in page for page in pages] == [False] * (len(pages) - 1) + [True]


@pytest.mark.parametrize("text", ["ICE is near", "About immigration", "x" * 36 + " ice", "\u201cICE\u201d"])
def test_the_opening_hides_what_a_locked_phone_would_show(text: str) -> None:
    assert HIDING.guard(text).endswith(text) and HIDING.guard(text) != text


@pytest.mark.parametrize("text", ["Your notice came twice", "Call your office", "x" * 45 + " ICE", "Price and police"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert HIDING.guard(text) == text


SAMPLES = {
    "Spanish": "Normalmente no necesita ir a una oficina. Llame al 1-800-772-1213 y pida un intérprete; es gratis. Si recibió una carta, mírela: "
    "ahí está la fecha límite. Lleve una identificación con foto, si la tiene. También puede hacerlo por correo o en línea: "
    "https://www.ssa.gov/espanol. ¿Tiene una cuenta «my Social Security» a la que pueda entrar? Sí, no, o no estoy seguro.",
    "French": "En général, il n’est pas nécessaire d’aller au bureau. Appelez le 1-800-772-1213 et demandez un interprète : c’est gratuit. Si vous avez "
    "reçu une lettre, regardez la date limite. Apportez une pièce d’identité avec photo, si vous en avez une. Vous pouvez aussi le faire par "
    "courrier ou en ligne : https://www.ssa.gov. Avez-vous un compte où vous pouvez vous connecter ? Oui, non, ou je ne suis pas sûr.",
}  # fmt: skip


@pytest.mark.parametrize("language", SAMPLES)
def test_spanish_and_french_go_in_pages_that_lose_and_cut_nothing(language: str) -> None:
    text = plain(SAMPLES[language] * 2)
    pages = cut(text, RULES)
    assert UCS2 in {measure(page).encoding for page in pages}
    assert all(measure(page).segments <= MOST_SEGMENTS for page in pages)
    assert words(" ".join(body(page) for page in pages)) == words(text)
    for whole in ("1-800-772-1213", "https://www.ssa.gov"):
        assert sum(body(page).count(whole) for page in pages) == text.count(whole)
