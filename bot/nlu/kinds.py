"""Kinds of intents that the understanding treats each in its own way; Social Security tasks are all that is not named here."""

from __future__ import annotations

from typing import Collection, Mapping, Text

OUT_OF_SCOPE = "out_of_scope"

TALK = (
    "greet", "goodbye", "thanks", "affirm", "deny", "unsure", "decline_to_say", "why", "sources", "repeat", "go_back",
    "help_menu", "inform", "change_language", "talk_to_human",
)  # fmt: skip
"""Turns of talk: little is lost when one is taken for another."""

BESIDES = (
    "book_appointment", "reschedule_appointment", "walk_in_question", "what_to_bring", "office_hours", "wait_times",
    "data_sharing", "chat_privacy", "heard_that", "legal_help", "talk_to_human", "family_and_companions",
    "homebound_help", "what_to_tell_agent", "deadline", "strange_message", "report_scam", "scam_already",
    "no_benefits_message", "website_down", "checklist", "stop_messages", "delete_my_data", "change_language",
)  # fmt: skip
"""Intents that can be a need beside a task; a greeting or a thank-you is none."""

ALONE = ("crisis", "emergency", "abuse", "ice_at_office_now")
"""Nothing is put beside these."""

URGENT = (*ALONE, "report_scam")
"""Where a miss costs more than a false alarm."""

COURTESIES = ("greet", "goodbye", "thanks")
"""What stands in front of a wish or behind it, if it is not all that somebody writes."""

TOGETHER: Mapping[Text, Collection[Text]] = {
    **dict.fromkeys(COURTESIES, COURTESIES),
    "affirm": ("affirm", "inform"),
    "deny": ("deny", "inform"),
    "inform": ("inform", "affirm", "deny"),
}
"""Turns that are one thing said in one breath: "ok thanks bye" is a courtesy, "no she never made one" a no that states something."""


def kind_of(intent: Text) -> Text:
    """Return the setting that holds for an intent: ``out_of_scope``, ``urgent``, ``talk``, ``aside`` or ``answer``."""
    if intent == OUT_OF_SCOPE:
        return "out_of_scope"
    if intent in URGENT:
        return "urgent"
    if intent in TALK:
        return "talk"
    return "aside" if intent in BESIDES else "answer"
