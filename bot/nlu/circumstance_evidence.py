"""Which circumstances a message states, weighed from two witnesses: the linear model and the patterns.

The model knows many wordings and is seldom sure; the patterns (``heard`` in data/knowledge/circumstances.yml) know few wordings
and are often right. A logistic regression over the few features below weighs them; its weights and threshold are chosen on the
development split (docs/understanding.md) and stand in config.yml.
"""

from __future__ import annotations

import math
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Sequence, Text, Tuple

import numpy

from bot.nlu.linear_model import NOTHING, Statement
from bot.nlu.message_model import Evidence

WORTH_WEIGHING = 0.1
"""What the model finds less likely, and no pattern finds, is not looked at."""

NEAR = 3.0
"""Log-odds below zero: what the model finds less likely of another value does not count against the candidate."""

APPLYING = "apply_"
"""How the intents of those begin who apply for a benefit."""


class Candidate(NamedTuple):
    """A circumstance that a message may state.

    Attributes:
        name: the circumstance.
        value: its value.
        text: the part of the message in which the model sees it most.
        features: what speaks for and against it, by name.
        probability: how likely the message states it, once weighed.
    """

    name: Text
    value: Text
    text: Text
    features: Mapping[Text, float]
    probability: float = 0.0

    @property
    def has_pattern(self) -> bool:
        """Whether a pattern found it."""
        return self.features["pattern"] > 0


class Weigher:
    """Says how likely candidates are."""

    def __init__(self, weights: Mapping[Text, float]) -> None:
        """Take the weights of the features, with a ``bias``."""
        self._weights = weights

    def weigh(self, candidate: Candidate) -> Candidate:
        """Return the candidate with its probability."""
        score = self._weights["bias"] + sum(
            self._weights.get(name, 0.0) * value for name, value in candidate.features.items()
        )
        return candidate._replace(probability=1 / (1 + math.exp(-score)))

    def likeliest(self, evidence: Evidence, heard: Mapping[Text, Text], applies: float) -> Dict[Text, Candidate]:
        """Return circumstance -> its likeliest value; the arguments are those of :func:`candidates`."""
        best: Dict[Text, Candidate] = {}
        for candidate in map(self.weigh, candidates(evidence, heard, applies)):
            if candidate.name not in best or candidate.probability > best[candidate.name].probability:
                best[candidate.name] = candidate
        return best


def candidates(evidence: Evidence, heard: Mapping[Text, Text], applies: float) -> Iterator[Candidate]:
    """Yield what a message may state.

    Args:
        evidence: of the model.
        heard: circumstance -> value that the patterns found.
        applies: how likely the person applies for something; who applies for a benefit does not get it.
    """
    highest, where = evidence.confidences.max(axis=0), evidence.confidences.argmax(axis=0)
    likely = set(numpy.flatnonzero(highest >= WORTH_WEIGHING).tolist())
    numbered = {statement: number for number, statement in enumerate(evidence.statements)}
    likely |= {numbered[found] for found in heard.items() if found in numbered}
    likely.discard(numbered.get(NOTHING))
    nothing = evidence.of_nothing()
    nothing_on_whole = _log_odds(float(nothing[0]))
    for number in sorted(likely):
        name, value = evidence.statements[number]
        text = evidence.texts[int(where[number])]
        others = [float(highest[other]) for other in _others(evidence.statements, name, value)]
        surely = _log_odds(float(highest[number]))
        on_whole = _log_odds(float(evidence.confidences[0, number]))
        on_another = _log_odds(max(others, default=0.0))
        pattern = float(heard.get(name) == value)
        yield Candidate(
            name,
            value,
            text,
            {
                "model": surely,
                "model_on_whole": on_whole,
                "model_on_whole_squared": on_whole**2,
                "model_on_another_value": on_another,
                "another_value_is_near": max(0.0, on_another + NEAR),
                "another_value_and_model": on_another * surely,
                "another_value_and_pattern": on_another * pattern,
                "pattern": pattern,
                "pattern_and_model": pattern * surely,
                "pattern_of_another_value": float(name in heard and heard[name] != value),
                "nothing": nothing_on_whole,
                "rather_nothing": max(0.0, nothing_on_whole),
                "nothing_and_pattern": nothing_on_whole * pattern,
                "nothing_in_part": _log_odds(float(nothing[where[number]])),
                "applies_for_it": applies if name == "benefit" else 0.0,
                "parts": math.log(len(evidence.texts)),
                "words": math.log(len(text.split()) + 1),
                name: 1.0,  # some circumstances are oftener heard wrongly than others
            },
        )


def applies(ranking: Sequence[Mapping[Text, Any]]) -> float:
    """Return how likely a person applies for a benefit, by the ranking of intents."""
    return sum(entry["confidence"] for entry in ranking if entry["name"].startswith(APPLYING))


def _others(statements: Tuple[Statement, ...], name: Text, value: Text) -> List[int]:
    """Return the places of the other values of a circumstance."""
    return [number for number, other in enumerate(statements) if other[0] == name and other[1] != value]


def _log_odds(confidence: float) -> float:
    return math.log((confidence + 0.002) / (1 - confidence + 0.002))
