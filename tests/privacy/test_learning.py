"""The tagger: it is made of rows, finds what no rule finds, never takes what must stay, and is missed when it is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

import pytest

from bot.knowledge import KnowledgeBase
from bot.knowledge.naming import known_phrases
from bot.privacy import redact as redacting
from bot.privacy.finding import learned
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.learned import NoTagger, check_tagger, take_learned
from bot.privacy.finding.pieces import PLACEHOLDERS, pieces_of, seen
from bot.privacy.learning import TAGS, learn, ordinary_rows, tagged
from bot.privacy.messages import FOLDER, KINDS, Row, read_rows
from bot.privacy.redact import by_rules, redact
from bot.text import visible

ROWS = [
    *[Row(f"{name} drove me to the office {day}", (name,), ("name",)) for name in ("odell", "marva", "lupe", "thuy") for day in ("today", "monday")],
    *[Row(f"the {thing} is closed {day}") for thing in ("office", "bank", "window", "line") for day in ("today", "monday")],
]  # fmt: skip


@pytest.fixture
def own_tagger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A tagger of a few rows in the place of ours."""
    file = tmp_path / "own.crfsuite"
    learn(ROWS, file)
    monkeypatch.setattr(learned, "FILE", file)
    learned.forget_tagger()
    yield file
    learned.forget_tagger()


def test_it_learns_from_rows(own_tagger: Path) -> None:
    assert redact("wendell drove me to the office tuesday").text == "[name] drove me to the office tuesday"
    assert redact("the door is closed tuesday") == ("the door is closed tuesday", ())


def test_the_same_rows_make_the_same_tagger(own_tagger: Path, tmp_path: Path) -> None:
    learn(ROWS, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == own_tagger.read_bytes()


def test_without_it_nothing_is_redacted_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "FILE", tmp_path / "models" / "none.crfsuite")
    learned.forget_tagger()
    with pytest.raises(NoTagger, match=r"models/none\.crfsuite.*make train"):
        redact("my son needs a card")
    with pytest.raises(NoTagger):
        check_tagger()
    monkeypatch.undo()
    learned.forget_tagger()


def test_every_kind_of_a_row_is_learnt() -> None:
    assert TAGS.keys() == KINDS


def test_a_row_is_learnt_as_it_was_written() -> None:
    learnt = tagged(Row("i'm dot and my ssn is 418-60-2275", ("dot", "418-60-2275"), ("name", "ssn")))
    assert [tag for tag in learnt.tags if tag != "-"] == ["name", "ssn", "ssn", "ssn", "ssn", "ssn"]


def test_an_age_that_stays_is_learnt_as_an_age_all_the_same() -> None:
    assert tagged(Row("my mother is 88")).tags == ["-", "-", "-", "age"]


@pytest.mark.parametrize("text", ["", " ", "?!", "[ssn]", "a", "\u200b", "é" * 50, "1" * 300, "(" * 300])
def test_any_text_has_as_many_rows_of_features_as_pieces(text: str) -> None:
    draft = Draft(text)
    pieces = pieces_of(draft.as_written)
    assert len(seen(draft.as_written, pieces)) == len(pieces)


def test_ordinary_messages_are_the_same_each_time_and_hide_nothing_that_a_rule_knows() -> None:
    rows = ordinary_rows(50)
    assert rows == ordinary_rows(50)
    assert not any(by_rules(row.text).kinds for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "call 1-800-772-1213", "the 1696", "is it form SSA-789", "they took $412.50 out of my check", "mail it to 6401 Security Blvd",
        "I am 62, can I get medicare", "my mother is 88 and can't leave the house", "letter dated March 3", "can undocumented people's kids get benefits",
    ],
)  # fmt: skip
def test_what_must_stay_stays(text: str) -> None:
    assert redact(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("verlene drove me to the office and they were closed", "verlene"),
        ("does workers comp lower ssdi? thx, zeke", "zeke"),
        ("dr ghebreyohannes wont fill out the papers", "ghebreyohannes"),
        ("roy is 79 and lurleen is 76, does she get more if he passes first", "lurleen"),
        ("luz y paz son gemelas, cobran las dos", "paz"),
    ],
)
def test_it_finds_what_no_rule_finds(text: str, gone: str) -> None:
    assert gone in by_rules(text).text
    assert gone not in redact(text).text


def test_our_own_buttons_are_never_touched(base: KnowledgeBase) -> None:
    """What a press sends is read word for word."""
    titles = [task.title.phrase("en").text for task in base.tasks.values()]
    choices = [value.button.phrase("en").text for one in base.circumstances.values() for value in one.values.values()]
    texts = [*titles, *choices, *(phrase for phrase in known_phrases(base) if "_" not in phrase)]
    assert len(texts) > 200
    assert [text for text in texts if redact(visible(text)).kinds] == []


@pytest.mark.parametrize("piece", ["from Cuba ", "maria and jose ", "undocumented, "])
def test_what_is_left_is_not_eaten_up_round_by_round(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = []
    monkeypatch.setattr(redacting, "take_learned", lambda draft: rounds.append(take_learned(draft)))
    once = redact(piece * 300).text
    assert len(rounds) <= 4
    assert redact(once).text == once


def test_every_placeholder_is_known_as_one() -> None:
    left = " ".join(by_rules(row.text).text for row in read_rows(sorted(FOLDER.glob("*.yml"))[:8]))
    typed = {"[at]", "[dot]"}
    assert set(re.findall(r"\[[a-z_]+\]", left)) - typed <= PLACEHOLDERS


@pytest.mark.parametrize("text", ["my ssn is [redacted], verlene drove me", "write to a [at] b, verlene drove me"])
def test_brackets_that_somebody_typed_switch_nothing_off(text: str) -> None:
    assert "verlene" not in redact(text).text
