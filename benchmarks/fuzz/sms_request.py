"""Fuzz how a provider's requests are read: ``python -m benchmarks.fuzz.sms_request -max_total_time=180``.

Whatever the address, the headers and the body, reading them must not fail, and nothing unsigned may pass for genuine.
"""

from __future__ import annotations

import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["bot.sms.providers"]):
    from bot.sms.providers import WebRequest, make_provider

from bot.sms_settings import GATEWAY, TWILIO, SmsSettings

PROVIDERS = [make_provider(SmsSettings(name, "s" * 40, account="AC" + "1" * 32)) for name in (TWILIO, GATEWAY)]
HEADERS = ("x-twilio-signature", "x-gateway-time", "x-gateway-signature", "content-type")
PIECES = (
    b"MessageSid=", b"SM" + b"1" * 32, b"&From=", b"%2B12025550100", b"&To=", b"&Body=", b"&NumMedia=", b"&AccountSid=", b"AC" + b"1" * 32, b"&OptOutType=STOP", b"&MessageStatus=failed", b"&ErrorCode=21610",
    b'{"id":"1","from":"+1","to":"+2","text":"', b'"}', b'{"to":"+1","failed":true,"error":', b"9" * 5000, b"}", b"[", b"%", b"%ff", b"\xff", b"null", b"=", b"&",
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Make a request of parts that mean something and of any bytes, and read it in every way."""
    source = atheris.FuzzedDataProvider(data)
    headers = {name: source.ConsumeUnicode(40) for name in HEADERS if source.ConsumeBool()}
    url = source.ConsumeUnicode(60)
    parts: list[bytes] = []
    while source.remaining_bytes() and len(parts) < 30:
        parts.append(
            PIECES[source.ConsumeIntInRange(0, len(PIECES) - 1)] if source.ConsumeBool() else source.ConsumeBytes(12)
        )
    request = WebRequest(url, headers, b"".join(parts), 1_800_000_000.0)
    for provider in PROVIDERS:
        _read(provider, request)


def _read(provider: Any, request: Any) -> None:
    if provider.is_genuine(request):
        raise RuntimeError("unsigned, and taken for genuine")
    provider.incoming(request)
    provider.delivery(request)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
