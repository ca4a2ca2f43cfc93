"""The country where somebody comes from. Where somebody lives or moves to stays: the answer depends on it."""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import MONTH
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COUNTRIES, DEMONYMS, STATES
from bot.privacy.finding.words import words

_COUNTRY = "|".join(re.escape(name) for name in sorted(COUNTRIES, key=len, reverse=True))
_PEOPLE = "|".join(sorted(DEMONYMS, key=len, reverse=True))

_BORN = (
    r"(?:born (?:abroad|overseas|outside the us),? ?\(?(?:in )?|born(?: and raised)?(?:\x00+| (?:on|back|over|at home|down|up))? ?(?:in|at)|birth ?place(?: is| was|:)?|place of birth(?: is| was|:)?|country of (?:birth|origin)(?: is| was|:)?|"
    r"naci(?:o|eron|mos|do|da|dos|das)?(?: y (?:creci|crecio))?(?: \x00+,?)? en|lugar de nacimiento(?: es|:)?|pais de (?:origen|nacimiento)(?: es|:)?|"
    r"nee?s?(?: \x00+,?)? (?:a|au|aux|en)|lieu de naissance(?: est|:)?|pays de naissance(?: est|:)?|pays d'origine(?: est|:)?)"
)
_ARTICLE = r"\s*(?:the |la |el |le |l'|los |les )?"
_WITH_COUNTRY = cue(
    rf"\b{_BORN}{_ARTICLE}((?:(?!{MONTH})[a-z][a-z'-]+[, ]+(?:en |in |au |aux |de )?){{0,3}}?(?:{_COUNTRY})(?:[, ]+(?:en |in |au |aux |a )?(?:{_COUNTRY}))?)(?![a-z])"
)
_NAMED = cue(rf"(?<![a-z-])(?<!new )(?:{_COUNTRY})(?![a-z-])")
_FROM = re.compile(
    r"(?:\bfrom|\bfrm|\bout of|\bnative of|\boriginally|\boriginaire d[eu]|\bpassports? of|\bpasaporte de|\bpasseport d[eu]|\bnationals? of|\bcitizens? of|\bsubject of|\bfled|\bescaped|\b(?:my|his|her|our|home) country(?: is|:| was)?|\bnationality(?: is|:)?|\bcitizenship(?: is|:)?|\b(?:mi|su|nuestro) pais(?: es|:)?|\bnacionalidad(?: es|:)?|"
    r"\bmon pays(?: est|:|,? c'est)?(?: le| la| l'| les)?|\bnationalite(?: est|:)?|\bfui de|\bsali de|\bhui de|\bquitte)\s+(?:the\s+|a\s\w+\s(?:camp\s)?in\s+)?\Z"
)
_FROM_IN_TWO_STEPS = re.compile(r"\b(?:from|de)\s+(?:\w+\s){0,2}?[\w'.-]+,?\s+(?:in\s+|en\s+|of\s+)?\Z")
"""From a town, and then its country: "from a village in Laos"."""
_NOT_OF_A_PERSON = re.compile(
    r"\b(?:call\w*|phon\w+|text\w*|e-?mail\w*|mail\w*|letters?|checks?|money|pensions?|payments?|benefits?|transfers?|deposits?|packages?|back|return\w*|fly\w*|flew|flights?|"
    r"news|credits|wages|earnings|company|bank|embassy|consul\w*|plane|trip|visit\w*|vacation|translat\w*|ip|log\w*|numbers?|hear\w*|heard|got|get|gets|write|writing|apply\w*|file|"
    r"draw\w*|collect\w*|messages?|scam\w*|robocalls?|somewhere|away|different|far|order\w*|import\w*|retire\w*|income|spam|post\w*|send\w*|sent|appl\w*|sign\w*|hello|hi|greetings|hola|bonjour|late|questionn?aires?|online|contributions?|marriage|married|divorce|wedding|licen[cs]es?|"
    r"ptsd|veterans?|vet|wounded|injur\w*|war|serv\w*|moving|interviews?|site|website|cards?|documents?|papers?|somebody|someone|anyone|people|persons?)"
    r"(?:\s+(?!(?:am|is|are|was|were|i|he|she|we|they|im|hes|shes|who)\b)[\w'.-]+){0,2}\s+\Z"
)
_OF_A_THING = re.compile(
    r"\b(?:calls?|called|phoned|texts?|texted|letters?|checks?|money|pensions?|payments?|packages?|scams?|scammers?|robocalls?|e-?mails?|messages?)\s+\Z"
)
"""Of these it is nobody's origin, whatever else the message is like: "a call from India"."""
_LEFT = re.compile(
    r"\b(?:i|we|he|she|they|parents|family|mom|dad|wife|husband|and|,|\A)\s*(?:had to )?(?:left|leave|ran from|deje|dejamos|salimos de|ai quitte|avons quitte|a quitte)\s+\Z|\Aleft\s\Z"
)
_THEN_TIME = re.compile(
    r"\s*(?:in|en|back in|when|as|for good|cuando|de nino|with|because|during|since|porque|quand|,)\b"
)
_OF = re.compile(r"\b(?:de|del|du|des|de la|de l'|de las|de los|d'|desde)\s*(?:el\s+|la\s+|los\s+|las\s+|l')?\Z")
_PERSON = (
    r"soy|somos|eres|es|son|era|eran|vengo|venimos|viene|vienen|vine|vino|vinimos|vinieron|llegue|llego|llegamos|llegaron|emigre|inmigre|sali|salimos|originari[oa]s?|natural|nativ[oa]s?|"
    r"refugiad[oa]s?|asilad[oa]s?|inmigrantes?|migrantes?|ciudadan[oa]s?|nacional(?:idad)?|indocumentad[oa]s?|residentes?|papeles|documentos|parole|tps|daca|asilo|pais|"
    r"viens|vient|venons|viennent|venue?s?|arrive?e?s?|arrivons|originaires?|ressortissante?s?|fui|suis|est|etait|sommes|sont|refugiee?s?|asile|citoyen(?:ne)?s?|immigree?s?|nationalite|"
    r"esposo|esposa|marido|mujer|hijo|hija|hijos|madre|padre|mama|papa|padres|papas|hermano|hermana|tio|tia|abuelo|abuela|sobrino|sobrina|primo|prima|cunado|cunada|suegra|suegro|nuera|yerno|"
    r"familia|mari|femme|mere|pere|fils|fille|frere|soeur|cousine?|tante|oncle|neveu|niece|parents|famille|beau-\w+|belle-\w+|pasaporte|passeport|acte|acta"
)
_PERSON_BEFORE = re.compile(
    rf"(?:\b(?:{_PERSON})(?:\s+(?:aca|aqui|ici|tous|todos|tambien|aussi|ambos|solo|un|una|une))?|[,(]|\x00|\A)\s*\Z"
)
_OF_BIRTH = re.compile(r"born|birth|nac[ei]|nee?s?\b|naiss|origin|rais|gr[ea]w|was|were|crec|grandi")
_BIRTH_BEFORE = re.compile(
    r"\b(?:born|birth ?place|place of birth|country of (?:birth|origin)|nac[ie]\w*|nacer|(?:lugar|pais) d\w+ (?:nacimiento|origen)|nee?s?(?![a-z])|naissance|pays d'origine|raised|grew up|(?:was|were) (?:a |an |little )?(?:child|kid|baby|boy|girl|teenager|soldier)s?|crec[ie]\w*|grandi)(?P<between>[^.;!?]{0,48})\Z"
)
_LIVING = re.compile(
    r"\b(?:liv\w*|resid\w*|mov\w*|travel\w*|go|going|went|stay\w*|work\w*|retire\w*|visit\w*|now|came|come|here|viv\w*|voy|ir|mud\w*|trabaj\w*|aqui|hab\w*|vais|aller|demenag\w*|travaill\w*|"
    r"ici|parti\w*|ne|and now|but)\b"
)
_NEGATION = re.compile(r"\bne\b(?!\s*(?:en|au|aux|a|\x00|le|,))")
_BORN_BEHIND = re.compile(
    r"[\s-]born\b|,?\s+(?:querid[oa]|natal|me vio nacer|is where (?:i|he|she|we|they)\b[^.]{0,12}\bborn|es (?:mi|su) (?:pais|tierra)|is my (?:home|country)|est mon pays)"
)
_RELATIVES = (
    r"wife|husband|hubby|mom|mother|dad|father|parents|son|daughter|brother|sister|aunt|uncle|cousin|nephew|niece|grandma|grandmother|grandpa|grandfather|fiancee?|boyfriend|girlfriend|neighbor|"
    r"friend|family|esposo|esposa|marido|mujer|mama|madre|papa|padre|papas|hijo|hija|hermano|hermana|tio|tia|primo|prima|sobrino|sobrina|abuelo|abuela|suegro|suegra|vecino|vecina|familia|"
    r"mari|femme|mere|pere|parents|fils|fille|frere|soeur|tante|oncle|cousine?|neveu|niece|famille"
)
_OF_THE_PEOPLE = cue(
    rf"\b(?P<self>{_PEOPLE})\s(?:soy|somos)\b|\b(?:my|his|her|our)\s(?:\w+\s)?(?P<before>{_PEOPLE})\s(?:{_RELATIVES})\b|\b(?:mi|su|mon|ma|son|sa)\s(?:{_RELATIVES})\s(?P<behind>{_PEOPLE})(?![a-z])|\b(?:my|his|her|our|their|un|une|mi|su|mon|ma|son|sa|a|an)\s+(?P<people>{_PEOPLE})\s+(?:passport|birth|id|cedula|citizenship|national)|\b(?:pasaporte|passeport|cedula|acta|nacionalidad|nationalite|acte)\s+(?:de nacimiento\s+|de naissance\s+)?(?P<after>{_PEOPLE})(?![a-z])"
)
_PLACE = cue(rf"\b{_BORN}(?<! at){_ARTICLE}")
_CAPITALISED = re.compile(r"[A-Z][a-z'-]+(?:[ -][A-Z][a-z'-]+){0,2}")
_NOT_ABROAD = {"america", "us", "usa", "united", "states", "estados", "etats", "guam", "chicago", "boston", "dallas", "houston", "miami", "detroit", "brooklyn", "los", "new", "san", "puerto", "paso", "st", "mount", "queens", "laredo", "bronx", "philadelphia", "phoenix", "atlanta", "baltimore", "el", "la"}  # fmt: skip
_HAILS = cue(
    rf"\b(?:i'?m|i am|we'?re|we are|she'?s|he'?s|she is|he is|they'?re|they are|(?:my|his|her) (?!language|tongue|english|first|main)\w+ is|(?:wife|husband|mom|dad|mother|father|son|daughter|hubby|parents?|family|grandma|grandpa|aunt|uncle|neighbor|boyfriend|girlfriend)(?:'?s| is| are)|both(?: of us)?(?: are)?|we both(?: are)?|all of us(?: are)?|we all|chui|chuis|jsuis|j'suis|suis|on est|il est|elle est|"
    rf"(?:esposo|esposa|marido|mama|mami|papa|papi|abuelo|abuela|abuelita|hermano|hermana|tio|tia|suegra|suegro|familia|el|ella|yo|origen) (?:es|soy)|soy|somos|mi \w+ es|je suis|nous sommes|ma \w+ est|mon \w+ est)\s"
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
        plain = draft.plain
        of_birth = bool(_OF_BIRTH.search(plain))
        for match in draft.matches(_NAMED):
            if _is_origin(plain, match, of_birth):
                draft.take("country", *match.span())
            elif _is_of_a_thing(plain, match):
                draft.spare(*match.span(), lightly=True)
    if draft.words & _BIRTH_WORDS:
        draft.take_all("country", _WITH_COUNTRY, 1)
        _take_places(draft)
    if draft.words & _PEOPLE_WORDS:
        draft.take_all("country", _HAILS, 1)
        for match in draft.matches(_OF_THE_PEOPLE):
            draft.take("country", *match.span(match.lastgroup or 0))


def _is_origin(plain: str, match: "re.Match[str]", of_birth: bool) -> bool:
    """Tell whether a country is where somebody comes from. ``of_birth``: there are words of a birth or a childhood."""
    before = plain[max(0, match.start() - 70) : match.start()]
    if _BORN_BEHIND.match(plain, match.end()):
        return True
    birth = _BIRTH_BEFORE.search(before) if of_birth else None
    if birth and not _LIVING.search(birth["between"]) and not _NEGATION.search(birth[0]):
        return True
    source = _FROM.search(before)
    if source:
        return not _NOT_OF_A_PERSON.search(before[: source.start()])
    if _LEFT.search(before) and _THEN_TIME.match(plain, match.end()):
        return True
    source = _OF.search(before)
    return bool(source and _PERSON_BEFORE.search(before[: source.start()]))


def _is_of_a_thing(plain: str, match: "re.Match[str]") -> bool:
    source = _FROM.search(plain, max(0, match.start() - 70), match.start())
    return bool(source and _OF_A_THING.search(plain, max(0, source.start() - 20), source.start()))


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
