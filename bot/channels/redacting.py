"""Redaction before Rasa: what every channel puts between a person's message and the assistant."""

from __future__ import annotations

from typing import Any, Awaitable, Callable, Optional, Sequence, Text

from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint

from bot.knowledge import KnowledgeBase
from bot.privacy.redact import redact
from bot.replies import fixed
from bot.replies.voice import Voice
from bot.text import visible

Handler = Callable[[UserMessage], Awaitable[Any]]

STATUS_KINDS = ("status", "alien_number", "receipt_number")
"""Kinds that tell of a person's immigration status."""


def remark_on(voice: Voice, kinds: Sequence[str]) -> Optional[Text]:
    """Return the kind line said before the answer when something was taken out of a message; it repeats nothing."""
    if any(kind in STATUS_KINDS for kind in kinds):
        return fixed.status_seen(voice)
    return voice.phrase("identifier_seen") if kinds else None


def redacting(base: KnowledgeBase, on_new_message: Handler) -> Handler:
    """Return a handler that takes identifiers out of a message, says so, and hands it on."""

    async def handle(message: UserMessage) -> Any:
        cleaned = redact(visible(message.text or ""))
        message.text = cleaned.text
        remark = remark_on(Voice(base), cleaned.kinds)
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
