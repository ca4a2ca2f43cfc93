"""Loading all knowledge files: read, check, prove; every problem of every file is reported at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Collection, Dict, List

from bot.knowledge import checking, checking_patterns, checking_sms
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.building import build_knowledge
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.reading import Document, read_catalogue, read_task, read_yaml
from bot.knowledge.schema import CATALOGUES
from bot.knowledge.schema.tasks import TaskFile


def load_files(folder: Path) -> KnowledgeBase:
    """Load ``data/knowledge``.

    Raises:
        KnowledgeError: with file, line, what is wrong and how to mend it, for everything that is wrong.
    """
    documents: List[Document] = []
    catalogues: Dict[str, Dict[str, Any]] = {}
    for kind in CATALOGUES:
        document = _open(folder / f"{kind}.yml", folder)
        documents.append(document)
        catalogues[kind] = read_catalogue(document, kind)
        if kind == "sources" and not catalogues[kind] and document.problems:
            raise KnowledgeError(document.problems)  # without sources, every other file would seem to be wrong
        checking.check_facts(document, catalogues[kind], catalogues)
    tasks = _load_tasks(folder, documents, catalogues)
    _check_catalogues(dict(zip(CATALOGUES, documents, strict=False)), catalogues, _named_tasks(folder))
    problems = [problem for document in documents for problem in document.problems] + _strays(folder)
    if problems:
        raise KnowledgeError(problems)
    return KnowledgeBase(build_knowledge(tasks, catalogues), tasks, catalogues)


def _load_tasks(folder: Path, documents: List[Document], catalogues: Dict[str, Dict[str, Any]]) -> Dict[str, TaskFile]:
    tasks = {}
    for path in sorted((folder / "tasks").glob("*.yml")):
        document = _open(path, folder)
        documents.append(document)
        task = read_task(document) if document.root else None
        if task is None:
            continue
        checking.check_facts(document, task, catalogues)
        checking.check_task(document, task, catalogues)
        tasks[task.task] = task
    return tasks


def _named_tasks(folder: Path) -> List[str]:
    """Return the tasks that have a file, be it right or wrong: one mistake is not told twice."""
    return [path.stem for path in sorted((folder / "tasks").glob("*.yml"))]


def _open(path: Path, folder: Path) -> Document:
    shown_as = str(path.relative_to(folder.parent.parent)) if folder.parent.parent in path.parents else str(path)
    if not path.exists():
        problem = Problem(shown_as, 1, "the file is missing", "restore it; it may be empty but for its entries")
        return Document(shown_as, {}, [problem])
    return read_yaml(path, shown_as)


def _check_catalogues(
    documents: Dict[str, Document], catalogues: Dict[str, Dict[str, Any]], tasks: Collection[str]
) -> None:
    checking.check_circumstances(documents["circumstances"], catalogues["circumstances"])
    checking.check_notices(documents["notices"], catalogues["notices"])
    checking.check_remarks(documents["remarks"], catalogues["remarks"], catalogues, tasks)
    notices = [name for name in documents["notices"].root if name != "defaults"]  # also those that have mistakes
    checking.check_rulings(documents["rulings"], catalogues["rulings"], notices)
    checking.check_claims(documents["claims"], catalogues["claims"], tasks)
    for kind in (
        "special",
        "notices",
        "claims",
        "rulings",
        "documents",
        "forms",
        "booking",
        "remarks",
        "services",
        "sms",
    ):
        checking.check_placeholders(documents[kind], catalogues[kind], kind)
    checking.check_needed(documents["special"], catalogues["special"])
    buttons = {name: words for name, words in catalogues["phrases"].items() if name.startswith("button_")}
    claims = {name: claim.title for name, claim in catalogues["claims"].items()}
    checking.check_titles({"phrases": (documents["phrases"], buttons), "claims": (documents["claims"], claims)})
    checking.check_special(documents["special"], catalogues["special"], catalogues, notices)
    for kind in checking_patterns.NEEDED_CUES:
        checking_patterns.check_cues(documents[kind], catalogues[kind], kind)
    checking_patterns.check_patterns(documents, catalogues)
    checking_sms.check_texts(documents["sms"], catalogues["sms"])
    checking_sms.check_keywords(documents["sms_keywords"], catalogues["sms_keywords"], catalogues["phrases"])
    checking.check_gazetteers(documents["gazetteers"], catalogues["gazetteers"], tasks)


def _strays(folder: Path) -> List[Problem]:
    """A file that nothing reads is a rule that nobody hears of."""
    known = {f"{kind}.yml" for kind in CATALOGUES}
    return [
        Problem(
            f"data/knowledge/{path.relative_to(folder).as_posix()}",
            1,
            "this file is not read",
            f"move its entries to one of: {', '.join(sorted(known))}",
        )
        for path in sorted(folder.rglob("*.y*ml"))
        if not (path.parent == folder and path.name in known)
        and not (path.parent.name == "tasks" and path.suffix == ".yml")
    ]
