"""``advisor parse``: run the trained understanding on one text, as the server does."""

from __future__ import annotations

import asyncio
from typing import Any, Dict

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

    from bot.runtime.trained import trained_model

    model = trained_model()
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
