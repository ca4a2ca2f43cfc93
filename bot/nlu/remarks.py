"""Messages learnt once more with a remark beside them, so that what people say around their wish counts for nothing.

Without it "i am 68 with a bad hip" in front of a question on a bank makes of it a question on disability. The remarks are in
data/remarks.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Iterable, List, Mapping, NamedTuple, Sequence, Text

from ruamel.yaml.nodes import ScalarNode

from bot.nlu.linear_model import Asking
from bot.nlu.training_yaml import compose, entries, lines_of, mistake, value_of

BEFORE, AFTER = "before", "after"

FEWEST_WORDS = 3
"""A shorter message is an answer or the name of a thing: with a remark beside it, it would be another message."""

MOST_WORDS = 60
"""A longer one has remarks of its own."""


class Remark(NamedTuple):
    """What somebody says around a wish, and where: ``before`` or ``after`` it."""

    text: Text
    place: Text


def read_remarks(path: Path) -> List[Remark]:
    """Return the remarks of a file.

    Raises:
        TrainingFileError: an entry has another shape, with file and line.
    """
    remarks = []
    for entry in entries(path, compose(path), "remarks"):
        place, examples = value_of(entry, "place"), value_of(entry, "examples")
        if (
            not isinstance(examples, ScalarNode)
            or not isinstance(place, ScalarNode)
            or place.value not in (BEFORE, AFTER)
        ):
            raise mistake(
                path, entry, f"an entry needs 'place: {BEFORE}' or '{AFTER}', and 'examples: |'", "see the others"
            )
        remarks += [Remark(text, place.value) for _, text in lines_of(path, examples)]
    return remarks


def with_remarks(
    asked: Iterable[Asking], remarks: Sequence[Remark], share: float, left_alone: Sequence[Text]
) -> List[Asking]:
    """Return some of the messages with a remark beside them, the same ones each time.

    Args:
        asked: messages, even (bot/text.py).
        remarks: even, too.
        share: how many of the messages, 0 to 1.
        left_alone: intents whose messages are turns of talk, which a remark would change.
    """
    by_place: Mapping[Text, List[Text]] = {
        place: [remark.text for remark in remarks if remark.place == place] for place in (BEFORE, AFTER)
    }
    found = []
    for asking in asked:
        chance = zlib.crc32(asking.text.encode("utf-8"))
        fits = FEWEST_WORDS <= len(asking.text.split()) <= MOST_WORDS and asking.intent not in left_alone
        if fits and chance % 1000 < 1000 * share:
            found.append(asking._replace(text=_beside(asking.text, by_place, chance // 1000)))
    return found


_JOINTS = (". ", " ", ", ", " ")


def _beside(text: Text, by_place: Mapping[Text, List[Text]], chance: int) -> Text:
    """Return the text with a remark in front or behind, picked by a number that is the same for a text each time."""
    place = (BEFORE, AFTER)[chance % 2]
    remarks = by_place[place]
    if not remarks:
        return text
    remark = remarks[chance // 2 % len(remarks)]
    joint = _JOINTS[chance // 2 // len(remarks) % len(_JOINTS)]
    first, last = (remark, text) if place == BEFORE else (text, remark)
    return first.rstrip(" .") + joint + last
