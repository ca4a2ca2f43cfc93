"""How hard the English words are to read."""

from __future__ import annotations

import statistics
from datetime import date
from typing import List

import pytest

from benchmarks.reading import (
    LONGEST_SENTENCE,
    Measured,
    all_words,
    answers,
    fixed_texts,
    long_sentences,
    measure,
    sentences,
)
from bot.advice import advise
from bot.knowledge import KnowledgeBase
from bot.replies import advice_reply, fixed, notices
from bot.replies.checklist import checklist
from bot.replies.voice import Voice

TODAY = date(2026, 11, 22)
MEDIAN_GRADE = 7
HARDEST_GRADE = 9
LEGAL = ("notices.",)
"""Every word of a notice is weighed by a lawyer; its sentences are short all the same."""


@pytest.fixture(scope="module")
def measured(base: KnowledgeBase) -> List[Measured]:
    """Every reply on every task, every fixed text, the full notices, booking: the hardest first."""
    voice = Voice(base)
    texts = {**answers(base, sorted(base.tasks), TODAY), **fixed_texts(base)}
    texts[advice_reply.booking(voice, TODAY).bubbles[-1].text] = "booking"
    texts.update({bubble.text: "phrases.help" for bubble in fixed.menu(voice, "help").bubbles})
    texts.update({bubble.text: "notices.full" for bubble in notices.full_notices(voice, TODAY).bubbles[:-1]})
    return measure(texts)


def worst(found: List[Measured]) -> str:
    return "\n\n".join(f"grade {one.grade:.1f}, {one.where}:\n{one.text}" for one in found[:5])


def test_half_of_the_replies_read_at_grade_7_or_below(measured: List[Measured]) -> None:
    assert len(measured) > 250
    assert statistics.median(one.grade for one in measured) <= MEDIAN_GRADE, worst(measured)


def test_no_reply_but_a_notice_is_above_grade_9(measured: List[Measured]) -> None:
    hard = [one for one in measured if one.grade > HARDEST_GRADE and not one.where.startswith(LEGAL)]
    assert hard == [], worst(hard)


def test_no_sentence_has_more_than_20_words(base: KnowledgeBase) -> None:
    long = long_sentences({**base.catalogues, "tasks": base.tasks})
    assert long == [], "\n".join(long)


def test_no_sentence_of_a_text_message_has_more_than_20_words(base: KnowledgeBase) -> None:
    long = [
        f"{at}: {sentence}"
        for at, words in all_words({**base.catalogues, "tasks": base.tasks})
        for sentence in sentences(words.en.short)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == [], "\n".join(long)


def test_the_measure_tells_hard_words_from_plain_ones() -> None:
    hard = (
        "Beneficiaries necessitating identity verification must substantiate eligibility with original documentation."
    )
    hardest, easiest = measure({hard: "hard", "You can call. You do not have to go to an office.": "plain"})
    assert (hardest.where, easiest.where) == ("hard", "plain")
    assert hardest.grade > HARDEST_GRADE
    assert easiest.grade < MEDIAN_GRADE


def test_the_measure_finds_a_long_sentence_and_says_where(base: KnowledgeBase) -> None:
    """What it must find: 21 words, in a list item and between marks; a "p.m." ends nothing."""
    words = base.claims["pin_to_call"].say
    said = " ".join(["word"] * 18)
    long = words.copy(update={"en": words.en.copy(update={"text": f"Short one.\n\u2022 Come at 4 p.m. {said}."})})
    assert long_sentences({"here": {"there": long}}) == [f"here.there: 22 words: Come at 4 pm {said}."]
    assert long_sentences({"here": words}) == []


def test_the_list_to_take_away_reads_as_easily(base: KnowledgeBase) -> None:
    lists = {checklist(Voice(base), advise(base.engine, name, {}, TODAY)).text: name for name in base.tasks}
    found = measure(lists)
    assert found[0].grade <= HARDEST_GRADE, worst(found)
