"""Postal addresses: streets as they are written in three languages, boxes, and what follows them up to the ZIP code."""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COMMON_WORDS, STATE_CODES, STATES
from bot.privacy.finding.name_words import may_be_name
from bot.privacy.finding.number_words import ANY
from bot.privacy.finding.words import words

SURE_STREETS = "street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|way|circle|cir"
"""The kinds of street that hardly mean anything else behind a number and a word."""
_STREET = (
    r"(?:street|str|st|avenue|aven|ave|av|road|rd|boulevard|blvd|blv|lane|ln|drive|dr|parkway|pkwy|highway|hwy|terrace|terr?|bnd|circle|cir|court|ct|"
    r"place|pl|way|trail|trl|loop|square|sq|pike|turnpike|alley|aly|crossing|xing|ridge|hollow|cove|bend|mews|run|fork|row|walk|path|pass|point|pt|glen|grove|hill|hills|heights|hts|creek|view|vista|plaza|plz|terrace|commons|manor|landing|knoll|meadows?|trace|crest|park|mesa|bluff|branch|bayou|estates|concourse|cres|crescent|close|gardens|gdns|green|oval|quay|yard|expressway|expy|freeway|fwy)"
)
_PLAIN_WORDS = {"court", "ct", "place", "pl", "way", "trail", "loop", "square", "drive", "ridge", "hollow", "cove", "circle", "crossing", "str", "sq", "cir", "av", "highway", "freeway", "pike",
    "bnd", "bend", "mews", "run", "fork", "row", "walk", "path", "pass", "point", "pt", "glen", "grove", "hill", "hills", "heights", "hts", "creek", "view", "vista", "plaza",
    "plz", "terrace", "commons", "manor", "landing", "knoll", "meadow", "meadows", "trace", "crest", "park", "mesa", "bluff", "branch", "bayou", "estates", "close", "gardens", "green", "oval", "quay", "yard", "crescent"}  # fmt: skip
"""Kinds of street that are everyday words as well: they need a capital, or words that announce an address."""
_SIDE = r"(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b\.?"
_HOUSE = r"\d{1,6}(?:-\d{1,4})?[a-z]?(?:\s1/2)?"
_NAME_WORD = r"(?:[a-z][a-z'-]*|[a-z]{1,2}\.|\d{1,3}(?:st|nd|rd|th)?)"
_UNIT = (
    r"(?:[\s,]*(?:(?:apt|apartment|apartamento|apto|appt|app|unit|suite|ste|lot|trailer|trlr|room|rm|floor|fl|bldg|building|space|spc|depto|piso)(?:\b|(?=\d))\.?"
    r"\s?#?\s?[a-z]?-?\d{0,5}-?[a-z]?\b|#\s?[a-z]?-?\d{1,5}[a-z]?\b|\d{1,2}(?:st|nd|rd|th)\s(?:floor|fl)\b)){0,3}"
)
_STATE = "|".join(sorted((code.lower() for code in STATE_CODES))) + "|" + "|".join(STATES)
_CITY_AND_ZIP = rf"(?:[\s,]+(?:[a-z.'-]+\s?){{0,4}}[\s,]*(?:{_STATE})?[\s,]*\d{{5}}(?:-\d{{4}})?(?!\d))?"
_NUMBERED_STREET = re.compile(
    rf"(?<![\w$.-])(?<!\d,)(?P<house>{_HOUSE})\s+(?P<name>(?:{_SIDE}\s+)?(?:{_NAME_WORD}\s+){{1,4}}?)(?P<kind>{_STREET})\b\.?(?:\s{_STREET}\b\.?)?(?:\s{_SIDE})?(?![-'])(?P<rest>{_UNIT}{_CITY_AND_ZIP})"
)
_SPOKEN_STREET = cue(
    rf"(?P<house>(?:\b(?:{ANY})\b[\s-]+){{1,5}})(?P<name>(?:{_NAME_WORD}\s+){{1,3}}?)(?P<kind>{_STREET})\b\.?(?P<rest>(?:,?\s(?:apartment|apt|unit|number|suite|lot)\s(?:(?:{ANY})\b[\s-]?){{1,3}})?{_UNIT}{_CITY_AND_ZIP})"
)
_NO_STREET_WORD = {
    "of", "the", "a", "an", "in", "on", "at", "to", "and", "or", "per", "my", "their", "month", "months", "year", "years", "day", "days", "week",
    "weeks", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mile", "miles", "times", "time", "people", "block", "blocks", "dollars", "percent",
    "am", "pm", "is", "was", "down", "across", "from", "different", "other", "more", "only", "long", "half", "one", "same", "federal", "district",
    "good", "cfr", "usc", "credits", "mg", "checks", "for", "by", "with", "up", "each", "i", "you", "we", "they", "it", "that", "this",
}  # fmt: skip
_CUE_WORDS = (
    r"(?:(?:i|we|she|he|they) (?:now |still |currently )?(?:live|lives|living|stay|stays|staying|reside|moved (?:to|into|in with))|living|staying|moved (?:to|into)|located|now at|back at|mail (?:it|stuff|things|everything) to|send (?:it|stuff|mail|things|everything) to|addy|(?:my |our )(?:house|home|place) is|"
    r"(?:new |old |mailing |home |my |the |his |her |current |previous |street )*(?:address|addr)(?: is| was| now|:| changed)*|"
    r"vivo|vive|vivimos|me mude|nos mudamos|(?:mi |la )?(?:nueva )?direccion(?: nueva| es|:)*|domicilio(?: es|:)*|j'habite|habite|habitons|j'ai demenage|je reste|domicilie|(?:mon |nouvelle |ancienne )*adresse(?: est|:| c'est)*)"
)
_CUE = re.compile(
    rf"\b(?:{_CUE_WORDS}|i'?m|i am|we are|we're)[\s:,]*(?:at|to|on|in|is|en|a|al|pa|para|el|la|au|aux|numero|num|#|now|es|est)?[\s:]*(?:el |la |the )?\Z"
)
_AFTER_CUE = cue(
    rf"\b{_CUE_WORDS}[\s:,]{{1,3}}(?:(?:at|to|en|a|al|pa|para|el|au|numero|es|(?:my|his|her|our) \w+)[\s:]+){{0,3}}(?P<place>{_HOUSE},?(?:\s+(?!(?:and|y|et|how|do|but|so|can)\b)[a-z][a-z'.-]*){{1,4}})"
)
_ROMANCE_STREET = (
    r"(?:calle|c/|avenida|avda|av\.|ave\.|carrera|carretera|urb\.|urbanizacion|barrio|barriada|bo\.|colonia|col\.|residencial|paseo|calz\.|calzada|callejon|"
    r"rue|chemin|impasse|allee|boulevard|bd|quai|ruelle|route|avenue|place|lotissement|residence)"
)
_OF = r"(?:(?:de|del|du|des|la|las|los|le|les)\s+|d'|l')"
_FRENCH_STREET = re.compile(
    rf"(?<![\w$.-]){_HOUSE}(?:\s?(?:bis|ter))?,?\s+(?:{_OF}){{0,2}}{_ROMANCE_STREET}\s+(?:{_OF}){{0,2}}[a-z'-]+(?:\s(?!(?:et|y|and|mais|pero|appt|apt|apto|je|j'|para|como|que|no|mon|mi)\b)[a-z'-]+){{0,3}}{_UNIT}{_CITY_AND_ZIP}"
)
_SPANISH_STREET = cue(
    rf"(?<!\w)(?:calle|c/|avenida|avda\.?|av\.|carrera|carretera|urb\.?|urbanizacion|barrio|bo\.|colonia|col\.|residencial|paseo|callejon)\s+(?:[a-z0-9.'/-]+\s+){{1,4}}?"
    rf"(?:#|num\.?|no\.?|numero|casa|km)?\s?[a-z]?-?\d{{1,5}}[a-z]?\b(?:[\s,]+(?:casa|int\.?|interior|bloque|edif\.?|edificio|c/|calle|apto\.?|apt\.?|#)\s?[a-z]?-?\d{{1,5}}[a-z]?\b){{0,3}}{_UNIT}{_CITY_AND_ZIP}"
)
_SPOKEN_BOX_WORDS = frozenset({"box", "bx"})
_SPOKEN_BOX = re.compile(rf"\b(?:p\.?\s?o\.?|post office)\s(?:box|bx)\s(?:number\s)?(?:(?:{ANY})\b[\s-]?){{1,5}}")
_BOX = (
    re.compile(rf"\bp\.?\s?o\.?\s?(?:box|bx|bo|b)\.?\s?(?:#|no\.?|number)?\s?\d{{1,7}}[a-z]?\b{_CITY_AND_ZIP}"),
    _SPOKEN_BOX,
    re.compile(
        r"(?<=\x00)[^.;!?\n]{0,20}?,?\s(?:box|bx|lot|unit|apt)\s?#?\d{1,5}[a-z]?\b|\b(?:hwy|highway|route|rt|rte|county road)\s\d{1,4}\b[^.;!?\n]{0,25}?\b(?:box|bx|mile|lot)\s\d{1,5}\b(?:,?\s(?:box|bx|lot)\s\d{1,5}\b)?"
    ),
    re.compile(rf"\bpost office box\s?#?\d{{1,7}}\b{_CITY_AND_ZIP}"),
    re.compile(
        rf"\b(?:rural (?:route|rte?|rd)|r\.?r|h\.?c|hcr|star route)\.?\s?#?\d{{1,4}},?\s(?:box|bx|buzon)\s?#?\d{{1,6}}(?:-?[a-z])?\b{_CITY_AND_ZIP}"
    ),
    re.compile(
        rf"\b(?:apartado(?: postal)?|apdo\.?|boite postale|b\.?p\.|casilla postal|hc-?\d+ box)\s?#?\d{{1,7}}\b{_CITY_AND_ZIP}"
    ),
)
_ESTATE = cue(
    r"\b(?:bo|barrio|sector|urb|parcelas|residencial|reparto)\.?\s+[a-z]+(?:\s[a-z]+){0,2},?\s+(?:buzon|box|casa|apt|km|carr|carretera|parc|parcela|calle)\.?\s?#?[a-z]?-?\d{1,5}[a-z]?\b(?:,?\s+\d{5}(?:-\d{4})?)?"
)
"""As addresses are written in Puerto Rico: "Bo. Palmarejo, buzon 318, 00780"."""
_OFFICE_OF_SSA = re.compile(
    r"\b6401 security b\w*\.?(?:[\s,]+baltimore)?(?:[\s,]+(?:md|maryland))?(?:[\s,]+\d{5}(?:-\d{4})?)?|\bbaltimore,? (?:md|maryland),? 212\d\d(?:-\d{4})?"
)
"""Where Social Security itself gets its mail: everybody may know it."""
_HIGHWAY = re.compile(
    r"(?<![\w$.,-])\d{1,6}[a-z]?\s(?:[nsew]\.?\s)?(?:(?:county|state|us|old|farm to market)\s)?(?:hwy|highway|route|rte|rt|cr|sr|fm|road|county rd)\.?\s#?\d{1,4}[a-z]?\b(?:\s(?:north|south|east|west|[nsew])\b)?"
    r"|(?<![\w$.,-])\d{1,5}\s(?:[nsew]|north|south|east|west)\.?\s\d{1,3}(?:st|nd|rd|th)\b"
)
_NUMBERED_CROSSING = re.compile(
    r"(?<![\w$.,-])\d{2,5}\s(?:[nsew]|ne|nw|se|sw|north|south|east|west)\.?\s\d{1,3}(?:st|nd|rd|th)\b"
)
_NUMBER_BEHIND = re.compile(
    rf"(?<![\w-])(?P<name>[a-z]{{3,}}(?:\s[a-z]{{3,}})?)\s(?P<kind>{_STREET})\b\.?(?P<rest>,?\s(?:number|numero|num|no\.?|#|house|building)\s?#?\s?\d{{1,5}}[a-z]?\b|,\s\d{{2,5}}[a-z]?\b(?!\s?(?:and|or|y)\b)){_UNIT}(?:,?\s(?:\d\w\w|first|second|third|fourth|fifth|ground|top)\sfloor(?:\s(?:rear|front|left|right))?)?"
)
"""The house behind its street: "Juniper lane number 27"."""
_SPOKEN_AFTER_CUE = cue(
    rf"\b{_CUE_WORDS}[\s:,]{{1,3}}(?:(?:at|to|is|en|a|al|numero|es)[\s:]+){{0,2}}(?P<place>(?:(?:{ANY})\b[\s-]+){{2,5}}(?!(?:years?|days?|weeks?|months?|miles?|people|dollars|hundred|anos|dias|ans)\b)[a-z][a-z'.-]*(?:\s(?:street|st|ave|avenue|road|rd|lane|drive|court|place|blvd|way)\b)?)"
)
_APARTMENT = cue(
    r"\b(?:apt|apartment|apartamento|apto|appartement|appt(?=\.?\s?\d{1,4}[a-z]\b)|depto|suite|ste)\.?\s?(?:#|no\.?|num\.?|numero)?\s?(?=[a-z-]{0,2}\d)[a-z]?-?\d{1,5}-?[a-z]?\b"
)
_CASED_ZIP = re.compile(
    rf"(?:[A-Z][a-z]+[ ,]+){{0,2}}\b(?:{'|'.join(STATE_CODES)}),?\s{{1,2}}\d{{5}}(?:-\d{{4}})?(?!\d|\.\d{{3}})"
)
_NAMED_WITH_ZIP = re.compile(
    r"(?<![\w$.,-])\d{1,5}(?: de| du| del)?(?: [A-Z][a-z'-]+){1,4}\.?(?:,? (?:Apt|Unit|Lot|#) ?\w{1,4})?,?[ \n]{1,2}\d{5}(?:-\d{4})?(?!\d)"
)
"""A number, words with capitals and a ZIP code, whatever kind of street it is."""
_SIDED = re.compile(
    r"(?<![\w$.,-])\d{2,5}(?: 1/2)? [NSEW]\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?(?! (?:County|Carolina|Dakota|Virginia|America|Korea))\b"
)
_FIVE_DIGITS = re.compile(r"\d{5}")
_NAMED_AFTER_NUMBER = re.compile(
    r"(?<![\w$.,/#-])(?<!\d )(?<!\ba )(?<!\bmy )(?<!\bthe )(?<!\bhis )(?<!\bher )\d{2,5}\s(?P<name>[A-Z][a-z]{2,})(?:\s[A-Z][a-z]+)?(?!\w)"
)
"""A number and a word with a capital, where a message speaks of living or of mail: "from 72 Chester to 19 Grove"."""
_MOVING = words(
    "live lives living stay staying moved move moving address addr mail send sent vivo vive mude direccion domicilio habite demenage adresse apartment house"
)
_CARE_OF = re.compile(r"\bc/o\b")
_ROMANCE_AFTER_CUE = cue(
    r"\b(?:domicilio|direccion|vivo en|vive en|residencia)(?:\s(?:es|nueva|actual))?[\s:]{1,3}(?P<place>(?:[a-z]+\s){1,4}(?:#|no\.?\s|num\.?\s)?[a-z]?-?\d{1,4}[a-z]?\b)(?!\s(?:mes|meses|anos?|dias?|semanas?|veces)\b)"
)
_ON_NUMBER = re.compile(
    r"\b(?:on|at|en)\s(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,?\s(?:number|num|no\.|#|numero)\s?\d{1,5}[a-z]?)\b"
)
_HOME_NUMBER = re.compile(
    r"\b(?:apartment|apt|unit|trailer|lot|space|apartamento|appartement|depto|traila)\s(?:(?:number|no\.?|numero|num|#)\s)?(?:(?:is|es|est)\s)?#?\s?(?:\d{1,4}-?[a-z]?|[a-z]-?\d{1,4}|(?<=is )[a-z])\b(?![/-]\d|\s(?:of|for|people|days?|weeks?|months?|years?|hours?|times?))|"
    r"\b(?:room|rm|bed|cuarto|habitacion|chambre)\s#?\d{1,4}[a-z]?\b(?=,?\s(?:at|in|of|en|del|a|au)\s(?:the\s|el\s|la\s|l')?(?:\w+\s){0,3}(?:motel|hotel|inn|lodge|shelter|nursing|rehab|home|manor|house|residence|asilo|foyer)\b)"
)
"""Where in a house somebody lives, without its street: "trailer 9", "room 214 at the Starlight Motel"."""
_CORNER = cue(
    r"\b(?:corner|esquina|coin) (?:of|de|du)(?: la| el)? (?:(?:\d{1,3}(?:st|nd|rd|th)|[a-z]{3,}(?: (?:st|street|ave|avenue|rd|road|blvd))?) (?:and|n|&|y|con|et) (?:\d{1,3}(?:st|nd|rd|th)|[a-z]{3,})(?: (?:st|street|ave|avenue|rd|road|blvd)\b)?)(?![\w'])"
)
"""Two streets that cross: "the corner of 5th and main"."""
_UNIT_CHANGED = cue(
    r"\b(?:apt|apartment|unit|lot|trailer|apartamento|apto|appartement) (?:number |# ?)?(?:was |got |just |has )?(?:changed|moved|went|switched|cambio|change) (?:from |de(?:l)? (?:la )?)?(?P<old>#?(?=[a-z]{0,2}-?\d)[a-z0-9-]{1,5})(?: (?:to|a|al|au) (?P<new>#?(?=[a-z]{0,2}-?\d)[a-z0-9-]{1,5}))?(?![\w-])"
)
"""A unit that became another: "my apt changed from 3c to 5d"."""
_ZIP = cue(
    r"\b(?:zip|zip code|codigo postal|cp|code postal|zipcode)\b(?:\s(?:is|es|code|est))*[\s:#]{0,3}(\d{5}(?:-\d{4})?)(?!\d)"
)
_THEN_CITY_AND_ZIP = re.compile(r"\x00[\s,.]{1,3}(?:[a-z][a-z.'-]*[\s,]{1,2}){0,4}(\d{5}(?:-\d{4})?)(?![\d-])")
_OFFICE_BEHIND = re.compile(
    r"\.?,?\s+(?:social security\s+|ssa\s+|ss\s+|field\s+|local\s+)?(?:office|branch|location|oficina|bureau)\b"
)
_OFFICE_BEFORE = re.compile(
    r"\b(?:offices?|oficinas?|bureau|building|courthouse|hospital|library|court)\b[^.\d\n]{0,24}\Z|\b(?:piso|floor|etage|office|oficina|bureau|room|cuarto)\s\Z"
)
_STREET_WORDS = words(
    "street str st bnd avenue aven ave av road rd boulevard blvd blv lane ln drive dr parkway pkwy highway hwy ",
    "terrace terr ter circle cir court ct place pl way trail trl loop square sq pike turnpike alley aly ",
    "crossing xing ridge hollow cove bend mews run fork row walk path pass point pt glen grove hill hills heights hts creek view vista plaza plz commons manor landing knoll meadow meadows trace crest park mesa bluff branch bayou estates concourse cres crescent close gardens gdns green oval quay yard expressway expy freeway fwy route rte rt cr sr fm",
)
_BOX_WORDS = words(
    "hwy highway route rt rte county mile box bx bo apartado apdo postale bp b casilla buzon",
)
_ROMANCE_WORDS = words(
    "calle c avenida avda av ave carrera carretera urb urbanizacion barrio barriada bo colonia col residencial ",
    "paseo calz calzada callejon sector parcelas reparto rue chemin impasse allee boulevard bd quai ruelle route avenue place ",
    "lotissement residence",
)
_CUES = words(
    "live lives living stay stays staying reside moved located address addr vivo vive vivimos mude mudamos ",
    "mail send addy house home place direccion domicilio habite habitons demenage reste domicilie adresse",
)


def take_addresses(draft: Draft) -> None:
    """Take addresses."""
    if "6401" in draft.plain or "baltimore" in draft.words:
        for match in draft.matches(_OFFICE_OF_SSA):
            draft.spare(*match.span())
    if not draft.has_digits and draft.words & _SPOKEN_BOX_WORDS:
        draft.take_all("address", _SPOKEN_BOX)
    if draft.has_digits:
        _take_boxes_and_romance_streets(draft)
        draft.take_all("address", _NUMBERED_CROSSING)
        draft.take_all("address", _HOME_NUMBER)
        draft.take_all("address", _ROMANCE_AFTER_CUE, 1)
        draft.take_all("address", _ON_NUMBER, 1, cased=True)
        if draft.words & _MOVING or _CARE_OF.search(draft.plain):
            _take_named_after_number(draft)
    for match in draft.matches(_CORNER):
        if not _is_office(draft, *match.span()):
            draft.take("address", *match.span())
    if draft.has_digits:
        _take_changed_units(draft)
    if draft.words & _STREET_WORDS:
        _take_english_streets(draft)
    if draft.words & _CUES:
        _take_spoken_house(draft)
    if draft.has_digits and draft.words & _CUES:
        for match in draft.matches(_AFTER_CUE):
            _take_after_cue(draft, match)
    if draft.has_digits:
        zipped = bool(_FIVE_DIGITS.search(draft.plain))
        if zipped:
            draft.take_all("address", _NAMED_WITH_ZIP, cased=True)
        draft.take_all("address", _SIDED, cased=True)
        _take_zip(draft)
    if draft.has_digits:
        for match in draft.matches(_APARTMENT):
            if match[0][0] not in "s" or not _is_office(draft, *match.span()):
                draft.take("address", *match.span())
        if zipped:
            draft.take_all("address", _CASED_ZIP, cased=True)


def _take_changed_units(draft: Draft) -> None:
    for match in draft.matches(_UNIT_CHANGED):
        for unit in ("old", "new"):
            if match[unit]:
                draft.take("address", *match.span(unit))


def _take_spoken_house(draft: Draft) -> None:
    for match in draft.matches(_SPOKEN_AFTER_CUE):
        if match["place"].split()[-1] not in COMMON_WORDS:
            draft.take("address", *match.span("place"))


def _take_boxes_and_romance_streets(draft: Draft) -> None:
    if draft.words & _BOX_WORDS:
        for pattern in _BOX:
            draft.take_all("address", pattern)
    if draft.words & _ROMANCE_WORDS:
        draft.take_all("address", _ESTATE)
        for match in [*draft.matches(_FRENCH_STREET), *draft.matches(_SPANISH_STREET)]:
            if not _is_office(draft, *match.span()):
                draft.take("address", *match.span())


def _take_english_streets(draft: Draft) -> None:
    if draft.has_digits:
        draft.take_all("address", _HIGHWAY)
        for match in draft.matches(_NUMBERED_STREET):
            if _is_street(draft, match):
                draft.take("address", *match.span())
        for match in draft.matches(_NUMBER_BEHIND):
            _take_number_behind(draft, match)
    for match in draft.matches(_SPOKEN_STREET):
        announced = _CUE.search(draft.plain[max(0, match.start() - 40) : match.start()]) or _has_capital(draft, match)
        if announced and not set(match["name"].split()) & (_NO_STREET_WORD | COMMON_WORDS):
            draft.take("address", *match.span())


def _take_number_behind(draft: Draft, match: "re.Match[str]") -> None:
    """Take a street with its house behind it, without an everyday word before its name."""
    *before, name = match["name"].split()
    start = (
        match.start() if before and before[0] not in COMMON_WORDS | _NO_STREET_WORD else match.end("name") - len(name)
    )
    plain = name in _NO_STREET_WORD or name in COMMON_WORDS or match["kind"] in _PLAIN_WORDS
    if draft.cased[match.end("name") - len(name)].isupper() or not plain:
        draft.take("address", start, match.end())


def _take_named_after_number(draft: Draft) -> None:
    for match in draft.matches(_NAMED_AFTER_NUMBER, cased=True):
        if may_be_name(match["name"].lower()) and not _is_office(draft, *match.span()):
            draft.take("address", *match.span())


def _is_office(draft: Draft, start: int, end: int) -> bool:
    """Tell whether it is an office that is spoken of: everybody may know where it is."""
    return bool(
        _OFFICE_BEHIND.match(draft.plain, end) or _OFFICE_BEFORE.search(draft.plain[max(0, start - 40) : start])
    )


def _take_zip(draft: Draft) -> None:
    """Take a ZIP code that stands apart from its address; alone it stays, since offices are found by it."""
    if any(found.kind == "address" for found in draft.found) or "[address]" in draft.marked:
        draft.take_all("address", _ZIP, 1)
        draft.take_all("address", _THEN_CITY_AND_ZIP, 1)


def _is_street(draft: Draft, match: "re.Match[str]") -> bool:
    if set(match["name"].replace(".", "").split()) & _NO_STREET_WORD or _is_office(draft, *match.span()):
        return False
    if match["kind"] not in _PLAIN_WORDS:
        return True
    before = draft.plain[max(0, match.start() - 40) : match.start()]
    return bool(_has_capital(draft, match) or match["rest"].strip() or _CUE.search(before))


def _has_capital(draft: Draft, match: "re.Match[str]") -> bool:
    return any(character.isupper() for character in draft.cased[match.start("name") : match.end("kind")])


def _take_after_cue(draft: Draft, match: "re.Match[str]") -> None:
    """Take a house number and the words behind it, up to the first word that is no part of an address."""
    end = match.start("place")
    words = 0
    for word in re.finditer(r"[^\s,]+,?", match["place"]):
        bare = word[0].strip(".,").lower()
        if words and (bare in COMMON_WORDS or bare in _NO_STREET_WORD):
            break
        words += 1
        end = match.start("place") + word.end()
        if word[0].endswith(",") and words > 1:
            break
    if words >= 2:
        draft.take("address", match.start("place"), end)
