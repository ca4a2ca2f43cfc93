"""Circumstances said in passing, as entities: "never made an online account", "she gets SSI", "he is 14"."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Text

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.knowledge import KnowledgeBase
from bot.nlu.circumstance_evidence import Candidate, Weigher, applies
from bot.nlu.circumstance_finder import CircumstanceFinder
from bot.nlu.from_knowledge import FromKnowledge
from bot.nlu.known_phrases import STATES_CIRCUMSTANCES
from bot.nlu.message_model import EVIDENCE
from bot.nlu.statements import Statement
from bot.text import bare

NEARLY_STATED = "nearly_stated"
"""Key of what a message may state, but not surely enough: circumstance -> value and certainty. It counts as an answer when just that was asked."""

NEARLY = 0.25
"""Least probability of what is nearly stated."""

SHORTEST = 2
"""Words. What the model alone sees in less ("ok", "both") depends on what was asked ..."""

SMALL_TALK = ("affirm", "deny", "unsure", "decline_to_say", "thanks", "greet", "goodbye")
"""... as does what it sees in such turns: "no, i never did"."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CircumstanceExtractor(FromKnowledge):
    """Adds each circumstance that a message states as an entity: its name as entity type, its value as value."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings.

        They are the least probability that counts, and the weights of :class:`Weigher`.
        """
        return {"threshold": 0.5, "weights": {"bias": 0.0}}

    def __init__(self, finder: CircumstanceFinder, weigher: Weigher, config: Mapping[Text, Any]) -> None:
        self._finder = finder
        self._weigher = weigher
        self._threshold: float = config["threshold"]

    @classmethod
    def of(cls, config: Dict[Text, Any], base: KnowledgeBase) -> "CircumstanceExtractor":
        """Create the component."""
        return cls(CircumstanceFinder(base), Weigher(config["weights"]), config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the circumstances to the message's entities, and set what is nearly stated."""
        for message in messages:
            text = message.get(TEXT) or ""
            heard = self._finder.hear(text)
            found = self._likeliest(message, _values(heard))
            stated = {
                name: self._statement(candidate, heard)
                for name, candidate in found.items()
                if self._counts(candidate, message)
            }
            nearly = {
                name: self._statement(candidate, heard)._asdict()
                for name, candidate in found.items()
                if name not in stated and candidate.probability >= NEARLY
            }
            message.set(NEARLY_STATED, nearly, add_to_output=True)
            if stated:
                entities = [self._entity(name, stated[name], text) for name in sorted(stated)]
                message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
            elif bare(text) and (message.get(INTENT) or {}).get("name") == STATES_CIRCUMSTANCES:
                message.set(INTENT, {"name": STATES_CIRCUMSTANCES, "confidence": 0.0}, add_to_output=True)
        return messages

    def _likeliest(self, message: Message, heard: Mapping[Text, Text]) -> Dict[Text, Candidate]:
        """Return circumstance -> its likeliest value; none where the model had nothing to judge."""
        evidence = message.get(EVIDENCE)
        if evidence is None:
            return {}
        return self._weigher.likeliest(evidence, heard, applies(message.get("intent_ranking") or []))

    def _counts(self, candidate: Candidate, message: Message) -> bool:
        """Tell whether a candidate is stated surely enough."""
        if candidate.probability < self._threshold or candidate.has_pattern:
            return candidate.probability >= self._threshold
        talk = (message.get(INTENT) or {}).get("name") in SMALL_TALK
        return not talk and len(bare(message.get(TEXT)).split()) >= SHORTEST

    def _statement(self, candidate: Candidate, heard: Mapping[Text, Statement]) -> Statement:
        """Return the value, and whether the message is certain of it: the pattern knows, or else the words around it tell."""
        if candidate.has_pattern:
            return heard[candidate.name]
        return Statement(candidate.value, not self._finder.leans(candidate.text))

    def _entity(self, name: Text, stated: Statement, text: Text) -> Dict[Text, Any]:
        return {
            "entity": name,
            "value": stated.value,
            "certain": stated.certain,
            "start": 0,
            "end": len(text),
            "extractor": type(self).__name__,
        }


def _values(heard: Mapping[Text, Statement]) -> Dict[Text, Text]:
    return {name: statement.value for name, statement in heard.items()}
