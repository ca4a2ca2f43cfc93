"""Light servers for the tests of the channels."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest
from light_server import Light
from sanic import Sanic

from bot.config import Settings

Serve = Callable[..., Light]


@pytest.fixture(scope="module")
def serve(compiled: Path) -> Iterator[Serve]:
    """Starts light servers, each with settings of its own, and stops them."""
    running: List[Light] = []
    Sanic.test_mode = True  # more than one server in a process

    def start(**settings: Any) -> Light:
        running.append(Light(dataclasses.replace(Settings(knowledge_db=compiled), **settings)))
        return running[-1]

    yield start
    for light in running:
        light.stop()
    Sanic.test_mode = False


@pytest.fixture(scope="module")
def light(serve: Serve) -> Light:
    """A server as it comes, with one site that may embed the chat."""
    return serve(allowed_origins=("https://aid.example",))
