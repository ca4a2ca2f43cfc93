"""Word groups in regular expressions: ``<name>`` stands for any of the words, in the language of the pattern."""

from __future__ import annotations

import re
from typing import List

import pytest

from bot.knowledge.checking_patterns import NEEDED_CUES
from bot.knowledge.patterns import WordGroups, names_in
from bot.knowledge.schema.parts import WordLists
from bot.knowledge.schema.understanding import WordGroupEntry
from bot.nlu.statements import StatementCues


def group(en: List[str], es: List[str] = ()) -> WordGroupEntry:
    return WordGroupEntry(about="Words.", words=WordLists(en=list(en), es=list(es)))


GROUPS = WordGroups(
    {
        "kin": group(["moms?", "<old> man"], ["madre"]),
        "old": group(["old", "elderly"]),
        "one": group(["single"]),
    }
)


@pytest.mark.parametrize(
    ("pattern", "language", "written_out"),
    [
        ("my <kin>", "en", "my (?:moms?|(?:old|elderly) man)"),
        ("mi <kin>", "es", "mi (?:madre)"),
        ("<one>?", "en", "(?:single)?"),
        ("(?P<old>my) <old>", "en", "(?P<old>my) (?:old|elderly)"),
        ("(?<!my )(?<=a )b", "en", "(?<!my )(?<=a )b"),
        ("plain", "en", "plain"),
    ],
)
def test_a_name_is_written_out_in_the_language_of_the_pattern(pattern: str, language: str, written_out: str) -> None:
    assert GROUPS.written_out(pattern, language) == written_out


def test_names_are_told_once_and_named_parts_are_none() -> None:
    assert names_in("<kin> (?P<here><old>) <kin> (?P=here)") == ["kin", "old"]


def test_patterns_of_all_languages_are_one() -> None:
    one = GROUPS.as_one(WordLists(en=["^my <kin>$", "^a$|^b$"], es=["^mi <kin>$"]))
    assert [bool(one.search(text)) for text in ("my elderly man", "mi madre", "b", "my madre")] == [
        True,
        True,
        True,
        False,
    ]
    assert GROUPS.all_of(WordLists(en=["<one>"], fr=["x"])) == ["(?:single)", "x"]


def test_no_patterns_fit_nothing() -> None:
    assert not GROUPS.as_one(WordLists()).search("")


def test_every_pattern_of_the_knowledge_can_be_written_out(base) -> None:  # noqa: ANN001
    for name, entry in base.catalogues["word_groups"].items():
        for language in ("en", "es", "fr"):
            if getattr(entry.words, language):
                written_out = base.word_groups.written_out(f"<{name}>", language)
                assert not names_in(written_out)
                re.compile(written_out)


def test_the_checks_know_the_cues_that_the_program_asks_for() -> None:
    assert NEEDED_CUES["statement_cues"] == StatementCues._fields
