"""Takes identifiers out of a message before anything else sees it.

Tuned for recall: a miss can cost a person, a false alarm costs a word. What must survive: SSA's own phone numbers,
form numbers, dollar amounts, dates of letters, ages of eligibility.

What is looked for stands in ``bot.privacy.finding``, one module for each kind of thing, and last what was learnt from
messages. Here is only the order.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Tuple

from bot.privacy.finding.addresses import take_addresses
from bot.privacy.finding.ages import take_ages
from bot.privacy.finding.amounts import spare_amounts
from bot.privacy.finding.beside import take_beside
from bot.privacy.finding.birth_dates import take_birth_dates
from bot.privacy.finding.births import take_births
from bot.privacy.finding.borrowed import take_borrowed
from bot.privacy.finding.chosen_words import take_chosen_words
from bot.privacy.finding.codes import take_codes
from bot.privacy.finding.credentials import take_credentials
from bot.privacy.finding.draft import Draft, folded
from bot.privacy.finding.held import take_held
from bot.privacy.finding.introductions import take_introductions
from bot.privacy.finding.learned import take_learned
from bot.privacy.finding.logins import take_addresses_of_the_net, take_secrets
from bot.privacy.finding.names import take_names
from bot.privacy.finding.numbers import has_numbers, opens_with_number, take_announced, take_opening, take_unannounced
from bot.privacy.finding.origins import take_origins
from bot.privacy.finding.people import take_people
from bot.privacy.finding.public_names import spare_public_names
from bot.privacy.finding.spared import (
    spare_certain,
    spare_codes_of_papers,
    spare_dates_of_letters,
    spare_likely,
    spare_public_telephones,
)
from bot.privacy.finding.status import take_status
from bot.privacy.finding.told_ages import take_told_ages

_MOST_ROUNDS = 20
"""Rounds until nothing changes; two are the rule."""
_TAIL = 60
_LEFT_OPEN = re.compile(
    r"(?:\[(?:ssn_part|ssn|itin|number|card|account|routing|alien_number|medicare|phone|secret|licence|passport)\]|"
    r"\b(?:ssn|social|soc|social security(?: number)?|seguro(?: social)?|secu(?:rite sociale)?|number|numero|card|tarjeta|carte|account|cuenta|"
    r"compte|routing|pin|code|codigo|clave|medicare|itin|phone|cell|tel))"
    r"(?:[\s:=#.,-]|\b(?:is|its|it's|are|es|son|est|c'est|and|then|the|rest|y|et|number|numero|no)\b){0,8}\Z",
)
"""The end of a redacted message after which more of an identifier may come: a label, or a part that was taken out."""


class Redaction(NamedTuple):
    """The text without identifiers, and the kinds that were found."""

    text: str
    kinds: Tuple[str, ...]


def redact(text: str, continues: bool = False) -> Redaction:
    """Replace identifiers by their kind in brackets, as in ``[ssn]``.

    ``continues``: the message before left a number open (:func:`leaves_open`), so a number that this one begins with goes too.
    """
    return _rounds(text, continues and opens_with_number(Draft(text)), learned=True)


def by_rules(text: str) -> Redaction:
    """Do the same by rules alone, without what was learnt from messages."""
    return _rounds(text, False, learned=False)


def leaves_open(redacted: str) -> bool:
    """Tell whether more of an identifier may come in the next message ("my social is [ssn_part]").

    A channel need only keep this one bit of what it handed on.
    """
    return bool(_LEFT_OPEN.search(folded(redacted[-_TAIL:])))


def _rounds(text: str, continues: bool, learned: bool) -> Redaction:
    kinds: Tuple[str, ...] = ()
    for _ in range(_MOST_ROUNDS):
        changed, found = _one_round(text, continues, learned)
        if changed == text:
            break
        text, kinds, continues = changed, kinds + found, False
    return Redaction(text, tuple(dict.fromkeys(kinds)))


def _one_round(text: str, continues: bool, learned: bool) -> Tuple[str, Tuple[str, ...]]:
    """Look for everything once. What is taken early stands behind a wall for what comes later."""
    draft = Draft(text)
    if continues:
        take_opening(draft)
    take_addresses_of_the_net(draft)
    if draft.has_digits:
        spare_public_telephones(draft)
        spare_dates_of_letters(draft)
        spare_codes_of_papers(draft)
        spare_amounts(draft)
    take_births(draft)
    take_birth_dates(draft)
    take_ages(draft)
    take_secrets(draft)
    take_codes(draft)
    take_credentials(draft)
    take_chosen_words(draft)
    take_addresses(draft)
    spare_public_names(draft)
    take_origins(draft)
    take_status(draft)
    take_names(draft)
    take_introductions(draft)
    take_people(draft)
    if has_numbers(draft):
        spare_certain(draft)
        take_announced(draft)
        spare_likely(draft)
        take_unannounced(draft)
    take_told_ages(draft)
    if learned:
        take_learned(draft)
    take_held(draft)
    take_borrowed(draft)
    take_beside(draft)
    return draft.replaced()
