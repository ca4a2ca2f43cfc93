from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The trained assistant with its real actions, on a fixed day and with its own state file."""
    from bot.runtime.quiet import be_quiet

    be_quiet()
    from rasa.core.agent import Agent
    from rasa.utils.endpoints import EndpointConfig

    from bot.runtime.in_process_actions import IN_PROCESS_URL, load_actions
    from bot.runtime.trained import trained_model

    patch = pytest.MonkeyPatch()
    patch.setenv("ADVISOR_PREVIEW_DATE", TODAY.isoformat())
    patch.setenv("ADVISOR_STATE_DB", str(tmp_path_factory.mktemp("state") / "state.sqlite"))
    from actions import context

    for cached in (context.settings, context.live_knowledge, context.site, context.state_store):
        cached.cache_clear()
    load_actions()
    yield Agent.load(trained_model(), action_endpoint=EndpointConfig(IN_PROCESS_URL, selective_domain=True))
    patch.undo()


@pytest.fixture
def talk(agent: Any) -> Any:
    from talk import Talk

    return Talk(agent)


@pytest.fixture
def new_talk(agent: Any) -> Callable[..., Any]:
    from talk import Talk

    return lambda **options: Talk(agent, **options)


@pytest.fixture
def portal_down(agent: Any) -> Iterator[Path]:
    """Staff said that the my Social Security website is down."""
    from datetime import datetime, timedelta, timezone

    from actions import context
    from bot.advice import ServiceState
    from bot.knowledge.state import ServiceStatus

    now = datetime.now(timezone.utc)
    store = context.state_store()
    store.set_status(ServiceStatus("my_social_security", ServiceState.DOWN, "test", now, now + timedelta(hours=1)))
    yield context.settings().state_db
    store.set_status(ServiceStatus("my_social_security", ServiceState.UP, "test", now, now + timedelta(hours=1)))
