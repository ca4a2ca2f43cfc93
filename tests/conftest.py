"""What the tests share: the real knowledge loaded once, one compiled copy of it, copies that a test may break."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Callable

import pytest
from hypothesis import HealthCheck, settings

from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase, compiling, load_files

settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=30, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "explore",
    deadline=None,
    max_examples=1000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """The real knowledge, read from the files."""
    return load_files(KNOWLEDGE_FILES)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, base: KnowledgeBase) -> Path:
    """The real knowledge, compiled once (from what is loaded already); tests must not write to it."""
    target = tmp_path_factory.mktemp("compiled") / "knowledge.sqlite"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(compiling, "load_files", lambda _: base)
        assert compiling.compile_knowledge(KNOWLEDGE_FILES, target)
    return target


@pytest.fixture
def knowledge_copy(tmp_path: Path) -> Callable[[], Path]:
    """Makes a copy of data/knowledge that a test may break."""

    def copy() -> Path:
        folder = tmp_path / "data" / "knowledge"
        shutil.copytree(KNOWLEDGE_FILES, folder)
        return folder

    return copy


@pytest.fixture
def small_copy(knowledge_copy: Callable[[], Path]) -> Path:
    """A copy that is read in no time: two tasks, and nothing that leads to the others."""
    folder = knowledge_copy()
    for path in (folder / "tasks").glob("*.yml"):
        if path.stem not in ("change_address", "benefit_letter"):
            path.unlink()
    for name in ("claims", "remarks", "gazetteers"):
        (folder / f"{name}.yml").write_text("defaults: {}\n", encoding="utf-8")
    return folder
