"""What one connection may take: time, bytes, and a place among the connections.

Sanic starts its clocks anew with every byte, so a client that sends one byte now and then would hold its place for
ever. Here the clock of a request starts with its first byte and is not turned back.
"""

from __future__ import annotations

from asyncio import Transport

from sanic import Sanic
from sanic.exceptions import InvalidUsage
from sanic.http import Stage
from sanic.request import Request
from sanic.server import HttpProtocol

from bot.channels.hygiene import LARGEST_BODY

HEADER_SECONDS = 10
"""From the first byte of a request until its headers are there; Sanic looks every five seconds, so it can be 15."""

REQUEST_SECONDS = 30
"""From the first byte of a request until its answer is sent; an answer takes 20 seconds at most."""

IDLE_SECONDS = 15
"""How long a connection may be open without a request."""

LARGEST_HEADER = 8_192
MOST_READ = 4 * LARGEST_BODY
"""Bytes of a body that are read before the connection is closed: more than is taken, so that somebody who pasted
too much gets an answer and not a broken connection."""

MOST_CONNECTIONS = 500
"""Open connections; below the 1,024 files that a process may commonly have open."""


class BoundedProtocol(HttpProtocol):
    """Sanic's HTTP, with clocks that cannot be turned back and a bound on connections."""

    def connection_made(self, transport: Transport) -> None:
        """Take a connection, or close it at once when there are too many."""
        if len(self.connections) >= MOST_CONNECTIONS:
            transport.abort()
            return
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        """Take bytes; only those that begin a request start the clock."""
        started = float(self._time)  # type: ignore[has-type]
        http = getattr(self, "_http", None)  # not there until the connection's task has run
        begins = http is None or (http.stage is Stage.IDLE and not http.request_body and not self.recv_buffer)
        super().data_received(data)
        if not begins:
            self._time = started


def bound(app: Sanic) -> None:
    """Set the bounds of a server; it must be run with :class:`BoundedProtocol`."""
    app.config.REQUEST_TIMEOUT = HEADER_SECONDS
    app.config.RESPONSE_TIMEOUT = REQUEST_SECONDS
    app.config.KEEP_ALIVE_TIMEOUT = IDLE_SECONDS
    app.config.REQUEST_MAX_HEADER_SIZE = LARGEST_HEADER
    app.config.REQUEST_MAX_SIZE = MOST_READ
    app.config.FALLBACK_ERROR_FORMAT = "json"
    app.add_signal(_refuse_odd_framing, "http.lifecycle.request")


async def _refuse_odd_framing(request: Request) -> None:
    """Refuse a request whose end is not clear, before its body is read.

    Sanic would read a body of negative length without end, takes a length and chunks together (a proxy may see another
    end, and a second request hidden behind it), and stops its clocks for a websocket, of which there are none here.

    Raises:
        InvalidUsage: the request is such a one.
    """
    lengths = request.headers.getall("content-length", [])
    encodings = request.headers.getall("transfer-encoding", [])
    plain_length = len(lengths) <= 1 and all(length.isascii() and length.isdigit() for length in lengths)
    plain_chunks = not encodings or (encodings == ["chunked"] and not lengths)
    if not (plain_length and plain_chunks) or "websocket" in request.headers.get("upgrade", "").lower():
        raise InvalidUsage("odd framing")
