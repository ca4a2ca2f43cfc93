"""Actions inside the process: what they return is still checked, and the check costs next to nothing."""

from __future__ import annotations

import time

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from bot.runtime import in_process_actions

GOOD = {"events": [{"event": "slot", "name": "task", "value": "change_name"}], "responses": [{"text": "hello"}]}


@pytest.fixture
def action() -> RemoteAction:
    in_process_actions.install()
    return RemoteAction("action_advise", EndpointConfig(in_process_actions.IN_PROCESS_URL))


@pytest.mark.parametrize(
    "bad",
    [{"events": "none"}, {"responses": ["text"]}, {"events": [{"event": "slot"}]}, {"events": [{"name": "task"}]}, []],
)
def test_what_rasa_would_refuse_is_refused(action: RemoteAction, bad: object) -> None:
    with pytest.raises(ValidationError):
        action._validate_action_result(bad)


def test_what_is_right_is_taken_quickly(action: RemoteAction) -> None:
    assert action._validate_action_result(GOOD)
    began = time.process_time()
    for _ in range(50):
        action._validate_action_result(GOOD)
    assert time.process_time() - began < 0.5  # checking the schema each time takes several seconds
