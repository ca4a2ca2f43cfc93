"""What a message states as a fact, and what it only asks, supposes, denies, wishes for or tells of others.

A message is cut into clauses, and each clause gets a mood: "do i need an account" asks, "what if i cant leave the
house" supposes, "people who get paper checks" is about others, "i think its ssi" leans. A finding (a place in the text
where a circumstance is named) then stands or falls with the mood of its clause and with the words that lead up to it.
What is presupposed stands even in a question: "how do i change my ssi deposit".

All cues are regular expressions over text made even (bot/text.py): lower case, no apostrophes.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import List, NamedTuple, Optional, Pattern, Text, Tuple

import spacy
from spacy.language import Language

from bot.nlu.statement_cues import (
    ASKING_BACK,
    ASKING_OPENINGS,
    ASKING_WITHIN,
    CORRECTING,
    DENYING,
    DISTANT_PERSONS,
    DONE_TO_ME,
    ENDS_OF_SENTENCES,
    FILLERS,
    GENERAL_SUBJECTS,
    GIVEN,
    HEARSAY,
    HELPED,
    INTERJECTION,
    JOINED_TO,
    LASTING,
    LEANING,
    LEFT_OPEN,
    NEGATING,
    NEGATING_GIVEN,
    NEW_START,
    NOT_NOW,
    NOT_YET,
    OVER,
    QUESTION_WORDS,
    STRANGERS,
    SUBJECTS,
    SUPPOSING_OPENINGS,
    TOLD_BY_ASKING,
    UNDER_WAY,
    UNKNOWING,
    VERBS,
    WISHING,
)
from bot.text import LONGEST, even


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


def _any(*cues: Text) -> Pattern[Text]:
    return re.compile(r"\b(?:" + "|".join(cues) + ")" if cues else "(?!)")


_FILLERS = re.compile(rf"^(?:(?:{'|'.join(FILLERS)})\b[ ,.:!-]*)+")
_ASKS = re.compile("|".join(ASKING_OPENINGS))
_ASKS_WITHIN = _any(*ASKING_WITHIN)
_SUPPOSES = re.compile("|".join(SUPPOSING_OPENINGS))
_GENERAL = _any(*GENERAL_SUBJECTS)
_HEARSAY = _any(*HEARSAY)
_OTHERS = re.compile(rf"(?:my|a|an|some|one|another) (?:\w+ )?(?:{'|'.join(DISTANT_PERSONS)})\b")
_STRANGERS = re.compile(STRANGERS)
_HELPED = re.compile("|".join(HELPED).format("|".join(DISTANT_PERSONS)))
_GOES_ON_OF_OTHERS = re.compile(r"(?:she|he|they|her|hers|his|their|theirs|hes|shes|theyre|it|its)\b")
_OF_ONES_OWN = re.compile(r"(?:i|im|ive|id|ill|my|me|mine|we|our|us|this|that|where|what|how|now|but i)\b")
_UNKNOWING = _any(*UNKNOWING)
_LEFT_OPEN = re.compile(rf"{LEFT_OPEN}$")
_LEANS = re.compile("|".join(rf"\b{cue}" if cue[0] != "^" else cue for cue in LEANING))
_LEANS_ALONE = re.compile(
    rf"(?:{'|'.join(cue.lstrip('^') for cue in LEANING)})(?: (?:so|it is|thats it|that one|thats right|its called))*$"
    "|(?:i think|think|i believe|i guess|maybe)(?: so)?$"
)
_DENIES = re.compile(DENYING)
_NEGATES = re.compile(NEGATING)
_NEGATES_GIVEN = re.compile(NEGATING_GIVEN)
_WISHES = _any(*WISHING)
_NOT_YET = re.compile(NOT_YET)
_ASKS_BACK = re.compile(ASKING_BACK)
_OVER = re.compile(OVER)
_NOT_NOW = re.compile(NOT_NOW)
_GIVEN = re.compile(GIVEN)
_VERBS = re.compile(VERBS)
_UNDER_WAY = re.compile(UNDER_WAY)
_DONE_TO_ME = re.compile(DONE_TO_ME)
_INTERJECTION = re.compile(INTERJECTION)
_CORRECTS = re.compile(CORRECTING)
_SUBJECT = re.compile(rf"{SUBJECTS}\b")
_BREAKS = re.compile(
    r"(?P<mark>[,:()\[\]\u2013\u2014]+\s*|\.{2,}\s*|\u2026\s*|\s-{1,2}\s)"
    r"|\s(?=(?:but|so|because|cause|cuz|although|though|except|if|unless|when|whenever|while|whether|suppose|"
    rf"what if|even if|since (?:im|ive|i|my|shes|she|hes|he|the|theyre|they|were|we))\b|(?:and|plus|n|&|or) (?:{SUBJECTS}|{QUESTION_WORDS})\b)"
    rf"|\s(?P<start>(?={NEW_START}|{QUESTION_WORDS}\b))"
)


class Reading:
    """A text cut into clauses with their moods."""

    def __init__(self, text: Text) -> None:
        self.text = ". ".join(filter(None, (even(line).rstrip(".") for line in text.splitlines())))[:LONGEST]
        helped = bool(_HELPED.search(self.text))
        self.clauses: List[Clause] = []
        for sentence in _SENTENCES(self.text).sents:
            self._read_sentence(sentence.start_char, sentence.end_char, helped)

    def standing(self, circumstance: Text, start: int, end: int) -> Optional[bool]:
        """Return whether a finding is certain (``True``), a leaning (``False``) or no statement at all (``None``)."""
        clause = next((clause for clause in self.clauses if start < clause.end), self.clauses[-1])
        lead, said = self.text[clause.start : start], self.text[start:end]
        given = bool(_GIVEN.search(said)) and not _VERBS.search(said)
        told = circumstance in TOLD_BY_ASKING
        lasting = circumstance in LASTING
        if clause.mood is Mood.OF_OTHERS and not _DONE_TO_ME.search(said):
            return None
        if _SUBJECT.match(said):
            lead = _INTERJECTION.sub("", lead)
        if self._denied(clause, lead, given, told, lasting and not (given and _UNDER_WAY.search(said))):
            return None
        if not told and not given and _WISHES.search(lead) and not _DENIES.search(said):
            return None
        if lasting and not given and _NOT_NOW.search(lead):
            return None
        leans = clause.mood is Mood.LEANS and not given and not told
        return not leans

    def corrected(self, start: int, end: int) -> bool:
        """Tell whether something is taken back between two places."""
        return bool(_CORRECTS.search(self.text, start, end))

    def _denied(self, clause: Clause, lead: Text, given: bool, told: bool, lasting: bool) -> bool:
        """Tell whether the clause or the words before a finding keep it from being a fact about this person."""
        if any(cue.search(lead) for cue in (_GENERAL, _OVER, _ASKS_BACK)):
            return True
        if given:
            return bool(_NEGATES_GIVEN.search(lead) or (lasting and _NOT_YET.search(lead)))
        if _NEGATES.search(lead) or _UNKNOWING.search(lead) or (lasting and _HEARSAY.search(lead)):
            return True
        if told:
            return clause.mood is Mood.SUPPOSES
        return clause.mood in (Mood.ASKS, Mood.SUPPOSES, Mood.LEAVES_OPEN) or bool(_ASKS_WITHIN.search(lead))

    def _read_sentence(self, start: int, end: int, helped: bool) -> None:
        spans = self._spans(start, end)
        texts = [self.text[left:right].strip(" .,!?;:") for left, right in spans]
        asked = self.text[start:end].rstrip(' )"').endswith("?")
        for place, ((left, right), words) in enumerate(zip(spans, texts, strict=True)):
            opening = _FILLERS.sub("", words)
            mood = _mood(opening, helped)
            if mood is Mood.STATES and self.clauses:
                mood = _handed_on(self.clauses[-1], words, opening, left == start)
            last = place == len(spans) - 1
            if mood in (Mood.STATES, Mood.LEANS) and last and asked and not _SUBJECT.match(opening):
                mood = Mood.ASKS
            if mood in (Mood.STATES, Mood.LEANS) and not last:
                mood = _looking_ahead(mood, texts[place + 1], place + 2 == len(spans))
            self.clauses.append(Clause(left, right, mood))

    def _spans(self, start: int, end: int) -> List[Tuple[int, int]]:
        """Cut a sentence into clauses."""
        bounds = [start]
        for found in _BREAKS.finditer(self.text, start, end):
            before = self.text[bounds[-1] : found.start()].rsplit(" ", 1)[-1]
            if found.group("start") is not None and before in JOINED_TO:
                continue
            bounds.append(found.end())
        return [(left, right) for left, right in zip(bounds, [*bounds[1:], end], strict=True) if left < right]


def _mood(opening: Text, helped: bool) -> Mood:
    """Return the mood that a clause has by its own words."""
    if _SUPPOSES.match(opening):
        return Mood.SUPPOSES
    if _ASKS.match(opening):
        return Mood.ASKS
    if not helped and (_OTHERS.match(opening) or _STRANGERS.match(opening)):
        return Mood.OF_OTHERS
    if _LEANS.search(opening):
        return Mood.LEANS
    return Mood.STATES


def _handed_on(before: Clause, words: Text, opening: Text, new_sentence: bool) -> Mood:
    """Return the mood that a clause without one takes over from the clause before it."""
    if before.mood is Mood.OF_OTHERS:
        goes_on = _GOES_ON_OF_OTHERS.match(opening) or not (new_sentence or _OF_ONES_OWN.match(opening))
        return Mood.OF_OTHERS if goes_on else Mood.STATES
    if before.mood is Mood.SUPPOSES and not new_sentence and re.match(r"(?:and|or|n|&)\b", words):
        return Mood.SUPPOSES
    return Mood.STATES


def _looking_ahead(mood: Mood, following: Text, at_the_end: bool) -> Mood:
    """Return the mood of a statement in the light of the next clause: "ssi, i think", "ssi or ssdi, idk"."""
    if at_the_end and _LEFT_OPEN.match(following):
        return Mood.LEAVES_OPEN
    return Mood.LEANS if _LEANS_ALONE.match(following) else mood


def sentence_splitter(ends: List[Text]) -> Language:
    """Return a spaCy pipeline that knows tokens, and sentences by what ends them."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": ends})
    return nlp


_SENTENCES = sentence_splitter(ENDS_OF_SENTENCES)
