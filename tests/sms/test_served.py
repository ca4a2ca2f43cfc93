"""Whole conversations by text message with the served assistant, through the fake provider."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator, NamedTuple
from uuid import uuid4

import pytest
import sms_running as running
from sms_running import Provider

pytestmark = pytest.mark.server

SERVED = str(Path(running.__file__).with_name("sms_served.py"))
MORE = "Reply MORE for the rest."


class Served(NamedTuple):
    provider: Provider
    url: str
    log: Path
    clock: Path

    def wait(self, hours: float) -> None:
        """Let time pass for the assistant."""
        self.clock.write_text(str(float(self.clock.read_text()) + hours * 3600))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("sms")
    clock = folder / "clock"
    clock.write_text("0")
    port, provider_port, token = running.free_port(), running.free_port(), uuid4().hex
    environment = running.settings_for(
        provider_port, token, port, folder, ADVISOR_LOG_LEVEL="debug", SMS_CLOCK=str(clock)
    )
    webhook, log = f"http://127.0.0.1:{port}/webhooks/sms/webhook", folder / "log.txt"
    with (
        running.provider(webhook, token, provider_port) as provider,
        running.assistant(environment, log, SERVED) as url,
    ):
        yield Served(provider, url, log, clock)


_numbers = iter(range(1000, 9999))


@pytest.fixture
def number() -> str:
    return f"+1202555{next(_numbers)}"


def test_a_question_is_asked_with_a_list_and_answered_by_number(served: Served, number: str) -> None:
    [first] = served.provider.text(number, "change the bank account my benefit goes to")
    assert first.startswith("I'm a free program, not Social Security.")
    assert "1 Yes" in first
    [second] = served.provider.text(number, "2")
    assert second.startswith("You may need an office visit.") and second.endswith(MORE)


def test_all_pages_of_an_answer_can_be_read(served: Served, number: str) -> None:
    page = served.provider.text(number, "how do i get a benefit verification letter")[0]
    for _ in range(6):
        if "Reply with a number" in page:
            page = served.provider.text(number, "3")[0]
    pages = [page]
    while pages[-1].endswith(MORE):
        pages += served.provider.text(number, "MORE")
        assert len(pages) < 12
    assert pages[-1].endswith("Reply LIST, BOOK, WHY, SOURCES or MENU.")
    sources = served.provider.text(number, "SOURCES") + served.provider.text(number, "MORE")
    assert "Sources:" in sources[0] and "https://" in "".join(sources)
    assert served.provider.text(number, "list")[0].startswith("My list:")


def test_stop_in_the_middle_ends_everything_until_start(served: Served, number: str) -> None:
    served.provider.text(number, "my ssi check did not come")
    [told] = served.provider.text(number, "please stop texting me")
    assert "no more texts" in told
    assert served.provider.text(number, "1") == []
    assert served.provider.text(number, "hello") == []
    assert served.provider.text(number, "start")[0].startswith("I'm a free program")
    assert "STOP ends texts" in served.provider.text(number, "HELP")[0]
    assert "Reply with a number" in served.provider.text(number, "MORE")[0]


def test_a_message_that_comes_three_times_is_answered_once(served: Served, number: str) -> None:
    name = f"SM{uuid4().hex}"
    served.provider.texts([{"from": number, "text": "hello", "id": name, "times": 3}], order="together")
    served.provider.texts([{"from": number, "text": "hello", "id": name}])
    assert len(served.provider.inbox(number)) == 1


def test_texts_in_any_order_are_each_answered_once(served: Served, number: str) -> None:
    texts = [
        {"from": number, "text": text} for text in ("i lost my card", "what do i bring", "who reads this", "HELP", "2")
    ]
    served.provider.texts(texts, order="shuffled")
    assert len(served.provider.inbox(number)) == len(texts)


def test_a_text_is_never_a_command(served: Served, number: str) -> None:
    served.provider.text(number, "hi")
    for command in ("/restart", "/report_scam", "/change_direct_deposit{}", "//greet"):
        assert served.provider.text(number, command) != []


def test_crisis_and_agents_fit_two_segments_and_say_nothing_else_first(served: Served, number: str) -> None:
    served.provider.text(number, "ice agents are here in the lobby right now")
    [card] = served.provider.inbox(number)
    assert card["segments"] <= 2 and card["text"].startswith("Stay calm.")


def test_numbers_are_taken_out_and_nothing_is_logged(served: Served, number: str) -> None:
    [told] = served.provider.text(number, "my ssn is 123-45-6789 and i lost my card")
    assert "123-45" not in told
    assert "took it out" in told
    log = served.log.read_text()
    for secret in (number, number[2:], "123-45-6789", "i lost my card", served.provider.token):
        assert secret not in log


def test_no_text_shows_immigration_on_a_locked_phone(served: Served, number: str) -> None:
    for text in (
        "is it safe to go with ice there",
        "tell me more",
        "MORE",
        "MORE",
        "who reads this",
        "legal help",
        "MORE",
        "i need a citizenship change",
    ):
        served.provider.text(number, text)
    for entry in served.provider.inbox(number):
        assert not re.search(r"\bice\b|immigr|citizen", entry["text"][:40], re.IGNORECASE)
        assert entry["segments"] <= 3


def test_after_a_pause_of_two_days_the_person_is_greeted_anew(served: Served, number: str) -> None:
    served.provider.text(number, "change the bank account my benefit goes to")
    served.wait(20)
    assert served.provider.text(number, "HELP")[0].count("Reply with a number") == 1
    served.wait(48)
    [told] = served.provider.text(number, "2")
    assert told.startswith("I'm a free program") and "I forget texts after 24 hours" in told
