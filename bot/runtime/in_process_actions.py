"""Runs actions inside Rasa's own process.

Rasa calls actions over HTTP at ``action_endpoint.url``. A second process would cost a start, a port, memory and two
JSON round trips per action, and ``rasa shell`` would need it running. Rasa offers no setting for an in-process
endpoint, so the one method that sends the request is replaced, for the URL ``in-process:actions`` only; any other
URL goes over HTTP as before. Rasa 3.6.21 is the last open release and pinned, so this seam does not move.

Rasa also checks what an action returns against a schema, and checks that schema itself each time: five sixths of the time of
a message. Here the schema, which never changes, is checked once.

Installed on import; endpoints.yml imports it by way of the tracker store, in every Rasa command alike.
"""

from __future__ import annotations

import functools
import logging
from typing import Any, Dict, Optional
from uuid import uuid4

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

logger = logging.getLogger(__name__)

IN_PROCESS_URL = "in-process:actions"
FAILED = "Something went wrong on our side. Please try again, or call Social Security: 1-800-772-1213."


@functools.lru_cache(maxsize=1)
def _executor() -> Any:
    from rasa_sdk.executor import ActionExecutor

    executor = ActionExecutor()
    executor.register_package("actions")
    return executor


def load_actions() -> None:
    """Import all actions and open what they need, so that a fault shows at the start and not at the first message."""
    _executor()
    from actions.context import open_everything

    open_everything()


async def _run_kindly(call: Dict[str, Any]) -> Optional[Any]:
    """Run an action; when it fails, the person still gets a sentence, and the log a reference without any text."""
    try:
        return await _executor().run(call)
    except Exception as error:
        reference = uuid4().hex[:8]
        logger.error("action %s failed, reference %s, %s", call.get("next_action"), reference, type(error).__name__)
        return {"events": [], "responses": [{"text": FAILED}]}


@functools.lru_cache(maxsize=1)
def _response_validator() -> Any:
    """Return the validator of what an action returns, its schema checked."""
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def _validate_action_result(self: RemoteAction, result: Dict[str, Any]) -> bool:
    """Check what an action returns, as Rasa does.

    Raises:
        ValidationError: it is not what Rasa takes.
    """
    error = best_match(_response_validator().iter_errors(result))
    if error is not None:
        raise error
    return True


def install() -> None:
    """Replace ``EndpointConfig.request`` and the check of what actions return; safe to call twice."""
    RemoteAction._validate_action_result = _validate_action_result
    if getattr(EndpointConfig.request, "handles_in_process", False):
        return
    over_http = EndpointConfig.request

    @functools.wraps(over_http)
    async def request(self: EndpointConfig, *args: Any, **kwargs: Any) -> Optional[Any]:
        if self.url != IN_PROCESS_URL:
            return await over_http(self, *args, **kwargs)
        return await _run_kindly(kwargs["json"])

    request.handles_in_process = True  # type: ignore[attr-defined]
    EndpointConfig.request = request


install()
