"""Whether every task can be asked for over HTTP: by its name and in everyday words. Needs ``make run`` on this machine.

Run ``python -m benchmarks.asked``. Everyday words are those of tests/dialogue/everyday.yml, which no training data has.
"""

from __future__ import annotations

import json
import urllib.request
from collections import Counter
from typing import Any, Dict, List, Optional
from uuid import uuid4

from benchmarks.nlu.tables import everyday
from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import open_knowledge

Messages = List[Dict[str, Any]]


def say(url: str, text: str) -> Messages:
    """Say one thing in a conversation of its own."""
    body = json.dumps({"sender": uuid4().hex, "message": text}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        found: Messages = json.load(answer)
    return found


def task_of(answer: Messages) -> Optional[str]:
    """Return the task that an answer is about; the booking page is the advice on making an appointment."""
    for custom in (message.get("custom", {}) for message in answer):
        if custom.get("type") == "advice":
            return str(custom["task"])
        if custom.get("id") == "booking":
            return "appointment_manage"
    return None


def outcome(task: str, title: str, answer: Messages) -> str:
    """Say what became of asking for a task."""
    found = task_of(answer)
    if found is not None:
        return "own advice" if found == task else "another task"
    offered = {button["title"] for message in answer for button in message.get("buttons", [])}
    return "offered" if title in offered else "not found"


def main() -> None:
    """Print the figures."""
    settings = read_settings()
    url = f"http://{settings.host}:{settings.port}/webhooks/rest/webhook"
    tasks = open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db).tasks
    named = Counter(outcome(name, task.title.en.text, say(url, task.title.en.text)) for name, task in tasks.items())
    print(f"by name: {dict(named)}")
    found: Dict[str, List[str]] = {}
    for text, name in everyday("everyday"):
        found.setdefault(name, []).append(outcome(name, tasks[name].title.en.text, say(url, text)))
    print(f"in everyday words: {dict(Counter(one for of_task in found.values() for one in of_task))}")
    enough = sum(sum(one in ("own advice", "offered") for one in of_task) >= 3 for of_task in found.values())
    print(f"tasks found by at least three of their wordings: {enough} of {len(found)}")


if __name__ == "__main__":
    main()
