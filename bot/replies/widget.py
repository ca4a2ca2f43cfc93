"""What the chat on a web page says by itself, and what its first screen shows: words from the knowledge, for one language."""

from __future__ import annotations

from typing import Any, Dict, List

from bot.knowledge import KnowledgeBase
from bot.replies.fixed import COMMON_TASKS
from bot.replies.keeping import Keeping
from bot.replies.voice import Voice, fill

AT_THE_START = "start_"
"""Names that begin so are needed before the server has been asked for anything; they stand inside widget.js."""

_KEEPS = ("keeps_chat", "keeps_page", "keeps_numbers")


def start_words(base: KnowledgeBase) -> Dict[str, Dict[str, str]]:
    """Return language -> name -> text of what is needed before the chat is opened."""
    names = [name for name in base.catalogues["widget"] if name.startswith(AT_THE_START)]
    return {
        language: {name: base.catalogues["widget"][name].phrase(language).text for name in names}
        for language in base.languages()
    }


def opening(voice: Voice, keeping: Keeping) -> Dict[str, Any]:
    """Return what a page needs to show the chat: its words, the languages there are, and the first screen."""
    catalogue = voice.base.catalogues["widget"]
    values = keeping.values(voice)
    kept = [fill(voice.words(catalogue[name]), values) for name in _KEEPS]
    if values["kept_for_review"]:
        kept.append(values["kept_for_review"])
    strings = {name: fill(voice.words(words), {"silence": values["silence"]}) for name, words in catalogue.items()}
    return {
        "language": voice.language,
        "languages": _languages(voice.base),
        "strings": {name: text for name, text in strings.items() if name not in _KEEPS},
        "keeps": kept,
        "minutes": keeping.web_minutes,
        "tasks": [voice.task_title(task) for task in COMMON_TASKS if task in voice.base.tasks],
    }


def _languages(base: KnowledgeBase) -> List[Dict[str, str]]:
    """Return the languages to choose from, each with its name in itself."""
    name = base.catalogues["widget"]["language_name"]
    return [{"code": language, "name": name.phrase(language).text} for language in base.languages()]
