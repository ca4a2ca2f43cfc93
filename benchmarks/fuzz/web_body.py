"""Fuzz what the web channel does with a request's body: ``python -m benchmarks.fuzz.web_body -max_total_time=180``.

The routes run without a server and without a model. Any body must be answered or refused, never fail; what is handed
on must be no command and hold nothing that redaction would still take out.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["bot.channels", "bot.text"]):
    from benchmarks.fuzz.web_channel import Channel

ROUTES = ("/session", "/message", "/end")
TYPES = (
    "application/json",
    "application/json; charset=utf-8",
    "text/plain",
    "",
    "application/jsonx",
    "multipart/form-data",
)
TOKEN = "TOKEN"
"""Stands in a body for a token that is good."""


CHANNEL = Channel()


def one_input(data: bytes) -> None:
    """Post raw bytes, or JSON with any values in the fields that the channel reads."""
    source = atheris.FuzzedDataProvider(data)
    uri = ROUTES[source.ConsumeIntInRange(0, len(ROUTES) - 1)]
    kind = TYPES[source.ConsumeIntInRange(0, len(TYPES) - 1)] if source.ConsumeIntInRange(0, 3) == 0 else TYPES[0]
    if source.ConsumeBool():
        body = source.ConsumeBytes(source.remaining_bytes()).replace(TOKEN.encode(), CHANNEL.token().encode())
    else:
        values = [_value(source) for _ in range(4)]
        fields = dict(zip(("text", "id", "language", "session"), values, strict=True))
        if source.ConsumeIntInRange(0, 3):
            fields["session"] = CHANNEL.token()
        if source.ConsumeIntInRange(0, 3):
            fields["text"] = source.ConsumeUnicode(200)
        body = json.dumps(fields).encode()
    status = CHANNEL.post(uri, kind, body)
    if status >= 500:
        raise RuntimeError(f"{status} for {body!r}")


def _value(source: Any) -> Any:
    choice = source.ConsumeIntInRange(0, 6)
    return (None, True, 10**30, -0.5, [[]], {"a": {}}, source.ConsumeUnicode(20))[choice]


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
