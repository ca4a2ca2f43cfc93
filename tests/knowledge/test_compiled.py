"""The compiled file: deterministic, left alone when nothing changed, and the same knowledge as the files."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import sqlite3
from datetime import date
from pathlib import Path
from typing import Callable, List

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.advice import advise
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase, compiling
from bot.knowledge.compiling import compile_knowledge, open_knowledge, read_compiled
from bot.knowledge.searching import find_tasks


def dump(path: Path) -> List[str]:
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, base: KnowledgeBase) -> List[Path]:
    """Let compiling take the knowledge that is loaded already; returns the folders it asked for."""
    asked: List[Path] = []

    def loaded(folder: Path) -> KnowledgeBase:
        asked.append(folder)
        return base

    monkeypatch.setattr(compiling, "load_files", loaded)
    return asked


def test_two_compilations_are_equal(tmp_path: Path, compiled: Path, quick: List[Path]) -> None:
    second = tmp_path / "second.sqlite"
    assert compile_knowledge(KNOWLEDGE_FILES, second)
    assert dump(second) == dump(compiled)
    assert len(dump(second)) > 1000


def test_nothing_is_written_when_nothing_changed(compiled: Path) -> None:
    before = os.stat(compiled)
    assert compile_knowledge(KNOWLEDGE_FILES, compiled) is False
    open_knowledge(KNOWLEDGE_FILES, compiled)
    after = os.stat(compiled)
    assert (after.st_mtime_ns, after.st_ino, after.st_size) == (before.st_mtime_ns, before.st_ino, before.st_size)


@pytest.mark.parametrize("file", ["phrases.yml", "tasks/change_address.yml"])
def test_any_change_of_a_file_is_compiled_anew(
    tmp_path: Path, compiled: Path, quick: List[Path], knowledge_copy: Callable[[], Path], file: str
) -> None:
    folder, target = knowledge_copy(), tmp_path / "knowledge.sqlite"
    shutil.copy(compiled, target)
    assert compile_knowledge(folder, target) is False
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write("# a remark\n")
    assert compile_knowledge(folder, target) is True
    assert quick == [folder]
    assert compile_knowledge(folder, target) is False


def test_a_new_or_a_removed_file_is_compiled_anew(
    tmp_path: Path, compiled: Path, quick: List[Path], knowledge_copy: Callable[[], Path]
) -> None:
    folder, target = knowledge_copy(), tmp_path / "knowledge.sqlite"
    shutil.copy(compiled, target)
    (folder / "tasks" / "new_one.yml").write_text("task: new_one\n", encoding="utf-8")
    assert compile_knowledge(folder, target) is True
    (folder / "tasks" / "new_one.yml").unlink()
    assert compile_knowledge(folder, target) is True


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"not a database" * 20])
def test_a_file_that_is_no_compiled_knowledge_is_replaced(tmp_path: Path, quick: List[Path], content: bytes) -> None:
    target = tmp_path / "deep" / "knowledge.sqlite"
    target.parent.mkdir()
    target.write_bytes(content)
    assert compile_knowledge(KNOWLEDGE_FILES, target)
    assert read_compiled(target).engine.tasks


def test_what_is_read_back_is_what_the_files_say(base: KnowledgeBase, compiled: Path) -> None:
    read = read_compiled(compiled)
    assert read.engine == base.engine
    assert list(read.tasks) == list(base.tasks)
    assert read.tasks == base.tasks
    assert {kind: list(entries) for kind, entries in read.catalogues.items()} == {
        kind: list(entries) for kind, entries in base.catalogues.items()
    }
    assert read.catalogues == base.catalogues
    assert [notice.id for notice in read.engine.notices] == [notice.id for notice in base.engine.notices]
    facts, on = {"online_account": "no", "benefit": "ssi"}, date(2026, 11, 22)
    assert advise(read.engine, "change_direct_deposit", facts, on) == advise(
        base.engine, "change_direct_deposit", facts, on
    )


def test_knowledge_cannot_be_changed_by_accident(base: KnowledgeBase) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        base.engine.tasks["change_address"].recheck_days = 9999  # type: ignore[misc]
    with pytest.raises(TypeError):
        base.tasks["change_address"].recheck_days = 9999


# --- search ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "task"),
    [
        ("bank closed my account", "change_direct_deposit"),
        ("routing number", "change_direct_deposit"),
        ("lost card", "replacement_ssn_card"),
        ("baby social security number", "first_ssn_card"),
        ("I moved, new address", "change_address"),
        ("check never came", "missing_payment"),
        ("RESCHEDULE", "appointment_manage"),
        ("proof of income letter", "benefit_letter"),
        ("locked account Login.gov", "recover_my_ssa"),
        ("retirement", "apply_retirement"),
    ],
)
def test_search_finds_a_task_by_what_people_call_it(compiled: Path, typed: str, task: str) -> None:
    assert task in find_tasks(compiled, typed, "en")


def test_every_nickname_finds_its_task(base: KnowledgeBase, compiled: Path) -> None:
    lost = [
        f"{name}: {nickname}"
        for name, task in base.tasks.items()
        for nickname in (task.title.en.text, *task.also_called.en)
        if name not in find_tasks(compiled, nickname, "en", limit=5)
    ]
    assert lost == []


@pytest.mark.parametrize(
    "typed",
    ['"', "'; drop table search; --", "bank AND", "NEAR(bank, 2)", "title:bank", "bank*", "-bank", "bank OR", "(", "^bank", "{bank}", "a b c", "", "   ", "¿?", "日本語", "\0", "%_%"],
)  # fmt: skip
def test_search_takes_operators_as_words(compiled: Path, typed: str) -> None:
    before = compiled.read_bytes()
    found = find_tasks(compiled, typed, "en")
    assert len(found) <= 3
    assert compiled.read_bytes() == before
    assert found == find_tasks(compiled, " ".join(re.findall("[A-Za-z]+", typed)), "en")


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_search_never_fails_and_never_gives_more_than_three(compiled: Path, typed: str) -> None:
    found = find_tasks(compiled, typed, "en")
    assert len(found) == len(set(found)) <= 3


def test_search_reads_ten_thousand_characters_and_a_language_without_words(compiled: Path) -> None:
    assert "change_direct_deposit" in find_tasks(compiled, "direct deposit " + "x y zz " * 2000, "en")
    assert find_tasks(compiled, "direct deposit", "xx") == []
