"""The knowledge as the rest of the program sees it: engine data, and the words that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Dict, List, Mapping, Optional

from bot.advice.model import Knowledge
from bot.knowledge.patterns import WordGroups
from bot.knowledge.schema.beside_tasks import (
    ClaimEntry,
    ContactEntry,
    NoticeEntry,
    NoticeVersion,
    RulingEntry,
    ServiceEntry,
    SiteFile,
    SourceEntry,
    SpecialEntry,
)
from bot.knowledge.schema.parts import Phrase, Statement, Words
from bot.knowledge.schema.tasks import CircumstanceEntry, RemarkEntry, TaskFile


@dataclass(frozen=True)
class KnowledgeBase:
    """Checked entries by kind and id, and the engine data built from them.

    Attributes:
        engine: what :func:`bot.advice.advise` takes.
        tasks: task id -> its file.
        catalogues: kind -> id -> entry, kinds as in :data:`bot.knowledge.schema.CATALOGUES`.
        site: the organization that runs this assistant, if it gave its file.
    """

    engine: Knowledge
    tasks: Mapping[str, TaskFile]
    catalogues: Mapping[str, Mapping[str, Any]]
    site: Optional[SiteFile] = None

    @property
    def circumstances(self) -> Mapping[str, CircumstanceEntry]:
        """Circumstances by id."""
        return self.catalogues["circumstances"]

    @property
    def sources(self) -> Mapping[str, SourceEntry]:
        """Sources by id."""
        return self.catalogues["sources"]

    @property
    def contacts(self) -> Mapping[str, ContactEntry]:
        """Contacts by id."""
        return self.catalogues["contacts"]

    @property
    def services(self) -> Mapping[str, ServiceEntry]:
        """Services by id."""
        return self.catalogues["services"]

    @property
    def notices(self) -> Mapping[str, NoticeEntry]:
        """Notices by id."""
        return self.catalogues["notices"]

    @property
    def special(self) -> Mapping[str, SpecialEntry]:
        """Fixed replies by id."""
        return self.catalogues["special"]

    @property
    def booking(self) -> Mapping[str, Statement]:
        """Booking tips by id, in the order in which to say them."""
        return self.catalogues["booking"]

    @property
    def claims(self) -> Mapping[str, ClaimEntry]:
        """Claims by id."""
        return self.catalogues["claims"]

    @property
    def rulings(self) -> Mapping[str, RulingEntry]:
        """Court rulings by id, oldest first."""
        return self.catalogues["rulings"]

    @cached_property
    def word_groups(self) -> WordGroups:
        """What ``<name>`` stands for in regular expressions."""
        return WordGroups(self.catalogues["word_groups"])

    def remark(self, task: str, name: str) -> RemarkEntry:
        """Return a remark of a task, or a general one."""
        found: RemarkEntry = self.tasks[task].remarks.get(name) or self.catalogues["remarks"][name]
        return found

    def phrase(self, name: str, language: str) -> Phrase:
        """Return a fixed phrase of the assistant."""
        words: Words = self.catalogues["phrases"][name]
        return words.phrase(language)

    def statement(self, task: str, name: str) -> Statement:
        """Return a deadline or caution of ``task``, or a shared document or form."""
        own: Dict[str, Statement] = {**self.tasks[task].deadlines, **self.tasks[task].cautions}
        for found in (own.get(name), self.catalogues["documents"].get(name), self.catalogues["forms"].get(name)):
            if found is not None:
                return found
        raise KeyError(name)

    def notice_on(self, name: str, on: date) -> Optional[NoticeVersion]:
        """Return the wording of a notice that is right on a day, if there is one."""
        for version in self.notices[name].versions:
            if version.from_ <= on and (version.until == "open" or on <= version.until):
                return version
        return None

    def languages(self) -> List[str]:
        """Return the languages in which everything people see is written, English first."""
        return ["en", *(language for language in ("es", "fr") if self._complete_in(language))]

    def _complete_in(self, language: str) -> bool:
        shown = [task.title for task in self.tasks.values()]
        shown += [rule.say for task in self.tasks.values() for rule in task.decision]
        shown += [words for kind in ("phrases", "widget", "sms") for words in self.catalogues[kind].values()]
        return all(getattr(words, language) is not None for words in shown)
