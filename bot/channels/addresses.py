"""Under which address a request was made, as the one who made it sees it. A signature over the address holds for that one."""

from __future__ import annotations

from typing import Mapping, Optional, Sequence, Text

from bot.channels.limits import is_trusted
from bot.config import Network


def asked_address(
    peer: Text, headers: Mapping[Text, Text], target: Text, proxies: Sequence[Network], public_url: Optional[Text]
) -> Text:
    """Return the address of a request.

    Args:
        peer: the address at the other end of the connection.
        headers: names in lower case.
        target: path and query as they stand in the request.
        proxies: whose ``X-Forwarded-Proto`` and ``X-Forwarded-Host`` are believed.
        public_url: scheme and host, when the settings name them; then no header counts.
    """
    if public_url:
        return f"{public_url}{target}"
    scheme, host = "http", headers.get("host", "")
    if is_trusted(peer, proxies):
        scheme = _nearest(headers.get("x-forwarded-proto", "")) or scheme
        host = _nearest(headers.get("x-forwarded-host", "")) or host
    return f"{scheme}://{host}{target}"


def _nearest(header: Text) -> Text:
    """Return what the proxy next to us wrote: the last of several."""
    return header.rsplit(",", 1)[-1].strip()
