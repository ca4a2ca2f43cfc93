"""Texts that a message must hold for a pattern to match: looking for them is quicker than trying the pattern."""

from __future__ import annotations

import sre_parse
from typing import Any, FrozenSet, List, Text

MOST_HINTS = 2
"""Sets of hints that are looked for before a pattern is tried."""


def hints_of(pattern: Text) -> FrozenSet[FrozenSet[Text]]:
    """Return the sets of texts that tell messages apart best; one text of each set is in whatever the pattern matches."""
    return frozenset(sorted(_hints(sre_parse.parse(pattern)), key=_worth, reverse=True)[:MOST_HINTS])


def _hints(parsed: Any) -> List[FrozenSet[Text]]:
    """Return sets of texts: of each set, one text is in whatever the pattern matches."""
    needed: List[FrozenSet[Text]] = []
    run = ""
    for operation, argument in [*parsed, (None, None)]:
        if operation is sre_parse.LITERAL:
            run += chr(argument)
            continue
        needed += [frozenset({run})] if len(run) > 1 else []
        needed += _hints_of(operation, argument)
        run = ""
    return needed


def _hints_of(operation: Any, argument: Any) -> List[FrozenSet[Text]]:
    """Return the hints of one part of a parsed pattern."""
    if operation is sre_parse.SUBPATTERN or (operation is sre_parse.MAX_REPEAT and argument[0] > 0):
        return _hints(argument[-1])
    if operation is sre_parse.BRANCH:
        branches = [max(_hints(branch), key=_worth, default=frozenset()) for branch in argument[1]]
        return [_shortest(frozenset().union(*branches))] if all(branches) else []
    return []


def _shortest(hints: FrozenSet[Text]) -> FrozenSet[Text]:
    """Leave out texts that contain another one."""
    return frozenset(hint for hint in hints if not any(other in hint for other in hints if other != hint))


def _worth(hints: FrozenSet[Text]) -> int:
    """Return how well hints tell messages apart: the length of the shortest of them."""
    return min(map(len, hints))
