"""Who is being talked to: one language and one channel, and how texts and dates read there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Words
from bot.replies.model import Button

_LOCALES: Dict[str, str] = {"en": "en_US", "es": "es_US", "fr": "fr_FR"}


@dataclass(frozen=True)
class Voice:
    """Puts words into one language and one channel's length.

    Attributes:
        base: where the words are.
        language: ``en``, ``es`` or ``fr``.
        channel: ``web``, ``sms`` or ``shell``.
    """

    base: KnowledgeBase
    language: str = "en"
    channel: str = "web"

    @property
    def brief(self) -> bool:
        """Whether texts must be short."""
        return self.channel == "sms"

    def words(self, words: Words) -> str:
        """Return words in this language and length."""
        phrase = words.phrase(self.language)
        return phrase.short if self.brief else phrase.text

    def phrase(self, name: str, /, **values: str) -> str:
        """Return a fixed phrase, with its placeholders filled in."""
        return fill(self.words(self.base.catalogues["phrases"][name]), values)

    def button(self, intent: str) -> Button:
        """Return the button that means an intent, a task or a claim."""
        titled = self.base.tasks.get(intent) or self.base.claims.get(intent)
        words: Words = titled.title if titled else self.base.catalogues["phrases"][f"button_{intent}"]
        title = words.phrase(self.language).text
        return Button(title, title)

    def has_button(self, intent: str) -> bool:
        """Tell whether an intent can be shown as a button."""
        named = intent in self.base.tasks or intent in self.base.claims
        return named or f"button_{intent}" in self.base.catalogues["phrases"]

    def task_title(self, task: str) -> str:
        """Return the plain name of a task."""
        return self.base.tasks[task].title.phrase(self.language).text

    def day(self, day: date) -> str:
        """Write a date out: "November 22, 2026"; in text messages "Nov 22, 2026"."""
        return format_date(day, format="medium" if self.brief else "long", locale=_LOCALES[self.language])

    def published(self, published: str) -> str:
        """Write out when a source was published: a day, a month, a year, or that it carries no date."""
        head = published.split(" ", 1)[0]
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", head):
            return self.day(date.fromisoformat(head))
        if re.fullmatch(r"\d{4}-\d{2}", head):
            return format_skeleton("yMMMM", date.fromisoformat(f"{head}-01"), locale=_LOCALES[self.language])
        return head if head.isdigit() else self.phrase("undated")

    def one_of(self, items: Iterable[str]) -> str:
        """Join items as "a, b and c" in this language."""
        return format_list(list(items), locale=_LOCALES[self.language])


def language_for(base: KnowledgeBase, wished: object) -> str:
    """Return the language of the knowledge that a tag such as ``es-MX`` asks for; English for any other tag, and for no tag."""
    short = wished.split("-", 1)[0].lower() if isinstance(wished, str) else ""
    return short if short in base.languages() else "en"


def fill(text: str, values: Dict[str, str]) -> str:
    """Fill placeholders; braces in the values are left as they are."""
    return re.sub(r"{(\w+)}", lambda match: values.get(match.group(1), match.group(0)), text)
