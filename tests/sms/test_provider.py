"""The channel behind a provider that delays, repeats, loses, hangs up, refuses and never tells: each text is answered once or not at all."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import Any, Dict, Iterator, List
from uuid import uuid4

import pytest
import sms_running as running
from light_server import Light
from sanic import Sanic
from sms_running import ACCOUNT, Provider

from bot.channels import sms as channel
from bot.config import Settings
from bot.sms_settings import TWILIO, SmsSettings

TOKEN = "t" * 32
WELL = {"rest": "ok", "rest_failures": -1, "answers_keywords": False, "patience": 15.0, "callbacks": False}


@dataclasses.dataclass
class Behind:
    """A light server and the provider in front of it."""

    light: Light
    provider: Provider

    def late(self, number: str) -> List[Dict[str, Any]]:
        """Have a text answered that takes long; return what has arrived when all is sent or given up."""
        self.provider.text(number, f"slow please {uuid4().hex[:4]}")
        self.light.finish_texts()
        return self.provider.inbox(number)


def behind(compiled: Path, folder: Path, provider_answers: bool) -> Iterator[Behind]:
    Sanic.test_mode = True  # more than one server in a process
    port = running.free_port()
    twilio = SmsSettings(TWILIO, TOKEN, ACCOUNT, f"http://127.0.0.1:{port}", None, provider_answers)
    light = Light(Settings(knowledge_db=compiled, sms=twilio, secret="s" * 40, state_db=folder / "state.sqlite"))
    try:
        with running.provider(f"{light.url}/webhooks/sms/webhook", TOKEN, port) as provider:
            yield Behind(light, provider)
    finally:
        light.stop()
        Sanic.test_mode = False


@pytest.fixture(scope="module")
def usual(compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    yield from behind(compiled, tmp_path_factory.mktemp("usual"), provider_answers=False)


@pytest.fixture(scope="module")
def answering(compiled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    yield from behind(compiled, tmp_path_factory.mktemp("answering"), provider_answers=True)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr("bot.sms.courier.PAUSES", (0.01, 0.01, 0.01))
    monkeypatch.setattr("bot.sms.providers.posting.SECONDS", (2.0, 0.5))


@pytest.fixture
def well(usual: Behind) -> Iterator[Behind]:
    usual.provider.behave(**WELL)
    yield usual
    usual.provider.behave(**WELL)


@pytest.fixture
def number() -> str:
    return f"+1{uuid4().int % 10**10:010}"


def test_a_late_answer_arrives_by_itself_once(well: Behind, number: str) -> None:
    [sent] = well.late(number)
    assert sent["way"] == "rest" and sent["text"].endswith("an answer")


def test_a_provider_that_gives_up_waiting_gets_the_answer_by_itself(
    well: Behind, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "ANSWER_SECONDS", 10.0)
    well.provider.behave(patience=0.4)
    well.provider.text(number, "slow please")
    [sent] = well.provider.wait_for(number, 1)
    assert sent["way"] == "rest"


def test_an_answer_that_the_provider_loses_is_not_sent_again_also_for_a_repetition(well: Behind, number: str) -> None:
    name = f"SM{uuid4().hex}"
    lost = {"from": number, "text": "hello", "id": name, "drop": True}
    well.provider.texts([lost, {**lost, "drop": False}])
    assert well.provider.inbox(number) == []
    assert well.provider.text(number, "hello again") != []


@pytest.mark.parametrize(("rest", "failures", "arrive"), [("429", 2, 1), ("503", 3, 1), ("503", -1, 0), ("500", 1, 0)])
def test_what_was_surely_not_taken_is_tried_again_a_few_times(
    well: Behind, number: str, rest: str, failures: int, arrive: int
) -> None:
    well.provider.behave(rest=rest, rest_failures=failures)
    before = well.provider.totals()["rest_calls"]
    assert len(well.late(number)) == arrive
    assert well.provider.totals()["rest_calls"] - before <= 4


def test_what_may_have_been_taken_is_not_sent_again(well: Behind, number: str) -> None:
    well.provider.behave(rest="hang", rest_failures=1)
    before = well.provider.totals()["rest_calls"]
    well.late(number)
    assert well.provider.totals()["rest_calls"] == before + 1


def test_a_refusal_because_of_an_opt_out_counts_here_too(well: Behind, number: str) -> None:
    well.provider.behave(rest="21610", rest_failures=1)
    assert well.late(number) == []
    well.provider.behave(**WELL)
    heard = len(well.light.agent.heard)
    assert well.provider.text(number, "hello") == []
    assert len(well.light.agent.heard) == heard


def test_a_text_that_did_not_arrive_leaves_a_line_without_number_or_words(
    well: Behind, number: str, caplog: pytest.LogCaptureFixture
) -> None:
    well.provider.behave(rest="30007", rest_failures=1)
    with caplog.at_level(logging.WARNING, "bot.channels.sms"):
        assert well.late(number) == []
        well.provider.call("/phones/status", {"number": number, "status": "undelivered", "error": "30007"})
    assert "a text did not arrive, error 30007" in caplog.text
    assert number[1:] not in caplog.text and "slow please" not in caplog.text
    assert well.provider.text(number, "hello") != []


def test_with_status_callbacks_for_every_text_all_is_as_before(well: Behind, number: str) -> None:
    well.provider.behave(callbacks=True)
    assert len(well.provider.text(number, "hello")) == 1
    assert well.provider.totals()["statuses"].keys() <= {"200", "0"}


def test_repeated_and_mixed_up_each_text_is_answered_once(well: Behind) -> None:
    numbers = [f"+1202557{index:04}" for index in range(12)]
    texts = [{"from": one, "text": f"text {one}", "id": f"SM{uuid4().hex}", "times": 3} for one in numbers]
    well.provider.texts(texts, order="shuffled", rate=200)
    well.light.finish_texts()
    assert [len(well.provider.inbox(one)) for one in numbers] == [1] * len(numbers)


def test_where_the_provider_answers_stop_there_is_one_answer_and_then_silence(answering: Behind, number: str) -> None:
    provider = answering.provider
    provider.behave(**{**WELL, "answers_keywords": True})
    assert provider.text(number, "hello") != []
    for word in ("HELP", "STOP", "hello?", "ALTO"):
        assert provider.text(number, word) == []
    told = [entry["text"] for entry in provider.inbox(number) if entry["way"] == "provider"]
    assert len(told) == 2 and "unsubscribed" in told[1]
    assert provider.totals()["refused"] == 0, "nothing is sent that would be refused with 21610"
    assert provider.text(number, "START") == []
    assert provider.text(number, "hello") != []
