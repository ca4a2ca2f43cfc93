"""The pages on the knowledge: current, complete, with pictures that can be drawn and figures that add up."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Set, Tuple

import pytest

from bot.advice import Advice, advise
from bot.advice.cases import intervals
from bot.advice.errors import UnknownName
from bot.advice.model import Knowledge
from bot.config import KNOWLEDGE_FILES, PROJECT
from bot.handbook.figures import OFFICIAL, figures
from bot.handbook.graph import mermaid
from bot.handbook.pages import MADE, pages, table, task_page, write_pages
from bot.knowledge import KnowledgeBase
from bot.knowledge.schema.parts import Fact

REAL_TASKS = sorted(path.stem for path in (KNOWLEDGE_FILES / "tasks").glob("*.yml"))
FOLDER = PROJECT / "docs" / "knowledge"

QUESTION = re.compile(r'^  (q\d+)\{\{"([^"]+)"\}\}$')
ANSWER = re.compile(r'^  (a\d+)\["([^"]+)"\]$')
ARROW = re.compile(r'^  (q\d+) -->\|"([^"]+)"\| ([qa]\d+)$')


# --- the pages ---------------------------------------------------------------------------------------------------


def test_the_pages_are_current(base: KnowledgeBase) -> None:
    wanted = pages(base)
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(found) == sorted(wanted), "run: advisor docs"
    assert [name for name in wanted if wanted[name] != found[name]] == [], "run: advisor docs"
    assert {f"{name}.md" for name in REAL_TASKS} < set(wanted)


@pytest.mark.parametrize("name", REAL_TASKS)
def test_a_page_names_every_rule_way_and_source_it_uses(base: KnowledgeBase, name: str) -> None:
    page, task = task_page(base, name), base.tasks[name]
    assert page.startswith(f"{MADE}\n\n# {task.title.en.text}\n")
    for rule in task.decision:
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {rule.rule} |")]
        assert f"**{rule.visit_need.value}**" in row
        assert ", ".join(rule.ways) in row
        for way in rule.ways:
            assert f"- **{way} (" in page
        for part in (*rule.documents, *rule.forms, *rule.deadlines, *rule.cautions):
            assert f"- **{part}**" in page, part
    for key, way in task.ways.items():
        assert f"- **{key} ({way.way})**" in page
        assert " ".join(way.say.en.text.split()) in " ".join(page.split())
    listed = set(re.findall(r"^\| ([A-Z][A-Z0-9]*) \|", page.split("## Sources")[1], re.MULTILINE))
    own = [*task.decision, *task.ways.values(), *task.deadlines.values(), *task.cautions.values()]
    assert {source for fact in [*own, *task.remarks.values()] for source in fact.sources} <= listed
    for source in listed:
        assert base.sources[source].url in page


def test_the_index_leads_to_every_page_and_the_claims_page_to_every_claim(base: KnowledgeBase) -> None:
    made = pages(base)
    assert set(re.findall(r"\]\((\w+\.md)\)", made["README.md"])) == set(made) - {"README.md"}
    for claim in base.claims.values():
        (row,) = [line for line in made["claims.md"].splitlines() if line.startswith(f"| {claim.title.en.text} |")]
        assert f"**{claim.verdict}**" in row
        assert ", ".join(claim.sources) in row


def test_every_row_of_every_table_has_as_many_cells_as_its_head(base: KnowledgeBase) -> None:
    for name, page in pages(base).items():
        head = 0
        for line in page.splitlines():
            if not line.startswith("| "):
                head = 0
                continue
            cells = len(re.findall(r"(?<!\\)\|", line))
            head = head or cells
            assert cells == head, f"{name}: {line}"


def test_marks_of_tables_in_a_text_do_not_break_the_table() -> None:
    assert table(["a", "b"], [["x|y", "one\ntwo"]]).splitlines()[2] == "| x\\|y | one two |"


def test_writing_leaves_exactly_the_pages_of_today(base: KnowledgeBase, tmp_path: Path) -> None:
    (tmp_path / "gone_task.md").write_text("old", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"kept")
    written = write_pages(base, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*pages(base), "picture.png"])
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == pages(base)


# --- the picture -------------------------------------------------------------------------------------------------


def drawn(picture: str) -> Tuple[Dict[str, str], Dict[str, str], List[Tuple[str, str, str]]]:
    """Questions, answers and arrows of a picture; fails on a line that is none of them."""
    first, *lines = picture.splitlines()
    assert first == "flowchart TD"
    questions: Dict[str, str] = {}
    answers: Dict[str, str] = {}
    arrows = []
    for line in lines:
        if match := QUESTION.match(line):
            assert match[1] not in questions
            questions[match[1]] = match[2]
        elif match := ANSWER.match(line):
            assert match[1] not in answers
            answers[match[1]] = match[2]
        elif match := ARROW.match(line):
            arrows.append((match[1], match[2], match[3]))
        else:
            pytest.fail(f"not a line of Mermaid that we draw: {line!r}")
    return questions, answers, arrows


def asked_paths(engine: Knowledge, task: str, on: date, given: Mapping[str, str]) -> Iterator[Tuple[str, int]]:
    """Every question the engine can ask when each is answered, once for each path to it, with its number of values."""
    question = advise(engine, task, given, on).next_question
    if question is None:
        return
    values = next(c.values for c in engine.tasks[task].circumstances if c.id == question)
    yield question, len(values)
    for value in values:
        yield from asked_paths(engine, task, on, {**given, question: value})


def plain(text: str) -> str:
    return text.replace("<br/>", " ").replace("#quot;", '"')


@pytest.mark.parametrize("name", REAL_TASKS)
def test_the_picture_has_a_box_for_every_question_and_its_arrows_lead_somewhere(base: KnowledgeBase, name: str) -> None:
    on = intervals(base.engine.tasks[name])[-1].start
    questions, answers, arrows = drawn(mermaid(base, name, on))
    paths = list(asked_paths(base.engine, name, on, {}))
    asked = sorted(" ".join(base.circumstances[question].ask.en.text.split()) for question, _ in paths)
    assert sorted(plain(text) for text in questions.values()) == asked
    assert len(arrows) == sum(values for _, values in paths), "an arrow for each value of each question"
    assert answers
    boxes = {*questions, *answers}
    assert {start for start, _, _ in arrows} == set(questions)
    assert {end for _, _, end in arrows} <= boxes
    assert len(set(answers.values())) == len(answers), "an answer is drawn once"


@pytest.mark.parametrize("name", REAL_TASKS)
def test_every_box_can_be_reached_from_the_first_and_leads_to_an_answer(base: KnowledgeBase, name: str) -> None:
    questions, answers, arrows = drawn(mermaid(base, name, intervals(base.engine.tasks[name])[-1].start))
    reached: Set[str] = {"q1"} if questions else set(answers)
    for _ in arrows:
        reached |= {end for start, _, end in arrows if start in reached}
    assert reached == {*questions, *answers}
    ends: Set[str] = set(answers)
    for _ in arrows:
        ends |= {start for start, _, end in arrows if end in ends}
    assert ends == reached


def final(engine: Knowledge, task: str, on: date, given: Mapping[str, str]) -> Iterator[Advice]:
    """The advice at the end of every path of answers."""
    advice = advise(engine, task, given, on)
    if advice.next_question is None:
        yield advice
        return
    for value in next(c.values for c in engine.tasks[task].circumstances if c.id == advice.next_question):
        yield from final(engine, task, on, {**given, advice.next_question: value})


@pytest.mark.parametrize("name", REAL_TASKS)
def test_the_answers_drawn_are_those_of_the_engine(base: KnowledgeBase, name: str) -> None:
    on = intervals(base.engine.tasks[name])[-1].start
    said = set()
    for advice in final(base.engine, name, on, {}):
        channels = list(dict.fromkeys(way.channel.replace("_", " ") for way in advice.ways))
        need = base.catalogues["phrases"][f"need_{advice.visit_need.value}"].en.text
        said.add(" ".join([f"<b>{need}</b>", *(f"{rank}. {way}" for rank, way in enumerate(channels, start=1))]))
    _, answers, _ = drawn(mermaid(base, name, on))
    assert {plain(text) for text in answers.values()} == said


def test_the_picture_of_an_unknown_task_names_near_ones(base: KnowledgeBase) -> None:
    with pytest.raises(UnknownName, match="change_address"):
        mermaid(base, "change_adress", intervals(base.engine.tasks["change_address"])[-1].start)


def test_outside_the_known_days_the_picture_is_one_answer(base: KnowledgeBase) -> None:
    questions, answers, arrows = drawn(mermaid(base, "change_direct_deposit", date(2040, 1, 1)))
    assert (questions, arrows) == ({}, [])
    assert [plain(text) for text in answers.values()] == ["<b>We cannot say for sure whether you need a visit.</b>"]


# --- the figures -------------------------------------------------------------------------------------------------


def all_facts(entry: Any) -> Iterator[Fact]:
    """Every fact below an entry, found by looking at attributes."""
    if isinstance(entry, Fact):
        yield entry
    inside = entry.values() if isinstance(entry, Mapping) else entry if isinstance(entry, (list, tuple)) else []
    for value in inside if not hasattr(entry, "__fields__") else [getattr(entry, name) for name in entry.__fields__]:
        yield from all_facts(value)


def test_the_figures_add_up(base: KnowledgeBase) -> None:
    counted = figures(base)
    rules = [rule for task in base.tasks.values() for rule in task.decision]
    assert counted.tasks == len(list((KNOWLEDGE_FILES / "tasks").glob("*.yml")))
    assert counted.rules == len(rules) == sum(counted.visit_needs.values())
    for need, count in counted.visit_needs.items():
        assert count == sum(rule.visit_need.value == need for rule in rules)
    assert counted.claims == len(base.claims)
    assert counted.sources == len(base.sources) == sum(counted.sources_by_grade.values())
    facts = list(all_facts([*base.tasks.values(), *base.catalogues.values()]))
    assert counted.facts == len(facts)
    assert counted.oldest_check == min(fact.checked for fact in facts)
    official = sum(any(base.sources[source].grade in OFFICIAL for source in fact.sources) for fact in facts)
    assert counted.officially_founded == official
    assert 0 < official < len(facts)


def test_intervals_and_combinations_add_up(base: KnowledgeBase) -> None:
    counted = figures(base)
    stretches = {name: intervals(task) for name, task in base.engine.tasks.items()}
    assert counted.dated_intervals == sum(len(found) for found in stretches.values())
    least = sum(len(found) for found in stretches.values())
    most = 0
    for name, task in base.engine.tasks.items():
        cases = 1
        for circumstance in task.circumstances:
            cases *= len(circumstance.values)
        most += cases * len(stretches[name])
    assert least < counted.combinations <= most, "implied facts leave out some, never add any"


def test_the_lines_hold_the_numbers(base: KnowledgeBase) -> None:
    counted = figures(base)
    text = "\n".join(counted.lines())
    for number in (counted.tasks, counted.rules, counted.combinations, counted.claims, counted.sources, counted.facts):
        assert re.search(rf"\b{number}\b", text)
    share = round(100 * counted.officially_founded / counted.facts)
    assert f"{share} % with an official source" in text
    for line in counted.lines():
        assert f"- {line}" in pages(base)["README.md"]
