"""The web channel's routes without a server and without a model, for whoever wants to post anything to them."""

from __future__ import annotations

import asyncio
from typing import Any

from sanic import Sanic
from sanic.compat import Header
from sanic.request import Request

from bot.channels.web import WebInput
from bot.privacy.redact import redact


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
