"""Which circumstances a text states. Usable without Rasa (``advisor parse``).

The patterns are data (``heard`` in data/knowledge/circumstances.yml). What a pattern finds counts when the clause that
it stands in states it as a fact (bot/nlu/statements.py); later statements win over earlier ones.
"""

from __future__ import annotations

import re
from typing import Dict, FrozenSet, List, NamedTuple, Optional, Pattern, Set, Text

from bot.knowledge import KnowledgeBase
from bot.knowledge.patterns import each
from bot.nlu.pattern_hints import hints_of
from bot.nlu.statements import Reading, Statement, StatementReader

SHORT = 5
"""A message of so many words is not about anything else than the circumstance that is heard in it."""


class Wording(NamedTuple):
    """A compiled pattern, with sets of texts; one of each must be in the message for the pattern to be tried."""

    circumstance: Text
    value: Text
    pattern: Pattern[Text]
    hints: FrozenSet[FrozenSet[Text]]


class Heard(NamedTuple):
    """A circumstance found in a text, with its place, and whether it is stated as certain."""

    value: Text
    start: int
    end: int
    certain: bool


class CircumstanceFinder:
    """Finds circumstances in text; usable without Rasa (``advisor parse``)."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._circumstances = base.circumstances
        self._reader = StatementReader(base)
        self._wordings = [
            wording(name, value, base.word_groups.written_out(pattern, language), re.ASCII if language == "en" else 0)
            for name, circumstance in base.circumstances.items()
            for value, entry in circumstance.values.items()
            for language, _, pattern in each(entry.heard)
        ]
        self._hints = frozenset().union(*(wording.hints for wording in self._wordings))
        self._hint_texts = frozenset().union(*self._hints)
        self._only_in = {
            name: base.word_groups.as_one(circumstance.only_in)
            for name, circumstance in base.circumstances.items()
            if any(each(circumstance.only_in))
        }

    def find(self, text: Text) -> Dict[Text, Text]:
        """Return circumstance -> value for what the text states."""
        return {name: statement.value for name, statement in self.hear(text).items()}

    def hear(self, text: Text) -> Dict[Text, Statement]:
        """Return circumstance -> statement: the value, and whether the text is certain of it."""
        reading = self._reader.read(text)
        met = self._met(reading.text)
        heard: Dict[Text, List[Heard]] = {}
        for circumstance, value, pattern, hints in self._wordings:
            if not hints <= met:
                continue
            for match in pattern.finditer(reading.text):
                start, end = match.span("here") if "here" in pattern.groupindex else match.span()
                certain = reading.standing(self._circumstances[circumstance], start, end)
                if certain is not None:
                    heard.setdefault(circumstance, []).append(Heard(value, start, end, certain))
        stated = {
            name: _last(name, found, reading, self._circumstances[name].widest)
            for name, found in heard.items()
            if self._fits(name, reading.text)
        }
        return {name: Statement(last.value, last.certain) for name, last in stated.items() if last is not None}

    def leans(self, text: Text) -> bool:
        """Tell whether a text, made even, only leans to what it says: "i think its ssi"."""
        return self._reader.leans(text)

    def _met(self, text: Text) -> Set[FrozenSet[Text]]:
        """Return the sets of hints of which the text holds one."""
        present = {hint for hint in self._hint_texts if hint in text}
        return {hints for hints in self._hints if not present.isdisjoint(hints)}

    def _fits(self, circumstance: Text, text: Text) -> bool:
        """Tell whether the message is about what the circumstance belongs to."""
        topic = self._only_in.get(circumstance)
        return topic is None or bool(topic.search(text)) or len(text.split()) <= SHORT


def wording(circumstance: Text, value: Text, pattern: Text, flags: int = 0) -> Wording:
    """Compile a pattern of the knowledge in which word groups are written out."""
    return Wording(circumstance, value, re.compile(pattern, flags), hints_of(pattern))


def _last(circumstance: Text, found: List[Heard], reading: Reading, widest: Optional[Text]) -> Optional[Heard]:
    """Return the statement that counts: of overlapping ones the longest, of the others the last."""
    if circumstance == "for_whom":
        found = _concerned(_living(found, reading), reading)
    longest = [heard for heard in found if not any(_covers(other, heard) for other in found)]
    ordered = sorted(longest, key=lambda heard: (heard.start, heard.end))
    chosen = _without_choices(ordered, reading)
    if not chosen:
        return None
    last = chosen[-1]
    wide = [heard for heard in chosen if heard.value == widest]
    if wide and not reading.corrected(wide[-1].end, last.start):
        last = wide[-1]
    return last._replace(certain=all(heard.certain for heard in chosen if heard.value == last.value))


def _covers(other: Heard, heard: Heard) -> bool:
    """Tell whether a longer finding takes the place of one: "no paper check" that of "paper check"."""
    overlap = heard.start < other.end and other.start < heard.end
    return overlap and other.end - other.start > heard.end - heard.start


def _without_choices(ordered: List[Heard], reading: Reading) -> List[Heard]:
    """Leave out what is only offered as a choice: "ssi or ssdi"."""
    between = reading.cues.between_choices
    offered = {
        heard
        for one, other in zip(ordered, ordered[1:], strict=False)
        if one.value != other.value and between.fullmatch(reading.text[one.end : other.start])
        for heard in (one, other)
    }
    return [heard for heard in ordered if heard not in offered]


def _concerned(found: List[Heard], reading: Reading) -> List[Heard]:
    """Leave out relatives that are only mentioned in the writer's own matter."""
    text, cues = reading.text, reading.cues
    if not cues.own_matter.search(text):
        return found
    return [
        heard
        for heard in found
        if not cues.mention.fullmatch(text, heard.start, heard.end) or cues.helped_even_then.match(text, heard.end)
    ]


def _living(found: List[Heard], reading: Reading) -> List[Heard]:
    """Leave out people who are dead: they are not helped."""
    dead: Set[Text] = set()
    by_pronoun = False
    for match in reading.cues.dead.finditer(reading.text):
        named = [who for who in match.groupdict().values() if who is not None]
        dead.update(who.rsplit(" ", 1)[-1] for who in named)
        by_pronoun = by_pronoun or not named
    said = {heard: set(re.findall(r"\w+", reading.text[heard.start : heard.end])) for heard in found}
    if by_pronoun:
        dead.update(filter(reading.cues.dead_by_pronoun.fullmatch, set().union(*said.values())))
    return [heard for heard in found if not dead & said[heard]]
