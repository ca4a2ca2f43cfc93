"""A light server that takes text messages, and the provider's own side."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Iterator
from uuid import uuid4

import pytest
from provider_side import ACCOUNT, TOKEN, Api

from bot.channels import sms as channel
from bot.sms_settings import TWILIO, SmsSettings


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    api = Api()
    yield api
    api.stop()


@pytest.fixture(autouse=True)
def quiet_api(api: Api) -> None:
    api.sent.clear()
    api.answers.clear()


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sms") / "state.sqlite"


@pytest.fixture(scope="module")
def serve_texts(serve: Any, state: Path) -> Callable[..., Any]:
    """Starts light servers that take text messages; all of them know who said STOP to one."""

    def start(sms: SmsSettings, **settings: Any) -> Any:
        return serve(sms=sms, secret="s" * 40, state_db=state, **settings)

    return start


@pytest.fixture(scope="module")
def light(serve_texts: Callable[..., Any], api: Api) -> Any:
    return serve_texts(SmsSettings(TWILIO, TOKEN, ACCOUNT, api.url, None, False), messages_per_minute=8)


@pytest.fixture
def number() -> str:
    return f"+1{uuid4().int % 10**10:010}"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "ANSWER_SECONDS", 0.3)
