"""What texts ask for and what they state: logistic regressions over words and parts of words.

One set of features serves all (features.py). An intent is one of many, a statement stands by itself. Compared with other models in docs/understanding.md.
"""

from __future__ import annotations

import zlib
from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Text, Tuple

import numpy
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

from bot.nlu.features import View, new_features

Statement = Tuple[Text, Text]
"""A circumstance and its value."""

FEWEST = 5
"""A value that fewer texts state is not learnt."""

PROCESSES = 2
"""Not threads: liblinear draws from one stream of random numbers for the whole process, so threads would make each training another."""

READ_FOR_PARTS = 0.3
"""Share of the longer messages of which parts are learnt from, too."""

PARTS_KEPT = 0.5
"""Share of their parts; there are many, and much alike. They teach what states nothing."""


class Asking(NamedTuple):
    """A message and its intent."""

    text: Text
    intent: Text


class Told(NamedTuple):
    """A text, what it states, and the circumstances of which it is not known whether it states them."""

    text: Text
    states: Mapping[Text, Text]
    unclear: Sequence[Text] = ()


class LinearModel:
    """Judges texts; usable without Rasa."""

    def __init__(
        self,
        features: FeatureUnion,
        intents: Sequence[Text],
        statements: Sequence[Statement],
        weights: numpy.ndarray,
        bias: numpy.ndarray,
    ) -> None:
        """Take what was learnt: ``weights`` has a row a feature, a column an intent and then a statement."""
        self.intents = tuple(intents)
        self.statements = tuple(statements)
        self._bias = bias.astype(numpy.float32)
        self._views = []
        first = 0
        for _, vectorizer in features.transformer_list:
            end = first + len(vectorizer.vocabulary_)
            self._views.append(View(vectorizer, vectorizer.idf_.astype(numpy.float32), _packed(weights[first:end])))
            first = end

    @classmethod
    def learn(
        cls,
        asked: Sequence[Asking],
        told: Sequence[Told],
        regularisation: float,
        features: Optional[FeatureUnion] = None,
    ) -> "LinearModel":
        """Fit the model; the texts must have been made even (bot/text.py). ``features`` may be given to compare others."""
        features = features or new_features()
        intents = sorted({asking.intent for asking in asked})
        rows = features.fit_transform([asking.text for asking in asked]).tocsr()
        truth = numpy.array([asking.intent for asking in asked])
        some = [intents[first::PROCESSES] for first in range(PROCESSES)]
        several = [_Several(rows, numpy.where(numpy.isin(truth, few), truth, _REST)) for few in some if few]
        statements = _statements(told)
        several += _statement_columns(features, told, statements)
        fitted = Parallel(n_jobs=PROCESSES)(delayed(_fit)(each, regularisation) for each in several)
        known = {name: learnt for by_name in fitted for name, learnt in by_name.items()}
        learnt = [known[name] for name in (*intents, *statements)]
        return cls(
            features,
            intents,
            statements,
            numpy.stack([w for w, _ in learnt], axis=1),
            numpy.array([b for _, b in learnt]),
        )

    def judge(self, texts: Sequence[Text]) -> Tuple[numpy.ndarray, numpy.ndarray]:
        """Return the confidences of the intents, each row adding up to one, and those of the statements, each 0 to 1."""
        scores = sum((view.rows(texts) @ view.weights for view in self._views), self._bias)
        likely = 1.0 / (1.0 + numpy.exp(-scores))
        asked = likely[:, : len(self.intents)]
        return asked / asked.sum(axis=1, keepdims=True), likely[:, len(self.intents) :]

    def words(self) -> Dict[Text, float]:
        """Return each word that is known, with the share of the messages it was learnt from that use it."""
        words = self._views[0].vectorizer
        shares = numpy.exp(1 - words.idf_)  # idf = ln((1 + messages) / (1 + uses)) + 1
        return {
            word: float(share)
            for word, share in zip(words.get_feature_names_out(), shares, strict=True)
            if " " not in word
        }


def _packed(weights: numpy.ndarray) -> numpy.ndarray:
    return numpy.ascontiguousarray(weights, dtype=numpy.float32)


_REST = ""
"""Stands for all that a regression tells the others from; sorts before every name."""


class _Several(NamedTuple):
    """What some regressions learn from together: the library copies the rows once for all of them, which takes as long as to learn.

    Attributes:
        rows: features, a row a text.
        truth: the name of what each text is, or :data:`_REST`.
        counts: which texts count (1) or not (0).
        key: what stands in front of the names where they are learnt: the circumstance of a value.
    """

    rows: csr_matrix
    truth: numpy.ndarray
    counts: Optional[numpy.ndarray] = None
    key: Optional[Text] = None


def new_classifier(regularisation: float) -> LogisticRegression:
    """Return an untrained regression.

    It solves the dual problem and stops early: as good as the exact solution on the development split, in a quarter of the time.
    """
    return LogisticRegression(C=regularisation, solver="liblinear", dual=True, max_iter=6, tol=0.1, random_state=0)


def parts_that_state_nothing(told: Told, parts: Iterable[Text]) -> List[Told]:
    """Return some of the parts of a message as texts that state nothing, but for what the message states somewhere."""
    return [Told(part, {}, tuple(told.states)) for part in parts if _chance(part) < PARTS_KEPT]


def is_read_for_parts(text: Text) -> bool:
    """Tell whether parts of a message are learnt from, too; the same each time."""
    return _chance(text) < READ_FOR_PARTS


def _chance(text: Text) -> float:
    """Return a number from 0 to 1 that is the same for a text each time."""
    return zlib.crc32(text.encode("utf-8")) / 2**32


def _statements(told: Sequence[Told]) -> List[Statement]:
    counted: Dict[Statement, int] = {}
    for text in told:
        for statement in text.states.items():
            counted[statement] = counted.get(statement, 0) + 1
    return sorted(statement for statement, number in counted.items() if number >= FEWEST)


def _statement_columns(features: FeatureUnion, told: Sequence[Told], statements: List[Statement]) -> List[_Several]:
    """Return what the values of each circumstance are learnt from: all texts of which it is known whether they state it."""
    if not statements:
        return []
    rows = features.transform([text.text for text in told]).tocsr()
    columns = []
    for name, value in statements:
        clear = numpy.array([float(name not in text.unclear) for text in told])
        truth = numpy.array([value if text.states.get(name) == value else _REST for text in told])
        columns.append(_Several(rows, truth, clear, name))
    return columns


def _fit(several: _Several, regularisation: float) -> Dict[Any, Tuple[numpy.ndarray, float]]:
    """Return the weights and the bias of each regression by what it tells: an intent, or a circumstance's value."""
    classifier = new_classifier(regularisation).fit(several.rows, several.truth, several.counts)
    names = classifier.classes_ if len(classifier.coef_) > 1 else classifier.classes_[-1:]
    learnt = zip(names, classifier.coef_.astype(numpy.float32), classifier.intercept_, strict=True)
    return {(several.key, name) if several.key else name: (weights, float(bias)) for name, weights, bias in learnt}
