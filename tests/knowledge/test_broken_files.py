"""Broken knowledge: every problem with its file, its line, what is wrong and how to mend it, all at once."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Tuple

import pytest

from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeError, Problem, load_files
from bot.knowledge.compiling import compile_knowledge
from tests.knowledge.edits import edit


@dataclass(frozen=True)
class Break:
    """One mistake made in a copy of the real files.

    ``old`` becomes ``new`` (``old`` empty: a new file); the problem is expected on the line where ``mark`` begins.
    """

    what: str
    file: str
    old: str
    new: str
    mark: str
    message: Tuple[str, ...]
    fix: Tuple[str, ...]
    after: str = ""
    """The mistake is made at the first ``old`` after this text."""

    def make(self, folder: Path) -> None:
        path = folder / self.file
        if not self.old:
            path.write_text(self.new, encoding="utf-8")
            return
        edit(path, self.old, self.new, self.after)

    def line(self, folder: Path) -> int:
        text = (folder / self.file).read_text(encoding="utf-8")
        start = text.index(self.new) if self.new and self.mark in self.new else 0
        return text.count("\n", 0, text.index(self.mark, start)) + 1


LONG = "Change the bank account to which the money goes when I am the one who looks after it for someone else. " * 2

BREAKS = [
    Break(
        "unknown key", "tasks/change_address.yml", "recheck_days: 60", "recheck_days: 60\nrecheck_dayz: 3",
        "recheck_dayz", ("recheck_dayz", "not a key"), ("recheck_days",),
    ),
    Break(
        "missing sources", "tasks/recover_my_ssa.yml", "  sources: [SSATRANS, IDME]\n", "",
        "- rule: recover_old_usernames_still_work", ("sources' is missing",), ("sources: [ID",),
        after="- rule: recover_old_usernames_still_work",
    ),
    Break(
        "missing checked", "contacts.yml", "certainty: guidance, checked: 2026-11-22}", "certainty: guidance}",
        "lifeline_988:", ("'checked' is missing",), ("checked: YYYY-MM-DD",),
    ),
    Break(
        "dead source", "tasks/benefit_letter.yml", "sources: [OMBSAP730, SSADD]", "sources: [OMBSAP730,\n      SSADDX]",
        "SSADDX", ("no source 'SSADDX'",), ("SSADD",),
    ),
    Break(
        "dead circumstance", "tasks/apply_retirement.yml", 'when: {claim_flagged: "no"}', 'when: {claim_flaged: "no"}',
        'when: {claim_flaged: "no"}', ("claim_flaged",), ("claim_flagged",),
    ),
    Break(
        "value that does not exist", "tasks/missing_payment.yml", "visit_need: no_visit", "visit_need: novisit",
        "visit_need: novisit", ("visit_need", "does not exist"), ("no_visit", "usually_no_visit", "unclear"),
    ),
    Break(
        "end before start", "services.yml", "my_social_security:\n", "my_social_security:\n  until: 2024-12-31\n",
        "until: 2024-12-31", ("ends on 2024-12-31", "before it starts on 2025-01-01"), ("dates",),
    ),
    Break(
        "duplicate rule", "tasks/replacement_ssn_card.yml", "- rule: online_now", "- rule: online_2025 # again",
        "- rule: online_2025 # again", ("second rule", "'online_2025'"), ("another name",),
    ),
    Break(
        "overlap", "tasks/verify_identity_phone.yml", '  when: {claim_flagged: "no"}\n', "",
        "- rule: flagged\n", ("by_phone_april", "flagged", "both decide", "claim_flagged=yes"), ("narrow",),
        after="- rule: by_phone_april",
    ),
    Break(
        "gap", "tasks/change_direct_deposit.yml", "until: 2025-07-29", "until: 2025-07-28",
        "decision:\n", ("from 2025-07-29 until 2025-07-29", "no rule decides", "bank_enrolls=no"), ("add a rule",),
        after="- rule: office_without_account",
    ),
    Break(
        "tab", "tasks/appointment_manage.yml", "recheck_days: 60\n", "recheck_days: 60\n\tx: 1\n",
        "\tx: 1", ("not valid YAML",), ("indentation",),
    ),
    Break(
        "indentation", "tasks/apply_ssi_adult.yml", "recheck_days: 60\n", "recheck_days: 60\n  oops: 1\n",
        "oops: 1", ("not valid YAML",), ("indentation",),
    ),
    Break(
        "missing English", "tasks/verify_identity_flagged_claim.yml", 'title: {en: "My claim', 'title: {es: "My claim',
        'title: {es: "My claim', ("title.en' is missing",), ("English",),
    ),
    Break(
        "too long for a text message", "tasks/direct_deposit_rep_payee.yml",
        'title: {en: "Change the bank account when I am someone\'s payee"}', f'title: {{en: "{LONG}"}}',
        "title: {en:", (f"{len(LONG)} characters", "short form"), ("sms", "160"),
    ),
    Break(
        "dead form", "tasks/first_ssn_card.yml", "forms: [ss_5]", "forms: [ss_55]",
        "forms: [ss_55]", ("no form 'ss_55'",), ("ss_5",),
    ),
    Break(
        "low-grade source alone", "special.yml", "sources: [WYO988, K2RADIO988]", "sources: [ACCDEL]",
        "sources: [ACCDEL]", ("low-grade",), ("better source",),
    ),
    Break(
        "dead button", "special.yml", "buttons: [button_book_appointment]", "buttons: [button_book_apointment]",
        "buttons: [button_book_apointment]", ("button_book_apointment",), ("button_book_appointment",),
    ),
    Break(
        "broken pattern", "special.yml", "'\\bsuicid\\w*'", "'\\b(suicid\\w*'",
        "'\\b(suicid\\w*'", ("not a regular expression",), ("escape",),
    ),
    Break(
        "overlapping notices", "notices.yml", "until: 2026-06-21", "until: 2026-06-22",
        "from: 2026-06-22", ("two versions", "citizenship_information", "2026-06-22"), ("day before",),
    ),
    Break(
        "unreachable rule", "tasks/change_direct_deposit.yml", "- rule: contested_no_account_2026\n",
        '- rule: idle\n  when: {online_account: "no", phone_code: "yes"}\n  from: 2026-03-31\n  until: open\n'
        '  visit_need: unclear\n  say: {en: "Idle."}\n  ways: [office]\n  sources: [SSADD]\n'
        "- rule: contested_no_account_2026\n",
        "- rule: idle", ("'idle' never decides anything",), ("remove it",),
    ),
    Break(
        "notice without certainty", "notices.yml", "      certainty: alleged\n", "",
        "    - from: 2026-02-13", ("certainty' is missing",), ("certainty",),
    ),
    Break(
        "claim that leads nowhere", "claims.yml", "tasks: [verify_identity_phone]", "tasks: [verify_identity_fone]",
        "tasks: [verify_identity_fone]", ("no task 'verify_identity_fone'",), ("verify_identity_phone",),
    ),
    Break(
        "remark on nothing", "remarks.yml", "when: {helper_role: power_of_attorney}", "when: {helper_rol: power_of_attorney}",
        "when: {helper_rol:", ("no circumstance 'helper_rol'",), ("helper_role",),
    ),
    Break(
        "ruling without its notice", "rulings.yml", "notice: citizenship_information", "notice: citizen_information",
        "notice: citizen_information", ("no notice 'citizen_information'",), ("citizenship_information",),
    ),
    Break(
        "pattern with an unknown word group", "circumstances.yml", "'\\b(?:<bank>|manager)\\b", "'\\b(?:<banc>|manager)\\b",
        "'\\b(?:<banc>|manager)\\b", ("no word group 'banc'",), ("bank",),
    ),
    Break(
        "cue with an unknown word group", "statement_cues.yml", "'\\bany idea'", "'\\b<wnat> idea'",
        "'\\b<wnat> idea'", ("no word group 'wnat'",), ("want",),
    ),
    Break(
        "word group with an unknown word group", "word_groups.yml", "arizona,", "arizona, '<stae>',",
        "arizona, '<stae>'", ("no word group 'stae'",), ("state",),
    ),
    Break(
        "word group that stands for itself", "word_groups.yml", "mom, mother, mama,", "mom, mother, '<kin>',",
        "mom, mother, '<kin>'", ("'kin' stands for itself", "<kin> -> <kin_word> -> <kin>"), ("write out",),
    ),
    Break(
        "word group that nothing names", "word_groups.yml", "letter:\n",
        "nobody:\n  about: \"Nobody.\"\n  words: {en: [nobody]}\nletter:\n",
        "nobody:", ("nothing names <nobody>",), ("remove",), after="# --- letters and decisions",
    ),
    Break(
        "word group without words in the language", "special.yml", "  heard:\n    en:\n",
        "  heard:\n    es: ['\\b<cant> dormir']\n    en:\n",
        "es: ['\\b<cant>", ("'cant' has no words under 'es'",), ("word_groups.yml",),
    ),
    Break(
        "broken word", "word_groups.yml", "'overpayment (?:notice|letter|bill)'", "'overpayment (?:notice|letter|bill'",
        "'overpayment (?:notice|letter|bill'", ("not a regular expression",), ("escape",),
    ),
    Break(
        "unknown key in a word group", "word_groups.yml", "about: \"A bank, or who works there.\"\n",
        "about: \"A bank, or who works there.\"\n  wrods: {}\n", "wrods:", ("'wrods' is not a key",), ("words",),
    ),
    Break(
        "broken pattern of a cue", "statement_cues.yml", "'\\bmy (?:own )?<own_thing>\\b'", "'\\bmy (?:own <own_thing>\\b'",
        "'\\bmy (?:own <own_thing>\\b'", ("not a regular expression",), ("escape",),
    ),
    Break(
        "unknown key in a cue", "statement_cues.yml", "about: \"The clause asks.\"\n",
        "about: \"The clause asks.\"\n  paterns: {}\n", "paterns:", ("'paterns' is not a key",), ("patterns",),
    ),
    Break(
        "cue without its name", "statement_cues.yml", "interjection:\n", "exclamation:\n",
        "# yaml-language-server", ("the cue 'interjection' is missing",), ("undo its new name",),
    ),
    Break(
        "cue that nothing asks for", "statement_cues.yml", "exclamation:\n", "exclamation:  # no\n",
        "exclamation:", ("nothing asks for the cue 'exclamation'",), ("move its patterns",),
    ),
    Break(
        "widest value that does not exist", "circumstances.yml", "widest: both", "widest: bth",
        "widest: bth", ("no value of benefit 'bth'",), ("both",),
    ),
    Break(
        "file that nobody reads", "rumours.yml", "", "something: 1\n", "something: 1", ("not read",), ("move",),
    ),
    Break(
        "task file that nobody reads", "tasks/apply_medicare.yaml", "", "task: apply_medicare\n", "task:", ("not read",), (),
    ),
]  # fmt: skip

MORE_OF_THE_SAME = {"contacts.yml": "'checked' is missing"}
"""Mistakes in ``defaults`` are told for each entry that inherits them."""


@dataclass(frozen=True)
class Broken:
    folder: Path
    problems: Tuple[Problem, ...]
    text: str
    older: bytes
    target: Path


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, compiled: Path) -> Broken:
    """One copy with all the mistakes, compiled over an older compiled file."""
    folder = tmp_path_factory.mktemp("broken") / "data" / "knowledge"
    shutil.copytree(KNOWLEDGE_FILES, folder)
    for mistake in BREAKS:
        mistake.make(folder)
    target = folder.parent / "knowledge.sqlite"
    shutil.copy(compiled, target)
    older = target.read_bytes()
    with pytest.raises(KnowledgeError) as caught:
        compile_knowledge(folder, target)
    return Broken(folder, caught.value.problems, str(caught.value), older, target)


def matches(problem: Problem, mistake: Break, folder: Path) -> bool:
    return (
        problem.file == f"data/knowledge/{mistake.file}"
        and problem.line == mistake.line(folder)
        and all(part in problem.message for part in mistake.message)
        and all(part in problem.fix for part in mistake.fix)
    )


@pytest.mark.parametrize("mistake", BREAKS, ids=lambda mistake: mistake.what)
def test_each_mistake_is_told_with_its_file_line_and_fix(broken: Broken, mistake: Break) -> None:
    found = [problem for problem in broken.problems if matches(problem, mistake, broken.folder)]
    near = [str(problem) for problem in broken.problems if mistake.file in problem.file]
    assert len(found) == 1, f"expected on line {mistake.line(broken.folder)}; found:\n" + "\n".join(near)
    assert found[0].fix
    assert f"data/knowledge/{mistake.file}:{found[0].line}: {found[0].message}" in broken.text


def test_nothing_is_reported_that_is_not_wrong(broken: Broken) -> None:
    spurious = [
        str(problem)
        for problem in broken.problems
        if not any(matches(problem, mistake, broken.folder) for mistake in BREAKS)
        and MORE_OF_THE_SAME.get(Path(problem.file).name, "\0") not in problem.message
    ]
    assert spurious == []


def test_problems_come_in_the_order_of_files_and_lines_and_are_counted(broken: Broken) -> None:
    places = [(problem.file, problem.line) for problem in broken.problems]
    assert places == sorted(places)
    assert broken.text.splitlines()[-1].startswith(f"{len(broken.problems)} problems")


def test_an_older_compiled_file_stays_as_it_was(broken: Broken) -> None:
    assert broken.target.read_bytes() == broken.older
    left_behind = [path.name for path in broken.target.parent.iterdir() if path.name.endswith(".new")]
    assert left_behind == []


def test_a_broken_sources_file_is_not_drowned_in_dead_references(knowledge_copy) -> None:  # noqa: ANN001
    folder = knowledge_copy()
    for name in ("change_direct_deposit", "verify_identity_phone", "change_address"):
        (folder / "tasks" / f"{name}.yml").unlink()  # quicker; there are plenty of others
    path = folder / "sources.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n\toops\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_files(folder)
    assert any(problem.file == "data/knowledge/sources.yml" for problem in caught.value.problems)
    assert len(caught.value.problems) <= 3, f"{len(caught.value.problems)} problems for one tab"


@pytest.mark.parametrize("name", ["word_groups", "statement_cues"])
def test_a_file_of_words_that_cannot_be_read_is_one_problem(knowledge_copy, name: str) -> None:  # noqa: ANN001
    folder = knowledge_copy()
    for path in (folder / "tasks").glob("*.yml"):
        path.unlink()  # quicker
    path = folder / f"{name}.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\n\toops\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_files(folder)
    of_words = [problem for problem in caught.value.problems if "no task" not in problem.message]
    assert [problem.file for problem in of_words] == [f"data/knowledge/{name}.yml"]
