"""Patterns that begin with a word, tried only where one of the words stands that they can begin with.

Searching a long message for one pattern costs little, for a hundred of them it does not. Most patterns begin with one of
a few words; the message's words are listed once (:meth:`Draft.places`), and each pattern looks at its own alone.
"""

from __future__ import annotations

import re
import sre_parse
from typing import Any, FrozenSet, NamedTuple, Pattern, Set, Tuple

_OPEN, _DONE, _PREFIX = range(3)
"""Of a beginning that is being read: more letters may follow in the pattern, none can, or any can."""
_Starts = Set[Tuple[str, int]]


class Cue(NamedTuple):
    """A pattern, and the words it can begin with: whole words, and beginnings of words."""

    pattern: Pattern[str]
    words: FrozenSet[str]
    beginnings: Tuple[str, ...]
    starts: Set[str]
    """The first two letters of the beginnings, or the one that they are."""


def cue(source: str) -> Cue:
    """Compile a pattern that begins with a word.

    Raises:
        ValueError: the pattern can begin with something else; where it matches cannot be told from words.
    """
    starts = _after(sre_parse.parse(source), {("", _OPEN)})
    if any(not text for text, _ in starts):
        raise ValueError(f"can begin without a word: {source[:60]}")
    beginnings = tuple(sorted({text for text, state in starts if state != _DONE}))
    whole = frozenset(text for text, state in starts if state == _DONE and not text.startswith(beginnings))
    return Cue(re.compile(source), whole, beginnings, {text[:2] for text in beginnings})


def _after(items: Any, starts: _Starts) -> _Starts:
    """Return how the beginnings go on through a part of a pattern."""
    for operator, argument in items:
        going = {start for start in starts if start[1] == _OPEN}
        if not going:
            break
        starts = (starts - going) | _after_one(str(operator), argument, going)
    return starts


def _after_one(operator: str, argument: Any, going: _Starts) -> _Starts:
    if operator == "LITERAL":
        return _with_letters(chr(argument), going)
    if operator == "IN":
        return _after_set(argument, going)
    if operator == "BRANCH":
        return {start for branch in argument[1] for start in _after(branch, going)}
    if operator == "SUBPATTERN":
        return _after(argument[-1], going)
    if operator in ("MAX_REPEAT", "MIN_REPEAT"):
        fewest, most, items = argument
        once = _after(items, going)
        repeated = {(text, _PREFIX if int(most) > 1 and state == _OPEN and text else state) for text, state in once}
        return repeated | (going if fewest == 0 else set())
    if operator in ("ASSERT", "ASSERT_NOT"):
        return going
    if operator == "AT":
        return {(text, _DONE if text else _OPEN) for text, _ in going}
    return {(text, _PREFIX) for text, _ in going}


def _after_set(members: Any, going: _Starts) -> _Starts:
    names = {str(operator) for operator, _ in members}
    if names == {"LITERAL"}:
        return {start for _, code in members for start in _with_letters(chr(code), going)}
    if names <= {"LITERAL", "CATEGORY"} and all(str(argument) == "CATEGORY_SPACE" for operator, argument in members if str(operator) == "CATEGORY"):  # fmt: skip
        return {(text, _DONE) for text, _ in going}
    return {(text, _PREFIX) for text, _ in going}


def _with_letters(character: str, going: _Starts) -> _Starts:
    if "a" <= character <= "z":
        return {(text + character, _OPEN) for text, _ in going}
    return {(text, _DONE) for text, _ in going}
