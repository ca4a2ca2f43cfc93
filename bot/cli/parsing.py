"""``advisor parse``: run the trained understanding on one text, as the server does."""

from __future__ import annotations

import asyncio
from typing import Any, Dict

from bot.config import PROJECT, ConfigurationError
from bot.knowledge import KnowledgeBase
from bot.privacy.redact import redact


def parse(text: str, base: KnowledgeBase) -> Dict[str, Any]:
    """Return redactions, intents with their confidence, needs and circumstances.

    Raises:
        ConfigurationError: there is no trained model.
    """
    from bot.runtime.quiet import be_quiet

    be_quiet()
    from rasa.core.agent import Agent
    from rasa.model import get_latest_model

    model = get_latest_model(str(PROJECT / "models"))
    if model is None:
        raise ConfigurationError("There is no trained model in models/. Run 'make train' first.")
    cleaned = redact(text)
    parsed = asyncio.run(Agent.load(model).parse_message(cleaned.text))
    ranking = [
        {"name": entry["name"], "confidence": round(entry["confidence"], 3)} for entry in parsed["intent_ranking"]
    ]
    top = parsed["intent"]["name"]
    stated = {e["entity"]: e for e in parsed["entities"] if e["entity"] in base.circumstances}
    return {
        "text": cleaned.text,
        "redactions": list(cleaned.kinds),
        "language": "en",
        "intent": top,
        "intents": ranking[:5],
        "needs": parsed.get("needs") or ([top] if top in base.tasks else []),
        "circumstances": {name: entity["value"] for name, entity in stated.items()},
        "uncertain": [name for name, entity in stated.items() if not entity.get("certain", True)],
        "named": [{"kind": e["entity"], "name": e["value"]} for e in parsed["entities"] if e["entity"] not in stated],
    }
