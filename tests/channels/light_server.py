"""The server with everything but the model: all routes, limits and headers are real, and a stand-in answers."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from typing import Any, Dict, List, NamedTuple, Optional

from rasa.core.lock_store import InMemoryLockStore

from bot.config import Settings
from bot.privacy.endings import Ending
from bot.runtime.bounds import BoundedProtocol
from bot.runtime.conversations import MemoryConversations
from bot.runtime.keeper import Keeper
from bot.runtime.server import app_without_model, sms_stores

SLOW_SECONDS = 1.5
JSON = {"Content-Type": "application/json"}
SESSION, MESSAGE = "/webhooks/web/session", "/webhooks/web/message"
PHONE = "1-800-772-1213"


class StandIn:
    """Answers like the assistant, keeps what it was given, and takes its time when it is told "slow"."""

    def __init__(self) -> None:
        self.heard: List[str] = []
        self.senders: List[str] = []
        self.languages: List[Optional[str]] = []
        self._news = threading.Condition()

    def is_ready(self) -> bool:
        return True

    def wait_to_hear(self, part: str, seconds: float = 20) -> None:
        """Wait until the last message that was given to it has these words."""
        with self._news:
            assert self._news.wait_for(lambda: part in "".join(self.heard[-1:]), seconds), f"never heard {part!r}"

    async def handle_message(self, message: Any) -> None:
        self.senders.append(message.sender_id)
        self.languages.append((message.metadata or {}).get("language"))
        with self._news:
            self.heard.append(message.text)
            self._news.notify_all()
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


def assert_kind(answer: Answer, status: int, error: str) -> None:
    """A refusal says what it is, names the number to call, and tells nothing of the inside."""
    assert (answer.status, answer.json["error"]) == (status, error), answer.text
    assert set(answer.json) == {"error", "message"}, answer.text
    assert PHONE in answer.json["message"], answer.text
    for inside in ("Traceback", "sanic", "rasa", ".py", "exception", "RuntimeError", "secret inside"):
        assert inside.lower() not in answer.text.lower(), answer.text


class Light:
    """A running server."""

    def __init__(self, settings: Settings) -> None:
        self.agent = StandIn()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = settings
        self.start()

    def start(self) -> None:
        """Start, also again after a stop; the key of the sessions is a new one then."""
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
        self._app = app
        self.keeper = Keeper(Trackers(), InMemoryLockStore(), self._settings)
        if self._settings.sms:
            app.ctx.sms = sms_stores(self._settings, self.keeper)
        self._server = await app.create_server(
            "127.0.0.1", self.port, return_asyncio_server=True, protocol=BoundedProtocol, access_log=False
        )
        await self._server.startup()
        await self._server.start_serving()
        self._ready.set()

    def finish_texts(self) -> None:
        """Wait until the text messages that go by themselves are sent or given up, as the server does before it stops."""
        for channel in self._app.ctx.texting:
            asyncio.run_coroutine_threadsafe(channel.finish(), self._loop).result(30)

    def keep_with(self, keeper: Any) -> None:
        """Put a stand-in where conversations are ended."""
        self._app.ctx.keeper = keeper

    def stop(self) -> None:
        """Stop as a process does that ends: nobody can connect any more, and whoever is connected is cut off."""
        self._loop.call_soon_threadsafe(self._cut)
        self._thread.join(5)

    def _cut(self) -> None:
        self._server.close()
        for connection in list(self._server.connections):
            connection.abort()
        self._loop.call_later(0.05, self._loop.stop)

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
        return self.post(SESSION, {}, headers).json["session"]

    def say(self, session: str, text: Any, message_id: Optional[str] = None) -> Answer:
        return self.post(MESSAGE, {"session": session, "text": text, "id": message_id})

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
