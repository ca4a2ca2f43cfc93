"""The channel for text messages: HTTP of the provider on one side, Rasa on the other. What is said is decided in bot/sms.

``POST /webhooks/sms/webhook`` takes a text, ``POST /webhooks/sms/status`` takes what became of one of ours. Nothing is done for a request
that the provider did not sign. A message that comes again is not answered again. An answer that is not ready in time, or whose request
is gone, is sent by itself.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import time
from dataclasses import dataclass, replace
from typing import Any, Awaitable, Callable, Dict, List, Optional, Set, Text
from uuid import uuid4

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.addresses import asked_address
from bot.channels.redacting import LeftOpen, redacting
from bot.channels.turns import Turns
from bot.config import Settings
from bot.knowledge import KnowledgeBase
from bot.knowledge.sites import load_site
from bot.privacy.endings import Ending
from bot.privacy.pseudonyms import Pseudonyms
from bot.replies import fixed
from bot.replies.keeping import Keeping
from bot.replies.voice import Voice
from bot.sms.composing import Message
from bot.sms.courier import Courier
from bot.sms.encoding import plain
from bot.sms.exchange import Exchange, Line
from bot.sms.opt_outs import OptOuts
from bot.sms.providers import Incoming, Sent, WebRequest, make_provider

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 10.0
"""How long the request of a text waits for its answer; Twilio gives up after 15. Later the answer is sent by itself."""

ABANDON_SECONDS = 60.0
"""After this an answer that does not come is given up, and the person is told."""

AT_ONCE = 4
"""So many texts are being answered at the same time. It is work for the processor: more would make each slower and none quicker."""

PATIENT = 40
"""When more texts than this wait, a request is not kept waiting: its answer is sent by itself."""

MOST_WAITING = 2_000
"""When more texts wait, people are asked to try again."""

FINISH_SECONDS = 10.0
"""So long a server that is told to stop goes on sending; people wait for these answers."""

Handler = Callable[[UserMessage], Awaitable[Any]]


@dataclass(frozen=True)
class SmsStores:
    """What outlives a request. The server puts it into ``app.ctx.sms`` once Rasa's stores are open.

    Attributes:
        keeper: ends conversations.
        conversations: where they are kept, with what is kept beside them.
        pseudonyms: names for numbers.
        opt_outs: who wants no texts.
    """

    keeper: Any
    conversations: Any
    pseudonyms: Pseudonyms
    opt_outs: OptOuts


class SmsInput(InputChannel):
    """The channel for text messages."""

    @classmethod
    def name(cls) -> Text:
        """Return the channel's name, which is also its place under /webhooks/."""
        return "sms"

    def __init__(
        self,
        settings: Settings,
        base: KnowledgeBase,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take settings with a provider; ``clock`` gives seconds since 1970.

        Raises:
            ValueError: the settings name no provider.
            KnowledgeError: the site file has mistakes.
        """
        if settings.sms is None:
            raise ValueError("no provider of text messages is set")
        self._settings = settings
        self._sms = settings.sms
        self._base = replace(base, site=load_site(settings.site)) if settings.site else base
        self._clock = clock
        self._provider = make_provider(settings.sms)
        self._courier = Courier(self._provider)
        self._left_open = LeftOpen()
        self._message_key = hashlib.sha256(b"messages that came" + (settings.secret or "").encode()).digest()
        self._exchange: Optional[Exchange] = None
        self._late: Set[Any] = set()
        self.turns = Turns(settings.messages_per_minute, min(AT_ONCE, settings.concurrent_messages), time.monotonic)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("sms_channel")

        @blueprint.post("/webhook")
        async def webhook(request: Request) -> HTTPResponse:
            asked = self._asked(request)
            if not self._provider.is_genuine(asked):
                return response.empty(403)
            text = self._provider.incoming(asked)
            if text is None:
                return response.empty(400)
            stores: SmsStores = request.app.ctx.sms
            if not stores.conversations.asides.is_first(self._hashed(text.id), self._clock()):
                return self._respond([])
            exchange = self._exchange = self._exchange or self._open(stores, on_new_message)
            return await self._in_time(exchange, text)

        @blueprint.post("/status")
        async def status(request: Request) -> HTTPResponse:
            asked = self._asked(request)
            if not self._provider.is_genuine(asked):
                return response.empty(403)
            delivery = self._provider.delivery(asked)
            if delivery is None:
                return response.empty(400)
            if delivery.failed:
                logger.warning("a text did not arrive, error %s", delivery.error or "unknown")
            if delivery.opted_out:
                exchange = self._exchange = self._exchange or self._open(request.app.ctx.sms, on_new_message)
                await exchange.stop(delivery.recipient, self._clock(), confirm=False)
            return response.empty()

        return blueprint

    def _asked(self, request: Request) -> WebRequest:
        headers = {name.lower(): value for name, value in request.headers.items()}
        target = request.raw_url.decode("ascii", "replace")
        url = asked_address(request.ip, headers, target, self._settings.trusted_proxies, self._sms.public_url)
        return WebRequest(url, headers, request.body or b"", self._clock())

    def _open(self, stores: SmsStores, on_new_message: Handler) -> Exchange:
        async def ask(name: Text, words: Text) -> List[Message]:
            return await self._ask(name, words, on_new_message)

        async def end(name: Text) -> None:
            await stores.keeper.end(name, Ending.OPTED_OUT)

        silence = Keeping.of(self._settings).values(Voice(self._base, "en", "sms"))["silence"]
        return Exchange(
            Line(
                self._base, self._settings.silence_limits[self.name()], silence, self._sms.provider_answers, stores.pseudonyms, stores.opt_outs,
                stores.conversations.asides, stores.conversations.rename, ask, end,
            )
        )  # fmt: skip

    async def _in_time(self, exchange: Exchange, text: Incoming) -> HTTPResponse:
        """Answer in the response, or, when it takes too long or nobody waits any more, by a text of its own."""
        work = asyncio.ensure_future(self._texts(exchange, text))
        if self.turns.backlog > PATIENT and not exchange.comes_first(text):
            self._send_later(exchange, text, work)
            return self._respond([])
        try:
            return self._respond(await asyncio.wait_for(asyncio.shield(work), ANSWER_SECONDS))
        except asyncio.TimeoutError:
            self._send_later(exchange, text, work)
            return self._respond([])
        except asyncio.CancelledError:
            self._send_later(exchange, text, work)
            raise

    def _respond(self, texts: List[Text]) -> HTTPResponse:
        answer = self._provider.answer(texts)
        return response.text(answer.body, content_type=answer.content_type)

    async def _texts(self, exchange: Exchange, text: Incoming) -> List[Text]:
        """Return what to send back; whatever fails, the person gets a sentence and a phone number."""
        try:
            return await self._answer(exchange, text)
        except Exception as error:
            logger.error("reply failed, reference %s, %s", uuid4().hex[:8], type(error).__name__)
            return [] if exchange.is_silent_for(text) else [self._phrase("something_failed")]

    async def _answer(self, exchange: Exchange, text: Incoming) -> List[Text]:
        first = exchange.comes_first(text)
        if self.turns.backlog > MOST_WAITING and not first:
            return [self._phrase("too_busy")]
        async with self.turns.of(text.sender):
            if first:
                return await exchange.answer(text, self._clock())
            tell = self.turns.too_many(text.sender)
            if tell is not None:
                return [self._phrase("too_many_messages")] if tell else []
            if self.turns.is_echo(text.sender, text.text):
                return []
            async with self.turns.place():
                return await asyncio.wait_for(exchange.answer(text, self._clock()), ABANDON_SECONDS)

    async def _ask(self, name: Text, words: Text, on_new_message: Handler) -> List[Message]:
        """Give words to the assistant. Whatever they begin with, they are no command."""

        async def as_words(message: UserMessage) -> Any:
            message.text = message.text.lstrip("/ ")
            return await on_new_message(message) if message.text else None

        output = CollectingOutputChannel()
        handle = redacting(self._base, as_words, self._left_open)
        await handle(UserMessage(words, output, name, input_channel=self.name()))
        messages: List[Message] = [dict(message) for message in output.messages]
        return messages or _as_messages(fixed.menu(Voice(self._base, "en", "sms"), "not_understood"))

    def _send_later(self, exchange: Exchange, text: Incoming, work: "asyncio.Future[List[Text]]") -> None:
        """Send the answer when it is there; who has said STOP meanwhile gets nothing but the confirmation."""

        async def send() -> None:
            texts = await work
            if not texts or (exchange.is_silent_for(text) and not exchange.is_stop(text)):
                return
            async with self.turns.sending(text.sender):
                outcome = await self._courier.send(text.recipient, text.sender, texts)
            if outcome is Sent.OPTED_OUT:
                await exchange.stop(text.sender, self._clock(), confirm=False)

        task = asyncio.ensure_future(send())
        self._late.add(task)
        task.add_done_callback(self._late.discard)

    async def finish(self, seconds: float = FINISH_SECONDS) -> None:
        """Wait until the answers that go by themselves are sent or given up, so long at most; the server stops then."""
        if self._late:
            await asyncio.wait(set(self._late), timeout=seconds)

    def _hashed(self, message: Text) -> Text:
        return hmac.new(self._message_key, message.encode(), hashlib.sha256).hexdigest()

    def _phrase(self, name: Text) -> Text:
        return plain(Voice(self._base, "en", "sms").phrase(name))


def _as_messages(reply: Any) -> List[Message]:
    return [_as_message(bubble) for bubble in reply.bubbles]


def _as_message(bubble: Any) -> Dict[Text, Any]:
    buttons = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
    return {"text": bubble.text, "buttons": buttons} if buttons else {"text": bubble.text}
