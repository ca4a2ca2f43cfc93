"""Reads single settings from the environment; each error names the variable and says what to set."""

from __future__ import annotations

import ipaddress
import re
from datetime import date
from typing import List, Mapping, Optional, Tuple, Union

Network = Union[ipaddress.IPv4Network, ipaddress.IPv6Network]

_ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?")


class ConfigurationError(ValueError):
    """A setting is missing or wrong; the message says what to set."""


def number(env: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    """Read a whole number within limits."""
    text = env.get(name, str(default))
    if not text.isdigit() or not low <= int(text) <= high:
        raise ConfigurationError(
            f"{name} is '{text}': set it to a whole number from {low} to {high}, or leave it unset."
        )
    return int(text)


def origins(env: Mapping[str, str], name: str) -> Tuple[str, ...]:
    """Read exact origins; they are written into headers, so nothing else may be in them, and never a wildcard."""
    origins = tuple(item.lower() for item in items(env, name))
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise ConfigurationError(
                f"{name} has '{origin}': write each site as https://its.name, without a path and without '*', "
                "and a comma between two."
            )
    return origins


def networks(env: Mapping[str, str], name: str) -> Tuple[Network, ...]:
    """Read networks or single addresses, with commas between."""
    networks: List[Network] = []
    for item in items(env, name):
        try:
            networks.append(ipaddress.ip_network(item))
        except ValueError:
            raise ConfigurationError(
                f"{name} has '{item}': write an address such as 127.0.0.1 or a network such as 10.0.0.0/8, "
                "and a comma between two."
            ) from None
    return tuple(networks)


def items(env: Mapping[str, str], name: str) -> List[str]:
    """Return the parts of a list with commas between."""
    return [item.strip() for item in env.get(name, "").split(",") if item.strip()]


def address(env: Mapping[str, str], name: str, kinds: Tuple[str, ...]) -> Optional[str]:
    """Read the address of a store; the message does not repeat it, for it may hold a password."""
    text = env.get(name)
    if text and not text.startswith(kinds):
        raise ConfigurationError(f"{name}: begin it with {' or '.join(kinds)}, or leave it unset.")
    return text or None


def one_of(env: Mapping[str, str], name: str, choices: Tuple[str, ...]) -> str:
    """Read one of a few words; the first is the default."""
    text = env.get(name, choices[0]).strip().lower()
    if text not in choices:
        raise ConfigurationError(f"{name} is '{text}': set it to {', '.join(choices)}, or leave it unset.")
    return text


def day(env: Mapping[str, str], name: str) -> Optional[date]:
    """Read a day."""
    text = env.get(name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(f"{name} is '{text}': write it as YYYY-MM-DD, or leave it unset.") from None


def switch(env: Mapping[str, str], name: str, default: bool) -> bool:
    """Read a switch."""
    text = env.get(name, "1" if default else "0").strip().lower()
    if text not in ("0", "1", "true", "false", "yes", "no"):
        raise ConfigurationError(f"{name} is '{text}': set it to 1 or 0, or leave it unset.")
    return text in ("1", "true", "yes")
