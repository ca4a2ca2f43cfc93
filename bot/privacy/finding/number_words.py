"""Numbers in words, in English, Spanish and French: how many digits they stand for.

What a number is matters little here, only that it is one and how long it is: "seis mil noventa y tres" is four digits
long, and so may be the end of a Social Security number. All words are without accents, as the folded message is.
"""

from __future__ import annotations

from typing import Dict, Iterable, NamedTuple, Optional, Sequence, Tuple


class NumberWord(NamedTuple):
    """How many digits a word stands for, and how many of them the next words may fill ("forty" - "five")."""

    width: int
    room: int = 0
    multiplies: bool = False


_UNITS = (
    "zero oh one two three four five six seven eight nine nought "
    "cero uno un dos tres cuatro cinco seis siete ocho nueve "
    "une deux trois quatre cinq sept huit neuf"
)
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veintiuno veintiun veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve "
    "onze douze treize quatorze quinze seize"
)
_TENS = (
    "twenty thirty forty fourty fifty sixty seventy eighty ninety diez veinte treinta cuarenta cincuenta sesenta "
    "setenta ochenta noventa dix vingt vingts trente quarante cinquante septante octante nonante"
)
_TENS_BEFORE_TEENS = "soixante"
"""French counts on from sixty: "soixante-douze" is 72."""
_HUNDREDS = (
    "cien ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_TIMES_HUNDRED = "hundred cent cents"
_TIMES_THOUSAND = "thousand mil mille"


def _all() -> Dict[str, NumberWord]:
    groups: Tuple[Tuple[str, NumberWord], ...] = (
        (_UNITS, NumberWord(1)),
        (_TEENS, NumberWord(2)),
        (_TENS, NumberWord(2, room=1)),
        (_TENS_BEFORE_TEENS, NumberWord(2, room=2)),
        (_HUNDREDS, NumberWord(3, room=2)),
        (_TIMES_HUNDRED, NumberWord(3, room=2, multiplies=True)),
        (_TIMES_THOUSAND, NumberWord(4, room=3, multiplies=True)),
    )
    return {word: kind for words, kind in groups for word in words.split()}


NUMBER_WORDS = _all()
REPEATS = {"double": 1, "doble": 1, "triple": 2}
"""Words that say the next digit more than once, and how many digits that adds."""
ANY = "|".join(sorted((*NUMBER_WORDS, *REPEATS), key=len, reverse=True))
"""For patterns: any one of the words."""
SPOKEN = rf"(?:(?:{ANY})\b(?:[-\s]+(?:and|y|et)\b)?[-\s]{{0,2}}){{1,8}}"
"""For patterns: a number in words, with what stands between its words."""


def width(words: Iterable[str]) -> int:
    """Return how many digits number words stand for: nine for "four one seven double oh two nine three one"."""
    total = room = 0
    for word in words:
        total += REPEATS.get(word, 0)
        number = NUMBER_WORDS.get(word)
        if number is None:
            continue
        if number.multiplies and total:
            total += number.width - 1
        elif number.width > room:
            total += number.width
        room = number.room
    return total


def _values() -> Dict[str, int]:
    rows = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve "
        "veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve",
        "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    )
    tens = (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "vingt trente quarante cinquante soixante septante octante nonante",
    )
    values = {word: number for row in rows for number, word in enumerate(row.split())}
    values.update({word: 10 * number for row in tens for number, word in enumerate(row.split(), start=2)})
    values.update(
        {"une": 1, "una": 1, "veintiun": 21, "fourty": 40, "cien": 100, "cent": 100, "hundred": 100, "ciento": 100}
    )
    return values


_VALUES = _values()


_MULTIPLIES = {"vingt", "vingts", "hundred", "cent", "cents"}


def value(words: Sequence[str]) -> Optional[int]:
    """Return a number below two hundred that words say ("quatre-vingt-deux" is 82), or ``None`` for other words.

    Digits said one by one ("nine six six") are no number of that kind.
    """
    total = 0
    last = 0
    for word in words:
        if word in ("and", "y", "et", "a"):
            continue
        if 0 < last < 10 and word not in _MULTIPLIES:
            return None
        last = _VALUES.get(word, 0)
        if word == "vingts" or word == "vingt" and total == 4:
            total = 80
        elif word in _VALUES:
            total = 100 * max(total, 1) if word == "hundred" else total + _VALUES[word]
        else:
            return None
    return total
