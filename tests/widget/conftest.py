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


def pytest_collection_modifyitems(items: List[pytest.Item]) -> None:
    """Those without a browser go first: meanwhile the assistant starts."""
    places = [index for index, item in enumerate(items) if HERE in item.path.parents]
    ours = [items[index] for index in places]
    for item in ours:
        if NEEDS_BROWSER & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
    ours.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    for index, item in zip(places, ours, strict=True):
        items[index] = item


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
    import light_server  # noqa: F401  # with it comes Rasa, which takes seconds: here nobody waits for them but who waits anyway

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


@pytest.fixture
def restartable() -> "Iterator[Light]":
    """A server with a stand-in for the assistant, which stops and starts within a moment."""
    from light_server import Light
    from sanic import Sanic

    Sanic.test_mode = True  # more than one server in a process
    light = Light(Settings())
    yield light
    light.stop()
    Sanic.test_mode = False


@pytest.fixture(scope="package")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def new_chat(tabs: Tabs, assistant: Assistant, recorded: Recorded) -> Iterator[Callable[..., Chat]]:
    """Opens a tab, with what Playwright can set: viewport, color scheme, touch, ...

    The assistant's answers were recorded the first time anybody said the same in the same order; with ``live`` it answers itself.
    """
    lent: List[Tab] = []

    def make(live: bool = False, server: Optional[Server] = None, **options: Any) -> Chat:
        lent.append(tabs.lend(options))
        chat = Chat(lent[-1].page, server or assistant)
        if not live and server is None:
            chat.page.route("**/webhooks/web/message", recorded.answerer())
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
