"""Whatever arrives under the provider's address is read without a failure, and nothing unsigned counts."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.sms.providers import Incoming, WebRequest, make_provider
from bot.sms.providers.base import Delivery
from bot.sms_settings import GATEWAY, TWILIO, SmsSettings

ACCOUNT = "AC" + "1" * 32
PROVIDERS = {name: make_provider(SmsSettings(name, "s" * 40, account=ACCOUNT)) for name in (TWILIO, GATEWAY)}
PIECES = [
    "MessageSid=", "SM" + "1" * 32, "&From=", "%2B12025550100", "&To=", "&Body=", "&NumMedia=", f"&AccountSid={ACCOUNT}", "&OptOutType=STOP", "&MessageStatus=failed", "&ErrorCode=21610", "9" * 5000, "%", "%ff", "&",
    '{"id":"1","from":"+1","to":"+2","text":"', '"}', '{"to":"+1","failed":true,"error":', "}", "[", "null", "1e999",
]  # fmt: skip
bodies = st.binary(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map(str.encode)
values = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.lists(st.integers(), max_size=2)
)
objects = st.dictionaries(
    st.sampled_from(["id", "from", "to", "text", "media", "failed", "error", "opted_out", "other"]), values, max_size=9
)
headers = st.dictionaries(
    st.sampled_from(["x-twilio-signature", "x-gateway-time", "x-gateway-signature"]), st.text(max_size=40), max_size=3
)
TWILIO_MEDIA = f"MessageSid=SM{'1' * 32}&From=%2B12025550100&To=%2B12025550199&NumMedia={'9' * 5000}"


@pytest.mark.parametrize("name", PROVIDERS)
@settings(max_examples=150, deadline=None)
@given(url=st.text(max_size=40), given_headers=headers, body=bodies | objects.map(json.dumps).map(str.encode))
@example(url="https://x", given_headers={}, body=TWILIO_MEDIA.encode())
@example(url="https://x", given_headers={}, body=b'{"to":"+1","failed":true,"error":' + b"9" * 5000 + b"}")
@example(url="https://x", given_headers={}, body=b"[" * 50_000)
def test_any_request_is_read_and_none_is_genuine(name: str, url: str, given_headers: dict, body: bytes) -> None:
    provider = PROVIDERS[name]
    request = WebRequest(url, given_headers, body, 1_800_000_000.0)
    assert provider.is_genuine(request) is False
    text, delivery = provider.incoming(request), provider.delivery(request)
    if text is not None:
        assert isinstance(text, Incoming)
        assert all(isinstance(part, str) for part in text[:4])
    if delivery is not None:
        assert isinstance(delivery, Delivery)
        assert delivery.error == "" or delivery.error.isdigit()
