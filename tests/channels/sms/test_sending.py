"""What goes to the provider by itself, what becomes of it, and that nothing goes to whoever said STOP."""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import Any, List
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from provider_side import ACCOUNT, PATH, STATUS_PATH, TOKEN, Api, form, post, texts
from twilio.request_validator import RequestValidator

from bot.sms_settings import TWILIO, SmsSettings


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_takes_long_is_sent_by_itself(light: Any, api: Api, number: str) -> None:
    assert texts(post(light, form(number, "slow please"))) == []
    [sent] = api.wait_for(1)
    assert (sent["To"], sent["From"]) == (number, "+12025550199")
    assert sent["Body"].endswith("an answer")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("answers", "arrive"),
    [
        ([(503, {}), (429, {})], 1),
        ([(500, {})], 0),
        ([(400, {"code": 21610})], 0),
        ([(400, {"code": 21211})], 0),
        ([(503, {})] * 9, 0),
    ],
)
def test_sending_is_tried_again_only_when_nothing_was_taken(
    light: Any, api: Api, number: str, answers: List[Any], arrive: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sms.courier.PAUSES", (0.01, 0.01, 0.01))
    api.answers += answers
    post(light, form(number, "slow please"))
    light.finish_texts()
    assert len(api.sent) == arrive
    unsubscribed = answers[0] == (400, {"code": 21610})
    assert (texts(post(light, form(number, "hello"))) == []) == unsubscribed


def test_a_provider_that_hangs_up_gets_the_answer_by_itself(light: Any, api: Api, number: str) -> None:
    fields = form(number, "slow please")
    signature = RequestValidator(TOKEN).compute_signature(f"http://127.0.0.1:{light.port}{PATH}", fields)
    connection = http.client.HTTPConnection("127.0.0.1", light.port)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    connection.request("POST", PATH, urlencode(fields), headers)
    light.agent.wait_to_hear("slow")
    connection.close()
    [sent] = api.wait_for(1)
    assert sent["To"] == number
    assert texts(post(light, fields)) == []  # the retry that follows


@pytest.mark.usefixtures("impatient")
def test_who_says_stop_while_an_answer_is_made_gets_the_confirmation_only(light: Any, api: Api, number: str) -> None:
    post(light, form(number, "slow please"))
    said = texts(post(light, form(number, "STOP")))
    light.finish_texts()
    bodies = [*said, *(text["Body"] for text in api.sent if text["To"] == number)]
    assert sum("no more texts" in body for body in bodies) == 1
    assert "no more texts" in bodies[-1]
    assert texts(post(light, form(number, "hello"))) == []


def test_a_status_callback_is_taken_and_an_opt_out_in_it_counts(light: Any, number: str) -> None:
    def status(**fields: str) -> Any:
        base = {"MessageSid": "SM" + "1" * 32, "AccountSid": ACCOUNT, "To": number, "From": "+12025550199"}
        return post(light, {**base, **fields}, path=STATUS_PATH)

    assert status(MessageStatus="delivered").status == 204
    assert status(MessageStatus="undelivered", ErrorCode="30007").status == 204
    assert texts(post(light, form(number, "hello"))) != []
    assert status(MessageStatus="failed", ErrorCode="21610").status == 204
    assert texts(post(light, form(number, "hello"))) == []
    assert status().status == 400
    assert status(MessageStatus="delivered", To="AMAZON").status == 400


def test_a_status_of_a_text_that_we_do_not_know_changes_nothing(light: Any, number: str) -> None:
    fields = {"AccountSid": ACCOUNT, "To": number, "MessageStatus": "a new state", "ErrorCode": "x; y"}
    for sid in ("SM" + uuid4().hex, "", "no such"):
        assert post(light, {**fields, "MessageSid": sid}, path=STATUS_PATH).status == 204
    assert post(light, fields, path=STATUS_PATH).status == 204
    assert texts(post(light, form(number, "hello"))) != []


def test_an_opt_out_survives_a_restart(serve_texts: Any, api: Api, state: Path, number: str, light: Any) -> None:
    texts(post(light, form(number, "STOP")))
    again = serve_texts(SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, False))
    assert texts(post(again, form(number, "hello"))) == []
    assert number[1:].encode() not in state.read_bytes()
    assert texts(post(again, form(number, "START"))) != []
