"""Messages learnt once more with a remark beside them."""

from __future__ import annotations

import pytest

from benchmarks.nlu.robustness import surroundings
from bot.nlu.linear_model import Asking
from bot.nlu.remarks import AFTER, BEFORE, Remark, read_remarks, with_remarks
from bot.nlu.training_files import REMARK_FILES
from bot.nlu.training_yaml import TrainingFileError
from bot.text import bare

REMARKS = [Remark("i am not good with computers", BEFORE), Remark("i dont know what else to do", AFTER)]
ASKED = [Asking(f"where do i send form number {number}", "upload_documents") for number in range(400)]


def test_some_messages_come_again_with_a_remark_in_front_or_behind():
    found = with_remarks(ASKED, REMARKS, 0.25, ())
    assert 60 < len(found) < 140
    assert all(asking.intent == "upload_documents" for asking in found)
    whole = [asking for asking in found if any(known.text in asking.text for known in ASKED)]
    assert whole == found
    assert {asking.text.startswith("i am not good") for asking in found} == {True, False}


def test_the_same_messages_come_again_each_time():
    assert with_remarks(ASKED, REMARKS, 0.25, ()) == with_remarks(list(reversed(ASKED)), REMARKS, 0.25, ())[::-1]


def test_none_come_again_without_remarks_or_share():
    assert with_remarks(ASKED, REMARKS, 0.0, ()) == []
    assert all(asking in ASKED for asking in with_remarks(ASKED, [], 1.0, ()))


def test_answers_and_talk_are_left_alone():
    asked = [Asking("new card", "replacement_ssn_card"), Asking("no i have none of that", "deny")]
    assert with_remarks(asked, REMARKS, 1.0, ("deny",)) == []


@pytest.mark.parametrize(
    "content, line",
    [
        ("remarks:\n  - place: beside\n    examples: |\n      - a word\n", 2),
        ("remarks:\n  - place: before\n", 2),
        ("remarks:\n  - place: before\n    examples: |\n      - a word\n      another\n", 5),
        ("nothing: 1\n", 1),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path, content, line):
    path = tmp_path / "remarks.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(TrainingFileError, match=rf"remarks\.yml:{line}: "):
        read_remarks(path)


def test_robustness_is_not_measured_by_remarks_that_were_learnt():
    learnt = {bare(remark.text) for path in REMARK_FILES.glob("*.yml") for remark in read_remarks(path)}
    measured = {bare(text) for places in surroundings().values() for texts in places.values() for text in texts}
    assert learnt and measured
    assert not learnt & measured
