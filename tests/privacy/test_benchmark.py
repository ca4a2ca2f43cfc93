"""The benchmark of redaction: its measures must be able to fail, and its tables must be fit to measure with."""

from __future__ import annotations

import sys
from typing import Any, Dict, List

import pytest

from benchmarks.privacy.compare import main, run_tool
from benchmarks.privacy.figures import figures
from benchmarks.privacy.measures import Share, cannot_go, is_gone, is_kept, is_wholly_gone, letters
from benchmarks.privacy.report import as_markdown, as_text, sections
from benchmarks.privacy.tables import FRESH, LEARNT, NEWEST, TUNED
from benchmarks.privacy.worker import answer, without
from bot.privacy.messages import Row, read_rows

NUMBER = "417-28-6093"
ROWS = [
    Row(f"my social is {NUMBER}, form SSA-1696", (NUMBER,), ("ssn",), ("form SSA-1696",)),
    Row("mi clave es Rana88 y mi correo a@b.example", ("Rana88", "a@b.example"), ("password", "email"), ("mi clave",), "es"),
    Row("le formulaire SSA-1696", (), (), ("SSA-1696",), "fr"),
]  # fmt: skip


def answers(*texts: str) -> List[Dict[str, Any]]:
    return [{"text": text, "microseconds": 10.0 * number} for number, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    "result",
    [
        f"my social is {NUMBER}",
        "my social is 417286093",
        "my social is 4 1 7 2 8 6 0 9 3",
        "my social is \uff14\uff11\uff17\u201328\u20136093",
        "my social is 417-28[phone]-6093",
        "my social is <DATE_TIME>417{{EMAIL}}286093",
    ],
)
def test_an_entry_that_stands_there_in_any_form_is_not_gone(result: str) -> None:
    assert not is_gone(NUMBER, result)
    assert not is_wholly_gone(NUMBER, f"my social is {NUMBER}", result)


@pytest.mark.parametrize("result", ["my social is [ssn]", "my social is <US_SSN>", "my social is {{PHONE}}", ""])
def test_an_entry_that_does_not_stand_there_is_gone(result: str) -> None:
    assert is_gone(NUMBER, result)
    assert is_wholly_gone(NUMBER, f"my social is {NUMBER}", result)


def test_case_does_not_save_a_name() -> None:
    assert not is_gone("Orin Klee", "ORIN, klee")


@pytest.mark.parametrize("placeholder", ["[phone]", "<PHONE_NUMBER>", "{{PHONE}}", "{{PHONE+EMAIL}}"])
def test_the_name_of_a_kind_counts_for_nothing(placeholder: str) -> None:
    assert is_gone("Phone", f"I am called {placeholder}")
    assert letters(placeholder) != ""


def test_a_remnant_is_found() -> None:
    text = f"my social is {NUMBER}"
    assert is_gone(NUMBER, "my social is [x]6093")
    assert not is_wholly_gone(NUMBER, text, "my social is [x]6093")
    assert is_wholly_gone(NUMBER, text, "my social is [x]093")


def test_what_the_rest_of_the_message_has_is_no_remnant() -> None:
    text = f"{NUMBER} not 6093"
    assert is_wholly_gone(NUMBER, text, "[ssn] not 6093")
    assert not is_wholly_gone("712", "code 712", "code 712")


def test_an_entry_that_stands_elsewhere_too_cannot_go() -> None:
    assert cannot_go("62", "62 and form 6-2")
    assert not cannot_go("62", "62 and form 6-1")


def test_what_must_stay_must_stay_sign_for_sign() -> None:
    assert is_kept("form SSA-1696", "my [x], form SSA-1696")
    assert not is_kept("form SSA-1696", "my [x], form [receipt]")
    assert not is_kept("SSA-1696", "SSA 1696")


def test_a_perfect_tool_has_it_all() -> None:
    made = figures(ROWS, answers("my social is [ssn], form SSA-1696", "mi clave es [x] y mi correo [y]", ROWS[2].text))
    assert made.gone == {"all": Share(3, 3), "en": Share(1, 1), "es": Share(2, 2)}
    assert made.wholly_gone == made.gone
    assert made.gone_by_kind == {"ssn": Share(1, 1), "password": Share(1, 1), "email": Share(1, 1)}
    assert made.kept["all"] == Share(3, 3)
    assert made.untouched == {"all": Share(1, 1), "fr": Share(1, 1)}
    assert (made.microseconds, made.errors) == ([10.0, 20.0, 30.0], 0)


def test_a_tool_that_does_nothing_hides_nothing() -> None:
    made = figures(ROWS, answers(*(row.text for row in ROWS)))
    assert made.gone["all"] == made.wholly_gone["all"] == Share(0, 3)
    assert made.kept["all"] == Share(3, 3)
    assert made.untouched["all"] == Share(1, 1)


def test_a_tool_that_takes_everything_keeps_nothing() -> None:
    made = figures(ROWS, answers("", "", ""))
    assert made.gone["all"] == Share(3, 3)
    assert made.kept["all"] == Share(0, 3)
    assert made.untouched["all"] == Share(0, 1)


def test_half_right_is_half_right_in_the_right_place() -> None:
    made = figures(ROWS, answers("my social is [ssn], [x]", "mi clave es Rana88 y mi correo [y]", "le [x] SSA-1696"))
    assert made.gone == {"all": Share(2, 3), "en": Share(1, 1), "es": Share(1, 2)}
    assert made.gone_by_kind == {"ssn": Share(1, 1), "password": Share(0, 1), "email": Share(1, 1)}
    assert made.kept == {"all": Share(2, 3), "en": Share(0, 1), "es": Share(1, 1), "fr": Share(1, 1)}
    assert made.untouched["all"] == Share(0, 1)


def test_an_error_counts_as_not_redacted() -> None:
    made = figures(ROWS[:1], [{"error": "ValueError"}])
    assert made.gone["all"] == Share(0, 1)
    assert (made.microseconds, made.errors) == ([], 1)
    assert answer(lambda text, lang: text[99], "x", "en") == {"error": "IndexError"}


def test_answers_that_do_not_fit_the_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        figures(ROWS, answers("one"))


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        ([], "ab 123 cd"),
        ([(3, 6, "N")], "ab <N> cd"),
        ([(3, 6, "N"), (3, 9, "M")], "ab <N>"),
        ([(4, 9, "M"), (3, 6, "N")], "ab <N>"),
        ([(0, 9, "M"), (3, 6, "N")], "<M>"),
        ([(0, 2, "M"), (2, 6, "N")], "<M><N> cd"),
    ],
)
def test_spans_that_overlap_go_whole(spans: list, left: str) -> None:
    assert without("ab 123 cd", spans) == left


def test_the_interval_is_that_of_wilson() -> None:
    assert Share(8, 10).interval() == pytest.approx((0.490, 0.943), abs=0.001)
    assert Share(0, 0).interval() == (0.0, 1.0)


def test_the_tables_are_large_enough_and_apart() -> None:
    tuned, fresh = list(read_rows((*TUNED, *LEARNT))), list(read_rows((*FRESH, *NEWEST)))
    assert len(tuned) >= 400
    assert len(fresh) >= 150
    assert {row.lang for row in tuned} == {row.lang for row in fresh} == {"en", "es", "fr"}
    shared = {letters(row.text) for row in tuned} & {letters(row.text) for row in fresh}
    assert len(shared) == 0, "a fresh message is among the tuned ones"


def test_the_worker_runs_ours_and_says_when_a_tool_is_not_installed() -> None:
    about, answered = run_tool(sys.executable, "ours", ROWS)
    assert about["parts"] == []
    assert figures(ROWS, answered).gone["en"] == Share(1, 1)
    assert all(one["microseconds"] > 0 for one in answered)
    assert run_tool(sys.executable, "scrubadub", ROWS) is None


def test_the_tables_of_figures_show_numbers_only(capsys: pytest.CaptureFixture) -> None:
    made = {"tuned": {"ours": figures(ROWS, answers(*(row.text for row in ROWS)))}}
    shown = sections({"tuned": ROWS}, made, {"ours": {"version": "", "parts": []}})
    for text in (as_markdown(shown, ["note"]), as_text(shown, ["note"])):
        assert "0.0 % (0/3)" in text
        assert "this assistant" in text
        assert not any(row.text in text for row in ROWS)
    with pytest.raises(SystemExit):
        main(["--unknown"])
    assert "usage" in capsys.readouterr().err
