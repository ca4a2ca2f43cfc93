"""How messages are understood by the trained model: right and sure, asked back, wrong and sure.

Run ``python -m benchmarks.understanding everyday special_paths development``. ``test`` is there too: look at it rarely, and
never tune on it.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from typing import Any, Dict, List

from ruamel.yaml import YAML

from bot.config import PROJECT
from bot.privacy.redact import redact

TABLES = {
    "everyday": "tests/dialogue/everyday.yml",
    "special_paths": "tests/dialogue/special_paths.yml",
    "development": "tests/nlu_splits/development.yml",
    "test": "tests/nlu_splits/test.yml",
}


def messages(table: str) -> Dict[str, List[str]]:
    """Return intent -> messages of a table, be it a list for each intent or Rasa's training format."""
    content = YAML(typ="safe").load((PROJECT / TABLES[table]).read_text(encoding="utf-8"))
    if "nlu" in content:
        return {
            entry["intent"]: [line.strip()[2:] for line in entry["examples"].splitlines() if line.strip()]
            for entry in content["nlu"]
        }
    return {intent: texts for intent, texts in content.items() if all(isinstance(text, str) for text in texts)}


async def outcomes(agent: Any, asked: Dict[str, List[str]]) -> Counter:
    """Count right, asked back and wrong."""
    found: Counter = Counter()
    for intent, texts in asked.items():
        for text in texts:
            top = (await agent.parse_message(redact(text).text))["intent"]["name"]
            found["right" if top == intent else "asked back" if top == "nlu_fallback" else "wrong"] += 1
    return found


def main() -> None:
    """Print a line a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="+", choices=sorted(TABLES))
    tables = parser.parse_args().tables
    from bot.runtime.quiet import be_quiet

    be_quiet()
    from rasa.core.agent import Agent
    from rasa.model import get_latest_model

    agent = Agent.load(get_latest_model(str(PROJECT / "models")))
    for table in tables:
        found = asyncio.run(outcomes(agent, messages(table)))
        print(f"{table}: " + ", ".join(f"{kind} {count}" for kind, count in found.most_common()))


if __name__ == "__main__":
    main()
