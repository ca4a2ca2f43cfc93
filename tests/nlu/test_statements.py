"""What a message states as a fact; the words by which it is told are knowledge, and a change in them takes effect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.schema.parts import WordLists
from bot.knowledge.schema.understanding import CueEntry, WordGroupEntry
from bot.nlu.circumstance_finder import CircumstanceFinder
from bot.nlu.statements import Mood, StatementReader


@pytest.fixture(scope="module")
def reader(base) -> StatementReader:
    return StatementReader(base)


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("I get SSI", Mood.STATES),
        ("I think it's SSI", Mood.LEANS),
        ("so do I need an account", Mood.ASKS),
        ("what if I can't leave the house", Mood.SUPPOSES),
        ("my neighbor gets paper checks", Mood.OF_OTHERS),
    ],
)
def test_a_clause_has_a_mood(reader, text, mood):
    assert reader.read(text).clauses[-1].mood is mood


def test_what_follows_can_change_a_mood(reader):
    assert reader.read("SSI or SSDI, idk which").clauses[0].mood is Mood.LEAVES_OPEN
    assert reader.read("SSI, i think").clauses[0].mood is Mood.LEANS


def with_entry(base, kind, name, entry):
    return replace(base, catalogues={**base.catalogues, kind: {**base.catalogues[kind], name: entry}})


def test_a_word_that_is_added_to_a_group_is_heard(base):
    text = "my padrino needs help with his ssi"
    assert "for_whom" not in CircumstanceFinder(base).find(text)
    words = base.catalogues["word_groups"]["adult"].words.en
    changed = WordGroupEntry(about="Adults.", words=WordLists(en=[*words, "padrino"]))
    finder = CircumstanceFinder(with_entry(base, "word_groups", "adult", changed))
    assert finder.find(text)["for_whom"] == "other_adult"


def test_a_cue_that_is_changed_takes_effect(base):
    text = "methinks my benefit is ssi"
    assert CircumstanceFinder(base).hear(text)["benefit"].certain
    changed = CueEntry(about="Leans.", patterns=WordLists(en=["<leaning>", r"\bmethinks"]))
    finder = CircumstanceFinder(with_entry(base, "statement_cues", "leans", changed))
    assert not finder.hear(text)["benefit"].certain
    assert finder.leans("methinks its ssi")
