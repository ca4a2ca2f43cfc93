"""Measures the widget beside deep-chat and Bot Framework Web Chat: ``python -m benchmarks.widget.compare``.

All three stand on the same empty page, are served by the same kind of server with gzip, and are loaded by the same browser over the
same throttled network: 400 ms there and back, 400 kbit/s, a processor four times slower ("slow 3G" and a cheap phone). The two
others talk to nothing: what they show is their own box to type in. Ours opens and gets a real answer from the served assistant.
Needs Chromium, npm, playwright and a trained model.
"""

from __future__ import annotations

import gzip
import http.server
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, List

from playwright.sync_api import Browser, Page, sync_playwright

from bot.config import PROJECT

HERE = Path(__file__).resolve().parent
RIVALS = PROJECT / "build" / "widget-rivals"
RUNS = 3
NETWORK = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4

PAGES = {
    "deep-chat": """<!doctype html><html lang="en"><title>x</title><script type="module" src="/deep-chat/dist/deepChat.bundle.js"></script>
        <body><deep-chat connect='{"url": "/nowhere"}'></deep-chat>""",
    "webchat": """<!doctype html><html lang="en"><title>x</title><body><div id="chat"></div>
        <script src="/botframework-webchat/dist/webchat.js"></script>
        <script>WebChat.renderWebChat({directLine: {activity$: {subscribe: () => ({unsubscribe() {}})}, connectionStatus$: {subscribe: (o) => { (o.next || o)(2); return {unsubscribe() {}}; }}, postActivity: () => ({subscribe() {}}), end() {}}}, document.getElementById("chat"))</script>""",
}
BOXES = {"deep-chat": "#text-input", "webchat": "[data-id=webchat-sendbox-input], .webchat__send-box-text-box__input"}


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves the pages and the packages, small."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.strip("/")
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        body = PAGES[name].encode() if name in PAGES else self._file(name)
        packed = gzip.compress(body)
        self.send_response(200)
        for header, value in (
            ("Content-Type", kind),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(packed))),
        ):
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(packed)

    def _file(self, name: str) -> bytes:
        path = RIVALS / "node_modules" / name
        return path.read_bytes() if path.is_file() else b""

    def log_message(self, *_: Any) -> None:
        pass


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


def ours(browser: Browser, url: str) -> Dict[str, Any]:
    """Load, open, ask twice."""
    page = browser.new_page()
    empty = "<!doctype html><html lang=en><title>x</title><body><script type=module src=/widget.js></script>"
    page.route(f"{url}/empty", lambda route: route.fulfill(body=empty, content_type="text/html"))
    counter = Counter(page)
    counter.throttle()
    page.goto(f"{url}/empty")
    page.locator(".launcher").wait_for()
    found: Dict[str, Any] = {"shown_ms": page.evaluate(NOW)}
    page.wait_for_timeout(300)
    found["before"] = counter.take()
    started = page.evaluate(NOW)
    page.locator(".launcher").click()
    page.locator("textarea").wait_for()
    found["open_ms"] = page.evaluate(NOW) - started
    page.wait_for_timeout(500)
    found["opening"] = counter.take()
    for turn, text in (("turn", "lost my card"), ("answer", "no")):
        count = page.locator(".theirs").count()
        page.locator("textarea").fill(text)
        asked = page.evaluate(NOW)
        page.locator("textarea").press("Enter")
        page.locator(".theirs").nth(count).wait_for()
        found[f"{turn}_ms"] = page.evaluate(NOW) - asked
        page.wait_for_timeout(500)
        found[turn] = counter.take()
    found["first_reply_ms"] = found["shown_ms"] + found["open_ms"] + found["turn_ms"]
    page.close()
    return found


def rival(browser: Browser, url: str, name: str) -> Dict[str, Any]:
    """Load until its box can be typed in."""
    page = browser.new_page()
    counter = Counter(page)
    counter.throttle()
    page.goto(f"{url}/{name}", timeout=180_000)
    page.locator(BOXES[name]).first.wait_for(timeout=180_000)
    found: Dict[str, Any] = {"shown_ms": page.evaluate(NOW)}
    page.wait_for_timeout(500)
    found["before"] = counter.take()
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
    from widget_browser import Assistant, chromium

    _install_rivals()
    files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=files.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{files.server_port}"
    assistant = Assistant(Path(tempfile.mkdtemp()))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            figures = {"ours": middle(partial(ours, browser, assistant.url))}
            for name in PAGES:
                figures[name] = middle(partial(rival, browser, address, name))
    finally:
        assistant.stop()
    print(json.dumps(figures, indent=1))


def _install_rivals() -> None:
    if not (RIVALS / "node_modules").exists():
        RIVALS.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", RIVALS)
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit"], cwd=RIVALS, check=True, capture_output=True
        )  # noqa: S607


if __name__ == "__main__":
    main()
