"""Tabs of the browser: a window costs half a second, so one is lent to a test after the other, cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List

from playwright.sync_api import Browser, Page

DESK = {"width": 1000, "height": 800}


@dataclass
class Tab:
    """A tab.

    Attributes:
        page: its page.
        options: what it was made with.
        lasting: what a test has done to it cannot be undone.
    """

    page: Page
    options: Dict[str, Any]
    lasting: bool = False


class Tabs:
    """Lends tabs. A tab with a clock of its own (``clock``) keeps it; with ``fresh`` a tab is for one test alone."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: List[Tab] = []

    def lend(self, options: Dict[str, Any]) -> Tab:
        options = {"viewport": DESK, "reduced_motion": "reduce", **options}
        found = next((tab for tab in self._free if tab.options == options), None)
        if found:
            self._free.remove(found)
            return found
        given = dict(options)
        clock, fresh = given.pop("clock", False), given.pop("fresh", False)
        context = self._browser.new_context(**given)
        context.set_default_timeout(10_000)
        page = context.new_page()
        if clock:
            page.clock.install()
        return Tab(page, options, lasting=fresh)

    def take_back(self, tab: Tab) -> None:
        context = tab.page.context
        if tab.lasting:
            context.close()
            return
        for other in context.pages:
            if other is not tab.page:
                other.close()
        # What a test listens to stays, and notes into a list that nobody reads any more.
        tab.page.unroute_all(behavior="ignoreErrors")
        context.unroute_all(behavior="ignoreErrors")
        context.set_offline(False)
        tab.page.set_viewport_size(tab.options["viewport"])
        tab.page.goto("about:blank")
        self._free.append(tab)
