"""Claims in words: the verdict, the evidence with its date, and never before it is known."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import List

import pytest
from babel.dates import format_date

from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase
from bot.knowledge.loading import read_yaml
from bot.knowledge.schema.parts import SMS_LENGTH
from bot.knowledge.searching import find_claims
from bot.replies.claims import (
    NAMED_BY_TEXT,
    NAMED_ON_SCREEN,
    NAMED_SOURCES,
    claim_reply,
    claims_on,
    no_such_claim,
    which_claim,
)
from bot.replies.voice import Voice

TODAY = date(2026, 11, 22)
CLAIMS = sorted(name for name in read_yaml(KNOWLEDGE_FILES / "claims.yml", "claims.yml").root if name != "defaults")
DAY = timedelta(days=1)

OPENS_WITH = {
    "true": r"(?i)(yes|true)\b",
    "false": r"(?i)(no|false)\b",
    "mostly_false": r"Mostly false\b",
    "misleading": r"Misleading\b",
    "out_of_date": r"Out of date\b",
    "unproven": r"Unproven\b",
    "unclear": r"(?i)(unclear|we do not know)\b",
}
UNFILLED = re.compile(r"{\w*}|\bNone\b|Words\(|Phrase\(")


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def days_named(text: str) -> List[date]:
    found = re.findall(rf"\b({'|'.join(MONTHS)})[a-z]*\.? (\d{{1,2}}), (20\d\d)", text)
    return [date(int(year), MONTHS.index(month) + 1, int(day)) for month, day, year in found]


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", CLAIMS)
def test_the_verdict_comes_first_in_words(base: KnowledgeBase, name: str, channel: str) -> None:
    reply = claim_reply(Voice(base, "en", channel), name, TODAY)
    heard = f'You heard: "{base.claims[name].title.en.text}". ' if channel == "web" else ""
    assert reply.text.startswith(heard)
    assert re.match(OPENS_WITH[base.claims[name].verdict], reply.text[len(heard) :])
    assert not UNFILLED.search(reply.text)


@pytest.mark.parametrize("name", CLAIMS)
def test_evidence_with_its_dates_follows_on_the_screen(base: KnowledgeBase, name: str) -> None:
    voice, claim = Voice(base), base.claims[name]
    reply = claim_reply(voice, name, TODAY)
    assert reply.custom is not None
    assert claim.say.en.text in reply.text
    named = reply.text.split("Sources:\n")[1].split("\n\n")[0].splitlines()
    shown = reply.custom["sources"][:NAMED_SOURCES]
    assert len(named) == len(shown) >= 1
    for line, source in zip(named, shown, strict=True):
        assert source["title"] in line
        assert source["publisher"] in line
        assert voice.published(source["published"]) in line
    assert f"last checked on {format_date(claim.checked, format='long', locale='en_US')}" in reply.text


@pytest.mark.parametrize("name", CLAIMS)
def test_low_grade_pages_and_mirrors_stay_away_where_something_better_stands(base: KnowledgeBase, name: str) -> None:
    reply = claim_reply(Voice(base), name, TODAY)
    assert reply.custom is not None
    cited = base.claims[name].sources
    shown = [source["id"] for source in reply.custom["sources"]]
    better = [source for source in cited if base.sources[source].shown]
    assert set(shown) == set(better or cited)
    if any(base.sources[source].grade != "low" for source in cited):
        assert "low" not in {base.sources[source].grade for source in shown}
    for hidden in set(cited) - set(shown):
        assert f"{base.sources[hidden].title} (" not in reply.text


@pytest.mark.parametrize("name", CLAIMS)
def test_by_text_message_a_claim_is_one_message(base: KnowledgeBase, name: str) -> None:
    text = claim_reply(Voice(base, "en", "sms"), name, TODAY).text
    assert text == base.claims[name].say.en.short
    assert len(text) <= SMS_LENGTH


@pytest.mark.parametrize("name", CLAIMS)
def test_programs_get_verdict_certainty_and_dates(base: KnowledgeBase, name: str) -> None:
    claim, reply = base.claims[name], claim_reply(Voice(base), name, TODAY)
    assert reply.custom is not None
    assert (reply.custom["type"], reply.custom["id"], reply.custom["verdict"]) == ("claim", name, claim.verdict)
    assert (reply.custom["as_of"], reply.custom["checked"]) == (TODAY.isoformat(), claim.checked.isoformat())
    assert reply.custom["certainty"] == claim.certainty.value
    assert claim_reply(Voice(base, "en", "sms"), name, TODAY).custom == reply.custom


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_offers_the_tasks_that_it_is_about(base: KnowledgeBase, name: str) -> None:
    titles = [button.title for button in claim_reply(Voice(base), name, TODAY).bubbles[-1].buttons]
    assert titles == [*(base.tasks[task].title.en.text for task in base.claims[name].tasks), "What can you do?"]


# --- days --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CLAIMS)
def test_a_claim_is_answered_on_its_days_only(base: KnowledgeBase, compiled: Path, name: str) -> None:
    voice, claim = Voice(base), base.claims[name]
    title = claim.title.en.text
    days = {claim.from_ - DAY: False, claim.from_: True, TODAY: True}
    if claim.until != "open":
        days.update({claim.until: True, claim.until + DAY: False})
    for on, known in days.items():
        assert (name in claims_on(voice, on)) is known, on
        assert (name in find_claims(compiled, title, "en", claims_on(voice, on)).names) is known, on
        offered = {button.title for button in no_such_claim(voice, on).bubbles[0].buttons}
        assert title not in offered or known, on


@pytest.mark.parametrize("name", CLAIMS)
def test_no_answer_tells_of_days_that_were_still_to_come(base: KnowledgeBase, name: str) -> None:
    """On the first day of an answer, what it tells must have happened, and what it shows must have been published."""
    claim = base.claims[name]
    early = [day for text in (claim.say.en.text, claim.say.en.short) for day in days_named(text) if day > claim.from_]
    assert early == []
    shown = claim_reply(Voice(base), name, claim.from_).custom["sources"]  # type: ignore[index]
    published = [source["published"].split()[0] for source in shown]
    assert [day for day in published if day[:1] == "2" and day > claim.from_.isoformat()[: len(day)]] == []


# --- no claim, or several ----------------------------------------------------------------------------------------


def test_a_rumor_nobody_checked_is_neither_confirmed_nor_denied(base: KnowledgeBase) -> None:
    for channel in ("web", "sms"):
        reply = no_such_claim(Voice(base, "en", channel), TODAY)
        assert "no checked facts" in reply.text
        assert "1-800-772-1213" in reply.text
        assert "ssa.gov" in reply.text
        assert not re.search(r"(?i)\bthat is (true|false)\b", reply.text)


def test_when_none_fits_a_few_are_offered_fewer_by_text_message(base: KnowledgeBase) -> None:
    titles = [claim.title.en.text for claim in base.claims.values()]
    web, sms = (no_such_claim(Voice(base, "en", channel), TODAY).bubbles[0].buttons for channel in ("web", "sms"))
    scam = "I think it is a scam"
    assert [button.title for button in web] == [*titles[:NAMED_ON_SCREEN], scam]
    assert [button.title for button in sms] == [*titles[:NAMED_BY_TEXT], scam]


def test_before_any_claim_was_checked_none_is_offered(base: KnowledgeBase) -> None:
    before = min(claim.from_ for claim in base.claims.values()) - DAY
    titles = {claim.title.en.text for claim in base.claims.values()}
    assert not titles & {button.title for button in no_such_claim(Voice(base), before).bubbles[0].buttons}


def test_which_claim_offers_those_named_in_order_and_a_person(base: KnowledgeBase) -> None:
    names = ["pin_to_call", "offices_closing", "phone_service_ending"]
    reply = which_claim(Voice(base), names)
    titles = [button.title for button in reply.bubbles[0].buttons]
    assert titles == [*(base.claims[name].title.en.text for name in names), "Talk to a person"]
    assert "no checked facts" in reply.text
    assert reply.custom is None, "nothing was answered yet"


def test_what_a_button_of_a_claim_says_is_understood_as_that_claim(base: KnowledgeBase, compiled: Path) -> None:
    titles = {claim.title.en.text for claim in base.claims.values()}
    buttons = [b for b in no_such_claim(Voice(base), TODAY).bubbles[0].buttons if b.title in titles]
    assert len(buttons) == NAMED_ON_SCREEN
    for button in buttons:
        match = find_claims(compiled, button.payload, "en", claims_on(Voice(base), TODAY))
        assert match.certain
        assert base.claims[match.names[0]].title.en.text == button.title
