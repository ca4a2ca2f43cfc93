"""What the entries of the knowledge files are made of: names, texts in each language, and what every fact carries."""

from __future__ import annotations

from datetime import date
from typing import Any, List, Literal, Optional, Union

from pydantic import BaseModel, Extra, Field, constr, validator

from bot.advice.model import Certainty

LANGUAGES = ("en", "es", "fr")
"""Languages the shape can hold, in the order of menus. English is the one every text must have."""

SMS_LENGTH = 160
"""Longest text-message form of a single statement, in characters."""

Identifier = constr(regex=r"^[a-z][a-z0-9_]*$")
SourceId = constr(regex=r"^[A-Z][A-Z0-9]*$")
PhoneNumber = constr(regex=r"^\d[\d-]{1,16}\d$")
WebAddress = constr(regex=r"^https?://[\w.-]+\.[a-z]{2,}(/\S*)?$")


class Entry(BaseModel):
    """Base of all entries: no unknown keys, dates and names as written."""

    class Config:
        extra = Extra.forbid
        allow_population_by_field_name = True
        frozen = True


class Phrase(Entry):
    """A text in one language.

    ``sms`` is the short form for text messages; needed when ``text`` is longer than one message.
    """

    text: constr(min_length=1)  # type: ignore[valid-type]
    sms: Optional[constr(min_length=1, max_length=SMS_LENGTH)] = None  # type: ignore[valid-type]

    @property
    def short(self) -> str:
        """The form for text messages."""
        return self.sms or self.text


class Words(Entry):
    """The same text in each language. English must be there; others may follow."""

    en: Phrase
    es: Optional[Phrase] = None
    fr: Optional[Phrase] = None

    @validator("en", "es", "fr", pre=True)
    def _plain_text_is_a_phrase(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    def phrase(self, language: str) -> Phrase:
        """Return the phrase in ``language``, or in English where it has not been translated yet."""
        return getattr(self, language, None) or self.en


class WordLists(Entry):
    """Lists of words people use, per language."""

    en: List[str] = Field(default_factory=list)
    es: List[str] = Field(default_factory=list)
    fr: List[str] = Field(default_factory=list)


class Fact(Entry):
    """What every statement of fact must carry. A file's ``defaults`` may give all but the sources."""

    from_: date = Field(alias="from", description="first day on which it holds")
    until: Union[date, Literal["open"]] = Field(description="last day on which it holds, or 'open'")
    sources: List[SourceId] = Field(min_items=1, description="ids in sources.yml, best first")  # type: ignore[valid-type]
    certainty: Certainty = Field(description="how well it is known")
    checked: date = Field(description="day on which a person last verified it")


class Defaults(Entry):
    """Values that the facts of a file share unless they give their own."""

    from_: Optional[date] = Field(None, alias="from")
    until: Union[date, Literal["open"], None] = None
    certainty: Optional[Certainty] = None
    checked: Optional[date] = None


class Statement(Fact):
    """A fact put into words: a deadline, a caution, a document, a form, a booking tip."""

    say: Words
