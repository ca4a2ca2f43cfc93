"""What the person wants: logistic regression over words and parts of words.

Measured against TensorFlow models in docs/performance.md: as good, smaller, and trained in seconds. Parts of words
(2 to 5 characters) carry most of the robustness against typing errors.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Text

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

from bot.text import bare, even

_FILE = "intent_model.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentModel(GraphComponent, IntentClassifier):
    """Ranks all intents for a message. ``out_of_scope`` is one of them, learnt from its own examples."""

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """Return the settings that config.yml may change.

        ``regularisation`` is scikit-learn's ``C``; ``ranking_length`` how many intents are reported.
        """
        return {"regularisation": 60.0, "ranking_length": 10}

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
            joblib.dump(self._model, folder / _FILE, compress=3)
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
        """Set the intent and its ranking on each message. A message without a letter or digit gets no intent."""
        for message in messages:
            ranking = self._rank(message.get(TEXT) or "")
            top = ranking[0] if ranking else {"name": None, "confidence": 0.0}
            message.set(INTENT, top, add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _rank(self, text: Text) -> List[Dict[Text, Any]]:
        if self._model is None or not bare(text):
            return []
        confidences = self._model.predict_proba([even(text)])[0]
        best = numpy.argsort(confidences)[::-1][: self._config["ranking_length"]]
        return [{"name": str(self._model.classes_[i]), "confidence": float(confidences[i])} for i in best]


def new_pipeline(regularisation: float) -> Pipeline:
    """Return the untrained model: TF-IDF of words (1-2) and of characters within words (2-5), then the classifier."""
    features = FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")),  # noqa: S106
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)),
        ]
    )
    classifier = LogisticRegression(C=regularisation, solver="liblinear", class_weight="balanced", random_state=0)
    return Pipeline([("features", features), ("classifier", classifier)])
