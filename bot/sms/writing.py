"""Writes what is sent back: in which language, with or without the introduction, in pages, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Optional, Sequence

from bot.knowledge import KnowledgeBase
from bot.replies import fixed
from bot.replies.voice import Voice
from bot.sms.composing import Composed, compose, say
from bot.sms.discretion import Discretion
from bot.sms.encoding import measure
from bot.sms.pages import MOST_SEGMENTS, PageRules, cut
from bot.sms.talk import Memory, Talk


class Writer:
    """Makes the texts of a conversation. Each method returns what is to be sent now, and remembers the rest under a name."""

    def __init__(self, base: KnowledgeBase, memory: Memory, hidden: Sequence[str]) -> None:
        """Take the words, where talks are kept, and what a locked phone must not show."""
        self._base = base
        self._memory = memory
        self._discretion = Discretion(hidden, say(self.voice(None), "neutral_opening"))

    def voice(self, talk: Optional[Talk], language: Optional[str] = None) -> Voice:
        """Return the voice for a talk; ``language`` is that of a reply, when it says so."""
        spoken = language or (talk.language if talk else "en")
        return Voice(self._base, spoken if spoken in self._base.languages() else "en", "sms")

    def begin_again(self, name: str, now: float) -> List[str]:
        """Greet, as if nothing had been said before."""
        voice = self.voice(None)
        greeting = fixed.menu(voice, "greet").bubbles[0]
        buttons = [{"title": button.title, "payload": button.payload} for button in greeting.buttons]
        return self.send(name, None, compose(voice, [{"text": greeting.text, "buttons": buttons}]), now)

    def help(self, name: str, talk: Optional[Talk], now: float) -> List[str]:
        """Say who we are; the question that is open follows, and its list still counts."""
        voice = self.voice(talk)
        site = self._base.site
        lines = [say(voice, "help")]
        if site is not None:
            lines.append(say(voice, "help_run_by", name=site.name.phrase(voice.language).text))
            lines += [say(voice, "help_hotline", phone=site.hotline)] if site.hotline else []
        lines.append(say(voice, "help_numbers"))
        return self.aside(name, talk, "\n".join(lines), now, greets=True)

    def aside(
        self, name: str, talk: Optional[Talk], text: str, now: float, greets: bool = False, asks_again: bool = True
    ) -> List[str]:
        """Send a text that leaves the conversation where it is; the open question comes back behind it."""
        voice = self.voice(talk)
        greeted = greets or bool(talk and talk.greeted)
        lead = "" if greeted else self._introduction(voice)
        question = talk.question if talk and asks_again else ""
        body = "\n".join(filter(None, [lead, text]))
        pages = self._cut(voice, body, question, MOST_SEGMENTS)
        talk = replace(talk or Talk(), greeted=True, interrupted=True)
        if len(pages) > 1 or question:
            talk = replace(talk, pages=tuple(pages), at=0, listed_on=len(pages) - 1, interrupted=False)
        self._memory.keep(name, talk.as_text(), now)
        return [pages[0]]

    def send(
        self, name: str, talk: Optional[Talk], composed: Composed, now: float, before: str = "", aside: bool = False
    ) -> List[str]:
        """Send what the assistant says.

        Args:
            name: of the conversation.
            talk: how far it is; ``None`` when it begins.
            composed: what is said.
            now: in seconds since 1970.
            before: stands before it.
            aside: it looks at something beside the talk, to which BACK returns.
        """
        voice = self.voice(talk, composed.language)
        greeted = talk is not None and talk.greeted
        urgent = composed.kind == "crisis"  # then nothing else is said first
        lead = "" if greeted or urgent else self._introduction(voice)
        body = "\n".join(filter(None, [lead, before, composed.text]))
        pages = self._cut(voice, body, composed.tail, MOST_SEGMENTS if lead else composed.first)
        if not pages:
            return []
        if composed.kind == "deleted":  # nothing is kept of it, this text included
            self._memory.forget(name)
            return list(pages)
        kept = Talk(
            language=voice.language,
            pages=tuple(pages),
            choices=composed.choices,
            listed_on=len(pages) - 1,
            question=composed.question,
            tells_notice=composed.tells_notice,
            greeted=greeted or not urgent,
        )
        kept = talk.looking_at(kept) if talk and aside else kept
        self._memory.keep(name, kept.as_text(), now)
        return [pages[0]]

    def _introduction(self, voice: Voice) -> str:
        """Say who we are, with the organization's name where that leaves it one segment: people pay for it without having asked."""
        site = self._base.site
        named = say(voice, "first_contact_by", name=site.name.phrase(voice.language).text) if site else ""
        return named if named and measure(named).segments == 1 else say(voice, "first_contact")

    def _cut(self, voice: Voice, body: str, tail: str, first: int) -> Sequence[str]:
        return cut(body, PageRules(say(voice, "more"), first, guard=self._discretion.guard), tail)
