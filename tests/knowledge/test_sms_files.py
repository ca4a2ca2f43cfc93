"""Mistakes in the words of text messages are told with file, line and how to mend them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import List

import pytest

from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase, Problem, checking, checking_sms
from bot.knowledge.reading import read_catalogue, read_yaml
from tests.knowledge.edits import edit, line_of

MISTAKES = [
    ("sms.yml", "more: {en:", "mores: {en:", "the text 'more' is missing"),
    ("sms.yml", "more: {en:", "mores: {en:", "nothing says the text 'mores'"),
    ("sms.yml", "STOP to end.", "STOP to end this conversation.", "characters; a text message has 160"),
    ("sms.yml", "Here is what I found out for your question:", "Hello:", "6 characters hide too little"),
    ("sms.yml", "{silence}", "{hours}", "nothing fills in '{hours}'"),
    ("sms_keywords.yml", '["start", "unstop"', '["start", "more"', "'more' also means"),
    ("sms_keywords.yml", "says: checklist", "says: checklists", "there is no button 'button_checklists'"),
    ("sms_keywords.yml", "\nstop:", "\nhalt:", "the keyword 'stop' is missing"),
    ("sms_keywords.yml", "\nstop:", "\nhalt:", "nothing is done for the keyword 'halt'"),
    ("sms_keywords.yml", 'by_provider: ["help", "info"]', 'by_provider: ["help", "sos"]', "'sos' is no word of 'help'"),
]


def problems_of(folder: Path, base: KnowledgeBase) -> List[Problem]:
    """Read and check the two files alone; the whole knowledge takes seconds."""
    documents = {kind: read_yaml(folder / f"{kind}.yml", f"{kind}.yml") for kind in ("sms", "sms_keywords")}
    found = {kind: read_catalogue(document, kind) for kind, document in documents.items()}
    checking_sms.check_texts(documents["sms"], found["sms"])
    checking_sms.check_keywords(documents["sms_keywords"], found["sms_keywords"], base.catalogues["phrases"])
    checking.check_placeholders(documents["sms"], found["sms"], "sms")
    return [problem for document in documents.values() for problem in document.problems]


def test_the_files_as_they_are_have_no_mistakes(base: KnowledgeBase) -> None:
    assert problems_of(KNOWLEDGE_FILES, base) == []


@pytest.mark.parametrize(("file", "right", "wrong", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, base: KnowledgeBase, file: str, right: str, wrong: str, told: str
) -> None:
    for kind in ("sms", "sms_keywords"):
        shutil.copy(KNOWLEDGE_FILES / f"{kind}.yml", tmp_path)
    edit(tmp_path / file, right, wrong)
    found = [problem for problem in problems_of(tmp_path, base) if told in problem.message]
    assert found and found[0].file == file and found[0].fix
    if "missing" not in told:
        near = wrong if "also means" not in told else '"more", "more please"'
        assert abs(found[0].line - line_of(tmp_path / file, near.strip("\n"))) <= 3
