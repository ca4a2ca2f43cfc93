"""How a conversation ends. Whatever the way, nothing of it is left in our stores afterwards."""

from __future__ import annotations

from enum import Enum


class Ending(Enum):
    """The ways in which a conversation ends; the value is its name in logs and counters."""

    INACTIVITY = "inactivity"
    """Nobody wrote for as long as the notice says."""

    ASKED_TO_DELETE = "asked_to_delete"
    """The person said "delete my data", or started over."""

    QUICK_EXIT = "quick_exit"
    """The person left by the button that hides everything at once."""

    DELETE_BUTTON = "delete_button"
    """The person pressed "Delete this chat" and went on using the page."""

    OPTED_OUT = "opted_out"
    """The person texted STOP."""

    BY_STAFF = "by_staff"
    """Staff removed it: ``advisor forget``."""
