"""The dossier's matrix of channels beside what the engine answers: every cell equal, or different with a reason.

The dossier's cells, how they are read and the reasons are data (docs/matrix.yml); nothing of them is repeated here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Sequence, Tuple

from ruamel.yaml import YAML

from bot.advice import advise
from bot.advice.cases import all_cases
from bot.advice.model import Advice, VisitNeed
from bot.handbook.pages import table
from bot.knowledge import KnowledgeBase

MADE = "<!-- Made from data/knowledge and docs/matrix.yml by `advisor docs`. Change those, not this page. -->"

COLUMNS: Mapping[str, str] = {
    "online": "online",
    "phone": "phone",
    "mail": "mail / fax / bank",
    "office": "office",
    "visit": "visit required?",
}
"""Column -> its head in the dossier."""

COLUMN_OF: Mapping[str, str] = {
    "online": "online",
    "upload": "online",
    "phone": "phone",
    "automated_phone": "phone",
    "video": "phone",
    "mail": "mail",
    "fax": "mail",
    "bank": "mail",
    "office": "office",
}
"""Channel of a way -> column.

Two channels have none. A Federal Benefits Unit (``abroad_post``) can be called, written to and visited, but is no
office of Social Security; a ``helper`` (a funeral home) does the task in the person's place.
"""

YES, SOME, NO, OPEN = "yes", "some", "no", "open"
"""In every case, in some cases, in no case; ``open`` is for cells of the dossier only: it does not know."""

NEEDS = {VisitNeed.NO_VISIT: NO, VisitNeed.USUALLY_NO_VISIT: NO, VisitNeed.VISIT_NEEDED: YES}
"""Visit need -> what it says of one case; a need not named here leaves it open and counts as ``some``."""


class MatrixError(Exception):
    """docs/matrix.yml does not have the shape it describes in its first lines."""


@dataclass(frozen=True)
class Reading:
    """How a cell of the dossier is read.

    Attributes:
        level: ``yes``, ``some``, ``no``, or ``open`` when it takes a reason either way.
        means: the same in words.
    """

    level: str
    means: str


@dataclass(frozen=True)
class Reason:
    """Why the engine says something else than the dossier.

    Attributes:
        engine: the engine's level for which the reason was written; for any other level it does not count.
        because: the reason in words.
    """

    engine: str
    because: str


@dataclass(frozen=True)
class Matrix:
    """What docs/matrix.yml holds.

    Attributes:
        on: the day compared.
        readings: text of a cell -> how it is read.
        cells: task -> column -> text of the cell.
        reasons: task -> column -> why the engine answers otherwise.
    """

    on: date
    readings: Mapping[str, Reading]
    cells: Mapping[str, Mapping[str, str]]
    reasons: Mapping[str, Mapping[str, Reason]]

    def reading(self, task: str, column: str) -> Reading:
        """Return how the cell of a task is read."""
        return self.readings[self.cells[task][column]]

    def why(self, task: str, column: str, level: str) -> str:
        """Return the reason for what the engine says of a cell; empty when there is none, or one for something else."""
        reason = self.reasons[task].get(column)
        return reason.because if reason and reason.engine == level else ""


@dataclass(frozen=True)
class Offer:
    """What the engine says of a task on a day, over all combinations of circumstances.

    Attributes:
        levels: column -> ``yes``, ``some`` or ``no``.
        needs: the visit needs of all cases, in the order of :class:`VisitNeed`.
    """

    levels: Mapping[str, str]
    needs: Tuple[VisitNeed, ...]

    def words(self, column: str) -> str:
        """Write the engine's cell: its level, and for the visit the needs behind it."""
        if column != "visit":
            return self.levels[column]
        return f"{self.levels[column]} ({', '.join(need.value for need in self.needs)})"


@dataclass(frozen=True)
class Difference:
    """A cell in which the engine does not say what the dossier says.

    Attributes:
        task, column: where.
        dossier: the text of the cell.
        engine: what the engine offers.
        why: the reason; empty when docs/matrix.yml gives none, or one that was written for another answer.
        was_open: the dossier itself left it open.
    """

    task: str
    column: str
    dossier: str
    engine: str
    why: str
    was_open: bool


# --- the engine's side -------------------------------------------------------------------------------------------


def offer(base: KnowledgeBase, task: str, on: date) -> Offer:
    """Ask the engine in every case, all services up, and sum the answers up by column.

    Args:
        base: the knowledge.
        task: task id.
        on: the day for which to ask.

    Raises:
        UnknownName: there is no such task.
    """
    cases = all_cases(base.engine.tasks[task].circumstances) if task in base.engine.tasks else [{}]
    answers = [advise(base.engine, task, case, on) for case in cases]
    columns = [_columns(answer) for answer in answers]
    needs = {answer.visit_need for answer in answers}
    levels = {column: _level([column in found for found in columns]) for column in COLUMNS if column != "visit"}
    return Offer({**levels, "visit": _visit_level(needs)}, tuple(need for need in VisitNeed if need in needs))


def _columns(answer: Advice) -> FrozenSet[str]:
    return frozenset(COLUMN_OF[way.channel] for way in answer.ways if way.channel in COLUMN_OF)


def _level(offered: Sequence[bool]) -> str:
    return YES if all(offered) else SOME if any(offered) else NO


def _visit_level(needs: "set[VisitNeed]") -> str:
    levels = {NEEDS.get(need, SOME) for need in needs}
    return levels.pop() if len(levels) == 1 else SOME


# --- the comparison ----------------------------------------------------------------------------------------------


def compare(base: KnowledgeBase, matrix: Matrix, on: date) -> List[Difference]:
    """List the cells in which the engine does not say what the dossier says, in the order of the matrix.

    A cell that the dossier leaves open always counts, so that somebody says how it was settled.

    Raises:
        UnknownName: the matrix names a task that is not in the knowledge.
    """
    found = []
    for task, cells in matrix.cells.items():
        offered = offer(base, task, on)
        for column, text in cells.items():
            read, level = matrix.reading(task, column).level, offered.levels[column]
            if read != level:
                why = matrix.why(task, column, level)
                found.append(Difference(task, column, text, offered.words(column), why, read == OPEN))
    return found


def idle_reasons(matrix: Matrix, differences: Sequence[Difference]) -> List[Tuple[str, str]]:
    """Return task and column of every reason given for a cell that is equal."""
    different = {(found.task, found.column) for found in differences}
    given = [(task, column) for task, reasons in matrix.reasons.items() for column in reasons]
    return [place for place in given if place not in different]


def idle_readings(matrix: Matrix) -> List[str]:
    """Return the readings of texts that no cell has."""
    texts = {text for cells in matrix.cells.values() for text in cells.values()}
    return [text for text in matrix.readings if text not in texts]


# --- the file ----------------------------------------------------------------------------------------------------


def read_matrix(path: Path) -> Matrix:
    """Read docs/matrix.yml.

    Raises:
        MatrixError: a column is missing or unknown, or the text of a cell has no reading.
    """
    return parse_matrix(YAML(typ="safe").load(path.read_text(encoding="utf-8")))


def parse_matrix(content: Mapping[str, Any]) -> Matrix:
    """Make a matrix of the parsed file.

    Raises:
        MatrixError: as for :func:`read_matrix`.
    """
    readings = {text: Reading(entry["level"], entry["means"]) for text, entry in content["reads_as"].items()}
    rows: Mapping[str, Mapping[str, Any]] = content["tasks"]
    matrix = Matrix(
        on=content["on"],
        readings=readings,
        cells={task: {column: row[column] for column in COLUMNS if column in row} for task, row in rows.items()},
        reasons={task: _reasons(row) for task, row in rows.items()},
    )
    problems = _bad_levels(matrix)
    for task, row in rows.items():
        problems += _bad_row(matrix, task, row)
    if problems:
        raise MatrixError("\n".join(problems))
    return matrix


def _reasons(row: Mapping[str, Any]) -> Dict[str, Reason]:
    return {column: Reason(entry["engine"], entry["because"]) for column, entry in row.get("why", {}).items()}


def _bad_levels(matrix: Matrix) -> List[str]:
    levels = (YES, SOME, NO, OPEN)
    return [
        f"reads_as '{text}': level '{reading.level}' is none of {', '.join(levels)}"
        for text, reading in matrix.readings.items()
        if reading.level not in levels
    ]


def _bad_row(matrix: Matrix, task: str, row: Mapping[str, Any]) -> List[str]:
    problems = [f"{task}: column '{column}' is missing" for column in COLUMNS if column not in row]
    unknown = [*(set(row) - {*COLUMNS, "why"}), *(set(matrix.reasons[task]) - set(COLUMNS))]
    problems += [f"{task}: there is no column '{name}'" for name in sorted(unknown)]
    unread = [text for text in matrix.cells[task].values() if text not in matrix.readings]
    return problems + [f"{task}: '{text}' has no reading in reads_as" for text in unread]


# --- the page ----------------------------------------------------------------------------------------------------


def matrix_page(base: KnowledgeBase, matrix: Matrix, on: date) -> str:
    """Return the Markdown page: counts, how cells are read, the differences with their reasons, the whole matrix."""
    differences = compare(base, matrix, on)
    blocks = [
        MADE,
        "# The matrix of channels: dossier and engine",
        f"The dossier on Social Security's services gives one row a task: which ways are open, and whether a visit is "
        f"required. This page holds each cell beside what the engine answers on {on}, over all combinations of "
        "circumstances, with all services up.",
        "\n".join(f"- {line}" for line in _counts(matrix, differences)),
        "The engine's cells: **yes** in every case, **some** in some cases, **no** in none. For the visit: **no** when no "
        "case needs one, **yes** when every case does, **some** otherwise. An upload counts as online; automated phone "
        "and video as phone; mail, fax and bank are one column. A Federal Benefits Unit abroad and a helper such as a "
        "funeral home have no column.",
        "## Differences and their reasons",
        _differences_table(differences),
        "## The whole matrix",
        "Each cell: what the dossier says · what the engine answers. Differences are bold.",
        _whole(base, matrix, on, {(found.task, found.column) for found in differences}),
        "## How the dossier's cells are read",
        table(["cell", "read as", "meaning"], [[f"`{t}`", r.level, r.means] for t, r in matrix.readings.items()]),
    ]
    return "\n\n".join(blocks) + "\n"


def write_matrix_page(base: KnowledgeBase, source: Path, target: Path) -> Path:
    """Write the page on the matrix in ``source``, for the day it names; return the path written."""
    matrix = read_matrix(source)
    target.write_text(matrix_page(base, matrix, matrix.on), encoding="utf-8")
    return target


def _counts(matrix: Matrix, differences: Sequence[Difference]) -> List[str]:
    cells = sum(len(row) for row in matrix.cells.values())
    settled = sum(found.was_open for found in differences)
    explained = sum(bool(found.why) for found in differences)
    by_column = Counter(found.column for found in differences)
    return [
        f"{cells} cells ({len(matrix.cells)} tasks, {len(COLUMNS)} columns)",
        f"{cells - len(differences)} equal",
        f"{settled} that the dossier leaves open; how each was settled is said below",
        f"{len(differences) - settled} different",
        f"{explained} of these {len(differences)} with a reason",
        "these by column: " + ", ".join(f"{head} {by_column[column]}" for column, head in COLUMNS.items()),
    ]


def _differences_table(differences: Sequence[Difference]) -> str:
    rows = [
        [f"`{found.task}`", COLUMNS[found.column], found.dossier, found.engine, found.why or "**no reason given**"]
        for found in differences
    ]
    return table(["task", "column", "dossier", "engine", "why"], rows)


def _whole(base: KnowledgeBase, matrix: Matrix, on: date, different: "set[Tuple[str, str]]") -> str:
    rows = []
    for task, cells in matrix.cells.items():
        offered = offer(base, task, on)
        row = {column: f"{text} · {offered.words(column)}" for column, text in cells.items()}
        marked: Dict[str, str] = {c: f"**{text}**" if (task, c) in different else text for c, text in row.items()}
        rows.append([f"[{task}](../data/knowledge/tasks/{task}.yml)", *marked.values()])
    return table(["task", *COLUMNS.values()], rows)
