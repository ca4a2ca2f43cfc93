"""A task as its file describes it, and what bears on every task: circumstances and general remarks."""

from __future__ import annotations

from datetime import date
from typing import Dict, List, Literal, Optional, Union

from pydantic import Field

from bot.advice.model import VisitNeed
from bot.knowledge.schema.parts import Defaults, Entry, Fact, Identifier, Statement, WordLists, Words

Channel = Literal[
    "online", "phone", "automated_phone", "mail", "fax", "bank", "video", "office", "abroad_post", "upload", "helper"
]


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
