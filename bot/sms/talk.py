"""What is remembered of a conversation by text message beside Rasa's part of it: our own words, nothing of the person's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import NamedTuple, Optional, Tuple


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
        pages: the last text, in pages.
        at: the page that was sent last.
        choices: the list that was sent last; none when another text was sent since.
        listed_on: the page on which the list stands; before it is sent, nobody can have read it.
        question: the question that is open, with its list; HELP comes back to it.
        tells_notice: what was said has a notice, of which MORE tells all once the pages are read.
        greeted: the first text, which says who we are, was sent.
    """

    language: str = "en"
    pages: Tuple[str, ...] = ()
    at: int = 0
    choices: Tuple[Choice, ...] = ()
    listed_on: int = 0
    question: str = ""
    tells_notice: bool = False
    greeted: bool = False

    @property
    def read_choices(self) -> Tuple[Choice, ...]:
        """The list, if it was sent."""
        return self.choices if self.at >= self.listed_on else ()

    @property
    def has_more(self) -> bool:
        """Whether there is another page."""
        return self.at + 1 < len(self.pages)

    def as_text(self) -> str:
        """Return it as text, to be kept."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: Optional[str]) -> Optional["Talk"]:
        """Return what was kept."""
        if text is None:
            return None
        data = json.loads(text)
        choices = tuple(Choice(*choice) for choice in data.pop("choices"))
        return cls(pages=tuple(data.pop("pages")), choices=choices, **data)
