"""What a person takes away from an answer: ways, papers, questions to ask, the notice. No date, time or office of theirs."""

from __future__ import annotations

import textwrap
from typing import List, Tuple

from bot.advice.model import Advice
from bot.knowledge.schema.parts import SMS_LENGTH
from bot.knowledge.schema.tasks import WayEntry
from bot.replies.advice_data import item_texts
from bot.replies.model import Bubble, Reply
from bot.replies.notices import notice_text
from bot.replies.voice import Voice

QUESTIONS = ("ask_other_way", "ask_papers", "ask_by_when", "ask_interpreter", "ask_name")
"""Phrases: what to ask when calling, in this order."""

WAYS_TO_NAME = 3
"""So many ways stand on the list; more would bury the first."""

PAGE_WIDTH = 78

NOTES_TO_NAME = 5
"""So many deadlines and cautions stand on the list, deadlines first ..."""

NOTES_BY_TEXT = 2
"""... and so many in a text message."""

Section = Tuple[str, List[str]]


def checklist(voice: Voice, advice: Advice) -> Reply:
    """Word the list for the screen or, for text messages, in short."""
    title = voice.phrase("checklist_title", task=voice.task_title(advice.task))
    sections = _sections(voice, advice)
    foot = _foot(voice, advice)
    if voice.brief:
        (_, need), *others = sections
        blocks = ["\n".join([lead, *(f"- {item}" for item in items)]) for lead, items in others]
        text = "\n".join([title, *(f"- {item}" for item in need), *blocks, *foot])
    else:
        blocks = ["\n".join([lead, *(f"\u2610 {item}" for item in items)]) for lead, items in sections]
        text = "\n\n".join([title, *blocks, *foot])
    custom = {
        "type": "checklist",
        "task": advice.task,
        "language": voice.language,
        "as_of": advice.on.isoformat(),
        "title": title,
        "sections": [{"title": lead, "items": items} for lead, items in sections],
        "foot": foot,
    }
    return Reply((Bubble(text, (voice.button("book_appointment"), voice.button("restart"))),), custom)


def for_print(voice: Voice, advice: Advice) -> str:
    """Return the list as a page of plain text with a box before each item, at most 78 characters wide."""
    page = textwrap.TextWrapper(PAGE_WIDTH, break_on_hyphens=False)  # a phone number in two halves helps nobody
    lines = []
    for line in checklist(voice, advice).text.split("\n"):
        page.subsequent_indent = "    " if line.startswith("\u2610") else ""
        lines.append(page.fill(line.replace("\u2610", "[ ]")))
    return "\n".join(lines) + "\n"


def _sections(voice: Voice, advice: Advice) -> List[Section]:
    task = voice.base.tasks[advice.task]
    need = voice.phrase(f"need_{advice.visit_need.value}")
    offered = advice.ways[:WAYS_TO_NAME] if advice.rules else ()
    ways = [part for way in offered for part in _way(voice, task.ways[way.key], way.sure)]
    found: List[Section] = [(voice.phrase("checklist_need"), [need])]
    found.append((voice.phrase("how_lead"), ways))
    found.append((voice.phrase("bring_lead"), item_texts(voice, advice, (*advice.documents, *advice.forms))))
    notes = item_texts(voice, advice, (*advice.deadlines, *advice.cautions))
    found.append((voice.phrase("good_to_know"), notes[: NOTES_BY_TEXT if voice.brief else NOTES_TO_NAME]))
    found.append((voice.phrase("checklist_ask"), [voice.phrase(name) for name in QUESTIONS]))
    return [(lead, items) for lead, items in found if items]


def _way(voice: Voice, way: WayEntry, sure: bool) -> List[str]:
    """Return a way's text with the condition under which it is open, while that is not known.

    Where both do not fit into one text message, the condition stands on a line of its own.
    """
    text = voice.words(way.say)
    if sure or way.only_if is None:
        return [text]
    condition = voice.phrase("way_if", condition=voice.words(way.only_if))
    fits = not voice.brief or len(f"- {text} {condition}") <= SMS_LENGTH
    return [f"{text} {condition}"] if fits else [text, condition]


def _foot(voice: Voice, advice: Advice) -> List[str]:
    notices = [notice_text(voice, offered.id, "line", advice.on) for offered in advice.notices]
    checked = [voice.phrase("checked_on", checked=voice.day(advice.checked))] if advice.checked else []
    return [*notices, voice.phrase("checklist_numbers"), *checked, voice.phrase("not_legal_advice")]
