"""Everything the assistant can say by itself, reply by reply: for tests that no text message is too long or too plain on a locked phone."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Dict, Iterator, List, NamedTuple, Sequence

from bot.advice import Advice, ServiceState, advise
from bot.knowledge import KnowledgeBase
from bot.replies import advice_reply, fixed, notices
from bot.replies.checklist import checklist
from bot.replies.claims import claim_reply, claims_on, no_such_claim, which_claim
from bot.replies.keeping import Keeping
from bot.replies.model import Reply
from bot.replies.voice import Voice

ON = date(2026, 11, 22)
LATER = date(2028, 1, 10)
"""A day on which every fact is stale, and says so."""

MENUS = (
    "greet", "menu", "help", "restarted", "nothing_to_go_back_to", "no_task_yet", "noted_no_task", "sources_none",
    "deadline_unknown", "not_understood",
)  # fmt: skip
"""Phrases under which the common tasks are offered (``fixed.menu`` in actions/ and bot/sms)."""

PLAIN = (
    ("goodbye", ("help_menu", "restart")), ("thanks", ("help_menu", "restart")), ("anything_else", ("help_menu", "restart")),
    ("language_later", ("talk_to_human",)), ("not_an_answer", ()), ("not_covered", ("book_appointment", "restart")),
    ("none_of_these", ("help_menu", "talk_to_human")), ("no_such_choice", ("help_menu", "talk_to_human")), ("gone_back", ()),
    ("restart_sure", ("restart",)),
)  # fmt: skip
"""Phrases with the buttons that the actions put under them."""


class Named(NamedTuple):
    """A reply.

    Attributes:
        name: for the message of a test that fails.
        kind: ``answer``, ``question``, ``aside`` (about an answer), ``fixed``, ``menu``.
        reply: the reply.
    """

    name: str
    kind: str
    reply: Reply


def cases(base: KnowledgeBase, task: str) -> Iterator[Dict[str, str]]:
    """Yield every combination of what changes the answer, nothing known, and each remark by itself."""
    names = list(base.tasks[task].circumstances)
    values: Sequence[Sequence[str]] = [[*base.circumstances[name].values, "unknown"] for name in names]
    yield {}
    for chosen in itertools.product(*values):
        yield dict(zip(names, chosen, strict=True))
    for remark in set(base.tasks[task].all_circumstances) - set(names):
        for value in base.circumstances[remark].values:
            yield {**dict.fromkeys(names, "unknown"), remark: value}


def every_advice(base: KnowledgeBase) -> Iterator[Advice]:
    """Yield every advice, on the day and when all is stale, with all services up and with all of them down or degraded."""
    up: Dict[str, ServiceState] = {}
    states = [up, *(dict.fromkeys(base.services, state) for state in (ServiceState.DOWN, ServiceState.DEGRADED))]
    for task in base.tasks:
        for case in cases(base, task):
            yield advise(base.engine, task, case, LATER, up)
            for services in states:
                yield advise(base.engine, task, case, ON, services)


def every_reply(voice: Voice) -> Iterator[Named]:
    """Yield every reply; those on advice that word the same thing come once."""
    seen: Dict[str, None] = {}
    for named in itertools.chain(
        _on_tasks(voice), _special(voice), _notices(voice), _menus(voice), _about_needs(voice)
    ):
        key = named.kind + repr([(bubble.text, bubble.buttons) for bubble in named.reply.bubbles])
        if key not in seen:
            seen[key] = None
            yield named


def _on_tasks(voice: Voice) -> Iterator[Named]:
    for advice in every_advice(voice.base):
        name = f"{advice.task} {dict(advice.circumstances)} {advice.on}"
        if advice.next_question:
            yield Named(name, "question", advice_reply.question(voice, advice))
            yield Named(name, "aside", advice_reply.why_question(voice, advice.next_question))
            continue
        yield Named(name, "answer", advice_reply.answer(voice, advice))
        yield Named(name, "answer", advice_reply.answer(voice, advice, notice_seen=True))
        for make in (
            checklist, advice_reply.sources, advice_reply.what_to_bring, advice_reply.deadlines, advice_reply.why_answer,
        ):  # fmt: skip
            yield Named(f"{make.__name__} {name}", "aside", make(voice, advice))
        yield Named(f"remark {name}", "aside", advice_reply.remark_only(voice, advice, []))


def _special(voice: Voice) -> Iterator[Named]:
    values = Keeping(30, 24, False, 14).values(voice)
    for name in voice.base.special:
        yield Named(name, "fixed", fixed.special(voice, name, ON, values))
    for state in ServiceState:
        yield Named(f"website {state}", "fixed", fixed.website_down(voice, ON, {"my_social_security": state}))
    for name in claims_on(voice, ON):
        yield Named(name, "fixed", claim_reply(voice, name, ON))
        yield Named(f"which {name}", "menu", which_claim(voice, [name]))
    yield Named("no such claim", "fixed", no_such_claim(voice, ON))


def _notices(voice: Voice) -> Iterator[Named]:
    for on, seen in itertools.product((ON, LATER), (False, True)):
        yield Named(f"short notices {on} {seen}", "fixed", notices.short_notices(voice, on, seen))
        yield Named(f"booking {on} {seen}", "fixed", advice_reply.booking(voice, on, seen))
        yield Named(f"full notices {on}", "fixed", notices.full_notices(voice, on))


def _menus(voice: Voice) -> Iterator[Named]:
    for phrase in MENUS:
        yield Named(phrase, "menu", fixed.menu(voice, phrase))
    for phrase, buttons in PLAIN:
        yield Named(phrase, "menu", fixed.plain(voice, phrase, buttons))


def _about_needs(voice: Voice) -> Iterator[Named]:
    tasks: List[str] = list(voice.base.tasks)
    for first, second, third in zip(tasks, [*tasks[1:], tasks[0]], [*tasks[2:], *tasks[:2]], strict=True):
        yield Named(f"did you mean {first}", "menu", fixed.did_you_mean(voice, [first, second, third]))
        yield Named(f"two needs {first}", "aside", fixed.two_needs(voice, first, second))
        yield Named(f"next need {first}", "menu", fixed.next_need(voice, first))
        yield Named(f"still on {first}", "menu", fixed.still_on(voice, first, [second, third]))
    for name in voice.base.circumstances:
        yield Named(f"guess {name}", "aside", advice_reply.by_guess(voice, [name]))
