"""The staff command, as staff use it."""

from __future__ import annotations

import itertools
import json
import re
import sqlite3
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, List

import pytest
from click.testing import CliRunner, Result

from bot.cli import main as cli
from bot.config import KNOWLEDGE_FILES
from bot.handbook.graph import mermaid
from bot.handbook.pages import pages
from bot.knowledge import KnowledgeBase, open_knowledge
from tests.knowledge.edits import edit, line_of

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
Run = Callable[..., Result]


@pytest.fixture
def state_db(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, compiled: Path, state_db: Path, base: KnowledgeBase) -> Run:
    """Runs ``advisor`` with files of its own, as on November 22, 2026; the real knowledge is not read each time."""

    def opened(folder: Path, target: Path) -> KnowledgeBase:
        return base if folder == KNOWLEDGE_FILES and target == compiled else open_knowledge(folder, target)

    monkeypatch.setattr(cli, "open_knowledge", opened)
    for name in ("ADVISOR_HOST", "ADVISOR_PORT", "ADVISOR_SECRET", "ADVISOR_ENABLE_REST", "ADVISOR_ENABLE_API"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ADVISOR_KNOWLEDGE_DB", str(compiled))
    monkeypatch.setenv("ADVISOR_STATE_DB", str(state_db))
    monkeypatch.setenv("ADVISOR_PREVIEW_DATE", "2026-11-22")

    def invoke(*arguments: str, typed: str = "") -> Result:
        return CliRunner().invoke(cli.main, list(arguments), input=typed)

    return invoke


def answer(run: Run, *arguments: str) -> Dict[str, Any]:
    result = run("advise", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


# --- advise ------------------------------------------------------------------------------------------------------


def test_advise_gives_programs_the_object_of_the_contract(run: Run) -> None:
    data = answer(run, "change_direct_deposit", "--with", "online_account=no", "--on", "2025-04-05")
    assert {
        "type", "task", "visit_need", "as_of", "language", "ways", "documents", "deadline", "notices", "sources", "stale", "next_question",
    } <= set(data)  # fmt: skip
    assert (data["type"], data["task"], data["as_of"]) == ("advice", "change_direct_deposit", "2025-04-05")
    assert data["visit_need"] == "usually_no_visit"
    assert {way["id"] for way in data["ways"]} == {"bank", "phone", "office"}
    assert data["language"] == "en"
    assert data["stale"] is False
    assert data["next_question"] is None
    assert data["notices"] == []
    assert "SSABLOG318" in {source["id"] for source in data["sources"]}


def test_the_compiled_file_is_where_the_setting_says_and_is_read(
    run: Run, monkeypatch: pytest.MonkeyPatch, compiled: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "copy.sqlite"
    elsewhere.write_bytes(compiled.read_bytes())
    expected = answer(run, "change_address")
    monkeypatch.setenv("ADVISOR_KNOWLEDGE_DB", str(elsewhere))
    assert answer(run, "change_address") == expected
    assert f"{elsewhere} is up to date" in run("compile").output


def test_the_day_decides(run: Run) -> None:
    facts = ("change_direct_deposit", "--with", "online_account=no", "--with", "bank_enrolls=no")
    needs = {day: answer(run, *facts, "--on", day)["visit_need"] for day in ("2025-04-05", "2025-05-01", "2025-08-20")}
    assert needs == {"2025-04-05": "usually_no_visit", "2025-05-01": "visit_needed", "2025-08-20": "unclear"}


def test_today_is_the_day_when_none_is_given(run: Run) -> None:
    data = answer(run, "first_ssn_card", "--with", "age_group=12_or_older")
    assert (data["as_of"], data["visit_need"]) == ("2026-11-22", "visit_needed")
    assert {notice["id"] for notice in data["notices"]} == {"appointment_data", "citizenship_information"}


@pytest.mark.parametrize(("name", "channel"), zip(REAL_TASKS, itertools.cycle(["web", "sms", "shell"])))
def test_every_task_is_answered_in_words(run: Run, name: str, channel: str) -> None:
    result = run("advise", name, "--channel", channel)
    assert result.exit_code == 0
    assert "visit" in result.output


def test_a_question_that_is_open_is_shown_with_how_to_answer_it(run: Run) -> None:
    output = run("advise", "change_direct_deposit").output
    asked = answer(run, "change_direct_deposit")["next_question"]
    assert re.search(rf"--with {asked}=\w+(\|\w+)+\|unknown", output)
    assert (
        "would ask"
        not in run("advise", "change_direct_deposit", "--with", "online_account=yes", "--with", "benefit=title2").output
    )


def test_not_sure_is_an_answer(run: Run) -> None:
    data = answer(run, "verify_identity_phone", "--with", "claim_flagged=unknown")
    assert (data["visit_need"], data["next_question"]) == ("visit_may_be_needed", None)
    assert data["depends_on"] == ["claim_flagged"]


def test_outside_the_known_days_the_number_is_the_answer(run: Run) -> None:
    data = answer(run, "change_address", "--on", "2031-01-01")
    assert (data["visit_need"], [way["id"] for way in data["ways"]]) == ("unclear", ["phone"])
    assert "1-800-772-1213" in run("advise", "change_address", "--on", "2031-01-01").output


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("change_direct_depsit",), "change_direct_deposit"),
        (("change_direct_deposit", "--with", "online_acount=no"), "online_account"),
        (("change_direct_deposit", "--with", "benefit=title_2"), "title2"),
        (("change_direct_deposit", "--with", "online_account"), "NAME=VALUE"),
    ],
)
def test_a_wrong_name_ends_with_1_and_what_was_probably_meant(run: Run, arguments: List[str], near: str) -> None:
    result = run("advise", *arguments)
    assert result.exit_code == 1
    assert near in result.output
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("day", ["2025-02-30", "yesterday", "04/05/2025"])
def test_a_wrong_day_is_refused_with_the_form(run: Run, day: str) -> None:
    result = run("advise", "change_address", "--on", day)
    assert result.exit_code != 0
    assert "%Y-%m-%d" in result.output or "YYYY-MM-DD" in result.output


def test_a_wrong_setting_says_what_to_set(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_PORT", "many")
    result = run("advise", "change_address")
    assert result.exit_code == 1
    assert "ADVISOR_PORT" in result.output


# --- check -------------------------------------------------------------------------------------------------------


def test_check_says_what_was_proved(run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0, result.output
    assert f"{len(REAL_TASKS)} tasks" in result.output
    assert re.search(r"[1-9]\d* combinations", result.output)


def test_check_of_broken_files_ends_with_1_and_names_file_line_and_fix(
    run: Run, monkeypatch: pytest.MonkeyPatch, small_copy: Path
) -> None:
    address, letter = (small_copy / "tasks" / f"{name}.yml" for name in ("change_address", "benefit_letter"))
    edit(address, "recheck_days: 60", "recheck_days: sixty")
    edit(letter, "visit_need: no_visit", "visit_need: never")
    monkeypatch.setattr(cli, "KNOWLEDGE_FILES", small_copy)
    result = run("check")
    assert result.exit_code == 1
    for path, mistake in ((address, "recheck_days: sixty"), (letter, "visit_need: never")):
        assert f"data/knowledge/tasks/{path.name}:{line_of(path, mistake)}: " in result.output
    assert result.output.count("fix: ") == 2
    assert "2 problems" in result.output


def test_no_answer_is_given_from_broken_files(
    run: Run, monkeypatch: pytest.MonkeyPatch, knowledge_copy: Callable[[], Path]
) -> None:
    folder = knowledge_copy()
    for name in set(REAL_TASKS) - {"change_address"}:
        (folder / "tasks" / f"{name}.yml").unlink()
    (folder / "tasks" / "change_address.yml").write_text("task: change_address\n", encoding="utf-8")
    monkeypatch.setattr(cli, "KNOWLEDGE_FILES", folder)
    result = run("advise", "change_address", "--json")
    assert result.exit_code == 1
    assert "data/knowledge/tasks/change_address.yml:1" in result.output
    assert "visit_need" not in result.output.replace("'decision", "")


# --- stale -------------------------------------------------------------------------------------------------------


def test_nothing_is_stale_on_the_day_of_checking(run: Run) -> None:
    result = run("stale", "--on", "2026-11-22")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "nothing is stale on 2026-11-22"
    assert "contacts.yml" in result.output, "contacts that nobody has verified are hidden, and listed"


def test_everything_is_stale_after_a_year_each_with_its_place(run: Run) -> None:
    output = run("stale", "--on", "2027-12-31").output
    for name in REAL_TASKS:
        assert f"tasks/{name}.yml" in output
    for part in ("notices.yml appointment_data", "checked 2026-11-22", "stale on 2027-12-31"):
        assert part in output


def test_what_makes_an_answer_stale_is_in_the_list(run: Run) -> None:
    """Papers, deadlines and cautions count for an answer's staleness, so staff must find them here."""
    output = run("stale", "--on", "2027-12-31").output
    for part in ("photo_id", "keep_old_account", "fraud_block", "sf_1199a"):
        assert part in output, f"nothing says that '{part}' has to be checked again"


# --- status ------------------------------------------------------------------------------------------------------


def test_a_status_is_set_shown_and_changes_the_answer(run: Run) -> None:
    facts = ("change_direct_deposit", "--with", "online_account=yes", "--with", "benefit=title2")
    assert answer(run, *facts)["ways"][0]["id"] == "online"
    result = run("status", "set", "my_social_security", "down", "--source", "call from the help desk")
    assert result.exit_code == 0, result.output
    assert "my_social_security is down until" in result.output
    shown = run("status").output
    assert re.search(r"my_social_security: down since .* until .* \(call from the help desk\)", shown)
    assert "phone_800: up" in shown
    down = answer(run, *facts)
    assert down["ways"][0]["id"] != "online"
    assert "online" in {way["id"] for way in down["ways"]}
    assert down["visit_need"] == "no_visit"
    assert "website is down" in run("advise", *facts).output


def test_a_status_counts_for_twelve_hours_unless_said_otherwise(run: Run, state_db: Path) -> None:
    run("status", "set", "phone_800", "degraded", "--source", "news")
    with sqlite3.connect(state_db) as connection:
        since, until = map(
            datetime.fromisoformat, connection.execute("select since, until from service_status").fetchone()
        )
    assert until - since == timedelta(hours=12)
    assert abs(datetime.now(timezone.utc) - since) < timedelta(minutes=1)


def test_an_expired_status_no_longer_counts(run: Run, state_db: Path) -> None:
    run("status", "set", "my_social_security", "down", "--source", "call")
    with sqlite3.connect(state_db) as connection:
        connection.execute(
            "update service_status set until = ?", ((datetime.now(timezone.utc) - timedelta(minutes=1)).isoformat(),)
        )
    assert "my_social_security: up" in run("status").output
    facts = ("change_direct_deposit", "--with", "online_account=yes", "--with", "benefit=title2")
    assert answer(run, *facts)["ways"][0]["id"] == "online"


def test_the_last_word_on_a_service_counts(run: Run) -> None:
    run("status", "set", "my_social_security", "down", "--source", "call")
    run("status", "set", "my_social_security", "up", "--source", "tried it")
    assert "my_social_security: up" in run("status").output
    assert "down" not in run("advise", "change_direct_deposit").output


def test_what_is_down_now_says_nothing_of_another_day(run: Run) -> None:
    run("status", "set", "my_social_security", "down", "--source", "call")
    assert "down now" not in run("advise", "change_direct_deposit", "--on", "2025-05-01").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("my_social_securty", "down", "--source", "x"), "my_social_security"),
        (("my_social_security", "broken", "--source", "x"), "degraded"),
        (("my_social_security", "down"), "--source"),
        (("my_social_security", "down", "--source", "x", "--until", "2020-01-01"), "past"),
    ],
)
def test_a_wrong_status_is_refused_and_nothing_is_stored(run: Run, arguments: List[str], said: str) -> None:
    result = run("status", "set", *arguments)
    assert result.exit_code != 0
    assert said in result.output
    assert "my_social_security: up" in run("status").output


# --- redact, schema ----------------------------------------------------------------------------------------------


def test_redact_copies_what_it_reads_without_identifiers(run: Run) -> None:
    typed = "my ssn is 123-45-6789\ncall 1-800-772-1213\n\nform SSA-1696"
    result = run("redact", typed=typed)
    assert result.exit_code == 0
    assert result.output.splitlines() == ["my ssn is [ssn]", "call 1-800-772-1213", "", "form SSA-1696"]


def test_schema_writes_what_editors_use(run: Run, tmp_path: Path) -> None:
    result = run("schema", str(tmp_path / "schemas"))
    assert result.exit_code == 0
    written = sorted(path.name for path in (tmp_path / "schemas").glob("*.schema.json"))
    assert "task.schema.json" in written
    assert all(json.loads((tmp_path / "schemas" / name).read_text()) for name in written)


# --- graph, figures, checklist, docs -----------------------------------------------------------------------------


def test_graph_draws_the_questions_of_a_task(run: Run, base: KnowledgeBase) -> None:
    result = run("graph", "apply_retirement")
    assert result.exit_code == 0
    assert result.output.startswith("flowchart TD\n")
    assert "prove who you are" in result.output
    assert result.output == mermaid(base, "apply_retirement", date(2026, 11, 22))


def test_graph_draws_another_day(run: Run) -> None:
    before, after = (run("graph", "apply_retirement", "--on", day).output for day in ("2025-02-01", "2026-11-22"))
    assert "prove who you are" not in before
    assert "You do not need an office visit" in before.replace("<br/>", " ")
    assert before != after


def test_figures_are_those_of_the_knowledge(run: Run, base: KnowledgeBase) -> None:
    result = run("figures")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith(f"{len(REAL_TASKS)} tasks, ")
    assert f"{len(base.claims)} claims" in lines
    assert any(line.startswith(f"{len(base.sources)} sources (") for line in lines)


def test_a_checklist_is_printed_with_boxes_or_shown_or_made_short(run: Run) -> None:
    facts = ("checklist", "apply_retirement", "--with", "claim_flagged=no")
    printed, screen, sms = (run(*facts, "--for", target).output for target in ("print", "screen", "sms"))
    assert run(*facts).output == printed
    assert printed.count("[ ] ") == screen.count("\u2610 ") > 5
    assert "\u2610" not in printed
    assert "[ ]" not in sms
    assert len(sms) < len(screen)
    for output in (printed, screen, sms):
        assert output.startswith("My list: Apply for retirement benefits\n")
        assert output.endswith("not legal advice.\n")
        assert "You do not need an office visit" in output


def test_the_facts_and_the_day_decide_the_checklist(run: Run) -> None:
    assert "You need an office visit" in run("checklist", "apply_retirement", "--with", "claim_flagged=yes").output
    assert "cannot say for sure" in run("checklist", "apply_retirement", "--on", "2035-01-01").output


def test_docs_writes_the_pages_into_a_folder(run: Run, base: KnowledgeBase, tmp_path: Path) -> None:
    folder = tmp_path / "site" / "knowledge"
    result = run("docs", str(folder))
    assert result.exit_code == 0, result.output
    wanted = pages(base)
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == wanted
    assert f"{len(wanted)} pages written to {folder}" in result.output
    assert (folder.parent / "matrix.md").read_text(encoding="utf-8").startswith("<!-- Made")


@pytest.mark.parametrize("command", ["graph", "checklist"])
def test_an_unknown_task_ends_with_1_and_near_ones(run: Run, command: str) -> None:
    result = run(command, "change_adress")
    assert result.exit_code == 1
    assert "change_address" in result.output
    assert "Traceback" not in result.output
    assert isinstance(result.exception, SystemExit)


def test_a_checklist_for_a_wrong_answer_says_which_there_are(run: Run) -> None:
    result = run("checklist", "apply_retirement", "--with", "claim_flagged=maybe")
    assert result.exit_code == 1
    assert re.search(r"It can be: yes, no\b", result.output)


@pytest.mark.parametrize(
    "command",
    ["advise", "check", "stale", "status", "redact", "parse", "compile", "schema", "forget", "sweep", "graph", "figures", "checklist", "docs"],
)  # fmt: skip
def test_every_command_explains_itself(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 3
