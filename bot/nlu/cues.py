"""The patterns of data/knowledge/cues.yml, for the components that read by them."""

from __future__ import annotations

from typing import Pattern, Text

from bot.knowledge import KnowledgeBase


def cue(base: KnowledgeBase, name: Text) -> Pattern[Text]:
    """Return the patterns of an entry of cues.yml as one."""
    return base.word_groups.as_one(base.catalogues["cues"][name].patterns)
