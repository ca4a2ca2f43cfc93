"""Amounts of money without a sign: "i made 61500", "the limit is 23400", "tengo 18200 ahorrados".

Four to seven digits look like a ZIP code, a PIN or the part of a number. Words of money beside them say that they are
none of these, unless words that announce an identifier stand nearer.
"""

from __future__ import annotations

import re
from typing import List, Tuple

from bot.privacy.finding.addresses import SURE_STREETS
from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.labels import close_label
from bot.privacy.finding.lists import ORDINARY_WORDS
from bot.privacy.finding.name_words import may_be_name
from bot.privacy.finding.number_words import ANY

_FIGURE = rf"(?P<amount>(?!(?:19|20)\d\d(?!\d))\d{{4,7}})(?![\w-]|[./,:]\d|\s\d|\s(?:{ANY})\b)"
"""No year, nothing that goes on: neither "4185 6022" nor "44109-1204"."""
_ABOUT = r"about|around|almost|nearly|over|under|only|just|like|maybe|roughly|exactly|up to|a total of|como|unos|casi|mas de|menos de|environ|presque|plus de|moins de"
_VERBS = (
    rf"(?:ma[kd]e|makes|making|earn(?:s|ed|ing)?|owe[sd]?|owing|paid|pays|pay|inherited|sold (?:\w+ ){{0,2}}for|worth|grossed|gano|gana|gane|ganaba|ganamos|ganan|pague|pagaron|pagan|debo|debe|debemos|herede|vendi(?:o|mos)? (?:\w+ ){{0,2}}(?:por|en)|"
    rf"gagne|gagnais|gagnait|gagner|dois|doit|devons|herite|vendue? (?:\w+ ){{0,2}}(?:pour|a))(?:\s(?:{_ABOUT}|me|us|them|him|ssa|back|les|le|nos|en))*\s"
)
_NOUNS = (
    rf"(?:limite?s?|caps?|tope|plafond|base|wages?|earnings|income|salary|sueldos?|salarios?|ingresos?|salaires?|revenus?|back ?pay|over ?payment|sobrepago|retroactivo|trop[- ]percu)"
    rf"(?:\s(?:{_ABOUT}|is|was|were|are|be|of|at|to|for|has|had|says?|said|shows?|total|now|still|this year|last year|(?:for|in) 20\d\d|es|era|fue|son|de|dice|est|etait|dit|sont))*\s"
)
_PAPERS = rf"(?:w-?2s?|records?|stubs?|paystubs?)(?:\s(?:is|was|has|had|says?|said|shows?|only|{_ABOUT}))+\s"
"""Papers have numbers as well: of those only what is too long for the last four, in a message that speaks of no number."""
_HOARDS = rf"(?:savings?|pensions?|settlements?|insurance|ahorros|pension|epargne|retraite)(?:\s(?:{_ABOUT}|is|was|were|are|of|has|had|paid|left me|total|es|era|fue|son|de|est|etait|sont))*\s"
"""Savings, pensions and insurance have numbers as well: of those only what is short or round is an amount."""
_BEHIND_MONEY = cue(rf"\b(?:{_VERBS}|{_NOUNS}|(?P<hoard>{_HOARDS})|(?P<paper>{_PAPERS})){_FIGURE}")
_BEFORE_MONEY = re.compile(
    rf"(?<![\w.,/#$-])(?<!\d\s){_FIGURE}(?=\s(?:an? (?:month|year|yr|week)|(?:last|this|per|that) (?:month|year)|in (?:back ?pay|it|there|savings|wages|benefits)|of back ?pay|(?:al|el|este|por) (?:ano|mes)|par (?:an|mois)|l'an)\b)"
)
_OTHER_VERSION = re.compile(
    rf"[\s,]+(?:but|not|instead of|vs|versus|and|or|pero|no|y|sino|mais|pas|et)\s(?P<between>(?:[a-z']+\s){{0,3}}?){_FIGURE}"
)
"""The other of two amounts: "w2 says 61500 but record 16500"."""
_IDENTIFIER = re.compile(
    r"\b(?:ssns?|ss|social(?! security)|soc|seguro|secu|account|acct|cuenta|compte|routing|ruta|pin|nip|codes?|codigo|clave|card|tarjeta|carte|zip|postal|id|itin|number|numero|num|nro|phone|cell|text(?:ed)?|tel|live|address|direccion|adresse|case|claim|policy|confirmation|password|ends?|ending|digits?|born|birth\w*)\b"
)
_IDENTIFIER_BEHIND = re.compile(
    rf"\s(?:is|are|was|es|son|est|sont)\s(?:the|my|his|her|mi|mis|los|las|mes|les|mon|ma|last|first)\b|\s(?:[a-z']+\s){{0,2}}{_IDENTIFIER.pattern}"
)
_STREET_BEHIND = re.compile(rf"\s(?:[nsew]\.?\s)?[a-z']+\.?\s(?:{SURE_STREETS}|highway|hwy)\b")
_NEXT_WORD = re.compile(r"\s([a-z']+)")
_REACH = 40
_SHORT_HOARD = 5
_LAST_FOUR = 4
_LAST_DIGIT = re.compile(r"\d")


def spare_amounts(draft: Draft) -> None:
    """Put amounts behind walls for good, before anything could take them for a ZIP code or a part of a number."""
    spans: List[Tuple[int, int]] = []
    for match in draft.matches(_BEHIND_MONEY):
        if _is_amount(draft, match):
            spans.append(match.span("amount"))
    for match in draft.matches(_BEFORE_MONEY):
        if not _is_announced(draft, *match.span("amount")):
            spans.append(match.span("amount"))
    for start, end in spans:
        if not _goes_on_as_identifier(draft, end):
            draft.spare(start, end)
            _spare_other_version(draft, start, end)


def _spare_other_version(draft: Draft, start: int, end: int) -> None:
    other = _OTHER_VERSION.match(draft.unmasked, end)
    if other is None or len(other["amount"]) != end - start or _IDENTIFIER.search(other["between"]):
        return
    if not _goes_on_as_identifier(draft, other.end("amount")):
        draft.spare(*other.span("amount"))


def _is_amount(draft: Draft, match: "re.Match[str]") -> bool:
    if match["paper"]:
        return len(match["amount"]) > _LAST_FOUR and not _IDENTIFIER.search(draft.unmasked, 0, match.start())
    return not match["hoard"] or _is_short_or_round(match["amount"])


def _is_short_or_round(amount: str) -> bool:
    return len(amount) <= _SHORT_HOARD or amount.endswith("00")


def _is_announced(draft: Draft, start: int, end: int) -> bool:
    """Tell whether words before a number announce an identifier; those before another number belong to that one."""
    before = _LAST_DIGIT.split(draft.unmasked[max(0, start - _REACH) : start])[-1]
    return bool(_IDENTIFIER.search(before) or close_label(draft.unmasked, start, end, end - start))


def _goes_on_as_identifier(draft: Draft, end: int) -> bool:
    """Tell whether what follows makes a number the house of a street, or says what else it is."""
    if _STREET_BEHIND.match(draft.unmasked, end) or _IDENTIFIER_BEHIND.match(draft.unmasked, end):
        return True
    word = _NEXT_WORD.match(draft.unmasked, end)
    return word is not None and word[1] not in ORDINARY_WORDS and may_be_name(word[1])
