"""Starts the whole assistant in one process: pages, channels, Rasa and its actions."""

from __future__ import annotations

import asyncio
import logging
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import List, Text

from rasa import telemetry
from rasa.core.channels.channel import InputChannel, register
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.hygiene import keep_hygiene
from bot.channels.limits import AddressLimits, MessageLimits
from bot.channels.redacting import RedactingRestInput
from bot.channels.refusing import NOT_FOUND, refuse
from bot.channels.sms import SmsInput, SmsStores
from bot.channels.web import WebInput
from bot.config import KNOWLEDGE_FILES, PROJECT, ConfigurationError, Settings
from bot.knowledge import KnowledgeBase, open_knowledge
from bot.privacy.pseudonyms import MemoryShelf, Pseudonyms
from bot.runtime.bounds import BoundedProtocol, bound
from bot.runtime.conversations import DatabaseConversations
from bot.runtime.keeper import Keeper
from bot.runtime.locks import redis_settings
from bot.runtime.opt_out_shelf import open_opt_outs
from bot.runtime.pages import is_ready, pages
from bot.runtime.quiet import be_quiet
from bot.runtime.trained import trained_model
from bot.sms.opt_outs import OptOuts

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
    from rasa.core import run  # takes seconds; a server without a model, as in the tests, does without

    app = app_without_model(settings)
    app.register_listener(partial(run.load_agent_on_start, model, _endpoints(settings), None), "before_server_start")
    app.register_listener(partial(_sweep_first, settings), "before_server_start")
    app.register_listener(_start_sweeping, "after_server_start")
    app.register_listener(run.close_resources, "after_server_stop")
    return app


def app_without_model(settings: Settings) -> Sanic:
    """Return the server with all its routes, limits and headers; it answers once ``app.ctx.agent`` is there."""
    base = open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db)
    app = Sanic("advisor", configure_logging=False)
    messages = MessageLimits(settings)
    channels = _channels(settings, base, messages)
    app.ctx.texting = [channel for channel in channels if isinstance(channel, SmsInput)]
    app.ctx.limits = (AddressLimits(settings), messages, *(channel.turns for channel in app.ctx.texting))
    app.register_listener(_finish_texts, "before_server_stop")
    bound(app)
    register(channels, app, route="/webhooks/")
    app.blueprint(pages(base))
    if settings.enable_api:
        _add_parse(app)
    app.register_middleware(partial(_guard_local_routes, base), "request")
    keep_hygiene(app, settings, base, app.ctx.limits[0])
    return app


async def _finish_texts(app: Sanic, _: asyncio.AbstractEventLoop) -> None:
    for channel in app.ctx.texting:
        await channel.finish()


def serve(settings: Settings) -> None:
    """Serve until stopped.

    Raises:
        ConfigurationError: nothing has been trained.
    """
    model = trained_model()
    be_quiet(logging.getLevelName(settings.log_level.upper()))
    refuse_telemetry()
    app = build_app(settings, model)
    print(f"The assistant starts. Open http://{settings.host}:{settings.port} in about 15 seconds.", flush=True)
    from bot.runtime.in_process_actions import load_actions  # as above

    load_actions()
    app.run(host=settings.host, port=settings.port, access_log=False, debug=False, workers=1, protocol=BoundedProtocol)


def refuse_telemetry() -> None:
    """Check that Rasa reports to nobody.

    Raises:
        ConfigurationError: it would; the message says what to unset.
    """
    if telemetry.is_telemetry_enabled():
        raise ConfigurationError(
            "Rasa's telemetry is on. Unset RASA_TELEMETRY_ENABLED: nothing about those who write here is sent anywhere."
        )


def _endpoints(settings: Settings) -> AvailableEndpoints:
    """Return Rasa's endpoints, with the locks where the settings say."""
    endpoints = AvailableEndpoints.read_endpoints(str(PROJECT / "endpoints.yml"))
    if settings.locks:
        host, options = redis_settings(settings.locks)
        endpoints.lock_store = EndpointConfig(host, type="redis", **options)
    return endpoints


def _channels(settings: Settings, base: KnowledgeBase, limits: MessageLimits) -> List[InputChannel]:
    channels: List[InputChannel] = [WebInput(settings, limits)]
    if settings.enable_rest:
        channels.append(RedactingRestInput(base))
    if settings.sms:
        channels.append(SmsInput(settings, base))
    return channels


def _add_parse(app: Sanic) -> None:
    @app.post("/model/parse")
    async def parse(request: Request) -> HTTPResponse:
        body = request.json
        text = body.get("text") if isinstance(body, dict) else None
        if not isinstance(text, str):
            return response.json({"error": 'send {"text": "..."}'}, status=400)
        if not is_ready(app):
            return response.json({"error": "starting"}, status=503)
        return response.json(await app.ctx.agent.parse_message(text))


async def _sweep_first(settings: Settings, app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
    """Delete what was due while the server did not run, before anybody is answered."""
    agent = app.ctx.agent
    from bot.runtime.tracker_store import forgetful_store  # as above

    app.ctx.keeper = Keeper(forgetful_store(agent.tracker_store), agent.lock_store, settings)
    app.ctx.keeper.sweep(_today())
    if settings.sms:
        app.ctx.sms = sms_stores(settings, app.ctx.keeper)


def sms_stores(settings: Settings, keeper: Keeper) -> SmsStores:
    """Return what the channel for text messages leans on.

    Raises:
        ConfigurationError: the list of those who want no texts cannot be opened.
    """
    kept = keeper.conversations
    shelf = kept if isinstance(kept, DatabaseConversations) else MemoryShelf()
    longest = timedelta(hours=settings.sms_session_hours)
    opt_outs = OptOuts(settings.secret or "", open_opt_outs(settings))
    return SmsStores(keeper, kept, Pseudonyms(shelf, longest), opt_outs)


def _today() -> date:
    return datetime.now().astimezone().date()


async def _start_sweeping(app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
    app.add_task(_sweep_for_ever(app))


async def _sweep_for_ever(app: Sanic) -> None:
    """Forget silent conversations, and who asked how often, on time, also while nobody writes."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        for limits in app.ctx.limits:
            limits.forget()
        if is_ready(app):
            app.ctx.keeper.sweep(_today())
            if hasattr(app.ctx, "sms"):
                app.ctx.sms.pseudonyms.rotate(datetime.now(timezone.utc))


async def _guard_local_routes(base: KnowledgeBase, request: Request) -> "HTTPResponse | None":
    """Staff routes answer to this machine only, not through a proxy and not to a page that guessed the port."""
    if not request.path.startswith(("/webhooks/rest", "/model/")):
        return None
    host = (request.headers.get("host") or "").rsplit(":", 1)[0]
    elsewhere = any(name in request.headers for name in _SIGNS_OF_ELSEWHERE)
    if host not in _LOCAL_HOSTS or request.ip not in _LOCAL_PEERS or elsewhere:
        return refuse(base, NOT_FOUND)
    if request.path.startswith("/webhooks/rest") and request.method == "POST" and not _is_message(request):
        return response.json({"error": 'send {"sender": "...", "message": "..."}'}, status=400)
    return None


def _is_message(request: Request) -> bool:
    try:
        return isinstance(request.json, dict) and isinstance(request.json.get("message"), (str, type(None)))
    except SanicException:
        return False
