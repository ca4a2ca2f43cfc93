"""What is remembered of a conversation by text message beside Rasa's part of it: our own words, nothing of the person's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Dict, NamedTuple, Optional, Protocol, Tuple


class Choice(NamedTuple):
    """One line of a list to choose from.

    Attributes:
        mark: what is to be sent back: "1", or "A".
        title: what stands behind it.
        payload: the words that Rasa gets.
    """

    mark: str
    title: str
    payload: str


@dataclass(frozen=True)
class Talk:
    """A conversation as the channel sees it.

    Attributes:
        language: in which we wrote last.
        pages: the last text, in pages; all of it, also when it is one page.
        at: the page that was sent last.
        choices: the list that was sent last; none when another text was sent since.
        listed_on: the page on which the list stands; before it is sent, nobody can have read it.
        question: the question that is open, with its list; HELP comes back to it.
        tells_notice: what was said has a notice, of which MORE tells all once the pages are read.
        greeted: the first text, which says who we are, was sent.
        interrupted: a text was sent since that is none of the pages (HELP, a picture that was not opened); BACK returns to the page.
        before: the talk from which one has looked aside (the list, the sources, the notice ...); BACK returns to it.
    """

    language: str = "en"
    pages: Tuple[str, ...] = ()
    at: int = 0
    choices: Tuple[Choice, ...] = ()
    listed_on: int = 0
    question: str = ""
    tells_notice: bool = False
    greeted: bool = False
    interrupted: bool = False
    before: Optional["Talk"] = None

    @property
    def read_choices(self) -> Tuple[Choice, ...]:
        """The list, if it was sent."""
        return self.choices if self.at >= self.listed_on else ()

    @property
    def has_more(self) -> bool:
        """Whether there is another page."""
        return self.at + 1 < len(self.pages)

    @property
    def page(self) -> str:
        """The page that was sent last; empty when none was."""
        return self.pages[self.at] if self.pages else ""

    def looking_at(self, aside: "Talk") -> "Talk":
        """Return the talk about something beside this one; of several side looks in a row, BACK returns to where the first began."""
        return replace(aside, before=self.before or replace(self, interrupted=False))

    def back(self) -> Optional["Talk"]:
        """Return the talk as it was a page before, or before one looked aside; ``None`` when it begins here."""
        if self.interrupted and self.pages:
            return replace(self, interrupted=False)
        if self.at > 0:
            return replace(self, at=self.at - 1)
        return self.before if self.before and self.before.pages else None

    def turned_to(self, page: int) -> Optional["Talk"]:
        """Return the talk with another page sent last; ``None`` when there is no such page."""
        return replace(self, at=page, interrupted=False) if 0 <= page < len(self.pages) else None

    def as_text(self) -> str:
        """Return it as text, to be kept."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: Optional[str]) -> Optional["Talk"]:
        """Return what was kept."""
        if text is None:
            return None
        return _talk(json.loads(text))


class Memory(Protocol):
    """What is kept beside conversations (bot/runtime/asides.py)."""

    def get(self, name: str, since: float = 0.0) -> Optional[str]:
        """Return what is kept under a name and is not as old as ``since``."""

    def keep(self, name: str, text: str, now: float) -> None:
        """Keep it."""

    def forget(self, name: str) -> bool:
        """Delete it."""


def _talk(data: Dict[str, Any]) -> Talk:
    choices = tuple(Choice(*choice) for choice in data.pop("choices"))
    before = data.pop("before", None)
    return Talk(pages=tuple(data.pop("pages")), choices=choices, before=_talk(before) if before else None, **data)
