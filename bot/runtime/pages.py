"""The demonstration pages, the files of the widget and the health check."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Awaitable, Callable, Dict, Text, Tuple

from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.knowledge import KnowledgeBase
from bot.replies.widget import start_words

_FOLDER = Path(__file__).resolve().parent.parent / "widget"
PAGES: Dict[Text, Text] = {
    "/": "index.html",
    "/inline": "inline.html",
    "/themed": "themed.html",
    "/page.css": "page.css",
}
WIDGET: Tuple[Text, ...] = (
    "/widget.js",
    "/widget/panel.js",
    "/widget/api.js",
    "/widget/card.js",
    "/widget/composer.js",
    "/widget/dom.js",
    "/widget/leaving.js",
    "/widget/lists.js",
    "/widget/messages.js",
    "/widget/words.js",
    "/widget/panel.css",
    "/widget/print.css",
)
"""Addresses of the widget's files. The first is the entry; the others are loaded when somebody opens the chat."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
CACHING = {"Cache-Control": "no-cache"}
"""Files may be kept, and are asked for anew: they change with a release and hold nothing of anybody."""

_START_WORDS = b"/* words of the knowledge */ {}"
"""What stands in widget.js for the words that are needed before the server is asked for anything."""


def pages(base: KnowledgeBase) -> Blueprint:
    """Return the routes; ``base`` has the words that go into the widget's entry."""
    blueprint = Blueprint("pages")
    for path, file in {**PAGES, **{path: path.lstrip("/") for path in WIDGET}}.items():
        name = file.replace(".", "_").replace("/", "_")
        blueprint.add_route(_serve(_FOLDER / file, base), path, methods=["GET"], name=name)

    @blueprint.get("/favicon.ico")
    async def favicon(request: Request) -> HTTPResponse:
        return response.empty()

    @blueprint.get("/health")
    async def health(request: Request) -> HTTPResponse:
        ready = is_ready(request.app)
        return response.json({"status": "ready" if ready else "starting"}, status=200 if ready else 503)

    return blueprint


def is_ready(app: Sanic) -> bool:
    """Tell whether the assistant can answer: a model is loaded."""
    agent = getattr(app.ctx, "agent", None)
    return agent is not None and agent.is_ready()


def _serve(path: Path, base: KnowledgeBase) -> Callable[[Request], Awaitable[HTTPResponse]]:
    """Serve one file, read at the start: small for those who take gzip, and nothing at all for those who have it."""
    content = path.read_bytes()
    if path.name == "widget.js":
        content = content.replace(_START_WORDS, json.dumps(start_words(base), ensure_ascii=False).encode())
    small = gzip.compress(content, mtime=0)
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'

    async def page(request: Request) -> HTTPResponse:
        headers = {**CACHING, "ETag": tag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") in (tag, f"W/{tag}"):
            return response.empty(status=304, headers=headers)
        packed = "gzip" in (request.headers.get("accept-encoding") or "")
        if packed:
            headers["Content-Encoding"] = "gzip"
        return response.raw(small if packed else content, content_type=_TYPES[path.suffix], headers=headers)

    return page
