"""Choose the settings of the needs finder and of the decider on the development split: ``python -m benchmarks.nlu.tune``.

Prints what to put into config.yml. Uses the trained model in models/; the test split is not touched.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from benchmarks.nlu.tables import DEVELOPMENT, intents, two_needs
from bot.config import KNOWLEDGE_FILES, PROJECT, read_settings
from bot.knowledge import open_knowledge
from bot.privacy.redact import redact
from bot.runtime.quiet import be_quiet

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
WRONG_AT_MOST = 0.018
"""Share of all messages that may be answered wrongly; a little under the target, because strangers write otherwise."""


def judge(texts: List[str]) -> List[Any]:
    """Return the messages as reader and intent model leave them."""
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.model import get_latest_model
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    from bot.nlu.intent_model import IntentModel
    from bot.nlu.reading import MessageReader, Reader

    base = open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)
    with tempfile.TemporaryDirectory() as folder:
        model = get_latest_model(str(PROJECT / "models"))
        storage, metadata = LocalModelStorage.from_model_archive(Path(folder), Path(str(model)))
        node = next(node for node in metadata.predict_schema.nodes.values() if node.uses is IntentModel)
        assert isinstance(node.resource, Resource)
        config = {**IntentModel.get_default_config(), **node.config}
        known = IntentModel.load(config, storage, node.resource, None)  # type: ignore[arg-type]
    messages = MessageReader(Reader(base)).process([Message({TEXT: redact(text).text}) for text in texts])
    return known.process(messages)


def tune_needs() -> Dict[str, float]:
    """Print how well each threshold separates two needs from one; return the weights."""
    from bot.nlu.needs import SPANS, WHOLE, NeedsSplitter
    from bot.nlu.reading import READING

    base = open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)
    splitter = NeedsSplitter(base, {}, 0.0)
    table = two_needs(DEVELOPMENT)
    single = intents(DEVELOPMENT)
    wanted = [set(row.needs) if row.is_two else set() for row in table] + [set()] * len(single)
    rows, two, exact, looks = [], [], [], []
    for number, message in enumerate(judge([row.text for row in table] + [example.text for example in single])):
        judged = message.get(SPANS) or {WHOLE: {}}
        pair = splitter.best_pair(message.get(READING), judged)
        if pair:
            rows.append(splitter.features(message.get(READING), pair, judged[WHOLE]))
            two.append(bool(wanted[number]))
            exact.append({pair.first, pair.second} == wanted[number])
            looks.append(number < len(table))
    names = sorted(rows[0])
    matrix = numpy.array([[row[name] for name in names] for row in rows])
    truth, right, look = numpy.array(two), numpy.array(exact), numpy.array(looks)
    classifier = LogisticRegression(C=1.0, max_iter=2000)
    chance = cross_val_predict(classifier, matrix, truth, cv=10, method="predict_proba")[:, 1]
    asked_two = sum(row.is_two for row in table)
    print(
        f"two needs: {asked_two} messages with two, {len(table) - asked_two} that look like it, {len(single)} with one"
    )
    for threshold in THRESHOLDS:
        over = chance >= threshold
        print(
            f"  threshold {threshold}: both found {(over & right).sum()}, a wrong pair {(over & truth & ~right).sum()}, "
            f"split though one: {(over & ~truth & look).sum()} of the look-alikes, {(over & ~truth & ~look).sum()} of the others"
        )
    fitted = classifier.fit(matrix, truth)
    weights = {"bias": round(float(fitted.intercept_[0]), 2)}
    weights.update({name: round(float(weight), 2) for name, weight in zip(names, fitted.coef_[0], strict=True)})
    return weights


def tune_decider() -> Tuple[float, Dict[str, float]]:
    """Return the power that makes confidences honest and the least confidence for each kind of intent."""
    from bot.nlu.deciding import kind_of
    from bot.nlu.intent_model import sharpen

    table = intents(DEVELOPMENT)
    rankings = [message.get("intent_ranking") for message in judge([example.text for example in table])]
    kept = [(example, ranking) for example, ranking in zip(table, rankings, strict=True) if ranking]
    right = numpy.array([ranking[0]["name"] == example.intent for example, ranking in kept])
    rows = numpy.array([[entry["confidence"] for entry in ranking] for _, ranking in kept])
    rest = 1 - rows.sum(axis=1, keepdims=True)
    rows = numpy.hstack([rows, rest.clip(1e-6)])
    powers = numpy.arange(0.6, 2.01, 0.1)
    power = min(
        powers,
        key=lambda p: float(
            -numpy.log(numpy.where(right, sharpen(rows, p)[:, 0], 1 - sharpen(rows, p)[:, 0]).clip(1e-6)).mean()
        ),
    )
    confidence = sharpen(rows, float(power))[:, 0]
    kinds = numpy.array([kind_of(ranking[0]["name"]) for _, ranking in kept])
    settings = {}
    for kind in ("answer", "talk", "urgent", "out_of_scope"):
        mine = kinds == kind
        order = numpy.argsort(-confidence[mine])
        wrong = numpy.cumsum(~right[mine][order])
        allowed = numpy.searchsorted(wrong, WRONG_AT_MOST * mine.sum(), side="right")
        settings[kind] = round(float(confidence[mine][order][min(allowed, mine.sum() - 1)]) + 0.005, 2)
        print(
            f"  {kind}: {mine.sum()} messages, answered {allowed} at {settings[kind]} with {wrong[allowed - 1]} wrong"
        )
    return round(float(power), 2), settings


def main() -> None:
    """Print the settings."""
    be_quiet()
    weights = tune_needs()
    print(f"  weights: {{{', '.join(f'{name}: {weight}' for name, weight in weights.items())}}}")
    power, settings = tune_decider()
    print(f"sharpness (times what config.yml has): {power}; decider: {settings}")


if __name__ == "__main__":
    main()
