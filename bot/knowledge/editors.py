"""JSON Schemas of the knowledge files, so that an editor completes keys and underlines mistakes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any, Dict, List

from bot.knowledge.schema import CATALOGUES
from bot.knowledge.schema.beside_tasks import NoticeEntry, SiteFile
from bot.knowledge.schema.parts import Defaults, Fact
from bot.knowledge.schema.tasks import TaskFile

_INHERITED = ("from", "until", "certainty", "checked")


def write_schemas(folder: Path) -> List[Path]:
    """Write one schema per kind of file; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        written.append(path)
    return written


def schemas() -> Dict[str, Dict[str, Any]]:
    """Return file kind -> JSON Schema."""
    found = {"task": _relaxed(copy.deepcopy(TaskFile.schema(by_alias=True)))}
    found["site"] = _relaxed(copy.deepcopy(SiteFile.schema(by_alias=True)))
    for kind, entry in CATALOGUES.items():
        schema = _relaxed(copy.deepcopy(entry.schema(by_alias=True)))
        definitions = schema.pop("definitions", {})
        wrapped: Dict[str, Any] = {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "definitions": {**definitions, "Entry": schema},
            "additionalProperties": {"$ref": "#/definitions/Entry"},
        }
        if issubclass(entry, (Fact, NoticeEntry)):
            wrapped["properties"] = {"defaults": _relaxed(copy.deepcopy(Defaults.schema(by_alias=True)))}
        found[kind] = wrapped
    return found


def _relaxed(schema: Dict[str, Any]) -> Dict[str, Any]:
    """Match what files may look like: facts may leave to 'defaults' what it gives, and a text may be plain."""
    for part in [schema, *schema.get("definitions", {}).values()]:
        if "required" in part:
            part["required"] = [key for key in part["required"] if key not in _INHERITED]
        for name, field in part.get("properties", {}).items():
            if field.get("$ref") == "#/definitions/Phrase" or field.get("allOf") == [{"$ref": "#/definitions/Phrase"}]:
                part["properties"][name] = {"anyOf": [{"type": "string"}, {"$ref": "#/definitions/Phrase"}]}
    return schema
