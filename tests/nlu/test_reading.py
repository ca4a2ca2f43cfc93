"""Clauses and named things, as people write them."""

from __future__ import annotations

import pytest

from bot.nlu.reading import MOST_CLAUSES, Reader


@pytest.fixture(scope="module")
def reader(base) -> Reader:
    return Reader(base)


@pytest.mark.parametrize(
    "text, clauses",
    [
        ("new card and change my address", ["new card", "change my address"]),
        ("1) new medicare card 2) extra help", ["new medicare card", "extra help"]),
        ("Name change. Bank change.", ["name change", "bank change"]),
        ("where n what time open", ["where", "what time open"]),
        ("I moved, so my check went to the old place", ["i moved", "my check went to the old place"]),
        ("1099 + award letter", ["1099", "award letter"]),
        ("i need a card", ["i need a card"]),
        ("", []),
        ("??", []),
    ],
)
def test_a_message_is_cut_where_one_thing_ends(reader, text, clauses):
    assert [clause.text.rstrip(" ?") for clause in reader.read(text).clauses] == clauses


def test_a_long_story_keeps_all_its_words(reader):
    story = "and then ".join(f"thing{number} " for number in range(40))
    reading = reader.read(story)
    assert len(reading.clauses) == MOST_CLAUSES
    assert all(f"thing{number}" in reading.span(0, MOST_CLAUSES) for number in range(40))


@pytest.mark.parametrize(
    "text, kind, name",
    [
        ("they sent me an SSA-455", "form", "ssa_455"),
        ("got the form 455 what now", "form", "ssa_455"),
        ("whats part b.", "program", None),
    ],
)
def test_things_are_known_by_right_and_wrong_names(reader, text, kind, name):
    named = reader.read(text).named
    assert [thing.kind for thing in named] == [kind]
    assert name in (None, named[0].entry)


def test_every_word_of_the_gazetteers_is_found(reader, base):
    missed = [
        (name, word)
        for name, entry in base.catalogues["gazetteers"].items()
        for word in entry.called.en
        if name not in [thing.entry for thing in reader.read(f"question about {word}").named]
    ]
    assert missed == []
