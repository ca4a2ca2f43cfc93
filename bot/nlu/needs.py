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
from bot.nlu.cues import cue
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.kinds import ALONE, BESIDES
from bot.nlu.message_model import SPANS
from bot.nlu.reading import READING, WHOLE, Reading, Span, spans_left_of, spans_right_of

NEEDS = "needs"
"""Key of the result: the intents a message asks for, in the order in which it names them."""

Confidences = Mapping[Text, float]

LEAST_AHEAD = 1.25
"""So much likelier than a remark must be what counts as a need."""


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


class NeedsSplitter:
    """Finds two needs; usable without Rasa."""

    def __init__(
        self, base: KnowledgeBase, weights: Mapping[Text, float], threshold: float, against_whole: float = 0.0
    ) -> None:
        """Take the settings.

        Args:
            base: where the tasks and the cues are.
            weights: of the features of :meth:`features`, and a ``bias``.
            threshold: least probability of two needs.
            against_whole: the same where the message as a whole speaks for neither of the two.
        """
        self._askable = {*base.tasks, *BESIDES}
        self._cues: Dict[Text, Pattern[Text]] = {
            name: cue(base, name) for name in ("another_need", "joins_needs", "leads_on", "asks_for_something")
        }
        self._weights = weights
        self._threshold = threshold
        self._against_whole = against_whole

    def split(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Optional[Pair]:
        """Return the two needs of a message, or ``None``. ``judged`` has an entry for each span, and for the whole."""
        pair = self.best_pair(reading, judged)
        if pair is None:
            return None
        speaks_for_one = _likeliest(judged[WHOLE]) in (pair.first, pair.second)
        least = self._threshold if speaks_for_one else max(self._threshold, self._against_whole)
        return pair if self.probability(reading, pair, judged) >= least else None

    def best_pair(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Optional[Pair]:
        """Return the likeliest pair of different needs on the two sides of a cut."""
        return max(self._pairs(reading, judged), key=_strength, default=None)

    def _pairs(self, reading: Reading, judged: Mapping[Span, Confidences]) -> Iterator[Pair]:
        length, whole = len(reading.clauses), judged[WHOLE]
        for cut in range(1, length):
            for left in spans_left_of(cut):
                for right in spans_right_of(cut, length):
                    first, second = self._need(judged.get(left, {})), self._need(judged.get(right, {}))
                    if first and second and first != second:
                        clear = (judged[left][first], judged[right][second])
                        among = (whole.get(first, 0.0), whole.get(second, 0.0))
                        yield Pair(first, second, cut, left, right, clear, among)

    def _need(self, confidences: Confidences) -> Optional[Text]:
        """Return the likeliest need of a part; none where it is as likely a remark ("im on ssi")."""
        asked = [name for name in confidences if name in self._askable]
        need = max(asked, key=lambda name: confidences[name], default=None)
        remark = max((value for name, value in confidences.items() if name not in self._askable), default=0.0)
        return need if need and confidences[need] > LEAST_AHEAD * remark else None

    def probability(self, reading: Reading, pair: Pair, judged: Mapping[Span, Confidences]) -> float:
        """Return how likely it is, 0 to 1, that the pair are two needs of the person."""
        found = self.features(reading, pair, judged)
        score = self._weights["bias"] + sum(self._weights[name] * value for name, value in found.items())
        return 1 / (1 + math.exp(-score))

    def features(self, reading: Reading, pair: Pair, judged: Mapping[Span, Confidences]) -> Dict[Text, float]:
        """Return what speaks for and against two needs, by name."""
        left, right = reading.span(0, pair.cut), reading.span(pair.cut, len(reading.clauses))
        joint, whole = reading.clauses[pair.cut].joint, judged[WHOLE]
        on_left, on_right = judged[pair.left], judged[pair.right]
        asks = self._cues["asks_for_something"]
        return {
            "clear_left": _log(pair.clear[0]),
            "clear_right": _log(pair.clear[1]),
            "ahead_left": _log(pair.clear[0]) - _log(_best_but(on_left, pair.first)),
            "ahead_right": _log(pair.clear[1]) - _log(_best_but(on_right, pair.second)),
            "second_on_left": _log(on_left.get(pair.second, 0.0)),
            "first_on_right": _log(on_right.get(pair.first, 0.0)),
            "weaker_in_whole": _log(min(pair.whole)),
            "stronger_in_whole": _log(max(pair.whole)),
            "top_is_one_of_them": float(_likeliest(whole) in (pair.first, pair.second)),
            "left_asks": float(bool(asks.search(left))),
            "right_asks": float(bool(asks.search(right))),
            "says_another": float(bool(self._cues["another_need"].search(right))),
            "new_sentence": float(joint == "."),
            "joined": float(bool(self._cues["joins_needs"].search(joint))),
            "leads_on": float(bool(self._cues["leads_on"].search(joint))),
            "length": _words(reading.text),
            "length_left": _words(reading.span(*pair.left)),
            "length_right": _words(reading.span(*pair.right)),
            "clauses": float(len(reading.clauses)),
        }


def _likeliest(confidences: Confidences) -> Text:
    return max(confidences, key=lambda name: confidences[name], default="")


def _log(confidence: float) -> float:
    return math.log(confidence + 0.003)


def _words(text: Text) -> float:
    return math.log(len(text.split()) + 1)


def _best_but(confidences: Confidences, intent: Text) -> float:
    """Return the confidence of the likeliest other intent."""
    return max((value for name, value in confidences.items() if name != intent), default=0.0)


def _strength(pair: Pair) -> float:
    return min(pair.clear) + 0.3 * min(pair.whole)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class NeedsFinder(FromKnowledge, IntentClassifier):
    """Sets ``needs`` on each message, and the intent ``two_needs`` where there are two."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings: those of :class:`NeedsSplitter`."""
        return {"threshold": 0.5, "against_whole": 0.0, "weights": {"bias": 0.0}}

    def __init__(self, splitter: NeedsSplitter) -> None:
        self._splitter = splitter

    @classmethod
    def of(cls, config: Dict[Text, Any], base: KnowledgeBase) -> "NeedsFinder":
        """Create the component."""
        return cls(NeedsSplitter(base, config["weights"], config["threshold"], config["against_whole"]))

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
