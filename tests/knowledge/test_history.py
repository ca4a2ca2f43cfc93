"""What was in force on which day, for direct deposit and proof of identity by phone.

The tables were written from facts/services.md (section 2, the timeline; section 7.1; section 7.2; the rules 7.16),
not from the YAML. When they disagree with it, one of the two is wrong: look it up before changing either.
"""

from __future__ import annotations

from datetime import date
from typing import Dict, List, Set, Tuple

import pytest

from bot.advice import VisitNeed, advise
from bot.advice.model import Certainty
from bot.knowledge import KnowledgeBase
from bot.replies import advice_reply
from bot.replies.voice import Voice

NONE = VisitNeed.NO_VISIT
USUALLY_NONE = VisitNeed.USUALLY_NO_VISIT
MAYBE = VisitNeed.VISIT_MAY_BE_NEEDED
NEEDED = VisitNeed.VISIT_NEEDED
UNCLEAR = VisitNeed.UNCLEAR

Row = Tuple[str, VisitNeed, str]

NO_CODE_NO_BANK = "account=yes benefit=ssi code=no bank=no"

BY_PHONE_FOR_ALL: List[Row] = [
    ("account=yes benefit=title2", NONE, "online bank phone office"),
    ("account=yes benefit=ssi", USUALLY_NONE, "bank phone office"),
    ("account=yes benefit=both", USUALLY_NONE, "bank phone office"),
    ("account=no", USUALLY_NONE, "bank phone office"),
    ("", USUALLY_NONE, "online bank phone office"),
]
"""Until April 13, 2025: the end of proof by phone was announced (for March 31, then April 14), not in force."""

BY_PHONE_WITH_CODE_ONLY: List[Row] = [
    ("account=yes benefit=title2", NONE, "online bank phone office"),
    ("account=yes benefit=ssi code=yes", USUALLY_NONE, "bank phone office"),
    ("account=yes benefit=both code=yes", USUALLY_NONE, "bank phone office"),
    ("account=yes benefit=ssi code=no bank=yes", USUALLY_NONE, "bank office"),
    (NO_CODE_NO_BANK, NEEDED, "office"),
    ("account=no bank=yes", USUALLY_NONE, "bank office"),
    ("account=no bank=no", NEEDED, "office"),
    ("account=no", MAYBE, "bank office"),
    ("", MAYBE, "online bank phone office"),
]
"""April 24 to July 29, 2025: without an account the code cannot be had; then the bank or an office."""

CONTESTED: List[Row] = [
    ("account=yes benefit=title2", NONE, "online bank phone office"),
    ("account=yes benefit=ssi code=yes", USUALLY_NONE, "bank phone office"),
    ("account=yes benefit=both code=yes", USUALLY_NONE, "bank phone office"),
    ("account=yes benefit=ssi code=no bank=yes", USUALLY_NONE, "bank phone office"),
    (NO_CODE_NO_BANK, UNCLEAR, "phone office"),
    ("account=yes benefit=both code=no bank=no", UNCLEAR, "phone office"),
    ("account=no bank=yes", USUALLY_NONE, "bank phone office"),
    ("account=no bank=no", UNCLEAR, "phone office"),
    ("account=no", MAYBE, "bank phone office"),
    ("", MAYBE, "online bank phone office"),
]
"""From July 30, 2025: the filing says the code is optional, others say that staff still ask for it (7.1)."""

IN_PERSON_WITHOUT_ACCOUNT: List[Row] = [
    ("account=yes benefit=title2", NONE, "online bank office"),
    ("account=yes benefit=ssi bank=no", NEEDED, "office"),
    ("account=no bank=no", NEEDED, "office"),
    ("account=no bank=yes", USUALLY_NONE, "bank office"),
]
"""April 14 to 23, 2025: no change by phone without an account, and the code process not yet cleared."""

DIRECT_DEPOSIT: Dict[str, List[Row]] = {
    "2025-03-20": BY_PHONE_FOR_ALL,
    "2025-04-05": BY_PHONE_FOR_ALL,
    "2025-04-13": BY_PHONE_FOR_ALL,
    "2025-04-14": IN_PERSON_WITHOUT_ACCOUNT,
    "2025-04-23": IN_PERSON_WITHOUT_ACCOUNT,
    "2025-05-01": BY_PHONE_WITH_CODE_ONLY,
    "2025-07-29": BY_PHONE_WITH_CODE_ONLY,
    "2025-07-30": CONTESTED,
    "2025-08-20": CONTESTED,
    "2026-03-01": CONTESTED,
    "2026-11-22": CONTESTED,
}

IDENTITY: Dict[str, List[Row]] = {
    "2025-03-20": [("flagged=no", USUALLY_NONE, "phone online office")],
    "2025-04-05": [("flagged=no", USUALLY_NONE, "phone online office")],
    **{
        day: [
            ("flagged=no", USUALLY_NONE, "phone online office"),
            ("flagged=yes", NEEDED, "office"),
            ("", MAYBE, "phone online office"),
        ]
        for day in ("2025-04-14", "2025-05-01", "2025-07-29", "2025-08-20", "2026-03-01", "2026-11-22")
    },
}

NAMES = {
    "account": "online_account",
    "benefit": "benefit",
    "code": "phone_code",
    "bank": "bank_enrolls",
    "flagged": "claim_flagged",
}
ASKED_DAYS = ("2025-03-20", "2025-04-05", "2025-05-01", "2025-07-29", "2025-08-20", "2026-03-01", "2026-11-22")


def facts(short: str) -> Dict[str, str]:
    return {NAMES[pair.split("=")[0]]: pair.split("=")[1] for pair in short.split()}


def rows(table: Dict[str, List[Row]]) -> List["pytest.ParameterSet"]:
    return [
        pytest.param(
            date.fromisoformat(day), facts(short), need, set(ways.split()), id=f"{day} {short or 'nothing said'}"
        )
        for day, found in table.items()
        for short, need, ways in found
    ]


@pytest.mark.parametrize(("on", "given", "need", "channels"), rows(DIRECT_DEPOSIT))
def test_direct_deposit(
    base: KnowledgeBase, on: date, given: Dict[str, str], need: VisitNeed, channels: Set[str]
) -> None:
    advice = advise(base.engine, "change_direct_deposit", given, on)
    assert (advice.visit_need, {way.channel for way in advice.ways}) == (need, channels)


@pytest.mark.parametrize(("on", "given", "need", "channels"), rows(IDENTITY))
def test_proof_of_identity_by_phone(
    base: KnowledgeBase, on: date, given: Dict[str, str], need: VisitNeed, channels: Set[str]
) -> None:
    advice = advise(base.engine, "verify_identity_phone", given, on)
    assert (advice.visit_need, {way.channel for way in advice.ways}) == (need, channels)


@pytest.mark.parametrize("day", ASKED_DAYS)
def test_nobody_with_a_letter_is_told_that_a_visit_is_unnecessary(base: KnowledgeBase, day: str) -> None:
    """7.16: never tell someone that a visit is unnecessary when a letter from SSA asks for one.

    Before April 14, 2025 too: EM-24059 REV of March 7, 2025 already names anomalous claims among same-day services.
    """
    advice = advise(base.engine, "verify_identity_phone", {"claim_flagged": "yes"}, date.fromisoformat(day))
    assert advice.visit_need not in (NONE, USUALLY_NONE)


def told(base: KnowledgeBase, task: str, given: str, day: str) -> str:
    advice = advise(base.engine, task, facts(given), date.fromisoformat(day))
    return advice_reply.answer(Voice(base), advice).text


@pytest.mark.parametrize("day", ["2025-08-20", "2026-03-01", "2026-11-22"])
@pytest.mark.parametrize("given", ["account=no bank=no", NO_CODE_NO_BANK])
def test_where_sources_conflict_both_readings_and_how_to_be_sure_are_told(
    base: KnowledgeBase, day: str, given: str
) -> None:
    advice = advise(base.engine, "change_direct_deposit", facts(given), date.fromisoformat(day))
    assert advice.certainty is Certainty.CONFLICTING
    text = told(base, "change_direct_deposit", given, day)
    for part in ("disagree", "July 30, 2025", "Nextgov", "ssa.gov/pin", "before you travel"):
        assert part in text
    assert {"OMBSAP730", "NEXTGOVAUG"} <= set(advice.sources)


@pytest.mark.parametrize(
    ("task", "given", "day", "parts"),
    [
        ("change_direct_deposit", "account=no", "2025-03-20", ("March 31", "Announced")),
        ("change_direct_deposit", "account=no", "2025-04-05", ("April 14", "not yet in force")),
        ("change_direct_deposit", "account=yes benefit=ssi code=yes", "2025-05-01", ("ssa.gov/pin", "8 digits")),
        ("change_direct_deposit", NO_CODE_NO_BANK, "2026-11-22", ("March 31, 2026",)),
        ("verify_identity_phone", "flagged=no", "2025-03-20", ("March 31", "not yet in force")),
        ("verify_identity_phone", "flagged=no", "2025-04-05", ("April 14", "not yet in force")),
        ("verify_identity_phone", "flagged=no", "2025-05-01", ("bank", "one-time code")),
        ("verify_identity_phone", "flagged=no", "2025-07-29", ("July 18, 2025", "withdrawn")),
        ("verify_identity_phone", "flagged=no", "2025-08-20", ("optional", "disagree")),
        ("verify_identity_phone", "flagged=yes", "2025-05-01", ("does not clear", "should not")),
        ("verify_identity_phone", "flagged=yes", "2026-11-22", ("October 31, 2025", "probably", "exception")),
    ],
)
def test_what_was_announced_or_is_doubtful_is_told(
    base: KnowledgeBase, task: str, given: str, day: str, parts: Tuple[str, ...]
) -> None:
    text = told(base, task, given, day)
    for part in parts:
        assert part in text


@pytest.mark.parametrize(
    ("day", "future"),
    [
        ("2025-03-20", ("one-time code", "2026", "April 14")),
        ("2025-05-01", ("2026", "Nextgov", "optional")),
        ("2026-03-01", ("March 31, 2026",)),
    ],
)
def test_the_answer_for_a_day_does_not_know_what_came_later(
    base: KnowledgeBase, day: str, future: Tuple[str, ...]
) -> None:
    for given in ("", "account=no", "account=no bank=no", NO_CODE_NO_BANK):
        advice = advise(base.engine, "change_direct_deposit", facts(given), date.fromisoformat(day))
        bubbles = advice_reply.answer(Voice(base), advice).bubbles[:2]
        for bubble in bubbles:
            for part in future:
                assert part not in bubble.text


@pytest.mark.parametrize("task", ["change_direct_deposit", "verify_identity_phone"])
def test_today_says_how_new_the_newest_source_is(base: KnowledgeBase, task: str) -> None:
    """7.15: nothing was found after July 2026; rules may have changed."""
    text = told(base, task, "account=no" if task == "change_direct_deposit" else "flagged=no", "2026-11-22")
    assert "As of November 22, 2026" in text
    assert "Newest source we have" in text
    assert "may have changed" in text
