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

_PATTERNS: List[Tuple[str, Pattern[str]]] = [
    ("email", re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")),
    ("ip", re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")),
    ("alien_number", re.compile(r"\b[aA][-#\s]?(?:\d[-\s]?){7,9}\b")),
    ("receipt_number", re.compile(r"\b[A-Za-z]{3}[-\s]?\d{10}\b")),
    ("card", re.compile(rf"(?<!\d)(?:\d{_DASH}?){{13,19}}(?!\d)")),
    ("ssn", re.compile(rf"(?<![\d$-])\d{{3}}{_DASH}{{0,3}}\d{{2}}{_DASH}{{0,3}}\d{{4}}(?![\d])")),
    (
        "ssn_part",
        re.compile(
            r"(?i)\b(?:last\s*(?:4|four)|ends?\s+(?:in|with)|ending\s+(?:in|with)|ultimos\s+(?:4|cuatro))"
            r"[^\d\n]{0,25}\d{4}\b"
        ),
    ),
    ("ssn", re.compile(r"(?i)\b(?:ssn|social security (?:number|no|#)|social\s*#|soc)\b[^\d\n]{0,20}\d[\d\s-]{3,}")),
    (
        "account",
        re.compile(r"(?i)\b(?:account|acct|routing|aba)\b(?:\s*(?:number|no|num|#))?[^\d\n]{0,15}\d[\d\s-]{4,}"),
    ),
    ("secret", re.compile(r"(?i)\b(?:password|passcode|pin|code)\s*(?:is|:|=)\s*\S+")),
    (
        "birth_date",
        re.compile(
            r"(?i)\b(?:born(?:\s+on)?|dob|d\.o\.b\.?|birth\s*da(?:te|y)(?:\s+is)?)[^\dA-Za-z\n]{0,5}"
            r"(?:(?:on\s+)?(?:\d{1,2}[/\-. ]\d{1,2}[/\-. ]\d{2,4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{2,4}))"
        ),
    ),
    ("number", re.compile(rf"(?<![\d$])(?:\d{_DASH}?){{8,}}\d(?!\d)")),
]


def redact(text: str) -> Redaction:
    """Replace identifiers by their kind in brackets, as in ``[ssn]``."""
    kinds: List[str] = []
    kept, restore = _protect(text)
    kept = _phones(kept, kinds)
    for kind, pattern in _PATTERNS:
        if pattern.search(kept):
            kinds.append(kind)
            kept = pattern.sub(f"[{kind}]", kept)
    return Redaction(restore(kept), tuple(dict.fromkeys(kinds)))


def _protect(text: str) -> Tuple[str, Callable[[str], str]]:
    """Hide public phone numbers from the patterns, and return a way to put them back."""
    public: List[str] = []

    def hide(match: "re.Match[str]") -> str:
        digits = re.sub(r"\D", "", match.group(0))[-10:]
        if digits not in _PUBLIC_NUMBERS:
            return match.group(0)
        public.append(match.group(0))
        return f"\ue000{chr(0xE100 + len(public) - 1)}\ue001"

    hidden = re.sub(r"(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}", hide, text)

    def restore(redacted: str) -> str:
        for index, number in enumerate(public):
            redacted = redacted.replace(f"\ue000{chr(0xE100 + index)}\ue001", number)
        return redacted

    return hidden, restore


def _phones(text: str, kinds: List[str]) -> str:
    matches = list(phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.POSSIBLE))
    for match in reversed(matches):
        if len(re.sub(r"\D", "", match.raw_string)) >= 10:
            kinds.append("phone")
            text = f"{text[: match.start]}[phone]{text[match.end :]}"
    return text
