"""The models that the intent model is compared with. Each learns from the same messages and ranks the same intents."""

from __future__ import annotations

import asyncio
import random
import subprocess
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Dict, List, Sequence

import numpy
from ruamel.yaml import YAML
from sklearn.calibration import CalibratedClassifierCV
from sklearn.pipeline import Pipeline
from sklearn.svm import LinearSVC

from benchmarks.nlu.tables import Example
from bot.config import PROJECT
from bot.nlu.features import new_features
from bot.nlu.linear_model import Asking, LinearModel
from bot.nlu.message_model import MessageModel
from bot.text import even

Confidences = Dict[str, float]

REGULARISATION = MessageModel.get_default_config()["regularisation"]


class Rival(ABC):
    """A model of intents."""

    @abstractmethod
    def train(self, examples: Sequence[Example]) -> None:
        """Learn from messages."""

    @abstractmethod
    def judge(self, text: str) -> Confidences:
        """Return intent -> confidence for a message."""


class Sklearn(Rival):
    """A scikit-learn pipeline over text."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    def train(self, examples: Sequence[Example]) -> None:
        """Fit the pipeline."""
        intents = numpy.array([example.intent for example in examples])
        self._pipeline.fit([even(example.text) for example in examples], intents)

    def judge(self, text: str) -> Confidences:
        """Return the pipeline's probabilities."""
        row = self._pipeline.predict_proba([even(text)])[0]
        return dict(zip(map(str, self._pipeline.classes_), map(float, row), strict=True))


class Ours(Rival):
    """The model in use (bot/nlu/linear_model.py), with all its features or with one kind of them."""

    def __init__(self, views: Sequence[str] = ("words", "characters")) -> None:
        self._features = new_features()
        self._features.transformer_list = [step for step in self._features.transformer_list if step[0] in views]

    def train(self, examples: Sequence[Example]) -> None:
        """Fit."""
        asked = [Asking(even(example.text), example.intent) for example in examples]
        self._model = LinearModel.learn(asked, [], REGULARISATION, features=self._features)

    def judge(self, text: str) -> Confidences:
        """Return the confidences of all intents."""
        asked, _ = self._model.judge([even(text)])
        return dict(zip(self._model.intents, map(float, asked[0]), strict=True))


class CalibratedSvm(Sklearn):
    """Linear support vectors over the same features; their margins turned into probabilities by cross-validation."""

    def __init__(self) -> None:
        machine = CalibratedClassifierCV(LinearSVC(C=1.0, max_iter=60, tol=0.1), cv=3)
        super().__init__(Pipeline([("features", new_features()), ("classifier", machine)]))


class Together(Rival):
    """The mean of several models."""

    def __init__(self, *rivals: Rival) -> None:
        self._rivals = rivals

    def train(self, examples: Sequence[Example]) -> None:
        """Train each."""
        for rival in self._rivals:
            rival.train(examples)

    def judge(self, text: str) -> Confidences:
        """Return the mean of all."""
        judged = [rival.judge(text) for rival in self._rivals]
        return {name: float(numpy.mean([found.get(name, 0.0) for found in judged])) for name in judged[0]}


class TextCat(Rival):
    """spaCy's text categorizer, bag of words and word pairs."""

    def __init__(self, epochs: int = 10) -> None:
        self._epochs = epochs

    def train(self, examples: Sequence[Example]) -> None:
        """Train for some epochs."""
        import spacy
        from spacy.training import Example as SpacyExample
        from spacy.util import minibatch

        self._nlp = spacy.blank("en")
        model = {
            "@architectures": "spacy.TextCatBOW.v2",
            "exclusive_classes": True,
            "ngram_size": 2,
            "no_output_layer": False,
        }
        categorizer = self._nlp.add_pipe("textcat", config={"model": model})
        names = sorted({example.intent for example in examples})
        for name in names:
            categorizer.add_label(name)
        rows = [
            SpacyExample.from_dict(
                self._nlp.make_doc(even(example.text)),
                {"cats": {name: float(name == example.intent) for name in names}},
            )
            for example in examples
        ]
        self._nlp.initialize(lambda: rows[:200])
        shuffle = random.Random(0)
        for _ in range(self._epochs):
            shuffle.shuffle(rows)
            for batch in minibatch(rows, 64):
                self._nlp.update(batch)

    def judge(self, text: str) -> Confidences:
        """Return the categories."""
        return dict(self._nlp(even(text)).cats)


class RasaPipeline(Rival):
    """A pipeline of Rasa's own components, trained by ``rasa train nlu``."""

    def __init__(self, components: List[Dict[str, Any]]) -> None:
        self._components = components

    def train(self, examples: Sequence[Example]) -> None:
        """Train in a folder of its own."""
        self._folder = tempfile.TemporaryDirectory()
        root = Path(self._folder.name)
        writer = YAML()
        by_intent: Dict[str, List[str]] = {}
        for example in examples:
            by_intent.setdefault(example.intent, []).append(f"- {example.text}\n")
        entries = [{"intent": intent, "examples": "".join(lines)} for intent, lines in by_intent.items()]
        writer.dump({"version": "3.1", "nlu": entries}, root / "nlu.yml")
        config = {"recipe": "default.v1", "language": "en", "assistant_id": "rival", "pipeline": self._components}
        writer.dump(config, root / "config.yml")
        command = [
            str(PROJECT / ".venv" / "bin" / "rasa"),
            "train",
            "nlu",
            "--nlu",
            "nlu.yml",
            "--config",
            "config.yml",
            "--out",
            "models",
        ]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        from rasa.core.agent import Agent

        self._agent = Agent.load(str(next((root / "models").glob("*.tar.gz"))))
        self._loop = asyncio.new_event_loop()

    def judge(self, text: str) -> Confidences:
        """Return Rasa's ranking."""
        parsed = self._loop.run_until_complete(self._agent.parse_message(text))
        return {entry["name"]: float(entry["confidence"]) for entry in parsed["intent_ranking"]}


FEATURES: List[Dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]
"""Features of the pipeline that ``rasa init`` writes."""


def rasa_diet(epochs: int = 40) -> RasaPipeline:
    """Return Rasa's default: DIET over sparse features; with its default of 100 epochs it takes hours on two cores."""
    return RasaPipeline(
        [
            *FEATURES,
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True, "entity_recognition": False},
        ]
    )


def rasa_logistic_regression() -> RasaPipeline:
    """Return Rasa's own logistic regression over its features."""
    return RasaPipeline([*FEATURES, {"name": "LogisticRegressionClassifier", "max_iter": 100}])
