"""Decides which runs of numbers are identifiers, and which.

Nine digits and more go in any case. Shorter ones go where words announce them, or where their shape gives them away.
"""

from __future__ import annotations

import re
from typing import List, Optional

import phonenumbers

from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.labels import close_label, label_around
from bot.privacy.finding.number_runs import Run, runs
from bot.privacy.finding.number_words import NUMBER_WORDS
from bot.privacy.finding.secret_codes import is_secret_code
from bot.privacy.finding.words import words

_LAST_FOUR = re.compile(
    r"\b(?:la?st|final)\s*(?:4|four)\b|\bultimos\s*(?:4|cuatro)\b|\b(?:4|quatre)\s+derniers\b|\bderniers?\s+(?:4|quatre)\b"
    r"|\bfirst\s*(?:3|5|three|five)\b|\bprimeros\s*(?:3|5|tres|cinco)\b|\b(?:3|5|trois|cinq)\s+premiers\b"
)
"""Said of a Social Security number, of a card or of an account: a part of it follows."""
_PART_FILLERS = (
    r"(?:[\s:=#.,?(\"'-]|\b(?:digits?|numbers?|ones|chiffres|digitos|numeros|of|on|it|them|for|de|del|d|my|the|mi|mon|ma|su|his|her|el|la|le|social|"
    r"security|ssn|soc|ss|seguro|secu|card|account|is|are|was|were|son|es|eran|c'est|cest|sont|its|it's)\b){0,20}"
)
_PART_OF_FOUR = re.compile(rf"(?:{_LAST_FOUR.pattern}){_PART_FILLERS}\Z")
_THEN_PART = re.compile(
    rf"\s{{0,2}}(?:at the end|as the end|is the end|at the start|is how it ends)\b|\s{{0,2}}(?:is|are|was|were|son|es|eran|sont|est|c'est)\s(?:(?:the|my|his|her|los|mis|sus|les|mes|ses)\s){{0,2}}(?:{_LAST_FOUR.pattern})"
)
"""Said behind the part: "6789 are the last four"."""
_CALLED_PART = re.compile(
    rf"[\s,]{{1,3}}(?:(?:the|my|his|her|los|mis|sus|les|mes|ses)\s)?(?:{_LAST_FOUR.pattern})(?:\s(?:digits?|numbers?|digitos|numeros|chiffres))?(?=\s*(?:[^\w\s]|\Z|(?:of|on|de|du)\s(?:my|the|his|her|mi|la|ma|mon|ssn?|soc)\b))"
)
"""The same with no word between: "6789 last four"."""
_EDGE = re.compile(
    r"\b(?:ends?|ending|ended|starts?|starting|begins?|beginning|middle|termina|terminan|terminado|terminada|acaba|acaban|empieza|comienza|"
    r"finit|finissant|termine|terminent|commence|milieu|medio)\s+(?:(?:two|2|ones?)\s+)?(?:(?:in|w|with|is|are|en|con|por|par|es|est)\s+)?(?:the\s+)?(?:numbers?\s+|digits?\s+)?\Z"
)
"""The end or the beginning of a number follows."""
_OF_AN_IDENTIFIER = re.compile(
    r"\b(?:ssn|social(?! security)|soc|ss|number|numero|num|seguro|secu|card|tarjeta|carte|account|acct|cuenta|cta|compte|starts|empieza|commence|middle)\b|#"
)
_AREA_CODE = re.compile(r"\barea code(?:\s(?:is|was|:))?[\s:]{1,2}\(?(\d{3})(?!\d)")
_HIDDEN_REST = re.compile(r"(?<![x*#])[x*#]{2,}(?:[-\s][x*#]{2,}){0,3}[-\s]?\Z")
"""As letters print it: xxx-xx-6789."""
_PART_WORDS = words(
    "last lst final ultimos derniers dernier middle milieu medio x xx xxx xxxx",
)
_OTHER_PART = re.compile(
    r"\[ssn_part\][^\d.!?\n]{1,30}?\b(?:says?|is|not|but|or|vs|shows?|has|put|typed|instead of|should be|dice|es|no|o|pone|dit|est|pas|ou)\s\Z|\[ssn_part\][\s,]{1,2}(?:and|y|et|&)\s(?:\w+'?s?\s){1,3}\Z"
)
"""The same part, as it stands elsewhere: "mine ends in [ssn_part], stub says 8380"."""
_IN_PIECES = re.compile(
    r"(?<![\d$.,/-])(\d{3})(?![\d/%])GAP(\d{2})(?![\d/%])GAP(\d{4})(?![\d/%])".replace(
        "GAP",
        r"(?:[\s,.;:-]|\b(?:then|and|the|last|next|ones?|first|middle|part|is|are|dash|after|that|it's|its|comes?|finally|final|luego|y|los|ultimos|despues|son|puis|et|les|derniers|enfin|ensuite|digits?|numbers?|with)\b){1,14}",
    )
)
"""A Social Security number told piece by piece: "609 then 44 and the last ones 1753"."""
_IN_NAMED_PIECES = re.compile(
    r"\barea\b(?:\s(?:is|number|no))*[\s:#]{1,2}(\d{3})(?!\d)[\s,;.]{1,3}(?:and\s)?group\b(?:\s(?:is|number|no))*[\s:#]{1,2}(\d{2})(?!\d)(?:[\s,;.]{1,3}(?:and\s|then\s)?serial\b(?:\s(?:is|number|no))*[\s:#]{1,2}(\d{4})(?!\d))?"
)
"""The same by the names that its pieces have: "area 418 group 60 serial 2275"."""
_END_PART = re.compile(
    r"\b(?:end|last|tail|final|ending|first|beginning|front|middle|ultima|final|derniere)\s(?:parts?|bit|ones|piece|section|few|numbers?|digits?|parte|partie)\b(?:\s(?:of|de)\s(?:my|the|mi|mon)?\s?(?:social|ssn|number|seguro|numero)?(?:\ssecurity|\ssocial)?)?[\s:,]*(?:(?:is|are|was|es|son|est|sont|as|number)\s)?\Z"
)
_WEAK_LABEL = re.compile(
    r"\b(?:my|mi|mon|his|her)\s+(?:social|soc|seguro|secu|ss|ssn)(?:\s+(?:number|num|no))?\s*(?:is|es|c'est|est|:|=|#)\s*\Z"
)
_STRONG_LABEL = re.compile(
    r"(?:\bs\.?s\.?n|\bss ?#|\bsocial (?:security )?(?:number|no|num|#)|\bseguro social|\bnumero de (?:seguro|seguridad|secu)\w*(?: social\w*)?|\bnss|\bitin)\s*(?:is|es|c'est|est|:|=|#)?\s*\Z"
)
_SHAPES = {(3, 2, 4), (3, 3, 3), (3, 3, 4), (1, 3, 3, 4), (3, 4), (4, 4, 4, 4), (4, 6, 5)}
"""How Social Security, telephone and card numbers are cut up."""
_NOT_SO_CUT = ("card", "account", "routing", "phone", "secret", "licence", "passport", "number")
"""Kinds whose numbers are not cut up as a Social Security number is, whatever words stand near it."""
_ITIN = re.compile(r"9\d\d\D{1,5}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\D")
_ROUND = re.compile(r"\b(?:hundred|thousand|mil|mille|cien|ciento|cents?)\b")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_BEFORE_UNIT = re.compile(
    r"\s?(?:days?|weeks?|months?|years?|dias|semanas|meses|anos|jours|semaines|mois|ans|am|pm|minutes?|minutos|hours?|horas|heures|times|veces|fois)\b"
)
_BANK = re.compile(r"\b(?:bank|deposit|routing|check(?:ing)?|banco|deposito|banque|depot|virement)\b")


_MOST_TRIES = 40
"""So many numbers may turn out to be no telephone; the rest of a message with more is left to the other rules, which take long numbers as well."""


def has_numbers(draft: Draft) -> bool:
    """Tell whether there is any number that is long enough to be an identifier, or the part of one."""
    if not draft.has_digits and not draft.words & NUMBER_WORDS.keys():
        return False
    fewest = 2 if _PART_WORDS & draft.words else 3
    return any(run.width >= fewest for run in draft.runs())


def take_announced(draft: Draft) -> None:
    """Take the numbers that a label close by announces, and parts of numbers."""
    for match in draft.matches(_IN_PIECES):
        if not re.search(r"[a-z,;]", match[0]):
            continue
        for piece in (1, 2, 3):
            draft.take("ssn_part", *match.span(piece))
    for match in draft.matches(_IN_NAMED_PIECES) if "group" in draft.words else ():
        for piece in (1, 2, 3):
            if match[piece]:
                draft.take("ssn_part", *match.span(piece))
    for match in draft.matches(_AREA_CODE):
        if match[1].startswith("8") or not _has_telephone(draft):
            draft.spare(*match.span(1), lightly=True)
        else:
            draft.take("phone", *match.span(1))
    asked_for = draft.matches(_LAST_FOUR)
    kept = draft.plain
    pieces, at = [], 0
    for match in asked_for:  # the "4" of "last 4: 6789" is no part of the number
        pieces += [kept[at : match.start()], WALL * len(match[0])]
        at = match.end()
    for run in runs("".join(pieces) + kept[at:]) if asked_for else draft.runs():
        for candidate in _candidates(run):
            kind = _announced_kind(draft, candidate)
            if kind:
                draft.take(kind, candidate.start, candidate.end)


def _has_telephone(draft: Draft) -> bool:
    """Tell whether a message has a telephone number to which an area code may belong; alone it tells of nobody."""
    return "[phone]" in draft.marked or any(run.width >= 7 for run in draft.runs())


def take_unannounced(draft: Draft) -> None:
    """Take the numbers that are identifiers by their length or shape alone."""
    found = draft.runs()
    if not any(run.width >= 4 for run in found):
        return
    _take_telephones(draft)
    for run in draft.runs():
        parts = run.parts()
        long = [part for part in parts if _is_long(part)]
        for part in long or ([run] if _is_long(run) and not _is_list(run) else []):
            draft.take(_kind_of_long(draft, part), part.start, part.end)
    _take_whole_message(draft)


def _candidates(run: Run) -> List[Run]:
    """Return the run's parts where one of them is long enough to stand alone, else the whole run."""
    parts = run.parts()
    return parts if any(part.width >= 7 for part in parts) else [run]


def _announced_kind(draft: Draft, run: Run) -> Optional[str]:
    if run.width < 2:
        return None
    before = draft.unmasked[max(0, run.start - 60) : run.start]
    digits = draft.plain[run.start : run.end]
    counts = run.width < 7 and bool(_BEFORE_UNIT.match(draft.unmasked, run.end))
    if not counts and (_PART_OF_FOUR.search(before) or _HIDDEN_REST.search(before)):
        return "ssn_part"
    if 3 <= run.width <= 4 and _OTHER_PART.search(draft.marked[max(0, run.start - 60) : run.start]):
        return "ssn_part"
    if 3 <= run.width <= 5 and _THEN_PART.match(draft.unmasked, run.end):
        return "ssn_part"
    if run.width == 4 and not _YEAR.match(digits) and _CALLED_PART.match(draft.unmasked, run.end):
        return "ssn_part"
    if 2 <= run.width <= 5 and _END_PART.search(before) and not _YEAR.match(digits):
        return "ssn_part"
    if counts:
        return None
    if _EDGE.search(before) and 2 <= run.width <= 6:
        of_identifier = bool(_OF_AN_IDENTIFIER.search(before))
        if of_identifier or (run.width == 4 and not _YEAR.match(digits)):
            return "ssn_part" if run.width >= 3 or of_identifier else None
    if 3 <= run.width <= 5 and _WEAK_LABEL.search(before) and (run.width == 3 or _ends(draft, run)):
        return "ssn_part"
    if 3 <= run.width <= 4 and _STRONG_LABEL.search(before) and not _YEAR.match(digits):
        return "ssn_part"
    label = close_label(draft.unmasked, run.start, run.end, run.width) if run.width >= 3 else None
    if label is None and is_secret_code(draft.unmasked, run):
        return "secret"
    if label is None or (label.kind != "secret" and _is_amount(run, draft)):
        return None
    if run.width == 4 and label.kind in ("account", "card", "ssn", "routing") and _YEAR.match(digits):
        return None
    return label.kind


def _ends(draft: Draft, run: Run) -> bool:
    return not draft.unmasked[run.end :].strip(" .,!")


def _is_amount(run: Run, draft: Draft) -> bool:
    """Tell whether words say a round number, as one says money: "four thousand"."""
    return run.width <= 6 and bool(_ROUND.search(draft.plain[run.start : run.end]))


def _is_long(run: Run) -> bool:
    """Tell whether a run is too long, or has too telling a shape, to be a count, an amount or a date."""
    if run.width >= 9:
        return True
    if run.width < 7:
        return False
    return run.spoken or max(run.groups) >= 3 or set(run.groups) == {1}


def _is_list(run: Run) -> bool:
    """Tell whether a run is an enumeration of small numbers: "62, 65, 66, 67"."""
    inner = run.wide_before[1:]
    if not inner or not all(inner) or run.spoken or run.groups in _SHAPES:
        return False
    return max(run.groups) <= 3 and set(run.groups) != {1}


def _kind_of_long(draft: Draft, run: Run) -> str:
    label = label_around(draft.unmasked, run.start, run.end)
    if run.groups == (3, 2, 4) and (label is None or label.kind in _NOT_SO_CUT):
        return "itin" if _ITIN.match(draft.plain, run.start) else "ssn"
    if label is not None and label.kind not in ("phone", "secret", "number"):
        return label.kind
    if run.width == 9:
        return "routing" if _is_routing(draft, run) else "ssn"
    if label is not None:
        return label.kind
    if 13 <= run.width <= 19:
        return "card"
    return "phone" if run.width in (10, 11) or run.groups == (3, 4) else "number"


def _is_routing(draft: Draft, run: Run) -> bool:
    """Tell whether nine digits are a bank's: the checksum is a hint, what the message is about decides."""
    digits = draft.plain[run.start : run.end]
    if not digits.isdigit() or not _BANK.search(draft.unmasked):
        return False
    return sum(int(digit) * (3, 7, 1)[place % 3] for place, digit in enumerate(digits)) % 10 == 0


def _take_telephones(draft: Draft) -> None:
    """Let the library find telephone numbers of ten digits and more, with a country's code and with an extension."""
    matcher = phonenumbers.PhoneNumberMatcher(
        draft.plain, "US", leniency=phonenumbers.Leniency.POSSIBLE, max_tries=_MOST_TRIES
    )
    for match in list(matcher):
        if sum(character.isdigit() for character in match.raw_string) >= 10 and not _touches_digit(draft, match.end):
            label = label_around(draft.unmasked, match.start, match.end)
            holds_numbers = label is not None and label.kind in ("account", "routing", "card", "medicare", "licence")
            draft.take(label.kind if label and holds_numbers else "phone", match.start, match.end)


def _touches_digit(draft: Draft, end: int) -> bool:
    return bool(re.match(r"[-./ ]?\d{2}", draft.plain[end : end + 3]))


def _take_whole_message(draft: Draft) -> None:
    """Take a message that is nothing but digits in groups: it may be the rest of a number from the message before.

    Single digits (choices), one or two digits (ages), amounts, years and ZIP codes stay: the dialogue asks for them.
    """
    found = draft.runs()
    if len(found) != 1 or draft.plain.strip(" .,!?-") != draft.plain[found[0].start : found[0].end]:
        return
    run = found[0]
    if "/" in draft.plain:
        return
    grouped = len(run.pieces) > 1 and max(run.groups) >= 3 and not any(run.wide_before)
    if (grouped and run.width >= 5) or run.width >= 6 or (run.spoken and run.width >= 4 and len(run.pieces) >= 4):
        draft.take("number", run.start, run.end)


def opens_with_number(draft: Draft) -> bool:
    """Tell whether a message begins with digits, beyond a choice ("1") that is all there is."""
    first = next(iter(draft.runs()), None)
    if first is None or draft.plain[: first.start].strip(" .,-:#("):
        return False
    return first.width >= 2 and not _BEFORE_UNIT.match(draft.plain, first.end)


def take_opening(draft: Draft) -> None:
    """Take the number at the beginning of a message."""
    first = next(iter(draft.runs()), None)
    if first is not None:
        draft.take("number", first.start, first.end)
