"""Choose the settings of the needs finder, the weigher of circumstances and the decider on the development split: ``python -m benchmarks.nlu.tune``.

Prints what to put into config.yml. Uses the trained model in models/; the test split is not touched.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Dict, List, Tuple

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.nlu.tables import DEVELOPMENT, SPLITS, circumstances_file, intents, two_needs
from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import open_knowledge
from bot.privacy.redact import redact
from bot.runtime.quiet import be_quiet

WEIGHED_ON = tuple(SPLITS / f"development_circumstances_{hand}.yml" for hand in range(4, 12))

THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
WRONG_AT_MOST = 0.018
"""Share of all messages that may be answered wrongly; a little under the target, because strangers write otherwise."""


def judge(texts: List[str]) -> List[Any]:
    """Return the messages as reader and intent model leave them."""
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

    from bot.nlu.message_model import MessageModel
    from bot.nlu.reading import MessageReader, Reader
    from bot.runtime.trained import trained_model

    base = open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)
    with tempfile.TemporaryDirectory() as folder:
        storage, metadata = LocalModelStorage.from_model_archive(Path(folder), Path(trained_model()))
        node = next(node for node in metadata.predict_schema.nodes.values() if node.uses is MessageModel)
        assert isinstance(node.resource, Resource)
        config = {**MessageModel.get_default_config(), **node.config}
        known = MessageModel.load(config, storage, node.resource, None)  # type: ignore[arg-type]
    messages = MessageReader(Reader(base)).process([Message({TEXT: redact(text).text}) for text in texts])
    return known.process(messages)


def tune_needs() -> Dict[str, float]:
    """Print how well each threshold separates the right two needs from one, and from a wrong pair; return the weights."""
    from bot.nlu.finer_intents import wider
    from bot.nlu.message_model import SPANS
    from bot.nlu.needs import NeedsSplitter
    from bot.nlu.reading import READING, WHOLE

    base = open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)
    splitter = NeedsSplitter(base, {}, 0.0)
    table = two_needs(DEVELOPMENT)
    single = intents(DEVELOPMENT)
    wanted = [set(map(wider, row.needs)) if row.is_two else set() for row in table] + [set()] * len(single)
    rows, exact, looks = [], [], []
    for number, message in enumerate(judge([row.text for row in table] + [example.text for example in single])):
        judged = message.get(SPANS) or {WHOLE: {}}
        pair = splitter.best_pair(message.get(READING), judged)
        if pair:
            rows.append(splitter.features(message.get(READING), pair, judged))
            exact.append({wider(pair.first), wider(pair.second)} == wanted[number])
            looks.append(number < len(table))
    names = sorted(rows[0])
    matrix = numpy.array([[row[name] for name in names] for row in rows])
    truth, look = numpy.array(exact), numpy.array(looks)
    classifier = LogisticRegression(C=1.0, max_iter=2000)
    chance = cross_val_predict(classifier, matrix, truth, cv=10, method="predict_proba")[:, 1]
    asked_two = sum(row.is_two for row in table)
    print(
        f"two needs: {asked_two} messages with two, {len(table) - asked_two} that look like it, {len(single)} with one"
    )
    for threshold in THRESHOLDS:
        over = chance >= threshold
        print(
            f"  threshold {threshold}: both found {(over & truth).sum()}, split though one or into another pair: "
            f"{(over & ~truth & look).sum()} of the tables for needs, {(over & ~truth & ~look).sum()} of the others"
        )
    fitted = classifier.fit(matrix, truth)
    weights = {"bias": round(float(fitted.intercept_[0]), 2)}
    weights.update({name: round(float(weight), 2) for name, weight in zip(names, fitted.coef_[0], strict=True)})
    return weights


def tune_circumstances() -> Dict[str, float]:
    """Print how well each threshold finds what messages state; return the weights.

    Only the tables that the patterns were not written on: on the others the patterns would look better than they are.
    """
    from bot.nlu.circumstance_evidence import applies, candidates
    from bot.nlu.circumstance_finder import CircumstanceFinder
    from bot.nlu.message_model import EVIDENCE

    finder = CircumstanceFinder(open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db))
    table = [row for path in WEIGHED_ON for row in circumstances_file(path)]
    found, true, number = [], [], []
    for place, (row, message) in enumerate(zip(table, judge([row.text for row in table]), strict=True)):
        heard = finder.find(redact(row.text).text)
        for candidate in candidates(message.get(EVIDENCE), heard, applies(message.get("intent_ranking"))):
            found.append(candidate)
            true.append(row.circumstances.get(candidate.name) == candidate.value)
            number.append(place)
    names = sorted({name for candidate in found for name in candidate.features})
    matrix = numpy.array([[candidate.features.get(name, 0.0) for name in names] for candidate in found])
    truth, groups = numpy.array(true), numpy.array(number)
    classifier = LogisticRegression(C=0.3, max_iter=3000)
    chance = cross_val_predict(classifier, matrix, truth, cv=GroupKFold(10), groups=groups, method="predict_proba")[
        :, 1
    ]
    wanted = sum(len(row.circumstances) for row in table)
    print(f"circumstances: {len(table)} messages, {wanted} stated")
    for threshold in (0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        best: Dict[Tuple[int, str], int] = {}
        for place in numpy.flatnonzero(chance >= threshold):
            key = (number[place], found[place].name)
            if key not in best or chance[place] > chance[best[key]]:
                best[key] = place
        right = sum(bool(truth[place]) for place in best.values())
        print(f"  threshold {threshold}: precision {100 * right / len(best):.1f}, recall {100 * right / wanted:.1f}")
    fitted = classifier.fit(matrix, truth)
    weights = {"bias": round(float(fitted.intercept_[0]), 2)}
    weights.update({name: round(float(weight), 2) for name, weight in zip(names, fitted.coef_[0], strict=True)})
    return weights


def tune_decider() -> Tuple[float, Dict[str, float]]:
    """Return the power that makes confidences honest and the least confidence for each kind of intent."""
    from bot.nlu.kinds import kind_of
    from bot.nlu.message_model import sharpen

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
    for kind in ("answer", "aside", "talk", "urgent", "out_of_scope"):
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
    for tune in (tune_needs, tune_circumstances):
        print(f"  weights: {{{', '.join(f'{name}: {weight}' for name, weight in tune().items())}}}")
    power, settings = tune_decider()
    print(f"sharpness (times what config.yml has): {power}; decider: {settings}")


if __name__ == "__main__":
    main()
