"""Segments and cost of 30 typical answers, as the channel would send them.

    python -m benchmarks.sms.costs --price 0.0118

No server: the words come from the knowledge. ``--price`` is dollars for a segment; where the default comes from, see docs/sms.md.
"""

from __future__ import annotations

import argparse
from datetime import date
from statistics import mean, median
from typing import Iterator, List, Tuple

from bot.advice import advise
from bot.config import KNOWLEDGE_FILES
from bot.knowledge import KnowledgeBase, load_files
from bot.replies import advice_reply, fixed, notices
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice
from bot.sms.composing import compose, say
from bot.sms.discretion import Discretion
from bot.sms.encoding import measure
from bot.sms.keywords import Keywords
from bot.sms.pages import PageRules, cut

ON = date(2026, 11, 22)
PRICE = 0.0118
ANSWERS: List[Tuple[str, dict[str, str]]] = [
    ("change_direct_deposit", {}), ("change_direct_deposit", {"online_account": "yes"}), ("verify_identity_phone", {}),
    ("replacement_ssn_card", {}), ("replacement_ssn_card", {"online_account": "yes"}), ("recover_my_ssa", {}), ("missing_payment", {}),
    ("missing_payment", {"needs_money_today": "yes"}), ("apply_retirement", {}), ("apply_ssdi", {}), ("apply_ssi_adult", {}),
    ("apply_survivors", {}), ("apply_medicare", {}), ("change_address", {}), ("change_name", {}), ("report_death", {}),
    ("benefit_letter", {}), ("ssa_1099", {}), ("overpayment_waiver", {}), ("overpayment_appeal", {}), ("payment_suspended", {}),
    ("noncitizen_review_ssi", {}), ("first_ssn_card", {}), ("report_wages", {}), ("appointment_manage", {}),
]  # fmt: skip
FIXED = ("ice_at_office_now", "legal_help", "chat_privacy", "report_scam")


def replies(voice: Voice) -> Iterator[Tuple[str, Reply]]:
    """Return the thirty, by name."""
    for task, said in ANSWERS:
        unknown = dict.fromkeys(voice.base.tasks[task].circumstances, "unknown")
        advice = advise(voice.base.engine, task, {**unknown, **said}, ON, {})
        yield " ".join([task, *(f"{name}={value}" for name, value in said.items())]), advice_reply.answer(voice, advice)
    values = Keeping(30, 24, False, 0).values(voice)
    for name in FIXED:
        yield name, fixed.special(voice, name, ON, values)
    yield "is it safe to go", notices.short_notices(voice, ON)


def pages_of(base: KnowledgeBase, voice: Voice, reply: Reply) -> List[str]:
    """Return the pages of a reply."""
    messages = []
    for bubble in reply.bubbles:
        buttons = [{"title": button.title, "payload": button.payload} for button in bubble.buttons]
        messages.append({"text": bubble.text, "buttons": buttons} if buttons else {"text": bubble.text})
    made = compose(voice, [*messages, {"custom": reply.custom}] if reply.custom else messages)
    guard = Discretion(Keywords(base).hidden_when_locked, say(voice, "neutral_opening")).guard
    return cut(made.text, PageRules(say(voice, "more"), made.first, guard=guard), made.tail)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--price", type=float, default=PRICE, help="dollars for a segment, fees of the carriers included"
    )
    price = parser.parse_args().price
    base = load_files(KNOWLEDGE_FILES)
    voice = Voice(base, "en", "sms")
    firsts, wholes = [], []
    print("| Answer | First page, segments | All pages, segments | First page, $ | All, $ |\n|---|---|---|---|---|")
    for name, reply in replies(voice):
        sizes = [measure(page).segments for page in pages_of(base, voice, reply)]
        firsts.append(sizes[0])
        wholes.append(sum(sizes))
        shown = " + ".join(map(str, sizes))
        print(f"| {name} | {sizes[0]} | {shown} = {sum(sizes)} | {sizes[0] * price:.3f} | {sum(sizes) * price:.3f} |")
    print(
        f"\nfirst page: mean {mean(firsts):.2f}, most {max(firsts)}; all pages: median {median(wholes):.0f}, most {max(wholes)} segments"
    )
    print(
        f"mean cost: first page ${mean(firsts) * price:.3f}, all pages ${mean(wholes) * price:.3f} (${price} a segment)"
    )


if __name__ == "__main__":
    main()
