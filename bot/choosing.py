"""Which of the choices a person means who does not name it: "the second one", "1", "both", "neither"."""

from __future__ import annotations

import re
from typing import List, NamedTuple, Optional

from bot.knowledge import KnowledgeBase
from bot.text import bare

_PREFIX = "choice_"


class Choice(NamedTuple):
    """What was chosen: a place in the list (0 is the first, -1 the last), all, or none of them."""

    place: Optional[int] = None
    everything: bool = False

    @property
    def nothing(self) -> bool:
        """None of the choices."""
        return self.place is None and not self.everything

    def of(self, offered: List[str]) -> List[str]:
        """Return the chosen ones among those offered, in order; none when the place does not exist."""
        if self.everything:
            return offered
        if self.place is None or self.place >= len(offered) or not offered:
            return []
        return [offered[self.place]]


class ChoiceReader:
    """Reads messages by the ``choice_`` entries of data/knowledge/cues.yml."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._patterns = [
            (name[len(_PREFIX) :], re.compile(pattern))
            for name, entry in base.catalogues["cues"].items()
            if name.startswith(_PREFIX)
            for pattern in base.word_groups.all_of(entry.patterns)
        ]

    def read(self, text: str) -> Optional[Choice]:
        """Return what a message chooses, or ``None`` when it says more or something else."""
        said = bare(text)
        for name, pattern in self._patterns:
            if pattern.fullmatch(said):
                return _choice(name)
        return None


def _choice(name: str) -> Choice:
    if name.isdigit():
        return Choice(place=int(name) - 1)
    return {"last": Choice(place=-1), "all": Choice(everything=True), "none": Choice()}[name]
