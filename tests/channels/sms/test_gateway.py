"""The gateway is a provider like the other: its own signature and JSON, the same channel."""

from __future__ import annotations

import json
import time
from typing import Any, Optional
from uuid import uuid4

import pytest
from provider_side import PATH, STATUS_PATH, Api

from bot.sms.providers.gateway import sign
from bot.sms_settings import GATEWAY, SmsSettings


@pytest.fixture(scope="module")
def gateway(serve_texts: Any, api: Api) -> Any:
    return serve_texts(SmsSettings(GATEWAY, "g" * 40, "", f"{api.url}/send", None, provider_answers=False))


def hand_in(light: Any, data: Any, at: Optional[float] = None, key: bytes = b"g" * 40, path: str = PATH) -> Any:
    body, sent_at = json.dumps(data).encode(), str(int(at or time.time()))
    signature = sign(key, sent_at, f"http://127.0.0.1:{light.port}{path}", body)
    return light.ask("POST", path, body, {"X-Gateway-Time": sent_at, "X-Gateway-Signature": signature})


def test_the_gateway_is_a_provider_like_the_other(gateway: Any, api: Api, number: str) -> None:
    text = {"id": uuid4().hex, "from": number, "to": "+12025550199", "text": "hello", "media": 0}
    answer = hand_in(gateway, text)
    assert answer.json["texts"][0].endswith("an answer")
    assert hand_in(gateway, text).json == {"texts": []}
    assert hand_in(gateway, {**text, "id": uuid4().hex}, at=time.time() - 400).status == 403
    assert hand_in(gateway, {**text, "id": uuid4().hex}, key=b"x" * 40).status == 403
    assert hand_in(gateway, ["no text"]).status == 400
    for name in text:
        without = {key: value for key, value in text.items() if key != name}
        new = {} if name == "id" else {"id": uuid4().hex}
        assert hand_in(gateway, {**without, **new}).status == (200 if name == "media" else 400)
    for media in (True, -1, 10**40, "x", None, [1]):
        assert hand_in(gateway, {**text, "id": uuid4().hex, "media": media}).status == 200
    assert hand_in(gateway, {"to": number, "failed": True, "error": 7}, path=STATUS_PATH).status == 204


@pytest.mark.usefixtures("impatient")
def test_the_gateway_gets_late_answers_signed(gateway: Any, api: Api, number: str) -> None:
    text = {"id": uuid4().hex, "from": number, "to": "+12025550199", "text": "slow please"}
    assert hand_in(gateway, text).json == {"texts": []}
    [sent] = api.wait_for(1)
    assert (sent["to"], sent["from"]) == (number, "+12025550199")
