"""Patterns that are tried only at the words they can begin with find what a search finds."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Iterator, List, Tuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.privacy.finding
from bot.privacy.finding.cues import Cue, cue
from bot.privacy.finding.draft import Draft


def _all_cues() -> Iterator[Tuple[str, Cue]]:
    for module in pkgutil.iter_modules(bot.privacy.finding.__path__):
        for name, value in vars(importlib.import_module(f"bot.privacy.finding.{module.name}")).items():
            if isinstance(value, Cue):
                yield f"{module.name}.{name}", value


CUES = dict(_all_cues())


@pytest.mark.parametrize(
    ("source", "words", "beginnings"),
    [
        (r"\bborn\b", {"born"}, ()),
        (r"\bborn(?:ed)?\b", {"born", "borned"}, ()),
        (r"\b(?:my|mi) name", {"my", "mi"}, ()),
        (r"\bp\.?o\.? box", {"p", "po"}, ()),
        (r"\bnac[ie]\w*", set(), ("nace", "naci")),
        (r"\bssn", set(), ("ssn",)),
        (r"(?<!new )(?:cuba|haiti)(?![a-z])", set(), ("cuba", "haiti")),
        (r"\bbirth ?day\b", {"birth", "birthday"}, ()),
    ],
)
def test_the_words_a_pattern_can_begin_with(source: str, words: set, beginnings: tuple) -> None:
    made = cue(source)
    assert set(made.words) == words
    assert made.beginnings == beginnings


@pytest.mark.parametrize("source", [r"\d+", r"\w+ is", r"(?:my )?[a-z]+", r"\s*born"])
def test_what_can_begin_without_a_word_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="without a word"):
        cue(source)


PIECES = [
    "born ", "birth", "day ", "birthday ", "my ", "name is ", "ann lee", " from cuba", "soy de ", "haiti ", "pin ", "code is ", "a1b2", "login", " user ", "4/5/1950", " 12 ", "turned ", "sixty ", "green card ",
    "i am a ", "calle ", "apt ", "passport ", "de ", "la ", "née ", "le ", "\n", ", ", ". ", "_", "1", "x", "[ssn]", "zip ", "dr. ", "mi ", "is my ", "dob",
]  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_they_match_where_a_search_matches(text: str) -> None:
    draft = Draft(text)
    for name, made in CUES.items():
        searched: List[Tuple[int, int]] = [match.span() for match in re.finditer(made.pattern, draft.plain)]
        assert [match.span() for match in draft.matches(made)] == searched, name
        assert draft.has(made) == bool(searched)


def test_there_are_many() -> None:
    assert len(CUES) > 25
