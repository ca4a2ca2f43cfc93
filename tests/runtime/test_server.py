"""The served assistant, as a stranger, a browser and staff meet it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import Any, Dict, Iterator, List, Optional, Tuple
from uuid import uuid4

import pytest

from bot.config import PROJECT
from bot.runtime.pages import WIDGET

pytestmark = pytest.mark.server


class Served:
    """A running assistant."""

    def __init__(self, port: int, log: Any) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.log = log

    def get(self, path: str, headers: Optional[Dict[str, str]] = None) -> Tuple[int, str, Dict[str, str]]:
        return self._open(urllib.request.Request(self.url + path, headers=headers or {}))

    def post(self, path: str, body: Any, headers: Optional[Dict[str, str]] = None) -> Tuple[int, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **(headers or {})})
        status, text, _ = self._open(request)
        return status, json.loads(text)

    def _open(self, request: urllib.request.Request) -> Tuple[int, str, Dict[str, str]]:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode(), dict(answer.headers)
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), dict(error.headers)

    def leave(self, path: str, body: bytes) -> int:
        """Post plain text, as a page does that is being left."""
        request = urllib.request.Request(self.url + path, body, {"Content-Type": "text/plain;charset=UTF-8"})
        return self._open(request)[0]

    def rest(self, message: str, sender: Optional[str] = None) -> List[Dict[str, Any]]:
        return self.post("/webhooks/rest/webhook", {"sender": sender or uuid4().hex, "message": message})[1]

    def session(self) -> str:
        return self.post("/webhooks/web/session", {"language": "en"})[1]["session"]

    def web(self, session: str, text: Any, message_id: Optional[str] = None) -> Tuple[int, Any]:
        return self.post("/webhooks/web/message", {"session": session, "id": message_id or uuid4().hex, "text": text})


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("served")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("ADVISOR_", "RASA_"))}
    environ.update(
        ADVISOR_PORT=str(port), ADVISOR_STATE_DB=str(folder / "state.sqlite"), ADVISOR_PREVIEW_DATE="2026-11-22"
    )
    log = folder / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.runtime"], cwd=PROJECT, env=environ, stdout=output, stderr=output
        )
        running = Served(port, log)
        try:
            _wait(running, process)
            yield running
        finally:
            process.terminate()
            process.wait(20)


def _wait(running: Served, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert process.poll() is None, running.log.read_text()
        try:
            if running.get("/health")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise AssertionError("not healthy in two minutes")


def _custom(messages: List[Dict[str, Any]]) -> Dict[str, Any]:
    return [message["custom"] for message in messages if "custom" in message][-1]


def test_rest_gives_texts_buttons_and_one_custom_object(served):
    messages = served.rest("first ssn for my son he is 14")
    assert sum("custom" in message for message in messages) == 1
    custom = _custom(messages)
    assert (custom["type"], custom["task"], custom["visit_need"]) == ("advice", "first_ssn_card", "visit_needed")
    assert any(message.get("buttons") for message in messages)


def test_the_page_and_the_widget_load_nothing_from_elsewhere(served):
    status, page, headers = served.get("/")
    assert status == 200
    assert 'src="/widget.js"' in page
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")
    for path in ("/page.css", *WIDGET):
        status, text, _ = served.get(path)
        assert status == 200
        assert "@import" not in text
    assert not re.search(r'<[^>]*(src|href)="http', page)
    assert "<style" not in page


def test_a_web_conversation(served):
    session = served.session()
    status, body = served.web(session, "lost my card")
    assert status == 200
    assert _custom(body["messages"])["next_question"] == "online_account"
    assert _custom(served.web(session, "no")[1]["messages"])["visit_need"] == "usually_no_visit"


def test_leaving_quickly_deletes_the_conversation(served):
    session = served.session()
    asked = _custom(served.web(session, "lost my card")[1]["messages"])
    assert asked["next_question"] == "online_account"
    body = json.dumps({"session": session}).encode()
    assert served.leave("/webhooks/web/end", body) == 204
    messages = served.web(session, "no")[1]["messages"]
    assert not [message for message in messages if message.get("custom", {}).get("type") == "advice"]


def test_nobody_ends_a_conversation_of_others(served):
    for made_up in (b"{}", b'{"session": "a.b"}', b"", b"[1]", b'{"session": 7}'):
        assert served.leave("/webhooks/web/end", made_up) == 401


def test_a_client_cannot_name_its_own_conversation(served):
    for made_up in ("", "me", "a.b", None, 7, "x" * 5000):
        status, body = served.web(made_up, "hello")
        assert status == 401
        assert "1-800-772-1213" in body["message"]


def test_a_message_sent_twice_is_answered_once(served):
    session, once = served.session(), uuid4().hex
    served.web(session, "lost my card")
    first = served.web(session, "yes", once)
    assert served.web(session, "yes", once) == first
    assert _custom(first[1]["messages"])["next_question"] == "state_id"


@pytest.mark.parametrize(
    "command", ["/restart", "/change_direct_deposit", '/inform{"online_account":"yes"}', "//session_start", "/back"]
)
def test_commands_typed_by_a_stranger_do_nothing(served, command):
    session = served.session()
    served.web(session, "lost my card")
    status, body = served.web(session, command)
    assert status == 200
    assert not any("custom" in message for message in body["messages"])
    assert _custom(served.web(session, "no")[1]["messages"])["task"] == "replacement_ssn_card", "the place was kept"


@pytest.mark.parametrize("text", ["", "   ", "\u0000\u0007", "\u200b", None, 5, ["x"], {"a": 1}])
def test_nothing_to_read_gets_a_kind_reply(served, text):
    status, body = served.web(served.session(), text)
    assert status == 400
    assert "write what you need" in body["message"]


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "\U0001f600" * 50,
        "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439\u0442\u0435",
        "<script>alert(1)</script>",
        "{{7*7}} ${x} %s",
        "' OR 1=1 --",
        "\u202etxet",
    ],
)
def test_odd_messages_get_a_calm_answer(served, text):
    status, body = served.web(served.session(), text)
    assert status == 200
    assert body["messages"][0]["text"]
    assert "<script>" not in json.dumps(body)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"{}"])
def test_broken_bodies_are_refused_kindly(served, body):
    status, answer = served.post("/webhooks/web/message", body)
    assert status in (400, 401)
    assert "Traceback" not in json.dumps(answer)


def test_oversized_bodies_are_refused_and_the_server_stays_up(served):
    try:
        status, _ = served.post("/webhooks/web/message", {"session": "x", "text": "a" * 2_000_000})
        assert status in (400, 413)
    except OSError:
        pass  # the server closed the connection instead of reading on
    assert served.get("/health")[0] == 200


def test_identifiers_are_named_not_echoed(served):
    status, body = served.web(served.session(), "my ssn is 123-45-6789 and i lost my card")
    text = json.dumps(body)
    assert status == 200
    assert "6789" not in text
    assert "did not keep it" in text
    assert _custom(body["messages"])["task"] == "replacement_ssn_card"


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"X-Forwarded-For": "1.2.3.4"}, {"Forwarded": "for=1.2.3.4"}]
)
def test_staff_routes_answer_this_machine_only(served, headers):
    assert served.post("/webhooks/rest/webhook", {"sender": "a", "message": "hello"}, headers)[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/version",
        "/status",
        "/domain",
        "/model",
        "/model/parse",
        "/model/train",
        "/model/test/intents",
        "/model/test/stories",
        "/model/predict",
        "/conversations/x/tracker",
        "/conversations/x/tracker/events",
        "/conversations/x/story",
        "/conversations/x/execute",
        "/conversations/x/predict",
        "/conversations/x/messages",
        "/conversations/x/trigger_intent",
        "/webhooks/actions",
        "/webhooks/callback/webhook",
        "/webhook",
        "/actions",
        "/socket.io/",
    ],
)
def test_no_open_rasa_api(served, path):
    assert served.get(path)[0] == 404
    status, body = served.post(path, {"text": "hi", "name": "action_restart"})
    assert status == 404
    assert "1-800-772-1213" in body["message"]


def test_the_whole_assistant_has_the_headers_and_the_limits(served):
    """The rest about them is in tests/channels; this shows that they are put around the real server."""
    _, _, headers = served.get("/health")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers
    session = served.session()
    statuses = [served.web(session, f"thanks {number}")[0] for number in range(22)]
    assert statuses == [200] * 20 + [429] * 2


def test_unknown_places_say_so_without_a_stack_trace(served):
    status, text, _ = served.get("/nothing/here")
    assert status == 404
    assert "Traceback" not in text


def test_nothing_that_was_said_is_in_the_log(served):
    marker = "zebrafish" + uuid4().hex[:6]
    served.web(served.session(), f"{marker} lost my card")
    served.rest(f"{marker} lost my card")
    log = served.log.read_text()
    assert marker not in log
    assert "lost my card" not in log


def test_telemetry_is_off_in_the_environment():
    """Any Rasa command run in the project's environment sends nothing, with no variable set by hand."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("RASA_")}
    code = "from rasa import telemetry; print(telemetry.is_telemetry_enabled())"
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip().endswith("False")


def test_after_deleting_a_repeated_message_gets_no_old_reply(served):
    session, once = served.session(), uuid4().hex
    first = served.web(session, "lost my card", once)[1]["messages"]
    assert _custom(first)["task"] == "replacement_ssn_card"
    assert _custom(served.web(session, "delete this chat")[1]["messages"])["type"] == "deleted"
    served.web(session, "hello")
    turn = served.web(session, "what do i bring")[1]["messages"]
    assert "First tell me what you need" in turn[0]["text"], "the task is forgotten"


def test_rescheduling_is_part_of_managing_an_appointment(served):
    messages = served.rest("I need to reschedule my appointment")
    assert _custom(messages)["task"] == "appointment_manage"


def test_a_bubble_is_not_cut_at_empty_lines(served):
    messages = served.rest("first ssn for my son he is 14")
    assert len([message for message in messages if "text" in message]) == 4
