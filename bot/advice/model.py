"""The words the engine speaks: tasks, rules, periods, advice. Pure data, no behaviour beyond date arithmetic.

Every class is frozen, so advice can be cached, compared and passed between threads.
Glossary: docs/architecture.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Mapping, Optional, Tuple

UNKNOWN = "unknown"
"""The value every circumstance can always have: not asked yet, not sure, or rather not said."""

MAX_QUESTIONS = 3
"""With this much known of a person's situation, it is time to answer instead of asking on."""


class VisitNeed(str, Enum):
    """Whether the task needs a visit to a Social Security office."""

    NO_VISIT = "no_visit"
    USUALLY_NO_VISIT = "usually_no_visit"
    VISIT_MAY_BE_NEEDED = "visit_may_be_needed"
    VISIT_NEEDED = "visit_needed"
    UNCLEAR = "unclear"


class Certainty(str, Enum):
    """How well a statement is known. People see it in words, never as a colour or a score."""

    OFFICIAL = "official"
    COURT = "court"
    REPORTED = "reported"
    ALLEGED = "alleged"
    GUIDANCE = "guidance"
    INFERRED = "inferred"
    CONFLICTING = "conflicting"


class ServiceState(str, Enum):
    """State of something of SSA's that can fail."""

    UP = "up"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True)
class Period:
    """Days on which something holds, both ends included.

    Attributes:
        start: first day.
        end: last day; ``None`` says on purpose that no end is known.
    """

    start: date
    end: Optional[date]

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` lies inside the period."""
        return self.start <= day and (self.end is None or day <= self.end)

    def contains(self, other: "Period") -> bool:
        """Tell whether every day of ``other`` lies inside this period."""
        if other.start < self.start:
            return False
        return self.end is None or (other.end is not None and other.end <= self.end)

    def clipped_to(self, other: "Period") -> Optional["Period"]:
        """Return the days common to both, or ``None`` when there are none."""
        start = max(self.start, other.start)
        ends = [end for end in (self.end, other.end) if end is not None]
        end = min(ends) if ends else None
        if end is not None and end < start:
            return None
        return Period(start, end)


@dataclass(frozen=True)
class Evidence:
    """What stands behind a statement.

    Attributes:
        sources: ids in data/knowledge/sources.yml, best first; never empty.
        certainty: how well it is known.
        checked: the day a person last verified it.
    """

    sources: Tuple[str, ...]
    certainty: Certainty
    checked: date


@dataclass(frozen=True)
class Circumstance:
    """A fact about the person's situation that changes the answer.

    Attributes:
        id: name used in rules and on the command line.
        values: the closed set of known values; ``unknown`` is always possible besides.
        implies: value -> other circumstances that must then have these values
            (a one-time code comes from an online account, so a code implies an account).
        asked: whether it may be asked; if not, it counts only when the person says it unasked.
    """

    id: str
    values: Tuple[str, ...]
    implies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    asked: bool = True


@dataclass(frozen=True)
class Way:
    """A way in which a task can be done in some period.

    Attributes:
        key: name inside the task; rules refer to it.
        channel: the kind of way (``online``, ``phone``, ``bank``, ``office`` ...).
        needs: services that must be up for it.
        period: when the way was open.
        evidence: what stands behind it.
        not_if: circumstance -> values for which the way is closed to the person.
    """

    key: str
    channel: str
    needs: Tuple[str, ...]
    period: Period
    evidence: Evidence
    not_if: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)

    @property
    def in_person(self) -> bool:
        """Whether the way means an appointment at an office."""
        return self.channel == "office"

    def closed_for(self, case: Mapping[str, str]) -> bool:
        """Tell whether the way is closed in a case in which every circumstance is known."""
        return any(case.get(name) in values for name, values in self.not_if.items())


@dataclass(frozen=True)
class Rule:
    """One row of a task's decision table.

    Attributes:
        id: name inside the task.
        when: circumstance -> the values for which the row holds; a circumstance left out may have any value.
        period: the days on which the row is in force.
        visit_need, ways, documents, forms, deadlines, cautions, notices: the outcome; ways are ranked, best first.
        evidence: what stands behind the row.
    """

    id: str
    when: Mapping[str, Tuple[str, ...]]
    period: Period
    visit_need: VisitNeed
    ways: Tuple[str, ...]
    evidence: Evidence
    documents: Tuple[str, ...] = ()
    forms: Tuple[str, ...] = ()
    deadlines: Tuple[str, ...] = ()
    cautions: Tuple[str, ...] = ()
    notices: Tuple[str, ...] = ()

    def holds_for(self, case: Mapping[str, str]) -> bool:
        """Tell whether the row applies to a case in which every circumstance is known."""
        return all(case[name] in values for name, values in self.when.items())


@dataclass(frozen=True)
class Remark:
    """Something worth saying as soon as certain circumstances are known ("with SSI, not on the website").

    Attributes:
        id: name inside the task, or among the general remarks.
        when, period, evidence: as for rules.
        not_for: for a general remark, the tasks that it does not belong to.
        unless_said: for a general remark, circumstances that make it needless once they are said.
    """

    id: str
    when: Mapping[str, Tuple[str, ...]]
    period: Period
    evidence: Evidence
    not_for: Tuple[str, ...] = ()
    unless_said: Tuple[str, ...] = ()

    def holds_for(self, case: Mapping[str, str]) -> bool:
        """Tell whether the remark applies, with what is known of a case."""
        return all(case.get(name) in values for name, values in self.when.items())


@dataclass(frozen=True)
class Task:
    """What a person wants to get done with SSA, and everything that decides how.

    Attributes:
        id: SSA task id.
        circumstances: what can change the answer, in the order in which to ask when nothing else decides.
        rules: the decision table.
        ways: key -> way.
        known: the days for which the sources tell the rules; outside, the answer is ``unclear``.
        recheck_days: days after which a checked fact counts as stale.
        evidence: deadline, caution, document or form id -> what stands behind it.
        remarks: said as soon as they are certain to apply.
    """

    id: str
    circumstances: Tuple[Circumstance, ...]
    rules: Tuple[Rule, ...]
    ways: Mapping[str, Way]
    known: Period
    recheck_days: int
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    remarks: Tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Notice:
    """One dated version of a privacy notice.

    Attributes:
        id: the notice's name; the same for all its versions.
        period: the days on which this wording is right.
        attach: ``in_person`` when it belongs to every answer with an office visit among the ways,
            ``named`` when rules name it.
        evidence: what stands behind it.
        recheck_days: days after which it counts as stale.
    """

    id: str
    period: Period
    attach: str
    evidence: Evidence
    recheck_days: int


@dataclass(frozen=True)
class Knowledge:
    """All that the engine knows.

    Attributes:
        tasks: task id -> task.
        notices: all versions of all notices.
        remarks: remarks that belong to every task, said once what they rest on was said.
    """

    tasks: Mapping[str, Task]
    notices: Tuple[Notice, ...] = ()
    remarks: Tuple[Remark, ...] = ()


@dataclass(frozen=True)
class OfferedWay:
    """A way as offered in an answer.

    Attributes:
        key, channel: as in :class:`Way`.
        rank: 1 is the first to try.
        sure: open to the person whatever the facts still missing turn out to be.
        hindered_by: services it needs that are down or degraded now, with their state.
    """

    key: str
    channel: str
    rank: int
    sure: bool
    hindered_by: Tuple[Tuple[str, ServiceState], ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether a service it needs is down."""
        return any(state is ServiceState.DOWN for _, state in self.hindered_by)


@dataclass(frozen=True)
class Item:
    """A document, form, deadline or caution in an answer; ``sure`` as for ways."""

    id: str
    sure: bool


@dataclass(frozen=True)
class OfferedNotice:
    """A notice attached to an answer, with the version's certainty and day of checking."""

    id: str
    certainty: Certainty
    checked: date
    stale: bool


class Coverage(str, Enum):
    """Where the asked day lies relative to what is known."""

    KNOWN = "known"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Advice:
    """What the engine returns: pure data, no prose.

    Attributes:
        task: task id.
        on: the day for which it was computed.
        coverage: whether that day is inside what is known.
        visit_need: the need common to all outcomes still possible, weakened where they differ.
        rules: ids of the rules still possible; exactly one when everything that matters is known.
        ways: ranked, with ways blocked by a service outage last.
        documents, forms, deadlines, cautions: merged over the rules still possible.
        remarks: ids of the task's and the general remarks that apply whatever is still unknown.
        notices: to show before booking.
        sources: ids, best first.
        certainty: the weakest certainty among the rules; ``None`` outside what is known.
        checked: the oldest day of checking among the facts used.
        stale: some fact used was checked longer ago than allowed.
        next_question: the circumstance to ask, or ``None`` when it is time to answer.
        depends_on: circumstances still unknown that can change the answer.
        circumstances: what was taken into account, sorted by name.
    """

    task: str
    on: date
    coverage: Coverage
    visit_need: VisitNeed
    rules: Tuple[str, ...] = ()
    ways: Tuple[OfferedWay, ...] = ()
    documents: Tuple[Item, ...] = ()
    forms: Tuple[Item, ...] = ()
    deadlines: Tuple[Item, ...] = ()
    cautions: Tuple[Item, ...] = ()
    remarks: Tuple[str, ...] = ()
    notices: Tuple[OfferedNotice, ...] = ()
    sources: Tuple[str, ...] = ()
    certainty: Optional[Certainty] = None
    checked: Optional[date] = None
    stale: bool = False
    next_question: Optional[str] = None
    depends_on: Tuple[str, ...] = ()
    circumstances: Tuple[Tuple[str, str], ...] = ()


def is_stale(checked: date, recheck_days: int, on: date) -> bool:
    """Tell whether a fact checked on ``checked`` is stale on ``on``."""
    return on > checked + timedelta(days=recheck_days)
