"""Each dated change of the dossier's timeline shows in the answers: not a day early, from its day on, until its end."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Dict, List, Mapping, Set

import pytest
from ruamel.yaml import YAML

from bot.advice import advise
from bot.knowledge import KnowledgeBase
from bot.replies import advice_reply
from bot.replies.notices import full_notices, notice_text, rulings_on, short_notices
from bot.replies.voice import Voice

ROWS_IN_SECTION = 46
TABLE: Dict[str, Any] = YAML(typ="safe").load(Path(__file__).with_name("timeline.yml"))
CHANGES: List[Dict[str, Any]] = TABLE["changes"]
NOTICES: List[Dict[str, Any]] = TABLE["notices"]
LENGTHS = ("line", "short", "full")


def _cases(entries: List[Dict[str, Any]], name: str, may_fail: bool = True) -> List[Any]:
    cases = []
    for entry in entries:
        wrong = may_fail and entry.get("wrong")
        marks = [pytest.mark.xfail(reason=wrong, strict=True)] if wrong else []
        given = "-".join(str(value) for value in entry.get("given", {}).values())
        label = "-".join(filter(None, (entry["row"], entry[name], given, str(entry["after"]))))
        cases.append(pytest.param(entry, marks=marks, id=label))
    return cases


# --- the list is complete ----------------------------------------------------------------------------------------


def test_every_row_is_either_tested_or_explained() -> None:
    rows: Set[str] = set(TABLE["rows"])
    explained: Set[str] = set(TABLE["not_in_rules"])
    tested = {entry["row"] for entry in (*CHANGES, *NOTICES)}
    assert len(TABLE["rows"]) == ROWS_IN_SECTION
    assert rows - tested == explained
    assert tested <= rows | set(TABLE["more_rows"])
    assert set(TABLE["more_rows"]) <= tested
    assert all(len(reason.split()) > 5 for reason in TABLE["not_in_rules"].values())


@pytest.mark.parametrize("entry", [*_cases(CHANGES, "task", False), *_cases(NOTICES, "notice", False)])
def test_each_entry_is_well_formed(base: KnowledgeBase, entry: Dict[str, Any]) -> None:
    assert isinstance(entry["before"], date)
    assert "loose" in entry or entry["before"] + timedelta(days=1) == entry["after"]
    known = {"need", "ways", "has_way", "no_way", "has", "lacks", "certainty", "says", "never_says"}
    if "notice" in entry:
        known = {"shown", "certainty", "line", "short", "full", "full_never", "rulings", "no_rulings"}
    for state in ("expect_before", "expect_after"):
        assert entry[state]
        assert set(entry[state]) <= known
    if "task" in entry:
        assert set(entry.get("given", {})) <= {c.id for c in base.engine.tasks[entry["task"]].circumstances}
        ids = {name for state in ("expect_before", "expect_after") for name in entry[state].get("lacks", ())}
        assert ids <= _ids_of(base, entry["task"]), "an id that does not exist can never be found"


def _ids_of(base: KnowledgeBase, task: str) -> Set[str]:
    entry = base.engine.tasks[task]
    ids = set(entry.evidence) | {remark.id for remark in entry.remarks} | {notice.id for notice in base.engine.notices}
    return ids | {name for rule in entry.rules for name in (*rule.documents, *rule.forms)}


# --- answers -----------------------------------------------------------------------------------------------------


def _check_answer(base: KnowledgeBase, entry: Mapping[str, Any], on: date, expected: Mapping[str, Any]) -> None:
    advice = advise(base.engine, entry["task"], entry.get("given", {}), on)
    *told, _sources = advice_reply.answer(Voice(base, "en", "web"), advice).bubbles
    text = "\n".join(bubble.text for bubble in told)
    channels = {way.channel for way in advice.ways}
    items = (*advice.documents, *advice.forms, *advice.deadlines, *advice.cautions)
    ids = {item.id for item in items} | {notice.id for notice in advice.notices} | set(advice.remarks)
    if "need" in expected:
        assert advice.visit_need.value == expected["need"]
    if "certainty" in expected:
        assert advice.certainty is not None
        assert advice.certainty.value == expected["certainty"]
    if "ways" in expected:
        assert channels == set(expected["ways"])
    assert set(expected.get("has_way", ())) <= channels
    assert not set(expected.get("no_way", ())) & channels
    assert set(expected.get("has", ())) <= ids
    assert not set(expected.get("lacks", ())) & ids
    if "says" in expected:
        assert _found(expected["says"], text), text
    if "never_says" in expected:
        assert not _found(expected["never_says"], text), text


def _found(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE | re.DOTALL) is not None


@pytest.mark.parametrize("entry", _cases(CHANGES, "task"))
def test_an_answer_changes_on_the_day(base: KnowledgeBase, entry: Dict[str, Any]) -> None:
    _check_answer(base, entry, entry["before"], entry["expect_before"])
    _check_answer(base, entry, entry["after"], entry["expect_after"])


# --- notices -----------------------------------------------------------------------------------------------------


def _check_notice(base: KnowledgeBase, name: str, on: date, expected: Mapping[str, Any]) -> None:
    voice = Voice(base, "en", "web")
    texts = {length: notice_text(voice, name, length, on) for length in LENGTHS}
    full = full_notices(voice, on)
    certainties = {notice["id"]: notice["certainty"] for notice in (full.custom or {}).get("notices", ())}
    shown = name in certainties
    assert all(bool(text) is shown for text in texts.values())
    if "shown" in expected:
        assert shown is expected["shown"]
    if "certainty" in expected:
        assert certainties[name] == expected["certainty"]
    if shown:
        short = short_notices(voice, on).text
        assert texts["short"] in short or texts["line"] in short
        assert texts["full"] in full.text
        texts["full"] = full.text
    for length in LENGTHS:
        if length in expected:
            assert _found(expected[length], texts[length]), texts[length]
    if "full_never" in expected:
        assert not _found(expected["full_never"], full.text), full.text
    given = rulings_on(voice, name, on)
    said = {ruling for ruling, entry in base.rulings.items() if entry in given}
    assert set(expected.get("rulings", ())) <= said
    assert not set(expected.get("no_rulings", ())) & said
    assert set(expected.get("no_rulings", ())) <= set(base.rulings)
    assert all(voice.words(base.rulings[ruling].say) in full.text for ruling in said if shown)


@pytest.mark.parametrize("entry", _cases(NOTICES, "notice"))
def test_a_notice_changes_on_the_day(base: KnowledgeBase, entry: Dict[str, Any]) -> None:
    _check_notice(base, entry["notice"], entry["before"], entry["expect_before"])
    _check_notice(base, entry["notice"], entry["after"], entry["expect_after"])


def test_every_ruling_is_said_from_its_first_day(base: KnowledgeBase) -> None:
    tested = {name for entry in NOTICES for name in entry["expect_after"].get("rulings", ())}
    assert tested == set(base.rulings)
    starts = {entry["after"] for entry in NOTICES if entry["expect_after"].get("rulings")}
    assert starts == {ruling.from_ for ruling in base.rulings.values()}
