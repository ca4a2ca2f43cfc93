"""What a message states as a fact, and what it only asks, supposes, denies, wishes for or tells of others.

A message is cut into clauses, and each clause gets a mood: "do i need an account" asks, "what if i cant leave the
house" supposes, "people who get paper checks" is about others, "i think its ssi" leans. A finding (a place in the text
where a circumstance is named) then stands or falls with the mood of its clause and with the words that lead up to it.
What is presupposed stands even in a question: "how do i change my ssi deposit".

The words by which all this is told are data (data/knowledge/statement_cues.yml), over text made even (bot/text.py).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import List, NamedTuple, Optional, Pattern, Text, Tuple

import spacy
from spacy.language import Language

from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.tasks import CircumstanceEntry
from bot.text import LONGEST, even

ENDS_OF_SENTENCES = [".", "!", "?", ";", "...", "\u2026", "!!", "!!!", "??", "???", "?!", ".."]


class Mood(Enum):
    """What a clause does with what it says."""

    STATES = "states"
    LEANS = "leans"
    ASKS = "asks"
    SUPPOSES = "supposes"
    LEAVES_OPEN = "leaves open"
    OF_OTHERS = "of others"


class Statement(NamedTuple):
    """The value of a circumstance that a message states; not certain when it only leans ("i think its ssi")."""

    value: Text
    certain: bool


class Clause(NamedTuple):
    """A part of a text, from ``start`` to ``end``."""

    start: int
    end: int
    mood: Mood


class StatementCues(NamedTuple):
    """The cues of statement_cues.yml, compiled; what each of them tells is said there."""

    fillers: Pattern[Text]
    asks: Pattern[Text]
    supposes: Pattern[Text]
    goes_on_supposing: Pattern[Text]
    of_others: Pattern[Text]
    goes_on_of_others: Pattern[Text]
    of_oneself: Pattern[Text]
    names_subject: Pattern[Text]
    leans_afterwards: Pattern[Text]
    left_open: Pattern[Text]
    leans: Pattern[Text]
    one_helped: Pattern[Text]
    corrects: Pattern[Text]
    asks_within: Pattern[Text]
    asks_back: Pattern[Text]
    in_general: Pattern[Text]
    hearsay: Pattern[Text]
    leaves_open: Pattern[Text]
    negates: Pattern[Text]
    negates_given: Pattern[Text]
    interjection: Pattern[Text]
    wishes: Pattern[Text]
    not_yet: Pattern[Text]
    over: Pattern[Text]
    not_now: Pattern[Text]
    given: Pattern[Text]
    tells_of_it: Pattern[Text]
    denies: Pattern[Text]
    is_under_way: Pattern[Text]
    done_to_me: Pattern[Text]
    breaks: Pattern[Text]
    starts: Pattern[Text]
    joined_to: Pattern[Text]
    own_matter: Pattern[Text]
    mention: Pattern[Text]
    helped_even_then: Pattern[Text]
    dead: Pattern[Text]
    dead_by_pronoun: Pattern[Text]
    between_choices: Pattern[Text]

    @classmethod
    def of(cls, base: KnowledgeBase) -> "StatementCues":
        """Compile the cues of the knowledge."""
        entries = base.catalogues["statement_cues"]
        return cls(**{name: base.word_groups.as_one(entries[name].patterns) for name in cls._fields})


class Reading(NamedTuple):
    """A text cut into clauses with their moods."""

    text: Text
    clauses: List[Clause]
    cues: StatementCues

    def standing(self, circumstance: CircumstanceEntry, start: int, end: int) -> Optional[bool]:
        """Return whether a finding is certain (``True``), a leaning (``False``) or no statement at all (``None``)."""
        cues = self.cues
        clause = next((clause for clause in self.clauses if start < clause.end), self.clauses[-1])
        lead, said = self.text[clause.start : start], self.text[start:end]
        given = bool(cues.given.search(said)) and not cues.tells_of_it.search(said)
        told, lasting = circumstance.told_by_asking, circumstance.lasting
        if clause.mood is Mood.OF_OTHERS and not cues.done_to_me.search(said):
            return None
        if cues.names_subject.match(said):
            lead = cues.interjection.sub("", lead)
        if self._denied(clause, lead, given, told, lasting and not (given and cues.is_under_way.search(said))):
            return None
        if not told and not given and cues.wishes.search(lead) and not cues.denies.search(said):
            return None
        if lasting and not given and cues.not_now.search(lead):
            return None
        leans = clause.mood is Mood.LEANS and not given and not told
        return not leans

    def corrected(self, start: int, end: int) -> bool:
        """Tell whether something is taken back between two places."""
        return bool(self.cues.corrects.search(self.text, start, end))

    def _denied(self, clause: Clause, lead: Text, given: bool, told: bool, lasting: bool) -> bool:
        """Tell whether the clause or the words before a finding keep it from being a fact about this person."""
        cues = self.cues
        if any(cue.search(lead) for cue in (cues.in_general, cues.over, cues.asks_back)):
            return True
        if given:
            return bool(cues.negates_given.search(lead) or (lasting and cues.not_yet.search(lead)))
        if cues.negates.search(lead) or cues.leaves_open.search(lead) or (lasting and cues.hearsay.search(lead)):
            return True
        if told:
            return clause.mood is Mood.SUPPOSES
        return clause.mood in (Mood.ASKS, Mood.SUPPOSES, Mood.LEAVES_OPEN) or bool(cues.asks_within.search(lead))


class StatementReader:
    """Cuts messages into clauses with their moods; made once from the knowledge."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.cues = StatementCues.of(base)
        self._sentences = sentence_splitter(ENDS_OF_SENTENCES)
        self._breaks = re.compile(f"{self.cues.breaks.pattern}|(?P<start>{self.cues.starts.pattern})")

    def read(self, text: Text) -> Reading:
        """Return the reading of a message."""
        plain = ". ".join(filter(None, (even(line).rstrip(".") for line in text.splitlines())))[:LONGEST]
        reading = Reading(plain, [], self.cues)
        helped = bool(self.cues.one_helped.search(plain))
        for sentence in self._sentences(plain).sents:
            self._read_sentence(reading, sentence.start_char, sentence.end_char, helped)
        return reading

    def leans(self, text: Text) -> bool:
        """Tell whether a text, made even, only leans to what it says: "i think its ssi"."""
        return bool(self.cues.leans.search(text))

    def _read_sentence(self, reading: Reading, start: int, end: int, helped: bool) -> None:
        """Add the clauses of a sentence to a reading."""
        text, clauses = reading.text, reading.clauses
        spans = self._spans(text, start, end)
        texts = [text[left:right].strip(" .,!?;:") for left, right in spans]
        asked = text[start:end].rstrip(' )"').endswith("?")
        for place, ((left, right), words) in enumerate(zip(spans, texts, strict=True)):
            opening = self.cues.fillers.sub("", words)
            mood = self._mood(opening, helped)
            if mood is Mood.STATES and clauses:
                mood = self._handed_on(clauses[-1], words, opening, left == start)
            last = place == len(spans) - 1
            if mood in (Mood.STATES, Mood.LEANS) and last and asked and not self.cues.names_subject.match(opening):
                mood = Mood.ASKS
            if mood in (Mood.STATES, Mood.LEANS) and not last:
                mood = self._looking_ahead(mood, texts[place + 1], place + 2 == len(spans))
            clauses.append(Clause(left, right, mood))

    def _spans(self, text: Text, start: int, end: int) -> List[Tuple[int, int]]:
        """Cut a sentence into clauses."""
        bounds = [start]
        for found in self._breaks.finditer(text, start, end):
            before = text[bounds[-1] : found.start()].rsplit(" ", 1)[-1]
            if found.group("start") is not None and self.cues.joined_to.fullmatch(before):
                continue
            bounds.append(found.end())
        return [(left, right) for left, right in zip(bounds, [*bounds[1:], end], strict=True) if left < right]

    def _mood(self, opening: Text, helped: bool) -> Mood:
        """Return the mood that a clause has by its own words."""
        if self.cues.supposes.match(opening):
            return Mood.SUPPOSES
        if self.cues.asks.match(opening):
            return Mood.ASKS
        if not helped and self.cues.of_others.match(opening):
            return Mood.OF_OTHERS
        if self.cues.leans.search(opening):
            return Mood.LEANS
        return Mood.STATES

    def _handed_on(self, before: Clause, words: Text, opening: Text, new_sentence: bool) -> Mood:
        """Return the mood that a clause without one takes over from the clause before it."""
        if before.mood is Mood.OF_OTHERS:
            to_oneself = new_sentence or self.cues.of_oneself.match(opening)
            goes_on = self.cues.goes_on_of_others.match(opening) or not to_oneself
            return Mood.OF_OTHERS if goes_on else Mood.STATES
        if before.mood is Mood.SUPPOSES and not new_sentence and self.cues.goes_on_supposing.match(words):
            return Mood.SUPPOSES
        return Mood.STATES

    def _looking_ahead(self, mood: Mood, following: Text, at_the_end: bool) -> Mood:
        """Return the mood of a statement in the light of the next clause: "ssi, i think", "ssi or ssdi, idk"."""
        if at_the_end and self.cues.left_open.match(following):
            return Mood.LEAVES_OPEN
        return Mood.LEANS if self.cues.leans_afterwards.match(following) else mood


def sentence_splitter(ends: List[Text]) -> Language:
    """Return a spaCy pipeline that knows tokens, and sentences by what ends them."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": ends})
    return nlp
