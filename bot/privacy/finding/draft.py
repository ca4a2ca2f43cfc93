"""A message while it is being redacted: made even for matching, with walls around what is already decided.

People write digits in full width, as emoji or in Arabic script, with hidden characters or odd dashes between them.
All patterns see a folded copy (plain digits, no accents, lower case); each of its characters knows which characters
of the message it stands for, so that what is replaced is always the message itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Dict, Iterator, List, Match, NamedTuple, Optional, Pattern, Set, Tuple, Union

from bot.privacy.finding.cues import Cue
from bot.privacy.finding.number_runs import Run, runs
from bot.privacy.finding.spelling import corrected

WALL = "\x00"
"""Stands where something is decided already. No pattern matches it, so none can reach across."""

PLACEHOLDER = re.compile(r"\[[a-z_]{2,20}\]")
_TAKEN_OUT = re.compile(r"\[(?!age_)[a-z_]{2,20}\]")
"""What an earlier round took out, but ages."""
_DROPPED = {"Cf", "Mn", "Me", "Co", "Cs"}
"""Categories that nobody sees: they hide a number from patterns but not from a reader."""
_FOLDED = str.maketrans(
    {
        **{chr(code): "-" for code in (*range(0x2010, 0x2016), 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D)},
        **{chr(code): "'" for code in (0x2018, 0x2019, 0x02BC, 0x60, 0xB4)},
        "\u2026": "...",
        "\xb0": "o",
        "\u0153": "oe",
        "\xe6": "ae",
    }
)
_FINALLY, _LIGHTLY = 1, 2
_MOST_SPACES = 4
"""More in a row say nothing more, and would make patterns slow."""
_WORD = re.compile(r"[A-Za-z]{5,14}")
_WORDS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


class Found(NamedTuple):
    """A part of the message to replace, counted in the message's own characters."""

    start: int
    end: int
    kind: str
    shown: str
    """What stands in its place, in brackets; mostly the kind."""


class Draft:
    """The folded message, and what was found in it so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        cased, self._starts, self._ends = _fold(text)
        self.marked = cased.lower()
        """The folded message with the placeholders of earlier rounds in it."""
        if cased.isupper():
            cased = self.marked  # who shouts has no capitals to tell a name by
        self._folded = {False: self.marked, True: cased}
        self._walled = dict(self._folded)
        self._decided = bytearray(len(cased))
        self._pending: List[Tuple[int, int]] = []
        self.found: List[Found] = []
        self.places: Dict[str, List[int]] = {}
        """Where each of its words stands."""
        for word in _WORDS.finditer(self.marked):
            self.places.setdefault(word[0], []).append(word.start())
        self.words = frozenset(self.places)
        """Its words: most of what is looked for needs one of a few, and a message without them is done with quickly."""
        for match in PLACEHOLDER.finditer(self.marked) if "[" in text else ():
            self.spare(*match.span())
        self.unmasked = self.plain
        """The folded message without walls but around placeholders, where labels are read."""
        self.has_digits = bool(_DIGIT.search(self.unmasked))
        self._by_start: Dict[str, List[str]] = {}
        self._runs: List[Run] = []
        self._runs_of: Optional[str] = None

    @property
    def as_written(self) -> str:
        """The folded message with its capitals, without walls; of who shouts, in lower case."""
        return self._folded[True]

    @property
    def plain(self) -> str:
        """The folded message in lower case, with walls."""
        return self._with_walls()[False]

    @property
    def cased(self) -> str:
        """The folded message as it was written, with walls."""
        return self._with_walls()[True]

    def runs(self) -> List[Run]:
        """Return the runs of numbers that are not decided yet."""
        plain = self.plain
        if self._runs_of is not plain:
            self._runs, self._runs_of = list(runs(plain)), plain
        return self._runs

    def _with_walls(self) -> Dict[bool, str]:
        """Build the walls that were ordered since the last time all at once; one by one would cost a copy each."""
        if self._pending:
            self._pending.sort()
            for cased, text in self._walled.items():
                pieces: List[str] = []
                at = 0
                for start, end in self._pending:
                    if end > at:
                        pieces += [text[at:start], WALL * (end - max(start, at))]
                    at = max(at, end)
                self._walled[cased] = "".join(pieces) + text[at:]
            self._pending = []
        return self._walled

    def take(self, kind: str, start: int, end: int, shown: str = "", reconsider: bool = False) -> None:
        """Mark a part for replacement, without the spaces at its ends, by its kind or by what is ``shown`` instead.

        ``reconsider``: take what is spared but lightly, too.
        """
        while start < end and self.marked[start].isspace():
            start += 1
        while end > start and self.marked[end - 1].isspace():
            end -= 1
        if start < end and not (self.is_final(start, end) if reconsider else self.is_decided(start, end)):
            self.found.append(Found(*self.typed(start, end), kind, shown or kind))
            self.spare(start, end)

    def tells_who(self) -> bool:
        """Tell whether anything but an age was found, in this round or an earlier one."""
        return bool(self.found) or bool(_TAKEN_OUT.search(self.text))

    def is_decided(self, start: int, end: int) -> bool:
        """Tell whether anything of a part is behind a wall."""
        return self.is_final(start, end) or self._decided.find(_LIGHTLY, start, end) >= 0

    def is_final(self, start: int, end: int) -> bool:
        """Tell whether anything of a part is behind a wall for good: taken, or spared whatever else is known."""
        return self._decided.find(_FINALLY, start, end) >= 0

    def spare(self, start: int, end: int, lightly: bool = False) -> None:
        """Put a part behind a wall, so that it stays as it is; ``lightly``: unless whoever reconsiders knows better."""
        self._decided[start:end] = bytes([_LIGHTLY if lightly else _FINALLY]) * (end - start)
        self._pending.append((start, end))

    def _that_begin(self, cue: Cue) -> Set[str]:
        """Return the words that begin as a pattern can; they are sorted by their first letters once."""
        if not self._by_start:
            for word in self.words:
                self._by_start.setdefault(word[:2], []).append(word)
        near = [start for start in self._by_start if start in cue.starts or start[0] in cue.starts]
        return {word for start in near for word in self._by_start[start] if word.startswith(cue.beginnings)}

    def take_all(self, kind: str, pattern: Union[Pattern[str], Cue], group: int = 0, cased: bool = False) -> None:
        """Mark each match of a pattern, or one group of it."""
        for match in self.matches(pattern, cased):
            if match.start(group) >= 0:
                self.take(kind, *match.span(group))

    def matches(self, pattern: Union[Pattern[str], Cue], cased: bool = False) -> List[Match[str]]:
        """Return the matches of a pattern in what is not decided yet."""
        if isinstance(pattern, Cue):
            return list(self._matches_at_words(pattern))
        return list(pattern.finditer(self.cased if cased else self.plain))

    def has(self, cue: Cue) -> bool:
        """Tell whether a pattern matches anywhere in what is not decided yet."""
        return any(True for _ in self._matches_at_words(cue))

    def _matches_at_words(self, cue: Cue) -> Iterator[Match[str]]:
        """Yield the matches of a pattern that begins with a word, as searching for it would."""
        found = self.words & cue.words
        if cue.beginnings:
            found |= self._that_begin(cue)
        if not found:
            return
        plain = self.plain
        end = 0
        for place in sorted([place for word in found for place in self.places[word]]):
            match = cue.pattern.match(plain, place) if place >= end else None
            if match:
                end = match.end()
                yield match

    def typed(self, start: int, end: int) -> Tuple[int, int]:
        """Return where a part that is not empty stands in the message as it was typed."""
        return self._starts[start], self._ends[end - 1]

    def written(self, start: int, end: int) -> str:
        """Return a part as it was typed, accents and all."""
        return self.text[self._starts[start] : self._ends[end - 1]] if start < end else ""

    def replaced(self) -> Tuple[str, Tuple[str, ...]]:
        """Return the message with placeholders, and the kinds in the order in which they stand."""
        pieces: List[str] = []
        kinds: List[str] = []
        at = 0
        for start, end, kind, shown in sorted(self.found):
            if start < at:
                continue
            pieces += [self.text[at:start], f"[{shown}]"]
            kinds.append(kind)
            at = end
        return "".join(pieces) + self.text[at:], tuple(dict.fromkeys(kinds))


@lru_cache(maxsize=4096)
def _character(character: str) -> str:
    """Return what one character stands for: nothing, or ASCII where there is a likeness."""
    category = unicodedata.category(character)
    if category in _DROPPED:
        return ""
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return "\n" if character in "\n\r\u2028\u2029" else " "
    digit: Optional[int] = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    likeness = unicodedata.normalize("NFKD", character.translate(_FOLDED)).translate(_FOLDED)
    kept = "".join(part for part in likeness if unicodedata.category(part) not in _DROPPED and part != WALL)
    return kept if kept.lower().isascii() else kept[:1]


def folded(text: str) -> str:
    """Return a text as patterns see it, in lower case."""
    return _fold(text)[0].lower()


def _fold(text: str) -> Tuple[str, List[int], List[int]]:
    """Return the folded text, and for each of its characters where it starts and ends in the text."""
    if text.isascii() and text.isprintable() and "`" not in text and " " * _MOST_SPACES not in text:
        return _respell(text, list(range(len(text))), list(range(1, len(text) + 1)))
    folded: List[str] = []
    starts: List[int] = []
    ends: List[int] = []
    spaces = 0
    for index, character in enumerate(text):
        stands_for = character if " " <= character <= "~" and character != "`" else _character(character)
        spaces = spaces + 1 if stands_for in (" ", "\n") else 0
        if spaces >= _MOST_SPACES:
            stands_for = ""
        if not stands_for and ends:
            ends[-1] = index + 1
        for part in stands_for:
            folded.append(part if len(part.lower()) == 1 else "x")
            starts.append(index)
            ends.append(index + 1)
    return _respell("".join(folded), starts, ends)


def _respell(text: str, starts: List[int], ends: List[int]) -> Tuple[str, List[int], List[int]]:
    """Correct the words that labels are made of, where one letter is wrong."""
    for match in reversed(list(_WORD.finditer(text))):
        right = corrected(match[0].lower())
        if right is None:
            continue
        start, end = match.span()
        right = right.capitalize() if match[0][0].isupper() else right
        first, last = starts[start], ends[end - 1]
        text = text[:start] + right + text[end:]
        starts[start:end] = [first] * len(right)
        ends[start:end] = [last] * len(right)
    return text, starts, ends
