"""Search: words that are mistyped, wrong names that people use, and claims as people have heard them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge import KnowledgeBase
from bot.knowledge.searching import ClaimMatch, find_claims, find_tasks, search

OPERATORS = ['"', "'; drop table search; --", "NEAR(office, 2)", "title:office", "office*", "-office", "office OR pin", "(", "^pin", "{pin}"]  # fmt: skip
WITHOUT_WORDS = ["", "   ", "\n", "\0", "%_%", "¿?", "日本語", "\U0001f621\U0001f4b8", "...!!!"]


# --- tasks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "task"),
    [
        ("retirment", "apply_retirement"),
        ("apply for retirment", "apply_retirement"),
        ("medicar card", "medicare_card"),
        ("direct expres", "direct_express_problem"),
        ("apeal", "reconsideration"),
        ("i want to apeal", "reconsideration"),
        ("overpaymnt", "overpayment_appeal"),
        ("survivers benefits", "apply_survivors"),
        ("benifit letter", "benefit_letter"),
        ("disabilty", "apply_ssdi"),
        ("interpretor", "interpreter"),
        ("my adress is new", "change_address"),
    ],
)
def test_a_mistyped_word_finds_its_task(compiled: Path, typed: str, task: str) -> None:
    assert task in find_tasks(compiled, typed, "en")


@pytest.mark.parametrize(
    ("typed", "task"),
    [
        ("apply for ssi when i turn 65", "apply_retirement"),
        ("applying for my ssi, im turning 65", "apply_retirement"),
        ("ssi at 62", "apply_retirement"),
        ("old age pension", "apply_retirement"),
        ("my social security EBT card was stolen", "direct_express_problem"),
        ("my EBT", "direct_express_problem"),
        ("comerica card", "direct_express_problem"),
        ("the debit card with my social security money", "direct_express_problem"),
        ("the 1099", "ssa_1099"),
        ("1099", "ssa_1099"),
        ("W-2 from social security", "ssa_1099"),
        ("red white and blue card", "medicare_card"),
        ("medicaid card", "medicare_card"),
        ("award letter", "benefit_letter"),
        ("the 255 dollars for the funeral", "lump_sum_death"),
        ("widow pension", "apply_survivors"),
        ("translator", "interpreter"),
        ("power of attorney", "rep_payee_apply"),
        ("forgive what i owe", "overpayment_waiver"),
        ("they think im dead", "fix_wrong_death_record"),
    ],
)
def test_a_wrong_name_finds_the_task_that_is_meant(compiled: Path, typed: str, task: str) -> None:
    assert task in find_tasks(compiled, typed, "en")


def test_ssi_in_its_own_sense_still_comes_first(compiled: Path) -> None:
    """The nicknames for people who say SSI and mean retirement must not take SSI away from those who mean it."""
    assert find_tasks(compiled, "apply for ssi", "en")[0] == "apply_ssi_adult"
    assert find_tasks(compiled, "ssi for my baby", "en")[0] == "apply_ssi_child"


@pytest.mark.parametrize("short", ["ssn", "ssi", "pin", "fax", "ebt"])
def test_short_words_are_not_corrected_into_each_other(compiled: Path, short: str) -> None:
    """A word of three letters is one letter away from too many others."""
    changed = short[:-1] + "q"
    assert find_tasks(compiled, changed, "en") == []


def test_a_word_like_no_other_finds_nothing(compiled: Path) -> None:
    assert search(compiled, "xylophone zebra", "en") == []


def test_words_that_say_nothing_do_not_change_what_is_found(compiled: Path) -> None:
    plain = search(compiled, "paper check", "en", limit=5)
    assert plain
    assert search(compiled, "please can you tell me about the paper check", "en", limit=5) == plain


def test_only_the_kinds_asked_for_come_back_best_first(compiled: Path) -> None:
    for kinds in (("tasks",), ("claims",), ("tasks", "claims")):
        found = search(compiled, "do i need a pin to call about my paper check", "en", kinds, 50)
        assert {entry.kind for entry in found} == set(kinds)
        scores = [entry.score for entry in found]
        assert scores == sorted(scores, reverse=True)


# --- claims ------------------------------------------------------------------------------------------------------


def test_the_title_of_a_claim_leaves_no_doubt(base: KnowledgeBase, compiled: Path) -> None:
    among = list(base.claims)
    doubtful = []
    for name, claim in base.claims.items():
        match = find_claims(compiled, claim.title.en.text, "en", among)
        if not (match.certain and match.names[0] == name):
            doubtful.append(f"{claim.title.en.text}: {match}")
    assert doubtful == []


def test_every_wording_of_a_claim_finds_it(base: KnowledgeBase, compiled: Path) -> None:
    among = list(base.claims)
    wordings = [(name, wording) for name, claim in base.claims.items() for wording in claim.heard_as.en]
    assert len(wordings) > 200
    matches = [(name, wording, find_claims(compiled, wording, "en", among)) for name, wording in wordings]
    lost = [f"{name}: {wording!r}: {match}" for name, wording, match in matches if name not in match.names]
    wrong = [f"{name}: {wording!r}: {match}" for name, wording, match in matches if match.certain and match.names[0] != name]  # fmt: skip
    assert (lost, wrong) == ([], []), "not offered at all, or another one is answered without asking"
    assert all(len(match.names) == len(set(match.names)) <= 3 for _, _, match in matches)


def test_a_claim_that_cannot_be_answered_yet_is_never_offered(base: KnowledgeBase, compiled: Path) -> None:
    for name, claim in base.claims.items():
        others = [other for other in base.claims if other != name]
        for wording in (claim.title.en.text, *claim.heard_as.en[:4]):
            assert name not in find_claims(compiled, wording, "en", others).names
            assert find_claims(compiled, wording, "en", []) == ClaimMatch((), False)
            assert find_claims(compiled, wording, "en", [name]).names == (name,)


@pytest.mark.parametrize("typed", WITHOUT_WORDS)
def test_a_text_without_words_means_no_claim(base: KnowledgeBase, compiled: Path, typed: str) -> None:
    assert find_claims(compiled, typed, "en", list(base.claims)) == ClaimMatch((), False)
    assert search(compiled, typed, "en") == []


@pytest.mark.parametrize("operator", OPERATORS)
def test_search_operators_are_words_in_a_claim_as_well(base: KnowledgeBase, compiled: Path, operator: str) -> None:
    before = compiled.read_bytes()
    match = find_claims(compiled, operator, "en", list(base.claims))
    plain = find_claims(compiled, "".join(sign if sign.isalnum() else " " for sign in operator), "en", list(base.claims))  # fmt: skip
    assert match == plain
    assert compiled.read_bytes() == before


def test_emoji_and_capitals_change_nothing(base: KnowledgeBase, compiled: Path) -> None:
    among = list(base.claims)
    for claim in base.claims.values():
        title = claim.title.en.text
        assert find_claims(compiled, f"\U0001f621 {title.upper()} \U0001f4b8??", "en", among) == find_claims(
            compiled, title, "en", among
        )


@settings(max_examples=25)
@given(text=st.text(max_size=200), dropped=st.integers(0, 15))
def test_whatever_is_typed_only_claims_among_those_named_are_offered(
    base: KnowledgeBase, compiled: Path, text: str, dropped: int
) -> None:
    names = list(base.claims)
    among = names[:dropped]
    match = find_claims(compiled, f"{text} social security office phone check", "en", among)
    assert set(match.names) <= set(among)
    assert match.names or not match.certain


def test_a_long_story_is_read_up_to_its_fortieth_word(base: KnowledgeBase, compiled: Path) -> None:
    among, title = list(base.claims), base.claims["offices_closing"].title.en.text
    filling = [f"lorem{number}" for number in range(40)]
    assert "offices_closing" in find_claims(compiled, " ".join([*filling[:30], title]), "en", among).names
    assert find_claims(compiled, " ".join([*filling, title]), "en", among) == ClaimMatch((), False)
