"""Two needs in one message: "new card and change my address".

A message is cut in two at each of its clauses. Where the intent model names another need on each side, and each is clear enough,
the person asked two things. How clear is decided by a logistic regression over the few features below; its weights and threshold
are chosen on the development split (docs/understanding.md) and stand in config.yml.
"""

from __future__ import annotations

import math
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Pattern, Sequence, Text, Tuple

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import KnowledgeBase
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.reading import READING, Reading, cue

NEEDS = "needs"
"""Key of the result: the intents a message asks for, in the order in which it names them."""

SPANS = "span_confidences"
"""Key of what the intent model says of parts of the message: (first clause, end) -> intent -> confidence."""

Confidences = Mapping[Text, float]
Span = Tuple[int, int]

WHOLE: Span = (0, 0)
"""Stands for the message as a whole among the spans."""

BESIDES = (
    "book_appointment", "reschedule_appointment", "walk_in_question", "what_to_bring", "office_hours", "wait_times",
    "data_sharing", "chat_privacy", "heard_that", "legal_help", "talk_to_human", "family_and_companions",
    "homebound_help", "what_to_tell_agent", "deadline", "strange_message", "report_scam", "scam_already",
    "no_benefits_message", "website_down", "checklist",
)  # fmt: skip
"""Intents that can be a need beside a task; a greeting or a thank-you is none."""

ALONE = ("crisis", "emergency", "abuse", "ice_at_office_now")
"""Nothing is put beside these."""


class Pair(NamedTuple):
    """Two needs found on the two sides of a cut.

    Attributes:
        first: need on the left, and ``second`` on the right.
        cut: number of the clause that opens the right side.
        left: the clauses in which the first need shows best, and ``right`` for the second.
        clear: confidence of the first need on its side and of the second on its side.
        whole: confidence of both in the message as a whole.
    """

    first: Text
    second: Text
    cut: int
    left: Span
    right: Span
    clear: Tuple[float, float]
    whole: Tuple[float, float]


def spans_to_judge(reading: Reading) -> List[Span]:
    """Return the parts of a message that the intent model has to judge: both sides of each cut, and what is next to it."""
    length = len(reading.clauses)
    if length < 2:
        return []
    wanted = {span for cut in range(1, length) for span in (*_lefts(cut), *_rights(cut, length))}
    return sorted(wanted)


def _lefts(cut: int) -> List[Span]:
    return [(0, cut), (cut - 1, cut), (max(cut - 2, 0), cut)]


def _rights(cut: int, length: int) -> List[Span]:
    return [(cut, length), (cut, cut + 1), (cut, min(cut + 2, length))]


class NeedsSplitter:
    """Finds two needs; usable without Rasa."""

    def __init__(
        self, base: KnowledgeBase, weights: Mapping[Text, float], threshold: float, clear_enough: float = 0.0
    ) -> None:
        """Take the settings: ``clear_enough`` is the least confidence of each need on its own side of the cut."""
        self._askable = {*base.tasks, *BESIDES}
        self._cues: Dict[Text, Pattern[Text]] = {
            name: cue(base, name) for name in ("another_need", "joins_needs", "leads_on", "asks_for_something")
        }
        self._weights = weights
        self._threshold = threshold
        self._clear_enough = clear_enough

    def split(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Optional[Pair]:
        """Return the two needs of a message, or ``None``. ``judged`` has an entry for each span, and for the whole."""
        pair = self.best_pair(reading, judged)
        if pair is None or min(pair.clear) < self._clear_enough:
            return None
        return pair if self.probability(reading, pair, judged[WHOLE]) >= self._threshold else None

    def best_pair(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Optional[Pair]:
        """Return the likeliest pair of different needs on the two sides of a cut."""
        return max(self._pairs(reading, judged), key=_strength, default=None)

    def _pairs(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Iterator[Pair]:
        length, whole = len(reading.clauses), judged[WHOLE]
        for cut in range(1, length):
            for left in _lefts(cut):
                for right in _rights(cut, length):
                    first, second = self._need(judged.get(left, {})), self._need(judged.get(right, {}))
                    if first and second and first != second:
                        clear = (judged[left][first], judged[right][second])
                        among = (whole.get(first, 0.0), whole.get(second, 0.0))
                        yield Pair(first, second, cut, left, right, clear, among)

    def _need(self, confidences: Confidences) -> Optional[Text]:
        asked = [name for name in confidences if name in self._askable]
        return max(asked, key=lambda name: confidences[name], default=None)

    def probability(self, reading: Reading, pair: Pair, whole: Confidences) -> float:
        """Return how likely it is, 0 to 1, that the pair are two needs of the person."""
        found = self.features(reading, pair, whole)
        score = self._weights["bias"] + sum(self._weights[name] * value for name, value in found.items())
        return 1 / (1 + math.exp(-score))

    def features(self, reading: Reading, pair: Pair, whole: Confidences) -> Dict[Text, float]:
        """Return what speaks for and against two needs, by name."""
        left, right = reading.span(0, pair.cut), reading.span(pair.cut, len(reading.clauses))
        joint = reading.clauses[pair.cut].joint
        top = max(whole, key=lambda name: whole[name], default="")
        asks = self._cues["asks_for_something"]
        return {
            "clear_left": math.log(pair.clear[0] + 0.01),
            "clear_right": math.log(pair.clear[1] + 0.01),
            "weaker_in_whole": math.log(min(pair.whole) + 0.01),
            "stronger_in_whole": math.log(max(pair.whole) + 0.01),
            "top_is_one_of_them": float(top in (pair.first, pair.second)),
            "left_asks": float(bool(asks.search(left))),
            "right_asks": float(bool(asks.search(right))),
            "says_another": float(bool(self._cues["another_need"].search(right))),
            "new_sentence": float(joint == "."),
            "joined": float(bool(self._cues["joins_needs"].search(joint))),
            "leads_on": float(bool(self._cues["leads_on"].search(joint))),
            "length": math.log(len(reading.text.split())),
            "clauses": float(len(reading.clauses)),
        }


def _strength(pair: Pair) -> float:
    return min(pair.clear) + 0.3 * min(pair.whole)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class NeedsFinder(FromKnowledge, IntentClassifier):
    """Sets ``needs`` on each message, and the intent ``two_needs`` where there are two."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings: ``threshold``, ``clear_enough`` and ``weights`` of the decision, see :class:`NeedsSplitter`."""
        return {"threshold": 0.5, "clear_enough": 0.0, "weights": {"bias": 0.0}}

    def __init__(self, splitter: NeedsSplitter) -> None:
        self._splitter = splitter

    @classmethod
    def of(cls, config: Dict[Text, Any], base: KnowledgeBase) -> "NeedsFinder":
        """Create the component."""
        return cls(NeedsSplitter(base, config["weights"], config["threshold"], config["clear_enough"]))

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the needs of each message: two, or none besides its intent."""
        for message in messages:
            pair = self._pair(message)
            if pair:
                message.set(NEEDS, [pair.first, pair.second], add_to_output=True)
                _put_first(message, pair)
        return messages

    def _pair(self, message: Message) -> Optional[Pair]:
        reading, judged = message.get(READING), message.get(SPANS)
        ranking: Sequence[Mapping[Text, Any]] = message.get("intent_ranking") or []
        if not reading or not judged or not ranking or ranking[0]["name"] in ALONE:
            return None
        return self._splitter.split(reading, judged)


def _put_first(message: Message, pair: Pair) -> None:
    """Make one of the two needs the intent: the likelier one in the whole message, if it is one of them."""
    clear = {pair.first: pair.clear[0], pair.second: pair.clear[1]}
    top = message.get(INTENT)
    if top["name"] in clear:
        return
    ranking = [entry for entry in message.get("intent_ranking", []) if entry["name"] != pair.first]
    intent = {"name": pair.first, "confidence": clear[pair.first]}
    message.set(INTENT, intent, add_to_output=True)
    message.set("intent_ranking", [intent, *ranking], add_to_output=True)
