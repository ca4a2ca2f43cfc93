"""The channel behind the chat on web pages: JSON over HTTP.

``POST /webhooks/web/session`` issues a token and greets; ``POST /webhooks/web/message`` answers. The server names the
conversation, never the client. A message is plain text: one that starts with ``/`` is no command here.
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
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.redacting import redacting
from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import open_knowledge
from bot.privacy.tokens import TokenIssuer
from bot.replies import fixed
from bot.replies.model import Reply
from bot.replies.voice import Voice
from bot.text import visible

logger = logging.getLogger(__name__)

LARGEST_BODY = 64_000
ANSWER_SECONDS = 20
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

    def __init__(self) -> None:
        settings = read_settings()
        self._tokens = TokenIssuer(settings.secret)
        self._base = open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db)
        self._answered: "OrderedDict[Tuple[Text, Text], asyncio.Future[Messages]]" = OrderedDict()

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return the routes."""
        blueprint = Blueprint("web_channel")

        @blueprint.post("/session")
        async def session(request: Request) -> HTTPResponse:
            body = _json(request)
            language = body.get("language") if isinstance(body, dict) else None
            voice = self._voice(language)
            messages = _as_messages(fixed.menu(voice, "greet"))
            return _answer({"session": self._tokens.issue(), "messages": messages})

        @blueprint.post("/message")
        async def message(request: Request) -> HTTPResponse:
            body = _json(request)
            if not isinstance(body, dict) or not isinstance(body.get("text"), str):
                return self._refuse("bad_request", 400, "empty_message")
            sender = self._tokens.sender_id(body.get("session"))
            if sender is None:
                return self._refuse("session_over", 401, "session_over")
            text = visible(body["text"])
            if not text:
                return self._refuse("empty", 400, "empty_message")
            if _COMMAND.match(text):
                return _answer({"messages": _as_messages(fixed.did_you_mean(self._voice(None), []))})
            key = (sender, f"{str(body.get('id') or uuid4())[:64]} {hash(text)}")
            try:
                return _answer({"messages": await self._once(key, text, on_new_message)})
            except Exception as error:  # whatever fails, the person gets a sentence and a phone number
                reference = uuid4().hex[:8]
                logger.error("reply failed, reference %s, %s", reference, type(error).__name__)
                return self._refuse("failed", 503, "something_failed")

        return blueprint

    async def _once(self, key: Tuple[Text, Text], text: Text, on_new_message: Handler) -> Messages:
        """Answer a message; the same message id gets the same answer, also while the first is still being made."""
        known = self._answered.get(key)
        if known is not None and not (known.done() and (known.cancelled() or known.exception())):
            return await asyncio.shield(known)
        task = asyncio.ensure_future(self._reply(key[0], text, on_new_message))
        self._answered[key] = task
        while len(self._answered) > REMEMBERED_REPLIES:
            self._answered.popitem(last=False)
        asyncio.get_running_loop().call_later(REMEMBERED_SECONDS, self._answered.pop, key, None)
        messages = await asyncio.wait_for(asyncio.shield(task), ANSWER_SECONDS)
        if _is_deletion(messages):
            self._forget_replies(key[0])
        return messages

    def _forget_replies(self, sender: Text) -> None:
        for key in [key for key in self._answered if key[0] == sender]:
            del self._answered[key]

    async def _reply(self, sender: Text, text: Text, on_new_message: Handler) -> Messages:
        output = CollectingOutputChannel()
        handle = redacting(self._base, on_new_message)
        await handle(UserMessage(text.lstrip("/ "), output, sender, input_channel=self.name()))
        messages = [{k: v for k, v in m.items() if k != "recipient_id"} for m in output.messages]
        return messages or _as_messages(fixed.menu(self._voice(None), "not_understood"))

    def _refuse(self, error: Text, status: int, phrase: Text) -> HTTPResponse:
        return _answer({"error": error, "message": self._voice(None).phrase(phrase)}, status)

    def _voice(self, language: Optional[Any]) -> Voice:
        return Voice(self._base, language if language in self._base.languages() else "en", "web")


def _is_deletion(messages: Messages) -> bool:
    return any(message.get("custom", {}).get("type") == "deleted" for message in messages)


def _json(request: Request) -> Any:
    if len(request.body or b"") > LARGEST_BODY:
        return None
    try:
        return request.json
    except Exception:  # Sanic raises InvalidUsage; any unreadable body is a bad request
        return None


def _answer(body: Dict[Text, Any], status: int = 200) -> HTTPResponse:
    return response.json(body, status=status, headers={"Cache-Control": "no-store"})


def _as_messages(reply: Reply) -> Messages:
    messages: Messages = []
    for bubble in reply.bubbles:
        entry: Dict[Text, Any] = {"text": bubble.text}
        if bubble.buttons:
            entry["buttons"] = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
        messages.append(entry)
    return messages
