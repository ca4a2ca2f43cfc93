"""Judges a message and its parts by the linear model: what the person wants, and what is stated of the situation.

The later components decide: two needs or one (needs.py), which circumstances count (circumstance_extractor.py), sure enough or
not (deciding.py).
"""

from __future__ import annotations

import pickle
from typing import Any, Collection, Dict, List, Mapping, NamedTuple, Optional, Text, Tuple

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
from bot.nlu.kinds import COURTESIES, OUT_OF_SCOPE, TALK
from bot.nlu.linear_model import NOTHING, Asking, LinearModel, Statement, Told
from bot.nlu.reading import READING, WHOLE, Reading, Span, spans_to_judge
from bot.nlu.remarks import Remark, with_remarks
from bot.nlu.spelling import Speller
from bot.nlu.training_files import REMARK, STATES, WORD_CLASS
from bot.nlu.trimming import Trimmer
from bot.nlu.word_classes import WordClass
from bot.text import bare, even

SPANS = "span_confidences"
"""Key of what the model says of parts of the message: (first clause, end) -> intent -> confidence."""

EVIDENCE = "evidence"
"""Key of the :class:`Evidence` for circumstances."""

_FILE = "message_model.pickle"

COURTEOUS = (*TALK, REMARK)
"""What is left of a greeting when the greeting is taken off is one of these. A remark is no intent that anybody sees."""

NO_WISH = (*COURTEOUS, OUT_OF_SCOPE)
"""A clause that is one of these asks for nothing of ours."""


class Evidence(NamedTuple):
    """How likely a message states each circumstance.

    Attributes:
        statements: the circumstances with their values, and :data:`NOTHING`.
        texts: the message and its parts; the message comes first.
        confidences: a row a text, a column a statement.
    """

    statements: Tuple[Statement, ...]
    texts: Tuple[Text, ...]
    confidences: numpy.ndarray

    def of_nothing(self) -> numpy.ndarray:
        """Return how likely each text states nothing; even chances where that was not learnt."""
        if NOTHING not in self.statements:
            return numpy.full(len(self.texts), 0.5)
        return self.confidences[:, self.statements.index(NOTHING)]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MessageModel(GraphComponent, IntentClassifier):
    """Ranks all intents for a message, ``out_of_scope`` among them, and weighs what it states."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings that config.yml may change.

        ``regularisation`` is scikit-learn's ``C``; ``with_remarks`` the share of messages learnt again with a remark beside
        them; ``asks`` the confidence in all wishes together from which a clause counts as one, ``asking_clauses`` the weight of such
        clauses where others ask for nothing; ``often`` the share of messages that must use a word for slips to be read as it,
        0 for no help with spelling; ``sharpness`` the power to which confidences of intents are raised so that
        they are as often right as they say; ``ranking_length`` how many intents are reported.
        """
        return {
            "regularisation": 20.0,
            "with_remarks": 0.0,
            "asks": 0.5,
            "asking_clauses": 0.5,
            "often": 0.0,
            "sharpness": 1.0,
            "ranking_length": 10,
        }

    def __init__(
        self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, model: Optional[LinearModel] = None
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model
        self._speller = Speller(model.words(), self._config["often"]) if model and self._config["often"] else None

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
        asked = self._asked(training_data)
        examples = training_data.training_examples
        told = [Told(even(row.get(TEXT)), row.get(STATES)) for row in examples if row.get(STATES) is not None]
        classes = [WordClass(row.get(WORD_CLASS), row.get(TEXT).split()) for row in examples if row.get(WORD_CLASS)]
        self._model = LinearModel.learn(asked, told, self._config["regularisation"], classes)
        with self._storage.write_to(self._resource) as folder:
            (folder / _FILE).write_bytes(pickle.dumps(self._model, pickle.HIGHEST_PROTOCOL))
        return self._resource

    def _asked(self, training_data: TrainingData) -> List[Asking]:
        """Return the messages with their intents, without what only stands around a wish, and some of them with a remark."""
        trimmer = Trimmer(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db))
        asked = [
            Asking(even(text) if intent in TALK else trimmer.trim(text), intent)
            for text, intent in ((row.get(TEXT), row.get(INTENT)) for row in training_data.intent_examples)
            if text
        ]
        remarks = [
            Remark(even(row.get(TEXT)), row.get(REMARK)) for row in training_data.training_examples if row.get(REMARK)
        ]
        alone = [Asking(remark.text, REMARK) for remark in remarks]
        return asked + alone + with_remarks(asked, remarks, self._config["with_remarks"], TALK)

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
            return cls(config, model_storage, resource, pickle.loads((folder / _FILE).read_bytes()))  # noqa: S301  # our own model

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
        reading = message.get(READING) or Reading(text, even(text), (), ())
        spans = spans_to_judge(reading)
        all_of_it = [even(text)] if reading.wish != even(text) else []
        texts = [reading.wish, *(reading.span(*span) for span in spans), *all_of_it]
        asked, stated = self._model.judge([self._mended(text) for text in texts])
        judged = dict(zip([WHOLE, *spans], asked[: 1 + len(spans)], strict=True))
        judged[WHOLE] = self._with_less_weight_on_remarks(reading, judged)
        message.set(SPANS, {span: self._likeliest(row) for span, row in judged.items()})
        message.set(EVIDENCE, Evidence(self._model.statements, tuple(texts), stated))
        whole = self._courtesy(asked[-1], judged[WHOLE]) if all_of_it else judged[WHOLE]
        honest = self._without(sharpen(whole, self._config["sharpness"]), [REMARK])
        ranking = self._likeliest(honest, self._config["ranking_length"])
        return [{"name": name, "confidence": confidence} for name, confidence in ranking.items()]

    def _with_less_weight_on_remarks(self, reading: Reading, judged: Mapping[Span, numpy.ndarray]) -> numpy.ndarray:
        """Return the judgement of the wish; half of it, where some clauses ask for nothing, is that of the clauses which do."""
        assert self._model is not None
        clauses = [(number, number + 1) for number in range(len(reading.clauses))]
        asking = [span for span in clauses if span in judged and self._asks_for_something(judged[span])]
        if not 0 < len(asking) < len(clauses):
            return judged[WHOLE]
        kept, _ = self._model.judge([self._mended(" ".join(reading.span(*span) for span in asking))])
        share = self._config["asking_clauses"]
        return (1 - share) * judged[WHOLE] + share * kept[0]

    def _asks_for_something(self, row: numpy.ndarray) -> bool:
        return float(self._without(row, NO_WISH).sum()) >= self._config["asks"]

    def _courtesy(self, whole: numpy.ndarray, wish: numpy.ndarray) -> numpy.ndarray:
        """Return the judgement of the whole message where it is a courtesy and its wish is none ("hello from Texas")."""
        assert self._model is not None
        greets = self._model.intents[int(whole.argmax())] in COURTESIES
        return whole if greets and self._without(wish, COURTEOUS).sum() < self._config["asks"] else wish

    def _mended(self, text: Text) -> Text:
        return self._speller.mend(text) if self._speller else text

    def _without(self, row: numpy.ndarray, intents: Collection[Text]) -> numpy.ndarray:
        """Return a judgement with no confidence in some intents."""
        assert self._model is not None
        return row * numpy.array([name not in intents for name in self._model.intents])

    def _likeliest(self, confidences: numpy.ndarray, number: int = 10) -> Dict[Text, float]:
        assert self._model is not None
        best = numpy.argsort(confidences)[::-1][:number]
        return {self._model.intents[i]: float(confidences[i]) for i in best}


def sharpen(confidences: numpy.ndarray, power: float) -> numpy.ndarray:
    """Return confidences raised to a power, each row (or the only one) adding up to one again."""
    raised = confidences**power
    return raised / raised.sum(axis=-1, keepdims=True)
