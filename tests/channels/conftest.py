"""The server with everything but the model: all routes, limits and headers are real, and a stand-in answers."""

from __future__ import annotations

import asyncio
import dataclasses
import http.client
import json
import socket
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, NamedTuple, Optional

import pytest
from rasa.core.lock_store import InMemoryLockStore
from sanic import Sanic

from bot.config import Settings
from bot.privacy.endings import Ending
from bot.runtime.bounds import BoundedProtocol
from bot.runtime.conversations import MemoryConversations
from bot.runtime.keeper import Keeper
from bot.runtime.server import app_without_model, sms_stores

SLOW_SECONDS = 1.5
JSON = {"Content-Type": "application/json"}


class StandIn:
    """Answers like the assistant, keeps what it was given, and takes its time when it is told "slow"."""

    def __init__(self) -> None:
        self.heard: List[str] = []
        self.senders: List[str] = []

    def is_ready(self) -> bool:
        return True

    async def handle_message(self, message: Any) -> None:
        self.heard.append(message.text)
        self.senders.append(message.sender_id)
        if "slow" in message.text:
            await asyncio.sleep(SLOW_SECONDS)
        if "break" in message.text:
            raise RuntimeError("secret inside")
        await message.output_channel.send_text_message(message.sender_id, "an answer")


class Trackers:
    """Stands in for Rasa's store of conversations."""

    def __init__(self) -> None:
        self.conversations = MemoryConversations()

    def end(self, name: str, ending: Ending) -> bool:
        return self.conversations.forget(name)


class Answer(NamedTuple):
    status: int
    headers: Dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Light:
    """A running server."""

    def __init__(self, settings: Settings) -> None:
        self.agent = StandIn()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self._settings = settings
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._ready.wait(20)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._loop.run_forever()

    async def _start(self) -> None:
        app = app_without_model(self._settings)
        app.ctx.agent = self.agent
        self.keeper = Keeper(Trackers(), InMemoryLockStore(), self._settings)
        if self._settings.sms:
            app.ctx.sms = sms_stores(self._settings, self.keeper)
        self._server = await app.create_server(
            "127.0.0.1", self.port, return_asyncio_server=True, protocol=BoundedProtocol, access_log=False
        )
        await self._server.startup()
        await self._server.start_serving()
        self._ready.set()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def ask(
        self, method: str, path: str, body: Optional[bytes] = None, headers: Optional[Dict[str, str]] = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
        finally:
            connection.close()

    def post(self, path: str, body: Any, headers: Optional[Dict[str, str]] = None) -> Answer:
        return self.ask("POST", path, json.dumps(body).encode(), {**JSON, **(headers or {})})

    def session(self, headers: Optional[Dict[str, str]] = None) -> str:
        return self.post("/webhooks/web/session", {}, headers).json["session"]

    def say(self, session: str, text: Any, message_id: Optional[str] = None) -> Answer:
        return self.post("/webhooks/web/message", {"session": session, "text": text, "id": message_id})

    def raw(self, data: bytes, seconds: float = 20) -> bytes:
        """Send bytes as they are; return all that comes until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), seconds) as connection:
            connection.sendall(data)
            return read_all(connection)


def read_all(connection: socket.socket) -> bytes:
    got = b""
    try:
        while True:
            part = connection.recv(65536)
            if not part:
                return got
            got += part
    except ConnectionError:
        return got


Serve = Callable[..., Light]


@pytest.fixture(scope="module")
def serve(compiled: Path) -> Iterator[Serve]:
    """Starts light servers, each with settings of its own, and stops them."""
    running: List[Light] = []
    Sanic.test_mode = True  # more than one server in a process

    def start(**settings: Any) -> Light:
        running.append(Light(dataclasses.replace(Settings(knowledge_db=compiled), **settings)))
        return running[-1]

    yield start
    for light in running:
        light.stop()
    Sanic.test_mode = False


@pytest.fixture(scope="module")
def light(serve: Serve) -> Light:
    """A server as it comes, with one site that may embed the chat."""
    return serve(allowed_origins=("https://aid.example",))
