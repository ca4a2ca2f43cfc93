"""Somebody who is held, taken or watched by immigration: told of the writer or of a person of theirs.

"ice detained my husband" leaves "my husband": what is asked about him stays. What is asked of everybody ("is ice
detaining people there") stays whole.
"""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.relations import RELATIVES

_ICE = r"(?:the\s)?(?:ice(?:\s(?:agents?|officers?))?|immigration(?:\s(?:agents?|officers?|police))?|border patrol|(?:la\s)?migra|inmigracion|migracion|l'ice|l'immigration)"
_OWN = r"(?:my|our|his|her|mi|mis|su|nuestr[oa]|mon|ma|mes|notre|son|sa)"
_RELATIVE = (
    rf"{_OWN}\s(?:\w+\s){{0,2}}?(?:{RELATIVES}|dads|moms|family|familia|famille|parents|papa|mama)(?:s\b|\b)(?!')"
)
_TAKES = r"(?:(?:has|had|have|just|already)\s)?(?:detained|arrested|took|taken|grabbed|picked up|got|caught|locked up|deported|holding|is holding|has|came for|came and took|came and got)"
_SE_LLEVA = r"(?:se llevo|se llevaron|agarro|agarraron|detuvo|detuvieron|arresto|arrestaron|levanto|tiene(?:n)?(?: detenid[oa])?|deporto)"
_TAKEN = r"(?:picked up|detained|arrested|taken(?: away| in)?|held|locked up|grabbed|caught)"
_DETENU = r"(?:detenid[oa]s?|arrestad[oa]s?|pres[oa]|agarrad[oa]|arretee?|detenue?|retenue?)"
_DONE = cue(
    rf"\b(?P<active>{_ICE}\s{_TAKES})(?=\s{_RELATIVE})|\b(?P<him>{_ICE}\s{_TAKES}\s(?:me|him|her|us|them)\b(?!\s(?:a\s)?(?:letters?|cards?|papers?|numbers?)))|"
    rf"\b(?P<lleva>{_ICE}\s{_SE_LLEVA})(?=\sa\s{_RELATIVE})|\b(?P<lo>(?:se\s)?(?:lo|la|me|nos|los)\s(?:{_SE_LLEVA}|llevo|tiene(?:n)? detenid[oa])\s{_ICE})\b|"
    rf"\b(?P<a>{_ICE}\sa\s(?:arrete|detenu|pris|embarque))(?=\s{_RELATIVE})"
)
"""What immigration has done to somebody of the writer's."""
_STATE = cue(
    rf"\b(?:(?P<taken>{_TAKEN}(?:\s\w+){{0,2}}?\sby\s{_ICE})|(?P<detenu>{_DETENU}\s(?:por|con|en|par)\s{_ICE})|(?P<custody>(?:ice|immigration)\s(?:custody|detention(?: center)?|jail|lock ?up|hold|facility)|(?:detention|custodia|detencion)\s(?:de\s|d'|par\s)?(?:l')?(?:ice|inmigracion|migracion|immigration)))\b"
)
_SOMEBODY = rf"(?:i|im|i'm|ive|we|we're|he|hes|he's|she|shes|she's|they|theyre|{_RELATIVE}|\x00+|(?:{RELATIVES})|yo|el|ella|je|j'|il|elle)"
_IS = r"is|was|were|are|am|got|gets|has|been|being|still|now|just|in|at|held|stuck|sitting|spent|ended up|up|locked|esta|fue|estuvo|estoy|sigue|esta en|en|lo|la|tienen|ha|sido|est|a|ete|suis|encore|toujours|\d+|days|weeks|months"
_TOLD_OF = re.compile(rf"(?<![a-z']){_SOMEBODY}\s(?:(?:{_IS})\s)*\Z")
"""Who is in that state, and that they are: "my dad is", "she has been in"."""
_OWN_CASE = cue(
    rf"\b(?:{_OWN}(?:\s(?:{RELATIVES})'?s)?|(?:i|we|he|she)\s(?:have|has|had|got)|have|has|got|tengo|tiene|tenemos|j'ai)\s(?:an?\s|the\s|my\s|his\s|her\s|una?\s|la\s|mi\s|su\s|next\s)?"
    r"(?P<words>(?:deportation|removal|immigration)\s(?:hearing|court(?: date| hearing)?|case|proceedings?|judge)|(?:corte|audiencia|juicio|cita|juez)\s(?:de|con|por)\s(?:la\s)?(?:inmigracion|migracion|deportacion|ice|migra)|"
    r"(?:audience|tribunal)\s(?:d'immigration|d'expulsion)|ice\s(?:check[ -]?ins?|appointments?|hold|bond))\b"
)
_WATCHED = cue(
    r"\b(?:ankle (?:monitor|bracelet)s? (?:from|by|for|with|through|because of) (?:ice|immigration)|(?:ice|immigration) ankle (?:monitor|bracelet)s?|grillete(?: electronico)? (?:de|del|por) (?:la )?(?:ice|inmigracion|migra)|bracelet (?:electronique )?de (?:l')?(?:ice|immigration)|"
    r"(?:check(?:s|ed|ing)?(?:[ -]?ins?)?|report(?:s|ed|ing)?(?: in)?) (?:with|to) (?:ice|immigration))\b"
)
_ONESELF_BEFORE = re.compile(
    rf"(?<![a-z'])(?:i|im|i'm|we|he|hes|she|shes|they|my|his|her|our|{_RELATIVE}|yo|tengo|tiene|trae|traigo|mi|su|le|me|je|j'ai|il|elle|mon)(?:'?s)?\s(?:[\w\x00']+\s){{0,4}}\Z"
)
_ASKED = re.compile(
    r"\b(?:if|whether|can|could|will|would|might|may|should|do|does|am|are|is|risk|going to|gonna|someone|somebody|anyone|anybody|people|si|puede|pueden|podria|va|van|alguien|peut|va|quelqu'un)\s(?:that\s|que\s|the\s|of\s|a\s){0,2}\Z"
)
"""What somebody asks; it is not said to be so."""
_HERE_AND_NOW = re.compile(
    r"\b(?:right now|now|here|lobby|waiting room|parking lot|outside|at the (?:door|office)|ahora|ahorita|aqui|afuera|maintenant|ici|dehors)\b"
)
"""What happens before the writer's eyes calls for help at once, and must be understood as that."""
_PARTS = ("ice", "immigra", "inmigra", "migra", "deport", "removal", "expulsion", "border patrol")
_REACH = 60


def take_held(draft: Draft) -> None:
    """Take the words that say that immigration holds somebody, not who it is."""
    if not any(part in draft.plain for part in _PARTS) or _HERE_AND_NOW.search(draft.plain):
        return
    for match in draft.matches(_DONE):
        if not _ASKED.search(draft.plain, max(0, match.start() - _REACH), match.start()):
            draft.take("status", *match.span(match.lastgroup or 0))
    for match in draft.matches(_STATE):
        _take_if_told(draft, match, _TOLD_OF)
    for match in draft.matches(_OWN_CASE):
        draft.take("status", *match.span("words"))
    for match in draft.matches(_WATCHED):
        _take_if_told(draft, match, _ONESELF_BEFORE)


def _take_if_told(draft: Draft, match: "re.Match[str]", told: "re.Pattern[str]") -> None:
    start = max(0, match.start() - _REACH)
    of = told.search(draft.plain, start, match.start())
    if of and not _ASKED.search(draft.plain, start, of.start()):
        draft.take("status", *match.span())
