"""A real browser for tests of the widget, the assistant that it talks to, what it answered, and a hand that uses it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Protocol, Tuple

import pytest
from playwright.sync_api import Locator, Page, Route

from bot.config import PROJECT

HERE = Path(__file__).resolve().parent
TOOLS = PROJECT / "build" / "widget-checks"
FROM_ELSEWHERE = "http://aid.test"
"""A site that may hold the chat; its pages are made up by the tests."""

WEATHER = "https://www.weather.gov/"


def chromium() -> str:
    """Return Debian's Chromium."""
    return shutil.which("chromium") or fetched("Chromium", lambda: shutil.which("chromium"))


def tool(path: str) -> Path:
    """Return a file of the packages in package.json, as their lock says."""

    def found() -> Optional[str]:
        installed = TOOLS / ".installed"
        as_locked = installed.exists() and installed.read_bytes() == (HERE / "package-lock.json").read_bytes()
        return str(TOOLS / "node_modules" / path) if as_locked else None

    return Path(found() or fetched(path, found))


def fetched(what: str, find: Callable[[], Optional[str]]) -> str:
    """Have the set-up get what is missing.

    Without it a test on one's own machine is skipped, and a test in CI fails: it must not pass unseen.
    """
    done = subprocess.run([str(PROJECT / "scripts" / "setup-browser")], capture_output=True, text=True, check=False)
    found = find()
    if found is None:
        print(f"\n{done.stderr}", file=sys.__stderr__, flush=True)
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is missing: {done.stderr}")
    assert found is not None
    return found


class Assistant:
    """The served assistant."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "RASA_"))}
        self._environ = {
            **kept,
            "ADVISOR_PORT": str(port),
            "ADVISOR_STATE_DB": str(folder / "state.sqlite"),
            "ADVISOR_PREVIEW_DATE": "2026-11-22",
            "ADVISOR_ALLOWED_ORIGINS": FROM_ELSEWHERE,
            "ADVISOR_SESSIONS_PER_MINUTE": "100000",
            "ADVISOR_REQUESTS_PER_MINUTE": "1000000",
        }
        with (self._folder / "log.txt").open("a") as log:
            command = [sys.executable, "-m", "bot.runtime"]
            self._process = subprocess.Popen(command, cwd=PROJECT, env=self._environ, stdout=log, stderr=log)

    def ready(self) -> "Assistant":
        """Wait until it answers."""
        for _ in range(600):
            assert self._process.poll() is None, (self._folder / "log.txt").read_text()
            if self._healthy():
                return self
            time.sleep(0.2)
        raise AssertionError("not healthy in two minutes")

    def stop(self) -> None:
        self._process.kill()  # at once: nothing of it is kept
        self._process.wait(20)

    def post(self, path: str, body: bytes) -> str:
        request = urllib.request.Request(self.url + path, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def _healthy(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/health", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False


class Recorded:
    """What the assistant answered: each thing that is said in the same order is asked of it once."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._answers: Dict[Tuple[str, ...], Dict[str, Any]] = {}

    def answerer(self) -> Callable[[Route], None]:
        """Return a handler for the messages of one tab."""
        said: Tuple[str, ...] = ()

        def answer(route: Route) -> None:
            nonlocal said
            said = (*said, route.request.post_data_json["text"])
            if said not in self._answers:
                self._ask(said)
            route.fulfill(json=self._answers[said], headers={"Cache-Control": "no-store"})

        return answer

    def _ask(self, said: Tuple[str, ...]) -> None:
        session = json.loads(self._assistant.post("/webhooks/web/session", b"{}"))["session"]
        for count, text in enumerate(said, start=1):
            body = json.dumps({"session": session, "text": text, "id": str(count)}).encode()
            self._answers[said[:count]] = json.loads(self._assistant.post("/webhooks/web/message", body))


class Server(Protocol):
    """Something that serves the widget."""

    url: str


class Chat:
    """The widget on a page, as somebody uses it. Playwright looks into its shadow tree by itself."""

    def __init__(self, page: Page, assistant: Server) -> None:
        self.page = page
        self.assistant = assistant
        self.requests: List[str] = []
        self.errors: List[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def go(self, path: str = "/") -> "Chat":
        self.page.goto(self.assistant.url + path)
        return self

    def made_up(self, html: str, url: Optional[str] = None, headers: Optional[Dict[str, str]] = None) -> "Chat":
        """Go to a page that exists only in the test."""
        address = url or f"{self.assistant.url}/made-up"
        answer = {"content_type": "text/html; charset=utf-8", "body": html, "headers": headers or {}}
        self.page.route(address, lambda route: route.fulfill(**answer))
        self.page.goto(address)
        return self

    def in_another_tab(self) -> "Chat":
        """Open another tab of the same person."""
        return Chat(self.page.context.new_page(), self.assistant)

    def offer_languages(self, *names: str) -> None:
        """Have the chat offer these languages, "en" first; their words are all the English ones."""
        languages = [{"code": code, "name": name} for code, name in zip(("en", "es", "fr"), names, strict=False)]

        def session(route: Route) -> None:
            answer = route.fetch().json()
            answer["widget"]["languages"] = languages
            route.fulfill(json=answer)

        self.page.route("**/webhooks/web/session", session)

    def open(self) -> "Chat":
        self.page.locator(".launcher").click()
        self.page.locator(".panel").wait_for()
        return self

    def say(self, text: str) -> Locator:
        """Type a message, send it, and return the answer."""
        count = self.answers.count()
        self.box.fill(text)
        self.box.press("Enter")
        return self._next(count)

    def choose(self, title: str) -> Locator:
        count = self.answers.count()
        self.page.get_by_role("button", name=title, exact=True).last.click()
        return self._next(count)

    def _next(self, count: int) -> Locator:
        answer = self.answers.nth(count)
        answer.wait_for(timeout=15_000)
        return answer

    def answer_with(self, messages: List[Dict[str, Any]]) -> None:
        """Have the server's next answers say something made up."""
        self.page.route("**/webhooks/web/message", lambda route: route.fulfill(json={"messages": messages}))

    def refuse_with(
        self, status: int, times: int = 1, headers: Optional[Dict[str, str]] = None
    ) -> List[Dict[str, Any]]:
        """Have the next messages refused; returns what was sent, those that went through included."""
        sent: List[Dict[str, Any]] = []

        def handle(route: Route) -> None:
            sent.append(route.request.post_data_json)
            if len(sent) > times:
                route.fallback()
            else:
                route.fulfill(
                    status=status,
                    json={"error": "x", "message": "Refused. Call 1-800-772-1213."},
                    headers=headers or {},
                )

        self.page.route("**/webhooks/web/message", handle)
        return sent

    @property
    def box(self) -> Locator:
        return self.page.locator("textarea")

    @property
    def answers(self) -> Locator:
        return self.page.locator(".theirs")

    @property
    def mine(self) -> Locator:
        return self.page.locator(".mine")

    @property
    def trouble(self) -> Locator:
        return self.page.locator(".trouble[role=alert]")

    @property
    def warning(self) -> Locator:
        return self.page.locator(".trouble:not([role])")

    @property
    def spoken(self) -> Locator:
        return self.page.locator(".spoken[role=status]")

    def focused(self) -> str:
        """Return the class, id or text of what has the focus, inside the widget too."""
        script = """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
            return e ? e.id || e.className || e.tagName : ''; }"""
        return str(self.page.evaluate(script))
