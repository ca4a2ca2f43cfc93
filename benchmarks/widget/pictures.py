"""Takes the pictures of the widget for the documents: ``python -m benchmarks.widget.pictures``.

Every state, on a small phone; then colors and places. They are laid side by side and kept small (few colors, PNG), in docs/images/.
Look at them: they are there to be judged by eye. Needs what scripts/setup-browser gets and a trained model.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Callable, Dict, List

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from bot.config import PROJECT

FOLDER = PROJECT / "docs" / "images"
PHONE = {"viewport": {"width": 360, "height": 690}, "has_touch": True, "reduced_motion": "reduce"}
DESK = {"viewport": {"width": 900, "height": 690}, "reduced_motion": "reduce"}
GAP, COLORS = 14, 200
ROWS = {"widget-talk.png": [4, 4], "widget-trouble.png": [5, 4, 4], "widget-looks.png": [2, 4]}
Pictures = List[Image.Image]


def taken(page: Page) -> Image.Image:
    page.wait_for_timeout(250)
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def sheet(name: str, pictures: Pictures, rows_of: List[int]) -> None:
    """Lay pictures of one height side by side, so many in each row, and keep them."""
    waiting = iter(pictures)
    rows = [list(islice(waiting, count)) for count in rows_of]
    wide = max(sum(one.width + GAP for one in row) + GAP for row in rows)
    high = sum(row[0].height + GAP for row in rows) + GAP
    whole = Image.new("RGB", (wide, high), "#8a8f94")
    y = GAP
    for row in rows:
        x = GAP
        for one in row:
            whole.paste(one, (x, y))
            x += one.width + GAP
        y += row[0].height + GAP
    small = whole.quantize(COLORS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    FOLDER.mkdir(exist_ok=True)
    small.save(FOLDER / name, optimize=True)
    print(f"{name}: {(FOLDER / name).stat().st_size // 1000} KB")


class Maker:
    """Opens chats and keeps what is seen of them."""

    def __init__(self, browser: Browser, assistant: Any) -> None:
        self._browser = browser
        self._assistant = assistant

    def chat(self, path: str = "/", **options: Any) -> Any:
        from widget_browser import Chat

        chat = Chat(self._browser.new_context(**{**PHONE, **options}).new_page(), self._assistant)
        chat.page.set_default_timeout(15_000)
        chat.page.clock.install()
        return chat.go(path)

    def talk(self) -> Pictures:
        """A whole conversation."""
        chat = self.chat()
        chat.page.locator(".launcher").wait_for()
        seen = [taken(chat.page)]
        seen.append(taken(chat.open().page))
        chat.page.locator(".log").evaluate("e => e.scrollTo(0, e.scrollHeight)")
        seen.append(taken(chat.page))
        chat.say("lost my card")
        seen.append(taken(chat.page))
        chat.say("no")
        seen.append(taken(chat.page))
        for part in (".notice", "details"):
            chat.page.locator(part).last.scroll_into_view_if_needed()
            seen.append(taken(chat.page))
        chat.say("make me a list")
        seen.append(taken(chat.page))
        return seen

    def trouble(self) -> Pictures:
        """Everything that can be in the way."""
        chat = self.chat().open()
        chat.say("lost my card")
        seen = []
        chat.page.route("**/webhooks/web/message", lambda route: None)  # nobody answers
        self._send(chat, "what if I have no papers")
        seen.append(taken(chat.page))
        chat.page.clock.fast_forward(8_000)
        seen.append(taken(chat.page))
        for kind in (self._offline, self._busy, self._failed, self._expired):
            again = self.chat().open()
            again.say("lost my card")
            kind(again)
            self._send(again, "what if I have no papers")
            again.trouble.get_by_role("button").wait_for()
            seen.append(taken(again.page))
        chat = self.chat().open()
        chat.say("lost my card")
        chat.box.fill("Please help me. " * 40)
        seen.append(taken(chat.page))
        chat.box.fill("")
        for minutes in (26, 5):
            chat.page.clock.fast_forward(minutes * 60_000)
            seen.append(taken(chat.page))
        chat = self.chat().open()
        chat.say("lost my card")
        chat.page.get_by_role("button", name="Close").click()
        chat.page.clock.fast_forward(26 * 60_000)
        seen.append(taken(chat.page))
        chat = self.chat().open()
        chat.say("lost my card")
        chat.page.get_by_role("button", name="Delete this chat").click()
        seen.append(taken(chat.page))
        chat.page.get_by_role("button", name="Yes, delete it").click()
        chat.warning.get_by_text("is deleted").wait_for()
        seen.append(taken(chat.page))
        chat = self.chat()
        chat.page.route("**/webhooks/web/session", lambda route: route.abort())
        chat.page.locator(".launcher").click()
        chat.page.locator(".failed a").first.wait_for()
        seen.append(taken(chat.page))
        return seen

    def looks(self) -> Pictures:
        """Other colors and places."""
        seen = []
        for path, options in (
            ("/", {**DESK}),
            ("/inline", {**DESK, "color_scheme": "dark"}),
            ("/themed", {"viewport": {"width": 700, "height": 690}}),
            ("/", {"color_scheme": "dark"}),
            ("/", {"forced_colors": "active"}),
            ("/", {"viewport": {"width": 320, "height": 690}}),
        ):
            chat = self.chat(path, **options)
            if path != "/inline":
                chat.open()
            chat.box.wait_for()
            chat.say("lost my card")
            chat.say("no")
            seen.append(taken(chat.page))
        return seen

    def _send(self, chat: Any, text: str) -> None:
        chat.box.fill(text)
        chat.box.press("Enter")

    def _offline(self, chat: Any) -> None:
        chat.page.context.set_offline(True)

    def _busy(self, chat: Any) -> None:
        chat.refuse_with(429, times=9)

    def _failed(self, chat: Any) -> None:
        chat.refuse_with(500, times=9)

    def _expired(self, chat: Any) -> None:
        chat.refuse_with(401, times=9)


def main() -> None:
    """Take all of them."""
    sys.path.insert(0, str(PROJECT / "tests" / "widget"))
    from widget_browser import Assistant, chromium

    assistant = Assistant(Path(tempfile.mkdtemp())).ready()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            maker = Maker(browser, assistant)
            sheets: Dict[str, Callable[[], Pictures]] = {
                "widget-talk.png": maker.talk,
                "widget-trouble.png": maker.trouble,
                "widget-looks.png": maker.looks,
            }
            for name, make in sheets.items():
                sheet(name, make(), ROWS[name])
    finally:
        assistant.stop()


if __name__ == "__main__":
    main()
