"""What people are told beside a task: sources, whom to call, services, notices, rulings, claims, fixed replies, the site."""

from __future__ import annotations

from datetime import date
from typing import List, Literal, Optional

from pydantic import Field, constr, validator

from bot.knowledge.schema.parts import (
    Entry,
    Fact,
    Identifier,
    PhoneNumber,
    Statement,
    WebAddress,
    WordLists,
    Words,
)

Grade = Literal["official", "official_copy", "official_old", "court", "reported", "alleged", "guidance", "low"]


class SourceEntry(Entry):
    """Where a fact comes from. ``shown: false`` keeps a mirror or low-grade page away from people."""

    title: constr(min_length=1)  # type: ignore[valid-type]
    publisher: constr(min_length=1)  # type: ignore[valid-type]
    url: WebAddress  # type: ignore[valid-type]
    published: str = Field(
        regex=r"^(undated|\d{4}(-\d{2}(-\d{2})?)?)( .+)?$",
        description="a date, a month, a year, or 'undated', with a remark",
    )
    checked: date
    grade: Grade
    shown: bool = True

    @validator("published")
    def _published_is_a_day_that_exists(cls, value: str) -> str:
        head = value.split(" ", 1)[0]
        if head != "undated":
            date.fromisoformat((head + "-01-01")[:10])
        return value


Help = Literal[
    "social_security", "legal", "immigration", "disability", "older_people", "payee", "scam", "local", "crisis"
]


class ContactEntry(Fact):
    """A number or address of an office or helper.

    Numbers go out of date: an entry is shown only until ``recheck_days`` after ``checked``, the day on which a
    person tried it or saw it on the helper's own page. A ``generic`` entry (211, Social Security itself) is always
    shown, so that nobody is left without a number.
    """

    name: Words
    helps_with: List[Help] = Field(min_items=1)
    phone: Optional[PhoneNumber] = None  # type: ignore[valid-type]
    tty: Optional[PhoneNumber] = None  # type: ignore[valid-type]
    url: Optional[WebAddress] = None  # type: ignore[valid-type]
    hours: Optional[Words] = None
    remark: Optional[Words] = Field(None, description="what one should know before calling")
    recheck_days: int = Field(gt=0, le=366)
    generic: bool = False


class ServiceEntry(Fact):
    """Something of SSA's that can be up, degraded or down, and what to say then."""

    name: Words
    down: Words
    degraded: Words
    history: List[Statement] = Field(default_factory=list, description="outages and faults of the past, oldest first")


class NoticeVersion(Fact):
    """One dated wording of a notice, in three lengths; each may have a form for text messages."""

    line: Words
    short: Words
    full: Words


class KeepsAtMost(Entry):
    """The longest times for which a notice speaks; the server refuses to start when it is set to keep anything longer."""

    web_minutes: int = Field(gt=0, description="silence after which a chat is deleted")
    sms_hours: int = Field(gt=0, description="silence after which a conversation by text message is deleted")
    review_days: int = Field(ge=0, description="how long redacted messages that were not understood are kept for staff")


class NoticeEntry(Entry):
    """A privacy notice: when it belongs to an answer, and its dated versions."""

    attach: Literal["in_person", "named", "asked"]
    title: Words
    recheck_days: int = Field(gt=0, le=366)
    keeps_at_most: Optional[KeepsAtMost] = Field(default=None, description="only for the notice on this chat itself")
    versions: List[NoticeVersion] = Field(min_items=1)


class RulingEntry(Statement):
    """What a court decided, said under the notice it belongs to from the day of the decision on."""

    notice: Identifier  # type: ignore[valid-type]


Verdict = Literal["true", "false", "mostly_false", "misleading", "out_of_date", "unproven", "unclear"]


class ClaimEntry(Fact):
    """Something people have heard, what our sources say about it, and what it means for the person."""

    title: Words = Field(description="the claim in a few words, as people say it; also its button")
    heard_as: WordLists = Field(description="other wordings of the claim, as people type them; for search")
    verdict: Verdict
    say: Words = Field(description="the verdict in words, the evidence with its date, what it means for the person")
    tasks: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, max_items=2, description="tasks to offer next, at most two"
    )


class SpecialEntry(Fact):
    """A fixed reply outside the tasks: agents here now, crisis, scam, who reads this ..."""

    type: Literal["notice", "status", "claim", "crisis", "referral", "out_of_scope", "privacy", "deleted", "info"]
    say: Words
    buttons: List[str] = Field(default_factory=list, description="ids of phrases used as buttons")
    notice: Optional[str] = None
    contacts: List[Help] = Field(default_factory=list, description="kinds of help whose contacts follow the text")
    heard: WordLists = Field(
        default_factory=WordLists,
        description="regular expressions that lead here whatever else a message says; for urgent replies only",
    )


class SiteFile(Entry):
    """The organization that runs this assistant; its own help is named first."""

    name: Words
    hotline: Optional[PhoneNumber] = None  # type: ignore[valid-type]
    url: Optional[WebAddress] = None  # type: ignore[valid-type]
    hours: Optional[Words] = None
    area: Words = Field(description="where it helps: 'Franklin County'")
    languages: Words = Field(description="languages its staff speak, as one text: 'English and Spanish'")
    helps_with: List[Help] = Field(min_items=1)
    remark: Optional[Words] = None
