"""The places where an id has to stand agree with each other: knowledge, domain, rules, training data."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Dict, List, Set

import pytest
from ruamel.yaml import YAML

from bot.config import PROJECT
from bot.text import bare

CONTRACT = [
    "greet",
    "goodbye",
    "thanks",
    "affirm",
    "deny",
    "unsure",
    "decline_to_say",
    "why",
    "sources",
    "restart",
    "go_back",
    "repeat",
    "help_menu",
    "change_language",
    "book_appointment",
    "reschedule_appointment",
    "walk_in_question",
    "what_to_bring",
    "find_office",
    "office_hours",
    "wait_times",
    "data_sharing",
    "ice_at_office_now",
    "chat_privacy",
    "delete_my_data",
    "website_down",
    "no_benefits_message",
    "heard_that",
    "legal_help",
    "talk_to_human",
    "report_scam",
    "crisis",
    "abuse",
    "stop_messages",
    "out_of_scope",
]


OUR_OWN = {
    "inform",
    "choose",
    "nlu_fallback",
    "checklist",
    "deadline",
    "emergency",
    "strange_message",
    "scam_already",
    "what_to_tell_agent",
    "family_and_companions",
    "homebound_help",
}
"""Intents beyond the contract; each has its reason in docs/decisions.md."""


def _yaml(path: Path) -> Dict:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def _examples(folder: Path) -> Dict[str, List[str]]:
    found: Dict[str, List[str]] = {}
    for path in sorted(folder.glob("*.yml")):
        for entry in _yaml(path)["nlu"]:
            lines = [line[2:].strip() for line in entry["examples"].splitlines() if line.startswith("- ")]
            found.setdefault(entry["intent"], []).extend(lines)
    return found


@pytest.fixture(scope="module")
def domain() -> Dict:
    return _yaml(PROJECT / "domain.yml")


@pytest.fixture(scope="module")
def training() -> Dict[str, List[str]]:
    return _examples(PROJECT / "data" / "nlu")


def test_each_task_is_an_intent(base, domain):
    assert set(base.tasks) <= set(domain["intents"])


def test_intents_of_the_contract_exist(domain):
    assert set(CONTRACT) <= set(domain["intents"])


def test_each_circumstance_is_an_entity(base, domain):
    kinds = {entry.kind for entry in base.catalogues["gazetteers"].values()}
    assert set(domain["entities"]) == {*base.circumstances, *kinds}


def test_each_intent_has_training_messages_and_a_rule(domain, training):
    wanted = set(domain["intents"]) - {"nlu_fallback", "choose"}
    assert wanted == set(training)
    handled = _handled()
    assert set(domain["intents"]) - handled == {"restart"}, "restart is handled by Rasa's action_restart"


def _handled() -> Set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "data" / "rules").glob("*.yml"))
    return set(re.findall(r"intent: (\w+)", text))


def test_special_replies_belong_to_intents(base, domain):
    said_by_code = {"status_said", "safety_question"}
    assert set(base.special) - said_by_code <= set(domain["intents"])


def test_no_training_message_has_two_intents(training):
    seen: Dict[str, str] = {}
    for intent, messages in training.items():
        for message in messages:
            assert seen.setdefault(bare(message) or message, intent) == intent, message


def test_training_messages_carry_no_identifier(training):
    from bot.privacy.redact import by_rules

    # Nobody's own: what people say of themselves, to be understood kindly. Their placeholders say no task, and what is
    # asked can be told without the word itself: a name, a country of origin, "apt 4", a year of birth, an age, a status.
    allowed = {"secret", "ssn_part", "status", "name", "country", "birth_date", "address", "age", "new_status", "paper"}
    for messages in training.values():
        for message in messages:
            assert set(by_rules(message).kinds) <= allowed, message


def test_every_task_of_the_contract_has_its_facts_and_its_intent(base, domain):
    assert len(base.tasks) == 60
    assert set(base.tasks) <= set(domain["intents"])
    assert set(domain["intents"]) - set(base.tasks) - set(CONTRACT) == OUR_OWN


def test_buttons_have_distinct_titles(base):
    titles = [words.en.text for name, words in base.catalogues["phrases"].items() if name.startswith("button_")]
    titles += [task.title.en.text for task in base.tasks.values()]
    assert [title for title, count in Counter(map(bare, titles)).items() if count > 1] == []
