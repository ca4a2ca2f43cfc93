"""Twilio: form posts with ``X-Twilio-Signature``, answers in TwiML, texts sent over its REST API."""

from __future__ import annotations

import re
from typing import Dict, Optional, Sequence
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator
from twilio.twiml.messaging_response import MessagingResponse

from bot.sms.providers.base import Answer, Delivery, Incoming, Sent, WebRequest
from bot.sms.providers.posting import post
from bot.sms_settings import SmsSettings

UNSUBSCRIBED = "21610"
"""Twilio's error for a number whose owner told it to stop."""

_NUMBER = re.compile(r"\+?[0-9]{3,15}")
_COUNT = re.compile(r"[0-9]{1,3}")
"""A number so long that Python refuses to read it is no count."""
_ID = re.compile(r"[A-Za-z0-9]{10,64}")

STATUS_PATH = "/webhooks/sms/status"
"""Where Twilio tells what became of a text; asked for only when we know under which name it reaches us."""


class Twilio:
    """Twilio behind the interface."""

    def __init__(self, settings: SmsSettings) -> None:
        """Take account, token and the address of the API."""
        self._validator = RequestValidator(settings.secret)
        self._account = settings.account
        self._token = settings.secret
        self._url = f"{settings.api}/2010-04-01/Accounts/{settings.account}/Messages.json"
        self._tell = f"{settings.public_url}{STATUS_PATH}" if settings.public_url else None

    def is_genuine(self, request: WebRequest) -> bool:
        """Check the signature over address and form, and that it is our account."""
        signature = request.headers.get("x-twilio-signature", "")
        form = _form(request.body)
        if form is None or not signature or form.get("AccountSid") != self._account:
            return False
        try:
            return bool(self._validator.validate(request.url, form, signature))
        except ValueError:  # an address that is none
            return False

    def incoming(self, request: WebRequest) -> Optional[Incoming]:
        """Read a text."""
        form = _form(request.body) or {}
        name, sender, recipient = form.get("MessageSid", ""), form.get("From", ""), form.get("To", "")
        if not (_ID.fullmatch(name) and _NUMBER.fullmatch(sender) and _NUMBER.fullmatch(recipient)):
            return None
        media = form.get("NumMedia", "0")
        keyword = form.get("OptOutType", "").lower()
        return Incoming(
            name,
            sender,
            recipient,
            form.get("Body", ""),
            int(media) if _COUNT.fullmatch(media) else 0,
            keyword if keyword in ("stop", "start", "help") else None,
        )

    def delivery(self, request: WebRequest) -> Optional[Delivery]:
        """Read a status callback."""
        form = _form(request.body) or {}
        status, recipient = form.get("MessageStatus", ""), form.get("To", "")
        if not status or not _NUMBER.fullmatch(recipient):
            return None
        error = form.get("ErrorCode", "")
        error = error if error.isascii() and error.isdigit() else ""
        return Delivery(recipient, status in ("failed", "undelivered"), error, error == UNSUBSCRIBED)

    def answer(self, texts: Sequence[str]) -> Answer:
        """Return TwiML."""
        response = MessagingResponse()
        for text in texts:
            response.message(text, status_callback=self._tell)
        return Answer(str(response), "text/xml; charset=utf-8")

    def send(self, sender: str, recipient: str, text: str) -> Sent:
        """Send over the REST API."""
        form = {"From": sender, "To": recipient, "Body": text}
        if self._tell:
            form["StatusCallback"] = self._tell
        posted = post(self._url, auth=(self._account, self._token), data=form)
        if posted.taken:
            return Sent.TAKEN
        if str(posted.data.get("code")) == UNSUBSCRIBED:
            return Sent.OPTED_OUT
        if posted.not_yet:
            return Sent.LATER
        return Sent.UNKNOWN if posted.unknown else Sent.REFUSED


def _form(body: bytes) -> Optional[Dict[str, str]]:
    """Return the fields of a form; ``None`` when it is none, or says a thing twice."""
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(body), errors="strict")
    except (ValueError, UnicodeError):
        return None
    form = dict(pairs)
    return form if len(form) == len(pairs) else None
