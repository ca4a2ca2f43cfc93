"""What people read: every task, everything that can be known of a person, every interval, every channel."""

from __future__ import annotations

import dataclasses
import inspect
import re
from datetime import date, timedelta
from itertools import product
from typing import Any, Dict, List, Optional, Tuple

import pytest
from babel.dates import format_date

from bot.advice import Advice, ServiceState, VisitNeed, advise
from bot.advice.cases import intervals
from bot.advice.model import Certainty
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.beside_tasks import SpecialEntry
from bot.knowledge.schema.parts import SMS_LENGTH
from bot.knowledge.walking import all_words
from bot.replies import advice_reply, fixed, notices
from bot.replies.advice_data import advice_data
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
CHANNELS = ("web", "sms", "shell")
TODAY = date(2026, 11, 22)
IN_PERSON = "appointment_data"
VISIT_IN_PLAY = (VisitNeed.VISIT_MAY_BE_NEEDED, VisitNeed.VISIT_NEEDED, VisitNeed.UNCLEAR)

NEVER_SAID = re.compile(r"(?i)\b(safe|safer|safest|safely|danger|dangers|dangerous|illegal|illegally|high[- ]risk)\b")
UNFILLED = re.compile(r"{\w*}|\bNone\b(?!\?)|Words\(|Phrase\(|en=")


Answer = Tuple[Dict[str, str], date, Advice]
_computed: Dict[Tuple[str, bool, Optional[date]], List[Answer]] = {}


def everything(base: KnowledgeBase, name: str, down: bool = False, on: Optional[date] = None) -> List[Answer]:
    """Each advice that can be given: all combinations of what can be known, a day of each interval and today.

    Equal advice is worded equally, so it is returned once; that changes nothing but the time it takes.
    """
    key = (name, down, on)
    if key not in _computed:
        task = base.engine.tasks[name]
        days = [on] if on else sorted({period.start for period in intervals(task)} | {TODAY})
        names = [c.id for c in task.circumstances]
        services = {"my_social_security": ServiceState.DOWN} if down else {}
        found: Dict[Advice, Answer] = {}
        for values in product(*((None, *c.values) for c in task.circumstances)):
            given = {fact: value for fact, value in zip(names, values, strict=False) if value is not None}
            for day in days:
                advice = advise(base.engine, name, given, day, services)
                same = dataclasses.replace(advice, circumstances=() if not given else (("something", "said"),))
                found.setdefault(same, (given, day, advice))
        _computed[key] = list(found.values())
    return _computed[key]


def replies_of(voice: Voice, advice: Advice) -> List[Reply]:
    found = [advice_reply.answer(voice, advice), advice_reply.why_answer(voice, advice)]
    found += [advice_reply.sources(voice, advice), advice_reply.what_to_bring(voice, advice)]
    if advice.next_question:
        found += [advice_reply.question(voice, advice), advice_reply.why_question(voice, advice.next_question)]
    return found


# --- every answer ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", REAL_TASKS)
def test_every_reply_is_whole_and_minds_its_words(base: KnowledgeBase, name: str, channel: str) -> None:
    voice = Voice(base, "en", channel)
    for given, on, advice in everything(base, name):
        for reply in replies_of(voice, advice):
            for bubble in reply.bubbles:
                for text in (bubble.text, *(button.title for button in bubble.buttons)):
                    assert text.strip()
                    assert not UNFILLED.search(text), f"{given} on {on}: {text}"
                    assert not NEVER_SAID.search(text), f"{given} on {on}: {text}"
                    assert "\ue000" not in text


@pytest.mark.parametrize("name", REAL_TASKS)
def test_questions_offer_every_value_and_two_ways_not_to_answer(base: KnowledgeBase, name: str) -> None:
    voice = Voice(base)
    for _, _, advice in everything(base, name):
        if advice.next_question is None:
            continue
        titles = [button.title for button in advice_reply.question(voice, advice).bubbles[-1].buttons]
        values = base.circumstances[advice.next_question].values
        assert titles[: len(values)] == [value.button.en.text for value in values.values()]
        assert titles[len(values) :] == ["I'm not sure", "I'd rather not say"]


def test_a_question_without_a_question_is_refused(base: KnowledgeBase) -> None:
    advice = advise(base.engine, "benefit_letter", {}, TODAY)
    with pytest.raises(ValueError, match="no question left"):
        advice_reply.question(Voice(base), advice)


# --- the notice --------------------------------------------------------------------------------------------------


def wordings(base: KnowledgeBase, channel: str, on: date) -> Dict[str, str]:
    """The in-person notice on a day, straight from the file: length -> text; empty when no version holds."""
    for version in base.notices[IN_PERSON].versions:
        if version.from_ <= on and (version.until == "open" or on <= version.until):
            checked = format_date(version.checked, format="medium" if channel == "sms" else "long", locale="en_US")
            phrases = {"line": version.line.en, "short": version.short.en}
            chosen = {
                key: (phrase.sms or phrase.text) if channel == "sms" else phrase.text for key, phrase in phrases.items()
            }
            return {key: text.replace("{checked}", checked) for key, text in chosen.items()}
    return {}


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("name", REAL_TASKS)
def test_the_notice_comes_exactly_with_an_office_among_the_ways_in_the_same_words(
    base: KnowledgeBase, name: str, channel: str
) -> None:
    voice = Voice(base, "en", channel)
    for given, on, advice in everything(base, name):
        reply = advice_reply.answer(voice, advice)
        texts = wordings(base, channel, on)
        office = any(way.channel == "office" for way in advice.ways)
        length = "short" if advice.visit_need in VISIT_IN_PLAY else "line"
        shown = {key for key, text in texts.items() if text in reply.text}
        assert shown == ({length} if office and texts else set()), f"{given} on {on}"
        assert (IN_PERSON in {notice.id for notice in advice.notices}) is (office and bool(texts))
        assert ("WIRED" in reply.text) is (length in shown and "WIRED" in texts[length])


def test_the_notice_is_known_from_the_day_of_the_report_on(base: KnowledgeBase) -> None:
    assert wordings(base, "web", date(2026, 2, 12)) == {}
    assert "February 13, 2026" in wordings(base, "web", date(2026, 2, 13))["short"]
    assert "November 22, 2026" in wordings(base, "web", TODAY)["short"]


def test_who_has_seen_the_notice_gets_one_line_of_it(base: KnowledgeBase) -> None:
    texts = wordings(base, "web", TODAY)
    with_notice = 0
    for name in REAL_TASKS:
        for _, _, advice in everything(base, name, on=TODAY):
            again = advice_reply.answer(Voice(base), advice, notice_seen=True).text
            offered = any(notice.id == IN_PERSON for notice in advice.notices)
            with_notice += offered
            assert (texts["line"] in again) is offered
            assert texts["short"] not in again
    assert with_notice > 10


def test_booking_comes_with_the_notice_and_is_never_blocked_by_it(base: KnowledgeBase) -> None:
    reply = advice_reply.booking(Voice(base), TODAY)
    assert reply.bubbles[0].text == wordings(base, "web", TODAY)["short"]
    for part in ("1-800-772-1213", "1-800-325-0778", "8 a.m. to 7 p.m.", "interpreter", "busiest", "call-back", "someone to help", "turn people away"):  # fmt: skip
        assert part in reply.text
    assert advice_reply.booking(Voice(base), date(2025, 5, 1)).text.startswith("How to book")


def test_the_full_notice_names_its_sources_and_what_is_not_known(base: KnowledgeBase) -> None:
    reply = notices.full_notices(Voice(base), TODAY)
    for part in ("WIRED", "not known", "right to apply", "Do not miss a deadline", "Everyone gets this notice", "Sources:", "not legal advice", "June 22, 2026"):  # fmt: skip
        assert part in reply.text
    assert not UNFILLED.search(reply.text)
    assert reply.custom is not None
    assert {entry["id"]: entry["certainty"] for entry in reply.custom["notices"]} == {
        IN_PERSON: "alleged",
        "citizenship_information": "court",
    }


def test_equal_treatment_nothing_about_the_person_is_an_argument() -> None:
    fills_in_settings = {"values"}
    assert (
        set(inspect.signature(notices.notice_text).parameters) == {"voice", "name", "length", "on"} | fills_in_settings
    )
    assert set(inspect.signature(advise).parameters) == {"knowledge", "task", "circumstances", "on", "services"}
    assert set(Voice.__dataclass_fields__) == {"base", "language", "channel"}


@pytest.mark.parametrize("name", REAL_TASKS)
def test_equal_treatment_no_language_or_channel_has_notices_of_its_own(base: KnowledgeBase, name: str) -> None:
    voices = [Voice(base, language, channel) for language in ("en", "es", "fr") for channel in CHANNELS]
    for given, on, advice in everything(base, name):
        first, *others = (advice_data(voice, advice)["notices"] for voice in voices)
        assert all(other == first for other in others), f"{given} on {on}"


# --- services, dates, staleness ----------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_portal_that_is_down_is_told_with_the_way_it_blocks(base: KnowledgeBase, channel: str) -> None:
    wrong = set()
    for name in REAL_TASKS:
        for _, _, advice in everything(base, name, down=True):
            text = advice_reply.answer(Voice(base, "en", channel), advice).text
            blocked = sum(way.blocked for way in advice.ways)
            told = "website is down" in text or "seems to be down" in text
            if told is not bool(blocked) or (channel != "sms" and text.count("(down now)") != blocked):
                wrong.add(name)
    assert wrong == set(), "the reason is missing, or told without need"


@pytest.mark.parametrize("name", REAL_TASKS)
@pytest.mark.parametrize("channel", ["web", "shell"])
def test_every_answer_is_dated_and_names_its_sources(base: KnowledgeBase, name: str, channel: str) -> None:
    voice = Voice(base, "en", channel)
    for _, on, advice in everything(base, name):
        text = advice_reply.answer(voice, advice).text
        assert f"As of {format_date(on, format='long', locale='en_US')}" in text
        assert re.search(r"Sources:\n\u2022 \S+", text)
        assert "not legal advice" in text


@pytest.mark.parametrize("channel", CHANNELS)
def test_stale_facts_are_told_as_such_in_every_channel(base: KnowledgeBase, channel: str) -> None:
    silent = set()
    for name in REAL_TASKS:
        for _, _, advice in everything(base, name, on=base.engine.tasks[name].known.end):
            assert advice.stale
            if "last checked these facts" not in advice_reply.answer(Voice(base, "en", channel), advice).text:
                silent.add(name)
        for _, _, advice in everything(base, name, on=TODAY):
            assert "last checked these facts" not in advice_reply.answer(Voice(base, "en", channel), advice).text
    assert silent == set()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("days", [-1, 1])
def test_outside_the_known_days_the_official_number_is_all_there_is(
    base: KnowledgeBase, channel: str, days: int
) -> None:
    for name, task in base.engine.tasks.items():
        edge = task.known.start if days < 0 else task.known.end
        assert edge is not None
        reply = advice_reply.answer(
            Voice(base, "en", channel), advise(base.engine, name, {}, edge + timedelta(days=days))
        )
        assert "1-800-772-1213" in reply.text
        assert "do not know" in reply.text
        assert reply.custom is not None
        assert (reply.custom["visit_need"], [way["id"] for way in reply.custom["ways"]]) == ("unclear", ["phone"])


@pytest.mark.parametrize("channel", CHANNELS)
def test_where_our_sources_conflict_text_messages_say_so_too(base: KnowledgeBase, channel: str) -> None:
    facts = {"online_account": "no", "bank_enrolls": "no"}
    advice = advise(base.engine, "change_direct_deposit", facts, TODAY)
    text = advice_reply.answer(Voice(base, "en", channel), advice).text
    assert "cannot say for sure" in text
    assert "isagree" in text
    assert "before you travel" in text


# --- the custom object, a contract -------------------------------------------------------------------------------


def assert_card_says_the_same(card: Dict[str, Any], reply: Reply) -> None:
    """Who sees the card instead of the texts misses nothing of them."""
    assert card["replaces"] == len(reply.bubbles)
    texts = [card["answer"], card["how"], card["dating"], card["disclaimer"], *card["hints"]]
    texts += [part for way in card["ways"] for part in (way["text"], *way["marks"])]
    texts += [notice["text"] for notice in card["notices"]]
    assert [text for text in texts if text not in reply.text] == []


@pytest.mark.parametrize("name", REAL_TASKS)
def test_the_custom_object_keeps_its_contract(base: KnowledgeBase, name: str) -> None:
    task = base.engine.tasks[name]
    outside = [({}, on, advise(base.engine, name, {}, on)) for on in (date(2020, 1, 1), date(2040, 1, 1))]
    for _, on, advice in [*everything(base, name), *outside]:
        data = advice_data(Voice(base), advice)
        assert (data["type"], data["task"], data["language"]) == ("advice", name, "en")
        assert data["visit_need"] in {need.value for need in VisitNeed}
        assert date.fromisoformat(data["as_of"]) == on
        assert [way["rank"] for way in data["ways"]] == list(range(1, len(data["ways"]) + 1))
        assert all(isinstance(way["id"], str) for way in data["ways"])
        assert len({way["id"] for way in data["ways"]}) == len(data["ways"]), (
            "a program cannot tell two ways of one id apart"
        )
        assert isinstance(data["documents"], list)
        assert data["deadline"] is None or isinstance(data["deadline"], str)
        assert isinstance(data["stale"], bool)
        assert data["next_question"] is None or data["next_question"] in {c.id for c in task.circumstances}
        for notice in data["notices"]:
            assert notice["id"] in base.notices
            assert notice["certainty"] in {certainty.value for certainty in Certainty}
            date.fromisoformat(notice["as_of"])
        for source in data["sources"]:
            assert {"id", "title", "url", "published", "checked"} <= set(source)
            assert source["id"] in base.sources
            assert re.match(r"https?://", source["url"])
            date.fromisoformat(source["checked"])
        inside = task.known.covers(on)
        assert bool(data["sources"]) is inside
        reply = advice_reply.answer(Voice(base), advice)
        card = reply.custom.get("card")
        assert {key: value for key, value in reply.custom.items() if key != "card"} == data
        assert (card is not None) is inside
        if card is not None:
            assert_card_says_the_same(card, reply)


def test_low_grade_pages_are_shown_only_where_nothing_better_stands(base: KnowledgeBase) -> None:
    for name in REAL_TASKS:
        for _, _, advice in everything(base, name):
            shown = {source["id"] for source in advice_data(Voice(base), advice)["sources"]}
            hidden = {source for source in shown if not base.sources[source].shown}
            assert not hidden or hidden == shown


# --- short and plain ---------------------------------------------------------------------------------------------


def test_every_statement_fits_a_text_message(base: KnowledgeBase) -> None:
    places = {**base.catalogues, "tasks": base.tasks}
    assert sum(1 for _ in all_words(places)) > 500
    long = [
        f"{at}: {len(words.en.short)}"
        for at, words in all_words(places)
        if len(words.en.short) > SMS_LENGTH and not at.endswith(".full")
    ]
    assert long == []


@pytest.mark.parametrize("name", REAL_TASKS)
def test_every_line_of_a_text_message_fits_one(base: KnowledgeBase, name: str) -> None:
    """Filled in, numbered and marked, a line must still fit."""
    voice = Voice(base, "en", "sms")
    long = set()
    for down in (False, True):
        for _, _, advice in everything(base, name, down):
            reply = advice_reply.answer(voice, advice)
            long |= {line for line in reply.text.split("\n") if len(line) > SMS_LENGTH}
    assert sorted(long) == []


def test_no_text_in_the_knowledge_says_what_is_never_said(base: KnowledgeBase) -> None:
    found = []
    for at, words in all_words({**base.catalogues, "tasks": base.tasks}):
        name = at.split(".")[1] if at.startswith("special.") else ""
        crisis = isinstance(base.special.get(name), SpecialEntry) and base.special[name].type == "crisis"
        found += [f"{at}: {text}" for text in (words.en.text, words.en.short) if NEVER_SAID.search(text) and not crisis]
    assert found == []


def test_fixed_replies_are_whole(base: KnowledgeBase) -> None:
    for name, entry in base.special.items():
        for channel in CHANNELS:
            voice = Voice(base, "en", channel)
            reply = fixed.special(voice, name, TODAY, Keeping(30, 24, True, 14).values(voice))
            assert reply.custom is not None
            assert reply.custom["type"] == entry.type
            for bubble in reply.bubbles:
                assert bubble.text.strip()
                left = set(UNFILLED.findall(bubble.text))
                assert not left, f"{name}: {left}"
                if entry.type != "crisis":
                    assert not NEVER_SAID.search(bubble.text)
