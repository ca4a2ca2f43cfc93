"""The list to take away: every task, with nothing known and with each single answer, on paper, screen and by text."""

from __future__ import annotations

import inspect
import re
from datetime import date
from typing import Dict, Iterator, List, Tuple

import pytest

from bot.advice import Advice, advise
from bot.advice.model import UNKNOWN
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import SMS_LENGTH
from bot.replies.checklist import QUESTIONS, WAYS_TO_NAME, checklist, for_print
from bot.replies.voice import Voice

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
TODAY = date(2026, 11, 22)
NUMBER = "1-800-772-1213"
UNFILLED = re.compile(r"{\w*}|\bNone\b(?!\?)|Words\(|Phrase\(|en=")
WIDTH = 78


def each(base: KnowledgeBase, name: str, on: date = TODAY) -> Iterator[Tuple[Dict[str, str], Advice]]:
    """Nothing known, and each single answer, "not sure" included."""
    circumstances = base.engine.tasks[name].circumstances
    for given in ({}, *({c.id: value} for c in circumstances for value in (*c.values, UNKNOWN))):
        yield given, advise(base.engine, name, given, on)


def items_of(base: KnowledgeBase, advice: Advice, channel: str = "web") -> List[str]:
    reply = checklist(Voice(base, "en", channel), advice)
    assert reply.custom is not None
    return [item for section in reply.custom["sections"] for item in section["items"]]


@pytest.mark.parametrize("name", REAL_TASKS)
def test_every_list_is_whole(base: KnowledgeBase, name: str) -> None:
    task = base.tasks[name]
    for given, advice in each(base, name):
        texts = [checklist(Voice(base, "en", channel), advice).text for channel in ("web", "sms")]
        for text in (*texts, " ".join(for_print(Voice(base), advice).split())):
            assert text.startswith(f"My list: {task.title.en.text}"), given
            assert not UNFILLED.search(text), f"{given}: {text}"
            assert NUMBER in text
            assert base.catalogues["phrases"][f"need_{advice.visit_need.value}"].en.text in text
            assert re.search(r"Nov(ember)? 22, 2026", text)  # short in a text message
            assert "not legal advice" in text
            for question in QUESTIONS:
                assert base.catalogues["phrases"][question].en.text in text


@pytest.mark.parametrize("name", REAL_TASKS)
def test_ways_papers_and_deadlines_of_the_answer_stand_on_it(base: KnowledgeBase, name: str) -> None:
    for given, advice in each(base, name):
        items = items_of(base, advice)
        for way in advice.ways[:WAYS_TO_NAME]:
            entry = base.tasks[name].ways[way.key]
            (line,) = [item for item in items if item.startswith(entry.say.en.text)]
            condition = entry.only_if.en.text if entry.only_if and not way.sure else ""
            assert line == f"{entry.say.en.text} ({condition})" if condition else line == entry.say.en.text, given
        for item in (*advice.documents, *advice.forms, *advice.deadlines):
            assert base.statement(name, item.id).say.en.text in items, f"{given}: {item.id}"


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", REAL_TASKS)
def test_a_way_that_may_not_be_open_says_when_it_is(base: KnowledgeBase, name: str, channel: str) -> None:
    """A list is read at home, where nobody can ask "is that for me?"."""
    for given, advice in each(base, name):
        text = checklist(Voice(base, "en", channel), advice).text
        for way in advice.ways[:WAYS_TO_NAME]:
            only_if = base.tasks[name].ways[way.key].only_if
            if only_if and not way.sure:
                wording = only_if.en.short if channel == "sms" else only_if.en.text
                assert f"({wording})" in text, f"{given}: {way.key}"


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", REAL_TASKS)
def test_a_notice_is_on_the_list_exactly_when_it_belongs_to_the_answer(
    base: KnowledgeBase, name: str, channel: str
) -> None:
    for given, advice in each(base, name):
        text = checklist(Voice(base, "en", channel), advice).text
        offered = {notice.id for notice in advice.notices}
        for notice in base.notices:
            version = base.notice_on(notice, TODAY)
            assert version is not None
            line = version.line.en.short if channel == "sms" else version.line.en.text
            assert (line.split("{")[0] in text) is (notice in offered), f"{given}: {notice}"


@pytest.mark.parametrize("name", REAL_TASKS)
def test_on_paper_no_line_is_wider_than_the_page_and_every_item_has_a_box(base: KnowledgeBase, name: str) -> None:
    for _, advice in each(base, name):
        page = for_print(Voice(base), advice)
        assert max(len(line) for line in page.split("\n")) <= WIDTH
        assert page.count("[ ] ") == len(items_of(base, advice))
        assert "\u2610" not in page
        plain = checklist(Voice(base), advice).text.replace("\u2610", "[ ]")
        assert page.split() == plain.split(), "paper and screen say the same"


@pytest.mark.parametrize("name", REAL_TASKS)
def test_by_text_every_line_fits_a_message(base: KnowledgeBase, name: str) -> None:
    for given, advice in each(base, name):
        text = checklist(Voice(base, "en", "sms"), advice).text
        assert [line for line in text.split("\n") if len(line) > SMS_LENGTH] == [], given
        assert [item for item in items_of(base, advice, "sms") if f"- {item}" not in text.split("\n")] == []


@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2040, 1, 1)])
def test_outside_the_known_days_the_list_promises_nothing(base: KnowledgeBase, on: date) -> None:
    for name in REAL_TASKS:
        advice = advise(base.engine, name, {}, on)
        text = checklist(Voice(base), advice).text
        assert base.catalogues["phrases"]["need_unclear"].en.text in text
        assert NUMBER in text
        assert "How to do it" not in text
        assert not UNFILLED.search(text)
        assert UNFILLED.search(for_print(Voice(base), advice)) is None


def test_programs_get_the_list_in_parts(base: KnowledgeBase) -> None:
    advice = advise(base.engine, "change_direct_deposit", {}, TODAY)
    reply = checklist(Voice(base), advice)
    assert reply.custom is not None
    assert (reply.custom["type"], reply.custom["task"]) == ("checklist", "change_direct_deposit")
    assert reply.custom["as_of"] == TODAY.isoformat()
    for section in reply.custom["sections"]:
        assert section["title"] in reply.text
        assert section["items"]
        assert all(f"\u2610 {item}" in reply.text for item in section["items"])
    assert all(line in reply.text for line in reply.custom["foot"])


# --- nothing of the person ---------------------------------------------------------------------------------------


def test_a_list_is_made_from_the_advice_alone() -> None:
    """No date, time or office of an appointment can get on it: there is no way to hand one in."""
    for made in (checklist, for_print):
        assert set(inspect.signature(made).parameters) == {"voice", "advice"}
    assert not {"date", "time", "office", "appointment"} & set(Advice.__dataclass_fields__)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_no_line_asks_for_or_leaves_room_for_a_visit_time(base: KnowledgeBase, name: str) -> None:
    blank = re.compile(
        r"_{2,}|\.{4,}|(?i:my (appointment|visit|office) (is|date|time)|(date|time|office) of my (visit|appointment))"
    )
    for _, advice in each(base, name):
        assert not blank.search(for_print(Voice(base), advice))


def test_two_people_who_said_the_same_get_the_same_list(base: KnowledgeBase) -> None:
    first, second = (advise(base.engine, "apply_retirement", {"claim_flagged": "no"}, TODAY) for _ in range(2))
    assert checklist(Voice(base), first) == checklist(Voice(base), second)
    said = {"claim_flagged": "no", "something": "private"}
    assert checklist(Voice(base), advise(base.engine, "apply_retirement", said, TODAY)) == checklist(Voice(base), first)
