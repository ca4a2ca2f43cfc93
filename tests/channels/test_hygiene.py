"""What a browser, another site and an attacker get from the server."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict

import pytest

from bot.channels import refusing
from bot.channels.hygiene import LARGEST_BODY
from bot.channels.refusing import Refusal
from bot.config import ConfigurationError, read_settings
from bot.knowledge import KnowledgeBase
from bot.runtime.pages import PAGES, WIDGET

PHONE = "1-800-772-1213"
OURS, THEIRS = "https://aid.example", "https://evil.example"
SESSION, MESSAGE = "/webhooks/web/session", "/webhooks/web/message"
ALL_REFUSALS = [refusal for refusal in vars(refusing).values() if isinstance(refusal, Refusal)]


def assert_kind(answer: Any, status: int, error: str) -> None:
    assert (answer.status, answer.json["error"]) == (status, error)
    assert set(answer.json) == {"error", "message"}
    assert PHONE in answer.json["message"]
    for inside in ("Traceback", "sanic", "rasa", ".py", "exception", "RuntimeError", "secret inside"):
        assert inside.lower() not in answer.text.lower()


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


# --- limits ---


def test_too_many_messages_get_a_kind_reply_that_says_when_to_go_on(serve) -> None:
    light = serve(messages_per_minute=3)
    session = light.session()
    assert [light.say(session, f"hello {n}").status for n in range(3)] == [200] * 3
    answer = light.say(session, "hello again")
    assert_kind(answer, 429, "too_many_messages")
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert light.say(light.session(), "hello").status == 200, "another conversation goes on"
    assert len(light.agent.heard) == 4, "what is refused does not reach the assistant"


def test_a_repeat_of_an_answered_message_is_not_counted(serve) -> None:
    light = serve(messages_per_minute=1)
    session = light.session()
    first = light.say(session, "hello", "one")
    assert first.status == 200
    for _ in range(5):
        assert light.say(session, "hello", "one").text == first.text
    assert light.agent.heard == ["hello"]


def test_too_many_new_sessions_from_one_address(serve) -> None:
    light = serve(sessions_per_minute=2)
    session = light.session()
    light.session()
    answer = light.post(SESSION, {})
    assert_kind(answer, 429, "too_many_requests")
    assert int(answer.headers["Retry-After"]) >= 1
    assert light.say(session, "hello").status == 200
    assert light.ask("GET", "/").status == 200


def test_too_many_requests_from_one_address_also_for_what_is_not_there(serve) -> None:
    light = serve(requests_per_minute=5)
    statuses = [light.ask("GET", f"/{number}").status for number in range(8)]
    assert statuses == [404] * 5 + [429] * 3
    assert_kind(light.ask("GET", "/"), 429, "too_many_requests")
    assert light.ask("GET", "/health").status == 200, "whoever watches the server still sees it"


def test_a_made_up_forwarded_address_does_not_get_around_the_limit(serve) -> None:
    light = serve(requests_per_minute=3)
    statuses = [light.ask("GET", "/", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status for n in range(5)]
    assert statuses == [200] * 3 + [429] * 2


def test_behind_a_trusted_proxy_each_client_counts_for_itself(serve) -> None:
    light = serve(**vars_of({"ADVISOR_TRUSTED_PROXIES": "127.0.0.1"}, "trusted_proxies"), requests_per_minute=2)
    for n in range(4):
        assert light.ask("GET", "/", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status == 200
    spoofed = [light.ask("GET", "/", headers={"X-Forwarded-For": f"6.6.6.{n}, 198.51.100.9"}).status for n in range(4)]
    assert spoofed == [200, 200, 429, 429]


def vars_of(environ: Dict[str, str], name: str) -> Dict[str, Any]:
    return {name: getattr(read_settings(environ), name)}


def test_one_message_at_a_time_in_a_conversation(serve) -> None:
    light = serve()
    session = light.session()
    with ThreadPoolExecutor(3) as pool:
        slow = pool.submit(light.say, session, "slow please", "one")
        wait_until(lambda: light.agent.heard)
        same = pool.submit(light.say, session, "slow please", "one")
        other = light.say(session, "and another thing", "two")
        assert_kind(other, 429, "still_answering")
        assert other.headers["Retry-After"] == "3"
        assert slow.result().status == 200
        assert same.result().text == slow.result().text, "the same message sent twice is no second one"
    assert light.say(session, "and another thing", "two").status == 200, "and can be sent again"


def test_when_everybody_writes_at_once_the_others_are_asked_to_come_back(serve) -> None:
    light = serve(concurrent_messages=2)
    sessions = [light.session() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        slow = [pool.submit(light.say, session, "slow please") for session in sessions[:2]]
        wait_until(lambda: len(light.agent.heard) == 2)
        answer = light.say(sessions[2], "hello")
        assert_kind(answer, 503, "busy")
        assert int(answer.headers["Retry-After"]) >= 1
        assert light.ask("GET", "/health").status == 200
        assert {reply.result().status for reply in slow} == {200}
    assert light.say(sessions[2], "hello").status == 200


def test_a_place_is_free_again_after_a_failure(serve) -> None:
    light = serve(concurrent_messages=1)
    session = light.session()
    for _ in range(3):
        assert_kind(light.say(session, "break please"), 503, "failed")
    assert light.say(session, "hello").status == 200


def test_an_answer_nobody_waits_for_still_holds_its_place(serve, monkeypatch) -> None:
    """Or whoever gives up early could start ever more."""
    monkeypatch.setattr("bot.channels.web.ANSWER_SECONDS", 0.2)
    light = serve()
    session = light.session()
    assert_kind(light.say(session, "slow please"), 503, "failed")
    assert_kind(light.say(session, "hello"), 429, "still_answering")
    wait_until(lambda: light.say(session, "hello").status == 200)


def test_an_answer_that_never_comes_frees_its_place_in_the_end(serve, monkeypatch) -> None:
    monkeypatch.setattr("bot.channels.web.ANSWER_SECONDS", 0.1)
    monkeypatch.setattr("bot.channels.web.ABANDON_SECONDS", 0.3)
    light = serve()
    session = light.session()
    assert light.say(session, "slow please").status == 503
    time.sleep(0.5)
    assert light.say(session, "hello").status == 200


def wait_until(true: Any, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


# --- words ---


@pytest.mark.parametrize("refusal", ALL_REFUSALS, ids=lambda refusal: refusal.error + str(refusal.status))
def test_every_refusal_has_words_that_fit_a_text_message(base: KnowledgeBase, refusal: Refusal) -> None:
    words = base.catalogues["phrases"][refusal.phrase].en
    assert len(words.short) <= 160
    if refusal.phrase != "empty_message":
        assert PHONE in words.text


# --- what cannot be read ---


@pytest.mark.parametrize("path", [SESSION, MESSAGE])
@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "x", ""],
)
def test_a_body_that_is_not_json_is_refused(light, path, kind) -> None:
    body = json.dumps({"session": light.session(), "text": "hello"}).encode()
    assert_kind(light.ask("POST", path, body, {"Content-Type": kind}), 415, "wrong_type")


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_json_is_taken_however_it_is_written(light, kind) -> None:
    body = json.dumps({"session": light.session(), "text": "hello"}).encode()
    assert light.ask("POST", MESSAGE, body, {"Content-Type": kind}).status == 200


def test_a_session_needs_no_body(light) -> None:
    assert light.ask("POST", SESSION).status == 200


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"[" * 900 + b"]" * 900,
        b'{"text": ' + b"9" * 60_000 + b"}",
        b'{"text": 1e99999}',
        b'{"text": NaN}',
        b"\x1f\x8b\x08\x00",
        b'"' + b"\\u0000" * 9_000 + b'"',
        b"{" + b",".join(b'"%d":0' % n for n in range(7_000)) + b"}",
    ],
)
def test_json_bombs_are_refused_at_once(light, body) -> None:
    started = time.monotonic()
    answer = light.ask("POST", MESSAGE, body, {"Content-Type": "application/json"})
    assert answer.status == 400
    assert set(answer.json) == {"error", "message"}
    assert time.monotonic() - started < 2
    assert light.ask("POST", SESSION, body, {"Content-Type": "application/json"}).status == 200


@pytest.mark.parametrize("odd", [{"a": 1}, [[[]]], True, 7, "x" * 5_000, None, "", "\ud800"])
def test_an_odd_id_or_language_does_no_harm(light, odd) -> None:
    session = light.post(SESSION, {"language": odd}).json["session"]
    answer = light.post(MESSAGE, {"session": session, "text": "hello", "id": odd})
    assert (answer.status, answer.json) == (200, {"messages": [{"text": "an answer"}]})


def test_an_id_nested_deep_does_no_harm(light) -> None:
    nested = b'{"session": "%s", "text": "hello", "id": %s}' % (light.session().encode(), b"[" * 500 + b"]" * 500)
    assert light.ask("POST", MESSAGE, nested, {"Content-Type": "application/json"}).status == 200


def test_a_body_that_is_too_large_is_answered_kindly(light) -> None:
    session = light.session()
    assert_kind(light.say(session, "a" * LARGEST_BODY), 413, "too_large")
    assert_kind(light.say(session, "a" * 3 * LARGEST_BODY), 413, "too_large")
    assert light.say(session, "\\u" * 2_000).status == 200


@pytest.mark.parametrize(
    "path", ["/nothing", "/webhooks/web", "/webhooks/web/", "/webhooks/web/x", "/../etc/passwd", "/%2e%2e/x"]
)
def test_unknown_paths(light, path) -> None:
    assert_kind(light.ask("GET", path), 404, "not_found")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", SESSION),
        ("GET", MESSAGE),
        ("PUT", MESSAGE),
        ("DELETE", MESSAGE),
        ("POST", "/"),
        ("PATCH", "/health"),
        ("TRACE", "/"),
    ],
)
def test_unknown_methods(light, method, path) -> None:
    answer = light.ask(method, path)
    assert_kind(answer, 405, "method_not_allowed")
    assert answer.headers["Allow"]


def test_a_failure_inside_stays_inside(light) -> None:
    assert_kind(light.say(light.session(), "break please"), 503, "failed")


# --- commands ---


@pytest.mark.parametrize(
    "text",
    [
        "/restart",
        "/session_start",
        "//restart",
        "  /restart",
        "\t/session_start",
        "\u00a0/restart",
        "\u200b/restart",
        "/\u200brestart",
        "\uff0frestart",
        "\u2215restart",
        "\u2044session_start",
        "/ restart",
        '/inform{"online_account": "yes"}',
        "/change_direct_deposit",
        "/restart /restart",
        "/restart\n/restart",
        "I'm undocumented /restart",
        "123-45-6789 /restart",
    ],
)
def test_no_message_reaches_the_assistant_as_a_command(light, text) -> None:
    light.agent.heard.clear()
    answer = light.say(light.session(), text)
    assert answer.status == 200
    assert answer.json["messages"][0]["text"]
    assert not [heard for heard in light.agent.heard if heard.strip().startswith("/")]


@pytest.mark.parametrize("text", ["/", "///", " / / "])
def test_nothing_but_slashes_is_nothing(light, text) -> None:
    answer = light.say(light.session(), text)
    assert (answer.status, answer.json["error"]) == (400, "empty")


def test_words_after_a_slash_are_words(light) -> None:
    light.agent.heard.clear()
    light.say(light.session(), "/ I lost my card")
    assert light.agent.heard == ["I lost my card"]
