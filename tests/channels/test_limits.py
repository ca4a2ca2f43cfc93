"""How much one address and one conversation may ask, and that nothing about them stays."""

from __future__ import annotations

import gc
import ipaddress
import tracemalloc
from typing import Any, List

import pytest

from bot.channels import limits
from bot.channels.limits import AddressLimits, Counts, MessageLimits, client_address, evenly, exactly
from bot.config import Settings

PROXIES = (ipaddress.ip_network("127.0.0.1"), ipaddress.ip_network("10.0.0.0/8"))


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_never_more_than_the_limit_in_any_minute(clock: Clock) -> None:
    counts = Counts(exactly, 3, clock)
    allowed: List[float] = []
    for _ in range(400):
        if counts.use("a") == 0:
            allowed.append(clock.seconds)
        clock.seconds += 0.7
    assert len(allowed) > 10
    assert all(later - earlier >= 60 for earlier, later in zip(allowed, allowed[3:], strict=False))


@pytest.mark.parametrize("bucket", [exactly, evenly])
def test_who_waits_as_long_as_told_is_let_in(clock: Clock, bucket: Any) -> None:
    counts = Counts(bucket, 3, clock)
    assert [counts.use("a") for _ in range(3)] == [0, 0, 0]
    wait = counts.use("a")
    assert 1 <= wait <= 61
    clock.seconds += wait
    assert counts.use("a") == 0


def test_asking_again_while_refused_does_not_make_the_wait_longer(clock: Clock) -> None:
    counts = Counts(exactly, 2, clock)
    counts.use("a"), counts.use("a")
    for _ in range(50):
        clock.seconds += 1
        counts.use("a")
    clock.seconds += 11
    assert counts.use("a") == 0


def test_one_does_not_pay_for_another(clock: Clock) -> None:
    counts = Counts(exactly, 1, clock)
    assert counts.use("a") == 0
    assert counts.use("a") > 0
    assert counts.use("b") == 0


def test_a_hundred_thousand_addresses_take_bounded_memory(clock: Clock) -> None:
    address_limits = AddressLimits(Settings(), clock)
    gc.collect()
    tracemalloc.start()
    for number in range(100_000):
        address_limits.check(str(ipaddress.IPv4Address(number * 7)), (), True)
        if number == 2 * limits.MOST_KEPT:
            at_the_bound = tracemalloc.get_traced_memory()[0]
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 1.2 * at_the_bound
    assert grown < 60_000_000


def test_a_conversation_that_sends_without_end_takes_bounded_memory(clock: Clock) -> None:
    for bucket in (exactly, evenly):
        counts = Counts(bucket, 20, clock)
        tracemalloc.start()
        for _ in range(20_000):
            clock.seconds += 0.1
            counts.use("a")
        grown, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert grown < 50_000


def test_addresses_are_forgotten_after_a_minute(clock: Clock) -> None:
    counts = Counts(evenly, 5, clock)
    counts.use("a")
    clock.seconds += 30
    counts.use("b")
    clock.seconds += 31
    counts.forget()
    assert len(counts) == 1
    clock.seconds += 60
    counts.forget()
    assert len(counts) == 0


def test_no_address_is_in_memory(clock: Clock) -> None:
    address_limits = AddressLimits(Settings(), clock)
    assert address_limits.check("203.0.113.77", (), True) is None
    seen: set = set()

    def walk(thing: Any) -> str:
        if id(thing) in seen:
            return ""
        seen.add(id(thing))
        if isinstance(thing, dict):
            return "".join(walk(key) + walk(value) for key, value in thing.items())
        return repr(thing) + walk(getattr(thing, "__dict__", {}))

    kept = walk(address_limits.__dict__)
    assert len(kept) > 100
    assert "203.0.113" not in kept


def test_two_processes_name_the_same_address_differently(clock: Clock) -> None:
    first, second = (AddressLimits(Settings(), clock)._hashed("203.0.113.77") for _ in range(2))
    assert first != second


def test_new_sessions_are_counted_apart_from_requests(clock: Clock) -> None:
    address_limits = AddressLimits(Settings(sessions_per_minute=2, requests_per_minute=6), clock)
    peer = "203.0.113.7"
    assert [address_limits.check(peer, (), True) for _ in range(2)] == [None, None]
    refusal = address_limits.check(peer, (), True)
    assert refusal is not None
    assert (refusal.status, refusal.error) == (429, "too_many_requests")
    assert address_limits.check(peer, (), False) is None, "who is in a conversation can go on"
    assert address_limits.check("203.0.113.8", (), True) is None


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("203.0.113.7", [], "203.0.113.7"),
        ("203.0.113.7", ["198.51.100.1"], "203.0.113.7"),  # not from a proxy of ours: a claim, no more
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),  # the client wrote the first part itself
        ("127.0.0.1", ["6.6.6.6", "198.51.100.1, 10.1.2.3"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1, 10.1.2.3"], "198.51.100.1"),
        ("127.0.0.1", ["<script>"], "127.0.0.1"),
        ("127.0.0.1", ["6.6.6.6, unknown, 10.1.2.3"], "10.1.2.3"),
        ("127.0.0.1", [""], "127.0.0.1"),
        ("::ffff:127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::/64"),
        ("127.0.0.1", ["2001:db8:1:2:9:9:9:9"], "2001:db8:1:2::/64"),
        ("", [], "None"),
    ],
)
def test_whom_a_request_counts_for(peer: str, forwarded: List[str], client: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == client


def test_without_trusted_proxies_nothing_that_is_claimed_counts() -> None:
    assert client_address("127.0.0.1", ["198.51.100.1"], ()) == "127.0.0.1"


def test_one_message_at_a_time_and_so_many_in_all(clock: Clock) -> None:
    message_limits = MessageLimits(Settings(concurrent_messages=2), clock)
    assert message_limits.take("a") is None
    assert message_limits.take("a").error == "still_answering"
    assert message_limits.take("b") is None
    busy = message_limits.take("c")
    assert (busy.status, busy.error) == (503, "busy")
    message_limits.free("a")
    assert message_limits.take("c") is None


def test_who_was_turned_away_because_others_write_has_not_used_up_a_message(clock: Clock) -> None:
    message_limits = MessageLimits(Settings(concurrent_messages=1, messages_per_minute=1), clock)
    message_limits.take("a")
    for _ in range(5):
        assert message_limits.take("b").error == "busy"
    message_limits.free("a")
    assert message_limits.take("b") is None


def test_many_conversations_are_forgotten_too(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEPT", 100)
    counts = Counts(exactly, 2, clock)
    for number in range(1000):
        counts.use(str(number))
    assert len(counts) == 100
    assert counts.use("999") == 0
    assert counts.use("999") > 0, "the newest are still counted"
