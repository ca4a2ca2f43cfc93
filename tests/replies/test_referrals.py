"""Where to find help: only numbers that somebody checked in time, the site's own first, always somebody to call."""

from __future__ import annotations

import dataclasses
import re
from datetime import date, timedelta
from pathlib import Path
from typing import List, get_args

import pytest

from bot.config import KNOWLEDGE_FILES, PROJECT
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.beside_tasks import ContactEntry, Help
from bot.knowledge.sites import load_site
from bot.replies import fixed
from bot.replies.fixed import MOST_BY_TEXT
from bot.replies.referrals import contact_data, contact_lines, contacts_for
from bot.replies.voice import Voice

TODAY = date(2026, 11, 22)
LONG_AFTER = date(2035, 1, 1)
KINDS: List[str] = list(get_args(Help))
TIP_LINE = re.compile(r"866\D{0,3}347\D{0,3}2423")


def with_contacts(base: KnowledgeBase, **changes: object) -> KnowledgeBase:
    """The same knowledge with every contact changed alike."""
    changed = {name: contact.copy(update=changes) for name, contact in base.contacts.items()}
    return dataclasses.replace(base, catalogues={**base.catalogues, "contacts": changed})


@pytest.fixture
def verified(base: KnowledgeBase) -> KnowledgeBase:
    """As if somebody had verified every contact today."""
    return with_contacts(base, checked=TODAY)


@pytest.fixture
def with_site(base: KnowledgeBase) -> KnowledgeBase:
    return dataclasses.replace(base, site=load_site(PROJECT / "data" / "sites" / "example_legal_aid.yml"))


def ids(base: KnowledgeBase, kinds: List[str], on: date) -> List[str]:
    return [name for name, _ in contacts_for(Voice(base), kinds, on)]


# --- which are shown ---------------------------------------------------------------------------------------------


def test_a_contact_hides_itself_when_nobody_checked_it_in_time_and_generic_ones_never(base: KnowledgeBase) -> None:
    always = with_contacts(base, from_=date(2000, 1, 1))
    for name, contact in always.contacts.items():
        last = contact.checked + timedelta(days=contact.recheck_days)
        for kind in contact.helps_with:
            shown = [name in ids(always, [kind], on) for on in (contact.checked, last, last + timedelta(days=1))]
            assert shown == [True, True, contact.generic], f"{name} for {kind}"
    assert {contact.generic for contact in base.contacts.values()} == {True, False}


def test_a_contact_is_shown_for_what_it_helps_with_and_nothing_else(verified: KnowledgeBase) -> None:
    for kind in KINDS:
        fitting = [name for name, contact in verified.contacts.items() if kind in contact.helps_with]
        assert ids(verified, [kind], TODAY) == fitting


def test_a_contact_is_shown_on_its_days_only(base: KnowledgeBase) -> None:
    short = with_contacts(base, from_=TODAY, until=TODAY, checked=TODAY)
    for days, shown in ((-1, False), (0, True), (1, False)):
        assert bool(ids(short, KINDS, TODAY + timedelta(days=days))) is shown


def test_the_kinds_decide_the_order_and_nobody_is_named_twice(verified: KnowledgeBase) -> None:
    found = ids(verified, ["local", "legal"], TODAY)
    assert found[0] == "two_one_one"
    assert sorted(found) == sorted(set(found))
    assert ids(verified, ["legal", "local"], TODAY)[0] != "two_one_one"


def test_what_is_hidden_today_stands_in_no_fixed_reply(base: KnowledgeBase) -> None:
    hidden = [contact for name, contact in base.contacts.items() if name not in ids(base, KINDS, TODAY)]
    assert hidden, "nothing is hidden: this test tests nothing"
    for name in base.special:
        for channel in ("web", "sms"):
            text = fixed.special(Voice(base, "en", channel), name, TODAY, {"minutes": "30"}).text
            assert not [c.name.en.text for c in hidden if c.name.en.text in text or (c.phone and c.phone in text)], name


@pytest.mark.parametrize("on", [TODAY, LONG_AFTER])
def test_whoever_asks_for_help_is_never_left_without_a_number(base: KnowledgeBase, on: date) -> None:
    asked = [name for name, entry in base.special.items() if entry.contacts]
    assert len(asked) >= 5
    for name in asked:
        for channel in ("web", "sms"):
            text = fixed.special(Voice(base, "en", channel), name, on, {}).text
            assert re.search(r"\d-\d{3}-\d{3}-\d{4}|2-1-1|\b911\b|identitytheft\.gov", text), f"{name} by {channel}"


def test_the_tip_line_is_nowhere_in_the_knowledge(base: KnowledgeBase) -> None:
    assert TIP_LINE.search("1-866-347-2423")
    assert TIP_LINE.search("(866) 347 2423")
    files = [*KNOWLEDGE_FILES.rglob("*.yml"), *(PROJECT / "data" / "sites").glob("*.yml")]
    assert len(files) > 60
    assert [str(path) for path in files if TIP_LINE.search(path.read_text(encoding="utf-8"))] == []


# --- how they read -----------------------------------------------------------------------------------------------


def test_a_line_holds_name_number_hours_and_what_to_know_before(verified: KnowledgeBase) -> None:
    for name, contact in verified.contacts.items():
        (line,) = contact_lines(Voice(_only(verified, name, contact)), contact.helps_with, TODAY)
        for part in (contact.name, contact.hours, contact.remark):
            assert part is None or part.en.text in line
        for detail in (contact.phone, contact.tty, contact.url):
            assert detail is None or detail in line
        assert "None" not in line


def _only(base: KnowledgeBase, name: str, contact: ContactEntry) -> KnowledgeBase:
    return dataclasses.replace(base, catalogues={**base.catalogues, "contacts": {name: contact}})


def test_the_site_comes_first_for_what_it_helps_with_and_only_then(with_site: KnowledgeBase) -> None:
    site = with_site.site
    assert site is not None
    for kind in KINDS:
        lines = contact_lines(Voice(with_site), [kind], TODAY)
        named = [number for number, line in enumerate(lines) if site.name.en.text in line]
        assert named == ([0] if kind in site.helps_with else []), kind
    first = contact_lines(Voice(with_site), ["immigration", "legal"], TODAY)[0]
    for part in (site.name.en.text, site.hotline, site.area.en.text, site.languages.en.text, site.remark.en.text):  # type: ignore[union-attr]
        assert str(part) in first


def test_without_a_site_only_the_contacts_are_named(base: KnowledgeBase) -> None:
    assert base.site is None
    for kind in KINDS:
        assert len(contact_lines(Voice(base), [kind], TODAY)) == len(ids(base, [kind], TODAY))


def test_the_site_is_named_where_a_person_asks_for_legal_help(with_site: KnowledgeBase) -> None:
    for channel in ("web", "sms"):
        text = fixed.special(Voice(with_site, "en", channel), "legal_help", TODAY, {}).text
        bullets = text.split("Where to ask:\n")[-1] if channel == "web" else text[text.index("\u2022") :]
        assert bullets.lstrip("\u2022 ").startswith("Example Valley Legal Aid"), channel


def test_a_text_message_names_three_at_most_and_the_screen_all(
    verified: KnowledgeBase, with_site: KnowledgeBase
) -> None:
    everything = dataclasses.replace(verified, site=with_site.site)
    most = 0
    for name, entry in everything.special.items():
        lines = contact_lines(Voice(everything), entry.contacts, TODAY)
        short = contact_lines(Voice(everything, "en", "sms"), entry.contacts, TODAY)
        web = fixed.special(Voice(everything), name, TODAY, {"minutes": "30"}).text
        sms = fixed.special(Voice(everything, "en", "sms"), name, TODAY, {"minutes": "30"}).text
        assert all(f"\u2022 {line}" in web for line in lines)
        assert [line for line in short if f"\u2022 {line}" in sms] == short[:MOST_BY_TEXT]
        most = max(most, len(lines))
    assert MOST_BY_TEXT == 3
    assert most > MOST_BY_TEXT


def test_programs_get_the_contacts_that_people_see(base: KnowledgeBase) -> None:
    for on in (TODAY, LONG_AFTER):
        for entry in (base.special["legal_help"], base.special["scam_already"]):
            data = contact_data(Voice(base), entry.contacts, on)
            assert [contact["id"] for contact in data] == ids(base, list(entry.contacts), on)
            for contact in data:
                assert date.fromisoformat(contact["checked"]) == base.contacts[contact["id"]].checked


def test_the_pages_for_staff_name_no_tip_line_either() -> None:
    pages = [path for path in Path(PROJECT / "docs").rglob("*.md") if "knowledge" in path.parts]
    assert len(pages) > 60
    assert [str(path) for path in pages if TIP_LINE.search(path.read_text(encoding="utf-8"))] == []
