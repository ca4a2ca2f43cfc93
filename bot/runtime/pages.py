"""The demo page, the widget and the health check."""

from __future__ import annotations

from pathlib import Path
from typing import Awaitable, Callable, Text

from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

_FOLDER = Path(__file__).resolve().parent.parent / "widget"
_FILES = {"/": "index.html", "/page.css": "page.css", "/widget.js": "widget.js"}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
CACHING = {"Cache-Control": "no-cache"}
"""Files may be kept, and are asked for anew: they change with a release and hold nothing of anybody."""


def pages() -> Blueprint:
    """Return the routes."""
    blueprint = Blueprint("pages")
    for path, file in _FILES.items():
        blueprint.add_route(_serve(file), path, methods=["GET"], name=file.replace(".", "_"))

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


def _serve(file: Text) -> Callable[[Request], Awaitable[HTTPResponse]]:
    path = _FOLDER / file

    async def page(request: Request) -> HTTPResponse:
        return response.raw(path.read_bytes(), content_type=_TYPES[path.suffix], headers=CACHING)

    return page
