"""The tables that understanding is measured on: messages with the intent, the needs or the circumstances a careful reader sees."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Tuple

from ruamel.yaml import YAML

from bot.config import KNOWLEDGE_FILES, PROJECT, read_settings

SPLITS = PROJECT / "tests" / "nlu_splits"
DEVELOPMENT, TEST = "development", "test"


_SPLIT = re.compile(r"[a-z]+(_\d)?")


class Example(NamedTuple):
    """A message and what it means."""

    text: str
    intent: str


class TwoNeeds(NamedTuple):
    """A message with two needs in the order it names them, or with one need though it looks like two."""

    text: str
    needs: Tuple[str, ...]

    @property
    def is_two(self) -> bool:
        """Whether two things are asked."""
        return len(self.needs) == 2


class Stated(NamedTuple):
    """A message, the circumstances it states as facts, and those of them it is not certain of."""

    text: str
    circumstances: Dict[str, str]
    uncertain: Tuple[str, ...]


def intents(split: str) -> List[Example]:
    """Return the messages of a split with their intents; a split may have more files, by other hands (``..._2.yml``)."""
    return [
        example
        for path in sorted(SPLITS.glob(f"{split}*.yml"))
        if _SPLIT.fullmatch(path.stem)
        for example in nlu_file(path)
    ]


def everyday(table: str) -> List[Example]:
    """Return the messages of a table in tests/dialogue: ``everyday`` or ``special_paths``."""
    content = _read(PROJECT / "tests" / "dialogue" / f"{table}.yml")
    return [
        Example(text, intent)
        for intent, texts in content.items()
        if all(isinstance(text, str) for text in texts)
        for text in texts
    ]


def nlu_file(path: Path) -> List[Example]:
    """Return the messages of a file in Rasa's training format."""
    return [
        Example(line.strip()[2:], entry["intent"])
        for entry in _read(path)["nlu"]
        for line in entry["examples"].splitlines()
        if line.strip()
    ]


def training() -> List[Example]:
    """Return all training messages."""
    return [example for path in sorted((PROJECT / "data" / "nlu").glob("*.yml")) for example in nlu_file(path)]


def statements() -> List[Stated]:
    """Return all texts that circumstances are learnt from."""
    from bot.knowledge import open_knowledge
    from bot.nlu.circumstance_files import read_statements, values_by_name
    from bot.nlu.training_files import CIRCUMSTANCE_FILES

    known = values_by_name(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db).circumstances)
    return [
        Stated(found.text, dict(found.states), ())
        for path in sorted(CIRCUMSTANCE_FILES.glob("*.yml"))
        for found in read_statements(path, known)
    ]


def learnt_texts() -> List[str]:
    """Return all texts that anything is learnt from."""
    return [row.text for row in (*training(), *statements())]


def two_needs(split: str) -> List[TwoNeeds]:
    """Return the messages of a split that have two needs or look like it."""
    return [
        TwoNeeds(entry["text"], tuple(entry["needs"]))
        for path in _files(split, "two_needs")
        for entry in _read(path)["messages"]
    ]


def circumstances(split: str) -> List[Stated]:
    """Return the messages of a split with the circumstances they state."""
    return [row for path in _files(split, "circumstances") for row in circumstances_file(path)]


def circumstances_file(path: Path) -> List[Stated]:
    """Return the messages of one table of circumstances."""
    return [
        Stated(entry["text"], dict(entry["circumstances"]), tuple(entry.get("uncertain", ())))
        for entry in _read(path)["messages"]
    ]


def _files(split: str, table: str) -> List[Path]:
    """Return the files of a table; it may have more than one, by other hands (``..._2.yml``)."""
    return sorted(SPLITS.glob(f"{split}_{table}*.yml"))


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
