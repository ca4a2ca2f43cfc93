"""What texts ask for and what they state: logistic regressions over words and parts of words.

One set of features serves all, another statements besides (features.py). An intent is one of many, a statement stands by itself.
Compared with other models in docs/understanding.md.
"""

from __future__ import annotations

from itertools import chain
from typing import Any, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Text, Tuple, Type

import numpy
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion

from bot.nlu.features import View, features_of_statements, new_features
from bot.nlu.word_classes import RunsOfClasses, WordClass

Statement = Tuple[Text, Text]
"""A circumstance and its value."""

NOTHING: Statement = ("nothing", "yes")
"""Learnt as if it were a statement: that a text states nothing of the situation, whatever it speaks of ("my cousin lost his ssi, why?")."""

FEWEST = 5
"""A value that fewer texts state is not learnt."""

ROUNDS, ROUNDS_OF_STATEMENTS = 6, 4
"""How often a regression goes over the texts. Fewer are as good for intents, but then more sentences change sides from one training to the next."""

PROCESSES = 2
"""Not threads: liblinear draws from one stream of random numbers for the whole process, so threads would make each training another."""


class Asking(NamedTuple):
    """A message and its intent."""

    text: Text
    intent: Text


class Told(NamedTuple):
    """A text and what it states."""

    text: Text
    states: Mapping[Text, Text]


class LinearModel:
    """Judges texts; usable without Rasa."""

    def __init__(
        self,
        features: FeatureUnion,
        intents: Sequence[Text],
        statements: Sequence[Statement],
        weights: numpy.ndarray,
        bias: numpy.ndarray,
        of_statements: Optional[View] = None,
    ) -> None:
        """Take what was learnt: ``weights`` has a row a feature, a column an intent and then a statement; ``of_statements`` only the latter."""
        self.intents = tuple(intents)
        self.statements = tuple(statements)
        self._bias = bias.astype(numpy.float32)
        self._of_statements = of_statements
        self._views = []
        first = 0
        for _, vectorizer in features.transformer_list:
            end = first + len(vectorizer.vocabulary_)
            self._views.append(_view(vectorizer, weights[first:end]))
            first = end

    @classmethod
    def learn(
        cls,
        asked: Sequence[Asking],
        told: Sequence[Told],
        regularisation: float,
        classes: Sequence[WordClass] = (),
        features: Optional[FeatureUnion] = None,
    ) -> "LinearModel":
        """Fit the model; the texts must have been made even (bot/text.py). ``features`` may be given to compare others."""
        told = [text if text.states else Told(text.text, dict([NOTHING])) for text in told]
        features = features or new_features()
        intents = sorted({asking.intent for asking in asked})
        rows = features.fit_transform([asking.text for asking in asked]).tocsr()
        truth = numpy.array([asking.intent for asking in asked])
        some = [intents[first::PROCESSES] for first in range(PROCESSES)]
        several = [_Several(rows, numpy.where(numpy.isin(truth, few), truth, _REST)) for few in some if few]
        statements = _statements(told)
        besides = features_of_statements(RunsOfClasses.learn(classes, [text.text for text in told]))
        columns = _statement_columns(features, besides, told, statements)
        fitted = Parallel(n_jobs=PROCESSES)(delayed(_fit)(each, regularisation) for each in chain(several, columns))
        known = {name: learnt for by_name in fitted for name, learnt in by_name.items()}
        learnt = [known[name] for name in (*intents, *statements)]
        shared = rows.shape[1]
        return cls(
            features,
            intents,
            statements,
            numpy.stack([w[:shared] for w, _ in learnt], axis=1),
            numpy.array([b for _, b in learnt]),
            _view(besides, numpy.stack([known[name][0][shared:] for name in statements], axis=1))
            if statements
            else None,
        )

    def __getstate__(self) -> Dict[str, Any]:
        """Keep the weights in half the space; what is lost shows in no confidence."""
        return self._with_weights_as(numpy.float16)

    def __setstate__(self, state: Dict[str, Any]) -> None:
        """Take what was kept, with weights that can be reckoned with quickly."""
        self.__dict__.update(state)
        self.__dict__.update(self._with_weights_as(numpy.float32))

    def _with_weights_as(self, kind: Type[numpy.floating[Any]]) -> Dict[str, Any]:
        views = [view.with_weights_as(kind) for view in self._views]
        besides = self._of_statements.with_weights_as(kind) if self._of_statements else None
        return {**self.__dict__, "_views": views, "_of_statements": besides}

    def judge(self, texts: Sequence[Text]) -> Tuple[numpy.ndarray, numpy.ndarray]:
        """Return the confidences of the intents, each row adding up to one, and those of the statements, each 0 to 1."""
        scores = sum((view.rows(texts) @ view.weights for view in self._views), self._bias)
        if self._of_statements:
            scores[:, len(self.intents) :] += self._of_statements.rows(texts) @ self._of_statements.weights
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


def _view(vectorizer: Any, weights: numpy.ndarray) -> View:
    return View(
        vectorizer, vectorizer.idf_.astype(numpy.float32), numpy.ascontiguousarray(weights, dtype=numpy.float32)
    )


_REST = ""
"""Stands for all that a regression tells the others from; sorts before every name."""


class _Several(NamedTuple):
    """What some regressions learn from together: the library copies the rows once for all of them, which takes as long as to learn.

    Attributes:
        rows: features, a row a text.
        truth: the name of what each text is, or :data:`_REST`.
        key: what stands in front of the names where they are learnt: the circumstance of a value.
        rounds: how often to go over the rows.
    """

    rows: csr_matrix
    truth: numpy.ndarray
    key: Optional[Text] = None
    rounds: int = ROUNDS


def new_classifier(regularisation: float, rounds: int = ROUNDS) -> LogisticRegression:
    """Return an untrained regression.

    It solves the dual problem and stops early: as good as the exact solution on the development split, in a quarter of the time.
    """
    return LogisticRegression(C=regularisation, solver="liblinear", dual=True, max_iter=rounds, tol=0.1, random_state=0)


def _statements(told: Sequence[Told]) -> List[Statement]:
    counted: Dict[Statement, int] = {}
    for text in told:
        for statement in text.states.items():
            counted[statement] = counted.get(statement, 0) + 1
    return sorted(statement for statement, number in counted.items() if number >= FEWEST)


def _statement_columns(
    features: FeatureUnion, besides: TfidfVectorizer, told: Sequence[Told], statements: List[Statement]
) -> Iterator[_Several]:
    """Yield what the values of each circumstance are learnt from: all texts."""
    if not statements:
        return
    texts = [text.text for text in told]
    rows = hstack([features.transform(texts), besides.fit_transform(texts)], format="csr", dtype=numpy.float32)
    for name in dict.fromkeys(name for name, _ in statements):
        truth = numpy.array([text.states.get(name, _REST) for text in told])
        yield _Several(rows, truth, name, ROUNDS_OF_STATEMENTS)


def _fit(several: _Several, regularisation: float) -> Dict[Any, Tuple[numpy.ndarray, float]]:
    """Return the weights and the bias of each regression by what it tells: an intent, or a circumstance's value."""
    classifier = new_classifier(regularisation, several.rounds).fit(several.rows, several.truth)
    names = classifier.classes_ if len(classifier.coef_) > 1 else classifier.classes_[-1:]
    learnt = zip(names, classifier.coef_.astype(numpy.float32), classifier.intercept_, strict=True)
    return {(several.key, name) if several.key else name: (weights, float(bias)) for name, weights, bias in learnt}
