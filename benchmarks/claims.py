"""How well rumors are recognized: wordings that are in no data file, against the claim each one means.

Run ``python -m benchmarks.claims``. ``none:`` in claims_asked.yml holds rumors that we have no facts on. The baseline is
the claim whose wordings share most words with the message.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Dict, List

from ruamel.yaml import YAML

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import KnowledgeBase, open_knowledge
from bot.knowledge.searching import find_claims, words_of


def outcomes(base: KnowledgeBase, compiled: Path, asked: Dict[str, List[str]]) -> Counter:
    """Count what becomes of the wordings: answered right, offered among choices, missed, answered wrong."""
    found: Counter = Counter()
    for claim, wordings in asked.items():
        for wording in wordings:
            match = find_claims(compiled, wording, "en", list(base.claims))
            if match.certain:
                found["right" if match.names[0] == claim else "wrong"] += 1
            else:
                found["offered" if claim in match.names else "missed"] += 1
    return found


def by_shared_words(base: KnowledgeBase, asked: Dict[str, List[str]]) -> int:
    """Return how many wordings the baseline gets right."""
    known = {
        name: set(words_of(" ".join([claim.title.en.text, *claim.heard_as.en]))) for name, claim in base.claims.items()
    }
    return sum(
        max(known, key=lambda name: len(known[name] & set(words_of(wording)))) == claim
        for claim, wordings in asked.items()
        for wording in wordings
    )


def main() -> None:
    """Print the figures."""
    target = read_settings().knowledge_db
    base = open_knowledge(KNOWLEDGE_FILES, target)
    table = Path(__file__).with_name("claims_asked.yml").read_text(encoding="utf-8")
    asked: Dict[str, List[str]] = YAML(typ="safe").load(table)
    none = asked.pop("none")
    found = outcomes(base, target, asked)
    total = sum(found.values())
    print(f"{total} wordings of {len(asked)} claims: " + ", ".join(f"{kind} {n}" for kind, n in found.most_common()))
    print(f"right or offered {100 * (found['right'] + found['offered']) / total:.0f} %")
    print(f"baseline (most shared words), first choice right: {100 * by_shared_words(base, asked) / total:.0f} %")
    answered = sum(find_claims(target, text, "en", list(base.claims)).certain for text in none)
    print(f"{len(none)} rumors that we know nothing of: {answered} answered as if we did")


if __name__ == "__main__":
    main()
