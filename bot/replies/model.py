"""What is sent to a person: bubbles with buttons, and data for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple


@dataclass(frozen=True)
class Button:
    """A choice. ``payload`` is the text sent when it is tapped: plain words, never a command."""

    title: str
    payload: str


@dataclass(frozen=True)
class Bubble:
    """One message as a person sees it."""

    text: str
    buttons: Tuple[Button, ...] = ()


@dataclass(frozen=True)
class Reply:
    """Everything sent in one turn.

    Attributes:
        bubbles: in order.
        custom: the ``custom`` object of docs/interfaces.md, or ``None`` when no advice or special path is involved.
    """

    bubbles: Tuple[Bubble, ...]
    custom: Optional[Dict[str, Any]] = None

    @property
    def text(self) -> str:
        """All bubbles as one text."""
        return "\n\n".join(bubble.text for bubble in self.bubbles)
