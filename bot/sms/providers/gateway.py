"""A plain gateway: JSON both ways, signed with HMAC-SHA-256 over time and body. For a modem, or a carrier behind a small adapter.

Incoming: ``{"id", "from", "to", "text", "media"}``, answered with ``{"texts": [...]}``. Delivery: ``{"to", "failed", "error",
"opted_out"}``. Sending: ``{"from", "to", "text"}`` posted to the gateway. Headers of all of them: ``X-Gateway-Time`` (seconds since
1970) and ``X-Gateway-Signature``, the hexadecimal HMAC of ``time.address.body``.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from typing import Any, Dict, Optional, Sequence

from bot.sms.providers.base import Answer, Delivery, Incoming, Sent, WebRequest
from bot.sms.providers.posting import post
from bot.sms_settings import SmsSettings

MOST_SECONDS_OFF = 300
"""A request that is older or newer is no longer believed."""

LONGEST_ID = 128


class Gateway:
    """A gateway behind the interface."""

    def __init__(self, settings: SmsSettings) -> None:
        """Take the shared secret and the gateway's address."""
        self._key = settings.secret.encode()
        self._url = settings.api

    def is_genuine(self, request: WebRequest) -> bool:
        """Check the signature over time, address and body, and that the time is now."""
        sent_at = request.headers.get("x-gateway-time", "")
        given = request.headers.get("x-gateway-signature", "")
        if not (sent_at.isascii() and sent_at.isdigit() and len(sent_at) <= 12 and given.isascii()):
            return False
        if abs(request.now - int(sent_at)) > MOST_SECONDS_OFF:
            return False
        return hmac.compare_digest(given, sign(self._key, sent_at, request.url, request.body))

    def incoming(self, request: WebRequest) -> Optional[Incoming]:
        """Read a text."""
        data = _object(request.body)
        texts = [data.get(key) for key in ("id", "from", "to", "text")]
        if (
            not all(isinstance(text, str) for text in texts)
            or not data["id"]
            or len(data["id"]) > LONGEST_ID
            or not data["from"]
        ):
            return None
        media = data.get("media", 0)
        return Incoming(data["id"], data["from"], data["to"], data["text"], media if isinstance(media, int) else 0)

    def delivery(self, request: WebRequest) -> Optional[Delivery]:
        """Read what became of a text of ours."""
        data = _object(request.body)
        error = str(data.get("error", ""))
        if not isinstance(data.get("to"), str) or "failed" not in data:
            return None
        error = error if error.isascii() and error.isdigit() else ""
        return Delivery(data["to"], data["failed"] is True, error, data.get("opted_out") is True)

    def answer(self, texts: Sequence[str]) -> Answer:
        """Return the texts as JSON."""
        return Answer(json.dumps({"texts": list(texts)}), "application/json")

    def send(self, sender: str, recipient: str, text: str) -> Sent:
        """Post to the gateway."""
        body = json.dumps({"from": sender, "to": recipient, "text": text}).encode()
        sent_at = str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "X-Gateway-Time": sent_at,
            "X-Gateway-Signature": sign(self._key, sent_at, self._url, body),
        }
        posted = post(self._url, data=body, headers=headers)
        if posted.taken:
            return Sent.TAKEN
        if posted.data.get("opted_out") is True:
            return Sent.OPTED_OUT
        if posted.not_yet:
            return Sent.LATER
        return Sent.UNKNOWN if posted.unknown else Sent.REFUSED


def sign(key: bytes, sent_at: str, url: str, body: bytes) -> str:
    """Return the signature of a request."""
    return hmac.new(key, f"{sent_at}.{url}.".encode() + body, hashlib.sha256).hexdigest()


def _object(body: bytes) -> Dict[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
