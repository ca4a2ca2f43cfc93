"""Reading a knowledge file: YAML with line numbers, defaults filled in, checked against the schema.

All problems of a file are collected; reading never stops at the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Type, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from bot.advice.errors import near_matches
from bot.knowledge.problems import Problem
from bot.knowledge.schema import CATALOGUES
from bot.knowledge.schema.parts import Defaults, Entry, Fact
from bot.knowledge.schema.tasks import TaskFile
from bot.knowledge.walking import Location

EntryT = TypeVar("EntryT", bound=Entry)

_INHERITED = ("from", "until", "certainty", "checked")


@dataclass
class Document:
    """A YAML file with the line of everything in it.

    Attributes:
        file: path as shown to people.
        root: the parsed content; empty when the file could not be parsed.
        problems: found so far.
    """

    file: str
    root: Any
    problems: List[Problem] = field(default_factory=list)

    def line(self, location: Location) -> int:
        """Return the line of the thing at ``location``, or of the nearest thing around it."""
        node, line = self.root, 1
        for step in location:
            found = _line_of(node, step)
            if found is None:
                break
            line = found
            try:
                node = node[step]
            except (KeyError, IndexError, TypeError):
                break
        return line

    def report(self, location: Location, message: str, fix: str) -> None:
        """Add a problem at ``location``."""
        self.problems.append(Problem(self.file, self.line(location), message, fix))

    def report_dead(self, location: Location, kind: str, name: str, known: Iterable[str]) -> None:
        """Add the problem that ``location`` names something that does not exist, with what it may have meant."""
        near = near_matches(name, known)
        fix = f"did you mean {' or '.join(near)}?" if near else f"add the {kind}, or correct the name"
        self.report(location, f"there is no {kind} '{name}'", fix)


def _line_of(node: Any, step: Any) -> Optional[int]:
    if isinstance(node, CommentedMap) and step in (node.lc.data or {}):
        return int(node.lc.data[step][0]) + 1
    if isinstance(node, CommentedSeq) and isinstance(step, int) and step in (node.lc.data or {}):
        return int(node.lc.data[step][0]) + 1
    return None


def read_yaml(path: Path, shown_as: str) -> Document:
    """Parse a file. A file that is not YAML yields a document with one problem."""
    yaml = YAML(typ="rt")
    try:
        text = path.read_text(encoding="utf-8")
        alias = _first_alias(text)
        if alias:
            problem = Problem(
                shown_as, alias, "an alias (*name) stands here", "write the text out; aliases are not used"
            )
            return Document(shown_as, CommentedMap(), [problem])
        root = yaml.load(text)
    except OSError as error:
        problem = Problem(shown_as, 1, f"cannot be read: {error.strerror}", "make it a readable file")
        return Document(shown_as, CommentedMap(), [problem])
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = str(error.problem or error.context or "not valid YAML").strip()
        problem = Problem(
            shown_as, line, f"not valid YAML: {what}", "check indentation, quotes and colons near this line"
        )
        return Document(shown_as, CommentedMap(), [problem])
    except UnicodeDecodeError:
        return Document(shown_as, CommentedMap(), [Problem(shown_as, 1, "not UTF-8 text", "save the file as UTF-8")])
    except YAMLError as error:
        line = _line_at(path, int(getattr(error, "position", 0) or 0))
        problem = Problem(shown_as, line, "not valid YAML: an invisible character", "remove the invisible character")
        return Document(shown_as, CommentedMap(), [problem])
    except ValueError as error:
        problem = Problem(shown_as, _line_of_bad_date(path), f"not a day that exists: {error}", "correct the date")
        return Document(shown_as, CommentedMap(), [problem])
    if not isinstance(root, CommentedMap):
        problem = Problem(shown_as, 1, "expected 'key: value' lines at the top", "see docs/tasks/ for the shape")
        return Document(shown_as, CommentedMap(), [problem])
    return Document(shown_as, root)


_MAY_BE_ALIAS = re.compile(r"(?m)(^|[\s\[{,:-])\*\w")


def _first_alias(text: str) -> int:
    """Return the line of the first alias, 0 when there is none. A few aliases of aliases can fill any memory."""
    if not _MAY_BE_ALIAS.search(text):
        return 0
    try:
        events = YAML().parse(text)
        return next((int(event.start_mark.line) + 1 for event in events if isinstance(event, AliasEvent)), 0)
    except YAMLError:
        return 0  # whatever is wrong is told when the file is loaded


def _line_at(path: Path, position: int) -> int:
    return path.read_text(encoding="utf-8")[:position].count("\n") + 1


def _line_of_bad_date(path: Path) -> int:
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        for year, month, day in re.findall(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", text):
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                return number
    return 1


def read_task(document: Document) -> Optional[TaskFile]:
    """Check a task file; ``None`` when it has problems (they are in the document)."""
    raw = _plain(document.root)
    defaults = raw.get("defaults") or {}
    if isinstance(defaults, dict):
        for section in ("ways", "deadlines", "cautions", "remarks"):
            _inherit(raw.get(section), defaults)
        _inherit(raw.get("decision"), defaults)
    return _check(document, TaskFile, raw, ())


def read_catalogue(document: Document, kind: str) -> Dict[str, Any]:
    """Check a catalogue file; entries with problems are left out (the problems are in the document)."""
    raw = _plain(document.root)
    entry_type = CATALOGUES[kind]
    defaults = raw.pop("defaults", None) or {}
    _check(document, Defaults, defaults, ("defaults",))
    if issubclass(entry_type, Fact):
        _inherit(raw, defaults)
    if kind == "services":
        for service in raw.values():
            _inherit(service.get("history") if isinstance(service, dict) else None, defaults)
    if kind == "notices":
        for notice in raw.values():
            _inherit(notice.get("versions") if isinstance(notice, dict) else None, defaults)
    entries = {}
    for name, value in raw.items():
        entry = _check(document, entry_type, value, (name,))
        if entry is not None:
            entries[str(name)] = entry
    return entries


def read_single(document: Document, kind: Type[EntryT]) -> Optional[EntryT]:
    """Check a file that is one entry; ``None`` when it has problems (they are in the document)."""
    return _check(document, kind, _plain(document.root), ())


def _plain(node: Any) -> Any:
    """Strip line information, and turn years and dates written as numbers into what the schema expects."""
    if isinstance(node, dict):
        return {str(key) if not isinstance(key, str) else key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, datetime):
        return node.date()
    if isinstance(node, bool):
        return node
    if isinstance(node, (int, float)):
        return int(node) if isinstance(node, int) else float(node)
    return str(node) if isinstance(node, str) else node


def _inherit(facts: Any, defaults: Mapping[str, Any]) -> None:
    values = facts.values() if isinstance(facts, dict) else facts if isinstance(facts, list) else ()
    for fact in values:
        if isinstance(fact, dict):
            for key in _INHERITED:
                if key in defaults:
                    fact.setdefault(key, defaults[key])


def _check(document: Document, kind: Type[EntryT], raw: Any, at: Location) -> Optional[EntryT]:
    try:
        return kind.parse_obj(_dates_as_text(raw))
    except ValidationError as error:
        for location, message, fix in _explain(error, kind):
            document.report((*at, *location), message, fix)
        return None


def _dates_as_text(raw: Any) -> Any:
    """Give ``published: 2025-04-14`` and ``published: 2025`` as text; the schema turns real dates back."""
    if isinstance(raw, dict):
        return {key: _published(value) if key == "published" else _dates_as_text(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_dates_as_text(value) for value in raw]
    return raw


def _published(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, int) else value


# --- from pydantic's errors to sentences for people --------------------------------------------------------------


def _explain(error: ValidationError, kind: Type[Entry]) -> List[Tuple[Location, str, str]]:
    explained = []
    seen = set()
    for found in error.errors():
        location = tuple(step for step in found["loc"] if step != "__root__")
        open_end = found["type"] == "value_error.const" and tuple(found["ctx"]["permitted"]) == ("open",)
        if open_end or (location, found["type"]) in seen:
            continue
        seen.add((location, found["type"]))
        explained.append((location, *_sentence(location, found, kind)))
    return explained or [((), str(error), "compare with a working file")]


def _sentence(location: Location, found: Mapping[str, Any], kind: Type[Entry]) -> Tuple[str, str]:
    name = ".".join(str(step) for step in location) or "the entry"
    last = str(location[-1]) if location else ""
    if found["type"] == "value_error.missing":
        return f"'{name}' is missing", _how_to_add(last)
    if found["type"] == "value_error.extra":
        known = _known_keys(kind)
        near = near_matches(last, known)
        return f"'{name}' is not a key that is known here", (
            f"did you mean {' or '.join(near)}?" if near else "remove it, or correct its spelling"
        )
    if found["type"] == "type_error.enum":
        allowed = [member.value for member in found["ctx"]["enum_values"]]
        return f"'{name}' has a value that does not exist", f"use one of: {', '.join(allowed)}"
    if found["type"] == "value_error.const":
        allowed = [str(value) for value in found["ctx"]["permitted"]]
        return f"'{name}' has a value that does not exist", f"use one of: {', '.join(allowed)}"
    if found["type"].startswith("value_error.any_str.max_length"):
        limit = found["ctx"]["limit_value"]
        return f"'{name}' is longer than one text message", f"shorten it to {limit} characters"
    if found["type"] == "value_error.str.regex":
        return f"'{name}' is not written in the expected form", f"expected form: {found['ctx']['pattern']}"
    if found["type"] == "value_error.date":
        return f"'{name}' is not a date", "write it as YYYY-MM-DD"
    return f"'{name}': {found['msg']}", "compare with a working file in data/knowledge"


_ADD = {
    "from": "add 'from: YYYY-MM-DD', the first day on which it holds (here or under 'defaults')",
    "until": "add 'until: YYYY-MM-DD' or 'until: open' (here or under 'defaults')",
    "sources": "add 'sources: [ID, ...]' with ids from sources.yml; no fact without a source",
    "certainty": "add 'certainty: official' or another degree (here or under 'defaults')",
    "checked": "add 'checked: YYYY-MM-DD', the day on which you verified it (here or under 'defaults')",
    "en": "add the English text",
    "sms": "add a short form of at most 160 characters",
}


def _how_to_add(key: str) -> str:
    return _ADD.get(key, f"add '{key}:'")


def _known_keys(kind: Type[Entry]) -> List[str]:
    keys: Dict[str, None] = {}
    pending: List[Any] = [kind]
    visited = set()
    while pending:
        model = pending.pop()
        if model in visited:
            continue
        visited.add(model)
        for model_field in model.__fields__.values():
            keys[model_field.alias] = None
            inner = model_field.type_
            if isinstance(inner, type) and issubclass(inner, Entry):
                pending.append(inner)
    return list(keys)
