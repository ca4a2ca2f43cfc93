"""Messages of an evaluation split that training has nearly word for word: they would make the figures a memory test.

``python -m benchmarks.nlu.near_duplicates`` lists them; a test refuses them.
"""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Sequence, Tuple

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import norm
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.nlu.tables import DEVELOPMENT, TEST, circumstances, intents, learnt_texts, two_needs
from bot.text import bare

AS_GOOD_AS_THE_SAME = 0.9
"""Cosine of the messages' character 3- to 5-grams; the same sentence with a typing error has about this."""

SHORTEST = 5
"""Words. Shorter messages ("how long is the wait") are what everybody types; nobody can write them anew."""


COMMON = 0.02
"""A feature that a greater share of the training messages has finds few candidates that a rarer one does not."""


class NearDuplicate(NamedTuple):
    """An evaluation message and the training message it nearly is."""

    evaluated: str
    trained: str
    likeness: float


def near_duplicates(evaluated: Sequence[str], trained: Sequence[str]) -> List[NearDuplicate]:
    """Return the messages of an evaluation table that have a near duplicate among the training messages."""
    long_enough = [text for text in evaluated if len(bare(text).split()) >= SHORTEST]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=numpy.float32)
    known = vectorizer.fit_transform(map(bare, trained))
    asked = vectorizer.transform(map(bare, long_enough))
    pairs, places = _possible_pairs(asked, known)
    likeness = numpy.asarray(asked[pairs].multiply(known[places]).sum(axis=1)).ravel()
    closest: Dict[int, NearDuplicate] = {}
    for number, place, cosine in sorted(zip(pairs, places, likeness, strict=True), key=lambda found: found[2]):
        if cosine >= AS_GOOD_AS_THE_SAME:
            closest[number] = NearDuplicate(long_enough[number], trained[place], float(cosine))
    return [closest[number] for number in sorted(closest)]


def _possible_pairs(asked: csr_matrix, known: csr_matrix) -> Tuple[numpy.ndarray, numpy.ndarray]:
    """Return the rows of both that can be alike enough, found by their rare features: with all of them it takes four times as long.

    The common features add at most the product of their lengths.
    """
    common = numpy.bincount(known.indices, minlength=known.shape[1]) > COMMON * known.shape[0]
    most = [norm(rows[:, common], axis=1) for rows in (asked, known)]
    likeness = (asked[:, ~common] @ known[:, ~common].T).tocoo()
    enough = likeness.data + most[0][likeness.row] * most[1][likeness.col] >= AS_GOOD_AS_THE_SAME
    all_common = numpy.flatnonzero(most[0] >= AS_GOOD_AS_THE_SAME)
    others = (asked[all_common] @ known.T).tocoo()
    alike = others.data >= AS_GOOD_AS_THE_SAME
    return (
        numpy.concatenate([likeness.row[enough], all_common[others.row[alike]]]),
        numpy.concatenate([likeness.col[enough], others.col[alike]]),
    )


def evaluation_messages() -> List[str]:
    """Return all messages of the development and test splits."""
    return [
        row.text
        for split in (DEVELOPMENT, TEST)
        for table in (intents, two_needs, circumstances)
        for row in table(split)
    ]


def main() -> None:
    """List near duplicates, without the evaluation messages themselves: they are for no one who writes training data."""
    for found in near_duplicates(evaluation_messages(), learnt_texts()):
        print(f"{found.likeness:.2f}  remove from training: {found.trained}")


if __name__ == "__main__":
    main()
