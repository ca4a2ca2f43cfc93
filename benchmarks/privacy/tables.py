"""The tables of messages: what must go out of each message, and what must stay."""

from __future__ import annotations

from pathlib import Path

from bot.privacy.messages import FOLDER

TUNED = tuple(sorted(FOLDER.glob("rules_*.yml")))
"""The rules of the redaction were made with these in sight; the tagger has learnt from them, too."""

LEARNT = tuple(sorted({*FOLDER.glob("*.yml")} - {*TUNED}))
"""The tagger has learnt from these. What it makes of a hand that it has not learnt from: ``benchmarks.privacy.by_hand``."""

FRESH = (Path(__file__).with_name("fresh.yml"),)
"""No rule was made, and nothing was learnt, after a look at this one."""

NEWEST = (Path(__file__).with_name("fresh_4.yml"),)
"""Nor after this one; written last, by another hand, and harder."""
