"""Everything the knowledge can say, as a text message: short enough, in one alphabet, and discreet on a locked phone."""

from __future__ import annotations

import itertools
import re
from datetime import date
from typing import Dict, Iterator, List, Sequence

import pytest

from bot.advice import Advice, advise
from bot.knowledge import KnowledgeBase
from bot.replies import advice_reply, fixed, notices
from bot.replies.checklist import checklist
from bot.replies.claims import claim_reply, claims_on
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice
from bot.sms.composing import Composed, compose, say
from bot.sms.discretion import SHOWN, Discretion
from bot.sms.encoding import GSM7, measure
from bot.sms.keywords import Keywords
from bot.sms.pages import MOST_SEGMENTS, PageRules, cut

ON = date(2026, 11, 22)
MOST_CASES = 150
"""So many combinations of circumstances are looked at for a task; the answers of one task differ in few of them."""

FORBIDDEN = re.compile(
    r"\b(ice|immigra\w*|deport\w*|undocumented|noncitizens?|citizen\w*|border patrol|green card|visa|uscis|dhs)\b",
    re.IGNORECASE,
)


class Sender:
    """Makes texts as the channel does."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.voice = Voice(base, "en", "sms")
        self._guard = Discretion(Keywords(base).hidden_when_locked, say(self.voice, "neutral_opening")).guard

    def composed(self, reply: Reply) -> Composed:
        messages = []
        for bubble in reply.bubbles:
            buttons = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
            messages.append({"text": bubble.text, "buttons": buttons} if buttons else {"text": bubble.text})
        return compose(self.voice, [*messages, {"custom": reply.custom}] if reply.custom else messages)

    def pages(self, reply: Reply) -> List[str]:
        made = self.composed(reply)
        return cut(made.text, PageRules(say(self.voice, "more"), made.first, guard=self._guard), made.tail)


@pytest.fixture(scope="module")
def sender(base: KnowledgeBase) -> Sender:
    return Sender(base)


def cases(base: KnowledgeBase, task: str) -> Iterator[Dict[str, str]]:
    names = list(base.tasks[task].circumstances)
    values: Sequence[Sequence[str]] = [[*base.circumstances[name].values, "unknown"] for name in names]
    every = itertools.product(*values)
    return (dict(zip(names, chosen, strict=True)) for chosen in itertools.islice(every, MOST_CASES))


@pytest.fixture(scope="module")
def advices(base: KnowledgeBase) -> List[Advice]:
    """Every answer once, and every question once."""
    found: Dict[str, Advice] = {}
    for task in base.tasks:
        for case in [{}, *cases(base, task)]:
            advice = advise(base.engine, task, case, ON, {})
            found.setdefault(advice.next_question or advice_reply.outcome_of(advice), advice)
    assert len(found) > 100
    return list(found.values())


def replies(sender: Sender, advices: List[Advice]) -> Iterator[Reply]:
    voice, values = sender.voice, Keeping(30, 24, False, 0).values(sender.voice)
    for advice in advices:
        if advice.next_question:
            yield advice_reply.question(voice, advice)
            continue
        yield advice_reply.answer(voice, advice)
        for make in (
            checklist,
            advice_reply.sources,
            advice_reply.what_to_bring,
            advice_reply.deadlines,
            advice_reply.why_answer,
        ):
            yield make(voice, advice)
    for name in voice.base.special:
        yield fixed.special(voice, name, ON, values)
    for name in claims_on(voice, ON):
        yield claim_reply(voice, name, ON)
    yield from (notices.short_notices(voice, ON), notices.full_notices(voice, ON), advice_reply.booking(voice, ON))
    yield from (fixed.menu(voice, "greet"), fixed.menu(voice), fixed.did_you_mean(voice, list(voice.base.tasks)[:3]))


@pytest.fixture(scope="module")
def everything(sender: Sender, advices: List[Advice]) -> List[List[str]]:
    return [sender.pages(reply) for reply in replies(sender, advices)]


def test_no_page_is_longer_than_three_segments_and_all_are_in_the_plain_alphabet(everything: List[List[str]]) -> None:
    for page in itertools.chain(*everything):
        assert measure(page).segments <= MOST_SEGMENTS
        assert measure(page).encoding == GSM7, page


def test_no_page_shows_immigration_on_a_locked_phone(everything: List[List[str]]) -> None:
    for page in itertools.chain(*everything):
        found = FORBIDDEN.search(page)
        assert found is None or found.start() >= SHOWN, page


def test_the_first_page_of_an_answer_takes_two_segments_and_begins_with_the_answer(
    sender: Sender, advices: List[Advice]
) -> None:
    for advice in (advice for advice in advices if not advice.next_question):
        reply = advice_reply.answer(sender.voice, advice)
        first = sender.pages(reply)[0]
        assert measure(first).segments <= 2
        opening = " ".join(sender.composed(reply).text.split())[:60]
        assert opening in " ".join(first.split())


def test_a_question_stands_with_its_list_on_one_page(sender: Sender, advices: List[Advice]) -> None:
    for advice in (advice for advice in advices if advice.next_question):
        reply = advice_reply.question(sender.voice, advice)
        [page] = sender.pages(reply)
        entry = sender.voice.base.circumstances[advice.next_question]
        assert len(sender.composed(reply).choices) == len(entry.values) + 2
        assert all(line.title in page for line in sender.composed(reply).choices)


@pytest.mark.parametrize("name", ["ice_at_office_now", "crisis", "emergency", "abuse"])
def test_the_urgent_cards_fit_two_segments(sender: Sender, name: str) -> None:
    [page] = sender.pages(fixed.special(sender.voice, name, ON, {}))
    assert measure(page).segments <= 2
    assert "911" in page


def test_the_first_menu_fits_behind_the_first_text(sender: Sender) -> None:
    menu = sender.composed(fixed.menu(sender.voice, "greet"))
    assert measure(f"{say(sender.voice, 'first_contact')}\n{menu.text}\n{menu.tail}").segments <= MOST_SEGMENTS
