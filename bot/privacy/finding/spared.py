"""What looks like an identifier and must survive: money, dates of letters, forms, laws, public telephones, counts.

Two strengths. What is certain goes behind a wall before any number is looked at. What is likely (a year, a count of
days) only counts for numbers that no label announces: "my pin is 1952" is a PIN all the same.
"""

from __future__ import annotations

import re
from typing import List, Pattern, Tuple

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import LIKELY_FIGURES, MONTH, has_month
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.labels import close_label
from bot.privacy.finding.number_words import ANY
from bot.privacy.finding.words import words

_PUBLIC_NUMBERS = {
    "8007721213", "8003250778", "8002690271", "8006771116", "8006334227", "8009675042", "8552901545", "8339142016",
    "8883514024", "8443631423",
}  # fmt: skip
_TELEPHONE = re.compile(
    r"(?<![\d])(?<!\d-)(?:\+?1[-./ ]{0,3})?\(?(\d{3})\)?[-./ ]{0,3}(\d{3})[-./ ]{0,3}(\d{4})(?![-/.]?\d)"
)
_GROUPED = re.compile(r"\d[-.)]\s?\d{3}[-.]\d{4}")
"""Only telephones are written so."""
_TOLL_FREE = {"800", "833", "844", "855", "866", "877", "888"}
"""Area codes that belong to offices and companies: nobody's private number."""
_HOLDS_NUMBERS = ("account", "routing", "card", "ssn", "itin", "alien_number")
"""Labels behind which ten digits are no telephone, whatever they begin with."""

_AMOUNT = r"\d{1,3}(?:[, ]\d{3}){1,2}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_CURRENCY = (
    r"\$|dollars?\b|dolares\b|bucks\b|usd\b|cents\b|centavos\b|%|percent\b|por ?ciento\b|pour ?cents?\b|pesos\b|euros?\b|"
    r"a month\b|per month\b|monthly\b|al mes\b|par mois\b|a year\b|/mo"
)
_SPOKEN_AMOUNT = (
    rf"(?:\b(?:{ANY})\b[-\s]{{1,2}}(?:(?:and|y|et)\s)?){{1,8}}(?:dollars?|dolares|bucks|cents|percent|euros?|pesos)\b"
)
_MONEY = (
    re.compile(rf"\$\s?(?:{_AMOUNT})(?![-\d]|[.,]\d)"),
    re.compile(rf"(?<![\d])(?<!\d[-./, ])(?:{_AMOUNT})\s?(?:{_CURRENCY})"),
    re.compile(r"(?<![\d,.])(?:\d{1,3},\d{3}|\d,\d{3},\d{3})(?:\.\d\d)?(?![-.,]?\d)"),
    re.compile(r"(?<![\d])(?<!\d[-./ ])\d{1,4}\s(?:thousand|hundred|million|billion|mil|mille|millones|millions)\b"),
    re.compile(r"(?<![\d.,])(?:\d{2,4}(?:\.\d\d)?, ){2,}\d{2,4}\.\d\d(?!\d)"),  # 212, 198, 187.50
    re.compile(r"(?<![\d.,])(?<!\d[- ])\d{1,5}\.\d{1,2}(?![\d.]|[- ]\d|-)"),
)
_SPOKEN_MONEY = re.compile(_SPOKEN_AMOUNT)
_MONEY_WORDS = words("dollars dollar dolares bucks cents percent euros euro pesos peso")
_WRITTEN_DATES = (
    re.compile(rf"\b{MONTH}\s+(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:of\s+)?(?:19|20)\d\d\b)?"),
    re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th|er|ro)?\s+(?:of\s|de\s)?{MONTH}(?:(?:,|\sde|\sdel|\sof)?\s+(?:19|20)\d\d\b)?"
    ),
)
_DATES = (
    re.compile(LIKELY_FIGURES),
    re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:(?:19|20)\d\d|\d\d)(?![\d/])"),
    re.compile(r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\b\d{1,2}h\d\d\b"),
)
_FORMS = (
    re.compile(
        r"\b(?:ssa|ss|ha|cms|hcfa|sf|va|irs|w|i|n|g|ds|ssr|em|gn|si|di|rs|hi|rm|pr|tn|ea|eau|ar|form|forma|formulario|formulaire)"
        r"[- ]?l?\d{1,5}[a-z]?\b(?:[-.]\d{1,4}(?!\d))?(?:-[a-z]+\d?)?(?!-?\d|\s\d{3})"
    ),
    re.compile(r"\b(?:1040|1099|1095)(?:-?[a-z]{1,3})?\b(?!\s\d{4}\s\d)"),
    re.compile(r"\b(?:hallex|poms|listing|rule|grid rule|cfr|u\.?s\.?c\.?|ssr|section|seccion|sec\.?|chapter|(?<!end )(?<!last )(?<!first )(?<!final )(?<!tail )part)\s(?:[a-z]{1,2}[- ])?[\d.\-]{1,14}"),
    re.compile(r"(?<![\d-])05-1\d{4}(?![\d-])"),  # a pamphlet: 05-10035
    re.compile(r"\b(?:1619 ?\([ab]\)|1619[ab]|40-?b|l-?564|(?:gn|si|di|rs|hi|rm|nl|sm|em|ss|el|tc)\s?\d{5}\.\d{3}[a-z]?)(?![\w-])"),
)  # fmt: skip
_ZIP_CODE = re.compile(r"\bzip(?:\s+code)?(?:\s+is)?:?\s+\d{5}(?:-\d{4})?\b")
_HEX = re.compile(r"\b0x[0-9a-f]{2,12}\b")
_REFERENCE = re.compile(r"(?<![\d-])20[12]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[-_]\d{1,4})?(?![-\d])")
"""A day and a running number, as web pages give to what went wrong: 20250911-0007."""
_PUBLIC_PLACES = (re.compile(r"\b6401 security (?:blvd|boulevard)\b\.?"),)
"""Where Social Security itself gets its mail."""
_PUBLIC_LINE = re.compile(r"\b(?:1[- ]?)?8(?:00|88|77|66|55|44|33)[- ](?:number|line|phone|hotline)\b")
_BIRTHS_OF_ALL = re.compile(
    r"\b(?:people|persons?|folks|those|any(?:one|body)|every(?:one|body)|all|los|las|quien|gente|ceux|celles|gens|personnes)\s"
    r"(?:(?:who|that|is|are|was|were|que|qui|sont|etait)\s){0,2}(?:born|nacid[oa]s?|nacieron|nes?|nees?)\s"
    r"(?:(?:in|on|after|before|between|or|en|antes|despues|entre|de|del|avant|apres)\s){1,2}(?:the\s|el\s|le\s)?(?:19|20)\d\d\b"
)
"""A rule of Social Security: "people born in 1960 or later"."""

_DAY_OF_A_MONTH = rf"(?P<date>(?:{MONTH}\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th|er)?\s(?:of\s|de\s)?{MONTH})(?:(?:,|\sdel?|\sof)?\s20\d\d\b)?)"
_OF_A_LETTER = cue(
    r"\b(?:letters?|notices?|decisions?|denial|app(?:oin)?t(?:ment)?s?|hearings?|interviews?|checks?|payments?|deposits?|cartas?|avisos?|cita|audiencia|cheque|pago|lettres?|avis|rendez-?vous|rdv|audience|paiement)"
    r"\b(?!(?:\s\S+){0,4}\s(?:born|birth\w*|dob|nac\w+|nee?)\b)(?:\s[a-z']+){0,3}?\s(?:dated|date[ds]? (?:is|on)|fechad[oa]|(?:es|era|fue) (?:del?|el)|datee? du|est (?:du|le)|du|del|is|was)\s(?:the\s|on\s|el\s)?"
    rf"{_DAY_OF_A_MONTH}"
)
"""Dates of letters and appointments, in so many words: "my letter is dated March 3", "la carta es del 14 de abril"."""
_FROM_A_DAY = cue(
    rf"\b(?:starting|effective|beginning|as of|a partir del?|a partir du|a compter du)\s(?:on\s|the\s)?{_DAY_OF_A_MONTH}"
)
"""Of a rule: "starting August 18 you cannot call"."""

_PRINTED = r"(?![a-z]+\b)[a-z0-9]{1,6}(?:-[a-z0-9]{1,4})?(?![\w-])"
_NAMES_CODE = r"(?:\s(?:is|was|says?|said|of|number|no|it|reads?)|\s?[:#=])*\s?#?"
_CODE_OF_A_PAPER = cue(
    rf"\b(?:(?:remarks?|reason|error|denial|payment|status|notice|letter|form|earnings|stop|suspension|codigo de (?:error|razon|la carta)|code (?:d'erreur|erreur))(?:\scodes?)?(?<=code|odes|rror|azon|arta|reur){_NAMES_CODE}\s?(?P<said>{_PRINTED})|"
    rf"(?:notices?|letters?|forms?|cartas?|avisos?|formularios?|lettres?|avis|formulaires?)(?:\s(?:has|had|have|with|says?|shows?|a|the|this|that|it|of|tiene|dice|con|el|un|a|le|un))*\s(?:codes?|codigo){_NAMES_CODE}\s?(?P<printed>(?:[a-z]{{1,3}}-?\d{{1,3}}|\d{{1,3}}-?[a-z]?)(?![\w-])))"
)
"""What a letter or a form has printed on it for clerks: "the notice has code L-44", "remark code N130". Short ones
alone: longer ones may be a code that opens an account, and come by letter as well."""
_OPENS_SOMETHING = re.compile(
    r"\b(?:activat\w*|verif\w*|log(?:ging)? ?in|sign(?:ing)? in|password|pin|one[- ]time|security code|enter|typed?|texted|activacion|codigo de seguridad|clave)\b"
)

_SHORTEST = 3
_AROUND = 25
_YEARS = re.compile(
    r"(?<![\d])(?<!\d[-./_ ])(?<!\d[-./_ ]{2})(?<!\d[-./_ ]{3})(?:19|20)\d\d(?:(?:,? |, ?| and | y | et | to | a | al | - |-|/)(?:19|20)\d\d)*(?!\d)(?![-./_ ]{1,3}\d)"
)
_UNIT = (
    r"(?:times?|x|days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|minutes?|mins?|min|am|pm|a\.m|p\.m|mg|ml|lbs?|miles?|"
    r"blocks?|kids?|children|people|credits?|quarters?|calls?|pages?|letters?|checks?|payments?|veces|dias?|semanas?|mes(?:es)?|"
    r"anos?|horas?|minutos?|hijos?|creditos?|trimestres?|cartas?|fois|jours?|semaines?|mois|ans?|heures?|minutes?|enfants?|"
    r"digits?|numbers?|digitos?|chiffres?)\b"
)
_COUNTS = re.compile(rf"(?<![\d])(?<!\d[-./_])\d{{1,2}}(?:-\d{{1,2}})?\s{_UNIT}")
_PLACES = re.compile(
    r"\b(?:title|titulo|titre|room|window|ventanilla|guichet|page|pagina|question|pregunta|line|linea|ligne|bus|step|error|"
    r"error code|codigo de error|code erreur|press|floor|ticket|office|highway|route)\s#?\d{1,5}\b"
)


def spare_certain(draft: Draft) -> None:
    """Put behind walls what is no identifier whatever stands around it; of dates the tagger may know better."""
    in_words = (_SPOKEN_MONEY,) if draft.words & _MONEY_WORDS else ()
    with_months = _WRITTEN_DATES if has_month(draft) else ()
    dates = (_DATES[0], *with_months, *_DATES[1:])
    _spare_near_numbers(draft, (*_PUBLIC_PLACES, _PUBLIC_LINE, _BIRTHS_OF_ALL, *_MONEY, *in_words))
    _spare_near_numbers(draft, dates, lightly=True)
    _spare_near_numbers(draft, _FORMS)
    _spare_near_numbers(draft, (_ZIP_CODE,), lightly=True)
    _spare_near_numbers(draft, (_REFERENCE, _HEX))


def spare_dates_of_letters(draft: Draft) -> None:
    """Put behind walls, for good, the dates that are said to be those of a letter, a payment, an appointment or a rule."""
    for match in [*draft.matches(_OF_A_LETTER), *draft.matches(_FROM_A_DAY)]:
        draft.spare(*match.span("date"))


def spare_codes_of_papers(draft: Draft) -> None:
    """Put codes that letters, forms and errors have behind walls, unless the message speaks of opening an account."""
    if "code" not in draft.plain and "codigo" not in draft.words:
        return
    for match in draft.matches(_CODE_OF_A_PAPER):
        kind = match.lastgroup or "said"
        if kind == "said" or not _OPENS_SOMETHING.search(draft.plain):
            draft.spare(*match.span(kind))


def spare_likely(draft: Draft) -> None:
    """Put behind walls what is no identifier unless a label says so."""
    _spare_near_numbers(draft, (_COUNTS, _PLACES, _YEARS), lightly=True)


def _spare_near_numbers(draft: Draft, patterns: Tuple[Pattern[str], ...], lightly: bool = False) -> None:
    """Look only where there are numbers that could be mistaken; most of a message is words."""
    areas: List[Tuple[int, int]] = []
    for run in draft.runs():
        if run.width < _SHORTEST:
            continue
        start, end = max(0, run.start - _AROUND), run.end + _AROUND
        if areas and start <= areas[-1][1]:
            start = areas.pop()[0]
        areas.append((start, end))
    for pattern in patterns:
        plain = draft.plain
        for start, end in areas:
            for match in pattern.finditer(plain, start, end):
                draft.spare(*match.span(), lightly=lightly)


def is_public(digits: str) -> bool:
    """Tell whether a telephone number belongs to the public."""
    return digits[-10:] in _PUBLIC_NUMBERS or digits[-10:-7] in _TOLL_FREE


def spare_public_telephones(draft: Draft) -> None:
    """Put telephones of offices and companies behind walls: "medicare is 1-800-633-4227" is no Medicare number."""
    for match in draft.matches(_TELEPHONE):
        digits = "".join(match.groups())
        if not is_public(digits):
            continue
        label = close_label(draft.unmasked, *match.span(), width=10)
        surely = digits in _PUBLIC_NUMBERS or _GROUPED.search(match[0])
        if surely or label is None or label.kind not in _HOLDS_NUMBERS:
            draft.spare(*match.span())
