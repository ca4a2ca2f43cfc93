"""Reads what circumstances are learnt from: phrases and whole messages in data/circumstances.

A phrase stands under the value it states, or under ``none`` when it only sounds like the circumstance. What it states besides
follows behind ``||``, as does all that a whole message states, which stands under no value.
"""

from __future__ import annotations

from pathlib import Path
from typing import Collection, Dict, Iterator, List, Mapping, NamedTuple, Optional, Text

from ruamel.yaml.nodes import Node, ScalarNode

from bot.knowledge.schema.tasks import CircumstanceEntry
from bot.nlu.training_yaml import TrainingFileError, compose, entries, lines_of, mistake, value_of

NONE = "none"
"""Value under which texts stand that only sound like a circumstance."""

_BESIDES = "||"
_FIX = "see the entries beside it"

Values = Mapping[Text, Collection[Text]]
"""Circumstance -> its values."""


class Stating(NamedTuple):
    """A text, and the circumstances it states with their values; none when it states nothing."""

    text: Text
    states: Mapping[Text, Text]


def read_statements(path: Path, known: Values) -> List[Stating]:
    """Return the texts of a file.

    Args:
        path: the file.
        known: circumstance -> its values.

    Raises:
        TrainingFileError: an entry has another shape, or names a circumstance or value that does not exist.
    """
    listed = entries(path, compose(path), "circumstances")
    return [found for entry in listed for found in _texts(path, entry, known)]


def _texts(path: Path, entry: Node, known: Values) -> Iterator[Stating]:
    name, value, examples = (_scalar(entry, key) for key in ("circumstance", "value", "examples"))
    if examples is None or (name is None) != (value is None):
        raise mistake(path, entry, "an entry needs 'examples: |', and 'circumstance:' and 'value:' or neither", _FIX)
    own = {name.value: value.value} if name is not None and value is not None else {}
    _check(path, entry, own, known)
    own = {name: value for name, value in own.items() if value != NONE}
    for number, line in lines_of(path, examples):
        text, _, besides = line.partition(_BESIDES)
        yield Stating(text.strip(), {**own, **_besides(path, number, besides, known)})


def _besides(path: Path, line: int, besides: Text, known: Values) -> Dict[Text, Text]:
    pairs = [pair.partition("=") for pair in besides.split()]
    for name, _, value in pairs:
        if value not in known.get(name, ()):
            raise TrainingFileError(
                f"{path}:{line}: '{name}={value}' is no circumstance with a value; see circumstances.yml."
            )
    return {name: value for name, _, value in pairs}


def _scalar(entry: Node, key: Text) -> Optional[ScalarNode]:
    node = value_of(entry, key)
    return node if isinstance(node, ScalarNode) else None


def _check(path: Path, entry: Node, own: Mapping[Text, Text], known: Values) -> None:
    for name, value in own.items():
        if name not in known:
            raise mistake(path, entry, f"there is no circumstance '{name}'", f"it is one of {', '.join(known)}")
        if value not in (*known[name], NONE):
            fix = f"it is {', '.join(known[name])} or {NONE}"
            raise mistake(path, entry, f"'{name}' has no value '{value}'", fix)


def values_by_name(circumstances: Mapping[Text, CircumstanceEntry]) -> Values:
    """Return circumstance -> values, of the entries of circumstances.yml."""
    return {name: entry.values for name, entry in circumstances.items()}
