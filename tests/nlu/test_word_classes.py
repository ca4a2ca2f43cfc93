"""Word classes: what is learnt of one word holds for the others of its class; a mistake in the file is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu.linear_model import Asking, LinearModel, Told
from bot.nlu.training_files import WORD_CLASSES
from bot.nlu.training_yaml import TrainingFileError
from bot.nlu.word_classes import RunsOfClasses, WordClass, read_word_classes

CLASSES = [WordClass("adult", ["mother", "lola", "uncle"]), WordClass("number", ["one", "two"])]
TEXTS = ["my mother gets ssi", "my mother got ssi", "my mothers ssi", "my ssi"] * 2


@pytest.fixture(scope="module")
def runs() -> RunsOfClasses:
    return RunsOfClasses.learn(CLASSES, TEXTS)


def test_words_of_a_class_are_read_alike(runs):
    assert runs("my lola gets ssi") == runs("my mother gets ssi")
    assert runs("my lolas ssi") == runs("my mothers ssi") != runs("my mother ssi")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("my marigold", "my typewriter"),  # words that few texts use
        ("in 2019", "in 1987"),
        ("from honduras", "from ghana"),
        ("from ohio", "from texas"),
    ],
)
def test_so_are_rare_words_years_countries_and_states(runs, one, other):
    assert runs(one) == runs(other)


def test_what_is_learnt_of_a_mother_holds_for_a_lola():
    told = [Told(f"my mother is {n}", {"for_whom": "other_adult"}) for n in range(8)]
    told += [Told(f"my table is {n}", {}) for n in range(8)]
    asked = [Asking(f"{text} {n}", text) for text in ("change my bank", "lost my card") for n in range(8)]
    with_classes = LinearModel.learn(asked, told, 20.0, CLASSES)
    without = LinearModel.learn(asked, told, 20.0)
    lola = ["my lola is 3"]
    assert with_classes.judge(lola)[1][0, 0] > without.judge(lola)[1][0, 0]


def test_our_classes_can_be_read():
    names = [name for name, _ in read_word_classes(WORD_CLASSES)]
    assert len(names) == len(set(names)) > 5


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("classes:\n  - class: adult\n", 2, "needs 'class:' and 'words:'"),
        ("classes:\n  - class: adult\n    words: mother Mom\n", 3, "'Mom' is never met"),
        ("classes:\n  - class: adult\n    words: mother\n  - class: kid\n    words: son mother\n", 5, "already"),
        ("classes: []\n", 1, "there is no class"),
        ("words: []\n", 1, "no list under 'classes:'"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text, line, message):
    path = tmp_path / "word_classes.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TrainingFileError, match=rf"word_classes\.yml:{line}: .*") as raised:
        read_word_classes(path)
    assert message in str(raised.value)
