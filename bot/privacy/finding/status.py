"""A person's immigration status, volunteered.

Only what somebody says of a person goes: "I am undocumented". What a question is about stays ("can undocumented people
get SSI"), and so does a change that is the errand itself ("I became a citizen, update my record").
"""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.status_words import (
    ALONE_BEFORE,
    ALONE_BEHIND,
    APPOSED_BEFORE,
    GENERAL,
    HELD_BEFORE,
    LINKED_BEFORE,
    NAME,
)

_CITIZENSHIP = r"(?:us\s+|u\.s\.\s+|american\s+|naturali[sz]ed\s+)?"
_ILLEGALLY = (
    r"undocumented|un-?documented|indocumentad[oa]s?|ilegal(?:es)?|illegals?(?:\s+(?:immigrants?|aliens?))?(?!\w|\s+(?:to|for|if|that|\w+ing)\b)|unauthori[sz]ed(?:\s+immigrants?)?|"
    r"illegally\s+here|here\s+illegal(?:ly)?|not\s+here\s+legal(?:ly)?|in\s+the\s+(?:us|country|states)\s+illegal(?:ly)?|out\s+of\s+status|in\s+deportation\s+proceedings"
)
_NO_CITIZEN = rf"(?:not|never|aint)\s+(?:an?\s+|my\s+)?{_CITIZENSHIP}(?:citizen|legal(?!\s+(?:guardian|married|age|aid|rep|separat|\w+ly))|documented(?!\s+(?:enough|well|in|by)))|non-?\s?citizen"
_PROTECTED = r"(?:an?\s+)?(?:asylum\s+seekers?|asylees?|refugees?|parolees?|daca(?:\s+recipients?)?|dreamers?|tps(?:\s+holders?)?)"
_RESIDENT = r"(?:an?\s+)?(?:green\s*card\s+holder|(?:lawful\s+|legal\s+)?permanent\s+resident(?!\s+(?:of|at|in))|lpr)"
_CITIZEN = rf"(?:an?\s+|also\s+|already\s+)*{_CITIZENSHIP}citizens?(?!\s+now)"
_VISA_KINDS = r"work|student|tourist|h-?1-?b|h-?2-?a|h-?2-?b|visitor|expired|f-?1|j-?1|k-?1|l-?1|b-?2|u|t"
_ON_VISA = rf"on\s+(?:an?\s+)?(?:{_VISA_KINDS})\s+visa(?:\s+that\s+(?:has\s+|is\s+)?expired)?|on\s+(?:humanitarian\s+)?parole(?!\s+(?:officer|board|from\s+(?:prison|jail)))(?=.{{0,40}}(?:immigra|cuba|haiti|border|uscis))"
_STATUS = f"{_ILLEGALLY}|{_NO_CITIZEN}|{_PROTECTED}|{_RESIDENT}|{_CITIZEN}|{_ON_VISA}"
_SOMEBODY_IS = (
    r"(?:i(?:'?m|\s+am|\s+was)|(?:we|they)(?:'?re|\s+are|\s+were)|(?:he|she|who)(?:'?s|\s+is|\s+was)|"
    r"(?:my|her|his|our)\s+\w+(?:\s+is|\s+are|\s+was|'s))"
)
_PAPERS = (
    r"(?:an?\s+|my\s+|the\s+)?(?:daca|tps|asylum|green\s*card|refugee\s+status|u\s+visa|t\s+visa|work\s+permit|"
    rf"(?:{_VISA_KINDS})\s+visa|deportation\s+order|removal\s+order|immigration\s+parole|humanitarian\s+parole)"
)
_OWN = r"(?:my|his|her|our|their)"
_OWN_PAPERS = r"(?:\w+\s+)?(?:visa|green\s*card|work\s+permit|ead|daca|tps|asylum(?:\s+case)?|i-?94)"

_ENGLISH = (
    r"(?:on|(?:came|entered|got)\s+(?:here\s+|in\s+)?(?:on|with))\s+(?:an?\s+|my\s+|his\s+|her\s+)?(visa)\b(?!\s+(?:card|debit|credit|gift|ending|and|or|prepaid|forms?|applications?))",
    r"((?:never|not)\s+(?:got|had|getting)\s+(?:my|his|her|their|any)\s+(?:papers|green\s*card))\b(?!\s+(?:for|from|about|in\s+the\s+mail))",
    rf"{_OWN}\s+(asylum|tps|daca|green\s*card|visa|residency|citizenship)\s+(?:case|claim|application|petition)\b",
    r"(?:mon|son|ma|sa)\s+statut\s+(?:de\s+|d')?(refugiee?|asile|tps|daca|resident|etudiant)\b",
    rf"{_SOMEBODY_IS}\s+(?:\w+\s+)?({_STATUS})\b",
    rf"(?:i|we|he|she|they|{_OWN}\s+\w+)\s+(?:only\s+|still\s+)?(?:have|has|had)\s+({_PAPERS})\b",
    r"((?:daca|tps)(?:\s+(?:holder|recipient)s?\b|(?=\s+(?:since|here)\b)))",
    r"as\s+(?:an?\s+)?(asylees?|refugees?|asylum\s+seekers?|parolees?)\b",
    r"((?:no|without|dont\s+have(?:\s+any)?|don't\s+have(?:\s+any)?|have\s+no|got\s+no)\s+(?:legal\s+|immigration\s+)?(?:papers|papeles)\b)(?!\s+(?:for|from|on|about|to|with|here|at|yet|left|in))",
    r"overstayed(?:\s+(?:my|his|her|our|their|a|the))?(?:\s+visa)?\b",
    r"stay(?:ed|ing)?\s+(?:on\s+|here\s+)?(?:past|beyond|after|over|longer\s+than)\s+(?:my|his|her|our|their|the)\s+(?:\w+\s+)?(?:visa|i-?94|permit)\b(?!\s+(?:card|debit))",
    rf"{_OWN}\s+({_OWN_PAPERS})\s+(?:is\s+|has\s+|was\s+|got\s+)?(?:expired|ran\s+out|runs\s+out|denied|revoked|pending|over|lost|stolen)\b(?!.{{0,20}}\b(?:bank|debit|credit))",
    rf"(?:lost|losing)\s+{_OWN}\s+(green\s*card|visa|work\s+permit|ead|i-?94|immigration\s+papers)\b",
    rf"{_OWN}\s+(parole)\s+(?:runs|ran|expires?|expired|ends?|ended|is\s+up)\b",
    r"(?:got|have|has|had|obtained|received|granted|given)\s+(?:my\s+|his\s+|her\s+|our\s+|their\s+|us\s+|u\.s\.\s+|american\s+)?(citizenship|permanent\s+residency)\b(?!\s(?:interview|test|application|ceremony|papers?|class|question|case|certificate|appointment|status))",
    r"(?:never|not|didnt|haven't|havent)\s+(?:fix|fixed|got|get|had)\s+(?:our|my|his|her|their|the)\s+papers\b(?!\s+(?:for|from|about|in))",
    rf"{_OWN}\s(tps|daca)\b",
    r"(?:through|by|under|with|in|por|con|gracias\s+a|avec|par)\s+(?:the\s+|la\s+|l')?(?:reagan\s+)?(amnesty|amnistia|amnistie)\b",
    r"((?:work|student|tourist|visitor)\s+visa)\s+(?:ran\s+out|runs\s+out|expired|expires|ended|ends|is\s+up|was\s+denied|got\s+denied)\b",
    r"(?:estoy|estamos|esta|estan|sigo|seguimos)\s+en\s+(?:proceso|tramite|tramites|espera)\s+de\s+(?:mi\s+|su\s+|la\s+|el\s+)?(asilo|residencia|ciudadania)\b",
    r"(?:crossed|snuck\s+across|came\s+over)\s+the\s+border\b(?!\s+(?:to|into)\s+(?:canada|mexico))",
    r"(?:deportation|removal)\s+order\b",
    r"(?:have|has|had|got|with)\s+(no\s+(?:legal\s+|immigration\s+|lawful\s+)?status)\b",
    r"(?:fell|went)\s+out\s+of\s+status\b",
    r"lost\s+(?:my|his|her|our)\s+status\b",
    rf"((?:isnt|isn't|aint|ain't|not|arent|aren't)\s+(?:an?\s+)?{_CITIZENSHIP}citizens?)\b",
    r"(?:came|entered|got)\s+(?:here\s+|in\s+)?(?:without\s+(?:documents|papers|inspection|a\s+visa)|illegally)\b",
    r"i-?94\s+(?:is\s+|has\s+)?expired\b",
    r"(?:was|were|got|been)\s+deported\b|(?:fue|fui|fueron)\s+deportad[oa]s?\b",
    r"((?:dont|don't|do\s+not|doesnt|doesn't)\s+have\s+(?:any\s+|a\s+)?(?:legal|lawful|immigration)\s+status)\b",
    rf"(?:\A|(?<=[,.;]\s)|(?<=but\s))(not\s+(?:an?\s+)?{_CITIZENSHIP}citizen)\b",
    rf"waiting\s+(?:on|for)\s+{_OWN}\s+((?:\w+\s+)?(?:visa|green\s*card|asylum))\b",
    r"undocumented\s+(?:person|immigrant|mother|father)\b",
    r"(?:applied|applying|asked|waiting)\s+for\s+(asylum)\b",
    r"((?:seeking\s+|pending\s+|denied\s+|(?<=granted\s)|(?<=got\s))asylum)\b",
    r"asylum\s+(?:is\s+)?pending\b",
    r"green\s*card\s+holder\s+(?:for|since)\s",
    r"(?<!a\s)(?<!or\s)green\s*card\s+holder\b(?!s?\s+(?:can|need|get|be|have|has|over|under|collect|qualif))",
    r"(?<!\ba\s)(?<!an\s)(?<!every\s)(?:undocumented|asylum\s+seekers?|permanent\s+resident|refugees?|asylees?|non-?citizen)\s+(?:here|since)\b",
    r"(?:my|his|her|mi|su|mon|son)\s+(?:immigration\s+)?(?:status|estatus|statut)\s+(?:is|es|est)\s+((?:\w+\s+)?(?:tps|daca|pending|parole|undocumented|expired|illegal|asylum|refugee|asylee|permanent)\w*)\b",
    rf"{_SOMEBODY_IS}\s+(?:an?\s+)?(naturali[sz]ed\b(?:\s+citizens?)?)",
    r"(naturali[sz]ed\s+citizen)\s+since\b",
    r"(?:was|were|been)\s+paroled\s+in(?:to)?\b",
    r"have\s+an?\s+(h-?1-?b)\b",
)
_ES_IS = r"(?:soy|estoy|somos|estamos|(?:mi|su)\s+\w+\s+(?:es|esta)|(?:el|ella)\s+(?:es|esta))"
_SPANISH = (
    rf"(?:{_ES_IS}|\b(?:es|esta))\s+(?:una?\s+|aqui\s+|todavia\s+)?((?:inmigrante\s+)?(?:indocumentad[oa]s?|ilegal(?:es|mente)?|refugiad[oa]s?|asilad[oa]s?|sin\s+(?:papeles|documentos|estatus)))\b",
    r"soy\s+(?:ya\s+|un\s+|una\s+)?(ciudadan[oa](?:\s+(?:americano|americana|naturalizad[oa]|de\s+los\s+estados\s+unidos))?|residente(?:\s+(?:permanente|legal))*|naturalizad[oa]|dreamer)\b(?!\s+del?\s+(?!los\s+estados))",
    r"no\s+(?:tengo|tenemos|tiene|tienen)\s+(?:papeles|documentos|estatus)\b",
    r"(?<!los\s)(?<!gente\s)(?<!personas\s)(?<!persona\s)(?<!alguien\s)sin\s+papeles\b",
    r"(?:tengo|tenemos|tiene)\s+(?:el\s+|la\s+|una?\s+|mi\s+)?(daca|tps|asilo|green\s*card|tarjeta\s+verde|mica|visa|permiso\s+de\s+trabajo|residencia|parole)\b(?!\s+(?:(?:de\s+)?(?:debito|credito)|prepagada|principal))",
    r"(?:mi|su)\s+(green\s*card|tarjeta\s+verde|mica|visa|permiso\s+de\s+trabajo|residencia|tps|daca|asilo)\b(?!\s+(?:(?:de\s+)?(?:debito|credito)|prepagada|principal))",
    r"(?:cruce|cruzo|cruzamos|entre|entro)\s+(?:por\s+)?(?:la\s+frontera|ilegal(?:mente)?|sin\s+(?:papeles|visa|documentos))\b",
    r"(?:me|lo|la|nos)\s+deportaron\b|orden\s+de\s+deportacion\b|(?:(?<=pedi\s)|(?<=solicite\s)|(?<=pidio\s))asilo\b|(?:mi|su)\s+caso\s+de\s+asilo\b",
    r"me\s+hice\s+ciudadan[oa]\s+(?:en|hace)\b",
)
_FR_IS = r"(?:je\s+suis|nous\s+sommes|(?:il|elle|ma\s+\w+|mon\s+\w+)\s+est|j'etais|on\s+est)"
_FRENCH = (
    rf"{_FR_IS}\s+(?:un\s+|une\s+|encore\s+|toujours\s+|arrivee?\s+comme\s+)?(sans[- ]papiers?|clandestine?|refugiee?s?|demandeu(?:r|se)\s+d'asile|residente?\s+permanente?|naturalisee?|en\s+situation\s+irreguliere|illegale?s?|citoyen(?:ne)?(?:\s+american(?:e|ne)?)?|immigree?\s+illegale?)\b",
    r"(?:j'ai|jai|nous\s+avons|(?:il|elle|ma\s+\w+|mon\s+\w+)\s+a)\s+(?:le\s+|la\s+|un\s+|une\s+|mon\s+|ma\s+)?(tps|daca|asile|green\s*card|carte\s+verte|visa|permis\s+de\s+travail|statut\s+de\s+refugie|titre\s+de\s+sejour)\b",
    r"(?:ma|mon|sa|son)\s+(green\s*card|carte\s+verte|visa|permis\s+de\s+travail|titre\s+de\s+sejour|tps|demande\s+d'asile)\b",
    r"(?:je\s+n'ai|j'ai|on\s+a)\s+pas\s+(?:de\s+)?(?:papiers|statut)\b|demande\s+l'asile\b|ordre\s+d'expulsion\b",
)
_ALL = cue("|".join(rf"\b(?:{pattern})" for pattern in (*_ENGLISH, *_SPANISH, *_FRENCH)))
_PARTS = (
    "amnest", "amnist", "document", "illegal", "ilegal", "authori", "legal", "status", "statut", "citizen", "ciudadan", "citoyen", "asyl", "asil", "refug", "parole",
    "daca", "dreamer", "tps", "green", "holder", "resident", "residenc", "lpr", "visa", "permi", "removal", "papers", "papeles", "papier", "border",
    "frontera", "deport", "naturali", "94", " ead", "h1b", "h-1", "mica", "clandest", "undocum", "lpr", "f-1", "f1", "h1", "j1", "j-1", "k1", "k-1", "l1", "l-1", "h2", "h4", "o-1", "vawa", "siv", "sij", "entrant", "sonador", "permanent", "work auth", "withholding", "no papers", "irregul", "sejour", "expuls", "verte", "verde", "overstay", "immigra", "inmigra", "inspection",
)  # fmt: skip
"""A message with none of these parts of words says nothing of a status, and is done with quickly."""


_WORDS_BEFORE = re.compile(
    r"(?:on|as|with|an?|the|my|his|her|our|also|already|still|una?|une|le|la|el|mi|su|mon|ma|sa|un)\s+"
)
_CLAUSE = re.compile(r"[.?!;\n](?:\s|\Z)|\n")
_REACH = 70
_EXCLUDED_BEHIND = re.compile(
    r"\s*(?:ship\b|tests?\b|interview|only\b|office|agency|cent(?:er|re)|law|lawyer|board|officer|(?:application|appl|renewal|fee|form|category|sponsor|looking|receipt|rule|review)\b|back\b|cards?\b(?!\s(?:holder|since))|services|"
    r"to show\b|(?:needed|required|necessary|ok|enough|accepted)\b|or\b|o\b(?=\s\w+\s(?:puede|necesita))|ou\b|\?|(?:with|for|on|about|left)\s(?:him|her|me|them|us)\b)"
)
_SAID_BY_A_RECORD = re.compile(
    r"\b(?:become|becoming|made|turned|sworn in as|update .{0,20}(?:to|as)|am i|is (?:he|she)|are (?:we|they)|"
    r"(?:says?|shows?|showing|listed|list|down|thinks?|marked|flagged|flags|stands?|records?|recorded|computer|told|review of \w+ \w+)(?:\s(?:that|me|my|us|her|him|he|she|i|it|is|am|are|was|as|\w+ still|still|eligibility)){0,4})"
    r"\s+(?:an?\s+|not\s+|us\s+|u\.s\.\s+|american\s+|as\s+|in as\s+)*\Z"
)
"""What a record says of somebody, and what somebody may become."""


_OF_PEOPLE = re.compile(
    r"\b(?:people|persons?|anyone|anybody|someone|somebody|immigrants?|those|families|workers|folks|gente|personas?|alguien|gens|personnes?|quelqu'un)\s(?:(?:who|that|que|qui|with|con)\s)?(?:(?:are|is|have|has|son|es|est|sont)\s)?\Z"
)
_CAN = re.compile(r"\s*(?:can|puede|pueden|peut|peuvent)\b")
_ONE_CAN = re.compile(r"\s*(?:se puede|se pueden|uno puede|on peut)\b")
"""Asked of anybody: "sin papeles se puede ...?"."""
_BECAME = re.compile(r"\b(?:became|devenue?s?|me hice|se hizo)\s+(?:(?:an?|un|une|us|u\.s\.|american)\s+)*\Z")
_CHANGE_ASKED_FOR = cue(
    r"\b(?:updat\w*|chang\w*|records?|fix\w*|correct\w*|cards?|tell|report|actualiz\w*|cambi\w*|tarjeta|mettre a jour|carte)\b"
)
"""A change that is the errand itself: "I became a citizen, update my record"."""
_ERRAND = re.compile(
    r"\b(?:updat\w*|chang\w*|records?|fix\w*|correct\w*|restrict\w*|restrik\w*|valid for|work only|take (?:it|that) off|new card|tell (?:ssa|social|ss|yall|you)|report|e-?verify|unrestricted|"
    r"listed|notified|notify|actualiz\w*|cambi\w*|corregir|registr\w*|mettre a jour|changer|corriger|old one|now|new|became|devenue?|got)\b"
)
_GAINED = re.compile(
    r"citizen|naturali|resident|green ?card|asylum|asile|asilo|ciudadan|citoyen|residenc|lpr|permanent"
)


_NOT = re.compile(r"\b(?:not|no|non|isnt|aint)\b")
_NOT_BEFORE = re.compile(r"\b(?:not|no|pas|isnt|isn't|aint|never)\s(?:(?:an?|un|une|us|yet)\s)*\Z")


_PAPER = cue(
    rf"\b{_OWN}\s(?:(?:new|old|own|expired|original|temporary|permanent|physical|current)\s)?(?P<paper>green\s*card|work\s*permit(?:\scard)?|employment\s+authori[sz]ation(?:\scard)?|ead(?:\scard)?|asylum\s+(?:papers?|letter))\b(?!\s(?:approv|process|applic|renewal|interview))"
)
"""A paper that tells a status: what is left says that there is one, for it is often what is asked about."""


def take_status(draft: Draft) -> None:
    """Take what somebody says of a person's status."""
    if not any(part in draft.plain for part in _PARTS):
        return
    errand = bool(_ERRAND.search(draft.unmasked))
    for match in draft.matches(_ALL):
        of_people = _OF_PEOPLE.search(draft.plain, max(0, match.start() - 40), match.start())
        if not of_people and not _ONE_CAN.match(draft.plain, match.end()):
            _take_words(draft, *match.span(match.lastindex or 0), errand)
    for match in draft.matches(_PAPER):
        draft.take("paper", *match.span("paper"), shown="immigration_paper")
    for match in draft.matches(NAME):
        if _is_somebodys(draft, match):
            _take_words(draft, *match.span(), errand)


def _take_words(draft: Draft, start: int, end: int, errand: bool) -> None:
    """Take the words of the status alone; articles stay, so that the sentence still reads.

    Where a change of status may be the errand, what is left says so much, but not which status it is.
    """
    article = _WORDS_BEFORE.match(draft.plain, start, end)
    while article:
        start = article.end()
        article = _WORDS_BEFORE.match(draft.plain, start, end)
    before = draft.plain[max(0, start - _REACH) : start]
    if _SAID_BY_A_RECORD.search(before):
        return
    negated = _NOT_BEFORE.search(before)
    if negated:
        start -= len(negated[0])
    words = draft.plain[start:end]
    gained = _GAINED.search(words) and not _NOT.search(words)
    if _BECAME.search(before) and draft.has(_CHANGE_ASKED_FOR):
        draft.take("new_status", start, end)
        return
    draft.take("status", start, end, shown="new_status" if gained and errand else "")


def _is_somebodys(draft: Draft, match: "re.Match[str]") -> bool:
    """Tell whether the name of a status is said of a person."""
    if _EXCLUDED_BEHIND.match(draft.plain, match.end()) or _ONE_CAN.match(draft.plain, match.end()):
        return False
    before = _CLAUSE.split(draft.plain[max(0, match.start() - _REACH) : match.start()])[-1]
    if APPOSED_BEFORE.search(before) or _BECAME.search(before):
        return True
    general = GENERAL.search(before)
    held = HELD_BEFORE.search(before)
    if held and (general is None or held.start() > general.start() + 1):
        return True
    if general or _CAN.match(draft.plain, match.end()):
        return False
    alone = ALONE_BEFORE.search(before) and ALONE_BEHIND.match(draft.plain, match.end())
    return bool(alone or LINKED_BEFORE.search(before))
