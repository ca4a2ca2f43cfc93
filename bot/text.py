"""Text as people type it, made even before anything looks at it."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2000
"""Characters of a message that are read; the rest of a very long message is ignored."""

_QUOTES = re.compile("['\u2018\u2019\u02bc\u0060\u00b4]")
_PLACEHOLDER = re.compile(r"\[[a-z_]+\]")  # what redaction put in place of an identifier
_ANNOUNCED = re.compile(
    r"\b(?:(?:my|her|his|the|their) )?(?:full )?(?:ssn|social(?: security)?(?: number| no)?|number|dob|birthday|date of birth|phone"
    r"(?: number)?|account(?: number)?|card(?: number)?) ?(?:is|was|:|#)? ?\[[a-z_]+\](?: ?(?:,|and))*"
)  # what announces an identifier goes with it: "my ssn is [ssn] and i lost my card"
READ_AS = {
    "age_child": "8",
    "age_teen": "15",
    "age_grown": "18",
    "age_adult": "40",
    "age_midlife": "55",
    "age_early": "62",
    "age_full": "65",
    "age_elder": "72",
    "new_status": "citizen",
    "immigration_paper": "green card",
}
"""How what redaction puts in a place is read by the understanding, where advice or the errand depends on it: a typical
age for each band of ages, the commonest new status for any of which a change is told, the commonest paper."""
_READ = re.compile(r"\[(age_[a-z]+|new_status|immigration_paper)\]")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """Drop control and formatting characters, and cut very long messages."""
    start = text[: LONGEST * 5]
    if not start.isprintable():
        start = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " for c in start)
    return _SPACE.sub(" ", start).strip()[:LONGEST]


def even(text: str) -> str:
    """Return the text in lower case, without apostrophes, with single spaces: "Don't" becomes "dont"."""
    plain = _PLACEHOLDER.sub(" ", _ANNOUNCED.sub(" ", with_placeholders(text)))
    return _SPACE.sub(" ", plain).strip()


def with_placeholders(text: str) -> str:
    """Return the same, with what redaction put in place of identifiers ("my ssn is [ssn]")."""
    lower = unicodedata.normalize("NFKC", visible(text).translate(_SIGNS)).lower()
    if "[" in lower:
        lower = _READ.sub(lambda match: READ_AS.get(match[1], " "), lower)
    return _SPACE.sub(" ", _QUOTES.sub("", lower)).strip()


def bare(text: str) -> str:
    """Return only the letters, digits and single spaces of the text, for comparing whole messages."""
    return _SPACE.sub(" ", re.sub(r"[^\w\s]", " ", even(text))).strip()


def unaccented(text: str) -> str:
    """Return the same without accents: "¡Arrêter!" becomes "arreter"."""
    apart = unicodedata.normalize("NFD", bare(text))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if not unicodedata.combining(sign)))


_SIGNS = str.maketrans(
    {
        "\N{THUMBS UP SIGN}": " yes ",
        "\N{OK HAND SIGN}": " ok ",
        "\N{WHITE HEAVY CHECK MARK}": " yes ",
        "\N{THUMBS DOWN SIGN}": " no ",
        "\N{CROSS MARK}": " no ",
        "\N{SHRUG}": " not sure ",
        "\N{PERSON WITH FOLDED HANDS}": " thanks ",
    }
)
"""Pictures that stand for a word. Others say how people feel, and are left out."""


_ASKS_FOR_MEANING = re.compile(
    r"^(so |but |and |ok )?(what|whats)( is| are| does| do| s)?\b(?!.*\bif\b).{0,40}$|(?<!i )\bmeans?\b", re.IGNORECASE
)


def asks_for_meaning(text: str) -> bool:
    """Tell whether a sentence asks what a word means; such a sentence states nothing and wishes for nothing else."""
    return bool(_ASKS_FOR_MEANING.search(even(text)))


def in_another_script(text: str) -> bool:
    """Tell whether most letters of a text are not Latin ones."""
    letters = [character for character in text if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(character, "") for character in letters)
    return bool(letters) and latin < len(letters) / 2
