"""The segment counter: against smsutil on any text, and against the numbers that everybody can look up."""

from __future__ import annotations

import pytest
import smsutil
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.sms.encoding import GSM7, UCS2, measure, plain

SPANISH = (
    "¿Necesita ir a una oficina? Por lo común, no. Llame antes de la fecha de su carta: así no pierde su cita médica."
)
FRENCH = (
    "Vous n'êtes pas obligé de venir. Appelez avant la date indiquée. L'accueil est gratuit, même sans rendez-vous."
)

TEXTS = st.one_of(
    st.text(max_size=500),
    st.text(alphabet="abc €^{}\\[~]|\n", max_size=500),
    st.text(alphabet="añ¿íéçœ Ñ", max_size=400),
    st.text(alphabet="a\U0001f600\U0001f9d1\u200d\U0001f33e", max_size=300),
)


@settings(max_examples=300)
@given(TEXTS)
@example("a" * 160)
@example("a" * 161)
@example("a" * 152 + "€" + "a" * 10)
@example("í" + "a" * 70)
@example("a" * 66 + "\U0001f600" * 30)
def test_it_counts_like_smsutil(text: str) -> None:
    other = smsutil.split(text)
    assert measure(text).segments == (len(other.parts) if text else 0)
    assert not text or (measure(text).encoding == GSM7) == smsutil.is_valid_gsm(text)


@pytest.mark.parametrize(
    ("text", "encoding", "segments"),
    [
        ("", GSM7, 0),
        ("a" * 160, GSM7, 1),
        ("a" * 161, GSM7, 2),
        ("a" * 306, GSM7, 2),
        ("a" * 307, GSM7, 3),
        ("€" * 80, GSM7, 1),
        ("€" * 81, GSM7, 2),
        ("a" * 152 + "€" * 4 + "a" * 145, GSM7, 2),
        ("a" * 152 + "€" * 4 + "a" * 146, GSM7, 3),
        ("ñ¿¡éüÑÉÜàèìòù", GSM7, 1),
        ("á", UCS2, 1),
        ("í" * 70, UCS2, 1),
        ("í" * 71, UCS2, 2),
        ("\U0001f600" * 35, UCS2, 1),
        ("\U0001f600" * 36, UCS2, 2),
    ],
)
def test_known_sizes(text: str, encoding: str, segments: int) -> None:
    assert measure(text) == (encoding, segments)


def test_typographic_signs_cost_nothing_and_letters_keep_their_accents() -> None:
    assert (
        plain("\u201cDon\u2019t go\u201d \u2013 call\u2026 1\u2011800\u00a0now\n\u2022 ID")
        == '"Don\'t go" - call... 1-800 now\n- ID'
    )
    assert measure(plain("\u201cDon\u2019t go\u201d \u2013 call\u2026")).encoding == GSM7
    for text in (SPANISH, FRENCH):
        assert plain(text) == text


def test_spanish_and_french_are_counted_for_what_they_are() -> None:
    assert measure(SPANISH) == (UCS2, 2)
    assert measure(FRENCH) == (UCS2, 2)
    assert measure("El año pasado, mañana y niño caben en GSM-7: ¿sí?".replace("í", "i")) == (GSM7, 1)


@given(st.text(max_size=200))
def test_replacing_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)
