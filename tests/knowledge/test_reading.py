"""One file read by itself: what is not YAML, and mistakes in an entry, are told in words on their line."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Tuple

import pytest

from bot.knowledge import Problem
from bot.knowledge.reading import read_catalogue, read_yaml

# --- files that are hardly YAML ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param(b"a: 1\nb: 2\n\tc: 3\n", 3, id="tab"),
        pytest.param(b"a: 1\n  b: 2\n", 2, id="indentation"),
        pytest.param(b"a: 1\nb: 'open\nc: 2\n", None, id="quote left open"),
        pytest.param(b"a: 1\nb: 2\na: 3\n", 3, id="key given twice"),
        pytest.param(b"a: 1\nb: *nobody\n", 2, id="unknown alias"),
        pytest.param(b"- a\n- b\n", 1, id="a list"),
        pytest.param(b"", 1, id="empty"),
        pytest.param(b"just words\n", 1, id="just words"),
        pytest.param(b"a: caf\xe9\n", None, id="not UTF-8"),
        pytest.param(b"a: 1\nb: bell \x07\n", 2, id="control character"),
        pytest.param(b"a: 1\nfrom: 2025-02-30\n", 2, id="a day that does not exist"),
        pytest.param(b"a: 1\nb: 2\nuntil: 2025-13-01\n", 3, id="a month that does not exist"),
    ],
)
def test_what_is_not_yaml_is_one_problem_with_its_line(tmp_path: Path, content: bytes, line: Optional[int]) -> None:
    path = tmp_path / "odd.yml"
    path.write_bytes(content)
    document = read_yaml(path, "odd.yml")
    assert len(document.problems) == 1
    assert document.problems[0].file == "odd.yml"
    assert line is None or document.problems[0].line == line
    assert document.problems[0].fix


# --- mistakes in one catalogue entry -----------------------------------------------------------------------------

SOURCE = """
FINE:
  title: "A page"
  publisher: "SSA"
  url: "https://ssa.gov/"
  published: "2025"
  checked: 2026-11-22
  grade: official
"""
NOTICE = """
defaults: {checked: 2026-11-22}
some_notice:
  attach: in_person
  title: {en: "Title"}
  recheck_days: 60
  versions: []
"""


def problems_of(tmp_path: Path, kind: str, text: str) -> List[Problem]:
    path = tmp_path / f"{kind}.yml"
    path.write_text(text.lstrip("\n"), encoding="utf-8")
    document = read_yaml(path, path.name)
    read_catalogue(document, kind)
    return document.problems


def test_the_entry_itself_is_fine(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "sources", SOURCE) == []


@pytest.mark.parametrize(
    ("edit", "line", "said"),
    [
        pytest.param({"  grade: official": "  grade: oficial"}, 7, ("official", "reported"), id="grade"),
        pytest.param({'url: "https://ssa.gov/"': 'url: "ssa.gov"'}, 4, ("expected form",), id="url"),
        pytest.param({"checked: 2026-11-22": "checked: soon"}, 6, ("YYYY-MM-DD",), id="date in words"),
        pytest.param({'published: "2025"': 'published: "last year"'}, 5, ("expected form",), id="published"),
        pytest.param({'  title: "A page"\n': ""}, 1, ("title",), id="no title"),
        pytest.param({"publisher": "publsher"}, 3, ("publisher",), id="misspelt key"),
    ],
)
def test_a_mistake_in_a_source_is_told_in_words_on_its_line(
    tmp_path: Path, edit: Dict[str, str], line: int, said: Tuple[str, ...]
) -> None:
    text = SOURCE
    for old, new in edit.items():
        assert old in text
        text = text.replace(old, new)
    problems = problems_of(tmp_path, "sources", text)
    assert line in {problem.line for problem in problems}
    for problem in problems:
        assert "\n" not in problem.message, "pydantic's own words are not for people"
        assert "type=" not in problem.message
    for part in said:
        assert any(part in problem.message + problem.fix for problem in problems)


def test_a_value_of_a_closed_list_is_told_with_the_list(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "notices", NOTICE.replace("in_person", "inperson"))
    attach = [problem for problem in problems if "attach" in problem.message]
    assert [problem.line for problem in attach] == [3]
    assert "in_person" in attach[0].message + attach[0].fix
    assert "named" in attach[0].message + attach[0].fix


def test_a_misspelt_default_is_not_passed_over(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "notices", "defaults: {chekced: 2026-11-22}\n")
    assert [problem.line for problem in problems] == [1]
