"""The shape of the knowledge files, one class per kind of entry.

This is the single description: the loader validates with it, and the JSON Schema that editors use is made
from it (``advisor schema``). Unknown keys are refused, because a key that is silently ignored is a rule that
silently does not hold.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Literal, Mapping, Optional, Tuple, Type, Union

from pydantic import BaseModel, Extra, Field, constr, validator

from bot.advice.model import Certainty, VisitNeed

LANGUAGES = ("en", "es", "fr")
"""Languages the shape can hold, in the order of menus. English is the one every text must have."""

SMS_LENGTH = 160
"""Longest text-message form of a single statement, in characters."""

Identifier = constr(regex=r"^[a-z][a-z0-9_]*$")
SourceId = constr(regex=r"^[A-Z][A-Z0-9]*$")
Channel = Literal[
    "online", "phone", "automated_phone", "mail", "fax", "bank", "video", "office", "abroad_post", "upload", "helper"
]
Grade = Literal["official", "official_copy", "official_old", "court", "reported", "alleged", "guidance", "low"]


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


class WayEntry(Statement):
    """A way to do the task. ``only_if`` says in words when it is open; shown while that is not known."""

    way: Channel
    needs: List[Identifier] = Field(default_factory=list, description="services that must be up")  # type: ignore[valid-type]
    only_if: Optional[Words] = None
    by_appointment: bool = Field(True, description="false: an office takes it without an appointment")
    not_if: Dict[str, Union[str, List[str]]] = Field(
        default_factory=dict, description="circumstances that close this way to the person"
    )


class RuleEntry(Fact):
    """One row of the decision table; it decides every case in which ``when`` holds on its days."""

    rule: Identifier  # type: ignore[valid-type]
    when: Dict[str, Union[str, List[str]]] = Field(default_factory=dict)
    visit_need: VisitNeed
    say: Words = Field(description="the answer in one or two sentences")
    ways: List[str] = Field(min_items=1, description="keys of 'ways', best first")
    documents: List[str] = Field(default_factory=list)
    forms: List[str] = Field(default_factory=list)
    deadlines: List[str] = Field(default_factory=list)
    cautions: List[str] = Field(default_factory=list)
    notices: List[str] = Field(default_factory=list, description="notices with 'attach: named'")


class RemarkEntry(Statement):
    """Said as soon as ``when`` is certain, before and with the answer: "With SSI, not on the website."."""

    when: Dict[str, Union[str, List[str]]]


class GeneralRemarkEntry(RemarkEntry):
    """A remark that belongs to every task: "A power of attorney is not enough for Social Security."."""

    not_for: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, description="tasks whose own words already say it"
    )
    unless_said: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, description="circumstances that, once said, make the remark needless"
    )


class KnownPeriod(Entry):
    """The days for which the sources tell the rules. Outside, the assistant says that it does not know."""

    from_: date = Field(alias="from")
    until: date


class TaskFile(Entry):
    """tasks/<id>.yml: everything about one task."""

    task: Identifier  # type: ignore[valid-type]
    title: Words = Field(description="plain name, as on a button: 'Change where my money is sent'")
    also_called: WordLists = Field(default_factory=WordLists, description="what people call it; for search")
    known: KnownPeriod
    recheck_days: int = Field(gt=0, le=366)
    defaults: Defaults = Field(default_factory=lambda: Defaults.parse_obj({}))
    circumstances: List[Identifier] = Field(default_factory=list)  # type: ignore[valid-type]
    only_if_said: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, description="circumstances that count when the person says them, but are never asked"
    )
    depends: Optional[Words] = Field(None, description="what to say while more than one answer is possible")
    ways: Dict[Identifier, WayEntry]  # type: ignore[valid-type]
    deadlines: Dict[Identifier, Statement] = Field(default_factory=dict)  # type: ignore[valid-type]
    cautions: Dict[Identifier, Statement] = Field(default_factory=dict)  # type: ignore[valid-type]
    remarks: Dict[Identifier, RemarkEntry] = Field(default_factory=dict)  # type: ignore[valid-type]
    decision: List[RuleEntry] = Field(min_items=1)

    @property
    def all_circumstances(self) -> List[str]:
        """Circumstances that can change the answer, those that may be asked first."""
        return [*self.circumstances, *self.only_if_said]


class ValueEntry(Entry):
    """A value of a circumstance: its button, and what people write when they mean it (regular expressions).

    ``heard`` counts in any message, ``answered`` only as an answer to the question ("yesterday", "the phone one").
    """

    button: Words
    heard: WordLists = Field(default_factory=WordLists)
    answered: WordLists = Field(
        default_factory=WordLists, description="regular expressions that count only while the question is open"
    )
    implies: Dict[str, str] = Field(default_factory=dict)


class CircumstanceEntry(Entry):
    """A fact about the person's situation that changes an answer."""

    label: Words = Field(description="fits after 'It depends on …'")
    ask: Words = Field(description="the question")
    why: Words = Field(description="why we ask")
    values: Dict[str, ValueEntry]
    only_in: WordLists = Field(
        default_factory=WordLists,
        description="regular expressions; what is heard counts only in a message that one of them fits, or a very short one",
    )
    lasting: bool = Field(False, description="true: a state of things; what was, or is to be, does not count")
    told_by_asking: bool = Field(
        False, description="true: a wish or a question tells it too: 'can i get a card for my 8 year old'"
    )
    widest: Optional[str] = Field(
        None, description="a value that a later, narrower one does not replace: 'i get both. my ssi is late'"
    )
    of_the_moment: bool = Field(
        False, description="true: belongs to one person or moment; asked anew for the next task"
    )
    numbers_are_values: bool = Field(
        False, description="true: a bare number answers the question (an age), not an option"
    )


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


class CueEntry(Entry):
    """Words by which a message says how it is to be read: another need follows, a correction, a guess."""

    about: str = Field(description="what the words tell, for whoever edits them")
    patterns: WordLists = Field(
        description="regular expressions over lower case text without apostrophes; <name> stands for a word group"
    )


class WordGroupEntry(Entry):
    """What ``<name>`` stands for in regular expressions: any one of the words."""

    about: str = Field(description="what the words have in common, for whoever edits them")
    words: WordLists = Field(
        description="regular expressions over lower case text without apostrophes; <name> stands for another group"
    )


class GazetteerEntry(Entry):
    """A thing that people name, by its right name or a wrong one."""

    kind: Literal["form", "document", "program", "service", "agency"]
    name: Words
    called: WordLists = Field(description="what people write for it; plain words, no regular expressions")
    tasks: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, max_items=2, description="tasks to offer when a message names it and stays unclear"
    )


class SmsKeywordEntry(Entry):
    """Words that steer a conversation by text message, or a list of words that the channel needs."""

    about: str = Field(description="what the words do, for whoever edits them")
    words: WordLists = Field(description="plain words; one counts when it is the whole message")
    patterns: WordLists = Field(
        default_factory=WordLists, description="regular expressions that fit the whole message, without accents"
    )
    says: Optional[Identifier] = Field(  # type: ignore[valid-type]
        None, description="intent whose button is meant by the word"
    )
    by_provider: List[str] = Field(
        default_factory=list, description="those of the words that a provider may answer by itself"
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


Catalogue = Mapping[str, Entry]


CATALOGUES: Mapping[str, Type[Entry]] = {
    "sources": SourceEntry,
    "word_groups": WordGroupEntry,
    "circumstances": CircumstanceEntry,
    "remarks": GeneralRemarkEntry,
    "contacts": ContactEntry,
    "services": ServiceEntry,
    "notices": NoticeEntry,
    "rulings": RulingEntry,
    "claims": ClaimEntry,
    "documents": Statement,
    "forms": Statement,
    "booking": Statement,
    "special": SpecialEntry,
    "phrases": Words,
    "widget": Words,
    "sms": Words,
    "sms_keywords": SmsKeywordEntry,
    "cues": CueEntry,
    "statement_cues": CueEntry,
    "gazetteers": GazetteerEntry,
}
"""File name (without .yml) in data/knowledge -> kind of its entries; sources first, the others refer to them."""

Location = Tuple[Union[str, int], ...]
