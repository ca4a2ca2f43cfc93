"""Three hundred conversations full of identifiers, logged as fully as the server can: none of them is written anywhere."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from twilio.request_validator import RequestValidator

from bot.config import PROJECT

pytestmark = pytest.mark.server

WEB, REST, SMS = 200, 50, 50
"""Conversations over each channel, those by text message through the signed webhook. ``rasa shell`` is not among them: it is a terminal of staff's own, and shows what they type."""

ASKED = [
    "i need a new card", "they stopped my payments", "change my bank", "how do i appeal", "is it safe to go there", "no", "yes",
    "what do i bring", "delete this", "locked out of my account", "my mom gets ssi", "qwerty asdf", "who reads this",
]  # fmt: skip


ACCOUNT, TOKEN = "AC" + "7" * 32, uuid4().hex


class Planted(NamedTuple):
    """A sentence with an identifier, and the forms of it that must be found nowhere."""

    sentence: str
    traces: List[str]


def planted(chance: random.Random) -> Planted:
    """Return one of many kinds of identifiers, never the same twice."""
    digits = "".join(chance.choice("123456789") for _ in range(16))
    area = digits[:3] + "-" + digits[3:5] + "-" + digits[5:9]
    word = uuid4().hex[:10]
    return chance.choice(
        [
            Planted(f"my social is {area}", [area, digits[:9]]),
            Planted(f"ssn {digits[:9]} thanks", [digits[:9]]),
            Planted(
                f"my number {digits[:3]} {digits[3:5]} {digits[5:9]}", [f"{digits[3:5]} {digits[5:9]}", digits[:9]]
            ),
            Planted(f"mail me at {word}@example.org", [word]),
            Planted(f"account number {digits[:12]}", [digits[:12]]),
            Planted(f"A# {digits[:9]} is mine", [digits[:9]]),
            Planted(
                f"card {digits[:4]} {digits[4:8]} {digits[8:12]} {digits[12:]}",
                [digits, f"{digits[8:12]} {digits[12:]}"],
            ),
            Planted(f"my password is {word}!9", [word]),
            Planted(f"call me 202-555-01{digits[:2]} ok", [f"202-555-01{digits[:2]}"]),
        ]
    )


class Server:
    """The assistant, logging all it can, with conversations in a database."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        self.folder = folder
        self.log = folder / "log.txt"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "RASA_"))},
            "TMPDIR": str(folder),
            "ADVISOR_PORT": self.url.rsplit(":", 1)[1],
            "ADVISOR_LOG_LEVEL": "debug",
            "ADVISOR_SECRET": uuid4().hex,
            "ADVISOR_STATE_DB": str(folder / "state.sqlite"),
            "ADVISOR_CONVERSATIONS": f"sqlite:///{folder}/conversations.sqlite",
            "ADVISOR_REVIEW_DAYS": "14",
            "ADVISOR_TRUSTED_PROXIES": "127.0.0.1",
            "ADVISOR_SESSIONS_PER_MINUTE": "100000",
            "ADVISOR_REQUESTS_PER_MINUTE": "1000000",
            "ADVISOR_SMS_PROVIDER": "twilio",
            "ADVISOR_SMS_PROVIDER_ANSWERS": "0",
            "ADVISOR_TWILIO_ACCOUNT_SID": ACCOUNT,
            "ADVISOR_TWILIO_AUTH_TOKEN": TOKEN,
            "ADVISOR_TWILIO_API": "http://127.0.0.1:1",
        }

    def text(self, number: str, text: str) -> str:
        """Send a text message as the provider does."""
        url = f"{self.url}/webhooks/sms/webhook"
        form = {
            "MessageSid": f"SM{uuid4().hex}",
            "AccountSid": ACCOUNT,
            "From": number,
            "To": "+12025550199",
            "Body": text,
        }
        headers = {"X-Twilio-Signature": RequestValidator(TOKEN).compute_signature(url, form)}
        request = urllib.request.Request(url, urlencode(form).encode(), headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return answer.read().decode()

    def post(self, path: str, body: Dict[str, Any], headers: Dict[str, str]) -> Any:
        data = json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **headers})  # noqa: S310
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return json.loads(answer.read())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("written"))
    with server.log.open("w") as output:
        command = [sys.executable, "-m", "bot.runtime"]
        process = subprocess.Popen(command, cwd=PROJECT, env=server.environment, stdout=output, stderr=output)  # noqa: S603
        try:
            _wait(server, process)
            yield server
        finally:
            process.terminate()
            process.wait(20)


def _wait(server: Server, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert process.poll() is None, server.log.read_text()
        try:
            with urllib.request.urlopen(f"{server.url}/health", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError("not healthy in two minutes")


def test_no_identifier_is_written_anywhere(server: Server) -> None:
    began = time.time()
    chance = random.Random(7731)
    traces: List[str] = []
    for number in range(WEB):
        from_where = {"X-Forwarded-For": f"203.0.113.{number}"}
        traces.append(from_where["X-Forwarded-For"])
        session = server.post("/webhooks/web/session", {}, from_where)["session"]
        traces.append(session)
        traces += _talk(
            chance,
            lambda text, s=session, h=from_where: server.post("/webhooks/web/message", {"session": s, "text": text}, h),
        )
    for _ in range(REST):
        sender = uuid4().hex
        traces += _talk(
            chance, lambda text, s=sender: server.post("/webhooks/rest/webhook", {"sender": s, "message": text}, {})
        )
    for _ in range(SMS):
        number = f"+1{chance.randrange(2_000_000_000, 9_999_999_999)}"
        traces += [number[1:], *_talk(chance, lambda text, n=number: server.text(n, text))]
        if chance.random() < 0.3:
            server.text(number, "STOP")
    traces.append(TOKEN)
    written = _written(server.folder, began)
    assert sum(len(content) for content in written.values()) > 100_000, "nothing was written: this test tests nothing"
    assert {name for name, content in written.items() for trace in traces if trace.encode() in content} == set()


def _talk(chance: random.Random, say: Any) -> List[str]:
    """Hold one conversation; no reply repeats what was planted. Return its traces."""
    traces: List[str] = []
    for _ in range(2):
        plant = planted(chance)
        parts = [plant.sentence, chance.choice(ASKED)]
        chance.shuffle(parts)
        reply = json.dumps(say(". ".join(parts)))
        assert not [trace for trace in plant.traces if trace in reply]
        traces += plant.traces
    return traces


def _written(folder: Path, since: float) -> Dict[str, bytes]:
    """Return all that was written since: in the folder of the test, in the project, at home."""
    places = [
        folder,
        PROJECT / "var",
        PROJECT / "build",
        PROJECT / "results",
        Path.home() / ".config",
        Path.home() / ".cache",
    ]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return {
        str(path): path.read_bytes() for path in files if path.is_relative_to(folder) or path.stat().st_mtime >= since
    }
