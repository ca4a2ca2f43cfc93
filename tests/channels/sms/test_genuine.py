"""Only what the provider has signed, for the address at which it reached us, counts as a text or as news of one."""

from __future__ import annotations

import ipaddress
from typing import Any, Dict
from urllib.parse import urlencode

import pytest
from provider_side import ACCOUNT, PATH, STATUS_PATH, TOKEN, Api, form, post, texts
from twilio.request_validator import RequestValidator

from bot.sms_settings import TWILIO, SmsSettings

PUBLIC = "https://chat.example.org"

FORGERIES = {
    "no signature": lambda light, f: post(light, f, **{"X-Twilio-Signature": ""}),
    "a made up signature": lambda light, f: post(light, f, **{"X-Twilio-Signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA="}),
    "a signature with signs beyond ASCII": lambda light, f: post(light, f, **{"X-Twilio-Signature": "\xe9" * 28}),
    "another key": lambda light, f: post(light, f, token="x" * 32),
    "another address": lambda light, f: post(light, f, url=f"{PUBLIC}{PATH}"),
    "another path": lambda light, f: post(light, f, url=f"http://127.0.0.1:{light.port}{STATUS_PATH}"),
    "another account": lambda light, f: post(light, {**f, "AccountSid": "AC" + "2" * 32}),
    "a changed text": lambda light, f: changed(light, f, Body="delete everything"),
    "a changed number": lambda light, f: changed(light, f, From="+12025550000"),
    "one field more": lambda light, f: changed(light, f, OptOutType="STOP"),
    "a field twice": lambda light, f: changed(light, f, again="Body=x"),
    "a host that the client chose": lambda light, f: post(light, f, url=f"http://evil.example{PATH}"),
    "a forwarded host from anywhere": lambda light, f: post(
        light, f, url=f"{PUBLIC}{PATH}", **{"X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example.org"}
    ),
}


def changed(light: Any, fields: Dict[str, str], again: str = "", **changes: str) -> Any:
    """Post something else than what was signed."""
    signature = RequestValidator(TOKEN).compute_signature(f"http://127.0.0.1:{light.port}{PATH}", fields)
    body = urlencode({**fields, **changes}) + (f"&{again}" if again else "")
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    return light.ask("POST", PATH, body.encode(), headers)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_request_does_nothing(light: Any, number: str, forgery: str) -> None:
    before = len(light.agent.heard)
    answer = FORGERIES[forgery](light, form(number, "STOP"))
    assert (answer.status, answer.text) == (403, "")
    assert len(light.agent.heard) == before
    assert texts(post(light, form(number, "hello"))) != []  # the STOP did not count


def test_a_forged_status_callback_stops_nothing(light: Any, number: str) -> None:
    fields = {"AccountSid": ACCOUNT, "To": number, "MessageStatus": "failed", "ErrorCode": "21610"}
    assert post(light, fields, path=STATUS_PATH, token="x" * 32).status == 403
    assert texts(post(light, form(number, "hello"))) != []


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"Body=%FF", b"{}", b"a" * 60_000, b"&&&&", b"AccountSid=" + ACCOUNT.encode(), b"=&=&="]
)
def test_a_malformed_request_is_refused(light: Any, body: bytes) -> None:
    for content_type in ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": content_type, "X-Twilio-Signature": "x" * 28}
        assert light.ask("POST", PATH, body, headers).status == 403


@pytest.mark.parametrize("missing", ["MessageSid", "From", "To"])
def test_a_signed_request_without_what_a_text_has_is_refused(light: Any, number: str, missing: str) -> None:
    fields = form(number, "hello")
    del fields[missing]
    assert post(light, fields).status == 400


@pytest.mark.parametrize("sender", ["AMAZON", "whatsapp:+12025550101", "+", "", "+1" + "2" * 30, "\u0661\u0662\u0663"])
def test_who_writes_from_no_number_is_refused(light: Any, sender: str) -> None:
    assert post(light, form(sender, "hello")).status == 400


def test_behind_a_trusted_proxy_the_address_that_people_see_counts(serve_texts: Any, api: Api, number: str) -> None:
    twilio = SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, provider_answers=False)
    light = serve_texts(twilio, trusted_proxies=(ipaddress.ip_network("127.0.0.1"),))
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example.org"}
    assert texts(post(light, form(number, "hi"), f"{PUBLIC}{PATH}", **forwarded)) != []
    assert post(light, form(number, "hi"), **forwarded).status == 403
    spoofed = {"X-Forwarded-Proto": "ftp, https", "X-Forwarded-Host": "evil.example, chat.example.org"}
    assert texts(post(light, form(number, "hi"), f"{PUBLIC}{PATH}", **spoofed)) != []


def test_with_a_public_address_in_the_settings_no_header_counts(serve_texts: Any, api: Api, number: str) -> None:
    light = serve_texts(SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, PUBLIC, provider_answers=False))
    answer = post(light, form(number, "hi"), f"{PUBLIC}{PATH}", Host="evil.example")
    assert texts(answer) != []
    assert f'statusCallback="{PUBLIC}{STATUS_PATH}"' in answer.text
    assert post(light, form(number, "hi"), f"http://evil.example{PATH}", Host="evil.example").status == 403
