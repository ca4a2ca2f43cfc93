"""Checks of what is said in text messages, and of the keywords that people text."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Mapping, Tuple

from bot.knowledge.reading import Document
from bot.knowledge.schema.parts import LANGUAGES, SMS_LENGTH, Words
from bot.knowledge.schema.understanding import SmsKeywordEntry
from bot.knowledge.walking import Location
from bot.text import unaccented

NEEDED_TEXTS = (
    "first_contact", "first_contact_by", "help", "help_numbers", "help_run_by", "help_hotline", "stopped", "more", "no_more", "choose_number",
    "choose_letter", "after_answer", "no_pictures", "picture_left", "forgotten", "no_such_number", "neutral_opening",
)  # fmt: skip
ONE_SEGMENT = ("first_contact", "stopped")
"""Texts for which people pay without having asked anything: one segment each."""

SHOWN_LOCKED = 40
"""A locked phone shows so many characters; an opening that hides what follows is at least so long."""

NEEDED_KEYWORDS = ("stop", "start", "help", "more", "back", "language", "polite", "about_texting", "on_a_locked_phone")
"""Entries that the program asks for by name."""

NO_KEYWORDS = ("polite", "about_texting", "on_a_locked_phone")
"""Lists of words that are no keywords: a word may stand in several of them."""


def check_texts(document: Document, texts: Mapping[str, Words]) -> None:
    """Check that all texts are there that the channel says, and are as short or as long as they must be."""
    if not document.root:
        return
    for name in NEEDED_TEXTS:
        if name not in document.root:
            document.report((), f"the text '{name}' is missing", "restore it, or undo its new name")
    for name in texts:
        if name not in NEEDED_TEXTS:
            document.report((name,), f"nothing says the text '{name}'", "remove it, or correct its name")
    for at, text in _written(texts):
        if at[0] in ONE_SEGMENT and len(text) > SMS_LENGTH:
            document.report(at, f"{len(text)} characters; a text message has {SMS_LENGTH}", "say it in fewer words")
        if at[0] == "neutral_opening" and len(text) < SHOWN_LOCKED:
            document.report(at, f"{len(text)} characters hide too little", f"use at least {SHOWN_LOCKED}")


def check_keywords(document: Document, keywords: Mapping[str, SmsKeywordEntry], phrases: Mapping[str, Any]) -> None:
    """Check that the keywords are there that the program asks for, that each word means one thing, and that buttons exist."""
    if not document.root:
        return
    for name in NEEDED_KEYWORDS:
        if name not in document.root:
            document.report((), f"the keyword '{name}' is missing", "restore it, or undo its new name")
    meanings: Dict[str, str] = {}
    for at, word in _words(keywords):
        name, plain = str(at[0]), unaccented(word)
        if name not in NO_KEYWORDS and meanings.setdefault(plain, name) != name:
            document.report(at, f"'{word}' also means '{meanings[plain]}'", "keep it in one of them")
    for name, entry in keywords.items():
        if entry.says and f"button_{entry.says}" not in phrases:
            document.report_dead((name, "says"), "button", f"button_{entry.says}", phrases)
        if not entry.says and name not in NEEDED_KEYWORDS:
            document.report((name,), f"nothing is done for the keyword '{name}'", "give it 'says', or remove it")
        for index, word in enumerate(entry.by_provider):
            if word not in entry.words.en and name != "start":  # to us, "yes" is an answer
                document.report((name, "by_provider", index), f"'{word}' is no word of '{name}'", "add it to its words")


def _written(texts: Mapping[str, Words]) -> Iterator[Tuple[Location, str]]:
    for name, words in texts.items():
        for language in LANGUAGES:
            phrase = getattr(words, language)
            if phrase is not None:
                yield (name, language), phrase.short


def _words(keywords: Mapping[str, SmsKeywordEntry]) -> Iterator[Tuple[Location, str]]:
    for name, entry in keywords.items():
        for language in LANGUAGES:
            for index, word in enumerate(getattr(entry.words, language)):
                yield (name, "words", language, index), word
