"""The country where somebody comes from. Where somebody lives or moves to stays: the answer depends on it."""

from __future__ import annotations

import re

from bot.privacy.finding.countries import COUNTRIES, DEMONYMS, STATES
from bot.privacy.finding.dates import MONTH
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.words import words

_COUNTRY = "|".join(sorted(COUNTRIES, key=len, reverse=True))
_PEOPLE = "|".join(sorted(DEMONYMS, key=len, reverse=True))

_BORN = (
    r"(?:born(?: and raised)?(?:\x00+| (?:on|back|over|at home|down|up))? ?(?:in|at)|birth ?place(?: is| was|:)?|place of birth(?: is| was|:)?|country of (?:birth|origin)(?: is| was|:)?|"
    r"naci(?:o|eron|mos|do|da|dos|das)?(?: y (?:creci|crecio))?(?: \x00+,?)? en|lugar de nacimiento(?: es|:)?|pais de (?:origen|nacimiento)(?: es|:)?|"
    r"nee?s?(?: \x00+,?)? (?:a|au|aux|en)|lieu de naissance(?: est|:)?|pays de naissance(?: est|:)?|pays d'origine(?: est|:)?)"
)
_COMES_FROM = (
    r"(?:(?:i'?m|i am|i was|we'?re|we are|she'?s|he'?s|she is|he is|they'?re|they are|(?:my|his|her) \w+(?: is|'s)|i|we|he|she|they|who|originally|family|parents?|wife|husband|mother|father|mom|dad) "
    r"(?:am |is |are |originally |all |also |just |really |both )*(?:come|came|comes|coming|moved here|moved over|immigrated|emigrated|migrated|arrived|fled|escaped)? ?(?:here |over |to the us |to america )?(?:from|out of)|"
    r"originally from|native of|citizens? of|national of|immigrant from|refugees? from|asylees? from|"
    r"(?:soy|somos|es|son|vengo|venimos|viene|vienen|vine|vino|llegue|emigre|inmigre|originari[oa]|ciudadan[oa]|nativ[oa])(?: originari[oa]| (?:un |una )?(?:refugiad|asilad|inmigrante|migrante|indocumentad)[oa]?s?)? de(?:l)?|"
    r"(?:viens|venons|vient|venu|venue|arrive|arrivee|originaire|suis originaire|ressortissante?|fui) (?:de la |du |de l'|de |d'|des |le |la ))"
)
_ARTICLE = r"\s*(?:the |la |el |le |l'|los |les )?"
_WITH_COUNTRY = re.compile(
    rf"\b{_BORN}{_ARTICLE}((?:(?!{MONTH})[a-z][a-z'-]+[, ]+(?:en |in |au |aux |de )?){{0,3}}?(?:{_COUNTRY})(?:[, ]+(?:en |in |au |aux |a )?(?:{_COUNTRY}))?)(?![a-z])"
)
_FROM_COUNTRY = re.compile(rf"\b{_COMES_FROM}{_ARTICLE}({_COUNTRY})(?![a-z])")
_PLACE = re.compile(rf"\b{_BORN}(?<! at){_ARTICLE}")
_CAPITALISED = re.compile(r"[A-Z][a-z'-]+(?:[ -][A-Z][a-z'-]+){0,2}")
_NOT_ABROAD = {"america", "us", "usa", "united", "states", "estados", "etats", "guam", "chicago", "boston", "dallas", "houston", "miami", "detroit", "brooklyn", "los", "new", "san", "puerto", "paso", "st", "mount", "queens", "laredo", "bronx", "philadelphia", "phoenix", "atlanta", "baltimore", "el", "la"}  # fmt: skip
_HAILS = re.compile(
    rf"\b(?:i'?m|i am|we'?re|we are|she'?s|he'?s|she is|he is|they'?re|they are|(?:my|his|her) (?!language|tongue|english|first|main)\w+ is|soy|somos|mi \w+ es|je suis|nous sommes|ma \w+ est|mon \w+ est)\s"
    rf"(?:an?\s|also\s|originally\s|un\s|une\s|una\s)?({_PEOPLE})s?(?![a-z'-])(?!\s(?:speak|only|food|american|embassy|consul|church|restaurant|teacher|class|interpreter))"
)
_FIRST_WORDS = frozenset(re.split(r"[ '-]", country)[0] for country in COUNTRIES)
_BIRTH_WORDS = words(
    "born birth birthplace naci nacio nacido nacida nacieron nacimos nacimiento ne nee nes naissance pais pays",
)
_PEOPLE_WORDS = DEMONYMS | frozenset(people + "s" for people in DEMONYMS)


def take_origins(draft: Draft) -> None:
    """Take countries of birth and of origin, and what their people are called."""
    if draft.words & _FIRST_WORDS:
        draft.take_all("country", _FROM_COUNTRY, 1)
    if draft.words & _BIRTH_WORDS:
        draft.take_all("country", _WITH_COUNTRY, 1)
        _take_places(draft)
    if draft.words & _PEOPLE_WORDS:
        draft.take_all("country", _HAILS, 1)


def _take_places(draft: Draft) -> None:
    """Take what is written with a capital where a place of birth belongs, unless it lies in the United States."""
    for match in draft.matches(_PLACE):
        place = _CAPITALISED.match(draft.cased, match.end())
        if place is None:
            continue
        name = place[0].lower()
        first = name.split()[0]
        if first in _NOT_ABROAD or any(name.startswith(state) for state in STATES) or re.match(MONTH, name):
            continue
        draft.take("country", *place.span())
