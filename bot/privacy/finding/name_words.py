"""Which words can be part of a name, and which cannot."""

from __future__ import annotations

import re

from bot.privacy.finding.common_words import COMMON_WORDS
from bot.privacy.finding.countries import COUNTRIES, DEMONYMS
from bot.privacy.finding.dates import MONTH
from bot.privacy.finding.number_words import NUMBER_WORDS
from bot.privacy.finding.words import words

PARTICLES = {"de", "del", "la", "las", "los", "da", "dos", "van", "von", "der", "bin", "ibn", "al", "el", "le", "st", "san", "du", "des", "mc", "ben", "abu", "y"}  # fmt: skip
NO_NAMES = {
    "social", "security", "medicare", "medicaid", "ssi", "ssdi", "ssa", "irs", "american", "americans", "english", "spanish",
    "catholic", "christian", "muslim", "jewish", "deaf", "blind", "disabled", "retired", "widowed", "single", "married",
    "god", "jesus", "mr", "mrs", "ms", "dr", "sr", "sra", "online", "hispanic", "latino", "latina", "black",
    "white", "asian", "native", "texas", "california", "florida", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "veteran", "navy", "army", "type", "stage", "section", "part", "title", "ticket", "direct", "express",
    "wife", "husband", "urgent", "ilegal", "desempleada", "desempleado", "veterano", "cuidadora", "enfermera", "maestra",
    "madre", "padre", "hijo", "hija", "abuela", "abuelo", "ciudadana", "ciudadano", "residente", "americana", "americano",
    "citoyen", "citoyenne", "mademoiselle", "professeur", "infirmiere", "chauffeur", "diabetica", "diabetico", "sorda",
    "sordo", "menor", "mayor", "heredera", "tutora", "tutor", "guardian", "albacea", "sgt", "sergeant", "capt", "captain", "lt", "col", "rev", "reverend", "pastor",
    "street", "avenue", "ave", "road", "apt", "box", "school", "county", "city", "state", "united", "office", "center", "hospital", "church", "bank",
    "chase", "wells", "fargo", "walmart", "amazon", "google", "facebook", "zoom", "chime", "visa", "uber", "columbus", "christmas", "easter", "thanksgiving",
    "dear", "sir", "madam", "congress", "senate", "trump", "biden", "obama", "musk", "doge", "fra", "cola", "wep", "gpo", "dds", "alj", "dhs", "uscis", "va",
    "lake", "river", "valley", "hills", "north", "south", "east", "west", "san", "santa", "los", "las", "fort", "saint",
}  # fmt: skip
NAMES_AND_WORDS = words(
    "bill will mark may june april august grant frank rose hope faith grace joy dawn art sue pat rich guy gene marie summer",
    "al ed bob bo jo ty lou chad earl eve ella hope jan kitty lola mia misty rob rusty van ward young dot dusty dick charity chance cash brandy candy carol cherry daisy dale",
    "dean duke fern ginger hazel heather holly iris ivy jade jasmine jewel ken lance laurel lily max myrtle nick norm pearl peg pierce reed rocky rod ruby skip sonny",
    "stormy terry tim trinity troy violet wade woody sal",
    "drew chase case page lane penny sandy olive ray sol luz angel jesus marzo abril julio junio mars avril",
)
"""Everyday words that are names where somebody says so."""
_MONTHS = re.compile(MONTH)
_ELISION = re.compile(r"[cjlmnst]'[aeiouhy]|(?:qu|d)'(?:un|il|el|on)")


def is_month(word: str) -> bool:
    """Tell whether a word, in lower case, is a month."""
    return bool(_MONTHS.fullmatch(word))


def may_be_name(word: str) -> bool:
    """Tell whether a word, in lower case, is none of those that are part of no name."""
    if word in NO_NAMES or word in COUNTRIES or word in DEMONYMS or word in NUMBER_WORDS:
        return False
    if word in COMMON_WORDS or _ELISION.match(word):
        return False
    return not is_month(word)
