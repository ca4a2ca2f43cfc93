"""A scripted conversation over Rasa's REST channel, held by one or many senders at once."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Iterator
from uuid import uuid4

import aiohttp

FIRST_MESSAGE = "/change_direct_deposit"
"""Names a task by its intent, so that a pipeline that understands little gets as far as one that understands much (the
whole pipeline still runs); every question that comes back is answered with the title of its first button."""

LONGEST_CONVERSATION = 10
_REQUEST_SECONDS = 120


@dataclass
class Round:
    """What one round of conversations took.

    Attributes:
        seconds: from the first message to the last answer.
        turns: milliseconds of each turn.
        advice: milliseconds of each turn that brought the finished advice.
        unfinished: conversations that never got to the advice.
    """

    seconds: float = 0.0
    turns: list[float] = field(default_factory=list)
    advice: list[float] = field(default_factory=list)
    unfinished: int = 0


def hold_round(url: str, senders: int, conversations: int) -> Round:
    """Hold ``conversations`` in all, ``senders`` at once, each under a sender id of its own."""
    return asyncio.run(_hold_round(url, senders, conversations))


async def _hold_round(url: str, senders: int, conversations: int) -> Round:
    done = Round()
    waiting = iter(range(conversations))
    timeout = aiohttp.ClientTimeout(total=_REQUEST_SECONDS)
    async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(limit=senders)) as session:
        started = time.perf_counter()
        await asyncio.gather(*(_sender(session, url, waiting, done) for _ in range(senders)))
        done.seconds = time.perf_counter() - started
    return done


async def _sender(session: aiohttp.ClientSession, url: str, waiting: Iterator[int], done: Round) -> None:
    for _ in waiting:
        await _converse(session, f"{url}/webhooks/rest/webhook", done)


async def _converse(session: aiohttp.ClientSession, url: str, done: Round) -> None:
    """Talk until the advice comes, or until there is nothing to answer."""
    sender, text = uuid4().hex, FIRST_MESSAGE
    for _ in range(LONGEST_CONVERSATION):
        started = time.perf_counter()
        async with session.post(url, json={"sender": sender, "message": text}) as answer:
            answer.raise_for_status()
            messages = await answer.json()
        took = 1000 * (time.perf_counter() - started)
        done.turns.append(took)
        if _is_advice(messages):
            done.advice.append(took)
            return
        choices = _choices(messages)
        if not choices:
            break
        text = choices[0]
    done.unfinished += 1


def _is_advice(messages: list[dict[str, Any]]) -> bool:
    customs = [message.get("custom") or {} for message in messages]
    return any(custom.get("type") == "advice" and custom.get("next_question") is None for custom in customs)


def _choices(messages: list[dict[str, Any]]) -> list[str]:
    return [button["payload"] for message in messages for button in message.get("buttons") or ()]
