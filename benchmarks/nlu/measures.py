"""Figures from outcomes: what a person would notice, and what a model builder wants to know."""

from __future__ import annotations

from collections import Counter
from typing import Any, Dict, List, Sequence, Tuple

import numpy
from sklearn.metrics import f1_score, precision_recall_fscore_support, roc_auc_score, roc_curve

from benchmarks.nlu.running import OUT_OF_SCOPE, Outcome
from benchmarks.nlu.tables import Stated, TwoNeeds

Scores = Dict[str, Any]


def intent_scores(outcomes: Sequence[Outcome]) -> Scores:
    """Return shares of right, offered, asked and wrong, macro-F1 of the likeliest intent, out-of-scope figures and times."""
    results = Counter(outcome.result for outcome in outcomes)
    truth = [outcome.example.intent for outcome in outcomes]
    likeliest = [outcome.likeliest or "none" for outcome in outcomes]
    inside = [outcome for outcome in outcomes if outcome.example.intent != OUT_OF_SCOPE]
    outside = [outcome for outcome in outcomes if outcome.example.intent == OUT_OF_SCOPE]
    finer = [outcome for outcome in outcomes if outcome.has_detail]
    answered_outside = [o for o in outside if o.result == "wrong"]
    return {
        "messages": len(outcomes),
        "right": share(results["right"], outcomes),
        "right_or_offered": share(results["right"] + results["offered"], outcomes),
        "asked_without_it": share(results["asked"], outcomes),
        "wrong": share(results["wrong"], outcomes),
        "detail_right": share(sum(o.found == o.finer for o in finer), finer),
        "top_choice": share(sum(o.likeliest == o.example.intent for o in outcomes), outcomes),
        "macro_f1": 100
        * float(f1_score(truth, likeliest, average="macro", zero_division=0, labels=sorted(set(truth)))),
        "out_of_scope_recall": share(sum(o.taken_for == OUT_OF_SCOPE for o in outside), outside),
        "out_of_scope_not_answered": 100 - share(len(answered_outside), outside),
        "kept_in_scope": 100 - share(sum(o.taken_for == OUT_OF_SCOPE for o in inside), inside),
        "calibration_error": 100 * calibration_error(outcomes),
        "parse_ms_median": float(numpy.median([o.milliseconds for o in outcomes])),
        "parse_ms_p95": float(numpy.percentile([o.milliseconds for o in outcomes], 95)),
    }


def share(count: int, of: Sequence[Any]) -> float:
    """Return a count as a percentage of a sequence."""
    return 100 * count / len(of) if of else 0.0


def per_intent(outcomes: Sequence[Outcome]) -> List[Tuple[str, float, float, float, int]]:
    """Return intent, precision, recall, F1 (percent) and number of messages, weakest first."""
    truth = [outcome.example.intent for outcome in outcomes]
    names = sorted(set(truth))
    likeliest = [outcome.likeliest or "none" for outcome in outcomes]
    precision, recall, f1, count = precision_recall_fscore_support(truth, likeliest, labels=names, zero_division=0)
    rows = zip(names, 100 * precision, 100 * recall, 100 * f1, count, strict=True)
    return sorted(((n, float(p), float(r), float(f), int(c)) for n, p, r, f, c in rows), key=lambda row: row[3])


def confusions(outcomes: Sequence[Outcome]) -> List[Tuple[Tuple[str, str], int]]:
    """Return pairs (meant, taken for) with how often, most frequent first."""
    wrong = [(o.example.intent, str(o.likeliest)) for o in outcomes if o.likeliest != o.example.intent]
    return Counter(wrong).most_common()


def coverage_accuracy(outcomes: Sequence[Outcome]) -> Tuple[numpy.ndarray, numpy.ndarray]:
    """Return coverage and accuracy (0 to 1) as the least confidence to answer falls."""
    order = sorted(outcomes, key=lambda outcome: -outcome.confidence)
    right = numpy.array([o.likeliest == o.example.intent for o in order], float)
    number = numpy.arange(1, len(right) + 1)
    return number / len(right), numpy.cumsum(right) / number


def out_of_scope_roc(outcomes: Sequence[Outcome]) -> Tuple[numpy.ndarray, numpy.ndarray, float]:
    """Return false alarms, recall and the area under the curve of "this is not ours", by the model's confidence in that."""
    truth = [outcome.example.intent == OUT_OF_SCOPE for outcome in outcomes]
    score = [outcome.confidence_in(OUT_OF_SCOPE) for outcome in outcomes]
    false_alarms, recall, _ = roc_curve(truth, score)
    return false_alarms, recall, float(roc_auc_score(truth, score))


def calibration(outcomes: Sequence[Outcome], bins: int = 10) -> List[Tuple[float, float, int]]:
    """Return mean confidence, share right and number of messages for each tenth of confidence that has any."""
    rows = []
    for low in numpy.arange(bins) / bins:
        mine = [
            o for o in outcomes if low <= o.confidence < low + 1 / bins or (low + 1 / bins >= 1 and o.confidence >= 1)
        ]
        if mine:
            right = sum(o.likeliest == o.example.intent for o in mine) / len(mine)
            rows.append((sum(o.confidence for o in mine) / len(mine), right, len(mine)))
    return rows


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error: how far confidence is from the share that is right, on average."""
    return sum(count * abs(confidence - right) for confidence, right, count in calibration(outcomes)) / max(
        len(outcomes), 1
    )


def needs_scores(found: Sequence[Tuple[TwoNeeds, Tuple[str, ...]]]) -> Scores:
    """Return how often both needs were found, and how often one need was taken for two."""
    two = [(row, needs) for row, needs in found if row.is_two]
    one = [(row, needs) for row, needs in found if not row.is_two]
    return {
        "two_needs": len(two),
        "both_found": share(sum(set(row.needs) == set(needs) for row, needs in two), two),
        "wrong_pair": share(sum(len(needs) == 2 and set(row.needs) != set(needs) for row, needs in two), two),
        "look_alikes": len(one),
        "look_alikes_split": share(sum(len(needs) == 2 for _, needs in one), one),
    }


def circumstance_scores(found: Sequence[Tuple[Stated, Dict[str, str]]]) -> Scores:
    """Return precision and recall over all stated name=value pairs."""
    right = sum(row.circumstances.get(name) == value for row, heard in found for name, value in heard.items())
    heard = [name for _, values in found for name in values]
    stated = [name for row, _ in found for name in row.circumstances]
    return {
        "stated": len(stated),
        "precision": share(right, heard),
        "recall": share(right, stated),
        "messages_all_right": share(sum(row.circumstances == heard for row, heard in found), found),
    }
