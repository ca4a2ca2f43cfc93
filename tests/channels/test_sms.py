"""The channel for text messages as a provider meets it: only signed requests count, each once, and every answer arrives."""

from __future__ import annotations

import ipaddress
import json
import threading
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional
from urllib.parse import parse_qs, urlencode
from uuid import uuid4

import pytest
from twilio.request_validator import RequestValidator

from bot.channels import sms as channel
from bot.sms.encoding import measure
from bot.sms.providers.gateway import sign
from bot.sms_settings import GATEWAY, TWILIO, SmsSettings

ACCOUNT, TOKEN, SECRET = "AC" + "1" * 32, "t" * 32, "s" * 40
PATH = "/webhooks/sms/webhook"
PUBLIC = "https://chat.example.org"


class Api:
    """The provider's own side: what was sent to it, and what it answers, one after the other."""

    def __init__(self) -> None:
        self.sent: List[Dict[str, str]] = []
        self.answers: List[Any] = []
        self._news = threading.Condition()
        api = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, data = api.answers.pop(0) if api.answers else (201, {"sid": "SM1"})
                if status == 201:
                    is_form = "form" in self.headers["Content-Type"]
                    sent = (
                        {name: values[0] for name, values in parse_qs(body.decode()).items()}
                        if is_form
                        else json.loads(body)
                    )
                    with api._news:
                        api.sent.append(sent)
                        api._news.notify_all()
                self.send_response(status)
                self.end_headers()
                self.wfile.write(json.dumps(data).encode())

            def log_message(self, *_: Any) -> None:
                return

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def wait_for(self, number: int, seconds: float = 15) -> List[Dict[str, str]]:
        """Wait until so many texts were sent, and return them; or those that there are when the time is over."""
        with self._news:
            self._news.wait_for(lambda: len(self.sent) >= number, seconds)
        return self.sent

    def stop(self) -> None:
        self._server.shutdown()


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    api = Api()
    yield api
    api.stop()


@pytest.fixture(autouse=True)
def quiet_api(api: Api) -> None:
    api.sent.clear()
    api.answers.clear()


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sms") / "state.sqlite"


@pytest.fixture(scope="module")
def light(serve: Any, api: Api, state: Path) -> Any:
    twilio = SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, provider_answers=False)
    return serve(sms=twilio, secret=SECRET, state_db=state, messages_per_minute=8)


@pytest.fixture
def number() -> str:
    return f"+1{uuid4().int % 10**10:010}"


def form(number: str, text: str, **more: str) -> Dict[str, str]:
    fields = {
        "MessageSid": f"SM{uuid4().hex}",
        "AccountSid": ACCOUNT,
        "From": number,
        "To": "+12025550199",
        "Body": text,
        "NumMedia": "0",
    }
    return {**fields, **more}


def post(
    light: Any, fields: Dict[str, str], url: Optional[str] = None, path: str = PATH, token: str = TOKEN, **headers: str
) -> Any:
    """Post a form as Twilio would that reaches us under ``url``."""
    url = url or f"http://127.0.0.1:{light.port}{path}"
    signature = RequestValidator(token).compute_signature(url, fields)
    all_headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature, **headers}
    return light.ask(
        "POST", path, urlencode(fields).encode(), {name: value for name, value in all_headers.items() if value}
    )


def texts(answer: Any) -> List[str]:
    assert answer.status == 200, answer
    assert answer.headers["content-type"].startswith("text/xml")
    return [message.text or "" for message in ElementTree.fromstring(answer.text).iter("Message")]


def test_a_signed_text_is_answered_in_twiml(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "i need a <new> card & more")))
    assert said.startswith("I'm a free program") and said.endswith("an answer")
    assert light.agent.heard[-1] == "i need a <new> card & more"
    assert number[1:] not in light.agent.senders[-1] and len(light.agent.senders[-1]) == 64


FORGERIES = {
    "no signature": lambda light, f: post(light, f, **{"X-Twilio-Signature": ""}),
    "a made up signature": lambda light, f: post(light, f, **{"X-Twilio-Signature": "AAAAAAAAAAAAAAAAAAAAAAAAAAA="}),
    "a signature with signs beyond ASCII": lambda light, f: post(light, f, **{"X-Twilio-Signature": "\xe9" * 28}),
    "another key": lambda light, f: post(light, f, token="x" * 32),
    "another address": lambda light, f: post(light, f, url=f"{PUBLIC}{PATH}"),
    "another path": lambda light, f: post(light, f, url=f"http://127.0.0.1:{light.port}/webhooks/sms/status"),
    "another account": lambda light, f: post(light, {**f, "AccountSid": "AC" + "2" * 32}),
    "a changed text": lambda light, f: changed(light, f, Body="delete everything"),
    "a changed number": lambda light, f: changed(light, f, From="+12025550000"),
    "one field more": lambda light, f: changed(light, f, OptOutType="STOP"),
    "a field twice": lambda light, f: changed(light, f, again="Body=x"),
    "a host that the client chose": lambda light, f: post(light, f, url=f"http://evil.example{PATH}"),
    "a forwarded host from anywhere": lambda light, f: post(
        light, f, url=f"{PUBLIC}{PATH}", **{"X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example.org"}
    ),
}


def changed(light: Any, fields: Dict[str, str], again: str = "", **changes: str) -> Any:
    """Post something else than what was signed."""
    signature = RequestValidator(TOKEN).compute_signature(f"http://127.0.0.1:{light.port}{PATH}", fields)
    body = urlencode({**fields, **changes}) + (f"&{again}" if again else "")
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    return light.ask("POST", PATH, body.encode(), headers)


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_request_does_nothing(light: Any, number: str, forgery: str) -> None:
    before = len(light.agent.heard)
    answer = FORGERIES[forgery](light, form(number, "STOP"))
    assert (answer.status, answer.text) == (403, "")
    assert len(light.agent.heard) == before
    assert texts(post(light, form(number, "hello"))) != []  # the STOP did not count


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"Body=%FF", b"{}", b"a" * 60_000, b"&&&&", b"AccountSid=" + ACCOUNT.encode(), b"=&=&="]
)
def test_a_malformed_request_is_refused(light: Any, body: bytes) -> None:
    for content_type in ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=x"):
        headers = {"Content-Type": content_type, "X-Twilio-Signature": "x" * 28}
        assert light.ask("POST", PATH, body, headers).status == 403


@pytest.mark.parametrize("missing", ["MessageSid", "From", "To"])
def test_a_signed_request_without_what_a_text_has_is_refused(light: Any, number: str, missing: str) -> None:
    fields = form(number, "hello")
    del fields[missing]
    assert post(light, fields).status == 400


def test_a_repetition_is_not_answered_again(light: Any, number: str) -> None:
    fields = form(number, "hello there")
    assert texts(post(light, fields)) != []
    before = len(light.agent.heard)
    for _ in range(3):
        assert texts(post(light, fields)) == []
    assert len(light.agent.heard) == before


def test_a_text_that_comes_twice_at_the_same_time_is_answered_once(light: Any, number: str) -> None:
    fields = form(number, "hello twice")
    with ThreadPoolExecutor(6) as at_once:
        answers = list(at_once.map(lambda _: texts(post(light, fields)), range(6)))
    assert sorted(map(len, answers)) == [0, 0, 0, 0, 0, 1]
    assert light.agent.heard.count("hello twice") == 1


UNUSUAL = {
    "sixteen hundred characters": "my check is late and " * 76 + "help",
    "accents only": "\u0301\u0300\u0302",
    "letters with accents only": "\u00e1\u00e9\u00ed\u00f3\u00fa",
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u202e\u202dabc\u202c",
    "only marks of direction": "\u200f\u202e\u2066",
    "an emoji of many parts": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 30,
    "a zero byte": "hello\x00there",
    "line ends": "hello\r\n\r\n\r\nthere",
    "signs of markup": "</Message><Message>]]>&lt;script&gt;",
    "a number of other digits": "\u0662",
    "half of a pair": "\ufffd\ufffd",
    "white space": " \t\n",
}


@pytest.mark.parametrize("unusual", UNUSUAL)
def test_whatever_a_text_is_made_of_it_gets_an_answer_or_silence(light: Any, number: str, unusual: str) -> None:
    said = texts(post(light, form(number, UNUSUAL[unusual])))
    assert len(said) <= 1
    assert (said == []) == (unusual in ("only marks of direction", "white space"))
    assert all("went wrong" not in text and measure(text).segments <= 3 for text in said)
    assert texts(post(light, form(number, "and now a usual one"))) != []


@pytest.mark.parametrize("missing", ["Body", "NumMedia"])
def test_what_a_text_may_do_without_may_be_missing(light: Any, number: str, missing: str) -> None:
    fields = form(number, "hello", MediaUrl0="http://127.0.0.1:1/x")
    del fields[missing]
    assert len(texts(post(light, fields))) == (1 if missing == "NumMedia" else 0)


@pytest.mark.parametrize("media", ["-1", "x", "", "9" * 400, "\u0663"])
def test_a_strange_number_of_pictures_is_none_or_many(light: Any, number: str, media: str) -> None:
    assert len(texts(post(light, form(number, "hello", NumMedia=media)))) == 1


@pytest.mark.parametrize("sender", ["AMAZON", "whatsapp:+12025550101", "+", "", "+1" + "2" * 30, "\u0661\u0662\u0663"])
def test_who_writes_from_no_number_is_refused(light: Any, sender: str) -> None:
    assert post(light, form(sender, "hello")).status == 400


def test_a_text_is_no_command(light: Any, number: str) -> None:
    post(light, form(number, "/restart{}"))
    post(light, form(number, "// /greet"))
    assert light.agent.heard[-2:] == ["restart{}", "greet"]
    assert "I am not sure what you need" in texts(post(light, form(number, "///")))[0]


def test_identifiers_are_taken_out_before_the_assistant_hears_them(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "my ssn is 123-45-6789")))
    assert "123" not in light.agent.heard[-1]
    assert "I took it out" in said


def test_behind_a_trusted_proxy_the_address_that_people_see_counts(
    serve: Any, api: Api, state: Path, number: str
) -> None:
    twilio = SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, provider_answers=False)
    light = serve(sms=twilio, secret=SECRET, state_db=state, trusted_proxies=(ipaddress.ip_network("127.0.0.1"),))
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "chat.example.org"}
    assert texts(post(light, form(number, "hi"), f"{PUBLIC}{PATH}", **forwarded)) != []
    assert post(light, form(number, "hi"), **forwarded).status == 403
    spoofed = {"X-Forwarded-Proto": "ftp, https", "X-Forwarded-Host": "evil.example, chat.example.org"}
    assert texts(post(light, form(number, "hi"), f"{PUBLIC}{PATH}", **spoofed)) != []


def test_with_a_public_address_in_the_settings_no_header_counts(serve: Any, api: Api, state: Path, number: str) -> None:
    twilio = SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, PUBLIC, provider_answers=False)
    light = serve(sms=twilio, secret=SECRET, state_db=state)
    answer = post(light, form(number, "hi"), f"{PUBLIC}{PATH}", Host="evil.example")
    assert texts(answer) != []
    assert f'statusCallback="{PUBLIC}/webhooks/sms/status"' in answer.text
    assert post(light, form(number, "hi"), f"http://evil.example{PATH}", Host="evil.example").status == 403


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "ANSWER_SECONDS", 0.3)


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_takes_long_is_sent_by_itself(light: Any, api: Api, number: str) -> None:
    assert texts(post(light, form(number, "slow please"))) == []
    [sent] = api.wait_for(1)
    assert (sent["To"], sent["From"]) == (number, "+12025550199")
    assert sent["Body"].endswith("an answer")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("answers", "arrive"),
    [
        ([(503, {}), (429, {})], 1),
        ([(500, {})], 0),
        ([(400, {"code": 21610})], 0),
        ([(400, {"code": 21211})], 0),
        ([(503, {})] * 9, 0),
    ],
)
def test_sending_is_tried_again_only_when_nothing_was_taken(
    light: Any, api: Api, number: str, answers: List[Any], arrive: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sms.courier.PAUSES", (0.01, 0.01, 0.01))
    api.answers += answers
    post(light, form(number, "slow please"))
    light.finish_texts()
    assert len(api.sent) == arrive
    unsubscribed = answers[0] == (400, {"code": 21610})
    assert (texts(post(light, form(number, "hello"))) == []) == unsubscribed


def test_a_provider_that_hangs_up_gets_the_answer_by_itself(light: Any, api: Api, number: str) -> None:
    import http.client

    fields = form(number, "slow please")
    signature = RequestValidator(TOKEN).compute_signature(f"http://127.0.0.1:{light.port}{PATH}", fields)
    connection = http.client.HTTPConnection("127.0.0.1", light.port)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
    connection.request("POST", PATH, urlencode(fields), headers)
    light.agent.wait_to_hear("slow")
    connection.close()
    [sent] = api.wait_for(1)
    assert sent["To"] == number
    assert texts(post(light, fields)) == []  # the retry that follows


@pytest.mark.usefixtures("impatient")
def test_who_says_stop_while_an_answer_is_made_gets_the_confirmation_only(light: Any, api: Api, number: str) -> None:
    post(light, form(number, "slow please"))
    said = texts(post(light, form(number, "STOP")))
    light.finish_texts()
    bodies = [*said, *(text["Body"] for text in api.sent if text["To"] == number)]
    assert sum("no more texts" in body for body in bodies) == 1
    assert "no more texts" in bodies[-1]
    assert texts(post(light, form(number, "hello"))) == []


def test_what_fails_is_answered_with_a_number_to_call(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "break please")))
    assert "1-800-772-1213" in said
    assert "secret inside" not in said


def test_too_many_texts_are_told_once_and_stop_always_counts(light: Any, number: str) -> None:
    answers = [texts(post(light, form(number, f"text {index}"))) for index in range(11)]
    assert ["an answer" in str(answer) for answer in answers] == [True] * 8 + [False] * 3
    assert [len(answer) for answer in answers[8:]] == [1, 0, 0]
    assert "no more texts" in texts(post(light, form(number, "STOP")))[0]


def test_a_machine_that_answers_by_itself_is_left_alone(light: Any, number: str) -> None:
    echo = "I am driving and will answer later."
    assert [len(texts(post(light, form(number, echo)))) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert texts(post(light, form(number, "a person again"))) != []


def test_a_status_callback_is_taken_and_an_opt_out_in_it_counts(light: Any, number: str) -> None:
    def status(**fields: str) -> Any:
        base = {"MessageSid": "SM" + "1" * 32, "AccountSid": ACCOUNT, "To": number, "From": "+12025550199"}
        return post(light, {**base, **fields}, path="/webhooks/sms/status")

    assert status(MessageStatus="delivered").status == 204
    assert status(MessageStatus="undelivered", ErrorCode="30007").status == 204
    assert texts(post(light, form(number, "hello"))) != []
    assert status(MessageStatus="failed", ErrorCode="21610").status == 204
    assert texts(post(light, form(number, "hello"))) == []
    assert status().status == 400
    assert status(MessageStatus="delivered", To="AMAZON").status == 400


def test_a_status_of_a_text_that_we_do_not_know_changes_nothing(light: Any, number: str) -> None:
    fields = {"AccountSid": ACCOUNT, "To": number, "MessageStatus": "a new state", "ErrorCode": "x; y"}
    for sid in ("SM" + uuid4().hex, "", "no such"):
        assert post(light, {**fields, "MessageSid": sid}, path="/webhooks/sms/status").status == 204
    assert post(light, fields, path="/webhooks/sms/status").status == 204
    assert texts(post(light, form(number, "hello"))) != []


def test_a_forged_status_callback_stops_nothing(light: Any, number: str) -> None:
    fields = {"AccountSid": ACCOUNT, "To": number, "MessageStatus": "failed", "ErrorCode": "21610"}
    assert post(light, fields, path="/webhooks/sms/status", token="x" * 32).status == 403
    assert texts(post(light, form(number, "hello"))) != []


def test_an_opt_out_survives_a_restart(serve: Any, api: Api, state: Path, number: str, light: Any) -> None:
    texts(post(light, form(number, "STOP")))
    again = serve(sms=SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, False), secret=SECRET, state_db=state)
    assert texts(post(again, form(number, "hello"))) == []
    assert number[1:].encode() not in state.read_bytes()
    assert texts(post(again, form(number, "START"))) != []


# --- the other provider -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def gateway(serve: Any, api: Api, state: Path) -> Any:
    settings = SmsSettings(GATEWAY, "g" * 40, "", f"{api.url}/send", None, provider_answers=False)
    return serve(sms=settings, secret=SECRET, state_db=state)


def hand_in(light: Any, data: Any, at: Optional[float] = None, key: bytes = b"g" * 40, path: str = PATH) -> Any:
    body, sent_at = json.dumps(data).encode(), str(int(at or time.time()))
    signature = sign(key, sent_at, f"http://127.0.0.1:{light.port}{path}", body)
    return light.ask("POST", path, body, {"X-Gateway-Time": sent_at, "X-Gateway-Signature": signature})


def test_the_gateway_is_a_provider_like_the_other(gateway: Any, api: Api, number: str) -> None:
    text = {"id": uuid4().hex, "from": number, "to": "+12025550199", "text": "hello", "media": 0}
    answer = hand_in(gateway, text)
    assert answer.json["texts"][0].endswith("an answer")
    assert hand_in(gateway, text).json == {"texts": []}
    assert hand_in(gateway, {**text, "id": uuid4().hex}, at=time.time() - 400).status == 403
    assert hand_in(gateway, {**text, "id": uuid4().hex}, key=b"x" * 40).status == 403
    assert hand_in(gateway, ["no text"]).status == 400
    for name in text:
        without = {key: value for key, value in text.items() if key != name}
        new = {} if name == "id" else {"id": uuid4().hex}
        assert hand_in(gateway, {**without, **new}).status == (200 if name == "media" else 400)
    for media in (True, -1, 10**40, "x", None, [1]):
        assert hand_in(gateway, {**text, "id": uuid4().hex, "media": media}).status == 200
    assert hand_in(gateway, {"to": number, "failed": True, "error": 7}, path="/webhooks/sms/status").status == 204


@pytest.mark.usefixtures("impatient")
def test_the_gateway_gets_late_answers_signed(gateway: Any, api: Api, number: str) -> None:
    text = {"id": uuid4().hex, "from": number, "to": "+12025550199", "text": "slow please"}
    assert hand_in(gateway, text).json == {"texts": []}
    [sent] = api.wait_for(1)
    assert (sent["to"], sent["from"]) == (number, "+12025550199")
