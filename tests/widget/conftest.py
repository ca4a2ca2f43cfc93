from __future__ import annotations

import os
from typing import Any, Callable, Iterator, List

import pytest

pytest.importorskip("playwright", reason="playwright is missing") if not os.environ.get("CI") else None

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from widget_browser import Assistant, Chat, chromium, tool  # noqa: E402


def pytest_collection_modifyitems(items: List[pytest.Item]) -> None:
    for item in items:
        if {"browser", "chat", "new_chat"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    running = Assistant(tmp_path_factory.mktemp("widget"))
    yield running
    running.stop()


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
def new_chat(browser: Browser, assistant: Assistant) -> Iterator[Callable[..., Chat]]:
    """Opens a tab of its own, with what Playwright can set: viewport, colour scheme, touch, ..."""
    contexts = []

    def make(**options: Any) -> Chat:
        options.setdefault("viewport", {"width": 1000, "height": 800})
        contexts.append(browser.new_context(**options))
        contexts[-1].set_default_timeout(10_000)
        return Chat(contexts[-1].new_page(), assistant)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def chat(new_chat: Callable[..., Chat]) -> Chat:
    """The chat of the demonstration page, opened."""
    return new_chat().go().open()


@pytest.fixture
def barriers() -> Callable[[Chat], list]:
    """Looks for barriers with axe; returns what it found, in short."""
    source = tool("axe-core/axe.min.js").read_text(encoding="utf-8")

    def look(chat: Chat, but: str = "", where: str = "html") -> list:
        if not chat.page.evaluate("'axe' in window"):
            chat.page.evaluate(source)  # from outside: the page's own policy lets no such script in
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = chat.page.evaluate(
            "([where, tags]) => axe.run(where, {runOnly: tags, resultTypes: ['violations']})", [where, tags]
        )
        return [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found["violations"]
            if one["id"] != but
            for node in one["nodes"]
        ]

    return look
