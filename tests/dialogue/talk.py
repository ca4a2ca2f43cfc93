"""A conversation in tests. The helper is suspicious: it fails on a question nobody expected as well as on a wrong answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any, Coroutine, Dict, List, Optional
from uuid import uuid4

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

_LOOP = asyncio.new_event_loop()


def finish(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Wait for a coroutine, in one loop of our own: the current one belongs to whatever test ran before."""
    return _LOOP.run_until_complete(coroutine)


@dataclass
class Turn:
    """What came back for one message."""

    said: str
    messages: List[Dict[str, Any]]

    @property
    def text(self) -> str:
        return "\n".join(message["text"] for message in self.messages if "text" in message)

    @property
    def buttons(self) -> List[str]:
        return [button["title"] for message in self.messages for button in message.get("buttons", [])]

    @property
    def custom(self) -> Optional[Dict[str, Any]]:
        found = [message["custom"] for message in self.messages if "custom" in message]
        return found[-1] if found else None


class Talk:
    """One person's conversation with the trained assistant, in this process."""

    def __init__(self, agent: Any, channel: str = "rest", language: Optional[str] = None) -> None:
        self._agent = agent
        self._sender = uuid4().hex
        self._channel = channel
        self.language = language
        self.last: Optional[Turn] = None

    def say(self, text: str) -> Turn:
        output = CollectingOutputChannel()
        metadata = None if self.language is None else {"language": self.language}
        message = UserMessage(text, output, self._sender, input_channel=self._channel, metadata=metadata)
        finish(self._agent.handle_message(message))
        self.last = Turn(text, output.messages)
        assert self.last.messages, f"no reply to {text!r}"
        return self.last

    def asks(self, circumstance: str, text: str) -> Turn:
        """Say ``text`` and expect exactly this question."""
        turn = self.say(text)
        found = turn.custom
        assert found and found["type"] == "advice", f"{text!r} led to no question but to: {turn.text}"
        assert found["next_question"] == circumstance, f"{text!r} led to the question {found['next_question']!r}"
        assert turn.buttons, "a question must offer choices"
        return turn

    def answers(self, task: str, visit_need: str, text: str) -> Turn:
        """Say ``text`` and expect advice on this task with this visit need, and no question left."""
        turn = self.say(text)
        found = turn.custom
        assert found and found["type"] == "advice", f"{text!r} led to no advice but to: {turn.text}"
        assert found["next_question"] is None, f"{text!r} led to an unexpected question: {found['next_question']}"
        assert (found["task"], found["visit_need"]) == (task, visit_need), (
            f"{text!r}: {found['task']}, {found['visit_need']}"
        )
        return turn

    def special(self, kind: str, text: str) -> Turn:
        """Say ``text`` and expect a fixed reply of this type."""
        turn = self.say(text)
        kinds = [message["custom"]["type"] for message in turn.messages if "custom" in message]
        assert kind in kinds, f"{text!r} led to {kinds}: {turn.text}"
        return turn
