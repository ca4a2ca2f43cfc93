"""How a text travels as SMS: which alphabet it needs, how many segments it takes, and which signs have a plain equal.

A text whose characters are all in GSM-7 takes 160 of them alone, or 153 in each segment of several; a few take two places (an escape
and a character), which stay together. Any other character makes it UCS-2: 70 units alone, 67 in each of several; an emoji takes
two units or more, and a pair stays together.
"""

from __future__ import annotations

import unicodedata
from typing import List, NamedTuple

GSM7 = "GSM-7"
UCS2 = "UCS-2"

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_ESCAPED = frozenset("\f^{}\\[~]|€")

_ALONE = {GSM7: 160, UCS2: 70}
_TOGETHER = {GSM7: 153, UCS2: 67}

_PLAIN = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u2023\u25aa\u25cf\u25e6\u2610",
    "...": "\u2026",
    " ": "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "": "\u00ad\u200b\u2060\ufeff",
}
_TO_PLAIN = str.maketrans({sign: plain for plain, signs in _PLAIN.items() for sign in signs})


class Size(NamedTuple):
    """What a text takes on the way.

    Attributes:
        encoding: :data:`GSM7` or :data:`UCS2`.
        segments: how many messages the phone company counts, and charges.
    """

    encoding: str
    segments: int


def plain(text: str) -> str:
    """Replace signs that have an equal in GSM-7: quotes, dashes, bullets, spaces. Letters keep their accents."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_TO_PLAIN)


def measure(text: str) -> Size:
    """Return the encoding and the number of segments of a text; none for an empty one."""
    signs = set(text)
    if signs <= _BASIC:
        return Size(GSM7, _even_segments(len(text), GSM7))
    if signs <= _BASIC | _ESCAPED:
        return Size(GSM7, _segments([2 if character in _ESCAPED else 1 for character in text], GSM7))
    if max(signs) <= "\uffff":
        return Size(UCS2, _even_segments(len(text), UCS2))
    return Size(UCS2, _segments([2 if character > "\uffff" else 1 for character in text], UCS2))


def _even_segments(length: int, encoding: str) -> int:
    if length <= _ALONE[encoding]:
        return min(length, 1)
    return -(-length // _TOGETHER[encoding])


def _segments(widths: List[int], encoding: str) -> int:
    """Fill segments one after the other; what takes two places is not divided between two."""
    if sum(widths) <= _ALONE[encoding]:
        return 1
    room = _TOGETHER[encoding]
    segments, used = 1, 0
    for width in widths:
        if used + width > room:
            segments, used = segments + 1, 0
        used += width
    return segments
