"""The site file: what the organization that runs the assistant writes about itself."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Callable

import pytest

from bot.config import PROJECT
from bot.knowledge import KnowledgeError
from bot.knowledge.schema.parts import SMS_LENGTH
from bot.knowledge.sites import load_site
from tests.knowledge.edits import edit, line_of

EXAMPLE = PROJECT / "data" / "sites" / "example_legal_aid.yml"

Changed = Callable[[str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Makes a copy of the example with one change."""

    def change(old: str, new: str) -> Path:
        path = tmp_path / "my_site.yml"
        shutil.copy(EXAMPLE, path)
        edit(path, old, new)
        return path

    return change


def only_problem(path: Path) -> str:
    with pytest.raises(KnowledgeError) as raised:
        load_site(path)
    assert len(raised.value.problems) == 1, raised.value
    return str(raised.value.problems[0])


def test_the_example_loads_as_written() -> None:
    site = load_site(EXAMPLE)
    assert site.name.en.text == "Example Valley Legal Aid"
    assert site.hotline == "1-800-555-0142"
    assert site.helps_with == ["legal", "disability", "payee", "older_people"]
    assert site.remark is not None
    assert len(site.remark.en.short) <= SMS_LENGTH


def test_name_area_languages_and_what_it_helps_with_are_enough(tmp_path: Path) -> None:
    path = tmp_path / "small.yml"
    path.write_text('name: {en: "Us"}\narea: {en: "Here"}\nlanguages: {en: "English"}\nhelps_with: [legal]\n', "utf-8")
    site = load_site(path)
    assert (site.hotline, site.url, site.hours, site.remark) == (None, None, None, None)


def test_a_missing_file_says_which_setting_to_correct(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.yml"
    problem = only_problem(path)
    assert problem.startswith(f"{path}:1: the site file is missing")
    assert "fix: correct ADVISOR_SITE" in problem


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ("hotline:", "hotlin:", "hotlin:", "hotline"),
        ("helps_with: [legal", "helps_with: [law", "law", "legal"),
        ("helps_with: [legal, disability, payee, older_people]", "helps_with: []", "helps_with", "helps_with"),
        ('"https://legal-aid.example.org"', '"legal-aid.example.org"', "url:", "url"),
        ('name: {en: "Example Valley Legal Aid"}', 'name: {es: "Ayuda"}', "name:", "en"),
    ],
    ids=["unknown key", "unknown kind of help", "no kind of help", "address", "no English"],
)
def test_a_mistake_is_told_with_file_line_and_fix(changed: Changed, old: str, new: str, where: str, said: str) -> None:
    path = changed(old, new)
    problem = only_problem(path)
    assert problem.startswith(f"{path}:{line_of(path, where)}: "), problem
    assert said in problem
    assert "\n    fix: " in problem


def test_a_key_that_is_left_out_is_named(changed: Changed) -> None:
    path = changed('area: {en: "Example Valley County"}\n', "")
    assert "area" in only_problem(path)


def test_a_text_too_long_for_a_text_message_is_refused_with_its_line(changed: Changed) -> None:
    path = changed('sms: "Say the date on your letter first."', f'sms: "{"Say it. " * 25}"')
    problem = only_problem(path)
    assert problem.startswith(f"{path}:{line_of(path, 'sms:')}: ")
    assert str(SMS_LENGTH) in problem


def test_a_long_text_without_a_short_form_is_refused(changed: Changed) -> None:
    path = changed('    text: "Say the date', f'    text: "{"Say it. " * 10}Say the date')
    load_site(path)
    edit(path, '    sms: "Say the date on your letter first."', "")
    problem = only_problem(path)
    assert problem.startswith(f"{path}:"), problem
    assert "sms" in problem
    assert "\n    fix: " in problem


def test_every_mistake_is_told_at_once(changed: Changed) -> None:
    path = changed("hotline:", "hotlin:")
    edit(path, "[legal", "[law")
    with pytest.raises(KnowledgeError) as raised:
        load_site(path)
    assert {problem.line for problem in raised.value.problems} == {line_of(path, "hotlin:"), line_of(path, "law")}


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "name: {en: 'x'\n", "just words"])
def test_a_file_of_another_shape_is_refused_with_a_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"odd\.yml:\d+: .+\n    fix: .+"):
        load_site(path)
