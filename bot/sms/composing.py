"""Makes one text message of what the assistant says in a turn: all bubbles in order, then a numbered list or what can be asked next."""

from __future__ import annotations

import re
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Words
from bot.replies.voice import Voice
from bot.sms.encoding import measure, plain
from bot.sms.pages import FIRST_SEGMENTS, MOST_SEGMENTS
from bot.sms.talk import Choice

Message = Dict[str, Any]
"""An element of Rasa's answer: ``text``, with or without ``buttons``; or ``custom``."""

MORE_OF_NOTICE = "data_sharing"
"""Intent of the whole notice."""

_EMPTY_LINES = re.compile(r"\s*\n\s*")


class Composed(NamedTuple):
    """A turn as one text.

    Attributes:
        text: what is said.
        tail: the list to choose from, with the question of ours, or what can be asked next; stays in one piece.
        choices: the list.
        question: what the list belongs to, with it, when an answer is needed to go on; empty when it only offers more.
        language: of the reply, when it says so.
        kind: ``type`` of the reply's data, such as ``advice``, ``deleted``; empty without data.
        id: which fixed reply it is, if it is one.
        tells_notice: it has a notice, of which more can be told.
        first: most segments of the first page: few, for the answer must stand there; more for a question of ours, whose list belongs to it.
    """

    text: str
    tail: str
    choices: Tuple[Choice, ...]
    question: str
    language: Optional[str]
    kind: str
    id: str
    tells_notice: bool
    first: int


def say(voice: Voice, name: str, /, **values: str) -> str:
    """Return one of the channel's own texts."""
    words: Words = voice.base.catalogues["sms"][name]
    text = words.phrase(voice.language).short
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return plain(text)


def compose(voice: Voice, messages: Sequence[Message]) -> Composed:
    """Return a turn as one text, in a language and alphabet that costs no more than needed."""
    data: Message = next((message["custom"] for message in reversed(messages) if message.get("custom")), {})
    texts = [_text(message) for message in messages if message.get("text")]
    asking: Message = next((message for message in reversed(messages) if message.get("buttons")), {"buttons": []})
    choices = _choices(asking["buttons"], lettered=_numbers_mean_something(voice.base, data))
    answered = data.get("type") == "advice" and data.get("next_question") is None
    asks = bool(choices) and bool(data.get("next_question"))
    tail = ""
    if choices:
        lead = say(voice, "choose_letter" if choices[0].mark.isalpha() else "choose_number")
        tail = "\n".join([lead, *(f"{choice.mark} {choice.title}" for choice in choices)])
    elif answered:
        tail = say(voice, "after_answer")
    question = f"{_text(asking)}\n{tail}".strip() if choices else ""
    if asks and texts[-1] == _text(
        asking
    ):  # a question belongs to its list: where both do not fit, they go on together
        tail = f"{texts.pop()}\n{tail}"
    return Composed(
        "\n".join(dict.fromkeys(filter(None, texts))),
        tail,
        choices,
        question if asks or (choices and not data) else "",
        data.get("language"),
        str(data.get("type") or ""),
        str(data.get("id") or ""),
        bool(data.get("notices")) and (answered or _more_is_offered(voice, choices)),
        MOST_SEGMENTS if asks else FIRST_SEGMENTS,
    )


def _text(message: Message) -> str:
    return _EMPTY_LINES.sub("\n", plain(message.get("text") or "")).strip()


def _choices(buttons: Sequence[Dict[str, str]], lettered: bool) -> Tuple[Choice, ...]:
    marks = "ABCDEFGHI" if lettered else "123456789"
    found: List[Choice] = []
    for mark, button in zip(marks, buttons, strict=False):
        found.append(Choice(mark, plain(button["title"]), button["payload"]))
    while found and measure("\n".join(f"{c.mark} {c.title}" for c in found)).segments > MOST_SEGMENTS - 1:
        found.pop()
    return tuple(found)


def _more_is_offered(voice: Voice, choices: Sequence[Choice]) -> bool:
    more = voice.button(MORE_OF_NOTICE).payload
    return any(choice.payload == more for choice in choices)


def _numbers_mean_something(base: KnowledgeBase, data: Message) -> bool:
    """Tell whether a bare number answers the open question by itself, as an age does: then the list has letters."""
    question = base.circumstances.get(str(data.get("next_question"))) if data.get("type") == "advice" else None
    return question is not None and question.numbers_are_values
