"""Notices by day: rulings as they came, what was checked too long ago, and the one on this chat."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import List

import pytest
from babel.dates import format_date

from bot.advice import advise
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase
from bot.knowledge.loading import read_yaml
from bot.replies import advice_reply, fixed, notices
from bot.replies.keeping import Keeping, longer_than_told
from bot.replies.notices import full_notices, notice_text, notices_for_everyone, rulings_on, short_notices
from bot.replies.voice import Voice

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
FAR = date(2030, 1, 1)


def names_in(file: str) -> List[str]:
    return [name for name in read_yaml(KNOWLEDGE_FILES / f"{file}.yml", file).root if name != "defaults"]


RULINGS = names_in("rulings")
NOTICES = names_in("notices")
KEEPING = Keeping(web_minutes=45, sms_hours=11, in_database=False, review_days=0)


# --- rulings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", RULINGS)
def test_a_ruling_is_told_from_its_first_to_its_last_day(base: KnowledgeBase, name: str, channel: str) -> None:
    voice, ruling = Voice(base, "en", channel), base.rulings[name]
    days = {ruling.from_ - DAY: False, ruling.from_: True, ruling.from_ + DAY: True}
    if ruling.until == "open":
        days[FAR] = True
    else:
        days.update({ruling.until - DAY: True, ruling.until: True, ruling.until + DAY: False})
    for on, known in days.items():
        assert (ruling in rulings_on(voice, ruling.notice, on)) is known, on
        lines = full_notices(voice, on).text.splitlines()
        assert (f"\u2022 {voice.words(ruling.say)}" in lines) is known, on


def test_a_ruling_tells_nothing_that_came_later(base: KnowledgeBase) -> None:
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    for name, ruling in base.rulings.items():
        found = re.findall(rf"({'|'.join(months)}) (\d{{1,2}}), (20\d\d)", ruling.say.en.text)
        assert found, f"{name} carries no date"
        told = [date(int(year), months.index(month) + 1, int(day)) for month, day, year in found]
        assert max(told) <= ruling.from_, name


def test_a_ruling_that_went_on_is_told_once_and_never_dropped(base: KnowledgeBase) -> None:
    for earlier, later in (("irs_addresses_dc", "irs_addresses_dc_appeal"), ("save_system", "save_system_appeal")):
        on = base.rulings[earlier].from_
        while on <= base.rulings[later].from_ + DAY:
            told = rulings_on(Voice(base), "citizenship_information", on)
            assert (base.rulings[earlier] in told) is not (base.rulings[later] in told), on
            on += DAY


def test_no_ruling_is_told_under_a_notice_it_does_not_belong_to(base: KnowledgeBase) -> None:
    for notice in NOTICES:
        assert {ruling.notice for ruling in rulings_on(Voice(base), notice, TODAY)} <= {notice}
    assert rulings_on(Voice(base), "citizenship_information", TODAY)
    assert rulings_on(Voice(base), "appointment_data", TODAY) == []


def test_the_sources_of_the_rulings_told_are_named(base: KnowledgeBase) -> None:
    reply = full_notices(Voice(base), TODAY)
    assert reply.custom is not None
    named = {source["id"] for source in reply.custom["sources"]}
    for ruling in rulings_on(Voice(base), "citizenship_information", TODAY):
        shown = {source for source in ruling.sources if base.sources[source].shown}
        assert shown <= named


# --- checked too long ago ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize("length", ["line", "short", "full"])
def test_a_notice_says_from_the_day_after_its_time_that_it_may_have_changed(
    base: KnowledgeBase, name: str, length: str
) -> None:
    version = base.notice_on(name, TODAY)
    assert version is not None
    last = version.checked + timedelta(days=base.notices[name].recheck_days)
    line = (
        f"We last checked this on {format_date(version.checked, format='long', locale='en_US')}. It may have changed."
    )
    for on, told in ((version.checked, False), (last, False), (last + DAY, True), (FAR, True)):
        assert notice_text(Voice(base), name, length, on, KEEPING.values(Voice(base))).endswith(line) is told, on
        assert (
            notice_text(Voice(base, "en", "shell"), name, length, on, KEEPING.values(Voice(base))).endswith(line)
            is told
        ), on
        brief = notice_text(Voice(base, "en", "sms"), name, length, on, KEEPING.values(Voice(base)))
        assert brief
        assert "last checked this" not in brief


def test_a_day_without_a_notice_has_no_words_of_it(base: KnowledgeBase) -> None:
    for name in NOTICES:
        before = base.notices[name].versions[0].from_ - DAY
        assert {notice_text(Voice(base), name, length, before) for length in ("line", "short", "full")} == {""}


def test_each_version_of_a_notice_follows_the_one_before_without_a_gap(base: KnowledgeBase) -> None:
    for name, notice in base.notices.items():
        for earlier, later in zip(notice.versions, notice.versions[1:], strict=False):
            assert earlier.until != "open", name
            assert later.from_ - earlier.until == DAY, name
            assert notice_text(Voice(base), name, "short", earlier.until) != notice_text(
                Voice(base), name, "short", later.from_
            )


# --- who can see this chat ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["web", "sms", "shell"])
def test_the_notice_on_this_chat_names_the_time_that_is_set(base: KnowledgeBase, channel: str) -> None:
    voice = Voice(base, "en", channel)
    text = fixed.special(voice, "chat_privacy", TODAY, KEEPING.values(voice)).text
    assert ("11 hours" if channel == "sms" else "45 minutes") in text
    assert not re.search(r"{\w*}", text)


def test_the_notice_on_this_chat_says_what_the_settings_do(base: KnowledgeBase) -> None:
    in_memory, stored = (
        fixed.special(Voice(base), "chat_privacy", TODAY, kept.values(Voice(base))).text
        for kept in (KEEPING, replace(KEEPING, in_database=True, review_days=14))
    )
    assert "not on a disk" in in_memory and "14 days" not in in_memory
    assert "not on a disk" not in stored and "database" in stored and "14 days" in stored


def test_the_reply_to_delete_this_is_true_of_where_it_was(base: KnowledgeBase) -> None:
    said = [
        fixed.special(Voice(base), "delete_my_data", TODAY, kept.values(Voice(base))).text
        for kept in (KEEPING, replace(KEEPING, in_database=True))
    ]
    assert "not write it to a disk" in said[0]
    assert "disk" not in said[1] and "deleted from our database" in said[1]


@pytest.mark.parametrize(
    "change, found",
    [
        ({}, {}),
        ({"web_minutes": 61}, {"web_minutes": 60}),
        ({"sms_hours": 25, "review_days": 15}, {"sms_hours": 24, "review_days": 14}),
    ],
)
def test_keeping_longer_than_the_notice_speaks_for_is_noticed(base: KnowledgeBase, change: dict, found: dict) -> None:
    assert longer_than_told(replace(KEEPING, **change), Voice(base)) == found


def test_the_notice_on_this_chat_comes_only_when_asked_for(base: KnowledgeBase) -> None:
    own = [name for name, notice in base.notices.items() if notice.attach == "asked"]
    assert own == ["chat_privacy"]
    version = base.notice_on("chat_privacy", TODAY)
    assert version is not None
    starts = [words.en.text[:60] for words in (version.line, version.short, version.full)]
    voice = Voice(base)
    texts = [full_notices(voice, TODAY).text, short_notices(voice, TODAY).text, advice_reply.booking(voice, TODAY).text]
    for name in base.tasks:
        advice = advise(base.engine, name, {}, TODAY)
        assert "chat_privacy" not in {notice.id for notice in advice.notices}
        texts.append(advice_reply.answer(voice, advice).text)
    texts += [
        fixed.special(voice, name, TODAY, KEEPING.values(voice)).text for name in base.special if name != "chat_privacy"
    ]
    assert [text for text in texts if any(start in text for start in starts)] == []
    assert starts[2] in fixed.special(voice, "chat_privacy", TODAY, KEEPING.values(voice)).text


# --- equal treatment ---------------------------------------------------------------------------------------------


def test_nothing_about_a_person_can_choose_a_notice() -> None:
    of_the_conversation = {"seen"}
    assert set(inspect.signature(notices_for_everyone).parameters) == {"voice"}
    assert set(inspect.signature(full_notices).parameters) == {"voice", "on"}
    assert set(inspect.signature(short_notices).parameters) - of_the_conversation == {"voice", "on"}
    assert set(inspect.signature(rulings_on).parameters) == {"voice", "name", "on"}
    assert set(Voice.__dataclass_fields__) == {"base", "language", "channel"}


def test_every_language_and_channel_gets_the_same_notices(base: KnowledgeBase) -> None:
    voices = [Voice(base, language, channel) for language in ("en", "es", "fr") for channel in ("web", "sms", "shell")]
    assert {tuple(notices_for_everyone(voice)) for voice in voices} == {("appointment_data", "citizenship_information")}
    for reply_of in (full_notices, short_notices):
        found = [reply_of(voice, TODAY).custom["notices"] for voice in voices]  # type: ignore[index]
        assert all(other == found[0] for other in found)
        assert len(found[0]) == 2


@pytest.mark.parametrize("length", ["short_notices", "full_notices"])
def test_the_notices_promise_nothing_and_leave_the_right_to_apply(base: KnowledgeBase, length: str) -> None:
    text = getattr(notices, length)(Voice(base), TODAY).text
    assert not re.search(r"(?i)\b(safe|safer|danger|dangerous|illegal)\b", text)
    assert "You still have the right to apply" in text
    assert "Everyone gets this notice. It says nothing about you." in text
