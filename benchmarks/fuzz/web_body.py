"""Fuzz what the web channel does with a request's body: ``python -m benchmarks.fuzz.web_body -max_total_time=180``.

The routes run without a server and without a model. Any body must be answered or refused, never fail; what is handed
on must be no command and hold nothing that redaction would still take out.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import atheris

with atheris.instrument_imports(include=["bot.channels", "bot.text"]):
    from bot.channels.web import WebInput

from sanic import Sanic
from sanic.compat import Header
from sanic.request import Request

from bot.privacy.redact import redact

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


class Channel:
    """The routes of the channel, and a stand-in for all that is behind them."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.app = Sanic("fuzz")
        self.app.ctx.keeper = self
        self.app.ctx.agent = None
        self.channel = WebInput()
        blueprint = self.channel.blueprint(self.answer)
        self.handlers = {route.uri: route.handler for route in blueprint._future_routes if "POST" in route.methods}

    async def answer(self, message: Any) -> None:
        """Check what is handed on."""
        if message.text.startswith("/"):
            raise RuntimeError(f"a command: {message.text!r}")
        if redact(message.text).kinds:
            raise RuntimeError(f"still in it: {message.text!r}")
        await message.output_channel.send_text_message(message.sender_id, "an answer")

    async def end(self, *_: Any) -> None:
        """End a conversation, in the place of the keeper."""

    def post(self, uri: str, kind: str, body: bytes) -> int:
        """Post a body to a route; return the status."""
        request = Request(
            b"/webhooks/web" + uri.encode(), Header({"content-type": kind}), "1.1", "POST", None, self.app
        )
        request.body = body
        status: int = self.loop.run_until_complete(self.handlers[uri](request)).status
        return status

    def token(self) -> str:
        """Return a good token."""
        return str(self.channel._tokens.issue())


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
