"""The rows that redaction learns from: a mistake is told with its file, its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.privacy.messages import FOLDER, problems, problems_in, read_rows

GOOD = '- {lang: en, text: "my ssn is 418-60-2275", hidden: ["418-60-2275"], kinds: [ssn], kept: ["my ssn is"]}'


def test_our_rows_have_no_mistakes() -> None:
    assert list(problems()) == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_each_file_says_whose_it_is(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (GOOD.replace("kinds: [ssn]", "kinds: [social]"), "unknown kind: social"),
        (GOOD.replace("kinds: [ssn]", "kinds: []"), "1 hidden parts, but 0 kinds"),
        (GOOD.replace('hidden: ["418', 'hidden: ["419'), "does not stand in the text"),
        (GOOD.replace('kept: ["my', 'kept: ["your'), "does not stand in the text"),
        (GOOD.replace('hidden: ["418-60-2275"]', 'hidden: ["-"]'), "no letter and no digit"),
        (GOOD.replace("lang: en", "lang: de"), "unknown language 'de'"),
        (GOOD.replace("hidden:", "hide:"), "unknown or missing: hide, hidden"),
        (GOOD.replace('"418-60-2275"]', '"418-60-2275]'), "cannot be read"),
        ("- my ssn is 418-60-2275", "this is no row"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    file = tmp_path / "hand.yml"
    file.write_text(f"# By one hand.\nrows:\n{GOOD}\n{row}\n", encoding="utf-8")
    found = list(problems_in(file))
    assert [(problem.file, problem.line) for problem in found] == [(file, 4)]
    assert message in found[0].message
    assert found[0].fix
    with pytest.raises(ValueError, match=r"hand\.yml, line 4"):
        list(read_rows([file]))
