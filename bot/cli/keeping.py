"""Staff commands on what is kept: end conversations that are due, one conversation, read counters and messages for review."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from typing import NoReturn, Optional

import click

from bot.config import ConfigurationError, Settings, read_settings
from bot.knowledge.state import FEWEST_PUBLISHED, StateStore
from bot.privacy.endings import Ending
from bot.runtime.conversations import DatabaseConversations, open_conversations
from bot.runtime.keeper import drop_expired
from bot.runtime.locks import delete_lock
from bot.runtime.opt_out_shelf import DatabaseOptOuts, open_list, open_opt_outs, place_of_opt_outs


@click.command("sweep")
def sweep_command() -> None:
    """Delete conversations that are due, and messages for review that have expired."""
    settings = _settings()
    dropped = drop_expired(settings, datetime.now().astimezone().date())
    if settings.conversations is None:
        click.echo(
            "Conversations are kept in the memory of the running server only. "
            f"It deletes each after {settings.session_minutes} minutes of silence."
        )
    else:
        names = _conversations(settings).sweep(settings.silence_limits, time.time())
        for name in names:
            delete_lock(settings.locks, name)
        click.echo(f"{len(names)} conversations deleted ({Ending.INACTIVITY.value}).")
    click.echo(f"{dropped} messages for review deleted.")


@click.command("forget")
@click.argument("sender")
def forget_command(sender: str) -> None:
    """Delete the conversation of SENDER at once."""
    settings = _settings()
    if settings.conversations is None:
        _fail(
            "Conversations are kept in the memory of the running server only, out of this command's reach. "
            f"The person can say 'delete this'; else it is deleted after {settings.session_minutes} minutes of silence, "
            "or at once when the server is restarted."
        )
    found = _conversations(settings).forget(sender)
    delete_lock(settings.locks, sender)
    if not found:
        _fail("There is no such conversation.")
    click.echo(
        f"Deleted ({Ending.BY_STAFF.value}). Backups of the database, if anyone makes them, are not reached from here."
    )


@click.command("answers")
def answers_command() -> None:
    """Print how often each answer was given, by day; numbers under ten are left out."""
    click.echo(f"day\ttask\tvisit_need\tlanguage\tchannel\tnumber (from {FEWEST_PUBLISHED})")
    for row in StateStore(_settings().state_db).answers():
        click.echo("\t".join(map(str, row)))


@click.command("review")
def review_command() -> None:
    """Print messages that were not understood, redacted; the site must have switched this on (ADVISOR_REVIEW_DAYS)."""
    settings = _settings()
    if not settings.review_days:
        _fail("No messages are kept for review. ADVISOR_REVIEW_DAYS switches it on; the privacy notice then says so.")
    drop_expired(settings, datetime.now().astimezone().date())
    for message in StateStore(settings.state_db).unmatched():
        click.echo(f"{message.day}\t{message.channel}\t{message.text}")


@click.command("opt-outs")
@click.option(
    "--from", "other", metavar="DATABASE", help="take over a list from there: sqlite:///FILE or postgresql://..."
)
@click.option("--begin-anew", is_flag=True, help="forget the list, because its secret is lost")
def opt_outs_command(other: Optional[str], begin_anew: bool) -> None:
    """Say how many people want no texts; take their list over from another database."""
    settings = _settings()
    try:
        if begin_anew:
            click.echo(f"{DatabaseOptOuts(place_of_opt_outs(settings)).clear()} opt-outs forgotten.")
            return
        opened = open_opt_outs(settings)
        if other:
            click.echo(f"{opened.take_over(open_list(other, settings))} opt-outs taken over.")
    except ConfigurationError as error:
        _fail(str(error))
    click.echo(f"{len(opened.names())} people want no texts.")


def _conversations(settings: Settings) -> DatabaseConversations:
    try:
        opened = open_conversations(settings.conversations)
    except ConfigurationError as error:
        _fail(str(error))
    assert isinstance(opened, DatabaseConversations)
    return opened


def _settings() -> Settings:
    try:
        return read_settings()
    except ConfigurationError as error:
        _fail(str(error))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
