"""What every answer carries, and what every request passes first.

Headers that keep a browser from doing more with an answer than it should, CORS for the sites that may embed the chat,
limits per client address, a limit on the body, and kind words for every error.
"""

from __future__ import annotations

from typing import Dict, Optional, Sequence, Text

from sanic import Sanic
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from bot.channels.limits import AddressLimits
from bot.channels.refusing import TOO_LARGE, refuse, refuse_error
from bot.config import Settings
from bot.knowledge import KnowledgeBase

LARGEST_BODY = 64_000
"""Bytes of a request's body that are taken. A message has 2,000 characters at most, and each takes at most 12 bytes in JSON."""

PREFLIGHT_SECONDS = 600
"""How long a browser may remember the answer to its preflight."""

SESSION_PATH = "/webhooks/web/session"
_UNCOUNTED = ("/health", "/webhooks/rest", "/webhooks/sms/", "/model/")
"""The health check, routes that answer to this machine only, and those of the provider of text messages: all texts come from its few
addresses, and what it did not sign is refused before anything is done."""

_ON_EVERY_ANSWER: Dict[Text, Text] = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors"
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"


def keep_hygiene(app: Sanic, settings: Settings, base: KnowledgeBase, limits: AddressLimits) -> None:
    """Put all of it around a server's routes.

    Args:
        app: the server.
        settings: the origins that may embed the chat.
        base: where the words of the refusals are.
        limits: what an address may ask for.
    """

    async def before(request: Request) -> Optional[HTTPResponse]:
        refusal = None
        if not request.path.startswith(_UNCOUNTED):
            opens_session = request.path == SESSION_PATH and request.method == "POST"
            refusal = limits.check(request.ip, request.headers.getall("x-forwarded-for", []), opens_session)
        if refusal is None and len(request.body or b"") > LARGEST_BODY:
            refusal = TOO_LARGE
        return refuse(base, refusal) if refusal else None

    async def after(request: Request, answer: BaseHTTPResponse) -> None:
        answer.headers.update(_ON_EVERY_ANSWER)
        answer.headers.setdefault("Cache-Control", "no-store")
        answer.headers["Content-Security-Policy"] = _content_policy(answer, settings.allowed_origins)
        cors = _cors(request, settings.allowed_origins)
        if "Vary" in cors and "vary" in answer.headers:
            cors["Vary"] = f"{answer.headers['vary']}, {cors['Vary']}"
        answer.headers.update(cors)

    async def failed(request: Request, error: Exception) -> HTTPResponse:
        return refuse_error(base, request, error)

    app.register_middleware(before, "request")
    app.register_middleware(after, "response")
    app.error_handler.add(Exception, failed)


def _content_policy(answer: BaseHTTPResponse, origins: Sequence[Text]) -> Text:
    """A page loads from this server alone, and stands in frames of this server and of the allowed sites."""
    if (answer.content_type or "").startswith("text/html"):
        return " ".join([_PAGE_POLICY, "'self'", *origins])
    return _DATA_POLICY


def _cors(request: Request, origins: Sequence[Text]) -> Dict[Text, Text]:
    """Let the pages of allowed sites load the widget and talk to it; the others get nothing, so the browser refuses.

    Credentials are never allowed: there are no cookies, and the session token is in the body.
    """
    if not origins or not request.path.startswith(("/webhooks/web/", "/widget.js", "/widget/")):
        return {}
    headers = {"Vary": "Origin"}  # or a cache would give one site's permission to another
    origin = request.headers.get("origin")
    if origin in origins:
        headers["Access-Control-Allow-Origin"] = origin
        headers["Access-Control-Expose-Headers"] = "Retry-After"
        if request.method == "OPTIONS":
            headers["Access-Control-Allow-Methods"] = "POST"
            headers["Access-Control-Allow-Headers"] = "Content-Type"
            headers["Access-Control-Max-Age"] = str(PREFLIGHT_SECONDS)
    return headers
