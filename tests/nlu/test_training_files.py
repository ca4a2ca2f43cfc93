"""Training messages are read as Rasa reads them, only faster; a mistake in a file is told with its line."""

from __future__ import annotations

import copy
from textwrap import dedent

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message

from bot.config import PROJECT
from bot.nlu.circumstance_files import read_statements
from bot.nlu.training_files import CIRCUMSTANCE_FILES, STATES, LearntMessage, TrainingFiles, read_messages
from bot.nlu.training_yaml import TrainingFileError

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


KNOWN = {"benefit": ["ssi", "title2", "both"], "for_whom": ["self", "child", "other_adult"]}

PHRASES = """circumstances:
- circumstance: benefit
  value: ssi
  examples: |
    - on ssi
    - my mom gets ssi || for_whom=other_adult
- circumstance: benefit
  value: none
  examples: |
    - what is ssi
    - can my son get ssi || for_whom=child
- examples: |
    - hello
    - mom draws retirement || benefit=title2 for_whom=other_adult
"""


def statements(tmp_path, content):
    path = tmp_path / "phrases.yml"
    path.write_text(content, encoding="utf-8")
    return read_statements(path, KNOWN)


def test_phrases_state_the_value_they_stand_under_and_what_follows_the_bars(tmp_path):
    assert {found.text: found.states for found in statements(tmp_path, PHRASES)} == {
        "on ssi": {"benefit": "ssi"},
        "my mom gets ssi": {"benefit": "ssi", "for_whom": "other_adult"},
        "what is ssi": {},
        "can my son get ssi": {"for_whom": "child"},
        "hello": {},
        "mom draws retirement": {"benefit": "title2", "for_whom": "other_adult"},
    }


@pytest.mark.parametrize(
    "wrong, right, line, part",
    [
        (
            "circumstance: benefit\n  value: ssi",
            "circumstance: benefits\n  value: ssi",
            2,
            "no circumstance 'benefits'",
        ),
        ("value: ssi", "value: ssdi", 2, "no value 'ssdi'; it is ssi, title2, both or none"),
        ("for_whom=other_adult\n- circ", "for_whom=mother\n- circ", 6, "'for_whom=mother' is no circumstance"),
        ("  value: none\n", "", 7, "or neither"),
        ("    - hello", "    hello", 13, "starts with '- '"),
    ],
)
def test_a_mistake_in_phrases_is_told_with_its_line(tmp_path, wrong, right, line, part):
    assert wrong in PHRASES
    with pytest.raises(TrainingFileError) as error:
        statements(tmp_path, PHRASES.replace(wrong, right, 1))
    assert f"phrases.yml:{line}: " in str(error.value) and part in str(error.value)


def test_all_that_circumstances_are_learnt_from_is_read_beside_the_intents(base):
    data = TrainingDataImporter.load_from_config(
        str(PROJECT / "config.yml"), training_data_paths=["data"]
    ).get_nlu_data()
    told = [example for example in data.training_examples if example.get(STATES) is not None]
    assert len(told) >= 20_000 and not any(example.get("intent") for example in told)
    stated = {pair for example in told for pair in example.get(STATES).items()}
    assert stated == {(name, value) for name, entry in base.circumstances.items() for value in entry.values}
    assert list(CIRCUMSTANCE_FILES.glob("*.yml"))
