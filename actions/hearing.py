"""What a channel says about a message beside its text."""

from __future__ import annotations

from typing import Any, Dict, List, Text

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import knowledge
from bot.replies.voice import language_for


class ActionHearLanguage(Action):
    """Takes over the language of the page. Rasa runs it for each message, before the answer (see ``language`` in domain.yml)."""

    def name(self) -> Text:
        """Return the action's name."""
        return "action_hear_language"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Dict[Text, Any]) -> List[EventType]:
        """Set the slot when the language has changed; a channel that names none changes nothing."""
        wished = (tracker.latest_message.get("metadata") or {}).get("language")
        if wished is None:
            return []
        language = language_for(knowledge(), wished)
        return [] if language == tracker.get_slot("language") else [SlotSet("language", language)]
