"""Every task can be asked by its name and in everyday words, and gets its own advice."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional

import pytest
from ruamel.yaml import YAML

from bot.config import KNOWLEDGE_FILES

HERE = Path(__file__).parent
TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
EVERYDAY: Dict[str, List[str]] = YAML(typ="safe").load((HERE / "everyday.yml").read_text(encoding="utf-8"))
ENOUGH = 3


def advised_on(turn) -> Optional[str]:
    """The task whose advice or question came back; the booking page is the advice on making an appointment."""
    if turn.custom and turn.custom["type"] == "advice":
        return turn.custom["task"]
    if turn.custom and turn.custom.get("id") == "booking":
        return "appointment_manage"
    return None


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_found_by_its_name(new_talk, base, task):
    title = base.tasks[task].title.en.text
    assert [advised_on(new_talk().say(name)) for name in (title, title.upper(), task)] == [task] * 3


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_found_in_everyday_words(new_talk, base, task):
    """At once, or as one of the choices when we are not sure; a guess is never better than a question."""
    lost = []
    for wording in EVERYDAY[task]:
        talk = new_talk()
        turn = talk.say(wording)
        if advised_on(turn) is None and base.tasks[task].title.en.text in turn.buttons:
            turn = talk.say(base.tasks[task].title.en.text)
        if advised_on(turn) != task:
            lost.append(f"{wording} -> {advised_on(turn)}: {turn.text[:80]}")
    assert len(EVERYDAY[task]) - len(lost) >= ENOUGH, "\n".join(lost)


def test_every_task_has_its_everyday_words():
    assert sorted(EVERYDAY) == TASKS
    assert all(len(wordings) >= ENOUGH for wordings in EVERYDAY.values())
