"""Judges a message and its parts by the linear model: what the person wants, and what is stated of the situation.

The later components decide: two needs or one (needs.py), which circumstances count (circumstance_extractor.py), sure enough or
not (deciding.py).
"""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Optional, Text, Tuple

import joblib
import numpy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import open_knowledge
from bot.nlu.linear_model import Asking, LinearModel, Statement, Told, parts_that_state_nothing
from bot.nlu.reading import READING, WHOLE, Reader, spans_to_judge
from bot.nlu.training_files import STATES
from bot.text import bare, even

SPANS = "span_confidences"
"""Key of what the model says of parts of the message: (first clause, end) -> intent -> confidence."""

EVIDENCE = "evidence"
"""Key of the :class:`Evidence` for circumstances."""

_FILE = "message_model.joblib"

WORDS_OF_A_LONG_MESSAGE = 16
"""Parts of shorter messages teach little that the message itself does not."""


class Evidence(NamedTuple):
    """How likely a message states each circumstance.

    Attributes:
        statements: the circumstances with their values.
        texts: the message and its parts; the message comes first.
        confidences: a row a text, a column a statement.
    """

    statements: Tuple[Statement, ...]
    texts: Tuple[Text, ...]
    confidences: numpy.ndarray


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MessageModel(GraphComponent, IntentClassifier):
    """Ranks all intents for a message, ``out_of_scope`` among them, and weighs what it states."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings that config.yml may change.

        ``regularisation`` is scikit-learn's ``C``; ``sharpness`` the power to which confidences of intents are raised so that
        they are as often right as they say; ``ranking_length`` how many intents are reported.
        """
        return {"regularisation": 20.0, "sharpness": 1.0, "ranking_length": 10}

    def __init__(
        self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, model: Optional[LinearModel] = None
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MessageModel":
        """Create an untrained component."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on all messages with an intent, and all texts that come with what they state."""
        asked = [
            Asking(even(example.get(TEXT)), example.get(INTENT))
            for example in training_data.intent_examples
            if example.get(TEXT)
        ]
        told = _told([example for example in training_data.training_examples if example.get(STATES) is not None])
        self._model = LinearModel.learn(asked, told, self._config["regularisation"])
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / _FILE, compress=0)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "MessageModel":
        """Load the trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / _FILE))

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent, ranking and evidence on each message, and judge its parts. Without a letter or digit there is no intent."""
        for message in messages:
            text = message.get(TEXT) or ""
            ranking = self._judge(message, text) if self._model is not None and bare(text) else []
            top = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set(INTENT, top, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _judge(self, message: Message, text: Text) -> List[Dict[Text, Any]]:
        """Judge message and parts; return the intents of the message, likeliest first."""
        assert self._model is not None
        reading = message.get(READING)
        spans = spans_to_judge(reading) if reading else []
        texts = [even(text), *(reading.span(*span) for span in spans)]
        asked, stated = self._model.judge(texts)
        message.set(SPANS, {span: self._likeliest(row) for span, row in zip([WHOLE, *spans], asked, strict=True)})
        message.set(EVIDENCE, Evidence(self._model.statements, tuple(texts), stated))
        honest = self._likeliest(sharpen(asked[:1], self._config["sharpness"])[0], self._config["ranking_length"])
        return [{"name": name, "confidence": confidence} for name, confidence in honest.items()]

    def _likeliest(self, confidences: numpy.ndarray, number: int = 10) -> Dict[Text, float]:
        assert self._model is not None
        best = numpy.argsort(confidences)[::-1][:number]
        return {self._model.intents[i]: float(confidences[i]) for i in best}


def sharpen(confidences: numpy.ndarray, power: float) -> numpy.ndarray:
    """Return confidences raised to a power, each row adding up to one again."""
    raised = confidences**power
    return raised / raised.sum(axis=1, keepdims=True)


def _told(examples: List[Message]) -> List[Told]:
    """Return the texts of the examples, and parts of the longer ones that state nothing."""
    reader = Reader(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db))
    told = []
    for example in examples:
        whole = Told(even(example.get(TEXT)), example.get(STATES))
        told.append(whole)
        if len(whole.text.split()) >= WORDS_OF_A_LONG_MESSAGE:
            reading = reader.read(example.get(TEXT))
            parts = dict.fromkeys(reading.span(*span) for span in spans_to_judge(reading))
            told += parts_that_state_nothing(whole, parts)
    return told
