"""Redaction before Rasa: what every channel puts between a person's message and the assistant."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Awaitable, Callable, Optional, Sequence, Text

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint

from bot.knowledge import KnowledgeBase
from bot.privacy.redact import leaves_open, redact
from bot.replies import fixed
from bot.replies.voice import Voice, language_for
from bot.text import visible

Handler = Callable[[UserMessage], Awaitable[Any]]

STATUS_KINDS = ("status", "alien_number", "receipt_number", "itin", "country")
"""Kinds that tell of a person's immigration status."""

UNREMARKABLE = {"age", "new_status", "paper"}
"""Kinds of which nothing is said: the assistant itself asks how old a child is, and a change or a paper is the errand."""


def remark_on(voice: Voice, kinds: Sequence[str]) -> Optional[Text]:
    """Return the kind line said before the answer when something was taken out of a message; it repeats nothing."""
    if any(kind in STATUS_KINDS for kind in kinds):
        return fixed.status_seen(voice)
    return voice.phrase("identifier_seen") if set(kinds) - UNREMARKABLE else None


class LeftOpen:
    """Which conversations left a number open in their last message. Nothing but their names is kept, and of few at a time."""

    def __init__(self, most: int = 10_000) -> None:
        """Keep the names of the latest ``most`` conversations."""
        self._names: "OrderedDict[Text, None]" = OrderedDict()
        self._most = most

    def take(self, name: Text) -> bool:
        """Tell whether a conversation left a number open; from now on it did not."""
        return self._names.pop(name, self) is None

    def note(self, name: Text, redacted: Text) -> None:
        """Remember how a message ended."""
        if leaves_open(redacted):
            self._names[name] = None
        while len(self._names) > self._most:
            self._names.popitem(last=False)


def redacting(base: KnowledgeBase, on_new_message: Handler, left_open: Optional[LeftOpen] = None) -> Handler:
    """Return a handler that takes identifiers out of a message, says so, and hands it on.

    ``left_open`` is shared by the handlers of a channel, so that a number in two messages is recognized.
    """
    open_numbers = left_open or LeftOpen()

    async def handle(message: UserMessage) -> Any:
        cleaned = redact(visible(message.text or ""), continues=open_numbers.take(message.sender_id))
        open_numbers.note(message.sender_id, cleaned.text)
        message.text = cleaned.text
        voice = Voice(base, language_for(base, (message.metadata or {}).get("language")))
        remark = remark_on(voice, cleaned.kinds)
        if remark and message.output_channel:
            await message.output_channel.send_text_message(message.sender_id, remark)
        return await on_new_message(message)

    return handle


class RedactingRestInput(RestInput, InputChannel):
    """Rasa's REST channel for staff and tests, with redaction before Rasa."""

    def __init__(self, base: KnowledgeBase) -> None:
        super().__init__()
        self._base = base

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """Return Rasa's routes around a handler that redacts."""
        return super().blueprint(redacting(self._base, on_new_message))
