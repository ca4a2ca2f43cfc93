"""Reads what understanding is learnt from: data/nlu, data/circumstances, data/remarks, word classes (``importers:`` in config.yml).

Rasa's own reader takes longer over 40,000 messages than the intent model takes to learn them: it parses each file twice in
Python, and copies and hashes every message at each of five merges. Our files hold intents and messages only, so they are read
with libyaml, and the messages, which nobody changes, are their own copies.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Mapping, Optional, Text, Union

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method
from ruamel.yaml.nodes import ScalarNode

from bot.config import KNOWLEDGE_FILES, PROJECT, read_settings
from bot.knowledge import open_knowledge
from bot.nlu.circumstance_files import Stating, read_statements, values_by_name
from bot.nlu.remarks import Remark, read_remarks
from bot.nlu.training_yaml import compose, entries, lines_of, mistake, value_of
from bot.nlu.word_classes import WordClass, read_word_classes

CIRCUMSTANCE_FILES = PROJECT / "data" / "circumstances"
REMARK_FILES = PROJECT / "data" / "remarks"
WORD_CLASSES = PROJECT / "data" / "word_classes.yml"

STATES = "states"
"""Under this key a training message without intent has what it states: circumstance -> value."""

REMARK = "remark"
"""Under this key a remark without intent has its place: ``before`` or ``after`` a wish."""


WORD_CLASS = "word_class"
"""Under this key the words of a class, which are no message, have its name."""


class LearntMessage(Message):
    """A training message. It stays as it was read, so a copy of it is itself and its fingerprint is computed once."""

    _hash: Optional[int] = None

    def __hash__(self) -> int:
        """Return the hash, computed once."""
        if self._hash is None:
            self._hash = super().__hash__()
        return self._hash

    def __deepcopy__(self, memo: Any) -> "LearntMessage":
        """Return the message itself."""
        return self

    def set(self, prop: Text, info: Any, add_to_output: bool = False) -> None:
        """Set a property; setting what it is already keeps the fingerprint."""
        if self.data.get(prop) != info:
            self._hash = None
            super().set(prop, info, add_to_output)


class TrainingFiles(RasaFileImporter):
    """Rasa's importer with a faster reader for the messages; rules, stories and domain are read by Rasa."""

    def __init__(
        self,
        config_file: Optional[Text] = None,
        domain_path: Optional[Text] = None,
        training_data_paths: Optional[Union[List[Text], Text]] = None,
    ) -> None:
        """Find the files; circumstances and remarks belong to each training that has messages with intents."""
        super().__init__(config_file, domain_path, training_data_paths)
        self._circumstance_files = sorted(CIRCUMSTANCE_FILES.glob("*.yml")) if self._nlu_files else []
        self._remark_files = sorted(REMARK_FILES.glob("*.yml")) if self._nlu_files else []

    @cached_method
    def get_nlu_data(self, language: Optional[Text] = "en") -> TrainingData:
        """Return the messages with their intents, the texts with what they state, remarks, and word classes: see the keys above.

        Raises:
            TrainingFileError: a file holds something else.
        """
        messages = [message for path in sorted(self._nlu_files) for message in read_messages(Path(path))]
        remarks = [remark for path in self._remark_files for remark in read_remarks(path)]
        classes = read_word_classes(WORD_CLASSES) if self._nlu_files else []
        told = [*map(_stating, self._statements()), *map(_remark, remarks), *map(_word_class, classes)]
        return TrainingData([*messages, *told])

    def _statements(self) -> List[Stating]:
        if not self._circumstance_files:
            return []
        known = values_by_name(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db).circumstances)
        return [found for path in self._circumstance_files for found in read_statements(path, known)]


def _stating(found: Stating) -> LearntMessage:
    data: Mapping[Text, Any] = {TEXT: found.text, STATES: dict(found.states)}
    return LearntMessage(dict(data))


def _remark(remark: Remark) -> LearntMessage:
    data: Mapping[Text, Any] = {TEXT: remark.text, REMARK: remark.place}
    return LearntMessage(dict(data))


def _word_class(found: WordClass) -> LearntMessage:
    data: Mapping[Text, Any] = {TEXT: " ".join(found.words), WORD_CLASS: found.name}
    return LearntMessage(dict(data))


def read_messages(path: Path) -> List[LearntMessage]:
    """Return the messages of a file in Rasa's format.

    Raises:
        TrainingFileError: see :meth:`TrainingFiles.get_nlu_data`.
    """
    messages = []
    for entry in entries(path, compose(path), "nlu"):
        intent, examples = value_of(entry, "intent"), value_of(entry, "examples")
        if not isinstance(intent, ScalarNode) or not isinstance(examples, ScalarNode):
            raise mistake(path, entry, "an entry needs 'intent:' and 'examples: |'", "our files hold nothing else")
        messages += [LearntMessage.build(text, intent.value) for _, text in lines_of(path, examples)]
    return messages
