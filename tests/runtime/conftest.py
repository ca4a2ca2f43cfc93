"""Conversations in every kind of store, with real servers where the store is one."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Iterator

import pytest
from rasa.shared.core.domain import Domain

from bot.config import PROJECT
from bot.runtime.conversations import Conversations, open_conversations
from tests.runtime import servers

STORES = ["memory", "sqlite", "postgresql"]


class Clock:
    """A clock that goes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.postgresql(tmp_path_factory.mktemp("servers")) as address:
        yield address


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with servers.redis(tmp_path_factory.mktemp("redis")) as address:
        yield address


@pytest.fixture
def address(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], "str | None"]:
    """The address of each kind of store."""

    def of(kind: str) -> "str | None":
        if kind == "memory":
            return None
        return (
            f"sqlite:///{tmp_path}/conversations.sqlite" if kind == "sqlite" else request.getfixturevalue("postgresql")
        )

    return of


@pytest.fixture(params=STORES)
def conversations(request: pytest.FixtureRequest, address: Callable) -> Iterator[Conversations]:
    store = open_conversations(address(request.param))
    yield store
    for name in store.names():
        store.forget(name)


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(PROJECT / "domain.yml"))
