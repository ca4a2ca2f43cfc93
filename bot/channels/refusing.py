"""What is said when a request is not answered: one table, so that every refusal is kind and names the phone number.

A refusal is JSON, ``{"error", "message"}``. ``error`` is for programs; ``message`` is a sentence from ``phrases.yml``, fit to
show. It tells nothing of the inside: no path, no type, no stack trace.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional, Text

from sanic import response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.knowledge import KnowledgeBase
from bot.replies.voice import Voice, language_for


@dataclass(frozen=True)
class Refusal:
    """Why a request is not answered.

    Attributes:
        error: a word for programs.
        status: the HTTP status.
        phrase: name of the sentence in ``phrases.yml``.
        wait: seconds after which to try again, or ``None`` when waiting does not help.
    """

    error: Text
    status: int
    phrase: Text
    wait: Optional[int] = None


BAD_REQUEST = Refusal("bad_request", 400, "empty_message")
EMPTY = Refusal("empty", 400, "empty_message")
SESSION_OVER = Refusal("session_over", 401, "session_over")
KEPT_LONG_ENOUGH = Refusal("kept_long_enough", 409, "kept_long_enough")
FAILED = Refusal("failed", 503, "something_failed")
BROKEN = Refusal("failed", 500, "something_failed")
UNREADABLE = Refusal("bad_request", 400, "could_not_read")
NOT_FOUND = Refusal("not_found", 404, "not_here")
WRONG_METHOD = Refusal("method_not_allowed", 405, "not_here")
TOO_SLOW = Refusal("too_slow", 408, "could_not_read")
TOO_LARGE = Refusal("too_large", 413, "message_too_long")
WRONG_TYPE = Refusal("wrong_type", 415, "could_not_read")
TOO_MANY_MESSAGES = Refusal("too_many_messages", 429, "too_many_messages")
TOO_MANY_REQUESTS = Refusal("too_many_requests", 429, "too_many_requests")
STILL_ANSWERING = Refusal("still_answering", 429, "still_answering", wait=3)
BUSY = Refusal("busy", 503, "too_busy", wait=5)

_OF_THE_SERVER: Dict[int, Refusal] = {
    refusal.status: refusal for refusal in (UNREADABLE, NOT_FOUND, WRONG_METHOD, TOO_SLOW, TOO_LARGE, FAILED)
}
"""What stands for an error that the server itself found, by status."""


def refuse(base: KnowledgeBase, refusal: Refusal, wished: object = None) -> HTTPResponse:
    """Word a refusal, in the language of the tag ``wished`` if there is one."""
    voice = Voice(base, language_for(base, wished))
    body = {"error": refusal.error, "message": voice.phrase(refusal.phrase)}
    headers = {} if refusal.wait is None else {"Retry-After": str(refusal.wait)}
    return response.json(body, status=refusal.status, headers=headers)


def refuse_error(base: KnowledgeBase, request: Request, error: Exception) -> HTTPResponse:
    """Word an error that nothing else caught."""
    answer = refuse(base, _refusal_for(request, error))
    answer.headers.update({name: value for name, value in getattr(error, "headers", {}).items() if name == "Allow"})
    return answer


def _refusal_for(request: Request, error: Exception) -> Refusal:
    if isinstance(error, SanicException):
        status = getattr(error, "status_code", 500)
        return _OF_THE_SERVER.get(status, UNREADABLE if 400 <= status < 500 else BROKEN)
    # What fails before a route is found failed while the request was read: the fault is in the request.
    return UNREADABLE if request.route is None else BROKEN
