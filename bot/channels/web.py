"""The channel behind the chat on web pages: JSON over HTTP.

``POST /webhooks/web/session`` issues a token and greets; ``POST /webhooks/web/message`` answers; ``POST /webhooks/web/stay`` keeps
a silent conversation; ``POST /webhooks/web/end`` deletes. The server names the conversation, never the client. A message is plain
text: one that starts with ``/`` is no command.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import OrderedDict
from typing import Any, Awaitable, Callable, Dict, Optional, Text, Tuple
from uuid import uuid4

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.bodies import Messages, as_messages, as_words, is_deletion, is_json, message_id, read_object
from bot.channels.limits import MessageLimits
from bot.channels.redacting import LeftOpen, redacting
from bot.channels.refusing import (
    BAD_REQUEST,
    EMPTY,
    FAILED,
    KEPT_LONG_ENOUGH,
    SESSION_OVER,
    WRONG_TYPE,
    Refusal,
    refuse,
)
from bot.config import KNOWLEDGE_FILES, Settings, read_settings
from bot.knowledge import open_knowledge
from bot.privacy.endings import Ending
from bot.privacy.tokens import TokenIssuer
from bot.replies import fixed, widget
from bot.replies.keeping import Keeping
from bot.replies.voice import Voice, language_for
from bot.text import visible

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 20
"""How long a person waits for an answer before being told that something went wrong."""

ABANDON_SECONDS = 60
"""After this an answer that does not come is given up, and its place is free for others."""

REMEMBERED_REPLIES = 2_000
REMEMBERED_SECONDS = 120
"""How many replies are kept, and for how long, so that a message that is sent twice is answered once."""

_COMMAND = re.compile(r"^/+\w+\s*({.*)?$", re.DOTALL)
"""What Rasa would take as a command; from a page it is neither obeyed nor answered as if it were a wish."""

_ENDINGS = {ending.value: ending for ending in (Ending.QUICK_EXIT, Ending.DELETE_BUTTON)}
"""What a page may say of how its conversation ends."""

Handler = Callable[[UserMessage], Awaitable[Any]]


class WebInput(InputChannel):
    """The web channel."""

    @classmethod
    def name(cls) -> Text:
        """Return the channel's name, which is also its place under /webhooks/."""
        return "web"

    def __init__(
        self,
        settings: Optional[Settings] = None,
        limits: Optional[MessageLimits] = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Use the settings given, or those of the environment; without ``limits``, limits of its own; ``clock`` gives seconds since 1970."""
        settings = settings or read_settings()
        self._tokens = TokenIssuer(settings.secret, clock)
        self._most_minutes = settings.session_most_hours * 60
        self._base = open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db)
        self._limits = limits or MessageLimits(settings)
        self._left_open = LeftOpen()
        self._keeping = Keeping.of(settings)
        self._answered: "OrderedDict[Tuple[Text, Text], asyncio.Future[Messages]]" = OrderedDict()

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("web_channel")

        @blueprint.post("/session")
        async def session(request: Request) -> HTTPResponse:
            if not is_json(request):
                return self._refuse(WRONG_TYPE)
            body = read_object(request)
            voice = self._voice(body)
            answer: Dict[Text, Any] = {"session": self._tokens.issue()}
            answer["messages"] = as_messages(fixed.menu(voice, "greet"))
            if body.get("widget") is True:
                answer["widget"] = widget.opening(voice, self._keeping)
            return response.json(answer)

        @blueprint.post("/message")
        async def message(request: Request) -> HTTPResponse:
            if not is_json(request):
                return self._refuse(WRONG_TYPE)
            body = read_object(request)
            if not isinstance(body.get("text"), str):
                return self._refuse(BAD_REQUEST, body)
            sender = self._tokens.sender_id(body.get("session"))
            if sender is None:
                return self._refuse(SESSION_OVER, body)
            text = visible(body["text"])
            if not as_words(text):
                return self._refuse(EMPTY, body)
            key = (sender, f"{message_id(body)} {hash(text)}")
            answer = self._known(key)  # a repeat costs nothing, so it is not counted
            if answer is None:
                refusal = self._limits.take(sender)
                if refusal is not None:
                    return self._refuse(refusal, body)
                answer = self._begin(key, text, self._voice(body), on_new_message)
            try:
                return response.json({"messages": await self._finished(sender, answer)})
            except Exception as error:  # whatever fails, the person gets a sentence and a phone number
                reference = uuid4().hex[:8]
                logger.error("reply failed, reference %s, %s", reference, type(error).__name__)
                return self._refuse(FAILED, body)

        @blueprint.post("/stay")
        async def stay(request: Request) -> HTTPResponse:
            """Keep a silent conversation for as long as after a message: for somebody who needs more time, but not for ever."""
            if not is_json(request):
                return self._refuse(WRONG_TYPE)
            body = read_object(request)
            sender = self._tokens.sender_id(body.get("session"))
            if sender is None:
                return self._refuse(SESSION_OVER, body)
            if self._tokens.minutes_old(body["session"]) >= self._most_minutes:
                return self._refuse(KEPT_LONG_ENOUGH, body)
            if not request.app.ctx.keeper.stay(sender):
                return self._refuse(SESSION_OVER, body)
            return response.empty()

        @blueprint.post("/end")
        async def end(request: Request) -> HTTPResponse:
            """Delete a conversation. A page that goes away sends plain text and reads no answer."""
            body = read_object(request)
            sender = self._tokens.sender_id(body.get("session"))
            if sender is None:
                return self._refuse(SESSION_OVER, body)
            self._forget_replies(sender)
            await request.app.ctx.keeper.end(sender, _ENDINGS.get(str(body.get("ending")), Ending.QUICK_EXIT))
            self._forget_replies(sender)  # one that was being made meanwhile
            return response.empty()

        @blueprint.options("/session", name="session_preflight")
        @blueprint.options("/message", name="message_preflight")
        @blueprint.options("/stay", name="stay_preflight")
        @blueprint.options("/end", name="end_preflight")
        async def preflight(request: Request) -> HTTPResponse:
            """Answer a browser that asks whether another site may post here; hygiene adds what is allowed."""
            return response.empty()

        return blueprint

    def _known(self, key: Tuple[Text, Text]) -> "Optional[asyncio.Future[Messages]]":
        """Return the answer to a message that came before, also while it is being made; a failed one is made anew."""
        known = self._answered.get(key)
        failed = known is not None and known.done() and (known.cancelled() or known.exception() is not None)
        return None if failed else known

    def _begin(
        self, key: Tuple[Text, Text], text: Text, voice: Voice, on_new_message: Handler
    ) -> "asyncio.Future[Messages]":
        """Begin an answer; its place is held until it is made, also when nobody waits for it any more."""
        work = asyncio.wait_for(self._reply(key[0], text, voice, on_new_message), ABANDON_SECONDS)
        task = asyncio.ensure_future(work)
        task.add_done_callback(lambda _: self._limits.free(key[0]))
        self._answered[key] = task
        while len(self._answered) > REMEMBERED_REPLIES:
            self._answered.popitem(last=False)
        asyncio.get_running_loop().call_later(REMEMBERED_SECONDS, self._answered.pop, key, None)
        return task

    async def _finished(self, sender: Text, answer: "asyncio.Future[Messages]") -> Messages:
        messages = await asyncio.wait_for(asyncio.shield(answer), ANSWER_SECONDS)
        if is_deletion(messages):
            self._forget_replies(sender)
        return messages

    def _forget_replies(self, sender: Text) -> None:
        for key in [key for key in self._answered if key[0] == sender]:
            del self._answered[key]

    async def _reply(self, sender: Text, text: Text, voice: Voice, on_new_message: Handler) -> Messages:
        if _COMMAND.match(text):
            return as_messages(fixed.did_you_mean(voice, []))

        async def as_plain_words(message: UserMessage) -> Any:
            message.text = as_words(message.text)  # last: nothing after it can make a command of what is left
            return await on_new_message(message)

        output = CollectingOutputChannel()
        handle = redacting(self._base, as_plain_words, self._left_open)
        metadata = {"language": voice.language}
        await handle(UserMessage(as_words(text), output, sender, input_channel=self.name(), metadata=metadata))
        messages = [{k: v for k, v in m.items() if k != "recipient_id"} for m in output.messages]
        return messages or as_messages(fixed.menu(voice, "not_understood"))

    def _refuse(self, refusal: Refusal, body: Optional[Dict[Text, Any]] = None) -> HTTPResponse:
        return refuse(self._base, refusal, (body or {}).get("language"))

    def _voice(self, body: Dict[Text, Any]) -> Voice:
        return Voice(self._base, language_for(self._base, body.get("language")), "web")
