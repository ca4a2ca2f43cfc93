"""Any body that is posted to the web channel is answered or refused; what is handed on is no command and holds no identifier."""

from __future__ import annotations

import json
from typing import Any, Dict

from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz.web_channel import Channel

CHANNEL = Channel()
ROUTES = ("/session", "/message", "/end")
KINDS = ("application/json", "application/json; charset=utf-8", "text/plain", "", "multipart/form-data")
values = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.integers(), max_size=2)
)
texts = values | st.sampled_from(
    [
        "/restart",
        " / /restart",
        "my ssn is 219-09-9999",
        "219-09-9999 and Maria Gomez 4/5/1950",
        "\u2215restart",
        "[ssn]",
        "x" * 3000,
    ]
)


@settings(max_examples=150, deadline=None)
@given(route=st.sampled_from(ROUTES), kind=st.sampled_from(KINDS), body=st.binary(max_size=80))
@example(route="/message", kind="application/json", body=b"[" * 20_000)
@example(route="/message", kind="application/json", body=b'{"id":' + b"9" * 5000 + b"}")
def test_any_bytes_are_answered_or_refused(route: str, kind: str, body: bytes) -> None:
    assert CHANNEL.post(route, kind, body) < 500


@settings(max_examples=150, deadline=None)
@given(
    route=st.sampled_from(ROUTES),
    fields=st.fixed_dictionaries({"text": texts, "id": values, "language": values}, optional={"session": values}),
    signed_in=st.booleans(),
)
def test_any_fields_are_answered_or_refused(route: str, fields: Dict[str, Any], signed_in: bool) -> None:
    if signed_in:
        fields["session"] = CHANNEL.token()
    assert CHANNEL.post(route, "application/json", json.dumps(fields).encode()) < 500
