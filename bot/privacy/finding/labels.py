"""The words that announce a number, for each kind, in English, Spanish and French; all without accents.

Two readings of a label: close by ("my pin is ...") it may turn even a short number into an identifier; somewhere in
the same clause it only tells what a long number is, which goes in any case.
"""

from __future__ import annotations

import re
from typing import Dict, NamedTuple, Optional, Pattern, Tuple


class Label(NamedTuple):
    """Words that announce a kind of number, and the fewest digits for which a label close by is enough."""

    kind: str
    fewest: int
    words: Tuple[str, ...]


_NUMBER = r"(?:numbers?|numero|nombre|num|nbr|nro|no|n|#)?\.?"

LABELS: Tuple[Label, ...] = (
    Label(
        "itin",
        5,
        (r"i-?t-?i-?n", r"tax ?(?:payer)? ?id(?:entification)?", r"tax ?payer", r"numero de contribuyente"),
    ),
    Label(
        "ssn",
        5,
        (
            r"s\.?s\.?n", r"ssns?", r"ss ?(?:#|no|num(?:ber)?)", r"soc(?:ial)?\.? ?sec(?:urity)?\.? ?(?:#|no|num(?:ber)?|is)",
            r"social ?(?:#|number|no|num)", r"soc", r"(?:numero|num|nro|no|#) (?:de |del )?(?:mi |su )?(?:seguro|seguridad)(?: social)?",
            r"(?:numero|num|no|n) (?:de )?(?:secu|securite)(?: sociale)?", r"nss", r"seguro social (?:es|son)",
            r"(?:my|mi|mon|his|her|mom'?s|dad'?s) (?:social|soc|seguro|secu|ss)", r"claim (?:number|no|#)", r"bnc",
            r"(?:numero de reclamo|numero de reclamacion)",
        ),
    ),
    Label(
        "alien_number",
        5,
        (
            r"alien(?: reg(?:istration)?)?", r"uscis", r"a-?\s?(?:number|num|no|#)", r"numero a", r"numero de alien",
            r"(?:numero )?(?:de )?extranjero", r"(?:numero )?d'?\s?etranger", r"green card (?:number|no|#)",
        ),
    ),
    Label("medicare", 6, (r"medicare", r"mbi", r"red white (?:and )?blue card", r"roja,? blanca y azul")),
    Label("routing", 4, (r"routing", r"rtn", r"aba", r"transit", r"(?:nro|numero|num) de ruta", r"ruta")),
    Label(
        "card",
        4,
        (
            r"(?:debit|credit|bank|direct express|direct xpress|visa|master ?card|amex|ebt|prepaid|netspend|chime) card",
            r"card (?:number|no|#|last)", r"direct e?xpress", r"visa", r"master ?card", r"amex", r"discover", r"ebt",
            r"card", r"tarjeta(?: de (?:debito|credito))?", r"carte (?:bancaire|de credit|bleue)",
        ),
    ),
    Label(
        "account",
        4,
        (
            r"a/c", r"acc?t", r"acount", r"acc", r"account", r"checking", r"savings?", r"bank", r"iban", r"clabe", r"cuenta",
            r"cta", r"cuenta de (?:ahorros|cheques)", r"ahorros", r"compte(?: (?:epargne|courant|bancaire))?", r"rib",
        ),
    ),
    Label(
        "secret",
        3,
        (
            r"pin", r"nip", r"atm(?: card)?(?: number| num| code| pin)?", r"pass ?code", r"c\.?v\.?[vc]2?", r"cvc", r"(?<!zip )(?<!area )(?<!error )(?<!postal )(?<!source )(?<!promo )codes?",
            r"otp", r"sap", r"clave", r"codigo", r"(?:verification|activation|access) number",
        ),
    ),
    Label(
        "phone",
        7,
        (
            r"phone", r"cell?", r"mobile", r"tel", r"telephone", r"telefono", r"celular", r"movil", r"whats ?app", r"fax",
            r"call(?: me)?(?: back)?(?: at| on)?", r"text(?: me)?", r"txt(?: me)?", r"portable", r"appelez(?:-| )moi", r"ph",
            r"llamenme", r"llameme", r"marqueme", r"reach me", r"local number",
        ),
    ),
    Label("licence", 5, (r"driver'?s? licen[cs]e", r"licen[cs]e", r"licencia", r"permis", r"dl", r"state id", r"id number")),
    Label("passport", 5, (r"passport", r"pasaporte", r"passeport")),
    Label(
        "number",
        5,
        (
            r"(?:case|confirmation|reference|tracking|serial|badge|file|policy|member|employee|inmate|docket|number|control) (?:number|no|num|#|id)",
            r"caso", r"expediente", r"dossier", r"referencia", r"case",
        ),
    ),
)  # fmt: skip

_FILLERS = (
    r"is|are|was|were|its|it's|that's|thats|be|as|es|son|era|fue|est|c'est|cest|c|sont|etait|my|mi|mon|ma|the|el|la|le|les|lo|los|de|del|d|of|on|for|"
    r"number|numbers|numero|num|no|nro|n|last|four|4|digits?|ones?|social|ssn|soc|seguro|card|back|reverso|dos|atras|new|old|nuevo|nueva|nouveau|"
    r"(?:ends?|ending|ended|termina|terminan|terminado|terminada|finit|finissant|acaba) (?:in|with|en|con|par)|ending|that|which|i|they|me|"
    r"carte|tarjeta|account|cuenta|compte|debit|credit|"
    r"us|just|texted|sent|gave|got|by|from|letter|mail|email|phone|text|q|que|puse|use|says|reads|dice|dit|info|code|used|"
    r"mine|mio|mia|hers|his|her|su|said|here|still|now|ok|okay|yes|si|oui|activation|activacion|verification"
)
_GAP = rf"(?:[\s:=#.,;?!\"'(\[\-/*]|\b(?:{_FILLERS})\b){{0,24}}"
"""What may stand between a label and its short number. Years, months and "since" do not: "account in 2019"."""
_COPULA = (
    r"\s{0,3}(?:is|are|was|es|son|era|c'est|est|sont|thats|that's|as|for|para|pour)\b(?:[^\d\n.;?]|\.(?=[a-z])){0,24}?"
)
_REACH = 60
_CLAUSE = 45


class _Reading(NamedTuple):
    label: Label
    close_before: Pattern[str]
    anywhere: Pattern[str]
    close_after: Pattern[str]


def _reading(label: Label) -> _Reading:
    words = "|".join(label.words)
    return _Reading(
        label,
        re.compile(rf"(?<![a-z])(?:{words}){_GAP}\Z"),
        re.compile(rf"(?<![a-z])(?:{words})(?![a-z])"),
        re.compile(rf"{_COPULA}\b(?:{words})(?![a-z])"),
    )


_READINGS: Dict[str, _Reading] = {label.kind: _reading(label) for label in LABELS}
_SHORT_AFTER = ("secret", "itin")
"""Kinds whose short number may stand before its label: "482913 is my code"."""


def close_label(text: str, start: int, end: int, width: int) -> Optional[Label]:
    """Return the label that announces a number of ``width`` digits directly, the nearest one that can be so short."""
    before = text[max(0, start - _REACH) : start]
    nearest: Optional[Label] = None
    shortest = _REACH + 1
    for reading in _READINGS.values():
        if width < reading.label.fewest:
            continue
        match = _last(reading.close_before, before)
        if match is not None and match < shortest:
            nearest, shortest = reading.label, match
    if nearest is None:
        after = text[end : end + _CLAUSE]
        behind = [_READINGS[kind] for kind in _SHORT_AFTER if _READINGS[kind].label.fewest <= width]
        return next((reading.label for reading in behind if reading.close_after.match(after)), None)
    return nearest


def _last(pattern: Pattern[str], before: str) -> Optional[int]:
    """Return how far back the label stands, counted from the end of its words."""
    match = pattern.search(before)
    return None if match is None else len(before) - match.start()


def label_around(text: str, start: int, end: int) -> Optional[Label]:
    """Return the label in the same clause, the nearest one before the number, else one behind it."""
    before = re.split(r"[\n;]|[.?!]\s", text[max(0, start - _CLAUSE) : start])[-1]
    after = re.split(r"[\n;]|[.?!]\s", text[end : end + _CLAUSE])[0]
    found = [
        (match.end(), reading.label) for reading in _READINGS.values() for match in reading.anywhere.finditer(before)
    ]
    if found:
        return max(found, key=lambda at: at[0])[1]
    behind = [
        (match.start(), reading.label) for reading in _READINGS.values() if (match := reading.anywhere.search(after))
    ]
    return min(behind, key=lambda at: at[0])[1] if behind else None
