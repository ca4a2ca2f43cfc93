"""What is written down is what is so: schemas, settings, and the real files under their schemas."""

from __future__ import annotations

import copy
import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Dict, List

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from bot.config import KNOWLEDGE_FILES, PROJECT
from bot.knowledge.editors import schemas
from bot.knowledge.schema import CATALOGUES

SCHEMAS = PROJECT / "docs" / "schema"
SITES = sorted((PROJECT / "data" / "sites").glob("*.yml"))
FILES = [*sorted(KNOWLEDGE_FILES.glob("*.yml")), *sorted((KNOWLEDGE_FILES / "tasks").glob("*.yml")), *SITES]
KIND_OF_FOLDER = {"tasks": "task", "sites": "site"}


def exported(path: Path) -> Dict[str, Any]:
    kind = KIND_OF_FOLDER.get(path.parent.name, path.stem)
    return json.loads((SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8"))


def as_json(path: Path) -> Any:
    """The file as an editor sees it: YAML with dates as text."""
    return json.loads(
        json.dumps(
            YAML(typ="safe").load(path),
            default=lambda value: value.isoformat() if isinstance(value, date) else str(value),
        )
    )


def errors(path: Path, content: Any) -> List[str]:
    return [
        f"{'.'.join(map(str, error.path))}: {error.message}"
        for error in Draft7Validator(exported(path)).iter_errors(content)
    ]


def test_making_the_schemas_twice_gives_the_same() -> None:
    first = json.dumps(schemas(), sort_keys=True)
    assert json.dumps(schemas(), sort_keys=True) == first


@pytest.mark.parametrize("kind", [*CATALOGUES, "task", "site"])
def test_an_exported_schema_leads_nowhere_dead(kind: str) -> None:
    text = (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")
    defined = set(json.loads(text).get("definitions", {}))
    assert set(re.findall(r"#/definitions/(\w+)", text)) <= defined


def test_the_exported_schemas_are_those_of_the_code() -> None:
    today = {name: json.loads(json.dumps(schema)) for name, schema in schemas().items()}
    written = {path.name.split(".")[0]: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")}
    assert set(written) == {*CATALOGUES, "task", "site"}
    different = [name for name in today if today[name] != written.get(name)]
    assert different == [], "run 'advisor schema'"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_knowledge_file_is_valid_for_editors(path: Path) -> None:
    Draft7Validator.check_schema(exported(path))
    assert errors(path, as_json(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_knowledge_file_names_its_schema_in_the_first_line(path: Path) -> None:
    with path.open(encoding="utf-8") as stream:
        named = re.search(r"yaml-language-server: \$schema=(\S+)", stream.readline())
    assert named
    kind = KIND_OF_FOLDER.get(path.parent.name, path.stem)
    assert (path.parent / named.group(1)).resolve() == SCHEMAS / f"{kind}.schema.json"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_editors_underline_an_unknown_key(path: Path) -> None:
    content = as_json(path)
    broken = copy.deepcopy(content)
    if path.parent.name in KIND_OF_FOLDER:
        broken["rulez"] = []
    else:
        name = next(key for key in broken if key != "defaults")
        broken[name]["souces"] = []
    assert errors(path, broken)


@pytest.mark.parametrize(
    ("part", "key"),
    [("decision", "visit_need"), ("decision", "sources"), ("ways", "way"), ("ways", "say"), ("title", "en")],
)
def test_editors_underline_what_is_missing_in_a_task(part: str, key: str) -> None:
    path = KNOWLEDGE_FILES / "tasks" / "change_address.yml"
    content = as_json(path)
    entry = content[part]
    entry = entry[0] if isinstance(entry, list) else entry if key in entry else next(iter(entry.values()))
    del entry[key]
    assert errors(path, content)


def test_every_setting_is_documented_and_nothing_else() -> None:
    code = "".join((PROJECT / "bot" / name).read_text(encoding="utf-8") for name in ("config.py", "sms_settings.py"))
    settings = set(re.findall(r'"(ADVISOR_[A-Z_]+)"', code))
    assert len(settings) >= 5
    page = PROJECT / "docs" / "configuration.md"
    assert page.exists(), "docs/configuration.md is missing"
    named = set(re.findall(r"ADVISOR_[A-Z_]*[A-Z]", page.read_text(encoding="utf-8")))
    assert settings - named == set(), "not in docs/configuration.md"
    elsewhere = {
        name
        for folder in ("bot", "actions", "scripts", "benchmarks")
        for path in (PROJECT / folder).rglob("*")
        if path.is_file() and path.suffix in ("", ".py", ".sh")
        for name in re.findall(r"\bADVISOR_[A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8", errors="ignore"))
    }
    assert named - settings - elsewhere == set(), "documented, but nothing reads it"
