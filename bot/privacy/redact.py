"""Takes identifiers out of a message before anything else sees it.

Tuned for recall: a miss can cost a person, a false alarm costs a word. What must survive: SSA's own phone numbers,
form numbers, dollar amounts, dates, ages.
"""

from __future__ import annotations

import re
from typing import Callable, List, NamedTuple, Pattern, Tuple

import phonenumbers

_DASH = r"[-\u2010-\u2015\u2212.\s_/]"


class Redaction(NamedTuple):
    """The text without identifiers, and the kinds that were found."""

    text: str
    kinds: Tuple[str, ...]


_PUBLIC_NUMBERS = {
    "8007721213", "8003250778", "8002690271", "8006771116", "8006334227", "8009675042", "8552901545", "8339142016",
    "8883514024", "8443631423",
}  # fmt: skip

_DATE = r"\d{1,2}[/\-. ]\d{1,2}[/\-. ]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{2,4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{2,4}"
_DIGITS = r"\d(?:[\s-]?\d)"

_BIRTH = re.compile(
    rf"(?i)\b(?:born(?:\s+on)?|dob|d\.o\.b\.?|date\s+of\s+birth|birth\s*da(?:te|y)(?:\s+is)?)[^\dA-Za-z\n]{{0,5}}(?:(?:is|on)\s+)?(?:{_DATE})"
)
_PLAIN_DATE = re.compile(r"(?<![\d-])(?:\d{1,2}/\d{1,2}/(?:19|20)?\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?![\d-])")

_NOT_A_CITIZEN = (
    r"undocumented|illegals?(?:\s+(?:immigrants?|aliens?))?(?!\w|\s+(?:to|for|if|that|\w+ing)\b)|unauthori[sz]ed\s+immigrants?|"
    r"illegally\s+here|here\s+illegally|not\s+here\s+legally|"
    r"out\s+of\s+status|(?:not|never|aint)\s+(?:an?\s+|my\s+)?(?:us\s+|u\.s\.\s+|american\s+)?(?:citizen|legal(?!\s+(?:guardian|married|age|aid|rep|separat|\w+ly))|documented(?!\s+(?:enough|well|in|by)))|non-?\s?citizen|"
    r"(?:an?\s+)?(?:asylum\s+seeker|asylee|refugee|parolee|daca(?:\s+recipient)?|dreamer|tps(?:\s+holder)?)|"
    r"(?:an?\s+)?(?:green\s*card\s+holder|(?:lawful\s+|legal\s+)?permanent\s+resident(?!\s+(?:of|at|in))|lpr)|"
    r"(?:an?\s+|also\s+|already\s+)*(?:us\s+|u\.s\.\s+|american\s+|naturali[sz]ed\s+)?citizens?(?!\s+now)|"
    r"on\s+(?:an?\s+)?(?:work|student|tourist|h-?1-?b|visitor|expired|f-?1|j-?1)\s+visa"
)
_HELD = (
    r"(?:an?\s+|my\s+|the\s+)?(?:daca|tps|asylum|green\s*card|refugee\s+status|u\s+visa|work\s+permit|"
    r"(?:work|student|tourist|visitor|expired)\s+visa|deportation\s+order|removal\s+order)"
)
_FROM = r"(?:\s+from\s+(?-i:[A-Z]\w+(?:\s+[A-Z]\w+)?))?"
_STATUS = re.compile(
    r"(?i)\b(?:i(?:['\u2019]?m|\s+am|\s+was)|(?:we|they)(?:['\u2019]?re|\s+are|\s+were)|(?:he|she|who)(?:['\u2019]?s|\s+is|\s+was)|"
    rf"(?:my|her|his|our)\s+\w+(?:\s+is|\s+are|\s+was|['\u2019]s)|(?:soy|estoy|es|somos))\s+(?:\w+\s+)?(?:{_NOT_A_CITIZEN}|indocumentad[oa]s?|ilegal(?:es)?)\b{_FROM}"
    rf"|\b(?:i|we|he|she|they|(?:my|her|his|our)\s+\w+)\s+(?:only\s+|still\s+)?(?:have|has|had)\s+{_HELD}\b"
    rf"|\b(?:daca|tps)\s+(?:holder|recipient)s?\b|\bas\s+(?:an?\s+)?(?:asylees?|refugees?|asylum\s+seekers?)\b{_FROM}"
    r"|\b(?:no|without|sin|dont\s+have(?:\s+any)?|have\s+no|got\s+no)\s+(?:legal\s+|immigration\s+)?(?:papers|papeles)\b(?!\s+(?:for|from|on|about|to|with|here|at|yet|left|in))"
    r"|\boverstayed(?:\s+(?:my|his|her|our|their|a|the))?(?:\s+visa)?\b"
    r"|\b(?:my|his|her|our|their)\s+(?:\w+\s+)?(?:visa|green\s*card|work\s+permit|ead|daca|tps|asylum(?:\s+case)?)\s+(?:is\s+|has\s+|was\s+|got\s+)?(?:expired|ran\s+out|denied|revoked|pending|over)\b(?!.{0,20}\b(?:bank|debit|credit))"
    r"|\b(?:crossed|snuck\s+across|came\s+over)\s+the\s+border\b(?!\s+(?:to|into)\s+(?:canada|mexico))|\b(?:deportation|removal)\s+order\b"
    r"|\b(?:have|has|had|got|with)\s+no\s+(?:legal\s+|immigration\s+|lawful\s+)?status\b|\b(?:fell|went)\s+out\s+of\s+status\b|\blost\s+(?:my|his|her|our)\s+status\b"
    r"|\b(?:isnt|isn['\u2019]t|aint|am\s+not|is\s+not|are\s+not|arent|aren['\u2019]t)\s+(?:an?\s+)?(?:us\s+|u\.s\.\s+|american\s+)?citizens?\b"
    r"|\b(?:came|entered|got)\s+(?:here\s+|in\s+)?without\s+(?:documents|papers|inspection|a\s+visa)\b"
    r"|\bi-?94\s+(?:is\s+|has\s+)?expired\b|\b(?:was|were|got|been)\s+deported\b|\bundocumented\s+(?:person|people|immigrant|mother|father)s?\b"
    r"|\b(?:applied|applying|asked|waiting)\s+for\s+asylum\b|\b(?:seeking|granted|got|pending|denied)\s+asylum\b|\basylum\s+(?:is\s+)?pending\b"
    r"|\bgreen\s*card\s+holder\b|\b(?:was|were|been)\s+paroled\s+in(?:to)?\b|\bhave\s+an?\s+h-?1-?b\b"
    r"|\bno\s+(?:tengo|tenemos|tiene)\s+(?:papeles|documentos)\b|\b(?:no\s+)?soy\s+(?:ciudadan[oa]|residente(?:\s+permanente)?)\b"
)
"""A person's immigration status, volunteered. What a task is about ("I became a citizen, update my record") stays."""

_LABELED_ALIEN_NUMBER = re.compile(
    r"(?i)\b(?:alien|uscis|a)(?:[\s-]+registration)?[\s-]*(?:number|no\.?|num|#)[^\d\n]{0,12}(?:\d[\s-]?){6,9}\d?(?!\d)"
)
_RECEIPT_NUMBER = re.compile(r"\b(?:[A-Z]{3}|[a-z]{3})[-\s]?(?:\d[-\s]?){9}\d\b")

_PATTERNS: List[Tuple[str, Pattern[str]]] = [
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+")),
    ("ip", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")),
    ("alien_number", re.compile(r"\b(?:A[-#\s]{0,3}|a[-#\s]?)(?:\d[-\s]?){6,8}\d\b")),
    ("receipt_number", re.compile(r"\b[A-Za-z]{3}[-\s]?\d{10}\b")),
    ("card", re.compile(rf"(?<!\d)(?:\d{_DASH}?){{13,}}(?!\d)")),
    ("ssn", re.compile(rf"(?<![\d$-])\d{{3}}{_DASH}{{0,3}}\d{{2}}{_DASH}{{0,3}}\d{{4}}(?![\d])")),
    (
        "ssn_part",
        re.compile(r"(?i)\b(?:last\s*(?:4|four)|ultimos\s+(?:4|cuatro))[^\d\n]{0,25}(?<!\$)\d{4}\b"),
    ),
    (
        "ssn_part",
        re.compile(r"(?i)\b(?:ends?|ending)\s+(?:in|with)[^\d\n]{0,25}(?!(?:19|20)\d\d\b)(?<!\$)\d{4}\b"),
    ),
    (
        "ssn",
        re.compile(rf"(?i)\b(?:ssn|social security (?:number|no|#)|social\s*#|soc)\b[^\d\n]{{0,20}}{_DIGITS}{{4,}}"),
    ),
    (
        "account",
        re.compile(rf"(?i)\b(?:account|acct|routing|aba)\b(?:\s*(?:number|no|num|#))?[^\d\n]{{0,15}}{_DIGITS}{{4,}}"),
    ),
    ("secret", re.compile(r"(?i)(?<!zip )(?<!area )\b(?:password|passcode|pin|code)\s*(?:is|:|=)\s*(?=\S*\d)\S+")),
    ("number", re.compile(rf"(?<![\d$])(?:\d{_DASH}?){{8,}}\d(?!\d)")),
]


def redact(text: str) -> Redaction:
    """Replace identifiers by their kind in brackets, as in ``[ssn]``."""
    kinds: List[str] = []
    text = _HIDING_PLACES.sub("", text)
    kept = _replace("birth_date", _BIRTH, text, kinds)
    kept = _replace("status", _STATUS, kept, kinds)
    kept = _replace("alien_number", _LABELED_ALIEN_NUMBER, kept, kinds)
    kept = _replace("receipt_number", _RECEIPT_NUMBER, kept, kinds)
    kept, restore = _protect(kept)
    kept = _phones(kept, kinds)
    for kind, pattern in _PATTERNS:
        kept = _replace(kind, pattern, kept, kinds)
    return Redaction(restore(kept), tuple(dict.fromkeys(kinds)))


def _replace(kind: str, pattern: Pattern[str], text: str, kinds: List[str]) -> str:
    replaced, count = pattern.subn(f"[{kind}]", text)
    if count:
        kinds.append(kind)
    return replaced


_PLACEHOLDER = re.compile(r"\[[a-z_]+\]")
_ZIP_CODE = re.compile(r"(?i)\bzip(?:\s+code)?(?:\s+is)?\s+\d{5}(?:-\d{4})?\b")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[\s,]+(?:and\s+)?(?:19|20)\d\d)+(?!\d)")
_HIDING_PLACES = re.compile("[\ue000-\uf8ff]")
"""Private characters; ours mark what is protected, so none may come in from outside."""


def _protect(text: str) -> Tuple[str, Callable[[str], str]]:
    """Hide public phone numbers and plain dates from the patterns, and return a way to put them back."""
    hidden_parts: List[str] = []

    def keep(part: str) -> str:
        hidden_parts.append(part)
        return f"\ue000{chr(0xE100 + len(hidden_parts) - 1)}\ue001"

    def keep_public(match: "re.Match[str]") -> str:
        digits = re.sub(r"\D", "", match.group(0))[-10:]
        return keep(match.group(0)) if digits in _PUBLIC_NUMBERS and len(hidden_parts) < 999 else match.group(0)

    def keep_whole(match: "re.Match[str]") -> str:
        return keep(match.group(0)) if len(hidden_parts) < 999 else match.group(0)

    hidden = _PLACEHOLDER.sub(keep_whole, text)
    hidden = re.sub(r"(?<!\d)(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}(?!\d)", keep_public, hidden)
    hidden = _PLAIN_DATE.sub(keep_whole, hidden)
    hidden = _ZIP_CODE.sub(keep_whole, hidden)
    hidden = _YEARS.sub(keep_whole, hidden)

    def restore(redacted: str) -> str:
        for index, part in enumerate(hidden_parts):
            redacted = redacted.replace(f"\ue000{chr(0xE100 + index)}\ue001", part)
        return redacted

    return hidden, restore


def _phones(text: str, kinds: List[str]) -> str:
    matches = list(phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE))
    for match in reversed(matches):
        if len(re.sub(r"\D", "", match.raw_string)) >= 10:
            kinds.append("phone")
            text = f"{text[: match.start]}[phone]{text[match.end :]}"
    return text
