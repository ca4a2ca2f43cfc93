"""A conversation by text message: what is done with a text, and what is sent back. Knows nothing of Rasa, HTTP or a provider's format.

The order matters: who said STOP gets nothing; STOP comes before everything else; then the words that steer, then the list that was sent
last; what is left is for the assistant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Awaitable, Callable, List, Optional

from bot.knowledge import KnowledgeBase
from bot.privacy.pseudonyms import Pseudonyms
from bot.replies.voice import Voice
from bot.sms import keywords as kw
from bot.sms.choosing import chosen
from bot.sms.composing import MORE_OF_NOTICE, Message, compose, say
from bot.sms.keywords import Keywords
from bot.sms.opt_outs import OptOuts
from bot.sms.providers.base import Incoming
from bot.sms.talk import Memory, Talk
from bot.sms.writing import Writer
from bot.text import visible

Ask = Callable[[str, str], Awaitable[List[Message]]]
"""Gives the assistant the words of a conversation, by its name; returns what it says."""

End = Callable[[str], Awaitable[None]]
"""Ends the conversation of a name and deletes it, because the person wants no more texts."""

STOPPED = "stop_messages"
"""Id of the reply to a wish to end the texts, as the assistant understood it."""

SIDE_LOOKS = ("checklist", "book_appointment", "why", "sources", "what_to_bring", MORE_OF_NOTICE)
"""Intents that look at something beside an answer: BACK leads to the answer, and takes nothing back."""


@dataclass(frozen=True)
class Line:
    """Everything a conversation by text message leans on.

    Attributes:
        base: the words.
        longest: seconds of silence after which a conversation is forgotten.
        silence: the same in words.
        provider_answers: whether the provider itself answers STOP, HELP and START.
        pseudonyms: names for numbers.
        opt_outs: who wants no texts.
        memory: what is kept beside conversations.
        rename: lets a conversation go on under another name: old, new.
        ask: the assistant.
        end: ends a conversation.
    """

    base: KnowledgeBase
    longest: float
    silence: str
    provider_answers: bool
    pseudonyms: Pseudonyms
    opt_outs: OptOuts
    memory: Memory
    rename: Callable[[str, str], None]
    ask: Ask
    end: End


class Exchange:
    """Answers texts, one at a time for each number; whoever calls sees to that."""

    def __init__(self, line: Line) -> None:
        """Take what it leans on."""
        self._line = line
        self._keywords = Keywords(line.base)
        self._writer = Writer(line.base, line.memory, self._keywords.hidden_when_locked)

    async def answer(self, text: Incoming, now: float) -> List[str]:
        """Return the texts to send back, in order; none is silence.

        Args:
            text: what came.
            now: in seconds since 1970.
        """
        said = visible(text.text)
        keyword = text.keyword or self._keywords.read(said)
        silent = text.keyword is not None or self._is_for_provider(keyword, text.text)
        if text.sender in self._line.opt_outs:
            if keyword != kw.START and not self._is_for_provider(kw.START, text.text):
                return []
            silent = silent or self._is_for_provider(kw.START, text.text)
            self._line.opt_outs.remove(text.sender)
            return [] if silent else self._writer.begin_again(self._current(text.sender, now), now)
        if keyword == kw.STOP:
            return await self.stop(text.sender, now, confirm=not silent)
        name = self._current(text.sender, now)
        if silent:
            return []
        talk = self._remembered(name, now)
        return await self._go_on(name, talk, keyword, said, text, now)

    def is_silent_for(self, text: Incoming) -> bool:
        """Tell whether the sender wants no texts."""
        return text.sender in self._line.opt_outs

    def is_stop(self, text: Incoming) -> bool:
        """Tell whether a text is a keyword or a plain wish to end the texts."""
        return (text.keyword or self._keywords.read(visible(text.text))) == kw.STOP

    def comes_first(self, text: Incoming) -> bool:
        """Tell whether no limit may stand in the way of a text: STOP, and whatever somebody sends who gets no answer."""
        return self.is_stop(text) or self.is_silent_for(text)

    async def stop(self, number: str, now: float, confirm: bool = True) -> List[str]:
        """Send this number nothing any more, and delete its conversation; return the one confirmation."""
        language = "en"
        for name in self._names(number, now):
            talk = self._remembered(name, now)
            language = talk.language if talk else language
            await self._line.end(name)
            self._line.memory.forget(name)
        self._line.opt_outs.add(number)
        return [say(Voice(self._line.base, language, "sms"), "stopped")] if confirm else []

    # --- who it is -----------------------------------------------------------------------------------------------

    def _names(self, number: str, now: float) -> List[str]:
        return self._line.pseudonyms.names(number, datetime.fromtimestamp(now, timezone.utc))

    def _remembered(self, name: str, now: float) -> Optional[Talk]:
        return Talk.from_text(self._line.memory.get(name, now - self._line.longest))

    def _current(self, number: str, now: float) -> str:
        """Return today's name of a number; a conversation that began under an older one goes on under it."""
        today, *older = self._names(number, now)
        if self._remembered(today, now) is None:
            for name in older:
                if self._remembered(name, now) is not None:
                    self._line.rename(name, today)
                    break
        return today

    def _is_for_provider(self, keyword: Optional[str], text: str) -> bool:
        steers = keyword in (kw.STOP, kw.START, kw.HELP)
        return steers and self._line.provider_answers and self._keywords.answered_by_provider(str(keyword), text)

    # --- what is done --------------------------------------------------------------------------------------------

    async def _go_on(
        self, name: str, talk: Optional[Talk], keyword: Optional[str], said: str, text: Incoming, now: float
    ) -> List[str]:
        voice = self._writer.voice(talk)
        if keyword == kw.START:
            return self._writer.begin_again(name, now)
        if keyword == kw.HELP:
            return self._writer.help(name, talk, now)
        if keyword == kw.LANGUAGE:
            return self._writer.aside(name, talk, voice.phrase("language_later"), now)
        if not said:
            return self._writer.aside(name, talk, say(voice, "no_pictures"), now) if text.media else []
        if talk is None and (keyword in (kw.MORE, kw.BACK) or _is_small_number(said)):
            return self._writer.aside(name, None, say(voice, "forgotten", silence=self._line.silence), now)
        turned = self._turned(name, talk, keyword, said, now)
        if turned is not None:
            return turned
        if _is_small_number(said) and not self._is_chosen(talk, said):
            return self._writer.aside(name, talk, say(voice, "no_such_number", number=said.strip("#. )")), now)
        words = self._words(talk, keyword, said)
        composed = compose(voice, await self._line.ask(name, words))
        if composed.id == STOPPED and self._keywords.names_texting(said):
            return await self.stop(text.sender, now)
        left = say(voice, "picture_left") if text.media else ""
        aside = any(words == voice.button(intent).payload for intent in SIDE_LOOKS)
        return self._writer.send(name, talk, composed, now, before=left, aside=aside)

    def _words(self, talk: Optional[Talk], keyword: Optional[str], said: str) -> str:
        """Return what the assistant gets: the words behind a number, a keyword's button, or what was said."""
        choice = chosen(talk.read_choices, said) if talk else None
        if choice:
            return choice.payload
        intent = MORE_OF_NOTICE if keyword == kw.MORE else self._keywords.intent(keyword) if keyword else None
        return self._writer.voice(talk).button(intent).payload if intent else said

    def _is_chosen(self, talk: Optional[Talk], said: str) -> bool:
        """Tell whether a bare number is for the assistant: a line of the list, or a value where the lines have letters."""
        listed = talk.read_choices if talk else ()
        return chosen(listed, said) is not None or any(choice.mark.isalpha() for choice in listed)

    def _turned(
        self, name: str, talk: Optional[Talk], keyword: Optional[str], said: str, now: float
    ) -> Optional[List[str]]:
        """Turn the page, if that was meant."""
        if talk is None:
            return None
        turned = talk.back() if keyword == kw.BACK else talk.turned_to(_page_meant(talk, keyword, said))
        if turned is not None:
            self._line.memory.keep(name, turned.as_text(), now)
            return [turned.page]
        if keyword == kw.MORE and not talk.tells_notice:
            return self._writer.aside(name, talk, say(self._writer.voice(talk), "no_more"), now, asks_again=False)
        return None


def _page_meant(talk: Talk, keyword: Optional[str], said: str) -> int:
    """Return the page that is asked for, by MORE or, while no list was sent, by its number: "2" for the second; -1 for none."""
    if keyword == kw.MORE:
        return talk.at + 1
    named = _is_small_number(said) and not talk.read_choices and len(talk.pages) > 1
    return int(said.strip("#. )")) - 1 if named else -1


def _is_small_number(said: str) -> bool:
    """Tell whether a text is a bare number that can only point at a page or a line of a list; "1099" can be a form."""
    number = said.strip("#. )")
    return number.isascii() and number.isdigit() and len(number) < 3
