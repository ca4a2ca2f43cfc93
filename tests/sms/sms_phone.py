"""Phones for the tests: a stand-in for the assistant behind the conversation, and a clock that is set by hand."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any, Dict, List, Optional

from bot.knowledge import KnowledgeBase
from bot.privacy.pseudonyms import MemoryShelf, Pseudonyms
from bot.runtime.conversations import Kept, MemoryConversations
from bot.sms.exchange import Exchange, Line
from bot.sms.opt_outs import MemoryOptOuts, OptOuts
from bot.sms.providers import Incoming

HOUR = 3600.0
NOON = 1_790_000_000.0
ANN, BOB = "+12025550101", "+12025550102"


class Phone:
    """Phones, the assistant behind them, and a clock that is set by hand."""

    def __init__(self, base: KnowledgeBase, provider_answers: bool = False) -> None:
        self.now = NOON
        self.heard: List[tuple[str, str]] = []
        self.says: Dict[str, List[Dict[str, Any]]] = {}
        self.conversations = MemoryConversations()
        self.opt_outs = MemoryOptOuts()
        self._number = 0
        line = Line(
            base, 24 * HOUR, "24 hours", provider_answers, Pseudonyms(MemoryShelf(), timedelta(hours=24)), OptOuts("s" * 32, self.opt_outs),
            self.conversations.asides, self.conversations.rename, self._ask, self._end,
        )  # fmt: skip
        self.exchange = Exchange(line)

    async def _ask(self, name: str, words: str) -> List[Dict[str, Any]]:
        self.heard.append((name, words))
        self.conversations.keep(name, Kept("sms", "tracker", self.now))
        return self.says.get(words, [{"text": f"You said {words}."}])

    async def _end(self, name: str) -> None:
        self.conversations.forget(name)

    def text(self, text: str, sender: str = ANN, media: int = 0, keyword: Optional[str] = None) -> List[str]:
        self._number += 1
        incoming = Incoming(f"SM{self._number:032}", sender, "+12025550199", text, media, keyword)
        return asyncio.run(self.exchange.answer(incoming, self.now))

    def wait(self, hours: float) -> None:
        self.now += hours * HOUR
        self.conversations.sweep({"sms": 24 * HOUR, "": 1800.0}, self.now)

    @property
    def words(self) -> List[str]:
        return [words for _, words in self.heard]

    @property
    def kept(self) -> List[str]:
        return [*self.conversations.names(), *self.conversations.asides._texts]
