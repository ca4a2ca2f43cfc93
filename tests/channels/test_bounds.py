"""Connections that are slow, endless, odd or many do not take the server away from others."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import Iterator, List

import pytest

from bot.runtime import bounds

HEAD = b"POST /webhooks/web/message HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def impatient(serve):
    """A server whose clocks are short, so that the tests are."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(bounds, "HEADER_SECONDS", 1)
        patched.setattr(bounds, "REQUEST_SECONDS", 2)
        patched.setattr(bounds, "IDLE_SECONDS", 1)
        return serve()


@contextlib.contextmanager
def connections(light, number: int) -> Iterator[List[socket.socket]]:
    opened = [socket.create_connection(("127.0.0.1", light.port), 10) for _ in range(number)]
    try:
        yield opened
    finally:
        for connection in opened:
            connection.close()


def dribble(light, start: bytes, piece: bytes, seconds: float) -> float:
    """Send a little now and then; return after how many seconds the server had enough."""
    began = time.monotonic()
    with connections(light, 1) as (connection,):
        connection.sendall(start)
        connection.settimeout(0.2)
        while time.monotonic() - began < seconds:
            try:
                connection.sendall(piece)
                if connection.recv(4096):
                    return time.monotonic() - began
                break
            except TimeoutError:
                continue
            except OSError:
                break
    return time.monotonic() - began


def test_fifty_slow_connections_do_not_keep_others_from_an_answer(impatient) -> None:
    session = impatient.session()
    with connections(impatient, 50) as opened:
        for number, connection in enumerate(opened):
            connection.sendall(HEAD if number % 2 else HEAD + b"Content-Length: 100\r\n\r\n{")
        began = time.monotonic()
        assert impatient.say(session, "hello").status == 200
        assert impatient.ask("GET", "/health").status == 200
        assert time.monotonic() - began < 1


@pytest.mark.parametrize("kind", ["header", "body", "chunks", "unread body", "nothing"])
def test_who_sends_a_little_now_and_then_is_not_waited_for(impatient, kind) -> None:
    start, piece = {
        "header": (HEAD, b"X: y\r\n"),
        "body": (HEAD + b"Content-Length: 5000\r\n\r\n", b" "),
        "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        "unread body": (b"POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n", b" "),
        "nothing": (b"", b""),
    }[kind]
    assert dribble(impatient, start, piece, 10) < 5


def test_slow_requests_are_told_so_and_closed(impatient) -> None:
    got = impatient.raw(HEAD)
    assert got.startswith(b"HTTP/1.1 408")
    assert b"1-800-772-1213" in got
    assert b"content-security-policy" in got.lower()


def test_a_connection_without_a_request_is_closed(impatient) -> None:
    began = time.monotonic()
    assert impatient.raw(b"") == b""
    assert time.monotonic() - began < 4


def test_a_connection_may_be_used_for_longer_than_a_request_may_take(impatient) -> None:
    """The clocks are those of a request, not of the connection."""
    with connections(impatient, 1) as (connection,):
        for _ in range(6):
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
            time.sleep(0.5)


def test_requests_sent_in_one_go_are_all_answered(light) -> None:
    one = b"GET /health HTTP/1.1\r\nHost: x\r\n"
    got = light.raw((one + b"\r\n") * 3 + one + b"Connection: close\r\n\r\n")
    assert got.count(b"HTTP/1.1 200") == 4


@pytest.mark.parametrize(
    "lines",
    [
        b"Content-Length: -5\r\n",
        b"Content-Length: 1e3\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: 5, 5\r\n",
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: gzip\r\n",
        b"Transfer-Encoding: chunked, chunked\r\n",
        b"Upgrade: websocket\r\nConnection: upgrade\r\nContent-Length: 5\r\n",
    ],
)
def test_requests_whose_end_is_not_clear_are_refused(light, lines) -> None:
    began = time.monotonic()
    got = light.raw(HEAD + lines + b"\r\n" + b"x" * 1000)
    assert got.startswith(b"HTTP/1.1 400"), got[:200]
    assert got.count(b"HTTP/1.1") == 1, "no second request is found in the body"
    assert b"1-800-772-1213" in got
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon here\r\n\r\n",
        b"GET http:// HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 60 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nExpect: magic\r\nContent-Length: 3\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\n",
    ],
)
def test_what_is_no_http_gets_a_clean_answer_or_none(light, request_bytes) -> None:
    got = light.raw(request_bytes, seconds=25)
    assert not got or got.startswith(b"HTTP/1.1 4"), got[:300]
    for inside in (b"Traceback", b"sanic", b"codec", b".py"):
        assert inside not in got
    assert light.ask("GET", "/health").status == 200


def test_headers_without_end_are_refused(light) -> None:
    got = light.raw(b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 20_000)
    assert got.startswith(b"HTTP/1.1 413")


def test_a_body_without_end_is_not_read_to_the_end(light) -> None:
    """Neither with a length nor in chunks; the server closes instead of reading on."""
    for start, piece in (
        (HEAD + b"Content-Length: 1000000000\r\n\r\n", b"a" * 65_536),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"a" * 65_536 + b"\r\n"),
    ):
        sent = 0
        with connections(light, 1) as (connection,), contextlib.suppress(OSError):
            connection.sendall(start)
            while sent < 50_000_000:
                connection.sendall(piece)
                sent += len(piece)
        assert sent < 20_000_000
    assert light.ask("GET", "/health").status == 200


def test_there_is_a_bound_on_connections_and_room_again_when_they_close(serve, monkeypatch) -> None:
    light = serve()
    monkeypatch.setattr(bounds, "MOST_CONNECTIONS", 20)
    with connections(light, 30) as opened:
        time.sleep(0.3)
        closed = 0
        for connection in opened:
            connection.settimeout(0.05)
            try:
                closed += connection.recv(1) == b""
            except ConnectionError:
                closed += 1
            except TimeoutError:
                pass
        assert closed == 10
    time.sleep(0.3)
    assert light.ask("GET", "/health").status == 200
