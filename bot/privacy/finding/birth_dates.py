"""Dates of birth that no pattern of a sentence catches: somewhere behind a word of birth, or by what they are.

Three readings. A date not far behind "born" or "birthday", unless a word between them gives it to something else
("born here, came back in 1999"). A second date beside a date of birth ("records say Oct 10"). And a full date so old
that it can hardly be of a letter, or one that stands beside a Social Security number.
"""

from __future__ import annotations

import re
from typing import Optional

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import FIGURES, MONTH, SPOKEN_YEAR, WRITTEN, has_month
from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.number_words import SPOKEN, width

_CUE = cue(
    r"\b(?<!acta de )(?<!partida de )(?<!certificado de )(?<!acte de )(?<!extrait de )"
    r"(?:born(?:ed)?|birth(?! ?(?:cert|paper|record|control|act\b))\w*|b[ -]?days?|d\.?o\.?b|nac[ie]\w*|naitre|naissance|anniversaire|cumple(?:anos)?(?= (?:es|el|cae))|cumpleanos|d\.?d\.?n|(?:suis|est|etais|etait|sont|sommes) nee?s?)(?![a-z])"
)
_ACCENTED = cue(r"\bnee?s?(?![a-z'])")
"""Without its accent "ne" is "not"."""
_SHORT_CUE = cue(r"(?<![\w$.-])[bn]\.?:?\s{0,2}(?=\d)")
"""As on family trees: "b. 10/10/1925"."""
_YEAR = rf"(?:(?<![\d/.,$-])(?:19|20)\d\d(?![\d/-]|[.,]\d)|{SPOKEN_YEAR})"
_DATE = re.compile(rf"(?<![\w/.-])(?:{WRITTEN}|{FIGURES}|{_YEAR})")
_FULL_WRITTEN = re.compile(rf"(?<![\w/.$-]){WRITTEN}(?![-/.]?\d)")
_FULL_FIGURES = re.compile(rf"(?<![\w/.$-]){FIGURES}(?![-/.]?\d)")
_ANY = re.compile(
    rf"(?<![\w/.$-])(?:{WRITTEN}|{FIGURES}|{_YEAR}|\d{{1,2}}[/-]\d{{1,2}}(?![\d/-])|\b{MONTH}\s\d{{1,2}}\b)"
)
_REACH = 60
_OF_A_YEAR = cue(
    rf"\b(?:soy de (?P<month>{MONTH}\s(?:del? )?'?\d{{2,4}})|(?:soy|somos|es|ella es|el es|soy clase) (?:del?|modelo)(?: ano)?\s+(?P<es>'?(?:19)?\d\d)(?![.,]?\d|\s?de\s[a-z])|(?:je suis|suis|chui|jsuis|il est|elle est) de\s+(?P<fr>(?:19|20)\d\d|[3-9]\d(?=[\s,.]))|"
    r"(?:i'?m|i am|he'?s|she'?s|as|am) an?\s+(?P<en>(?:19|20)\d\d|'?[3-9]\d)(?:\s|-)?(?:er\b|baby|kid|model|born)|class of (?P<class>(?:19|20)\d\d) baby)(?!\s?(?:%|dolares|anos|ans|por|percent))"
)
"""The year alone, as people say it: "soy del 57", "I'm a 1960 baby"."""
_OF_AN_AMOUNT = re.compile(
    r"\b(?:cheques?|pagos?|limites?|topes?|multas?|beneficios?|deudas?|sobrepagos?|montos?|cantidad|total|sueldos?|salarios?|ingresos?|pension|renta|cuotas?|primas?|aumentos?|depositos?|saldos?|precio|costo|carta|cita|aviso)\s(?:\S+\s){0,3}?\Z"
)
"""What "es de" says the amount or the day of: "mi cheque es de 94"."""
_ON_PAPER = re.compile(
    r"\b(?:certificates?|passports?|licen[cs]e|baptis\w+|bautis\w+|papers?|acta|partida|pasaporte|acte|passeport|extrait|cedula|birth record)\s(?:\w+\s){0,2}?(?:says?|sayin|saying|shows?|has|have|dice|pone|dit|indique|reads?)\s(?:(?:i was born|born|that|in|en|que)\s){0,2}(?P<year>(?:18|19|20)\d\d)(?![\d/-])"
)
"""A year on a paper of identity: "my certificate says 1953 but my passport 1955"."""
_PUT_DOWN = re.compile(
    r"\b(?:put|wrote|has|have|got|gave|and)\s(?:me|him|her)\s(?:(?:down|as|at|in|for)\s){0,2}(?P<year>19\d\d)(?![\d/-])"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:letters?|dated|notices?|mail\w*|sent|app(?:oin)?t(?:ment)?s?|hearings?|interviews?|checks?|payments?|deposits?|paid|pay|married|marr\w*|wed\w*|divorced?|"
    r"die[sd]?|died|death|passed|since|until|till|til|start\w*|worked|working|work|works|hired|job|applied|apply|filed|retire\w*|moved|came|come|arrived|entered|got|here|citizen\w*|"
    r"naturali[sz]ed|denied|denial|approved|injur\w*|hurt|accident|disabled|disability|onset|stopped|expire[sd]?|expires|issued|served|service|discharge\w*|released|before|after|"
    r"between|later|earlier|through|change\w*|turn\w*|benefits?|lost|replac\w*|card|call\w*|cita|carta|pago|pagos|cheque|desde|hasta|antes|despues|cas(?:e|o|amos|ado|ada)|murio|"
    r"fallecio|llegue|llego|vine|vino|trabaj\w*|empece|retir\w*|jubil\w*|entre|mudamos?|lettre|rendez-?vous|rdv|paiement|depuis|jusqu\w*|avant|apres|mort\w*|decede\w*|marie\w*|"
    r"arrive\w*|venue?|travail\w*|commence\w*|retraite|audience|recu|d\.|year old|years old|if|when)\b"
)
_ANOTHER_EVENT = re.compile(
    r"\b(?:letters?|dated|notices?|sent|app(?:oin)?t(?:ment)?s?|hearings?|checks?|payments?|paid|married|divorced?|died|passed|since|until|start\w*|work\w*|hired|retire\w*|moved|came|come|arrived|"
    r"citizen\w*|expire[sd]?|cita|carta|pago|desde|hasta|trabaj\w*|llegu?e|depuis|lettre|paiement|travail\w*|venue?|arrive\w*|when|if)\b"
)
_GENERAL = re.compile(
    r"\b(?:people|persons?|anyone|anybody|those|folks|someone|somebody|everyone|everybody|workers?|if (?:you|i|he|she|they|a|an|your|someone)|you|your|who|los que|las que|quienes?|personas?|gente|alguien|"
    r"ceux|celles|gens|quelqu'un|personnes?|kids|children|babies|americans|proof of|certificat\w*)(?:\s+\S+){0,3}\s*\Z"
)
_CONTRAST = re.compile(
    r"\b(?:but|not|real|really|right|correct\w*|actual\w*|should|says?|say|shows?|records?|record|has|have|put|instead|vs|or|im|i'm|mine|it is|it's|paper|"
    r"pero|no|sino|es|era|real|verdad\w*|dice|pone|papel\w*|correct\w*|mais|pas|vrai\w*|bon|dit|est|c'est|papiers?|acte|wrong|typed|birthday)\b"
)
_NOUN_THEN_SPOKEN = cue(
    rf"\b(?:birth|birth ?da(?:y|te)|b-?day|dob|nacimiento|naissance|born)\b[\s:,]{{0,3}}(?:(?:is|was|on|es|era|est|c'est|el|le|the)\s){{0,3}}(?P<date>{SPOKEN})"
)
_SENTENCE_END = re.compile(r"[.;!?\n]\s?")
_OLDEST_RECENT = 2008
"""Letters, appointments and payments that somebody asks about are younger than this year."""
_FIRST_OLD_SHORT = 30
"""Years of two digits from here on are of the century before."""
_CHOICE = re.compile(r"\d o \d")
"""Here "o" is Spanish for "or": "a los 65 o 67"."""
_NUMBER_BESIDE = re.compile(
    r"[\s,;:|/]{1,3}(?:(?:ssn?|social|soc)[\s:#]{1,3})?(?:\x00{4,}|\d{3}[-\s.]?\d{2}[-\s.]?\d{4}(?!\d))"
)
_NUMBER_BEFORE = re.compile(r"(?:(?<!\d)\d{3}[-\s.]?\d{2}[-\s.]?\d{4}|\[ssn\])[\s,;:|/]{1,3}\Z")


def take_birth_dates(draft: Draft) -> None:
    """Take dates of birth by the words around them, and by their age."""
    spoken = None if draft.has_digits else re.search(rf"\b{MONTH}", draft.plain)
    if not (draft.has_digits or spoken or "birth" in draft.plain or "dob" in draft.words):
        return
    for match in draft.matches(_NOUN_THEN_SPOKEN):
        if 4 <= width(re.findall(r"[a-z]+", match["date"])) <= 8:
            draft.take("birth_date", *match.span("date"))
    for paper in (_ON_PAPER, _PUT_DOWN) if draft.has_digits else ():
        for match in draft.matches(paper):
            draft.take("birth_date", *match.span("year"))
            _take_other_versions(draft, match.end())
    for match in draft.matches(_OF_A_YEAR):
        if match["es"] and _OF_AN_AMOUNT.search(draft.plain[max(0, match.start() - 40) : match.start()]):
            draft.spare(*match.span("es"))
        else:
            draft.take("birth_date", *match.span(match.lastgroup or 0))
    for said in [*draft.matches(_CUE), *draft.matches(_SHORT_CUE), *_accented(draft)]:
        _take_behind(draft, said)
    plain = draft.plain
    written = draft.matches(_FULL_WRITTEN) if has_month(draft) else []
    for date in [*written, *(draft.matches(_FULL_FIGURES) if draft.has_digits else [])]:
        year = None if _CHOICE.search(date[0]) else _year(date[0])
        if year is not None and (_is_old(year) or _stands_by_number(plain, date)):
            before = plain[max(0, date.start() - 30) : date.start()]
            has_words = before.islower()
            if not (has_words and _OF_SOMETHING_ELSE.search(_SENTENCE_END.split(before)[-1])):
                draft.take("birth_date", *date.span())


def _accented(draft: Draft) -> "list[re.Match[str]]":
    return [match for match in draft.matches(_ACCENTED) if "\u00e9" in draft.written(*match.span()).lower()]


def _take_behind(draft: Draft, said: "re.Match[str]") -> None:
    """Take the first date behind a word of birth, and further ones that speak of the same birth."""
    if _GENERAL.search(draft.plain[max(0, said.start() - 40) : said.start()]):
        return
    date = _DATE.search(draft.marked[said.end() : said.end() + _REACH])
    if (
        date is None
        or "[birth_date]" in date.string[: date.start()]
        or _OF_SOMETHING_ELSE.search(date.string[: date.start()])
    ):
        return
    if WALL in draft.plain[said.end() + date.start() : said.end() + date.end()]:
        _take_other_versions(draft, said.end() + date.end())
        return
    if not _has_year(date[0]) and date.start() > 20:
        return
    end = said.end() + date.end()
    if re.match(
        r"\s*(?:or|and|o|y|ou|et|to|-)\s*(?:later|after|before|earlier|despues|antes|mas|apres|plus|avant|(?:19|20)\d\d)",
        draft.plain[end : end + 20],
    ):
        return
    draft.take("birth_date", said.end() + date.start(), end)
    _take_other_versions(draft, end)


def _take_other_versions(draft: Draft, start: int) -> None:
    end = start
    while True:
        other = _ANY.search(draft.plain, end, end + _REACH)
        if other is None:
            return
        between = draft.plain[end : other.start()]
        if not _CONTRAST.search(between) or _ANOTHER_EVENT.search(between):
            return
        draft.take("birth_date", *other.span())
        end = other.end()


def _has_year(date: str) -> bool:
    return bool(re.search(r"\d{4}|[-/.' ]\d\d\Z|(?:nineteen|mil|mille|cents?)\b", date))


def _is_old(year: int) -> bool:
    """Tell whether a year, of four digits or of two, is long past."""
    return 1900 <= year < _OLDEST_RECENT or _FIRST_OLD_SHORT <= year < 100


_FIGURE = re.compile(r"\d+")
_JOINED = re.compile(r"[-/.a-z]")


def _year(date: str) -> Optional[int]:
    figures = _FIGURE.findall(date)
    if len(figures) < 2 or not _JOINED.search(date):
        return None
    if len(figures) == 3 and not any(0 < int(figure) <= 12 for figure in figures):
        return None
    longest = next((figure for figure in figures if len(figure) == 4), figures[-1])
    if len(longest) < 2 or len(figures) == 2 and re.search(r"\d\d?(?:st|nd|rd|th)\Z", date):
        return None
    return int(longest)


def _stands_by_number(plain: str, date: "re.Match[str]") -> bool:
    return bool(
        _NUMBER_BESIDE.match(plain, date.end()) or _NUMBER_BEFORE.search(plain, max(0, date.start() - 24), date.start())
    )
