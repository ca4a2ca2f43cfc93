"""The lists of words: what can be found in no message, or stands twice, is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.privacy.finding import lists
from bot.privacy.finding.draft import folded
from bot.privacy.finding.lists import FOLDER, ListProblem, problems, read_words


def test_our_lists_have_no_mistakes() -> None:
    assert list(problems()) == []


def test_every_list_is_used_and_every_used_one_is_there() -> None:
    source = Path(lists.__file__).read_text(encoding="utf-8")
    assert {path.stem for path in FOLDER.glob("*.txt")} == {
        path.stem for path in FOLDER.glob("*.txt") if f'"{path.stem}"' in source
    }


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_each_list_says_where_its_words_come_from_and_holds_what_messages_hold(path: Path) -> None:
    assert path.read_text(encoding="ascii").startswith("# ")
    words = read_words(path.stem) if path.stem != "ordinary_words" else ()  # these are as people misspell them
    assert [word for word in words if folded(word) != word] == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# names\nanna José\n", 2, "can never be found"),
        ("anna\nbert Carl\n", 2, "can never be found"),
        ("anna bert\ncarl anna\n", 2, "stands here twice"),
        ("# nothing\n", 1, "no word"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    file = tmp_path / "names.txt"
    file.write_text(text, encoding="utf-8")
    (found,) = problems(tmp_path)
    assert isinstance(found, ListProblem)
    assert (found.file, found.line) == (file, line)
    assert message in found.message
    assert found.fix


def test_names_that_are_everyday_words_are_on_neither_list_of_names() -> None:
    assert not lists.NAMES_AND_WORDS & (lists.GIVEN_NAMES | lists.SURNAMES) - {"drew"}
    assert not lists.COMMON_WORDS & (lists.GIVEN_NAMES | lists.SURNAMES)
    assert not lists.ORDINARY_WORDS & lists.SURNAMES
