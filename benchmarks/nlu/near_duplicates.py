"""Messages of an evaluation split that training has nearly word for word: they would make the figures a memory test.

``python -m benchmarks.nlu.near_duplicates`` lists them; a test refuses them.
"""

from __future__ import annotations

from typing import List, NamedTuple, Sequence

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.nlu.tables import DEVELOPMENT, TEST, circumstances, intents, learnt_texts, two_needs
from bot.text import bare

AS_GOOD_AS_THE_SAME = 0.9
"""Cosine of the messages' character 3- to 5-grams; the same sentence with a typing error has about this."""

SHORTEST = 5
"""Words. Shorter messages ("how long is the wait") are what everybody types; nobody can write them anew."""


class NearDuplicate(NamedTuple):
    """An evaluation message and the training message it nearly is."""

    evaluated: str
    trained: str
    likeness: float


def near_duplicates(evaluated: Sequence[str], trained: Sequence[str]) -> List[NearDuplicate]:
    """Return the messages of an evaluation table that have a near duplicate among the training messages."""
    long_enough = [text for text in evaluated if len(bare(text).split()) >= SHORTEST]
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), dtype=numpy.float32).fit(map(bare, trained))
    rows = vectorizer.transform(map(bare, trained))
    likeness = vectorizer.transform(map(bare, long_enough)) @ rows.T
    found = []
    for number, text in enumerate(long_enough):
        row = likeness.getrow(number)
        if row.nnz and row.data.max() >= AS_GOOD_AS_THE_SAME:
            best = int(row.data.argmax())
            found.append(NearDuplicate(text, trained[row.indices[best]], float(row.data[best])))
    return found


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
