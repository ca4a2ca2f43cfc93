"""Compiling the knowledge into one SQLite file, and reading it back.

The file can be thrown away at any time: it is made from data/knowledge alone, the same input gives the same
content, and it is left alone when nothing changed.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, Dict, Iterator, List, Mapping, Type

from sqlite_utils import Database

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.building import build_knowledge
from bot.knowledge.loading import load_files
from bot.knowledge.schema import CATALOGUES
from bot.knowledge.schema.parts import Entry
from bot.knowledge.schema.tasks import RuleEntry, TaskFile
from bot.knowledge.searching import words_of
from bot.knowledge.walking import all_words

_CODE = (Path(__file__).parent, Path(__file__).parent.parent / "advice")


def fingerprint(folder: Path) -> str:
    """Hash everything the compiled file depends on: the knowledge files and the code that reads them."""
    digest = hashlib.sha256()
    for root, pattern in ((folder, "*.yml"), *((code, "*.py") for code in _CODE)):
        for path in sorted(path for path in root.rglob(pattern) if path.is_file()):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


def compile_knowledge(folder: Path, target: Path) -> bool:
    """Write the compiled file if it is missing or out of date.

    Returns:
        True when it was written, False when it was up to date.

    Raises:
        KnowledgeError: the files have problems; an older compiled file is then left as it was.
    """
    wanted = fingerprint(folder)
    if _compiled_fingerprint(target) == wanted:
        return False
    base = load_files(folder)
    if fingerprint(folder) != wanted:  # saved while it was being read: what was read may be half old, half new
        return compile_knowledge(folder, target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    database = Database(fresh)
    with database.conn:
        _write(database, base, wanted)
    database.close()
    os.replace(fresh, target)
    return True


def open_knowledge(folder: Path, target: Path) -> KnowledgeBase:
    """Compile if needed, and read the compiled file; the same content is read once, however many parts ask for it."""
    compile_knowledge(folder, target)
    return _read_once(target, _compiled_fingerprint(target))


@lru_cache(maxsize=2)
def _read_once(target: Path, content: str) -> KnowledgeBase:
    return read_compiled(target)


def read_compiled(target: Path) -> KnowledgeBase:
    """Read a compiled file back; entries were checked when it was written."""
    database = Database(target)
    entries: Dict[str, Dict[str, Any]] = {kind: {} for kind in (*CATALOGUES, "tasks")}
    for row in database.query("select kind, id, entry from entries order by position"):
        entries[row["kind"]][row["id"]] = _type_of(row["kind"]).parse_raw(row["entry"])
    database.close()
    tasks = entries.pop("tasks")
    return KnowledgeBase(build_knowledge(tasks, entries), tasks, entries)


def _type_of(kind: str) -> Type[Entry]:
    return TaskFile if kind == "tasks" else CATALOGUES[kind]


def _compiled_fingerprint(target: Path) -> str:
    if not target.exists():
        return ""
    database = Database(target)
    try:
        rows = list(database.query("select value from meta where key = 'fingerprint'"))
        return str(rows[0]["value"]) if rows else ""
    except Exception:  # any unreadable file is simply written anew
        return ""
    finally:
        database.close()


# --- tables ------------------------------------------------------------------------------------------------------


def _write(database: Database, base: KnowledgeBase, wanted: str) -> None:
    database["meta"].insert({"key": "fingerprint", "value": wanted}, pk="key")
    database["entries"].insert_all(_entry_rows(base), pk=("kind", "id"))
    database["sources"].insert_all(_source_rows(base), pk="id")
    database["rules"].insert_all(_rule_rows(base), pk=("task", "rule"))
    database["rule_sources"].insert_all(_rule_source_rows(base), pk=("task", "rule", "source"))
    database["words"].insert_all(_word_rows(base), pk=("owner", "language"))
    database["search"].insert_all(_search_rows(base), pk=("kind", "id", "language"))
    database["search"].enable_fts(["title", "body"], tokenize="porter")
    database["search_words"].insert_all(_search_words(base), pk="word")


def _entry_rows(base: KnowledgeBase) -> Iterator[Dict[str, Any]]:
    kinds: Mapping[str, Mapping[str, Entry]] = {**base.catalogues, "tasks": dict(sorted(base.tasks.items()))}
    position = 0
    for kind, entries in kinds.items():
        for name, entry in entries.items():
            position += 1
            yield {
                "kind": kind,
                "id": name,
                "position": position,
                "entry": entry.json(by_alias=True, exclude_unset=True),
            }


def _source_rows(base: KnowledgeBase) -> Iterator[Dict[str, Any]]:
    for name, source in base.sources.items():
        yield {"id": name, **json.loads(source.json())}


def _rules(base: KnowledgeBase) -> Iterator["tuple[str, RuleEntry]"]:
    for name, task in sorted(base.tasks.items()):
        for rule in task.decision:
            yield name, rule


def _rule_rows(base: KnowledgeBase) -> Iterator[Dict[str, Any]]:
    for task, rule in _rules(base):
        yield {
            "task": task,
            "rule": rule.rule,
            "from": rule.from_.isoformat(),
            "until": str(rule.until),
            "when": json.dumps(rule.when, sort_keys=True),
            "visit_need": rule.visit_need.value,
            "ways": json.dumps(rule.ways),
            "certainty": rule.certainty.value,
            "checked": rule.checked.isoformat(),
        }


def _rule_source_rows(base: KnowledgeBase) -> Iterator[Dict[str, Any]]:
    for task, rule in _rules(base):
        for source in dict.fromkeys(rule.sources):
            yield {"task": task, "rule": rule.rule, "source": source}


def _word_rows(base: KnowledgeBase) -> Iterator[Dict[str, Any]]:
    for kind, entries in {**base.catalogues, "tasks": base.tasks}.items():
        for name, entry in entries.items():
            for owner, words in all_words(f"{kind}.{name}", entry):
                for language in words.__fields__:
                    phrase = getattr(words, language)
                    if phrase is not None:
                        yield {"owner": owner, "language": language, "text": phrase.text, "sms": phrase.short}


def _search_rows(base: KnowledgeBase) -> List[Dict[str, Any]]:
    named = [("tasks", name, task.title, task.also_called) for name, task in sorted(base.tasks.items())]
    named += [("claims", name, claim.title, claim.heard_as) for name, claim in sorted(base.claims.items())]
    return [
        {
            "kind": kind,
            "id": name,
            "language": language,
            "title": _searchable(title.phrase(language).text),
            "body": "\n".join(_searchable(wording) for wording in getattr(wordings, language)),
        }
        for kind, name, title, wordings in named
        for language in base.languages()
    ]


def _searchable(text: str) -> str:
    return " ".join(words_of(text))


def _search_words(base: KnowledgeBase) -> List[Dict[str, str]]:
    rows = _search_rows(base)
    return [
        {"word": word} for word in sorted({word for row in rows for word in words_of(f"{row['title']} {row['body']}")})
    ]
