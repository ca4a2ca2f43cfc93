"""What a browser is told with every answer, and what the pages of another site may do."""

from __future__ import annotations

from typing import Any

import pytest
from light_server import MESSAGE, SESSION, assert_kind

from bot.config import ConfigurationError, read_settings
from bot.runtime.pages import PAGES, WIDGET

OURS, THEIRS = "https://aid.example", "https://evil.example"


# --- headers ---


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        *(("GET", path) for path in (*PAGES, *WIDGET)),
        ("GET", "/health"),
        ("GET", "/favicon.ico"),
        ("GET", "/nothing/here"),
        ("PUT", "/"),
        ("POST", SESSION),
        ("POST", MESSAGE),
        ("OPTIONS", MESSAGE),
    ],
)
def test_every_answer_carries_the_headers(light, method, path) -> None:
    answer = light.ask(method, path)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert "frame-ancestors" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == (
        "no-cache" if path in (*PAGES, *WIDGET) and method == "GET" else "no-store"
    )
    assert "Server" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    assert not any("sanic" in value.lower() or "python" in value.lower() for value in answer.headers.values())


@pytest.mark.parametrize("path", [*PAGES, *WIDGET])
def test_who_has_a_file_gets_its_headers_again(light, path) -> None:
    """A browser takes over the headers of a 304: another policy than that of the page would break the page that it kept."""
    first = light.ask("GET", path)
    again = light.ask("GET", path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.text) == (304, "")
    for name in ("Content-Security-Policy", "Cache-Control", "ETag", "Vary", "Cross-Origin-Resource-Policy"):
        assert again.headers[name] == first.headers[name], name


def test_the_page_runs_nothing_inline_and_stands_in_frames_of_allowed_sites_only(light) -> None:
    answer = light.ask("GET", "/")
    rules = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
    assert rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == f"'self' {OURS}"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    for inline in ("<style", "style=", "onclick", "onload", "javascript:"):
        assert inline not in answer.text


def test_data_stands_in_no_frame(light) -> None:
    assert (
        light.ask("GET", "/health").headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    )


# --- other sites ---


def preflight(light, path: str, origin: str) -> Any:
    asked = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    return light.ask("OPTIONS", path, headers=asked)


@pytest.mark.parametrize("path", [SESSION, MESSAGE])
def test_an_allowed_site_may_talk_to_the_assistant(light, path) -> None:
    asked = preflight(light, path, OURS)
    assert asked.status == 204
    assert asked.headers["Access-Control-Allow-Origin"] == OURS
    assert asked.headers["Access-Control-Allow-Methods"] == "POST"
    assert asked.headers["Access-Control-Allow-Headers"] == "Content-Type"
    answer = light.post(path, {}, {"Origin": OURS})
    assert answer.headers["Access-Control-Allow-Origin"] == OURS
    assert answer.headers["Vary"] == "Origin"
    assert "Access-Control-Allow-Credentials" not in {**asked.headers, **answer.headers}


def test_an_allowed_site_may_load_the_widget(light) -> None:
    assert light.ask("GET", "/widget.js", headers={"Origin": OURS}).headers["Access-Control-Allow-Origin"] == OURS


@pytest.mark.parametrize(
    "origin",
    [
        THEIRS,
        "null",
        "*",
        "http://aid.example",
        OURS + ".evil.example",
        OURS + ":8443",
        OURS + "/",
        "https://AID.example",
        "",
    ],
)
def test_another_site_may_not(light, origin) -> None:
    for answer in (
        preflight(light, MESSAGE, origin),
        light.post(SESSION, {}, {"Origin": origin}),
        light.ask("GET", "/widget.js", headers={"Origin": origin}),
    ):
        assert not [name for name in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("path", ["/", "/health", "/page.css", "/nothing"])
def test_the_rest_is_for_nobody_elses_scripts(light, path) -> None:
    assert "Access-Control-Allow-Origin" not in light.ask("GET", path, headers={"Origin": OURS}).headers


def test_a_refusal_can_be_read_by_an_allowed_site_too(light) -> None:
    answer = light.post(MESSAGE, {"session": "x", "text": "hello"}, {"Origin": OURS})
    assert_kind(answer, 401, "session_over")
    assert answer.headers["Access-Control-Allow-Origin"] == OURS
    assert answer.headers["Access-Control-Expose-Headers"] == "Retry-After"


@pytest.mark.parametrize(
    "value",
    [
        "*",
        "https://*.example.org",
        "aid.example",
        "https://aid.example/",
        "https://aid.example/chat",
        "null",
        "https://a.example https://b.example",
        "https://a.example; script-src *",
        "https://a.example\r\nX-Injected: 1",
        "ftp://a.example",
        "https://user@a.example",
    ],
)
def test_an_origin_that_is_not_exact_stops_the_start(value) -> None:
    with pytest.raises(ConfigurationError, match="ADVISOR_ALLOWED_ORIGINS"):
        read_settings({"ADVISOR_ALLOWED_ORIGINS": value})


def test_the_settings_are_read() -> None:
    settings = read_settings(
        {
            "ADVISOR_ALLOWED_ORIGINS": " https://Aid.example, http://localhost:8000 ,",
            "ADVISOR_TRUSTED_PROXIES": "127.0.0.1, 2001:db8::/32",
            "ADVISOR_MESSAGES_PER_MINUTE": "7",
            "ADVISOR_CONCURRENT_MESSAGES": "3",
        }
    )
    assert settings.allowed_origins == ("https://aid.example", "http://localhost:8000")
    assert [str(network) for network in settings.trusted_proxies] == ["127.0.0.1/32", "2001:db8::/32"]
    assert (settings.messages_per_minute, settings.concurrent_messages) == (7, 3)
    assert (read_settings({}).messages_per_minute, read_settings({}).concurrent_messages) == (20, 32)
    assert read_settings({}).allowed_origins == ()


@pytest.mark.parametrize("value", ["proxy.example", "10.0.0.1/8", "*", "1.2.3"])
def test_a_proxy_that_is_no_address_stops_the_start(value) -> None:
    with pytest.raises(ConfigurationError, match="ADVISOR_TRUSTED_PROXIES"):
        read_settings({"ADVISOR_TRUSTED_PROXIES": value})
