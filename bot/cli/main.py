"""``advisor``: what staff do without starting the assistant."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Dict, List, NoReturn, Optional, Tuple

import click

from bot.advice import ServiceState, UnknownName, advise
from bot.advice.errors import near_matches
from bot.advice.model import UNKNOWN, is_stale
from bot.cli.keeping import answers_command, forget_command, opt_outs_command, review_command, sweep_command
from bot.config import KNOWLEDGE_FILES, PROJECT, ConfigurationError, Settings, read_settings
from bot.knowledge import KnowledgeBase, KnowledgeError, load_files, open_knowledge
from bot.knowledge.problems import Problem
from bot.knowledge.schema.beside_tasks import ContactEntry
from bot.knowledge.schema.parts import Fact
from bot.knowledge.sites import load_site
from bot.knowledge.state import ServiceStatus, StateStore
from bot.replies import advice_reply
from bot.replies.voice import Voice

SHARED_RECHECK_DAYS = 90
"""Facts that many tasks share (documents, numbers, fixed replies) are to be checked again after this many days."""

DAY = click.DateTime(formats=["%Y-%m-%d"])
MOMENT = click.DateTime(formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"])


@click.group()
def main() -> None:
    """Ask the advice engine, check the knowledge, set the status of SSA's services."""


@main.command("advise")
@click.argument("task")
@click.option("--with", "facts", multiple=True, metavar="NAME=VALUE", help="a circumstance; may be repeated")
@click.option("--on", "on", type=DAY, help="the day to advise for (default: today)")
@click.option("--lang", "language", type=click.Choice(["en", "es", "fr"]), default="en", show_default=True)
@click.option("--channel", type=click.Choice(["web", "sms", "shell"]), default="shell", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="print the object that programs get")
def advise_command(
    task: str, facts: Tuple[str, ...], on: Optional[datetime], language: str, channel: str, as_json: bool
) -> None:
    """Say what we would say about TASK."""
    base = _knowledge()
    if language not in base.languages():
        click.echo(f"[{language}] is not written yet; in English:", err=True)
        language = "en"
    voice = Voice(base, language, channel)
    day = on.date() if on else _today()
    try:
        advice = advise(base.engine, task, _circumstances(base, facts), day, _states(on))
    except UnknownName as error:
        _fail(str(error))
    if as_json:
        click.echo(json.dumps(advice_reply.advice_data(voice, advice), ensure_ascii=False, indent=2))
        return
    reply = advice_reply.answer(voice, advice)
    click.echo(reply.text)
    if advice.next_question:
        asked = advice_reply.question(voice, advice, again=True)
        click.echo(f"\n[would ask first] {asked.bubbles[0].text}")
        click.echo(
            f"  --with {advice.next_question}={'|'.join(base.circumstances[advice.next_question].values)}|{UNKNOWN}"
        )


@main.command("check")
def check_command() -> None:
    """Validate all knowledge; list every problem with file, line and fix."""
    problems: List[Problem] = []
    try:
        base = load_files(KNOWLEDGE_FILES)
    except KnowledgeError as error:
        problems += error.problems
    for path in [*sorted((PROJECT / "data" / "sites").glob("*.yml")), *filter(None, [_settings().site])]:
        try:
            load_site(path)
        except KnowledgeError as error:
            problems += error.problems
    from bot.privacy.finding.lists import problems as in_lists
    from bot.privacy.messages import problems as in_messages

    for at in (*in_lists(), *in_messages()):
        problems.append(Problem(str(at.file.relative_to(PROJECT)), at.line, at.message, at.fix))
    if problems:
        click.echo(str(KnowledgeError(problems)), err=True)
        sys.exit(1)
    from bot.advice.proof import prove

    proofs = [prove(task) for task in base.engine.tasks.values()]
    click.echo(
        f"{len(base.tasks)} tasks, {sum(len(task.rules) for task in base.engine.tasks.values())} rules, "
        f"{len(base.sources)} sources; {sum(proof.combinations for proof in proofs)} combinations of circumstances and "
        f"dated intervals, each decided by exactly one rule."
    )


@main.command("compile")
def compile_command() -> None:
    """Compile the knowledge into SQLite, if something changed."""
    _knowledge()
    click.echo(f"{_settings().knowledge_db} is up to date")


@main.command("schema")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("docs/schema"))
def schema_command(folder: Path) -> None:
    """Write the JSON Schemas that editors use to complete and underline."""
    from bot.knowledge.editors import write_schemas

    for path in write_schemas(folder):
        click.echo(path)


@main.command("graph")
@click.argument("task")
@click.option("--on", "on", type=DAY, help="the day to draw for (default: today)")
def graph_command(task: str, on: Optional[datetime]) -> None:
    """Draw the decision table of TASK as a Mermaid picture (paste it into a page, or see docs/knowledge)."""
    from bot.handbook.graph import mermaid

    try:
        click.echo(mermaid(_knowledge(), task, on.date() if on else _today()), nl=False)
    except UnknownName as error:
        _fail(str(error))


@main.command("docs")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=PROJECT / "docs" / "knowledge")
def docs_command(folder: Path) -> None:
    """Write the pages on all tasks (docs/knowledge), and beside their folder the matrix of channels (docs/matrix.md)."""
    from bot.handbook.matrix import write_matrix_page
    from bot.handbook.pages import write_pages

    base = _knowledge()
    click.echo(f"{len(write_pages(base, folder))} pages written to {folder}")
    click.echo(write_matrix_page(base, PROJECT / "docs" / "matrix.yml", folder.parent / "matrix.md"))


@main.command("figures")
def figures_command() -> None:
    """Say how much knowledge there is, how well founded, and how old."""
    from bot.handbook.figures import figures

    click.echo("\n".join(figures(_knowledge()).lines()))


@main.command("checklist")
@click.argument("task")
@click.option("--with", "facts", multiple=True, metavar="NAME=VALUE", help="a circumstance; may be repeated")
@click.option("--on", "on", type=DAY, help="the day to advise for (default: today)")
@click.option("--for", "target", type=click.Choice(["print", "screen", "sms"]), default="print", show_default=True)
def checklist_command(task: str, facts: Tuple[str, ...], on: Optional[datetime], target: str) -> None:
    """Print the list to take away for TASK."""
    from bot.replies.checklist import checklist, for_print

    base = _knowledge()
    voice = Voice(base, "en", "sms" if target == "sms" else "web")
    try:
        advice = advise(base.engine, task, _circumstances(base, facts), on.date() if on else _today(), _states(on))
    except UnknownName as error:
        _fail(str(error))
    click.echo(for_print(voice, advice) if target == "print" else checklist(voice, advice).text, nl=target != "print")


@main.command("stale")
@click.option("--on", "on", type=DAY, help="the day to look from (default: today)")
def stale_command(on: Optional[datetime]) -> None:
    """List the facts that were checked longer ago than allowed."""
    base = _knowledge()
    day = on.date() if on else _today()
    found = sorted(_stale(base, day))
    for checked, days, where in found:
        click.echo(f"{where}: checked {checked}, to be checked again every {days} days")
    click.echo(f"{len(found)} stale on {day}" if found else f"nothing is stale on {day}")
    for name, contact in _hidden_contacts(base, day).items():
        click.echo(f"contacts.yml {name}: hidden until somebody verifies it (last seen {contact.checked})")


def _hidden_contacts(base: KnowledgeBase, day: date) -> "Dict[str, ContactEntry]":
    """Contacts that people do not see because nobody has verified them in time."""
    return {
        name: contact
        for name, contact in base.contacts.items()
        if not contact.generic and is_stale(contact.checked, contact.recheck_days, day)
    }


def _stale(base: KnowledgeBase, day: date) -> "list[Tuple[date, int, str]]":
    found = []
    for name, task in base.engine.tasks.items():
        own = {**base.tasks[name].deadlines, **base.tasks[name].cautions}
        facts = [(f"rule {rule.id}", rule.evidence) for rule in task.rules]
        facts += [(f"way {key}", way.evidence) for key, way in task.ways.items()]
        facts += [(f"remark {remark.id}", remark.evidence) for remark in task.remarks]
        facts += [(key, task.evidence[key]) for key in own]
        found += [
            (fact.checked, task.recheck_days, f"tasks/{name}.yml {what}")
            for what, fact in facts
            if is_stale(fact.checked, task.recheck_days, day)
        ]
    found += [
        (fact.checked, SHARED_RECHECK_DAYS, f"{kind}.yml {name}")
        for kind, entries in base.catalogues.items()
        for name, fact in entries.items()
        if isinstance(fact, Fact) and kind != "contacts" and is_stale(fact.checked, SHARED_RECHECK_DAYS, day)
    ]
    found += [
        (contact.checked, contact.recheck_days, f"contacts.yml {name}")
        for name, contact in base.contacts.items()
        if contact.generic and is_stale(contact.checked, contact.recheck_days, day)
    ]
    found += [
        (notice.evidence.checked, notice.recheck_days, f"notices.yml {notice.id}")
        for notice in base.engine.notices
        if is_stale(notice.evidence.checked, notice.recheck_days, day)
    ]
    return found


@main.group("status", invoke_without_command=True)
@click.option("--history", is_flag=True, help="list known outages and faults of the past, with their sources")
@click.pass_context
def status_group(context: click.Context, history: bool) -> None:
    """Show or set the status of SSA's services."""
    if history:
        _show_history(_knowledge())
    elif context.invoked_subcommand is None:
        current = StateStore(_settings().state_db).current(datetime.now(timezone.utc))
        for name in _knowledge().services:
            status = current.get(name)
            click.echo(
                f"{name}: {status.state.value} since {_minute(status.since)} until {_minute(status.until)} ({status.source})"
                if status
                else f"{name}: up (nothing else was said)"
            )


def _show_history(base: KnowledgeBase) -> None:
    for name, service in base.services.items():
        click.echo(f"{name}:")
        for entry in service.history:
            click.echo(f"  {entry.from_} to {entry.until}: {entry.say.en.text} [{', '.join(entry.sources)}]")


@status_group.command("set")
@click.argument("service")
@click.argument("state", type=click.Choice([state.value for state in ServiceState]))
@click.option("--source", required=True, help="where you have it from")
@click.option("--until", "until", type=MOMENT, help="when it stops to count, UTC (default: in 12 hours)")
def status_set(service: str, state: str, source: str, until: Optional[datetime]) -> None:
    """Say that SERVICE is up, degraded or down."""
    services = _knowledge().services
    if service not in services:
        _fail(str(UnknownName("service", service, services)))
    now = datetime.now(timezone.utc)
    end = until.replace(tzinfo=timezone.utc) if until else now + timedelta(hours=12)
    if end <= now:
        _fail(f"--until {_minute(end)} is in the past; it is {_minute(now)} UTC now.")
    StateStore(_settings().state_db).set_status(ServiceStatus(service, ServiceState(state), source, now, end))
    click.echo(f"{service} is {state} until {_minute(end)} UTC. Answers say so from now on.")


@main.command("redact")
def redact_command() -> None:
    """Copy standard input to standard output without identifiers."""
    from bot.privacy.redact import redact

    for line in sys.stdin:
        click.echo(redact(line.rstrip("\n")).text)


@main.command("parse")
@click.argument("text")
def parse_command(text: str) -> None:
    """Show how TEXT is understood: redactions, intents, circumstances."""
    from bot.cli.parsing import parse

    click.echo(json.dumps(parse(text, _knowledge()), ensure_ascii=False, indent=2))


for command in (sweep_command, forget_command, answers_command, review_command, opt_outs_command):
    main.add_command(command)


# --- edges -------------------------------------------------------------------------------------------------------


def _settings() -> Settings:
    try:
        return read_settings()
    except ConfigurationError as error:
        _fail(str(error))


def _knowledge() -> KnowledgeBase:
    try:
        return open_knowledge(KNOWLEDGE_FILES, _settings().knowledge_db)
    except KnowledgeError as error:
        _fail(str(error))


def _today() -> date:
    return _settings().preview_date or datetime.now().astimezone().date()


def _states(on: Optional[datetime]) -> Dict[str, ServiceState]:
    """Services are as they are now; for another day nothing is known of them."""
    return {} if on else StateStore(_settings().state_db).states(datetime.now(timezone.utc))


def _circumstances(base: KnowledgeBase, facts: Tuple[str, ...]) -> Dict[str, str]:
    given = {}
    for fact in facts:
        name, separator, value = fact.partition("=")
        if not separator:
            _fail(f"'{fact}' is not NAME=VALUE, for example online_account=no.")
        if name not in base.circumstances:
            raise UnknownName("circumstance", name, base.circumstances)
        allowed = (*base.circumstances[name].values, UNKNOWN)
        if value not in allowed:
            near = near_matches(value, allowed)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            _fail(f"{name} cannot be '{value}'.{hint} It can be: {', '.join(allowed)}.")
        given[name] = value
    return given


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
