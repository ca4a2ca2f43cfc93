"""Which routes the server has: those of the contract, and nothing that Rasa would open."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Iterator, Set, Tuple

import pytest
from sanic import Sanic

from bot.config import Settings, read_settings
from bot.runtime.pages import PAGES, WIDGET
from bot.runtime.server import build_app

PUBLIC = {
    *(("GET", path) for path in (*PAGES, *WIDGET)),
    ("GET", "/favicon.ico"),
    ("GET", "/health"),
    ("POST", "/webhooks/web/session"),
    ("POST", "/webhooks/web/message"),
    ("POST", "/webhooks/web/end"),
    ("POST", "/webhooks/web/stay"),
    ("OPTIONS", "/webhooks/web/stay"),
    ("OPTIONS", "/webhooks/web/end"),
    ("OPTIONS", "/webhooks/web/session"),
    ("OPTIONS", "/webhooks/web/message"),
}
STAFF = {("GET", "/webhooks/rest"), ("POST", "/webhooks/rest/webhook")}


@pytest.fixture(autouse=True)
def many_servers() -> Iterator[None]:
    Sanic.test_mode = True
    yield
    Sanic.test_mode = False


def routes(settings: Settings) -> Set[Tuple[str, str]]:
    app = build_app(settings, "no model")
    return {(method, "/" + route.path.strip("/")) for route in app.router.routes for method in route.methods}


def with_knowledge(settings: Settings, compiled: Path) -> Settings:
    return dataclasses.replace(settings, knowledge_db=compiled)


def test_on_a_public_address_only_the_public_routes_exist(compiled: Path) -> None:
    assert routes(with_knowledge(read_settings({"ADVISOR_HOST": "0.0.0.0"}), compiled)) == PUBLIC


def test_on_loopback_the_staff_channel_is_there_too(compiled: Path) -> None:
    assert routes(with_knowledge(read_settings({}), compiled)) == PUBLIC | STAFF


def test_the_parse_route_is_there_only_when_it_is_asked_for(compiled: Path) -> None:
    settings = read_settings({"ADVISOR_ENABLE_API": "1", "ADVISOR_ENABLE_REST": "0"})
    assert routes(with_knowledge(settings, compiled)) == PUBLIC | {("POST", "/model/parse")}


def test_text_messages_have_two_routes_and_only_with_a_provider(compiled: Path) -> None:
    environment = {
        "ADVISOR_HOST": "0.0.0.0",
        "ADVISOR_SECRET": "s" * 40,
        "ADVISOR_SMS_PROVIDER": "twilio",
        "ADVISOR_TWILIO_ACCOUNT_SID": "AC1",
        "ADVISOR_TWILIO_AUTH_TOKEN": "token",
    }
    texts = {("POST", "/webhooks/sms/webhook"), ("POST", "/webhooks/sms/status")}
    assert routes(with_knowledge(read_settings(environment), compiled)) == PUBLIC | texts
