"""Intents that are told apart within another one: "is this letter real?" within ``report_scam``.

The reply differs, so the model learns them by themselves. Programs that read our intents know the wider ones only (design.md,
section 8), and whether to answer at all does not turn on which of the finer ones it is. So their confidences are added up under
the wider name, and the finer one goes along as ``detail`` of the intent.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

DETAIL = "detail"
"""Key, in an intent, of the finer one."""

WIDER = {
    "scam_already": "report_scam",
    "strange_message": "report_scam",
    "emergency": "crisis",
    "checklist": "what_to_bring",
    "family_and_companions": "data_sharing",
    "what_to_tell_agent": "ice_at_office_now",
}
"""Finer intent -> the one it belongs to."""


def wider(intent: Text) -> Text:
    """Return the intent that programs know."""
    return WIDER.get(intent, intent)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FinerIntents(GraphComponent, IntentClassifier):
    """Puts the wider intents into the ranking, and the finer one of the first as its detail."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings: the least share of a wider intent's confidence at which the finer one is told."""
        return {"share": 0.5}

    def __init__(self, share: float) -> None:
        self._share = share

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "FinerIntents":
        """Create the component with the settings of config.yml."""
        return cls(config["share"])

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace intent and ranking of each message that has any."""
        for message in messages:
            ranking = widened(message.get("intent_ranking") or [], self._share)
            if ranking:
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def widened(ranking: Sequence[Mapping[Text, Any]], share: float) -> List[Dict[Text, Any]]:
    """Return a ranking under the wider names, likeliest first; the first has its detail, if one is clear enough."""
    added: Dict[Text, float] = {}
    for entry in ranking:
        name = wider(entry["name"])
        added[name] = added.get(name, 0.0) + entry["confidence"]
    merged: List[Dict[Text, Any]] = [
        {"name": name, "confidence": min(confidence, 1.0)} for name, confidence in added.items()
    ]
    merged.sort(key=lambda entry: -entry["confidence"])
    detail = _detail(ranking, merged[0], share) if merged else None
    if detail:
        merged[0][DETAIL] = detail
    return merged


def _detail(ranking: Sequence[Mapping[Text, Any]], first: Mapping[Text, Any], share: float) -> Optional[Text]:
    """Return the finer intent that the first of a ranking stands for, or ``None``."""
    likeliest = max(
        (entry for entry in ranking if wider(entry["name"]) == first["name"]), key=lambda entry: entry["confidence"]
    )
    clear = likeliest["confidence"] >= share * first["confidence"]
    return likeliest["name"] if clear and likeliest["name"] in WIDER else None
