"""What texts ask for and what they state: logistic regressions over words and parts of words.

One set of features serves all: TF-IDF of words (1-2) and of characters within words (3-4), which carry most of the robustness
against typing errors. An intent is one of many, a statement stands by itself. Compared with other models in docs/understanding.md.
"""

from __future__ import annotations

import zlib
from typing import Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Text, Tuple

import numpy
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

Statement = Tuple[Text, Text]
"""A circumstance and its value."""

FEWEST = 5
"""A value that fewer texts state is not learnt."""

PROCESSES = 2
"""Not threads: liblinear draws from one stream of random numbers for the whole process, so threads would make each training another."""

PARTS_KEPT = 0.15
"""Share of the parts of messages that teach what states nothing; there are many, and much alike."""


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
            self._views.append(_View(vectorizer, vectorizer.idf_.astype(numpy.float32), _packed(weights[first:end])))
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
        columns = [_Column(rows, truth == intent) for intent in intents]
        statements = _statements(told)
        columns += _statement_columns(features, told, statements)
        fitted = Parallel(n_jobs=PROCESSES)(delayed(_fit)(column, regularisation) for column in columns)
        weights = numpy.stack([weight for weight, _ in fitted], axis=1)
        return cls(features, intents, statements, weights, numpy.array([bias for _, bias in fitted]))

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


class _View(NamedTuple):
    """One kind of features (words, or parts of words), with its weights."""

    vectorizer: TfidfVectorizer
    idf: numpy.ndarray
    weights: numpy.ndarray

    def rows(self, texts: Sequence[Text]) -> csr_matrix:
        """Return what ``vectorizer.transform`` does, without its checks: for a few short texts they take most of its time."""
        counted = CountVectorizer.transform(self.vectorizer, texts)
        row_of = numpy.repeat(numpy.arange(counted.shape[0]), numpy.diff(counted.indptr))
        weighed = (numpy.log(counted.data) + 1) * self.idf[counted.indices]
        lengths = numpy.sqrt(numpy.bincount(row_of, weights=weighed**2, minlength=counted.shape[0]))
        counted.data = (weighed / lengths[row_of]).astype(numpy.float32)
        return counted


def _packed(weights: numpy.ndarray) -> numpy.ndarray:
    return numpy.ascontiguousarray(weights, dtype=numpy.float32)


class _Column(NamedTuple):
    """What one regression learns from: rows of features, which of them are so, and which count (1) or not (0)."""

    rows: csr_matrix
    truth: numpy.ndarray
    counts: Optional[numpy.ndarray] = None


def new_features() -> FeatureUnion:
    """Return the features, not yet fitted."""
    shared = {"sublinear_tf": True, "min_df": 2, "dtype": numpy.float32}
    return FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", **shared)),  # noqa: S106
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), **shared)),
        ]
    )


def new_classifier(regularisation: float) -> LogisticRegression:
    """Return an untrained regression.

    It solves the dual problem and stops early: as good as the exact solution on the development split, in a quarter of the time.
    """
    return LogisticRegression(C=regularisation, solver="liblinear", dual=True, max_iter=6, tol=0.1, random_state=0)


def parts_that_state_nothing(told: Told, parts: Iterable[Text]) -> List[Told]:
    """Return some of the parts of a message as texts that state nothing, but for what the message states somewhere."""
    return [Told(part, {}, tuple(told.states)) for part in parts if _chance(part) < PARTS_KEPT]


def _chance(text: Text) -> float:
    """Return a number from 0 to 1 that is the same for a text each time."""
    return zlib.crc32(text.encode("utf-8")) / 2**32


def _statements(told: Sequence[Told]) -> List[Statement]:
    counted: Dict[Statement, int] = {}
    for text in told:
        for statement in text.states.items():
            counted[statement] = counted.get(statement, 0) + 1
    return sorted(statement for statement, number in counted.items() if number >= FEWEST)


def _statement_columns(features: FeatureUnion, told: Sequence[Told], statements: List[Statement]) -> List[_Column]:
    """Return what each statement is learnt from: all texts of which it is known whether they state the circumstance."""
    if not statements:
        return []
    rows = features.transform([text.text for text in told]).tocsr()
    columns = []
    for name in sorted({name for name, _ in statements}):
        clear = numpy.array([float(name not in text.unclear) for text in told])
        values = numpy.array([text.states.get(name, "") for text in told])
        columns += [_Column(rows, values == value, clear) for other, value in statements if other == name]
    return columns


def _fit(column: _Column, regularisation: float) -> Tuple[numpy.ndarray, float]:
    classifier = new_classifier(regularisation).fit(column.rows, column.truth, column.counts)
    return classifier.coef_[0].astype(numpy.float32), float(classifier.intercept_[0])
