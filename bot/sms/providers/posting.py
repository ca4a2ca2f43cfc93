"""Posting to a provider: one attempt, with no trace in any log.

``requests`` and not the provider's own library: that one logs every number and text that it sends.
"""

from __future__ import annotations

from typing import Any, Optional, Tuple

import requests

SECONDS = (4.0, 10.0)
"""How long is waited for the connection, and for the answer."""

_WORTH_TRYING_AGAIN = (429, 503)


class Posted:
    """What came back.

    Attributes:
        status: of HTTP; 0 when there was no connection, -1 when it is not known whether the request arrived.
        data: the JSON object that came back, if one did.
    """

    def __init__(self, status: int, data: Optional[Any] = None) -> None:
        self.status = status
        self.data = data if isinstance(data, dict) else {}

    @property
    def taken(self) -> bool:
        """It was taken."""
        return 200 <= self.status < 300

    @property
    def not_yet(self) -> bool:
        """It was surely not taken, and another attempt may succeed."""
        return self.status == 0 or self.status in _WORTH_TRYING_AGAIN

    @property
    def unknown(self) -> bool:
        """It may have been taken."""
        return self.status == -1 or (self.status >= 500 and self.status not in _WORTH_TRYING_AGAIN)


def post(url: str, auth: Optional[Tuple[str, str]] = None, **body: Any) -> Posted:
    """Post a form (``data``) or bytes; follow no redirect, keep no cookie, use no proxy of the environment."""
    with requests.Session() as session:
        session.trust_env = False
        try:
            answer = session.post(url, auth=auth, timeout=SECONDS, allow_redirects=False, **body)
            return Posted(answer.status_code, _json(answer))
        except (requests.ConnectTimeout, requests.exceptions.SSLError):
            return Posted(0)
        except requests.ConnectionError as error:
            return Posted(0 if "NewConnectionError" in repr(error) else -1)
        except (requests.RequestException, ValueError):
            return Posted(-1)


def _json(answer: requests.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return None
