"""The side of a provider of text messages: what it hands in, signed, and the server to which late answers are sent."""

from __future__ import annotations

import json
import threading
import xml.etree.ElementTree as ElementTree
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, Dict, List, Optional
from urllib.parse import parse_qs, urlencode
from uuid import uuid4

from twilio.request_validator import RequestValidator

ACCOUNT, TOKEN = "AC" + "1" * 32, "t" * 32
PATH, STATUS_PATH = "/webhooks/sms/webhook", "/webhooks/sms/status"


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
