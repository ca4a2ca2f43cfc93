"""The dossier's matrix and the engine: each cell equal, or different with a reason that still holds."""

from __future__ import annotations

import re
from typing import Any, Dict

import pytest

from bot.advice import UnknownName
from bot.advice.model import VisitNeed
from bot.config import PROJECT
from bot.handbook.matrix import (
    COLUMN_OF,
    COLUMNS,
    Matrix,
    MatrixError,
    compare,
    idle_readings,
    idle_reasons,
    matrix_page,
    offer,
    parse_matrix,
    read_matrix,
    write_matrix_page,
)
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.tasks import WayEntry

SOURCE = PROJECT / "docs" / "matrix.yml"
WITHOUT_COLUMN = {"abroad_post", "helper"}


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return read_matrix(SOURCE)


def one_row(**changes: Any) -> Dict[str, Any]:
    """The file with one task, all its cells 'Y'."""
    return {
        "on": "2026-11-22",
        "reads_as": {"Y": {"level": "yes", "means": "open to everyone"}},
        "tasks": {"benefit_letter": {**dict.fromkeys(COLUMNS, "Y"), **changes}},
    }


def because(engine: str) -> Dict[str, str]:
    return {"engine": engine, "because": "we asked"}


# --- the real matrix ---------------------------------------------------------------------------------------------


def test_every_task_of_the_knowledge_is_in_the_matrix(base: KnowledgeBase, matrix: Matrix) -> None:
    assert set(matrix.cells) == set(base.tasks)


def test_every_difference_has_a_reason(base: KnowledgeBase, matrix: Matrix) -> None:
    bare = [f"{d.task}, {d.column}: {d.dossier} / {d.engine}" for d in compare(base, matrix, matrix.on) if not d.why]
    assert bare == [], "say why in docs/matrix.yml, or correct the task"


def test_no_reason_is_given_for_a_cell_that_is_equal(base: KnowledgeBase, matrix: Matrix) -> None:
    assert idle_reasons(matrix, compare(base, matrix, matrix.on)) == []


def test_every_reading_is_used(matrix: Matrix) -> None:
    assert idle_readings(matrix) == []


def test_the_sources_named_in_reasons_exist(base: KnowledgeBase, matrix: Matrix) -> None:
    reasons = [reason.because for row in matrix.reasons.values() for reason in row.values()]
    named = {name for why in reasons for ids in re.findall(r"\(([A-Z0-9, ]+)\)", why) for name in ids.split(", ")}
    assert len(named) > 20
    assert named - set(base.sources) == set()


def test_the_page_is_current(base: KnowledgeBase, matrix: Matrix) -> None:
    written = (PROJECT / "docs" / "matrix.md").read_text(encoding="utf-8")
    assert written == matrix_page(base, matrix, matrix.on), "run 'advisor docs'"


def test_every_channel_has_a_column_or_is_known_to_have_none() -> None:
    channels = set(WayEntry.__fields__["way"].type_.__args__)
    assert channels == {*COLUMN_OF, *WITHOUT_COLUMN}
    assert set(COLUMN_OF.values()) == set(COLUMNS) - {"visit"}


# --- how it is counted -------------------------------------------------------------------------------------------


def test_a_flagged_claim_is_an_office_visit_and_nothing_else(base: KnowledgeBase, matrix: Matrix) -> None:
    found = offer(base, "verify_identity_flagged_claim", matrix.on)
    assert found.levels == {"online": "no", "phone": "no", "mail": "no", "office": "yes", "visit": "yes"}
    assert found.needs == (VisitNeed.VISIT_NEEDED,)


def test_a_way_open_in_some_cases_only_is_some(base: KnowledgeBase, matrix: Matrix) -> None:
    found = offer(base, "change_address", matrix.on)
    assert (found.levels["online"], found.levels["phone"], found.levels["visit"]) == ("some", "yes", "some")
    assert found.words("visit") == "some (no_visit, visit_needed)"


def test_a_task_that_does_not_exist_is_refused(base: KnowledgeBase, matrix: Matrix) -> None:
    with pytest.raises(UnknownName):
        offer(base, "benefit_leter", matrix.on)


def test_a_difference_without_a_reason_is_found_and_shown(base: KnowledgeBase, matrix: Matrix) -> None:
    made = parse_matrix(one_row())
    found = compare(base, made, matrix.on)
    assert [(d.column, d.engine, d.why) for d in found] == [("mail", "no", ""), ("visit", "no (no_visit)", "")]
    page = matrix_page(base, made, matrix.on)
    assert "0 of these 2 with a reason" in page
    assert page.count("**no reason given**") == 2


def test_a_reason_that_is_no_longer_needed_is_found(base: KnowledgeBase, matrix: Matrix) -> None:
    made = parse_matrix(one_row(why={"online": because("yes"), "mail": because("no")}))
    assert idle_reasons(made, compare(base, made, matrix.on)) == [("benefit_letter", "online")]


def test_a_reason_for_another_answer_does_not_count(base: KnowledgeBase, matrix: Matrix) -> None:
    made = parse_matrix(one_row(why={"mail": because("some"), "visit": because("no")}))
    assert {d.column: d.why for d in compare(base, made, matrix.on)} == {"mail": "", "visit": "we asked"}


def test_an_open_cell_always_takes_a_reason(base: KnowledgeBase, matrix: Matrix) -> None:
    content = one_row(phone="?")
    content["reads_as"]["?"] = {"level": "open", "means": "not confirmed"}
    found = {d.column: d for d in compare(base, parse_matrix(content), matrix.on)}
    assert found["phone"].was_open
    assert not found["mail"].was_open


def test_a_reading_that_no_cell_has_is_found() -> None:
    content = one_row()
    content["reads_as"]["N"] = {"level": "no", "means": "not possible"}
    assert idle_readings(parse_matrix(content)) == ["N"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"phone": "maybe"}, "'maybe' has no reading"),
        ({"fax": "Y"}, "there is no column 'fax'"),
        ({"why": {"telephone": {"engine": "no", "because": "we asked"}}}, "there is no column 'telephone'"),
    ],
)
def test_a_wrong_row_is_refused(changes: Dict[str, Any], problem: str) -> None:
    with pytest.raises(MatrixError, match=re.escape(problem)):
        parse_matrix(one_row(**changes))


def test_a_missing_column_and_a_wrong_level_are_refused() -> None:
    content = one_row()
    del content["tasks"]["benefit_letter"]["mail"]
    content["reads_as"]["Y"]["level"] = "always"
    with pytest.raises(MatrixError) as refused:
        parse_matrix(content)
    assert "column 'mail' is missing" in str(refused.value)
    assert "'always' is none of yes, some, no, open" in str(refused.value)


def test_the_page_is_written_for_the_day_in_the_file(base: KnowledgeBase, matrix: Matrix, tmp_path: Any) -> None:
    written = write_matrix_page(base, SOURCE, tmp_path / "matrix.md")
    assert written.read_text(encoding="utf-8") == matrix_page(base, matrix, matrix.on)
    assert f"on {matrix.on}" in written.read_text(encoding="utf-8")
