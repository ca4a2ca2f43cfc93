"""Staff commands on what is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.main import main
from bot.config import Settings
from bot.knowledge.state import FEWEST_PUBLISHED, StateStore, Unmatched
from bot.runtime.opt_out_shelf import open_opt_outs
from bot.sms.opt_outs import OptOuts

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StateStore:
    monkeypatch.setenv("ADVISOR_STATE_DB", str(tmp_path / "state.sqlite"))
    for name in ("ADVISOR_CONVERSATIONS", "ADVISOR_LOCKS", "ADVISOR_REVIEW_DAYS"):
        monkeypatch.delenv(name, raising=False)
    return StateStore(tmp_path / "state.sqlite")


def advisor(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_answers_tells_only_numbers_that_point_to_nobody(state: StateStore) -> None:
    for _ in range(FEWEST_PUBLISHED):
        state.count_answer(TODAY, "change_address", "no_visit", "en", "web")
    state.count_answer(TODAY, "crisis_of_one", "no_visit", "en", "web")
    told = advisor("answers").output
    assert f"{TODAY}\tchange_address\tno_visit\ten\tweb\t10" in told
    assert "crisis_of_one" not in told


def test_review_is_off_until_the_site_switches_it_on(state: StateStore) -> None:
    refused = advisor("review")
    assert refused.exit_code == 1
    assert "ADVISOR_REVIEW_DAYS" in refused.output


@pytest.mark.parametrize("days, left", [("14", ["13 days old", "new"]), ("1", ["new"])])
def test_review_shows_what_has_not_expired(
    state: StateStore, monkeypatch: pytest.MonkeyPatch, days: str, left: list
) -> None:
    for age, text in ((20, "20 days old"), (14, "14 days old"), (13, "13 days old"), (0, "new")):
        state.keep_unmatched(Unmatched(TODAY - timedelta(days=age), "web", text))
    monkeypatch.setenv("ADVISOR_REVIEW_DAYS", days)
    shown = [line.split("\t")[2] for line in advisor("review").output.splitlines()]
    assert shown == left
    assert [message.text for message in state.unmatched()] == left


def test_switching_review_off_deletes_what_was_kept(state: StateStore) -> None:
    state.keep_unmatched(Unmatched(TODAY, "web", "kept before"))
    assert "1 messages for review deleted" in advisor("sweep").output
    assert state.unmatched() == []


def test_in_memory_there_is_nothing_for_staff_to_end(state: StateStore) -> None:
    assert "memory of the running server" in advisor("sweep").output
    refused = advisor("forget", "someone")
    assert refused.exit_code == 1
    assert "memory of the running server" in refused.output


def test_a_wrong_setting_is_named(state: StateStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_CONVERSATIONS", "mysql://x")
    refused = advisor("sweep")
    assert refused.exit_code == 1
    assert "ADVISOR_CONVERSATIONS" in refused.output


def stopped(folder: Path, secret: str, *numbers: str) -> str:
    """Let people say STOP; return the address of the list."""
    settings = Settings(state_db=folder / "other.sqlite", secret=secret)
    for number in numbers:
        OptOuts(secret, open_opt_outs(settings)).add(number)
    return f"sqlite:///{settings.state_db}"


def test_opt_outs_are_taken_over_from_another_database(
    state: StateStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_SECRET", "s" * 32)
    other = stopped(tmp_path, "s" * 32, "+12025550161", "+12025550162")
    assert advisor("opt-outs").output == "0 people want no texts.\n"
    assert advisor("opt-outs", "--from", other).output == "2 opt-outs taken over.\n2 people want no texts.\n"
    assert advisor("opt-outs", "--from", other).output == "0 opt-outs taken over.\n2 people want no texts.\n"
    monkeypatch.setenv("ADVISOR_SECRET", "t" * 32)
    refused = advisor("opt-outs")
    assert refused.exit_code == 1 and "under another ADVISOR_SECRET" in refused.output
    assert advisor("opt-outs", "--begin-anew").output == "2 opt-outs forgotten.\n"
    assert advisor("opt-outs").output == "0 people want no texts.\n"


def test_opt_outs_of_another_secret_are_not_taken_over(
    state: StateStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADVISOR_SECRET", "s" * 32)
    refused = advisor("opt-outs", "--from", stopped(tmp_path, "t" * 32, "+12025550163"))
    assert refused.exit_code == 1 and "Set the secret back" in refused.output
