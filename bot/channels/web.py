"""The channel behind the chat on web pages: JSON over HTTP.

``POST /webhooks/web/session`` issues a token and greets; ``POST /webhooks/web/message`` answers; ``POST /webhooks/web/end``
deletes. The server names the conversation, never the client. A message is plain text: one that starts with ``/`` is no command.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections import OrderedDict
from typing import Any, Awaitable, Callable, Dict, List, Optional, Text, Tuple
from uuid import uuid4

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.limits import MessageLimits
from bot.channels.redacting import LeftOpen, redacting
from bot.channels.refusing import BAD_REQUEST, EMPTY, FAILED, SESSION_OVER, WRONG_TYPE, Refusal, refuse
from bot.config import KNOWLEDGE_FILES, Settings, read_settings
from bot.knowledge import open_knowledge
from bot.privacy.endings import Ending
from bot.privacy.tokens import TokenIssuer
from bot.replies import fixed, widget
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice
from bot.text import visible

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 20
"""How long a person waits for an answer before being told that something went wrong."""

ABANDON_SECONDS = 60
"""After this an answer that does not come is given up, and its place is free for others."""

LONGEST_ID = 64
REMEMBERED_REPLIES = 2_000
REMEMBERED_SECONDS = 120
"""How many replies are kept, and for how long, so that a message that is sent twice is answered once."""

_COMMAND = re.compile(r"^/+\w+\s*({.*)?$", re.DOTALL)
"""What Rasa would take as a command; from a page it is neither obeyed nor answered as if it were a wish."""

Handler = Callable[[UserMessage], Awaitable[Any]]
Messages = List[Dict[Text, Any]]


class WebInput(InputChannel):
    """The web channel."""

    @classmethod
    def name(cls) -> Text:
        """Return the channel's name, which is also its place under /webhooks/."""
        return "web"

    def __init__(self, settings: Optional[Settings] = None, limits: Optional[MessageLimits] = None) -> None:
        """Use the settings given, or those of the environment; without ``limits``, limits of its own."""
        settings = settings or read_settings()
        self._tokens = TokenIssuer(settings.secret)
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
            if not _is_json(request):
                return self._refuse(WRONG_TYPE)
            body = _json(request)
            language = body.get("language") if isinstance(body, dict) else None
            voice = self._voice(language)
            answer: Dict[Text, Any] = {"session": self._tokens.issue()}
            answer["messages"] = _as_messages(fixed.menu(voice, "greet"))
            if isinstance(body, dict) and body.get("widget") is True:
                answer["widget"] = widget.opening(voice, self._keeping)
            return response.json(answer)

        @blueprint.post("/message")
        async def message(request: Request) -> HTTPResponse:
            if not _is_json(request):
                return self._refuse(WRONG_TYPE)
            body = _json(request)
            if not isinstance(body, dict) or not isinstance(body.get("text"), str):
                return self._refuse(BAD_REQUEST)
            sender = self._tokens.sender_id(body.get("session"))
            if sender is None:
                return self._refuse(SESSION_OVER)
            text = visible(body["text"])
            if not _as_words(text):
                return self._refuse(EMPTY)
            key = (sender, f"{_message_id(body)} {hash(text)}")
            answer = self._known(key)  # a repeat costs nothing, so it is not counted
            if answer is None:
                refusal = self._limits.take(sender)
                if refusal is not None:
                    return self._refuse(refusal)
                answer = self._begin(key, text, on_new_message)
            try:
                return response.json({"messages": await self._finished(sender, answer)})
            except Exception as error:  # whatever fails, the person gets a sentence and a phone number
                reference = uuid4().hex[:8]
                logger.error("reply failed, reference %s, %s", reference, type(error).__name__)
                return self._refuse(FAILED)

        @blueprint.post("/end")
        async def end(request: Request) -> HTTPResponse:
            """Delete the conversation of a page that is being left. A page that goes away sends plain text and reads no answer."""
            body = _json(request)
            sender = self._tokens.sender_id(body.get("session")) if isinstance(body, dict) else None
            if sender is None:
                return self._refuse(SESSION_OVER)
            self._forget_replies(sender)
            await request.app.ctx.keeper.end(sender, Ending.QUICK_EXIT)
            self._forget_replies(sender)  # one that was being made meanwhile
            return response.empty()

        @blueprint.options("/session", name="session_preflight")
        @blueprint.options("/end", name="end_preflight")
        @blueprint.options("/message", name="message_preflight")
        async def preflight(request: Request) -> HTTPResponse:
            """Answer a browser that asks whether another site may post here; hygiene adds what is allowed."""
            return response.empty()

        return blueprint

    def _known(self, key: Tuple[Text, Text]) -> "Optional[asyncio.Future[Messages]]":
        """Return the answer to a message that came before, also while it is being made; a failed one is made anew."""
        known = self._answered.get(key)
        failed = known is not None and known.done() and (known.cancelled() or known.exception() is not None)
        return None if failed else known

    def _begin(self, key: Tuple[Text, Text], text: Text, on_new_message: Handler) -> "asyncio.Future[Messages]":
        """Begin an answer; its place is held until it is made, also when nobody waits for it any more."""
        work = asyncio.wait_for(self._reply(key[0], text, on_new_message), ABANDON_SECONDS)
        task = asyncio.ensure_future(work)
        task.add_done_callback(lambda _: self._limits.free(key[0]))
        self._answered[key] = task
        while len(self._answered) > REMEMBERED_REPLIES:
            self._answered.popitem(last=False)
        asyncio.get_running_loop().call_later(REMEMBERED_SECONDS, self._answered.pop, key, None)
        return task

    async def _finished(self, sender: Text, answer: "asyncio.Future[Messages]") -> Messages:
        messages = await asyncio.wait_for(asyncio.shield(answer), ANSWER_SECONDS)
        if _is_deletion(messages):
            self._forget_replies(sender)
        return messages

    def _forget_replies(self, sender: Text) -> None:
        for key in [key for key in self._answered if key[0] == sender]:
            del self._answered[key]

    async def _reply(self, sender: Text, text: Text, on_new_message: Handler) -> Messages:
        if _COMMAND.match(text):
            return _as_messages(fixed.did_you_mean(self._voice(None), []))

        async def as_words(message: UserMessage) -> Any:
            message.text = _as_words(message.text)  # last: nothing after it can make a command of what is left
            return await on_new_message(message)

        output = CollectingOutputChannel()
        handle = redacting(self._base, as_words, self._left_open)
        await handle(UserMessage(_as_words(text), output, sender, input_channel=self.name()))
        messages = [{k: v for k, v in m.items() if k != "recipient_id"} for m in output.messages]
        return messages or _as_messages(fixed.menu(self._voice(None), "not_understood"))

    def _refuse(self, refusal: Refusal) -> HTTPResponse:
        return refuse(self._base, refusal)

    def _voice(self, language: Optional[Any]) -> Voice:
        return Voice(self._base, language if language in self._base.languages() else "en", "web")


def _is_deletion(messages: Messages) -> bool:
    return any(message.get("custom", {}).get("type") == "deleted" for message in messages)


def _as_words(text: Text) -> Text:
    """Take away the slash that would make a command of a message."""
    return text.lstrip("/ ")


def _is_json(request: Request) -> bool:
    """Tell whether a request says that it is JSON; then no page of another site can send it without a preflight."""
    kind = (request.content_type or "").split(";", 1)[0].strip().lower()
    return kind == "application/json" or not request.body


def _json(request: Request) -> Any:
    try:
        return request.json
    except SanicException:  # any unreadable body, also one that is nested too deep
        return None


def _message_id(body: Dict[Text, Any]) -> Text:
    """Return the id that the client chose, or a new one when it chose none that can be used."""
    given = body.get("id")
    return str(given)[:LONGEST_ID] if isinstance(given, (str, int)) and given else uuid4().hex


def _as_messages(reply: Reply) -> Messages:
    messages: Messages = []
    for bubble in reply.bubbles:
        entry: Dict[Text, Any] = {"text": bubble.text}
        if bubble.buttons:
            entry["buttons"] = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
        messages.append(entry)
    return messages
