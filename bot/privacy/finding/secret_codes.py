"""PINs and one-time codes that stand some words away from what announces them: "they texted me 839204"."""

from __future__ import annotations

import re

from bot.privacy.finding.number_runs import Run

_CODE = (
    r"(?<!zip )(?<!area )(?<!error )(?<!postal )(?<!source )(?<!promo )(?<!denial )(?<!reason )(?<!building )codes?|codigos?|pins?|nip|pass ?codes?|pass ?word|otp|2fa|one[- ]?time|verification|"
    r"verificacion|authenticat\w+|claves?|digit(?:s| one| number| thing)|digitos|chiffres|mdp|mot de passe|texto?s?|texted|sms|txts?|txted|mensajes?|messages?|msg|whatsapp"
)
_BEFORE = re.compile(rf"\b(?:{_CODE})\b[^\d$]{{0,60}}\Z")
_BEHIND = re.compile(rf"[^\d$.\n]{{0,40}}\b(?:{_CODE})\b")
_STRONG = re.compile(
    r"\b(?:pins?|nip|(?:4|four|6|six|8|eight)[ -]digits?(?: one| pin| code| number| thing)?|pass ?codes?|(?<!error )(?<!zip )(?<!area )(?<!denial )(?<!reason )codes?|codigos?|claves?|otp)\b[^\d$\n?]{0,45}\Z"
)
_SIX = {(6,), (3, 3), (2, 2, 2), (1, 1, 1, 1, 1, 1)}
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_FORM_BEFORE = re.compile(
    r"\b(?:form|forma|formulario|formulaire|line|box|casilla|case|step|room|error|zip|section|page|reference|ref|bus|suite|ticket)\s#?\Z"
)
_BEHIND_UNIT = re.compile(
    r"\s?(?:%|dollars?|bucks|days?|weeks?|months?|years?|hours?|minutes?|times?|dolares|dias|semanas|meses|anos|jours|semaines|mois|ans|people|pages)\b"
)


_ON_THE_BACK = re.compile(
    r"\b(?:(?:3|three)\s(?:little\s)?(?:digits?\s|numbers?\s)?(?:on|in|at|from)\sthe\sback|(?:on\s)?the\sback\s(?:of\s(?:it|(?:the|my)\s(?:\w+\s)?card)\s)?(?:says?|reads?|shows?))"
    r"(?:\s(?:is|are|of\sit|of\s(?:the|my)\scard))*[\s:,]{1,3}\Z"
)
"""A card's code of three digits."""


def is_secret_code(text: str, run: Run) -> bool:
    """Tell whether a number is a PIN, a card's code or a code that was sent, by its length and the words not far from it.

    Six digits need only a word of codes or texts near by; other lengths need "pin", "code" or the like before them.
    """
    before = text[max(0, run.start - 75) : run.start]
    if run.width == 3 and _ON_THE_BACK.search(before):
        return True
    if not 4 <= run.width <= 8 or _BEHIND_UNIT.match(text, run.end):
        return False
    if _FORM_BEFORE.search(before):
        return False
    if run.groups in _SIX or run.width == 6:
        return bool(_BEFORE.search(before) or _BEHIND.match(text, run.end))
    digits = text[run.start : run.end]
    return bool(_STRONG.search(before)) and not _YEAR.match(digits)
