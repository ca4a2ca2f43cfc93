"""Everything the knowledge can say, as a text message: short enough, in one alphabet, and discreet on a locked phone."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import List

import pytest
from every_reply import ON, Named, every_reply
from sms_phone import Phone

from bot.config import PROJECT
from bot.knowledge import KnowledgeBase
from bot.knowledge.sites import load_site
from bot.replies import fixed
from bot.replies.model import Bubble, Reply
from bot.replies.referrals import contact_lines
from bot.replies.voice import Voice
from bot.sms.composing import Composed, Message, compose, say
from bot.sms.discretion import SHOWN, Discretion
from bot.sms.encoding import GSM7, measure, plain
from bot.sms.keywords import Keywords
from bot.sms.pages import MOST_SEGMENTS, PageRules, cut

PHONE = re.compile(r"\d(?:-\d{3})?-\d{3}-\d{4}|\d-\d-\d")
FORBIDDEN = re.compile(
    r"\b(ice|immigra\w*|deport\w*|undocumented|noncitizens?|citizen\w*|border patrol|green card|visa|uscis|dhs)\b",
    re.IGNORECASE,
)


class Sender:
    """Makes texts as the channel does."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.voice = Voice(base, "en", "sms")
        self._guard = Discretion(Keywords(base).hidden_when_locked, say(self.voice, "neutral_opening")).guard

    def messages(self, reply: Reply) -> List[Message]:
        messages: List[Message] = []
        for bubble in reply.bubbles:
            buttons = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
            messages.append({"text": bubble.text, "buttons": buttons} if buttons else {"text": bubble.text})
        return [*messages, {"custom": reply.custom}] if reply.custom else messages

    def composed(self, reply: Reply) -> Composed:
        return compose(self.voice, self.messages(reply))

    def pages(self, reply: Reply) -> List[str]:
        made = self.composed(reply)
        return cut(made.text, PageRules(say(self.voice, "more"), made.first, guard=self._guard), made.tail)


@pytest.fixture(scope="module")
def sender(base: KnowledgeBase) -> Sender:
    return Sender(base)


@pytest.fixture(scope="module")
def replies(sender: Sender) -> List[Named]:
    found = list(every_reply(sender.voice))
    assert len(found) > 1000
    return found


@pytest.fixture(scope="module")
def everything(sender: Sender, replies: List[Named]) -> List[List[str]]:
    return [sender.pages(named.reply) for named in replies]


def test_no_page_is_longer_than_three_segments_and_all_are_in_the_plain_alphabet(everything: List[List[str]]) -> None:
    for page in itertools.chain(*everything):
        assert measure(page).segments <= MOST_SEGMENTS
        assert measure(page).encoding == GSM7, page


def test_no_page_shows_immigration_on_a_locked_phone(everything: List[List[str]]) -> None:
    for page in itertools.chain(*everything):
        found = FORBIDDEN.search(page)
        assert found is None or found.start() >= SHOWN, page


def test_no_first_page_but_a_question_takes_more_than_two_segments(
    replies: List[Named], everything: List[List[str]]
) -> None:
    for named, pages in zip(replies, everything, strict=True):
        assert measure(pages[0]).segments <= (MOST_SEGMENTS if named.kind == "question" else 2), named.name


def test_what_decides_stands_on_the_first_page(replies: List[Named], everything: List[List[str]]) -> None:
    for named, pages in zip(replies, everything, strict=True):
        if named.kind in ("answer", "fixed"):
            assert in_one_line(first_statement(named.reply)) in in_one_line(pages[0]), named.name


def first_statement(reply: Reply) -> str:
    """Return what a reply says first: whether a visit is needed, or what to do."""
    return reply.bubbles[0].text.split("\n")[0]


def in_one_line(text: str) -> str:
    return " ".join(plain(text).split())


def test_the_first_help_stands_on_the_first_page(sender: Sender, base: KnowledgeBase) -> None:
    site = load_site(PROJECT / "data" / "sites" / "example_legal_aid.yml")
    with_site = Sender(dataclasses.replace(base, site=site))
    for each in (sender, with_site):
        found = {
            name: contact_lines(each.voice, entry.contacts, ON)[0]
            for name, entry in base.special.items()
            if contact_lines(each.voice, entry.contacts, ON)
        }
        assert "legal_help" in found
        for name, line in found.items():
            number = PHONE.search(line)
            assert number and number.group() in each.pages(fixed.special(each.voice, name, ON, {}))[0], name


def test_an_answer_behind_something_else_still_begins_on_the_first_page(sender: Sender, replies: List[Named]) -> None:
    """A second need named back, or something private taken out, stands before an answer."""
    before = [sender.voice.phrase("identifier_seen"), fixed.status_seen(sender.voice)]
    for named in replies:
        for text in before if named.kind == "answer" else []:
            pages = sender.pages(Reply((Bubble(text), *named.reply.bubbles), named.reply.custom))
            assert measure(pages[0]).segments <= 2
            opening = " ".join(in_one_line(first_statement(named.reply)).split()[:6])
            assert opening in in_one_line(pages[0]), named.name


def test_a_question_stands_with_its_list_on_one_page(sender: Sender, replies: List[Named]) -> None:
    for named in (named for named in replies if named.kind == "question"):
        [page] = sender.pages(named.reply)
        entry = sender.voice.base.circumstances[(named.reply.custom or {})["next_question"]]
        assert len(sender.composed(named.reply).choices) == len(entry.values) + 2
        assert all(line.title in page for line in sender.composed(named.reply).choices)


def test_nothing_that_is_said_is_lost_between_the_pages(replies: List[Named], everything: List[List[str]]) -> None:
    """All words of all bubbles come in order; what a page may have more is its ending, the neutral opening and the list."""
    for named, pages in zip(replies, everything, strict=True):
        words = iter(" ".join(pages).split())
        said = dict.fromkeys(plain(bubble.text) for bubble in named.reply.bubbles)
        assert all(word in words for text in said for word in text.split()), named.name


def test_nothing_that_the_channel_sends_shows_too_much_on_a_locked_phone(
    base: KnowledgeBase, sender: Sender, replies: List[Named]
) -> None:
    """All replies as a phone gets them: as the first text, behind a picture, and with HELP, MORE and BACK after them."""
    phone = Phone(base)
    for number, named in enumerate(named for named in replies if named.kind != "aside"):
        phone.says["say it"] = sender.messages(named.reply)
        mine = f"+1{number:010}"
        sent = [*phone.text("say it", mine), *phone.text("say it", mine, media=1), *phone.text("HELP", mine)]
        while sent[-1].endswith(say(sender.voice, "more")):
            sent += phone.text("MORE", mine)
        for text in [*sent, *phone.text("BACK", mine), *phone.text("", mine, media=1)]:
            found = FORBIDDEN.search(text)
            assert found is None or found.start() >= SHOWN, f"{named.name}: {text}"
            assert measure(text).segments <= MOST_SEGMENTS, named.name


@pytest.mark.parametrize("name", ["something_failed", "too_busy", "too_many_messages"])
def test_what_the_channel_says_when_it_cannot_answer_takes_one_segment(sender: Sender, name: str) -> None:
    text = plain(sender.voice.phrase(name))
    assert measure(text).segments == 1
    assert not FORBIDDEN.search(text)


@pytest.mark.parametrize("name", ["ice_at_office_now", "crisis", "emergency", "abuse"])
def test_the_urgent_cards_fit_two_segments(sender: Sender, name: str) -> None:
    [page] = sender.pages(fixed.special(sender.voice, name, ON, {}))
    assert measure(page).segments <= 2
    assert "911" in page


def test_the_first_menu_fits_behind_the_first_text(sender: Sender) -> None:
    menu = sender.composed(fixed.menu(sender.voice, "greet"))
    assert measure(f"{say(sender.voice, 'first_contact')}\n{menu.text}\n{menu.tail}").segments <= MOST_SEGMENTS
