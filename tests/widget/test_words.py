"""What can be said of the widget without a browser: its words, its types, its size, and what must not stand in it."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest
from widget_browser import fetched, tool

from bot.config import PROJECT
from bot.knowledge import KnowledgeBase
from bot.replies.keeping import Keeping
from bot.replies.voice import Voice
from bot.replies.widget import opening, start_words
from bot.runtime.packing import joined
from bot.runtime.pages import WIDGET, contents

FOLDER = PROJECT / "bot" / "widget"
SCRIPTS = {
    str(path): path.read_text(encoding="utf-8") for path in (FOLDER / "widget.js", *(FOLDER / "widget").glob("*.js"))
}
MOST_BYTES = 18_000
BEFORE_OPENING = 3_000
NAMED_BY_THE_SERVER = {"language_name", "keeps_chat", "keeps_page", "keeps_numbers"}
PUT_TOGETHER = {
    "trouble_": ("offline", "busy", "expired", "failed"),
    "visit_": ("no_visit", "usually_no_visit", "visit_may_be_needed", "visit_needed", "unclear"),
}


def named_in_scripts() -> set:
    text = "\n".join(SCRIPTS.values())
    names = set(re.findall(r'say\(\s*"(\w+)"', text)) | set(re.findall(r"words\.(start_\w+)", text))
    names |= set(
        re.findall(r'"(writing\w*|deleted\w*|list_\w*copied|silence_\w+|leave_\w+|start_new|try_again)"', text)
    )
    for beginning, ends in PUT_TOGETHER.items():
        assert f"`{beginning}${{" in text
        names |= {beginning + end for end in ends}
    return names


def test_each_word_of_the_knowledge_is_used_and_each_used_is_there(base: KnowledgeBase) -> None:
    assert named_in_scripts() | NAMED_BY_THE_SERVER == set(base.catalogues["widget"])


def test_each_language_has_every_word(base: KnowledgeBase) -> None:
    for words in (opening(Voice(base, language), Keeping(30, 24, False, 0)) for language in base.languages()):
        assert all(words["strings"].values())
    for name, words in base.catalogues["widget"].items():
        translated = {language: getattr(words, language) is not None for language in ("es", "fr")}
        assert all(translated[language] for language in base.languages() if language != "en"), name
    assert set(start_words(base)) == set(base.languages())


@pytest.mark.parametrize(("database", "days", "said"), [(False, 0, "in memory only"), (True, 7, "in a database")])
def test_the_first_screen_says_what_is_kept_as_it_is_set(
    base: KnowledgeBase, database: bool, days: int, said: str
) -> None:
    words = opening(Voice(base), Keeping(45, 24, database, days))
    kept = " ".join(words["keeps"])
    assert said in kept
    assert "45 minutes" in kept
    assert ("7 days" in kept) == bool(days)
    assert len(words["tasks"]) == 5
    assert "{" not in kept


def test_nothing_can_become_markup_or_stay_behind() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|new Function|localStorage|sessionStorage|indexedDB|\.cookie|srcdoc"
    for path, text in SCRIPTS.items():
        assert re.findall(forbidden, text) == [], path


def test_no_word_stands_in_the_scripts() -> None:
    """Text for people comes from the knowledge; what is left in quotes are names, classes and paths of pictures."""
    for path, text in SCRIPTS.items():
        code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*|`\n:host.*?`", "", text, flags=re.DOTALL)
        quoted = re.findall(r'"([A-Z][a-z]+ [a-z][^"]*)"', code)
        assert quoted == [], path


def test_the_size(base: KnowledgeBase) -> None:
    served = contents(base)
    sizes = {path: len(gzip.compress(served[path].encode())) for path in WIDGET}
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert sizes["/widget.js"] <= BEFORE_OPENING


LEAVES = """
const [compiler, ...files] = process.argv.slice(1), ts = require(compiler), fs = require("fs");
const leaves = (file) => {
  const found = [], tree = ts.createSourceFile("x.js", fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const walk = (node) => { const below = node.getChildren().filter((one) => one.kind < ts.SyntaxKind.FirstJSDocNode || one.kind > ts.SyntaxKind.LastJSDocNode); if (below.length) below.forEach(walk); else if (node.getText()) found.push(node.getText()); };
  walk(tree);
  return found;
};
for (let pair = 0; pair < files.length; pair += 2) {
  const [a, b] = [leaves(files[pair]), leaves(files[pair + 1])];
  const at = a.length === b.length ? a.findIndex((one, index) => one !== b[index]) : Math.min(a.length, b.length);
  console.log(at < 0 ? "same" : [files[pair], a.slice(at - 3, at + 3), b.slice(at - 3, at + 3)]);
}
"""


def test_what_is_served_is_the_same_program(base: KnowledgeBase, tmp_path: Path) -> None:
    """Word by word, as the compiler reads it; joined, each name is declared once and no import is left open."""
    served = contents(base)
    plain = {
        "/widget/api.js": SCRIPTS[str(FOLDER / "widget" / "api.js")],
        "/widget/panel.js": joined(FOLDER / "widget", "panel", apart="api"),
    }
    files = []
    for path, text in plain.items():
        for when, script in (("before", text), ("after", served[path])):
            files.append(tmp_path / f"{when}-{Path(path).stem}.mjs")
            files[-1].write_text(script, encoding="utf-8")
    for file in files:
        checked = subprocess.run(["node", "--check", str(file)], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr
    command = ["node", "-e", LEAVES, "--", str(tool("typescript/lib/typescript.js")), *map(str, files)]
    compared = subprocess.run(command, capture_output=True, text=True, check=False)
    assert compared.stdout.split() == ["same"] * len(plain), (compared.stdout, compared.stderr)


def test_a_part_that_cannot_be_joined_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "panel.js").write_text('import { a } from "./other.js";\nexport class Panel {}\n')
    for odd in ('import * as all from "./x.js";', "export default 1;", 'export * from "./x.js";'):
        (tmp_path / "other.js").write_text(odd + "\n")
        with pytest.raises(ValueError, match="other.js"):
            joined(tmp_path, "panel", apart="api")


def test_the_types() -> None:
    compiler = tool("typescript/bin/tsc")
    found = subprocess.run(["node", str(compiler), "-p", str(FOLDER)], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_the_lock_of_the_tools_names_no_registry() -> None:
    lock = json.loads((Path(__file__).parent / "package-lock.json").read_text(encoding="utf-8"))
    assert all("resolved" not in package for package in lock["packages"].values())


@pytest.mark.parametrize(("ci", "ending"), [("", "skipped"), ("1", "failed")])
def test_a_browser_that_cannot_be_had_is_told_of_and_fails_where_it_must(
    monkeypatch: pytest.MonkeyPatch, ci: str, ending: str
) -> None:
    tried = []

    def run(command: list, **_: object) -> subprocess.CompletedProcess:
        tried.append(Path(command[0]).name)
        return subprocess.CompletedProcess(command, 1, "", "no network")

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setenv("CI", ci)
    with pytest.raises(BaseException, match="Chromium is missing: no network") as told:
        fetched("Chromium", lambda: None)
    assert told.type.__name__.lower() == ending
    assert tried == ["setup-browser"]
