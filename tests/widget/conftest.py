from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Optional

import pytest

pytest.importorskip("playwright", reason="playwright is missing") if not os.environ.get("CI") else None

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tabs import Tab, Tabs  # noqa: E402
from widget_browser import Assistant, Chat, Recorded, Server, chromium, tool  # noqa: E402

from bot.config import KNOWLEDGE_FILES, PROJECT, Settings  # noqa: E402
from bot.knowledge import KnowledgeBase, open_knowledge  # noqa: E402

if TYPE_CHECKING:
    from light_server import Light

HERE = Path(__file__).parent
NEEDS_BROWSER = {"browser", "chat", "live_chat", "new_chat", "translated"}


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "any_answer: whatever is answered will do; a stand-in for the assistant answers")


def pytest_collection_modifyitems(items: List[pytest.Item]) -> None:
    """While the assistant starts: those without a browser, then those that need no answer of its own."""
    places = [index for index, item in enumerate(items) if HERE in item.path.parents]
    ours = [items[index] for index in places]
    for item in ours:
        if NEEDS_BROWSER & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
    ours.sort(key=turn)
    for index, item in zip(places, ours, strict=True):
        items[index] = item


def turn(item: pytest.Item) -> int:
    if not item.get_closest_marker("browser"):
        return 0
    return 1 if item.get_closest_marker("any_answer") else 2


@pytest.fixture(scope="package", autouse=True)
def starting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    running = Assistant(tmp_path_factory.mktemp("widget"))
    yield running
    running.stop()


@pytest.fixture(scope="package")
def base() -> KnowledgeBase:
    """The knowledge as the assistant serves it: compiled. Reading all files anew would take longer than most of these tests together."""
    return open_knowledge(KNOWLEDGE_FILES, PROJECT / "build" / "knowledge.sqlite")


@pytest.fixture(scope="package")
def assistant(starting: Assistant) -> Assistant:
    return starting.ready()


@pytest.fixture(scope="package")
def recorded(assistant: Assistant) -> Recorded:
    return Recorded(assistant)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = chromium()
    with sync_playwright() as playwright:
        # Without a sandbox, because tests in containers often run as root.
        # Made-up sites may talk to this machine: a real server has a public address, where no browser asks.
        switches = ["--no-sandbox", "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests"]
        running = playwright.chromium.launch(executable_path=program, args=switches)
        yield running
        running.close()


@pytest.fixture(scope="package")
def lights() -> "Iterator[Callable[[], Light]]":
    """Starts servers with a stand-in for the assistant: all routes, limits and headers are real, and they start within a moment."""
    from light_server import Light  # with it comes Rasa, which takes seconds: meanwhile the assistant starts
    from sanic import Sanic

    started: List[Light] = []

    def start() -> Light:
        one = Light(Settings(sessions_per_minute=100_000, requests_per_minute=1_000_000))
        one.keep_with(one.keeper)
        started.append(one)
        return one

    Sanic.test_mode = True  # more than one server in a process
    yield start
    for light in started:
        light.stop()
    Sanic.test_mode = False


@pytest.fixture(scope="package")
def light(lights: "Callable[[], Light]") -> "Light":
    return lights()


@pytest.fixture
def restartable(lights: "Callable[[], Light]") -> "Light":
    """One of its own, for a test that stops and starts it."""
    return lights()


@pytest.fixture(scope="package")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def new_chat(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Callable[..., Chat]]:
    """Opens a tab, with what Playwright can set: viewport, color scheme, touch, ...

    The assistant's answers were recorded the first time anybody said the same in the same order; with ``live`` it answers itself.
    Where any answer will do (the mark ``any_answer``), a stand-in answers.
    """
    lent: List[Tab] = []
    any_answer = request.node.get_closest_marker("any_answer")

    def make(live: bool = False, server: Optional[Server] = None, **options: Any) -> Chat:
        answering = server or request.getfixturevalue("light" if any_answer else "assistant")
        lent.append(tabs.lend(options))
        chat = Chat(lent[-1].page, answering)
        if not (live or server or any_answer):
            chat.page.route("**/webhooks/web/message", request.getfixturevalue("recorded").answerer())
        return chat

    yield make
    for tab in lent:
        tabs.take_back(tab)


@pytest.fixture
def chat(new_chat: Callable[..., Chat]) -> Chat:
    """The chat of the demonstration page, opened."""
    return new_chat().go().open()


@pytest.fixture
def live_chat(new_chat: Callable[..., Chat]) -> Chat:
    """The same, answered by the assistant itself."""
    return new_chat(live=True).go().open()


@pytest.fixture
def barriers() -> Callable[..., List[str]]:
    """Looks for barriers with axe; returns what it found, in short."""
    source = tool("axe-core/axe.min.js").read_text(encoding="utf-8")

    def look(chat: Chat, but: str = "", only: str = "", where: str = "html") -> List[str]:
        if not chat.page.evaluate("'axe' in window"):
            chat.page.evaluate(source)  # from outside: the page's own policy lets no such script in
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        rules: Dict[str, Any] = {but: {"enabled": False}} if but else {}
        options = {"runOnly": [only] if only else tags, "rules": rules, "resultTypes": ["violations"]}
        found = chat.page.evaluate("([where, options]) => axe.run(where, options)", [where, options])
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    return look
