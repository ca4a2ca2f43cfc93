"""How dates are written in English, Spanish and French; pieces for patterns over the folded message."""

from __future__ import annotations

import re

from bot.privacy.finding.draft import Draft
from bot.privacy.finding.number_words import ANY

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    r"ene(?:ro)?|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|sep?tiembre|octubre|noviembre|dic(?:iembre)?|"
    r"janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|septembre|octobre|novembre|decembre)\b\.?"
)
FIRST_TO_NINETEENTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = [
    *FIRST_TO_NINETEENTH,
    "twentieth",
    "thirtieth",
    "twenty-first",
    "thirty-first",
    "primero",
    "premier",
]
_DIGIT = r"[\doil]"
"""Digits, and the letters that are typed for them: "o3/l4/l952"."""
_SPOKEN_DAY = rf"(?:(?:twenty|thirty)[- ])?(?:{'|'.join(_ORDINALS)})\b|(?:(?:{ANY})\b[- ]?){{1,3}}"
DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|ro|o)?\b|{_SPOKEN_DAY})"
_CENTURY = r"(?:nineteen|twenty|two thousand|mil novecientos|dos mil|mille neuf cents?|dix[- ]neuf cents?|deux mille)\b"
SPOKEN_YEAR = rf"{_CENTURY}(?:[- ]{{1,2}}(?:and|y|et|oh|hundred|{ANY})\b){{0,5}}"
_SHORT_SPOKEN_YEAR = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|trente|quarante|cinquante|soixante|quatre-vingt)"
    rf"(?:[- ](?:(?:y|et) )?(?:{ANY})\b)?(?:[- ](?:{ANY})\b)?"
)
YEAR = rf"(?:(?:'\s?)?\d{{4}}\b|'\s?\d\d\b|\d\d\b(?!\s*(?:am|pm|h|:))|{SPOKEN_YEAR}|{_SHORT_SPOKEN_YEAR}\b)"
_OF = r"(?:\s*,?\s*(?:of|de|del|d'|en|in|,)\s*|\s*,?\s+|[-/])"
_SEPARATOR = r"(?:\s?[-/., \n]\s?|\sdel?\s)"

WRITTEN = (
    rf"(?:{MONTH}(?:\s+|[-/])(?:the\s+)?{DAY}(?:{_OF}{YEAR})?|{DAY}{_OF}{MONTH}(?:{_OF}{YEAR})?|"
    rf"{MONTH}(?:{_OF})(?:\d{{4}}|'\d\d|{SPOKEN_YEAR}))"
)
"""A date with the name of a month; the year may be left out."""
FIGURES = (
    rf"(?:{_DIGIT}{{4}}{_SEPARATOR}{_DIGIT}{{1,2}}{_SEPARATOR}{_DIGIT}{{1,2}}(?!\d)|"
    rf"{_DIGIT}{{1,2}}{_SEPARATOR}{_DIGIT}{{1,2}}{_SEPARATOR}'?(?:{_DIGIT}{{4}}|{_DIGIT}{{2}})(?![\d]))"
)
"""A date in figures."""
SOLID = r"(?:\d{8}|\d{6})(?!\d)"
"""A date in figures without anything between them; only a label tells that it is one."""

_D = r"(?:0?[1-9]|[12]\d|3[01])"
LIKELY_FIGURES = (
    rf"(?<![\d])(?<!\d[-/.])(?:{_D}([-/.]){_D}\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/.]){_D}\2{_D})(?!\d|[-/.]\d)"
)
"""A date in figures that could not well be anything else, as on letters."""

_MONTHS = re.compile(MONTH)


def has_month(draft: Draft) -> bool:
    """Tell whether a message names a month; most dates need one, and messages without are done with quickly."""
    return any(_MONTHS.fullmatch(word) for word in draft.words)
