"""Starts the whole assistant in one process: pages, channels, Rasa and its actions."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import List, Text

from rasa.core import run
from rasa.core.channels.channel import InputChannel, register
from rasa.core.utils import AvailableEndpoints
from rasa.model import get_latest_model
from sanic import Sanic, response
from sanic.exceptions import NotFound, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.redacting import RedactingRestInput
from bot.channels.web import LARGEST_BODY, WebInput
from bot.config import KNOWLEDGE_FILES, PROJECT, ConfigurationError, Settings
from bot.knowledge import open_knowledge
from bot.runtime.in_process_actions import load_actions
from bot.runtime.pages import is_ready, pages
from bot.runtime.quiet import be_quiet
from bot.runtime.tracker_store import forgetful_store

_LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_LOCAL_PEERS = ("127.0.0.1", "::1")
SWEEP_SECONDS = 30
_SIGNS_OF_ELSEWHERE = (
    "origin",
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-real-ip",
    "cf-connecting-ip",
)
"""Headers that a proxy or a browser's page adds; staff tools on this machine send none of them."""


def build_app(settings: Settings, model: Text) -> Sanic:
    """Return the server.

    Args:
        settings: what to switch on.
        model: path of a trained model.
    """
    app = Sanic("advisor", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = 4 * LARGEST_BODY
    app.config.REQUEST_TIMEOUT = 30
    app.config.KEEP_ALIVE_TIMEOUT = 30
    app.config.FALLBACK_ERROR_FORMAT = "json"
    register(_channels(settings), app, route="/webhooks/")
    app.blueprint(pages())
    if settings.enable_api:
        _add_parse(app)
    app.register_middleware(_guard_local_routes, "request")
    app.error_handler.add(Exception, _kind_error)
    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    app.register_listener(partial(run.load_agent_on_start, model, endpoints, None), "before_server_start")
    app.register_listener(_start_sweeping, "after_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    return app


def serve(settings: Settings) -> None:
    """Serve until stopped.

    Raises:
        ConfigurationError: there is no trained model.
    """
    model = get_latest_model(str(PROJECT / "models"))
    if model is None:
        raise ConfigurationError("There is no trained model in models/. Run 'make train' first.")
    be_quiet()
    app = build_app(settings, model)
    print(f"The assistant starts. Open http://{settings.host}:{settings.port} in about 15 seconds.", flush=True)
    load_actions()
    app.run(host=settings.host, port=settings.port, access_log=False, debug=False, workers=1)


def _channels(settings: Settings) -> List[InputChannel]:
    channels: List[InputChannel] = [WebInput()]
    if settings.enable_rest:
        channels.append(RedactingRestInput(open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db)))
    return channels


def _add_parse(app: Sanic) -> None:
    @app.post("/model/parse")
    async def parse(request: Request) -> HTTPResponse:
        text = (request.json or {}).get("text")
        if not isinstance(text, str):
            return response.json({"error": 'send {"text": "..."}'}, status=400)
        if not is_ready(app):
            return response.json({"error": "starting"}, status=503)
        return response.json(await app.ctx.agent.parse_message(text))


async def _start_sweeping(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
    app.add_task(_sweep_for_ever(app))


async def _sweep_for_ever(app: Sanic) -> None:
    """Forget silent conversations on time, also while nobody writes."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        if is_ready(app):
            forgetful_store(app.ctx.agent.tracker_store).sweep()


async def _guard_local_routes(request: Request) -> "HTTPResponse | None":
    """Staff routes answer to this machine only, not through a proxy and not to a page that guessed the port."""
    if not request.path.startswith(("/webhooks/rest", "/model/")):
        return None
    host = (request.headers.get("host") or "").rsplit(":", 1)[0]
    elsewhere = any(name in request.headers for name in _SIGNS_OF_ELSEWHERE)
    if host not in _LOCAL_HOSTS or request.ip not in _LOCAL_PEERS or elsewhere:
        return response.json({"error": "not found"}, status=404)
    if request.path.startswith("/webhooks/rest") and request.method == "POST" and not _is_message(request):
        return response.json({"error": 'send {"sender": "...", "message": "..."}'}, status=400)
    return None


def _is_message(request: Request) -> bool:
    try:
        return isinstance(request.json, dict) and isinstance(request.json.get("message"), (str, type(None)))
    except SanicException:
        return False


async def _kind_error(request: Request, error: Exception) -> HTTPResponse:
    """Answer any error without its inside: no stack trace, nothing of the message."""
    status = getattr(error, "status_code", 500) if isinstance(error, SanicException) else 500
    if isinstance(error, NotFound):
        return response.json({"error": "not found"}, status=404)
    text = "Something went wrong. Please try again, or call Social Security: 1-800-772-1213."
    return response.json({"error": "failed", "message": text}, status=status)
