"""The words by which a message is read: cues, word groups, names of things, keywords of text messages."""

from __future__ import annotations

from typing import List, Literal, Optional

from pydantic import Field

from bot.knowledge.schema.parts import Entry, Identifier, WordLists, Words


class CueEntry(Entry):
    """Words by which a message says how it is to be read: another need follows, a correction, a guess."""

    about: str = Field(description="what the words tell, for whoever edits them")
    patterns: WordLists = Field(
        description="regular expressions over lower case text without apostrophes; <name> stands for a word group"
    )


class WordGroupEntry(Entry):
    """What ``<name>`` stands for in regular expressions: any one of the words."""

    about: str = Field(description="what the words have in common, for whoever edits them")
    words: WordLists = Field(
        description="regular expressions over lower case text without apostrophes; <name> stands for another group"
    )


class GazetteerEntry(Entry):
    """A thing that people name, by its right name or a wrong one."""

    kind: Literal["form", "document", "program", "service", "agency"]
    name: Words
    called: WordLists = Field(description="what people write for it; plain words, no regular expressions")
    tasks: List[Identifier] = Field(  # type: ignore[valid-type]
        default_factory=list, max_items=2, description="tasks to offer when a message names it and stays unclear"
    )


class SmsKeywordEntry(Entry):
    """Words that steer a conversation by text message, or a list of words that the channel needs."""

    about: str = Field(description="what the words do, for whoever edits them")
    words: WordLists = Field(description="plain words; one counts when it is the whole message")
    patterns: WordLists = Field(
        default_factory=WordLists, description="regular expressions that fit the whole message, without accents"
    )
    says: Optional[Identifier] = Field(  # type: ignore[valid-type]
        None, description="intent whose button is meant by the word"
    )
    by_provider: List[str] = Field(
        default_factory=list, description="those of the words that a provider may answer by itself"
    )
