"""What the linear model reads in a text: TF-IDF of words (1-2) and of the parts of words (3 characters); of classes of words (1-3).

Parts carry most of the robustness against typing errors. They are those of scikit-learn's ``char_wb``, but each different
word is taken apart once, which takes a fraction of the time; a test compares the two.
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Sequence, Text, Tuple, Type

import numpy
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from bot.nlu.word_classes import RunsOfClasses

FEWEST = 2
"""A feature of fewer texts is not learnt."""

PART = 3
"""Characters of a part. Those of four besides, or instead, find nothing more and take their time."""

NO_PARTS = numpy.empty(0, dtype=numpy.int32)


class PartsOfWords(BaseEstimator, TransformerMixin):
    """TF-IDF of the parts of words, a space before and behind each word counted in."""

    def fit(self, texts: Sequence[Text], _: Any = None) -> "PartsOfWords":
        """Learn which parts there are."""
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Sequence[Text], _: Any = None, **__: Any) -> csr_matrix:
        """Learn which parts there are, and return the features of the texts."""
        words, texts_by_word = _words_of(texts)
        library = CountVectorizer(analyzer="char_wb", ngram_range=(PART, PART), dtype=numpy.float32)
        counted = texts_by_word @ library.fit_transform(words)
        uses = numpy.bincount(counted.indices, minlength=counted.shape[1])
        kept = numpy.flatnonzero(uses >= FEWEST)
        names = library.get_feature_names_out()[kept]
        self.vocabulary_ = {name: place for place, name in enumerate(names)}
        self.idf_ = (numpy.log((1 + len(texts)) / (1 + uses[kept])) + 1).astype(numpy.float32)
        return weighed(counted[:, kept], self.idf_)

    def transform(self, texts: Sequence[Text]) -> csr_matrix:
        """Return the features of other texts."""
        return weighed(self.count(texts), self.idf_)

    def count(self, texts: Sequence[Text]) -> csr_matrix:
        """Return how often each part stands in each text."""
        words = [text.lower().split() for text in texts]
        of_words = {word: self._parts_of(word) for word in {word for of_text in words for word in of_text}}
        parts = [[of_words[word] for word in of_text] for of_text in words]
        ends = numpy.cumsum([0, *(sum(map(len, of_text)) for of_text in parts)])
        columns = numpy.concatenate([NO_PARTS, *(of_word for of_text in parts for of_word in of_text)])
        shape = (len(texts), len(self.vocabulary_))
        counted = csr_matrix((numpy.ones(len(columns), numpy.float32), columns, ends), shape=shape)
        counted.sum_duplicates()
        return counted

    def get_feature_names_out(self, _: Any = None) -> numpy.ndarray:
        """Return the parts, in the order of the columns."""
        return numpy.array(list(self.vocabulary_), dtype=object)

    def _parts_of(self, word: Text) -> numpy.ndarray:
        places = [self.vocabulary_[part] for part in _taken_apart(word) if part in self.vocabulary_]
        return numpy.array(places, dtype=numpy.int32)


class View(NamedTuple):
    """One kind of features (words, or parts of words), with its weights."""

    vectorizer: Any
    idf: numpy.ndarray
    weights: numpy.ndarray

    def rows(self, texts: Sequence[Text]) -> csr_matrix:
        """Return what ``vectorizer.transform`` does, without its checks: for a few short texts they take most of its time."""
        if isinstance(self.vectorizer, PartsOfWords):
            return weighed(self.vectorizer.count(texts), self.idf)
        return weighed(CountVectorizer.transform(self.vectorizer, texts), self.idf)

    def with_weights_as(self, kind: Type[numpy.floating[Any]]) -> "View":
        """Return the same with weights of another precision."""
        return self._replace(weights=self.weights.astype(kind))


def new_features() -> FeatureUnion:
    """Return the features, not yet fitted."""
    words = TfidfVectorizer(
        ngram_range=(1, 2),
        token_pattern=r"(?u)\b\w+\b",  # noqa: S106
        sublinear_tf=True,
        min_df=FEWEST,
        dtype=numpy.float32,
    )
    return FeatureUnion([("words", words), ("characters", PartsOfWords())])


def features_of_statements(runs: RunsOfClasses) -> TfidfVectorizer:
    """Return what is read besides in a text where it is asked what it states, not yet fitted."""
    return TfidfVectorizer(analyzer=runs, sublinear_tf=True, min_df=FEWEST, dtype=numpy.float32)


def weighed(counted: csr_matrix, idf: numpy.ndarray) -> csr_matrix:
    """Return the logarithm of each count, times how rare the feature is, each row of length one."""
    row_of = numpy.repeat(numpy.arange(counted.shape[0]), numpy.diff(counted.indptr))
    weights = (numpy.log(counted.data) + 1) * idf[counted.indices]
    lengths = numpy.sqrt(numpy.bincount(row_of, weights=weights**2, minlength=counted.shape[0]))
    counted.data = (weights / lengths[row_of]).astype(numpy.float32)
    return counted


def _words_of(texts: Sequence[Text]) -> Tuple[List[Text], csr_matrix]:
    """Return the different words of some texts, and how often each text has each; a row may name a word twice."""
    places: Dict[Text, int] = {}
    columns: List[int] = []
    ends = [0]
    for text in texts:
        columns += [places.setdefault(word, len(places)) for word in text.lower().split()]
        ends.append(len(columns))
    ones = numpy.ones(len(columns), dtype=numpy.float32)
    return list(places), csr_matrix(
        (ones, numpy.array(columns, dtype=numpy.int32), ends), shape=(len(texts), len(places))
    )


def _taken_apart(word: Text) -> List[Text]:
    """Return the parts of a word."""
    framed = f" {word} "
    return [framed[start : start + PART] for start in range(len(framed) - PART + 1)]
