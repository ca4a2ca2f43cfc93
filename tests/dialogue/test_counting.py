"""Answers are counted, and messages that were not understood are kept only where the site wants it, without identifiers."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions import context
from bot.config import read_settings
from bot.knowledge.state import StateStore


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StateStore:
    store = StateStore(tmp_path / "state.sqlite")
    monkeypatch.setattr(context, "state_store", lambda: store)
    return store


def review(monkeypatch: pytest.MonkeyPatch, days: str) -> None:
    settings = read_settings({"ADVISOR_REVIEW_DAYS": days})
    monkeypatch.setattr(context, "settings", lambda: settings)


def test_an_answer_is_counted_once_with_nothing_of_the_person(talk, state):
    talk.say("lost my social security card")
    talk.say("no")
    rows = state.answers(fewest=1)
    assert sum(row.number for row in rows) == len({(row.task, row.visit_need) for row in rows}) >= 1
    assert {row.task for row in rows} == {"replacement_ssn_card"}


@pytest.mark.parametrize("days, kept", [("0", 0), ("14", 1)])
def test_what_was_not_understood_is_kept_only_where_that_is_switched_on(talk, state, monkeypatch, days, kept):
    review(monkeypatch, days)
    talk.say("they want me to pay it back")
    assert [message.text for message in state.unmatched()] == ["they want me to pay it back"] * kept


def test_what_is_kept_is_redacted_once_more(agent, state, monkeypatch):
    review(monkeypatch, "14")
    conversation = context.Conversation(None, {}, [], "en", "web", notice_seen=False)
    context.keep_unmatched(conversation, "my number 078-05-1120 does not work")
    assert [message.text for message in state.unmatched()] == ["my number [ssn] does not work"]
