"""Full-text search over what people call the tasks and how they word what they have heard.

A word that nothing knows ("retirment") is read as the nearest word that something does know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence, Set, Tuple

from rapidfuzz import fuzz, process
from sqlite_utils import Database

_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)

NEAR_ENOUGH = 80
"""Least similarity (0 to 100) of a known word to be taken for a mistyped one."""

LONG_ENOUGH = 4
"""Shorter words are not corrected: too many of them are one letter apart."""

FAINT = 2.5
"""A claim that fits less well than this is not offered (score of the full-text search)."""

WELL = 6.0
"""A claim that fits less well is but a guess: what else the message may mean goes first."""

STRONG = 8.0
"""A claim that fits this well can be answered without asking which one is meant ..."""

CLEARLY = 1.5
"""... unless another fits almost as well: within this ratio."""

WORTH_OFFERING = 2.5
"""Claims within this ratio of the best are offered as choices."""

MOST_WORDS = 40
"""Words of a message that are looked at; a story has its names in them, an attack gets no further."""

_COMMON = frozenset({
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do",
    "does", "for", "from", "get", "go", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "me", "my",
    "need", "no", "not", "of", "on", "or", "please", "so", "that", "the", "their", "them", "they", "this", "to",
    "up", "was", "we", "what", "when", "where", "who", "will", "with", "you", "your", "dont", "cant", "im", "ive",
    "true", "said", "says", "say", "heard", "hear", "told", "tell", "want", "going",
})  # fmt: skip
"""Words that say nothing of what is meant; they count only when there is no other."""


@dataclass(frozen=True)
class Found:
    """An entry that was found.

    Attributes:
        kind: ``tasks`` or ``claims``.
        id: the entry.
        score: how well it fits, higher is better; comparable within one search only.
    """

    kind: str
    id: str
    score: float


def find_tasks(compiled: Path, text: str, language: str, limit: int = 3) -> List[str]:
    """Return task ids whose title or nicknames share words with ``text``, best first."""
    return [found.id for found in search(compiled, text, language, ("tasks",), limit)]


def search(
    compiled: Path, text: str, language: str, kinds: Sequence[str] = ("tasks", "claims"), limit: int = 3
) -> List[Found]:
    """Return the entries that share words with ``text``, best first.

    The text is taken as plain words: search operators in it have no effect.

    Args:
        compiled: the compiled knowledge.
        text: what the person wrote.
        language: of the titles and nicknames to look at.
        kinds: which entries to look for.
        limit: at most so many.
    """
    database = Database(compiled)
    try:
        words = _query_words(text, {row["word"] for row in database["search_words"].rows})
        if not words:
            return []
        rows = database.query(
            "select s.kind, s.id, -bm25(search_fts, 2.0, 1.0) as score from search_fts "
            "join search s on s.rowid = search_fts.rowid where search_fts match :query and s.language = :language "
            "order by score desc, s.id",
            {"query": " OR ".join(f'"{word}"' for word in words), "language": language},
        )
        found = [Found(row["kind"], row["id"], row["score"]) for row in rows if row["kind"] in kinds]
        return found[:limit]
    finally:
        database.close()


def words_of(text: str) -> List[str]:
    """Return the words of a text in lower case, each once, without apostrophes."""
    plain = re.sub(r"(?<=\w)['\u2019](?=\w)", "", text.lower())
    return list(dict.fromkeys(word for word in _WORD.findall(plain) if len(word) > 1 or word.isdigit()))


def _query_words(text: str, known: Set[str]) -> List[str]:
    words = words_of(text)[:MOST_WORDS]
    telling = [word for word in words if word not in _COMMON] or words
    return list(dict.fromkeys(_nearest(word, known) for word in telling))


def _nearest(word: str, known: Set[str]) -> str:
    if word in known or len(word) < LONG_ENOUGH or word.isdigit():
        return word
    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    return best[0] if best else word


@dataclass(frozen=True)
class ClaimMatch:
    """What a message about a rumor may mean.

    Attributes:
        names: claims that fit, best first.
        certain: the first one is clearly meant.
        well: the first one fits well, though it may be another.
    """

    names: Tuple[str, ...]
    certain: bool
    well: bool = False


def find_claims(compiled: Path, text: str, language: str, among: Sequence[str]) -> ClaimMatch:
    """Find the claims that a message may mean.

    Args:
        compiled: the compiled knowledge.
        text: what the person wrote.
        language: of the wordings to look at.
        among: claims that can be answered.
    """
    fitting = [found for found in search(compiled, text, language, ("claims",), 99) if found.id in among]
    fitting = [found for found in fitting if found.score >= FAINT]
    if not fitting:
        return ClaimMatch((), False)
    best = fitting[0].score
    rivals = [found for found in fitting[1:] if found.score * CLEARLY > best]
    close = [found.id for found in fitting if found.score * WORTH_OFFERING > best]
    wordings = _wordings(compiled, language)
    exact = next((name for name in among if " ".join(words_of(text)) in wordings.get(name, ())), None)
    if exact:
        return ClaimMatch((exact,), True, True)
    certain = best >= STRONG and not rivals and _same_polarity(text, wordings[fitting[0].id])
    return ClaimMatch(tuple(close[:3]), certain, best >= WELL)


_NEGATION = re.compile(r"(?i)\b(not|no|never|nobody|none|dont|doesnt|isnt|arent|wont|cant|cannot|didnt|without)\b")


def _wordings(compiled: Path, language: str) -> Dict[str, List[str]]:
    """Return claim -> its title and wordings, as plain words."""
    database = Database(compiled)
    try:
        query = "select id, title, body from search where kind = 'claims' and language = ?"
        return {row["id"]: [row["title"], *row["body"].split("\n")] for row in database.query(query, (language,))}
    finally:
        database.close()


def _same_polarity(text: str, wordings: Sequence[str]) -> bool:
    """Tell whether the message says what the nearest wordings of the claim say, and not their opposite."""
    said = set(words_of(text)) - _COMMON
    shared = [len(said & set(wording.split())) for wording in wordings]
    nearest = [wording for wording, count in zip(wordings, shared, strict=True) if count == max(shared)]
    negated = bool(_NEGATION.search(text.replace("'", "").replace("\u2019", "")))
    return any(bool(_NEGATION.search(wording)) == negated for wording in nearest)
