"""What the person wants: logistic regression over words and parts of words.

Compared with other models in docs/understanding.md: as good, smaller, and trained in seconds. Parts of words (2 to 5 characters)
carry most of the robustness against typing errors.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Sequence, Text

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
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from bot.nlu.needs import SPANS, WHOLE, spans_to_judge
from bot.nlu.reading import READING
from bot.text import bare, even

_FILE = "intent_model.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentModel(GraphComponent, IntentClassifier):
    """Ranks all intents for a message. ``out_of_scope`` is one of them, learnt from its own examples."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings that config.yml may change.

        ``regularisation`` is scikit-learn's ``C``; ``sharpness`` the power to which confidences are raised so that they are
        as often right as they say; ``ranking_length`` how many intents are reported.
        """
        return {"regularisation": 20.0, "sharpness": 1.0, "ranking_length": 10}

    def __init__(
        self, config: Dict[Text, Any], storage: ModelStorage, resource: Resource, model: Optional[Pipeline] = None
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
    ) -> "IntentModel":
        """Create an untrained component."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on all examples that have an intent."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts = [even(example.get(TEXT)) for example in examples]
        intents = [example.get(INTENT) for example in examples]
        self._model = new_pipeline(self._config["regularisation"]).fit(texts, intents)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(lighter(self._model), folder / _FILE, compress=3)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "IntentModel":
        """Load the trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / _FILE))

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the intent and its ranking on each message, and judge its parts. A message without a letter or digit gets no intent."""
        for message in messages:
            text = message.get(TEXT) or ""
            reading = message.get(READING)
            spans = spans_to_judge(reading) if reading else []
            ranking: List[Dict[Text, Any]] = []
            if self._model is not None and bare(text):
                whole, *parts = self._confidences([even(text), *(reading.span(*span) for span in spans)])
                ranking = self._rank(whole)
                judged = {
                    span: self._likeliest(part) for span, part in zip([WHOLE, *spans], [whole, *parts], strict=True)
                }
                message.set(SPANS, judged)
            top = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set(INTENT, top, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _confidences(self, texts: Sequence[Text]) -> numpy.ndarray:
        """Return one row of confidences a text, each adding up to one."""
        assert self._model is not None
        rows: numpy.ndarray = self._model.predict_proba(texts)
        return rows

    def _rank(self, confidences: numpy.ndarray) -> List[Dict[Text, Any]]:
        honest = sharpen(confidences[numpy.newaxis], self._config["sharpness"])[0]
        found = self._likeliest(honest, self._config["ranking_length"])
        return [{"name": name, "confidence": confidence} for name, confidence in found.items()]

    def _likeliest(self, confidences: numpy.ndarray, number: int = 10) -> Dict[Text, float]:
        assert self._model is not None
        best = numpy.argsort(confidences)[::-1][:number]
        return {str(self._model.classes_[i]): float(confidences[i]) for i in best}


def sharpen(confidences: numpy.ndarray, power: float) -> numpy.ndarray:
    """Return confidences raised to a power, each row adding up to one again."""
    raised = confidences**power
    return raised / raised.sum(axis=1, keepdims=True)


def new_pipeline(regularisation: float) -> Pipeline:
    """Return the untrained model: TF-IDF of words (1-2) and of characters within words (2-5), then the classifier."""
    shared = {"sublinear_tf": True, "min_df": 2, "dtype": numpy.float32}
    features = FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", **shared)),  # noqa: S106
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), **shared)),
        ]
    )
    # The dual problem, stopped early: as good as the exact solution on the development split, in a quarter of the time.
    classifier = LogisticRegression(
        C=regularisation, solver="liblinear", dual=True, max_iter=4, tol=0.1, random_state=0
    )
    return Pipeline([("features", features), ("classifier", classifier)])


def lighter(model: Pipeline) -> Pipeline:
    """Keep the weights in single precision: half the file and half the memory, the same answers.

    The order in memory is that of a product with one message; otherwise each message would copy all weights.
    """
    classifier = model.named_steps["classifier"]
    classifier.coef_ = numpy.asfortranarray(classifier.coef_.astype(numpy.float32))
    classifier.intercept_ = classifier.intercept_.astype(numpy.float32)
    return model
