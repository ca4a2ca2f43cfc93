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
from bot.runtime.demo import demo_pages
from bot.runtime.packing import joined, small

_FOLDER = Path(__file__).resolve().parent.parent / "widget"
PAGES: Tuple[Text, ...] = ("/", "/inline", "/themed", "/page.css")
WIDGET: Tuple[Text, ...] = (
    "/widget.js",
    "/widget/api.js",
    "/widget/panel.js",
    "/widget/panel.css",
    "/widget/print.css",
)
"""Addresses of the widget's files. The first is the entry; the others are loaded when somebody opens the chat."""

CACHING = {"Cache-Control": "no-cache"}
"""Files may be kept, and are asked for anew: they change with a release and hold nothing of anybody."""

_START_WORDS = "/* words of the knowledge */ {}"
"""What stands in widget.js for the words that are needed before the server is asked for anything."""


def pages(base: KnowledgeBase) -> Blueprint:
    """Return the routes; ``base`` has the words that go into the widget's entry."""
    blueprint = Blueprint("pages")
    for path, text in contents(base).items():
        blueprint.add_route(_serve(path, text), path, methods=["GET"], name=f"file{path}".translate(_AS_NAME))

    @blueprint.get("/favicon.ico")
    async def favicon(request: Request) -> HTTPResponse:
        return response.empty()

    @blueprint.get("/health")
    async def health(request: Request) -> HTTPResponse:
        ready = is_ready(request.app)
        return response.json({"status": "ready" if ready else "starting"}, status=200 if ready else 503)

    return blueprint


_AS_NAME = str.maketrans("/.", "__")


def is_ready(app: Sanic) -> bool:
    """Tell whether the assistant can answer: a model is loaded."""
    agent = getattr(app.ctx, "agent", None)
    return agent is not None and agent.is_ready()


def contents(base: KnowledgeBase) -> Dict[Text, Text]:
    """Return address -> what is served there."""
    style = (_FOLDER / "pages" / "page.css").read_text(encoding="utf-8")
    return {**demo_pages(), "/page.css": style, **{path: small(path, _file(path, base)) for path in WIDGET}}


def _file(path: Text, base: KnowledgeBase) -> Text:
    if path == "/widget/panel.js":
        return joined(_FOLDER / "widget", "panel", apart="api")
    text = (_FOLDER / path.lstrip("/")).read_text(encoding="utf-8")
    return text.replace(_START_WORDS, json.dumps(start_words(base), ensure_ascii=False))


def _serve(path: Text, text: Text) -> Callable[[Request], Awaitable[HTTPResponse]]:
    """Serve one text: small for those who take gzip, and nothing at all for those who have it."""
    content = text.encode()
    packed = gzip.compress(content, mtime=0)
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    kind = {"js": "text/javascript", "css": "text/css"}.get(path.rpartition(".")[2], "text/html") + "; charset=utf-8"

    async def file(request: Request) -> HTTPResponse:
        headers = {**CACHING, "ETag": tag, "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") in (tag, f"W/{tag}"):
            # Of the same type as the file: a browser takes over the headers of this answer, the policy for its type too.
            return HTTPResponse(status=304, headers=headers, content_type=kind)
        takes_gzip = "gzip" in (request.headers.get("accept-encoding") or "")
        if takes_gzip:
            headers["Content-Encoding"] = "gzip"
        return response.raw(packed if takes_gzip else content, content_type=kind, headers=headers)

    return file
