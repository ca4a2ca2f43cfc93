"""Checks that span entries and files: references, dates, periods, words, and the proof of the decision tables."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Collection, Dict, List, Mapping, Tuple

from bot.advice.proof import prove, spell
from bot.knowledge.building import build_task, period_of
from bot.knowledge.reading import Document
from bot.knowledge.schema.beside_tasks import NoticeEntry
from bot.knowledge.schema.parts import SMS_LENGTH, Fact, Phrase, Words
from bot.knowledge.schema.tasks import CircumstanceEntry, RuleEntry, TaskFile
from bot.knowledge.walking import Location, walk
from bot.text import bare

Catalogues = Mapping[str, Mapping[str, Any]]

_HELD_BACK = ("low",)
_LONGEST_TRUST = timedelta(days=366)


def check_facts(document: Document, entries: Any, catalogues: Catalogues, at: Location = ()) -> None:
    """Check sources, dates and texts of everything below ``entries``."""
    for location, entry in walk(entries, at):
        if isinstance(entry, Fact):
            _check_fact(document, entry, catalogues, location)
        if isinstance(entry, Words):
            _check_words(document, entry, location)


def check_task(document: Document, task: TaskFile, catalogues: Catalogues) -> None:
    """Check a task file against the catalogues and prove its decision table."""
    before = len(document.problems)
    _check_name(document, task)
    _check_circumstances(document, task, catalogues)
    _check_ways(document, task, catalogues)
    for name, remark in task.remarks.items():
        _check_when(document, task, remark.when, ("remarks", name), catalogues)
    for index, rule in enumerate(task.decision):
        _check_rule(document, task, rule, ("decision", index), catalogues)
    _check_duplicates(document, task)
    _check_unused(document, task)
    if len(document.problems) == before:
        _check_proof(document, task, catalogues)


def check_circumstances(document: Document, circumstances: Mapping[str, CircumstanceEntry]) -> None:
    """Check that implications and widest values point to circumstances and values that exist."""
    for name, circumstance in circumstances.items():
        if circumstance.widest is not None and circumstance.widest not in circumstance.values:
            document.report_dead((name, "widest"), f"value of {name}", circumstance.widest, circumstance.values)
        for value, entry in circumstance.values.items():
            for other, other_value in entry.implies.items():
                at = (name, "values", value, "implies", other)
                if other not in circumstances:
                    document.report_dead(at, "circumstance", other, circumstances)
                elif other_value not in circumstances[other].values:
                    document.report_dead(at, f"value of {other}", other_value, circumstances[other].values)


def check_notices(document: Document, notices: Mapping[str, NoticeEntry]) -> None:
    """Check that the versions of each notice follow each other without overlap."""
    for name, notice in notices.items():
        versions = sorted(enumerate(notice.versions), key=lambda pair: pair[1].from_)
        for (_, earlier), (index, later) in zip(versions, versions[1:], strict=False):
            if earlier.until == "open" or earlier.until >= later.from_:
                document.report(
                    (name, "versions", index, "from"),
                    f"two versions of notice '{name}' hold on {later.from_}",
                    "let the earlier one end the day before",
                )


def check_remarks(document: Document, remarks: Mapping[str, Any], catalogues: Catalogues, tasks: Any) -> None:
    """Check that general remarks rest on circumstances, values and tasks that exist."""
    circumstances = catalogues["circumstances"]
    for name, entry in remarks.items():
        for fact, given in entry.when.items():
            if fact not in circumstances:
                document.report_dead((name, "when", fact), "circumstance", fact, circumstances)
                continue
            for value in [given] if isinstance(given, str) else given:
                if value not in circumstances[fact].values:
                    document.report_dead((name, "when", fact), f"value of {fact}", value, circumstances[fact].values)
        for index, fact in enumerate(entry.unless_said):
            if fact not in circumstances:
                document.report_dead((name, "unless_said", index), "circumstance", fact, circumstances)
        for index, task in enumerate(entry.not_for):
            if task not in tasks:
                document.report_dead((name, "not_for", index), "task", task, tasks)


def check_rulings(document: Document, rulings: Mapping[str, Any], notices: Collection[str]) -> None:
    """Check that each ruling belongs to a notice that exists."""
    for name, entry in rulings.items():
        if entry.notice not in notices:
            document.report_dead((name, "notice"), "notice", entry.notice, notices)


def check_claims(document: Document, claims: Mapping[str, Any], tasks: Any) -> None:
    """Check that claims lead to tasks that exist."""
    for name, entry in claims.items():
        for index, task in enumerate(entry.tasks):
            if task not in tasks:
                document.report_dead((name, "tasks", index), "task", task, tasks)


def check_gazetteers(document: Document, entries: Mapping[str, Any], tasks: Any) -> None:
    """Check that named things lead to tasks that exist, and that no word names two things."""
    named: Dict[str, str] = {}
    for name, entry in entries.items():
        for index, task in enumerate(entry.tasks):
            if task not in tasks:
                document.report_dead((name, "tasks", index), "task", task, tasks)
        for index, word in enumerate(entry.called.en):
            if named.setdefault(bare(word), name) != name:
                document.report(
                    (name, "called", "en", index), f"'{word}' also names {named[bare(word)]}", "leave it in one place"
                )


FILLED_IN = {
    "special": ("deleted_where",),
    "notices": ("checked", "silence", "most", "kept_where", "kept_for_review"),
    "sms": ("name", "phone", "silence", "number"),
}
"""Names in braces that the program fills in, by kind of entry; phrases have their own."""

NEEDED_SPECIAL = (
    "crisis", "emergency", "ice_at_office_now", "abuse", "report_scam", "scam_already", "website_down", "heard_that",
    "no_benefits_message", "chat_privacy", "delete_my_data", "legal_help", "talk_to_human", "out_of_scope",
    "status_said", "safety_question",
)  # fmt: skip
"""Fixed replies that the program cannot be without."""


def check_needed(document: Document, special: Mapping[str, Any]) -> None:
    """Check that no fixed reply is missing that somebody in need would get."""
    for name in NEEDED_SPECIAL:
        if name not in special and name not in document.root:
            document.report((), f"the reply '{name}' is missing", "restore it, or undo its new name")


def check_placeholders(document: Document, entries: Any, kind: str) -> None:
    """Check that texts name in braces only what the program fills in; people would see the rest as it stands."""
    allowed = FILLED_IN.get(kind, ())
    for location, entry in walk(entries, ()):
        if isinstance(entry, Words):
            for name in _placeholders(entry.en.text + (entry.en.sms or "")):
                if name not in allowed:
                    document.report(location, f"nothing fills in '{{{name}}}'", f"use {allowed or 'no braces'} here")


def check_titles(titled: Mapping[str, Tuple[Document, Mapping[str, Words]]]) -> None:
    """Check that no two buttons say the same: a tap must mean one thing."""
    seen: Dict[str, str] = {}
    for document, titles in titled.values():
        for name, words in titles.items():
            said = re.sub(r"[^a-z0-9]+", " ", words.en.text.lower()).strip()
            if said in seen and seen[said] != name:
                document.report(
                    (name,), f"the title '{words.en.text}' is also that of {seen[said]}", "word one of them anew"
                )
            seen.setdefault(said, name)


def check_special(
    document: Document, special: Mapping[str, Any], catalogues: Catalogues, notices: Collection[str]
) -> None:
    """Check that fixed replies point to buttons and notices that exist."""
    for name, entry in special.items():
        for index, button in enumerate(entry.buttons):
            if button not in catalogues["phrases"]:
                document.report_dead((name, "buttons", index), "phrase", button, catalogues["phrases"])
        if entry.notice and entry.notice not in notices:
            document.report_dead((name, "notice"), "notice", entry.notice, notices)


# --- single entries ----------------------------------------------------------------------------------------------


def _check_fact(document: Document, fact: Fact, catalogues: Catalogues, at: Location) -> None:
    if fact.until != "open" and fact.until < fact.from_:
        document.report(
            (*at, "until"), f"ends on {fact.until}, before it starts on {fact.from_}", "swap or correct the dates"
        )
    sources = catalogues["sources"]
    for index, source in enumerate(fact.sources):
        if source not in sources:
            document.report_dead((*at, "sources", index), "source", source, sources)
    known = [sources[source] for source in fact.sources if source in sources]
    if known and all(source.grade in _HELD_BACK for source in known):
        document.report(
            (*at, "sources"),
            "rests on low-grade sources alone",
            "add a better source from sources.yml; low-grade pages may only stand beside one",
        )


def _check_words(document: Document, words: Words, at: Location) -> None:
    for language in words.__fields__:
        phrase: "Phrase | None" = getattr(words, language)
        if phrase is None:
            continue
        if len(phrase.short) > SMS_LENGTH and _needs_short_form(at):
            document.report(
                (*at, language),
                f"text of {len(phrase.short)} characters without a short form",
                f"add 'sms:' beside 'text:' with at most {SMS_LENGTH} characters",
            )
        if _placeholders(phrase.text) != _placeholders(words.en.text):
            document.report(
                (*at, language),
                f"placeholders {_placeholders(phrase.text)} differ from the English {_placeholders(words.en.text)}",
                "use the same {names} in each language",
            )


def _needs_short_form(at: Location) -> bool:
    """The full form of a notice is sent in pages; everything else must fit one message in its short form."""
    return "full" not in at


def _placeholders(text: str) -> List[str]:
    return sorted(set(re.findall(r"{(\w+)}", text)))


# --- tasks -------------------------------------------------------------------------------------------------------


def _check_name(document: Document, task: TaskFile) -> None:
    stem = document.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if task.task != stem:
        document.report(("task",), f"task '{task.task}' stands in a file named '{stem}.yml'", "give both the same name")
    if task.known.until < task.known.from_:
        document.report(("known", "until"), "the known period ends before it starts", "swap or correct the dates")
    checked = max(rule.checked for rule in task.decision)
    if task.known.until > checked + _LONGEST_TRUST:
        document.report(
            ("known", "until"),
            f"known until {task.known.until}, more than a year after the rules were last checked ({checked})",
            "check the sources again, or let the known period end earlier",
        )


def _check_circumstances(document: Document, task: TaskFile, catalogues: Catalogues) -> None:
    for part in ("circumstances", "only_if_said"):
        for index, name in enumerate(getattr(task, part)):
            if name not in catalogues["circumstances"]:
                document.report_dead((part, index), "circumstance", name, catalogues["circumstances"])
    if task.circumstances and task.depends is None:
        document.report((), "'depends' is missing", "add what to say while more than one answer is possible")


def _check_ways(document: Document, task: TaskFile, catalogues: Catalogues) -> None:
    for key, way in task.ways.items():
        _check_when(document, task, way.not_if, ("ways", key), catalogues, "not_if")
        for index, service in enumerate(way.needs):
            if service not in catalogues["services"]:
                document.report_dead(("ways", key, "needs", index), "service", service, catalogues["services"])


def _check_rule(document: Document, task: TaskFile, rule: RuleEntry, at: Location, catalogues: Catalogues) -> None:
    _check_when(document, task, rule.when, at, catalogues)
    for part, known_names in _parts(task, catalogues).items():
        for index, name in enumerate(getattr(rule, part)):
            if name not in known_names:
                document.report_dead((*at, part, index), _SINGULAR[part], name, known_names)
    _check_channels(document, task, rule, at)
    _check_in_force(document, task, rule, at, catalogues)


def _check_when(
    document: Document,
    task: TaskFile,
    when: Mapping[str, Any],
    at: Location,
    catalogues: Catalogues,
    key: str = "when",
) -> None:
    for name, given in when.items():
        values = [given] if isinstance(given, str) else given
        if name not in task.all_circumstances:
            document.report_dead((*at, key, name), "circumstance of this task", name, task.all_circumstances)
        elif name in catalogues["circumstances"]:
            known = catalogues["circumstances"][name].values
            for value in values:
                if value not in known:
                    document.report_dead((*at, key, name), f"value of {name}", value, known)


_SINGULAR = {
    "ways": "way of this task",
    "deadlines": "deadline of this task",
    "cautions": "caution of this task",
    "documents": "document",
    "forms": "form",
    "notices": "notice that rules may name",
}


def _parts(task: TaskFile, catalogues: Catalogues) -> Dict[str, Any]:
    return {
        "ways": task.ways,
        "deadlines": task.deadlines,
        "cautions": task.cautions,
        "documents": catalogues["documents"],
        "forms": catalogues["forms"],
        "notices": [name for name, notice in catalogues["notices"].items() if notice.attach == "named"],
    }


def _check_channels(document: Document, task: TaskFile, rule: RuleEntry, at: Location) -> None:
    channels = [task.ways[key].way for key in rule.ways if key in task.ways]
    for channel in sorted({channel for channel in channels if channels.count(channel) > 1}):
        document.report(
            (*at, "ways"), f"offers two ways of the kind '{channel}'", "merge them into one entry under 'ways'"
        )


def _check_in_force(document: Document, task: TaskFile, rule: RuleEntry, at: Location, catalogues: Catalogues) -> None:
    """A rule must not show a statement on days on which the statement does not hold."""
    known = _parts(task, catalogues)
    for part in ("deadlines", "cautions", "documents", "forms"):
        for index, name in enumerate(getattr(rule, part)):
            if name in known[part] and not period_of(known[part][name]).contains(period_of(rule)):
                document.report(
                    (*at, part, index),
                    f"rule '{rule.rule}' ({spell(period_of(rule))}) shows '{name}', "
                    f"which holds only {spell(period_of(known[part][name]))}",
                    f"drop '{name}' from the rule, split the rule, or correct the dates of '{name}'",
                )


def _check_duplicates(document: Document, task: TaskFile) -> None:
    seen: Dict[str, int] = {}
    for index, rule in enumerate(task.decision):
        if rule.rule in seen:
            document.report(
                ("decision", index, "rule"), f"a second rule is named '{rule.rule}'", "give it another name"
            )
        seen[rule.rule] = index


def _check_unused(document: Document, task: TaskFile) -> None:
    for part in ("ways", "deadlines", "cautions"):
        used = {name for rule in task.decision for name in getattr(rule, part)}
        for name in getattr(task, part):
            if name not in used:
                document.report((part, name), f"no rule uses '{name}'", "name it in a rule, or remove it")


def _check_proof(document: Document, task: TaskFile, catalogues: Catalogues) -> None:
    positions = {rule.rule: index for index, rule in enumerate(task.decision)}
    for finding in prove(build_task(task, catalogues)).findings:
        at: Location = ("decision", positions[finding.rules[-1]]) if finding.rules else ("decision",)
        document.report(at, finding.message, finding.fix)
