"""Training messages are read as Rasa reads them, only faster; a mistake in a file is told with its line."""

from __future__ import annotations

import copy
from textwrap import dedent

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message

from bot.config import PROJECT
from bot.nlu.training_files import LearntMessage, TrainingFileError, TrainingFiles, read_messages

FILES = sorted((PROJECT / "data" / "nlu").glob("*.yml"))


def known(messages) -> set:
    return {(message.get("text"), message.get("intent")) for message in messages}


@pytest.mark.parametrize("path", FILES[:: len(FILES) // 4], ids=lambda path: path.stem)
def test_a_file_is_read_as_rasa_reads_it(path):
    assert known(read_messages(path)) == known(RasaYAMLReader().read(str(path)).training_examples)


def test_the_configuration_names_our_reader():
    importer = TrainingDataImporter.load_from_config(str(PROJECT / "config.yml"))
    while hasattr(importer, "importer") or hasattr(importer, "_importer"):
        importer = getattr(importer, "importer", None) or importer._importer
    assert [type(one) for one in importer._importers] == [TrainingFiles]


def test_a_copy_of_a_message_is_itself_and_a_change_shows_in_its_fingerprint():
    message = LearntMessage.build("new card", "replacement_ssn_card")
    assert copy.deepcopy(message) is message
    assert message == Message.build("new card", "replacement_ssn_card")
    before = message.fingerprint()
    message.set("intent", "replacement_ssn_card")
    assert message.fingerprint() == before
    message.set("intent", "change_name")
    assert message.fingerprint() != before


@pytest.mark.parametrize(
    "content, line, part",
    [
        ("version: '3.1'\nnlu:\n- intent: greet\n  examples: |\n    - hi\n    hello\n", 6, "starts with '- '"),
        ("version: '3.1'\nnlu:\n- synonym: card\n  examples: |\n    - crad\n", 3, "needs 'intent:'"),
        ("version: '3.1'\nstories: []\n", 1, "no list under 'nlu:'"),
        ("nlu:\n- intent: [greet\n", 3, "not YAML"),
        ("", 1, "no list under 'nlu:'"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, content, line, part):
    path = tmp_path / "broken.yml"
    path.write_text(dedent(content), encoding="utf-8")
    with pytest.raises(TrainingFileError) as error:
        read_messages(path)
    assert f"broken.yml:{line}: " in str(error.value) and part in str(error.value)
