"""The decision table of a task as a picture: the questions as the person meets them, down to each answer (Mermaid)."""

from __future__ import annotations

from datetime import date
from typing import Dict, List, Mapping

from bot.advice.engine import advise
from bot.advice.model import Advice, Coverage
from bot.knowledge import KnowledgeBase
from bot.replies.voice import Voice

WIDTH = 38
"""Characters after which a line in a box breaks."""


def mermaid(base: KnowledgeBase, task: str, on: date) -> str:
    """Draw what the assistant asks and answers on a day when it knows nothing yet.

    Answers to "not sure" are not drawn: they lead to what the open answers have in common.

    Args:
        base: the knowledge.
        task: task id.
        on: the day for which to draw.

    Raises:
        UnknownName: there is no such task.
    """
    picture = _Picture(Voice(base), task, on)
    picture.draw({})
    return "\n".join(["flowchart TD", *picture.boxes, *picture.arrows]) + "\n"


class _Picture:
    def __init__(self, voice: Voice, task: str, on: date) -> None:
        self._voice = voice
        self._task = task
        self._on = on
        self._answers: Dict[str, str] = {}
        self.boxes: List[str] = []
        self.arrows: List[str] = []

    def draw(self, given: Mapping[str, str]) -> str:
        """Draw everything that follows when ``given`` is known; return the name of the box it starts with."""
        advice = advise(self._voice.base.engine, self._task, given, self._on)
        if advice.next_question is None:
            return self._answer(advice)
        entry = self._voice.base.circumstances[advice.next_question]
        box = f"q{len(self.boxes) + 1}"
        self.boxes.append(f'  {box}{{{{"{_text(self._voice.words(entry.ask))}"}}}}')
        for value, option in entry.values.items():
            follows = self.draw({**given, advice.next_question: value})
            self.arrows.append(f'  {box} -->|"{_text(self._voice.words(option.button))}"| {follows}')
        return box

    def _answer(self, advice: Advice) -> str:
        """Draw an answer once, however many paths lead to it."""
        text = "<br/>".join(
            [f"<b>{_text(self._voice.phrase(f'need_{advice.visit_need.value}'))}</b>", *self._ways(advice)]
        )
        if text not in self._answers:
            self._answers[text] = f"a{len(self._answers) + 1}"
            self.boxes.append(f'  {self._answers[text]}["{text}"]')
        return self._answers[text]

    def _ways(self, advice: Advice) -> List[str]:
        if advice.coverage is not Coverage.KNOWN:
            return []
        names = dict.fromkeys(way.channel.replace("_", " ") for way in advice.ways)
        return [f"{rank}. {name}" for rank, name in enumerate(names, start=1)]


def _text(text: str) -> str:
    """Break a text into lines, and write what Mermaid would take as a mark."""
    lines: List[str] = [""]
    for word in text.replace('"', "#quot;").split():
        if len(lines[-1]) + len(word) > WIDTH and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br/>".join(lines)
