"""Sends texts by themselves, when the request they answer is over: a few attempts, and never twice what may have arrived."""

from __future__ import annotations

import asyncio
import logging
from typing import Awaitable, Callable, Sequence

from bot.sms.providers.base import Provider, Sent

logger = logging.getLogger(__name__)

PAUSES = (1.0, 4.0, 10.0)
"""Seconds before each further attempt."""

Sleep = Callable[[float], Awaitable[None]]


class Courier:
    """Hands texts to a provider."""

    def __init__(self, provider: Provider, sleep: Sleep = asyncio.sleep) -> None:
        """Take the provider, and how to wait between attempts."""
        self._provider = provider
        self._sleep = sleep

    async def send(self, sender: str, recipient: str, texts: Sequence[str]) -> Sent:
        """Send texts in order; stop at the first that is not taken, and return what became of that one."""
        outcome = Sent.TAKEN
        for text in texts:
            outcome = await self._send_one(sender, recipient, text)
            if outcome is not Sent.TAKEN:
                logger.warning("a text was not handed over: %s", outcome.value)
                break
        return outcome

    async def _send_one(self, sender: str, recipient: str, text: str) -> Sent:
        outcome = await asyncio.to_thread(self._provider.send, sender, recipient, text)
        for pause in PAUSES:
            if outcome is not Sent.LATER:
                break
            await self._sleep(pause)
            outcome = await asyncio.to_thread(self._provider.send, sender, recipient, text)
        return outcome
