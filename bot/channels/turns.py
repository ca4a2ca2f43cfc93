"""Whose turn it is: the texts of one number one after the other, not too many in a minute, and so many at once in all."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections import OrderedDict
from contextlib import asynccontextmanager
from typing import AsyncContextManager, AsyncIterator, Dict, List, Optional, Text, Tuple

from bot.channels.limits import Clock, Counts, exactly

SAME_AGAIN = 3
"""The same text so many times in a row is a machine that answers by itself; it gets no more answers until it says something else ..."""

LEAST_ECHO = 12
"""... when it has so many characters: "1" and "yes" come from people."""

MOST_KEPT = 10_000


class InOrder:
    """Lets those who come under one name go one after the other, in the order in which they came."""

    def __init__(self) -> None:
        self._queues: "Dict[Text, List[asyncio.Future[None]]]" = {}
        self.waiting = 0
        """How many have come and are not done."""

    @asynccontextmanager
    async def of(self, name: Text) -> AsyncIterator[None]:
        """Wait until all who came before under a name are done."""
        queue = self._queues.setdefault(name, [])
        mine: "asyncio.Future[None]" = asyncio.get_running_loop().create_future()
        before = queue[-1] if queue else None
        queue.append(mine)
        self.waiting += 1
        try:
            if before is not None:
                await asyncio.shield(before)
            yield
        finally:
            self.waiting -= 1
            queue.remove(mine)
            mine.set_result(None)
            if not queue:
                self._queues.pop(name, None)


class Turns:
    """Keeps order. What it keeps of a number is a hash, with a key that lasts as long as the process."""

    def __init__(self, per_minute: int, at_once: int, clock: Clock) -> None:
        """Allow so many texts of one number in a minute, and so many at once; ``clock`` gives seconds."""
        self._key = secrets.token_bytes(32)
        self._texts = Counts(exactly, per_minute, clock)
        self._told = Counts(exactly, 1, clock)
        self._at_once = at_once
        self._places: Optional[asyncio.Semaphore] = None
        self._answering = InOrder()
        self._sending = InOrder()
        self._last: "OrderedDict[Text, Tuple[Text, int]]" = OrderedDict()

    @property
    def backlog(self) -> int:
        """How many texts are being answered or wait for it."""
        return self._answering.waiting

    def too_many(self, number: Text) -> Optional[bool]:
        """Count a text; return ``None`` when it may be answered, else whether its sender is to be told (once a minute)."""
        name = self._hashed(number)
        return None if self._texts.use(name) == 0 else self._told.use(name) == 0

    def is_echo(self, number: Text, text: Text) -> bool:
        """Tell whether a number sends the same again and again."""
        name, said = self._hashed(number), self._hashed(text)
        before, times = self._last.pop(name, ("", 0))
        times = times + 1 if before == said else 1
        self._last[name] = (said, times)
        while len(self._last) > MOST_KEPT:
            self._last.popitem(last=False)
        return times > SAME_AGAIN and len(text) >= LEAST_ECHO

    def of(self, number: Text) -> AsyncContextManager[None]:
        """Wait until the earlier texts of a number are answered."""
        return self._answering.of(self._hashed(number))

    def sending(self, number: Text) -> AsyncContextManager[None]:
        """Wait until the earlier answers to a number are sent."""
        return self._sending.of(self._hashed(number))

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Wait for one of the places at which texts are answered."""
        self._places = self._places or asyncio.Semaphore(self._at_once)
        async with self._places:
            yield

    def forget(self) -> None:
        """Drop what is older than a minute."""
        self._texts.forget()
        self._told.forget()

    def _hashed(self, text: Text) -> Text:
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=16).hexdigest()
