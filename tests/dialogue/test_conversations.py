"""Whole conversations as people have them, from a table: two needs at once, choices, corrections, interruptions.

Every turn says what must come of it. What the assistant asks, offers or fails to understand must be expected, too: a question,
an offer or an "I did not get that" that the turn does not name is a failure.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Set

import pytest
from ruamel.yaml import YAML
from talk import Talk, Turn

from bot.knowledge import KnowledgeBase

Step = Dict[str, Any]

DIALOGUES: Dict[str, List[Step]] = YAML(typ="safe").load(
    (Path(__file__).parent / "conversations.yml").read_text(encoding="utf-8")
)
ENOUGH = 50
LEADS = ("asks", "answers", "special", "offers", "contains")
"""What a turn may lead to; it must name at least one."""

OFFERING = ("did_you_mean", "which_one", "next_need", "claim_which", "not_understood", "still_on", "restart_sure")
"""Phrases that ask for a choice: a turn with one of them must name what it ``offers``."""

NOTABLE = (
    "two_needs",
    "by_guess",
    "not_an_answer",
    "no_such_choice",
    "none_of_these",
    "changes_nothing",
    "not_covered",
)
"""Phrases on how the message was taken: a turn with one of them must say so under ``contains``."""


def _texts(step: Step, key: str) -> List[str]:
    """Return what a step lists under a key; one text needs no list."""
    found = step.get(key, [])
    return [found] if isinstance(found, str) else list(found)


def _opening(base: KnowledgeBase, phrase: str) -> str:
    """Return the fixed words with which a phrase begins."""
    return str(base.catalogues["phrases"][phrase].en.text).split("{")[0].strip()


def _send(talk: Talk, step: Step) -> Turn:
    """Say the step's message and check the question, the answer or the fixed reply it must lead to."""
    said = step["say"]
    if "answers" in step:
        return talk.answers(*step["answers"], said)
    if "asks" in step:
        turn = talk.asks(step["asks"], said)
        kinds = [message["custom"]["type"] for message in turn.messages if "custom" in message]
        assert step.get("special") in (None, *kinds), f"{said!r} led to {kinds}: {turn.text}"
        return turn
    turn = talk.special(step["special"], said) if "special" in step else talk.say(said)
    question = (turn.custom or {}).get("next_question")
    assert question is None, f"{said!r} led to a question nobody expected: {question}"
    return turn


def _check(base: KnowledgeBase, step: Step, turn: Turn) -> None:
    """Check the words and buttons of a reply, and that it holds no offer or excuse that the step does not name."""
    for words in _texts(step, "contains"):
        assert words in turn.text, f"{turn.said!r}: {words!r} is not in: {turn.text}"
    for words in _texts(step, "not_contains"):
        assert words not in turn.text, f"{turn.said!r}: {words!r} is in: {turn.text}"
    for title in _texts(step, "offers"):
        assert title in turn.buttons, f"{turn.said!r} offers {turn.buttons}: {turn.text}"
    if "offers" not in step:
        found = [phrase for phrase in OFFERING if _opening(base, phrase) in turn.text]
        assert not found, f"{turn.said!r} led to an offer nobody expected ({found}), {turn.buttons}: {turn.text}"
    expected = _texts(step, "contains")
    for phrase in NOTABLE:
        opening = _opening(base, phrase)
        known = any(words in opening or opening in words for words in expected)
        assert known or opening not in turn.text, f"{turn.said!r} led to {phrase}: {turn.text}"


@pytest.mark.parametrize("name", DIALOGUES)
def test_a_conversation(talk: Talk, base: KnowledgeBase, name: str) -> None:
    """Go through a dialogue; only a step with a known fault may fail, and one that no longer does must lose that line."""
    before: List[str] = []
    for step in DIALOGUES[name]:
        try:
            _check(base, step, _send(talk, step))
        except AssertionError as wrong:
            if "fault" in step:
                pytest.xfail(f"{step['fault']} ({wrong})")
            raise AssertionError(f"after {before}: {wrong}") from wrong
        assert "fault" not in step, f"{step['say']!r} is answered well now: take the line 'fault' away"
        before.append(step["say"])


def test_there_are_enough_conversations_of_a_natural_length() -> None:
    assert len(DIALOGUES) >= ENOUGH
    assert {name: len(steps) for name, steps in DIALOGUES.items() if not 2 <= len(steps) <= 6} == {}


def test_every_turn_says_what_must_come_of_it(base: KnowledgeBase) -> None:
    known: Set[str] = {"say", "not_contains", "fault", *LEADS}
    for name, steps in DIALOGUES.items():
        for step in steps:
            assert isinstance(step.get("say"), str), f"{name}: {step}"
            assert set(step) <= known and set(step) & set(LEADS), f"{name}: {step}"
            assert step.get("asks") in (None, *base.circumstances), f"{name}: {step}"
            assert "answers" not in step or step["answers"][0] in base.tasks, f"{name}: {step}"
