"""Starts the fake provider, and the assistant with it, as processes of their own; used by tests, the benchmarks and the terminal phone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional
from uuid import uuid4

from bot.config import PROJECT

ACCOUNT = "AC" + "0" * 32
PROGRAM = Path(__file__).with_name("sms_provider.py")
LONGEST_START = 120.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Provider:
    """A running fake provider."""

    def __init__(self, port: int, token: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.token = token

    def text(self, number: str, text: str, **more: Any) -> List[str]:
        """Send one text; return what was answered at once."""
        return self.texts([{"from": number, "text": text, **more}])[0]["texts"]

    def texts(self, texts: List[Dict[str, Any]], **how: Any) -> List[Dict[str, Any]]:
        return self.call("/phones/text", {"texts": texts, **how}, 900)["results"]

    def inbox(self, number: str) -> List[Dict[str, Any]]:
        return self.call(f"/phones/inbox?number=%2B{number.lstrip('+')}")

    def wait_for(self, number: str, count: int) -> List[Dict[str, Any]]:
        """Return what has arrived once there is so much, or after 20 seconds."""
        return self.call(f"/phones/inbox?number=%2B{number.lstrip('+')}&count={count}")

    def behave(self, **how: Any) -> None:
        self.call("/phones/behave", how)

    def totals(self) -> Dict[str, Any]:
        return self.call("/phones/totals")

    def call(self, path: str, body: Optional[Any] = None, seconds: float = 60) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=seconds) as answer:
            return json.loads(answer.read())


@contextmanager
def provider(webhook: str, token: Optional[str] = None, port: Optional[int] = None) -> Iterator[Provider]:
    """Run the fake provider."""
    port, token = port or free_port(), token or uuid4().hex
    command = [
        sys.executable, str(PROGRAM), "--port", str(port), "--webhook", webhook, "--account", ACCOUNT, "--token", token,
    ]  # fmt: skip
    ours = {**os.environ, "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(command, cwd=PROJECT, env=ours, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout is not None and b"ready" in process.stdout.readline(), "the fake provider did not start"
        yield Provider(port, token)
    finally:
        process.terminate()
        process.wait(10)


def settings_for(provider_port: int, token: str, port: int, folder: Path, **more: str) -> Dict[str, str]:
    """Return the environment of an assistant that has this provider."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "RASA_"))}
    return {
        **clean,
        "PYTHONPATH": str(PROJECT),  # this copy of the project, whichever is installed
        "ADVISOR_PORT": str(port),
        "ADVISOR_SECRET": uuid4().hex,
        "ADVISOR_STATE_DB": str(folder / "state.sqlite"),
        "ADVISOR_PREVIEW_DATE": "2026-11-22",
        "ADVISOR_SMS_PROVIDER": "twilio",
        "ADVISOR_TWILIO_ACCOUNT_SID": ACCOUNT,
        "ADVISOR_TWILIO_AUTH_TOKEN": token,
        "ADVISOR_TWILIO_API": f"http://127.0.0.1:{provider_port}",
        "ADVISOR_SMS_PROVIDER_ANSWERS": "0",
        **more,
    }


@contextmanager
def assistant(environment: Dict[str, str], log: Path, program: Optional[str] = None) -> Iterator[str]:
    """Run the assistant, or a program that serves it; yields its address."""
    command = [program] if program else ["-m", "bot.runtime"]
    url = f"http://127.0.0.1:{environment['ADVISOR_PORT']}"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=PROJECT, env=environment, stdout=output, stderr=output
        )
        try:
            _wait(url, process, log)
            yield url
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise AssertionError("the assistant is not healthy in two minutes")
