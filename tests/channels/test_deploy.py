"""The ready configurations of a proxy let out what is public and nothing else, and keep nothing of anybody."""

from __future__ import annotations

import re
from typing import Set

import pytest

from bot.channels.hygiene import LARGEST_BODY
from bot.config import PROJECT
from bot.runtime.bounds import IDLE_SECONDS, MOST_READ, REQUEST_SECONDS
from bot.runtime.pages import PAGES, WIDGET

CHAT = {"/webhooks/web/session", "/webhooks/web/message", "/webhooks/web/stay", "/webhooks/web/end"}
TEXTS = {"/webhooks/sms/webhook", "/webhooks/sms/status"}
PUBLIC = {*PAGES, *WIDGET, "/favicon.ico", "/health", *CHAT, *TEXTS}


def without_comments(name: str) -> str:
    text = (PROJECT / "deploy" / name).read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.strip().startswith("#"))


NGINX, CADDY = without_comments("nginx.conf"), without_comments("Caddyfile")


def forwarded_by_nginx() -> Set[str]:
    assert "location = " in NGINX
    assert not re.search(r"location (?!= /|/ \{ return 404; \}|@)", NGINX), "no prefix, no pattern"
    return set(re.findall(r"location = (\S+)[^\n]*proxy_pass", NGINX))


def forwarded_by_caddy() -> Set[str]:
    paths = re.findall(r"^\s*path (.+)$", CADDY, re.MULTILINE)
    assert CADDY.count("import assistant") == len(paths)
    return {path for line in paths for path in line.split()}


def test_only_the_public_routes_go_out() -> None:
    assert forwarded_by_nginx() == PUBLIC
    assert forwarded_by_caddy() == PUBLIC


def test_nothing_is_logged_about_people() -> None:
    assert re.findall(r"access_log (.+);", NGINX) == ["off"]
    assert re.findall(r"error_log (.+);", NGINX) == ["stderr emerg"]
    logs = re.findall(r"^\s*log\b.*$", CADDY, re.MULTILINE)
    assert [line.strip() for line in logs] == ["log default {"]
    for logger in ("http.log.access", "http.log.error", "http.handlers.reverse_proxy", "http.stdlib"):
        assert re.search(rf"exclude .*{re.escape(logger)}", CADDY)


def test_the_address_of_the_client_replaces_what_it_says_of_itself() -> None:
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert "proxy_add_x_forwarded_for" not in NGINX
    assert "header_up X-Forwarded-For {remote_host}" in CADDY


def test_no_message_goes_to_a_disk() -> None:
    size, buffer = (
        int(re.search(rf"{name} (\d+)k;", NGINX)[1]) for name in ("client_max_body_size", "client_body_buffer_size")
    )
    assert buffer >= size
    assert "proxy_max_temp_file_size 0;" in NGINX


@pytest.mark.parametrize("text", [NGINX, CADDY], ids=["nginx", "caddy"])
def test_encryption_is_demanded_and_remembered(text: str) -> None:
    assert "Strict-Transport-Security" in text
    assert not re.search(r"TLSv1(\.1)?[ ;]|tls1\.[01]", text)


def test_the_proxies_allow_what_the_assistant_takes_and_wait_as_long_as_it_does() -> None:
    nginx_size = 1024 * int(re.search(r"client_max_body_size (\d+)k;", NGINX)[1])
    caddy_size = 1000 * int(re.search(r"max_size (\d+)KB", CADDY)[1])
    assert LARGEST_BODY <= nginx_size <= MOST_READ
    assert LARGEST_BODY <= caddy_size <= MOST_READ
    assert int(re.search(r"proxy_read_timeout (\d+)s", NGINX)[1]) > REQUEST_SECONDS
    assert int(re.search(r"response_header_timeout (\d+)s", CADDY)[1]) > REQUEST_SECONDS
    assert int(re.search(r"upstream.*?keepalive_timeout (\d+)s", NGINX, re.DOTALL)[1]) < IDLE_SECONDS
    assert int(re.search(r"keepalive (\d+)s", CADDY)[1]) < IDLE_SECONDS


@pytest.mark.parametrize("text", [NGINX, CADDY], ids=["nginx", "caddy"])
def test_the_phone_number_is_there_when_the_assistant_is_down(base, text: str) -> None:
    for phrase in ("something_failed", "message_too_long", "not_here"):
        assert base.catalogues["phrases"][phrase].en.text in text


def test_no_path_of_a_machine_is_in_them() -> None:
    for text in (NGINX, CADDY):
        assert not re.search(r"/(etc|home|root|srv|opt|work|usr)/", text)
