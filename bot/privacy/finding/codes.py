"""Identifiers of letters and digits: A-numbers, receipts, Medicare, licences, passports, IBAN, claim numbers."""

from __future__ import annotations

import re
from typing import List

from bot.privacy.finding.cues import Cue, cue
from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.labels import label_around
from bot.privacy.finding.lists import STATE_CODES, STATES
from bot.privacy.finding.number_words import NUMBER_WORDS

_S = r"[-\s.#:]{0,3}"
_ALIEN_NUMBER = cue(rf"(?<![a-z0-9])(?<!part )(?<!parte )a{_S}(?:\d[-\s.]?){{6,8}}\d(?!\d)")
"""An A and seven to nine digits."""
_SERVICE_CENTERS = "ioe|msc|eac|wac|lin|src|nbc|ysc|mct|tsc|vsc|zar|zch|zla|zny|tex|cli"
_SPACED_CENTERS = "|".join(r"[ -]?".join(name) for name in _SERVICE_CENTERS.split("|"))
_RECEIPT = (
    re.compile(rf"(?<![a-z0-9])(?:{_SPACED_CENTERS})[-\s:#]{{0,3}}(?:[\doil][-\s]?){{9}}[\doil](?!\d)"),
    re.compile(r"\b(?!ssn|tel|cel|num|dob|rtn|aba|ein|acc|cta)[a-z]{3}\d{10}\b"),
)
"""A service centre and ten digits; three letters of our own labels are no centre."""

_LETTER = r"[a-z]"
_EITHER = r"[a-z0-9]"
_M = r"[-\s./]{0,3}"
_MEDICARE = re.compile(
    rf"(?<![a-z0-9])[1-9li]{_M}{_LETTER}{_M}{_EITHER}{_M}[\doil]{_M}{_LETTER}{_M}{_EITHER}{_M}[\doil]{_M}{_LETTER}{_M}{_LETTER}{_M}[\doil]{_M}[\doil](?![a-z0-9])"
)
"""The shape that Medicare gives its numbers: eleven characters in a fixed order of digits and letters."""

_IBAN = re.compile(
    r"(?<![a-z0-9])[a-z]{2}\d{2}[ -]?(?=[a-z0-9 -]*\d{4})[a-z0-9]{4}(?:[ -]?[a-z0-9]{2,4}){2,8}(?![a-z0-9])"
)
_CASED_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])")
_CARD_WITH_DATE = re.compile(
    r"(?<!\d)(?:\d[- .]?){12,18}\d\W{0,3}(?:exp(?:ires|iration|iry)?|valid(?: thru)?|vence|vto|thru|expire)?\.?(?: date)?\W{0,3}\d{1,2}\s?[/-]\s?\d{2,4}(?!\d)"
)
_MASKED = re.compile(r"(?<![a-z0-9*#])[x*#]{2,}(?:[-\s][x*#]{2,}){0,3}[-\s]?\d{2,6}(?!\d)")
"""The end of a number as letters and cards print it: xxx-xx-6789, XXXX8899."""
_EXPIRY = cue(r"\bexp\.?(?:\sdate)?[\s:]{0,2}\d{1,2}\s?[/-]\s?\d{2,4}(?![\d/])")
_CARD_WORDS = frozenset(("card", "visa", "cvv", "cvc", "mastercard", "tarjeta", "carte"))
_CLAIM_NUMBER = re.compile(r"(?<!\d)\d{3}[-\s.]?\d{2}[-\s.]?\d{4}(?:-?[A-Z]{1,2}\d?|\s[A-Z]\d?)(?![A-Za-z0-9])")
"""A Social Security number with the letters that tell whose benefit it is: 123-45-6789A, 123-45-6789 C1."""

_ANY_STATE = "|".join(sorted(STATES, key=len, reverse=True)) + "|" + "|".join(code.lower() for code in STATE_CODES)
_VALUE = r"(?:[a-z]{0,3}[-\s]?[a-z0-9]*\d[a-z0-9]*(?:[-\s.]{1,2}(?!(?:and|y|et|is)\b)[a-z0-9]{0,4}\d[a-z0-9]*){0,6})"
_ANNOUNCING = rf"(?:[\s:#=.]|\b(?:number|numero|num|no|n|nro|card|is|es|est|c'est|my|mi|mon|de|del|the|here|was|from|of|of the|state of|{_ANY_STATE}|manejar|conducir|conduire|state|id)\b){{0,8}}"
_LICENCE = cue(
    rf"\b(?:driver'?s?\s?licen[cs]e|driving licen[cs]e|licen[cs]e (?:number|num|no|is)|licencia(?: de (?:manejar|conducir))?|permis(?: de conduire)?|dl|d\.l\.|state id|licen[cs]e|lic|dmv id|id card)\b{_ANNOUNCING}({_VALUE})"
)
_PASSPORT = cue(rf"\b(?:passport|pasaporte|passeport)\b{_ANNOUNCING}({_VALUE})")
_LABELLED_MEDICARE = cue(rf"\b(?:medicare|mbi)\b{_ANNOUNCING}({_VALUE})")
_FAR_PASSPORT = cue(
    r"\b(?:passports?|pasaportes?|passeports?)\b[^\d.;!?\n]{0,45}?\b([a-z]{1,2}\s?\d{6,8}|\d{9})(?![\d-])"
)
_FAR_LICENCE = cue(
    r"\b(?:licen[cs]es?|licencias?|permis|dmv)\b[^\d.;!?\n]{0,45}?\b((?=[a-z0-9-]*\d{4})(?=[a-z0-9-]*[a-z])[a-z0-9]{6,16}|\d{7,12})(?![\d-])"
)
_SERIAL = re.compile(
    r"(?<![\w./@-])(?=[a-z]*\d)(?=\d*[a-z])(?=(?:[a-z]*\d){5})(?=(?:\d*[a-z]){2})[a-z0-9]{8,20}(?![\w/@-])"
)
"""Letters and figures mixed, too long for any word: a number of some paper, whichever."""
_MIXED = re.compile(
    r"(?<![\w./@-])(?=[a-z]*\d)(?=\d*[a-z])(?:[a-z]{1,3}\d{1,3}){3,6}[a-z]{0,3}(?![\w/@-])|(?<![\w./@-])(?:\d{1,3}[a-z]{1,3}){3,6}\d{0,3}(?![\w/@-])"
)
"""Letters and figures by turns, as codes in letters have them: M4T9K2WL."""
_CODE_WITH_LETTER = re.compile(r"(?<![\w-])[a-z]-\d{6}(?![\w-])")
"""As codes in text messages have them: G-441902."""
_THEN_LABEL = re.compile(
    r"(?<![\w.@-])(?P<value>[a-z]{0,2}\d[\d -]{4,12}\d)\s(?:is|es|est|was|thats|that's|c'est)\s(?:(?:my|the|his|her|our|mi|su|el|la|mon|ma|le|son|sa)\s)?(?:\w+\s)?(?P<label>passport|pasaporte|passeport|licen[cs]e|licencia|permis)\b"
)
"""The number before its label: "G40219-377 is the passport"."""
_LIKE_SSN = re.compile(
    r"(?<![\w-])(?=(?:[-\s.]?[a-z]?\d){6})[\doilsb]{3}([-\s.]{1,3})[\doilsb]{2}\1[\doilsb]{4}(?![\w-])"
)
"""Letters scanned for digits: "515 O2 8I47"."""
_MASK = re.compile(r"[x*#][x*#]")
_TEN_DIGITS = re.compile(r"\d{10}")
_COUNTRY_CODE = re.compile(r"[A-Z][A-Z]\d\d")
_CLAIM_LETTER = re.compile(r"[0-9]{4}[-\s]?[A-Z]")
_LETTER_FOR_DIGIT = re.compile(r"[oilsb]\d")
_LETTER_BY_DIGIT = re.compile(r"[a-z]\d|\d[a-z]")
"""Without these the patterns above cannot match; they are found many times faster."""
_FEWEST = 5
_FEWEST_OF_MEDICARE = 4
_NUMERIC = frozenset(NUMBER_WORDS)
_SPELLED = re.compile(r"[a-z]+|\d+")
_SPELLED_JOINT = re.compile(r"[-\s./,()]{0,4}")
_TWO_SIGNS = re.compile(r"(?<![a-z0-9'])[a-z0-9][-\s./,]{1,3}[a-z](?![a-z0-9'])")
_NEW_SENTENCE = frozenset("ai")
"""Letters that are words as well, which a sentence may begin with."""
_SPELLED_FEWEST = 8


def take_codes(draft: Draft) -> None:
    """Take what has a shape of its own, and licences and passports behind their label."""
    if not draft.has_digits and not draft.words & _NUMERIC:
        return
    if draft.has_digits:
        _take_shapes(draft)
    if _TWO_SIGNS.search(draft.plain):
        _take_spelled(draft)


def _take_shapes(draft: Draft) -> None:
    if "/" in draft.plain or "-" in draft.plain:
        draft.take_all("card", _CARD_WITH_DATE)
    if _MASK.search(draft.plain):
        draft.take_all("ssn_part", _MASKED)
    if draft.words & _CARD_WORDS:
        draft.take_all("card", _EXPIRY)
    for match in draft.matches(_MEDICARE):
        if sum(character.isdigit() for character in match[0]) >= _FEWEST_OF_MEDICARE:
            draft.take("medicare", *match.span())
    draft.take_all("receipt_number", _RECEIPT[0])
    if _TEN_DIGITS.search(draft.plain):
        draft.take_all("receipt_number", _RECEIPT[1])
    _take_labelled(draft, "medicare", _LABELLED_MEDICARE)
    _take_labelled(draft, "licence", _LICENCE)
    _take_labelled(draft, "passport", _PASSPORT)
    draft.take_all("alien_number", _ALIEN_NUMBER)
    draft.take_all("passport", _FAR_PASSPORT, 1)
    for match in draft.matches(_THEN_LABEL):
        draft.take("passport" if match["label"].startswith("pa") else "licence", *match.span("value"))
    draft.take_all("secret", _CODE_WITH_LETTER)
    draft.take_all("licence", _FAR_LICENCE, 1)
    if _COUNTRY_CODE.search(draft.cased):
        draft.take_all("account", _CASED_IBAN, cased=True)
    if "iban" in draft.words:
        draft.take_all("account", _IBAN)
    if _CLAIM_LETTER.search(draft.cased):
        for match in draft.matches(_CLAIM_NUMBER, cased=True):
            draft.take(_kind_of_claim(draft, match.start(), match.end()), *match.span())
    if _LETTER_FOR_DIGIT.search(draft.plain):
        for match in draft.matches(_LIKE_SSN):
            if 6 <= sum(character.isdigit() for character in match[0]) < 9:
                draft.take("ssn", *match.span())
    if _LETTER_BY_DIGIT.search(draft.plain):
        draft.take_all("number", _SERIAL)
        draft.take_all("number", _MIXED)


def _take_labelled(draft: Draft, kind: str, pattern: Cue) -> None:
    for match in draft.matches(pattern):
        if sum(character.isdigit() for character in match[1]) >= _FEWEST:
            draft.take(kind, *match.span(1))


def _kind_of_claim(draft: Draft, start: int, end: int) -> str:
    label = label_around(draft.unmasked, start, end)
    return "medicare" if label is not None and label.kind == "medicare" else "ssn"


def _take_spelled(draft: Draft) -> None:
    """Take what is spelled sign by sign: "one E G four T E five M K seven three"."""
    signs: List["re.Match[str]"] = []
    for match in [*_SPELLED.finditer(draft.plain), None]:
        follows = (
            match is not None
            and (not signs or bool(_SPELLED_JOINT.fullmatch(draft.plain, signs[-1].end(), match.start())))
            and _is_sign(match[0])
            and not (match[0] in _NEW_SENTENCE and signs and "." in draft.plain[signs[-1].end() : match.start()])
        )
        if match is not None and follows:
            signs.append(match)
            continue
        _take_signs(draft, signs)
        signs = [match] if match is not None and _is_sign(match[0]) else []


def _is_sign(token: str) -> bool:
    return len(token) == 1 or token in NUMBER_WORDS


def _take_signs(draft: Draft, signs: List["re.Match[str]"]) -> None:
    letters = sum(len(sign[0]) == 1 and sign[0].isalpha() for sign in signs)
    numeric = len(signs) - letters
    if len(signs) < _SPELLED_FEWEST or letters < 2 or numeric < 3:
        return
    start, end = signs[0].start(), signs[-1].end()
    if WALL not in draft.plain[start:end]:
        label = label_around(draft.unmasked, start, end)
        draft.take(label.kind if label else "number", start, end)
