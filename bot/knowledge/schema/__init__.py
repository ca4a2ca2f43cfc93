"""The shape of the knowledge files, one class per kind of entry, and which file holds which.

This is the single description: the loader validates with it, and the JSON Schema that editors use is made
from it (``advisor schema``). Unknown keys are refused, because a key that is silently ignored is a rule that
silently does not hold.
"""

from __future__ import annotations

from typing import Mapping, Type

from bot.knowledge.schema.beside_tasks import (
    ClaimEntry,
    ContactEntry,
    NoticeEntry,
    RulingEntry,
    ServiceEntry,
    SourceEntry,
    SpecialEntry,
)
from bot.knowledge.schema.parts import Entry, Statement, Words
from bot.knowledge.schema.tasks import CircumstanceEntry, GeneralRemarkEntry
from bot.knowledge.schema.understanding import CueEntry, GazetteerEntry, SmsKeywordEntry, WordGroupEntry

CATALOGUES: Mapping[str, Type[Entry]] = {
    "sources": SourceEntry,
    "word_groups": WordGroupEntry,
    "circumstances": CircumstanceEntry,
    "remarks": GeneralRemarkEntry,
    "contacts": ContactEntry,
    "services": ServiceEntry,
    "notices": NoticeEntry,
    "rulings": RulingEntry,
    "claims": ClaimEntry,
    "documents": Statement,
    "forms": Statement,
    "booking": Statement,
    "special": SpecialEntry,
    "phrases": Words,
    "widget": Words,
    "sms": Words,
    "sms_keywords": SmsKeywordEntry,
    "cues": CueEntry,
    "statement_cues": CueEntry,
    "gazetteers": GazetteerEntry,
}
"""File name (without .yml) in data/knowledge -> kind of its entries; sources first, the others refer to them."""
