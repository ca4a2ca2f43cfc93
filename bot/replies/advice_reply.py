"""Advice put into words: the answer, how to do it, the notice before booking, and where it comes from."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Optional, Sequence

from bot.advice.model import Advice, Certainty, Coverage, OfferedWay, ServiceState, VisitNeed
from bot.knowledge.schema.tasks import RuleEntry
from bot.replies.advice_data import advice_data, item_texts
from bot.replies.model import Bubble, Button, Reply
from bot.replies.notices import notice_text
from bot.replies.sources import LEADING_SOURCES, as_data, newest, shown_sources
from bot.replies.voice import Voice

MOST_SOURCES = 8
"""So many sources are listed; programs get all of them."""

RECENT_YEARS = 10
"""When even the newest source is older, its date says nothing about how fresh the facts are."""

VISIT_IN_PLAY = (VisitNeed.VISIT_MAY_BE_NEEDED, VisitNeed.VISIT_NEEDED, VisitNeed.UNCLEAR)


def answer(voice: Voice, advice: Advice, notice_seen: bool = False) -> Reply:
    """Word a finished answer.

    Args:
        voice: language and channel.
        advice: what the engine said.
        notice_seen: the notice was shown before in this conversation; a reminder line is then enough.
    """
    if advice.coverage is not Coverage.KNOWN:
        return _outside(voice, advice)
    if voice.brief:
        return _brief(voice, advice, notice_seen)
    bubbles = [
        Bubble(_join(_answer_lines(voice, advice))),
        Bubble(_join(_how_lines(voice, advice))),
        *(Bubble(text) for text in _notices(voice, advice, notice_seen)),
        Bubble(_join(_dating_lines(voice, advice)), _what_next(voice, advice)),
    ]
    card = _card(voice, advice, notice_seen, len(bubbles))
    return Reply(tuple(bubbles), {**advice_data(voice, advice), "card": card})


def question(voice: Voice, advice: Advice, again: bool = False) -> Reply:
    """Word the question that decides the answer.

    Args:
        voice: language and channel.
        advice: must have a next question.
        again: the question comes back after an interruption; leave out what was said before it.
    """
    if advice.next_question is None:
        raise ValueError(f"advice on {advice.task} has no question left")
    entry = voice.base.circumstances[advice.next_question]
    depends = voice.base.tasks[advice.task].depends
    lead = []
    if not again:
        lead = _remark_lines(voice, advice) or ([voice.words(depends)] if depends and not advice.circumstances else [])
        lead += _service_lines(voice, advice)
    buttons = [_choice(voice.words(value.button)) for value in entry.values.values()]
    buttons += [_choice(voice.phrase("not_sure")), _choice(voice.phrase("rather_not_say"))]
    return Reply((Bubble(_join([*lead, voice.words(entry.ask)]), tuple(buttons)),), advice_data(voice, advice))


def by_guess(voice: Voice, guesses: Sequence[str]) -> Reply:
    """Say that the answer rests on something the person was not certain of."""
    labels = [voice.words(voice.base.circumstances[name].label) for name in guesses]
    return Reply((Bubble(voice.phrase("by_guess", what=voice.one_of(labels))),))


def why_question(voice: Voice, circumstance: str) -> Reply:
    """Say why a question is asked."""
    why = voice.words(voice.base.circumstances[circumstance].why)
    return Reply((Bubble(voice.phrase("why_lead", why=why)),))


def why_answer(voice: Voice, advice: Advice) -> Reply:
    """Say what the answer rests on."""
    lines = [voice.phrase("why_this_answer", certainty=_certainty_line(voice, advice))]
    if advice.depends_on:
        lines.append(_depends_line(voice, advice))
    return Reply((Bubble(_join(lines)), *_sources_bubble(voice, advice)))


def sources(voice: Voice, advice: Advice) -> Reply:
    """List the sources with their dates."""
    lines = [_certainty_line(voice, advice)]
    return Reply((Bubble(_join(lines)), *_sources_bubble(voice, advice)), advice_data(voice, advice))


def what_to_bring(voice: Voice, advice: Advice) -> Reply:
    """List documents and forms."""
    items = item_texts(voice, advice, (*advice.documents, *advice.forms))
    text = _list(voice.phrase("bring_lead"), items) if items else voice.phrase("bring_nothing")
    return Reply((Bubble(text, (voice.button("book_appointment"),)),), advice_data(voice, advice))


def deadlines(voice: Voice, advice: Advice) -> Reply:
    """Say what is known of the time a person has for the task in hand."""
    items = item_texts(voice, advice, advice.deadlines)
    lines = [_list(voice.phrase("deadlines_lead"), items)] if items else []
    text = "\n\n".join([*lines, voice.phrase("deadline_in_letter")])
    return Reply((Bubble(text, (voice.button("why"), voice.button("checklist"))),), advice_data(voice, advice))


def remark_only(voice: Voice, advice: Advice, said_before: Sequence[str]) -> Reply:
    """Answer a remark that leaves the advice as it was: what it adds, if anything, and that the rest stays.

    Args:
        voice: language and channel.
        advice: with what was said just now.
        said_before: remarks that were part of the answer already.
    """
    new = [name for name in advice.remarks if name not in said_before]
    lines = [voice.words(voice.base.remark(advice.task, name).say) for name in new]
    text = " ".join([*lines, voice.phrase("changes_nothing")])
    return Reply((Bubble(text, _what_next(voice, advice)),), advice_data(voice, advice))


def outcome_of(advice: Advice) -> str:
    """Return what an answer comes to, so that two can be compared; remarks do not count."""
    parts = [
        [item.id for item in items] for items in (advice.documents, advice.forms, advice.deadlines, advice.cautions)
    ]
    return repr((advice.task, advice.visit_need.value, [way.key for way in advice.ways], parts, advice.depends_on))


def booking(voice: Voice, on: date, notice_seen: bool = False) -> Reply:
    """Say how to book, after the notice. The notice never stands in the way of booking."""
    tips = [voice.words(tip.say) for tip in voice.base.booking.values()]
    length = "line" if notice_seen else "short"
    attached = [name for name, notice in voice.base.notices.items() if notice.attach == "in_person"]
    texts = [text for name in attached if (text := notice_text(voice, name, length, on))]
    buttons = (voice.button("data_sharing"), voice.button("what_to_bring"), voice.button("restart"))
    cited = [source for tip in voice.base.booking.values() for source in tip.sources]
    custom = {
        "type": "info",
        "id": "booking",
        "language": voice.language,
        "as_of": on.isoformat(),
        "notices": attached,
        "sources": [as_data(name, source) for name, source in shown_sources(voice.base, cited)],
    }
    return Reply((*(Bubble(text) for text in texts), Bubble(_list(voice.phrase("book_lead"), tips), buttons)), custom)


# --- parts -------------------------------------------------------------------------------------------------------


def _card(voice: Voice, advice: Advice, notice_seen: bool, replaces: int) -> Dict[str, Any]:
    """Return the words of an answer for a page that shows it as a card instead of the bubbles right before it."""
    return {
        "replaces": replaces,
        "answer": _join(_answer_lines(voice, advice)),
        "how": voice.phrase("how_lead"),
        "ways": [
            {"text": text, "marks": marks} for text, *marks in (_way_parts(voice, advice, w) for w in advice.ways)
        ],
        "bring": voice.phrase("bring_lead"),
        "hints": _hints(voice, advice),
        "notices": [
            {
                "title": voice.words(voice.base.notices[offered.id].title),
                "text": text,
                "certainty": voice.phrase(f"certainty_{offered.certainty.value}"),
            }
            for offered, text in zip(advice.notices, _notice_texts(voice, advice, notice_seen), strict=True)
        ],
        "certainty": _certainty_line(voice, advice),
        "dating": _dating_lines(voice, advice)[0],
        "disclaimer": voice.phrase("not_legal_advice"),
    }


def _answer_lines(voice: Voice, advice: Advice) -> List[str]:
    single = _only_rule(voice, advice)
    lines = [voice.words(single.say)] if single else [voice.phrase(f"need_{advice.visit_need.value}")]
    if advice.depends_on:
        lines.append(_depends_line(voice, advice))
    lines += _remark_lines(voice, advice)
    lines += _service_lines(voice, advice)
    if advice.visit_need in (VisitNeed.NO_VISIT, VisitNeed.USUALLY_NO_VISIT):
        lines.append(voice.phrase("letter_first"))
    if advice.stale and advice.checked:
        lines.append(voice.phrase("stale", checked=voice.day(advice.checked)))
    return lines


def _only_rule(voice: Voice, advice: Advice) -> Optional[RuleEntry]:
    rules = {rule.rule: rule for rule in voice.base.tasks[advice.task].decision}
    said = {voice.words(rules[name].say) for name in advice.rules}
    return rules[advice.rules[0]] if len(said) == 1 else None


def _certainty_line(voice: Voice, advice: Advice) -> str:
    return voice.phrase(f"certainty_{advice.certainty.value}" if advice.certainty else "certainty_none")


def _remark_lines(voice: Voice, advice: Advice) -> List[str]:
    return [voice.words(voice.base.remark(advice.task, name).say) for name in advice.remarks]


def _depends_line(voice: Voice, advice: Advice) -> str:
    labels = [voice.words(voice.base.circumstances[name].label) for name in advice.depends_on]
    return voice.phrase("it_depends_on", what=voice.one_of(labels))


def _service_lines(voice: Voice, advice: Advice) -> List[str]:
    hindered = dict(entry for way in advice.ways for entry in way.hindered_by)
    services = voice.base.services
    return [
        voice.words(services[name].down if state is ServiceState.DOWN else services[name].degraded)
        for name, state in sorted(hindered.items())
    ]


def _how_lines(voice: Voice, advice: Advice) -> List[str]:
    ways = [f"{way.rank}. {_way_line(voice, advice, way)}" for way in advice.ways]
    parts = ["\n".join([voice.phrase("how_lead"), *ways])]
    papers = item_texts(voice, advice, (*advice.documents, *advice.forms))
    if papers:
        parts.append(_list(voice.phrase("bring_lead"), papers))
    notes = item_texts(voice, advice, (*advice.deadlines, *advice.cautions))
    if notes:
        parts.append(_list(voice.phrase("good_to_know"), notes))
    hints = _hints(voice, advice)
    if hints:
        parts.append(" ".join(hints))
    return ["\n\n".join(parts)]


def _hints(voice: Voice, advice: Advice) -> List[str]:
    """Return how to book, where that is possible, and that help may be brought."""
    channels = {way.channel for way in advice.ways}
    offices = [voice.base.tasks[advice.task].ways[way.key] for way in advice.ways if way.channel == "office"]
    to_book = advice.visit_need in VISIT_IN_PLAY and any(office.by_appointment for office in offices)
    hints = [voice.phrase("book_hint")] if to_book else []
    return hints + ([voice.phrase("help_hint")] if channels & {"office", "phone"} else [])


def _way_line(voice: Voice, advice: Advice, way: OfferedWay) -> str:
    return " ".join(_way_parts(voice, advice, way))


def _way_parts(voice: Voice, advice: Advice, way: OfferedWay) -> List[str]:
    """Return the way's text, and marks on when it is open and what hinders it."""
    entry = voice.base.tasks[advice.task].ways[way.key]
    marks = []
    if not way.sure and entry.only_if:
        marks.append(voice.phrase("way_if", condition=voice.words(entry.only_if)))
    if way.hindered_by:
        marks.append(voice.phrase("blocked_now" if way.blocked else "hindered_now"))
    return [voice.words(entry.say), *marks]


def _notices(voice: Voice, advice: Advice, seen: bool) -> List[str]:
    texts = _notice_texts(voice, advice, seen)
    return ["\n\n".join(texts)] if texts else []


def _notice_texts(voice: Voice, advice: Advice, seen: bool) -> List[str]:
    """The in-person notice is short where a visit is in play, one line elsewhere; others are one line."""
    texts = []
    for offered in advice.notices:
        in_person = voice.base.notices[offered.id].attach == "in_person"
        length = "short" if in_person and advice.visit_need in VISIT_IN_PLAY and not seen else "line"
        texts.append(notice_text(voice, offered.id, length, advice.on))
    return texts


def _dating_lines(voice: Voice, advice: Advice) -> List[str]:
    shown = shown_sources(voice.base, advice.sources, LEADING_SOURCES)
    latest = newest(shown)
    if latest and int(latest[:4]) < advice.on.year - RECENT_YEARS:
        latest = None
    days = {"date": voice.day(advice.on), "checked": voice.day(advice.checked or advice.on)}
    dated = (
        voice.phrase("as_of", newest=voice.published(latest), **days)
        if latest
        else voice.phrase("as_of_undated", **days)
    )
    names = [_source_line(voice, source.title, source.publisher, source.published) for _, source in shown[:3]]
    return [dated, _list(voice.phrase("sources_lead"), names), voice.phrase("not_legal_advice")]


def _sources_bubble(voice: Voice, advice: Advice) -> Sequence[Bubble]:
    lines = [
        f"{_source_line(voice, source.title, source.publisher, source.published)} {source.url}"
        for _, source in shown_sources(voice.base, advice.sources, LEADING_SOURCES)[:MOST_SOURCES]
    ]
    return (Bubble(_list(voice.phrase("sources_lead"), lines)),) if lines else ()


def _source_line(voice: Voice, title: str, publisher: str, published: str) -> str:
    return voice.phrase("source_line", title=title, publisher=publisher, published=voice.published(published))


def _what_next(voice: Voice, advice: Advice) -> "tuple[Button, ...]":
    in_play = advice.visit_need in VISIT_IN_PLAY
    intents = ["book_appointment", "checklist"] if in_play else ["checklist"]
    intents += ["data_sharing"] if advice.notices else []
    return tuple(voice.button(intent) for intent in (*intents, "why", "sources", "restart"))


def _brief(voice: Voice, advice: Advice, seen: bool) -> Reply:
    """Word an answer for a text message: the answer, what stands against it, the two best ways, the notice."""
    lines = _answer_lines(voice, advice)
    if advice.certainty is Certainty.CONFLICTING:
        lines.append(_certainty_line(voice, advice))
    for way in advice.ways[:2]:
        text, *marks = _way_parts(voice, advice, way)
        lines += [f"{way.rank}. {text}", *marks]
    lines += item_texts(voice, advice, advice.deadlines[:1])
    lines += _notices(voice, advice, seen)
    return Reply((Bubble("\n".join(lines)),), advice_data(voice, advice))


def _outside(voice: Voice, advice: Advice) -> Reply:
    text = voice.phrase("outside_before" if advice.coverage is Coverage.BEFORE else "outside_after")
    return Reply((Bubble(text, (voice.button("talk_to_human"), voice.button("restart"))),), advice_data(voice, advice))


def _choice(title: str) -> Button:
    return Button(title, title)


def _list(lead: str, items: Sequence[str]) -> str:
    return "\n".join([lead, *(f"\u2022 {item}" for item in items)])


def _join(lines: Sequence[str]) -> str:
    return "\n\n".join(lines) if any("\n" in line for line in lines) else " ".join(lines)
