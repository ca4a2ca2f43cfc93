"""The demonstration pages: what differs from page to page (bot/widget/pages/), put into one frame when the server starts."""

from __future__ import annotations

import html
from pathlib import Path
from string import Template
from typing import Dict, NamedTuple, Text

_FOLDER = Path(__file__).resolve().parent.parent / "widget" / "pages"


class _Page(NamedTuple):
    """One of the pages.

    Attributes:
        file: its main part, in bot/widget/pages/.
        title: title of the window.
        link: what it is called in the list of pages.
        look: class of its body, for page.css, if it has one.
    """

    file: Text
    title: Text
    link: Text
    look: Text = ""


_PAGES: Dict[Text, _Page] = {
    "/": _Page("button.html", "Social Security help", "As a button"),
    "/inline": _Page("inline.html", "Do I need to visit a Social Security office?", "In the page"),
    "/themed": _Page("themed.html", "Social Security help, dressed", "Dressed", "themed"),
}


def demo_pages() -> Dict[Text, Text]:
    """Return address -> HTML."""
    return {address: _assembled(address, page) for address, page in _PAGES.items()}


def _assembled(address: Text, page: _Page) -> Text:
    main = _template(page.file).substitute(without_script=_template("without_script.html").substitute())
    look = f' class="{page.look}"' if page.look else ""
    links = "\n        ".join(_link(other, other == address) for other in _PAGES)
    return _template("frame.html").substitute(title=html.escape(page.title), look=look, links=links, main=main)


def _link(address: Text, here: bool) -> Text:
    mark = ' aria-current="page"' if here else ""
    return f'<a href="{address}"{mark}>{html.escape(_PAGES[address].link)}</a>'


def _template(file: Text) -> Template:
    return Template((_FOLDER / file).read_text(encoding="utf-8").rstrip())
