"""Sure enough to answer, or "did you mean ...?".

A wrong answer to a greeting costs a smile, one beside the tasks (opening hours) a minute, a wrong answer on a task a trip or a payment, so each
has a threshold of its own. Being out
of scope is a class that the intent model learns from its own examples, with a threshold, too. All of them are chosen on the
development split (docs/understanding.md) and stand in config.yml.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.kinds import TOGETHER, kind_of
from bot.nlu.known_phrases import STATES_CIRCUMSTANCES
from bot.nlu.needs import NEEDS


def is_sure(ranking: List[Mapping[Text, Any]], settings: Mapping[Text, float]) -> bool:
    """Tell whether the first intent of a ranking may be acted on.

    Args:
        ranking: intents with their confidence, most likely first.
        settings: the least confidence for each kind; ``unrivalled`` for an answer that no other answer comes near
            (nearer than ``rival``): then the doubt is only whether the message asks for anything of ours.
    """
    if not ranking:
        return False
    kind = kind_of(ranking[0]["name"])
    rivals = [entry["confidence"] for entry in ranking[1:] if kind_of(entry["name"]) in ("answer", "aside", "urgent")]
    least = settings["unrivalled" if kind == "answer" and max(rivals, default=0.0) < settings["rival"] else kind]
    return confidence_in_first(ranking) >= least


def confidence_in_first(ranking: List[Mapping[Text, Any]]) -> float:
    """Return the confidence in the first intent and in those that are one thing with it (:data:`TOGETHER`)."""
    same = TOGETHER.get(ranking[0]["name"], (ranking[0]["name"],))
    return float(sum(entry["confidence"] for entry in ranking if entry["name"] in same))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Decider(GraphComponent, IntentClassifier):
    """Puts ``nlu_fallback`` in the place of an intent that is not sure enough; the ranking keeps what it may be."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings of :func:`is_sure`."""
        return {
            "answer": 0.5,
            "unrivalled": 0.5,
            "rival": 0.1,
            "aside": 0.5,
            "talk": 0.4,
            "urgent": 0.4,
            "out_of_scope": 0.4,
        }

    def __init__(self, settings: Mapping[Text, float]) -> None:
        self._settings = settings

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Decider":
        """Create the component with the settings of config.yml."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace intents that are not sure enough."""
        for message in messages:
            ranking = message.get("intent_ranking") or []
            if not is_sure(ranking, self._settings) and not _harmless(message):
                unclear = {"name": DEFAULT_NLU_FALLBACK_INTENT_NAME, "confidence": 1.0}
                message.set(INTENT, unclear, add_to_output=True)
                message.set("intent_ranking", [unclear, *ranking], add_to_output=True)
        return messages


def _harmless(message: Message) -> bool:
    """Tell whether acting on a guess does no harm.

    Two needs are named back before anything else is said. A message that seems only to state something, and states a
    circumstance that we know, is taken down; the reply says what was understood.
    """
    states = (message.get(INTENT) or {}).get("name") == STATES_CIRCUMSTANCES
    return bool(message.get(NEEDS)) or (states and _states_a_circumstance(message))


def _states_a_circumstance(message: Message) -> bool:
    return any("certain" in entity for entity in message.get(ENTITIES) or [])
