"""What is read from a request of the chat, and how an answer is written."""

from __future__ import annotations

from typing import Any, Dict, List, Text
from uuid import uuid4

from sanic.exceptions import SanicException
from sanic.request import Request

from bot.replies.model import Reply

LONGEST_ID = 64

Messages = List[Dict[Text, Any]]


def is_json(request: Request) -> bool:
    """Tell whether a request says that it is JSON; then no page of another site can send it without a preflight."""
    kind = (request.content_type or "").split(";", 1)[0].strip().lower()
    return kind == "application/json" or not request.body


def read_object(request: Request) -> Dict[Text, Any]:
    """Return the JSON object of a request, or an empty one when there is none that can be read."""
    try:
        body = request.json
    except SanicException:  # any unreadable body, also one that is nested too deep
        return {}
    return body if isinstance(body, dict) else {}


def message_id(body: Dict[Text, Any]) -> Text:
    """Return the id that the client chose, or a new one when it chose none that can be used."""
    given = body.get("id")
    return str(given)[:LONGEST_ID] if isinstance(given, (str, int)) and given else uuid4().hex


def as_words(text: Text) -> Text:
    """Take away the slash that would make a command of a message."""
    return text.lstrip("/ ")


def as_messages(reply: Reply) -> Messages:
    """Write a reply of our own as the assistant's are written."""
    messages: Messages = []
    for bubble in reply.bubbles:
        entry: Dict[Text, Any] = {"text": bubble.text}
        if bubble.buttons:
            entry["buttons"] = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
        messages.append(entry)
    return messages


def is_deletion(messages: Messages) -> bool:
    """Tell whether an answer says that the conversation was deleted."""
    return any(message.get("custom", {}).get("type") == "deleted" for message in messages)
