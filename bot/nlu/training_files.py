"""Reads the training messages in data/nlu (``importers:`` in config.yml).

Rasa's own reader takes longer over 40,000 messages than the intent model takes to learn them: it parses each file twice in
Python, and copies and hashes every message at each of five merges. Our files hold intents and messages only, so they are read
with libyaml, and the messages, which nobody changes, are their own copies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, List, Optional, Text

from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_BULLET = "- "


class TrainingFileError(RasaException):
    """A training file has a mistake; the message names the file, the line and the fix."""


class LearntMessage(Message):
    """A training message. It stays as it was read, so a copy of it is itself and its fingerprint is computed once."""

    def __deepcopy__(self, memo: Any) -> "LearntMessage":
        """Return the message itself."""
        return self

    def set(self, prop: Text, info: Any, add_to_output: bool = False) -> None:
        """Set a property; setting what it is already keeps the fingerprint."""
        if self.data.get(prop) != info:
            super().set(prop, info, add_to_output)


class TrainingFiles(RasaFileImporter):
    """Rasa's importer with a faster reader for the messages; rules, stories and domain are read by Rasa."""

    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """Return the messages of all files with their intents.

        Raises:
            TrainingFileError: a file holds something else than intents with messages.
        """
        return TrainingData([message for path in sorted(self._nlu_files) for message in read_messages(Path(path))])


def read_messages(path: Path) -> List[LearntMessage]:
    """Return the messages of a file.

    Raises:
        TrainingFileError: see :meth:`TrainingFiles.get_nlu_data`.
    """
    try:
        root = YAML(typ="safe").compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TrainingFileError(f"{path}:{line}: this is not YAML: {error.problem}.") from error
    return [message for entry in _entries(path, root) for message in _messages(path, entry)]


def _entries(path: Path, root: Optional[Node]) -> List[Node]:
    listed = _value(root, "nlu") if root is not None else None
    if not isinstance(listed, SequenceNode):
        raise _mistake(path, root, "there is no list under 'nlu:'", "start it with 'nlu:' and '- intent: ...'")
    return list(listed.value)


def _messages(path: Path, entry: Node) -> Iterator[LearntMessage]:
    intent, examples = _value(entry, "intent"), _value(entry, "examples")
    if not isinstance(intent, ScalarNode) or not isinstance(examples, ScalarNode):
        raise _mistake(path, entry, "an entry needs 'intent:' and 'examples: |'", "our files hold nothing else")
    for number, line in enumerate(examples.value.splitlines(), start=examples.start_mark.line + 2):
        text = line.strip()
        if not text:
            continue
        if not text.startswith(_BULLET):
            raise TrainingFileError(f"{path}:{number}: a message starts with '- ', one message a line.")
        yield LearntMessage.build(text[len(_BULLET) :].strip(), intent.value)


def _value(node: Optional[Node], key: Text) -> Optional[Node]:
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _mistake(path: Path, node: Optional[Node], what: Text, fix: Text) -> TrainingFileError:
    line = node.start_mark.line + 1 if node is not None else 1
    return TrainingFileError(f"{path}:{line}: {what}; {fix}.")
