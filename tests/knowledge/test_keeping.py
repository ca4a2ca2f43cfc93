"""The knowledge of a running server: good changes are used, broken ones are told and change nothing."""

from __future__ import annotations

import logging
import shutil
import threading
from pathlib import Path
from typing import List

import pytest

from bot.knowledge import KnowledgeError, keeping
from bot.knowledge.compiling import compile_knowledge
from bot.knowledge.keeping import LOOK_EVERY_SECONDS, LiveKnowledge
from tests.knowledge.edits import edit, line_of

KEPT_TASKS = ("change_address", "benefit_letter")
TITLE = 'title: {en: "'
BROKEN = ("recheck_days: ", "recheck_days: about ")


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float = LOOK_EVERY_SECONDS) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(small_copy: Path) -> Path:
    """The files of the server: few, they are read again and again."""
    return small_copy


@pytest.fixture(scope="module")
def compiled_small(tmp_path_factory: pytest.TempPathFactory) -> List[Path]:
    """Where the small copy was compiled once; empty before."""
    return [tmp_path_factory.mktemp("small") / "knowledge.sqlite"]


@pytest.fixture
def target(tmp_path: Path, folder: Path, compiled_small: List[Path]) -> Path:
    """A compiled file of the small copy, as a server left it."""
    compile_knowledge(folder, compiled_small[0])
    own = tmp_path / "build" / "knowledge.sqlite"
    own.parent.mkdir()
    shutil.copy(compiled_small[0], own)
    return own


def replace(folder: Path, name: str, old: str, new: str) -> None:
    edit(folder / "tasks" / f"{name}.yml", old, new)


def break_it(folder: Path, name: str) -> str:
    """Break a task file; returns the file and line that must be named."""
    replace(folder, name, *BROKEN)
    return f"data/knowledge/tasks/{name}.yml:{line_of(folder / 'tasks' / f'{name}.yml', BROKEN[1])}: "


def mend(folder: Path, name: str) -> None:
    replace(folder, name, BROKEN[1], BROKEN[0])


def title(live: LiveKnowledge, task: str = "change_address") -> str:
    return live.current().tasks[task].title.en.text


def errors(caplog: pytest.LogCaptureFixture) -> List[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]


def look(live: LiveKnowledge, clock: Clock) -> None:
    """Let the keeper notice what changed, and wait until it has read it."""
    clock.pass_()
    live.current()
    live.wait()


# --- changes -----------------------------------------------------------------------------------------------------


def test_a_good_change_is_used_after_a_while_and_not_before(folder: Path, target: Path, clock: Clock) -> None:
    live = LiveKnowledge(folder, target, clock)
    replace(folder, "change_address", TITLE, f"{TITLE}Anew: ")
    clock.pass_(LOOK_EVERY_SECONDS - 0.1)
    assert not title(live).startswith("Anew: ")
    live.wait()
    assert not title(live).startswith("Anew: "), "nobody looked yet"
    clock.pass_(0.1)
    live.current()
    live.wait()
    assert title(live).startswith("Anew: ")
    assert set(live.current().engine.tasks) == set(KEPT_TASKS)


def test_a_task_taken_away_is_no_longer_known(folder: Path, target: Path, clock: Clock) -> None:
    live = LiveKnowledge(folder, target, clock)
    (folder / "tasks" / "benefit_letter.yml").unlink()
    look(live, clock)
    assert set(live.current().tasks) == {"change_address"}


def test_reading_a_change_never_delays_a_reply(
    folder: Path, target: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveKnowledge(folder, target, clock)
    may_go_on, started, real = threading.Event(), [], keeping.open_knowledge

    def slow(*paths: Path):
        started.append(paths)
        assert may_go_on.wait(60)
        return real(*paths)

    monkeypatch.setattr(keeping, "open_knowledge", slow)
    replace(folder, "change_address", TITLE, f"{TITLE}Anew: ")
    clock.pass_()
    for _ in range(3):
        assert not title(live).startswith("Anew: "), "while it is read, the knowledge so far answers"
        clock.pass_()
    may_go_on.set()
    live.wait()
    assert len(started) == 1
    assert title(live).startswith("Anew: ")


def test_a_file_that_did_not_change_is_not_read_again(
    folder: Path, target: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveKnowledge(folder, target, clock)
    asked: List[Path] = []
    monkeypatch.setattr(keeping, "open_knowledge", lambda *paths: asked.extend(paths))
    known = live.current()
    for _ in range(5):
        look(live, clock)
    assert asked == []
    assert live.current() is known


# --- mistakes ----------------------------------------------------------------------------------------------------


def test_a_broken_change_keeps_the_last_good_and_every_problem_is_logged_once(
    folder: Path, target: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveKnowledge(folder, target, clock)
    before, compiled_before = live.current(), target.read_bytes()
    places = [break_it(folder, name) for name in KEPT_TASKS]
    for _ in range(3):
        look(live, clock)
    assert live.current() is before
    assert target.read_bytes() == compiled_before
    logged = errors(caplog)
    for place in places:
        told = [line for line in logged if place in line]
        assert len(told) == 1, f"{place} in {logged}"
        assert "fix: " in told[0]
    assert sum("last good knowledge stays in use" in line for line in logged) == 1


def test_mending_a_broken_change_takes_effect(
    folder: Path, target: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveKnowledge(folder, target, clock)
    place = break_it(folder, "change_address")
    replace(folder, "change_address", TITLE, f"{TITLE}Anew: ")
    look(live, clock)
    assert not title(live).startswith("Anew: ")
    assert any(place in line for line in errors(caplog))
    mend(folder, "change_address")
    look(live, clock)
    assert title(live).startswith("Anew: ")


def test_a_second_mistake_is_told_too(
    folder: Path, target: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveKnowledge(folder, target, clock)
    break_it(folder, "change_address")
    look(live, clock)
    caplog.clear()
    place = break_it(folder, "benefit_letter")
    look(live, clock)
    assert any(place in line for line in errors(caplog))


def test_taking_the_mistake_back_needs_no_change_of_the_compiled_file(folder: Path, target: Path, clock: Clock) -> None:
    live = LiveKnowledge(folder, target, clock)
    before = target.read_bytes()
    break_it(folder, "change_address")
    look(live, clock)
    mend(folder, "change_address")
    look(live, clock)
    assert target.read_bytes() == before
    assert set(live.current().tasks) == set(KEPT_TASKS)


def test_a_file_that_is_gone_while_looking_leaves_the_last_good_in_use(
    folder: Path, target: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    live = LiveKnowledge(folder, target, clock)
    before = live.current()
    (folder / "phrases.yml").unlink()
    look(live, clock)
    assert live.current() is before
    assert any("data/knowledge/phrases.yml:1: the file is missing" in line for line in errors(caplog))


def test_a_lock_file_of_an_editor_disturbs_nobody(folder: Path, target: Path, clock: Clock) -> None:
    """Emacs marks a file that is being edited with a link that leads nowhere."""
    live = LiveKnowledge(folder, target, clock)
    lock = folder / "tasks" / ".#change_address.yml"
    lock.symlink_to("somebody@host.1234")
    replace(folder, "change_address", TITLE, f"{TITLE}Anew: ")
    look(live, clock)
    assert title(live)
    lock.unlink()
    look(live, clock)
    assert title(live).startswith("Anew: ")


# --- the start ---------------------------------------------------------------------------------------------------


def test_a_start_with_broken_files_falls_back_on_the_compiled_file(
    folder: Path, target: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    place = break_it(folder, "change_address")
    live = LiveKnowledge(folder, target, clock)
    assert set(live.current().tasks) == set(KEPT_TASKS)
    assert [line for line in errors(caplog) if place in line]
    mend(folder, "change_address")
    replace(folder, "change_address", TITLE, f"{TITLE}Anew: ")
    look(live, clock)
    assert title(live).startswith("Anew: "), "mending needs no new start"


@pytest.mark.parametrize(
    "content", [None, b"", b"SQLite format 3\0" + b"not a database" * 20], ids=["missing", "empty", "spoiled"]
)
def test_a_start_with_broken_files_and_nothing_to_fall_back_on_stops(
    folder: Path, tmp_path: Path, clock: Clock, content: "bytes | None"
) -> None:
    place = break_it(folder, "change_address")
    nothing = tmp_path / "knowledge.sqlite"
    if content is not None:
        nothing.write_bytes(content)
    with pytest.raises(KnowledgeError) as raised:
        LiveKnowledge(folder, nothing, clock)
    assert place in str(raised.value)
