"""Measures the widget beside deep-chat and Bot Framework Web Chat: ``python -m benchmarks.widget.compare``.

All three stand on the same empty page, are served by the same kind of server with gzip, and are loaded by the same browser over the
same throttled network: 400 ms there and back, 400 kbit/s, a processor four times slower ("slow 3G" and a cheap phone). deep-chat
gets an answer of one sentence from a stand-in, Web Chat has nobody to talk to; ours opens and gets real answers from the served
assistant. axe looks at each, in each state that could be reached. Needs what scripts/setup-browser gets, npm and a trained model.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, List

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.widget.rivals import PAGES, install, serve
from bot.config import PROJECT

RUNS = 3
NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4

HOSTS = {"ours": "advisor-chat", "deep-chat": "deep-chat", "webchat": "#chat"}
ANSWER = "text=You usually do not need"
BOXES = {"deep-chat": "#text-input", "webchat": "[data-id=webchat-sendbox-input], .webchat__send-box-text-box__input"}


class Counter:
    """Counts the requests of a page and their bytes on the wire, headers included."""

    def __init__(self, page: Page) -> None:
        self.requests = 0
        self.bytes = 0
        self.network = page.context.new_cdp_session(page)
        self.network.send("Network.enable")
        self.network.on("Network.requestWillBeSent", lambda _: self._add(requests=1))
        self.network.on("Network.loadingFinished", lambda event: self._add(size=event["encodedDataLength"]))

    def throttle(self) -> None:
        self.network.send("Network.emulateNetworkConditions", NETWORK)
        self.network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def _add(self, requests: int = 0, size: float = 0) -> None:
        self.requests += requests
        self.bytes += int(size)

    def take(self) -> Dict[str, int]:
        taken = {"requests": self.requests, "bytes": self.bytes}
        self.requests = self.bytes = 0
        return taken


NOW = "performance.now()"

# What a page feels like while it loads, as Lighthouse names it; numbers in milliseconds, the shift without a unit.
OBSERVE = """
window.felt = {fcp_ms: 0, lcp_ms: 0, blocked_ms: 0, shift: 0};
const watch = (type, add) => new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({type, buffered: true});
watch("paint", (e) => { if (e.name === "first-contentful-paint") felt.fcp_ms = e.startTime; });
watch("largest-contentful-paint", (e) => { felt.lcp_ms = e.startTime; });
watch("longtask", (e) => { felt.blocked_ms += Math.max(0, e.duration - 50); });
watch("layout-shift", (e) => { if (!e.hadRecentInput) felt.shift += e.value; });
"""


def new_page(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 390, "height": 780})
    page.set_default_timeout(180_000)
    page.add_init_script(OBSERVE)
    return page


def felt(page: Page) -> Dict[str, float]:
    return {name: round(value, 3) for name, value in page.evaluate("felt").items()}


def barriers(page: Page, host: str, axe: str) -> Dict[str, int]:
    """Return what axe finds of WCAG 2.0 to 2.2, A and AA: rule -> places. The page around it is left out."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("([host, tags]) => axe.run(host, {runOnly: tags, resultTypes: ['violations']})", [host, tags])
    return {one["id"]: len(one["nodes"]) for one in found["violations"]}


def ours(browser: Browser, url: str) -> Dict[str, Any]:
    """Load, open, ask twice."""
    page = new_page(browser)
    empty = "<!doctype html><html lang=en><title>x</title><body><script type=module src=/widget.js></script>"
    page.route(f"{url}/empty", lambda route: route.fulfill(body=empty, content_type="text/html"))
    counter = Counter(page)
    counter.throttle()
    page.goto(f"{url}/empty")
    page.locator(".launcher").wait_for()
    found: Dict[str, Any] = {"shown_ms": page.evaluate(NOW)}
    page.wait_for_timeout(300)
    found["before"] = counter.take()
    found.update(felt(page))
    started = page.evaluate(NOW)
    page.locator(".launcher").click()
    page.locator("textarea").wait_for()
    found["open_ms"] = page.evaluate(NOW) - started
    page.wait_for_timeout(500)
    found["opening"] = counter.take()
    for turn, text in (("turn", "lost my card"), ("answer", "no")):
        found[f"{turn}_ms"] = asked(page, ".theirs", lambda text=text: say(page, text))
        page.wait_for_timeout(500)
        found[turn] = counter.take()
    found["first_reply_ms"] = found["shown_ms"] + found["open_ms"] + found["turn_ms"]
    found["blocked_in_all_ms"] = felt(page)["blocked_ms"]
    page.close()
    return found


def say(page: Page, text: str) -> None:
    page.locator("textarea").fill(text)
    page.locator("textarea").press("Enter")


def asked(page: Page, answers: str, ask: Callable[[], None]) -> float:
    """Ask; return the milliseconds until one more answer is there."""
    count = page.locator(answers).count()
    before = float(page.evaluate(NOW))
    ask()
    page.locator(answers).nth(count).wait_for()
    return float(page.evaluate(NOW)) - before


def rival(browser: Browser, url: str, name: str) -> Dict[str, Any]:
    """Load until its box can be typed in; ask once where somebody answers."""
    page = new_page(browser)
    counter = Counter(page)
    counter.throttle()
    page.goto(f"{url}/{name}")
    box = page.locator(BOXES[name]).first
    box.wait_for()
    found: Dict[str, Any] = {"shown_ms": page.evaluate(NOW)}
    page.wait_for_timeout(500)
    found["before"] = counter.take()
    found.update(felt(page))
    if name == "deep-chat":

        def ask() -> None:
            box.press_sequentially("lost my card")
            box.press("Enter")

        found["turn_ms"] = asked(page, ANSWER, ask)
        found["first_reply_ms"] = found["shown_ms"] + found["turn_ms"]
        page.wait_for_timeout(500)
        found["turn"] = counter.take()
        found["blocked_in_all_ms"] = felt(page)["blocked_ms"]
    page.close()
    return found


def states_of_ours(browser: Browser, url: str, axe: str) -> Dict[str, Any]:
    """Look at each state with axe, at full speed."""
    page = new_page(browser)
    page.clock.install()
    page.goto(url)
    look = partial(barriers, page, HOSTS["ours"], axe)
    page.locator(".launcher").wait_for()
    found = {"closed": look()}
    page.locator(".launcher").click()
    page.locator("textarea").wait_for()
    found["first screen"] = look()
    for state, text in (("question", "lost my card"), ("answer", "no"), ("list", "make me a list")):
        asked(page, ".theirs", lambda text=text: say(page, text))
        found[state] = look()
    page.clock.fast_forward(26 * 60_000)
    page.get_by_role("button", name="Keep this chat").wait_for()
    found["soon over"] = look()
    page.clock.fast_forward(5 * 60_000)
    page.get_by_text("the server has deleted this chat").wait_for()
    found["over"] = look()
    page.locator("textarea").fill("x" * 501)
    found["too long"] = look()
    page.locator("textarea").fill("")
    page.context.set_offline(True)
    say(page, "hello")
    page.get_by_role("button", name="Try again").wait_for()
    found["offline"] = look()
    page.context.set_offline(False)
    page.get_by_role("button", name="Delete this chat").click()
    found["delete?"] = look()
    page.close()
    return found


def states_of_rival(browser: Browser, url: str, name: str, axe: str) -> Dict[str, Any]:
    page = new_page(browser)
    page.goto(f"{url}/{name}")
    box = page.locator(BOXES[name]).first
    box.wait_for()
    found = {"first screen": barriers(page, HOSTS[name], axe)}
    if name == "deep-chat":
        box.press_sequentially("lost my card")
        asked(page, ANSWER, lambda: box.press("Enter"))
        found["answer"] = barriers(page, HOSTS[name], axe)
    page.close()
    return found


def middle(measure: Callable[[], Dict[str, Any]]) -> Dict[str, Any]:
    """Return the median of some runs for each time; what is counted is the same in all."""
    runs: List[Dict[str, Any]] = [measure() for _ in range(RUNS)]
    return {
        key: statistics.median(run[key] for run in runs) if key.endswith("_ms") else runs[0][key] for key in runs[0]
    }


def main() -> None:
    """Print all figures as JSON."""
    sys.path.insert(0, str(PROJECT / "tests" / "widget"))
    from widget_browser import Assistant, chromium, tool

    axe = tool("axe-core/axe.min.js").read_text(encoding="utf-8")

    install()
    address = serve()
    assistant = Assistant(Path(tempfile.mkdtemp())).ready()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            figures = {"ours": middle(partial(ours, browser, assistant.url))}
            for name in PAGES:
                figures[name] = middle(partial(rival, browser, address, name))
            figures["ours"]["axe"] = states_of_ours(browser, assistant.url, axe)
            for name in PAGES:
                figures[name]["axe"] = states_of_rival(browser, address, name, axe)
    finally:
        assistant.stop()
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
