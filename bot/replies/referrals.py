"""Where to find help: the site's own first, then contacts whose details were checked recently enough."""

from __future__ import annotations

from datetime import date
from typing import Any, Dict, List, Sequence, Tuple

from bot.advice.model import is_stale
from bot.knowledge.schema.beside_tasks import ContactEntry
from bot.replies.voice import Voice


def contacts_for(voice: Voice, kinds: Sequence[str], on: date) -> List[Tuple[str, ContactEntry]]:
    """Return the contacts for kinds of help that may be shown on a day, in the order of the kinds.

    A number that nobody checked in time is left out; the generic ones (Social Security, 2-1-1) are always there.
    """
    found = {
        name: contact
        for kind in kinds
        for name, contact in voice.base.contacts.items()
        if kind in contact.helps_with and _may_be_shown(contact, on)
    }
    return list(found.items())


def _may_be_shown(contact: ContactEntry, on: date) -> bool:
    in_force = contact.from_ <= on and (contact.until == "open" or on <= contact.until)
    return in_force and (contact.generic or not is_stale(contact.checked, contact.recheck_days, on))


def contact_lines(voice: Voice, kinds: Sequence[str], on: date) -> List[str]:
    """Return one line for the site's own help, if it fits, and one for each contact; by text message a number does without an address."""
    site = voice.base.site
    lines = []
    if site and set(kinds) & set(site.helps_with):
        url = None if voice.brief and site.hotline else site.url
        details = [site.hotline, voice.words(site.hours) if site.hours else None, url]
        facts = {
            "name": voice.words(site.name),
            "area": voice.words(site.area),
            "languages": voice.words(site.languages),
        }
        lines.append(
            _line(voice.phrase("site_line", **facts), details, voice.words(site.remark) if site.remark else "")
        )
    for _, contact in contacts_for(voice, kinds, on):
        phone = contact.phone and (f"{contact.phone} (TTY {contact.tty})" if contact.tty else contact.phone)
        url = None if voice.brief and contact.phone else contact.url
        details = [phone, voice.words(contact.hours) if contact.hours else None, url]
        lines.append(_line(voice.words(contact.name), details, voice.words(contact.remark) if contact.remark else ""))
    return lines


def _line(name: str, details: Sequence["str | None"], remark: str) -> str:
    known = ", ".join(detail for detail in details if detail)
    head = f"{name}: {known}." if known else name
    return f"{head} {remark}".strip()


def contact_data(voice: Voice, kinds: Sequence[str], on: date) -> List[Dict[str, Any]]:
    """Return the contacts as data for programs."""
    return [
        {"id": name, "name": voice.words(c.name), "phone": c.phone, "url": c.url, "checked": c.checked.isoformat()}
        for name, c in contacts_for(voice, kinds, on)
    ]
