"""How much one address, one conversation and everybody together may ask.

Addresses are never kept: what is counted is a keyed hash, with a key that lives as long as the process, and it is
forgotten a minute after its last use. Nothing here is logged. Memory is bounded: past ``MOST_KEPT`` counts, the one that
was silent for longest goes.
"""

from __future__ import annotations

import hashlib
import ipaddress
import math
import secrets
import time
from collections import OrderedDict
from dataclasses import replace
from typing import Callable, Optional, Sequence, Set, Text, Union

from pyrate_limiter import AbstractBucket, InMemoryBucket, Rate, RateItem, StateBucket, TokenBucket

from bot.channels.refusing import BUSY, STILL_ANSWERING, TOO_MANY_MESSAGES, TOO_MANY_REQUESTS, Refusal
from bot.config import Network, Settings

WINDOW_SECONDS = 60
MOST_KEPT = 10_000
"""Most addresses, and most conversations, that are counted at the same time."""

IPV6_PREFIX = 64
"""A household gets at least this much of IPv6 for itself, so a longer prefix would count nobody."""

Clock = Callable[[], float]
Address = Union[ipaddress.IPv4Address, ipaddress.IPv6Address]


def exactly(per_minute: int) -> AbstractBucket:
    """Never more than ``per_minute`` in any minute; remembers the time of each use, so only for small numbers."""
    return InMemoryBucket([Rate(per_minute, WINDOW_SECONDS * 1000)])


def evenly(per_minute: int) -> AbstractBucket:
    """``per_minute`` at once, then as many a minute, evenly; two numbers, however large ``per_minute`` is."""
    return StateBucket([Rate(per_minute, WINDOW_SECONDS * 1000)], TokenBucket())


class Counts:
    """Counts uses under many keys."""

    def __init__(self, make_bucket: Callable[[int], AbstractBucket], per_minute: int, clock: Clock) -> None:
        """Allow ``per_minute`` uses for each key; ``clock`` gives seconds."""
        self._make = make_bucket
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: "OrderedDict[Text, AbstractBucket]" = OrderedDict()
        self._used: "OrderedDict[Text, float]" = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def use(self, key: Text) -> int:
        """Count one use; return 0 when it is allowed, else the seconds until one is (at least 1)."""
        self.forget()
        now = self._clock()
        bucket = self._buckets.get(key) or self._make(self._per_minute)
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        self._used[key] = now
        self._used.move_to_end(key)
        while len(self._buckets) > MOST_KEPT:
            self._buckets.popitem(last=False)
            self._used.popitem(last=False)
        item = RateItem("", int(now * 1000))
        bucket.leak(item.timestamp)
        return 0 if bucket.put(item) else max(1, math.ceil(int(bucket.waiting(item)) / 1000))  # type: ignore[arg-type]

    def forget(self) -> None:
        """Drop every key that was not used for a window."""
        limit = self._clock() - WINDOW_SECONDS
        while self._used and next(iter(self._used.values())) <= limit:
            self._used.popitem(last=False)
            self._buckets.popitem(last=False)


class AddressLimits:
    """What one client address may ask for in a minute: requests of any kind, and new sessions among them."""

    def __init__(self, settings: Settings, clock: Clock = time.monotonic) -> None:
        """Read the limits and the trusted proxies from the settings; ``clock`` gives seconds."""
        self._proxies = settings.trusted_proxies
        self._key = secrets.token_bytes(32)
        self._requests = Counts(evenly, settings.requests_per_minute, clock)
        self._sessions = Counts(evenly, settings.sessions_per_minute, clock)

    def check(self, peer: Text, forwarded: Sequence[Text], opens_session: bool) -> Optional[Refusal]:
        """Count a request; return why it is refused, or ``None``.

        Args:
            peer: the address at the other end of the connection.
            forwarded: the ``X-Forwarded-For`` headers, as they came; counted only behind a trusted proxy.
            opens_session: whether the request asks for a new session.
        """
        name = self._hashed(client_address(peer, forwarded, self._proxies))
        wait = self._requests.use(name) or (self._sessions.use(name) if opens_session else 0)
        return replace(TOO_MANY_REQUESTS, wait=wait) if wait else None

    def forget(self) -> None:
        """Drop what is older than a minute."""
        self._requests.forget()
        self._sessions.forget()

    def _hashed(self, address: Text) -> Text:
        return hashlib.blake2b(address.encode(), key=self._key, digest_size=16).hexdigest()


class MessageLimits:
    """Who may send a message now: so many a minute and one at a time per conversation, and so many at once in all."""

    def __init__(self, settings: Settings, clock: Clock = time.monotonic) -> None:
        """Read the limits from the settings; ``clock`` gives seconds."""
        self._messages = Counts(exactly, settings.messages_per_minute, clock)
        self._most_at_once = settings.concurrent_messages
        self._answering: Set[Text] = set()

    def take(self, sender: Text) -> Optional[Refusal]:
        """Begin a message of a conversation; return why not, or ``None``. What was begun ends with :meth:`free`."""
        if sender in self._answering:
            return STILL_ANSWERING
        if len(self._answering) >= self._most_at_once:
            return BUSY
        wait = self._messages.use(sender)
        if wait:
            return replace(TOO_MANY_MESSAGES, wait=wait)
        self._answering.add(sender)
        return None

    def free(self, sender: Text) -> None:
        """End a message."""
        self._answering.discard(sender)

    def forget(self) -> None:
        """Drop what is older than a minute."""
        self._messages.forget()


def client_address(peer: Text, forwarded: Sequence[Text], proxies: Sequence[Network]) -> Text:
    """Return whom to count a request for.

    ``X-Forwarded-For`` is what a client says of itself, unless a trusted proxy wrote it. So it is read from its end, the
    side of the proxies, and only as far as they are trusted.
    """
    address = _parsed(peer)
    for hop in reversed([part for header in forwarded for part in header.split(",")]):
        before = _parsed(hop) if address and _is_trusted(address, proxies) else None
        if before is None:
            break
        address = before
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)


def is_trusted(peer: Text, proxies: Sequence[Network]) -> bool:
    """Tell whether the other end of a connection is a proxy whose headers are believed."""
    address = _parsed(peer)
    return address is not None and _is_trusted(address, proxies)


def _is_trusted(address: Address, proxies: Sequence[Network]) -> bool:
    return any(address in network for network in proxies)


def _parsed(text: Text) -> Optional[Address]:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
