"""Names that a list of given names or their place gives away, where no sentence announces them.

"its gus again", "Wilhelmina Ostrow, 713-60-...", a line with nothing but a name, a signature. A list alone decides
nothing: "my friend Carla told me" stays.
"""

from __future__ import annotations

import re
from typing import Iterator, List, Optional, Tuple

from bot.privacy.finding.cues import cue
from bot.privacy.finding.dates import MONTH
from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.lists import COMMON_WORDS, GIVEN_NAMES, NAMES_AND_WORDS, NO_NAMES
from bot.privacy.finding.name_words import PARTICLES, may_be_name
from bot.privacy.finding.words import words

_TOKEN = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
_NEXT = re.compile(r"[ \t]{1,2}|\.[ \t]{1,2}")
_MOST = 4
_TITLES = (
    r"(?:(?:mr|mrs|ms|miss|dr|sr|sra|srta|senor|senora|don|dona|mme|mlle|sgt|sergeant|capt|captain|col|lt|maj|major|cpl|pfc|pvt|rev|reverend|pastor|father|fr|sister|brother|deacon|rabbi|imam|prof|"
    r"professor|nurse|padre|hermana|hermano|soeur|frere|pere|maitre|tio|tia|abuela|abuelo|tonton|tata)\b\.?\s+(?:\(\w+\.?\)\s+)?)?"
)
_OPENING = (
    r"(?:\A|[.!?,;:\n(\"-]\s*)(?:(?:hi|hello|hey|yes|yeah|ok|okay|so|um|uh|well|good|morning|afternoon|evening|sorry|back|it|me|hola|alo|bueno|buenas|buenos|buen|dias|tardes|noches|si|oiga|oye|mire|"
    r"perdon|pues|bonjour|bonsoir|allo|salut|coucou|oui|alors|euh|re|pardon|excusez|yo|y|et|and|again|thanks|please|there|all|everyone|to whom it may concern|it's me|its me)[\s,.!-]+){0,5}"
)
_OPENS = re.compile(rf"{_OPENING}\Z")
_OPENS_WITHIN = 80
_MONTHS = re.compile(MONTH)
_SAYS_WHO = re.compile(
    rf"{_OPENING}(?:name is|my name is|this is|this be|i go by|(?:you can |please |just )?call me|my names|le saluda|les saluda|le escribe|je me nomme|its|it's|it is|i'?m|i am|im|my name|name'?s|names|name|call me|they call me|speaking is|you(?:'re| are) speaking (?:to|with)|"
    rf"soy|yo soy|aqui|aca|habla|le habla|les habla|te habla|me dicen|con|firma|se llama|me llaman|de nuevo|otra vez|je suis|c'est|cest|c est|ici|moi c'est|moi|voila|voici|on m'appelle|"
    rf"je m'appelle|de la part de|rebonjour|les escribe|quien escribe|je me presente|me presento|me llamo)[\s,:]{{1,3}}(?:me |yo |moi |again |only |just |still )?{_TITLES}(?=[a-z])"
)
_ANYWHERE = cue(
    rf"\b(?:(?:payee|guardian|caregiver|poa|attorney|caseworker|case manager|aide|daughter|son|wife|husband|widow|mother|father|cuidadora|hija|hijo|esposa|viuda|tutora?|fille|fils|femme|veuve) (?:for|of|to|de)|"
    rf"under(?: the name)?|on behalf of|in the name of|a nombre de|de parte de|au nom de|de la part de|name (?:of|is|should be|spelled|reads|says)|nombre (?:correcto|completo|real|es)|"
    rf"nom (?:correct|complet|est)|(?:card|licen[cs]e|passport|certificate|records?|letter|tarjeta|carte) (?:says?|reads?|has|dice|dit)|(?:changed?|changing|went) (?:my name )?(?:from [\w' -]{{2,25}} )?to|name (?:to|now)|name on (?:the |my |it )?(?:\w+ )?(?:is|says|reads)|le saluda|les saluda|i go by|(?:client|patient|payee|beneficiary|claimant|applicant|caller|account holder|cliente|paciente|beneficiario|titulaire)(?:'s name|:| is| -)?|"
    rf"signed(?: by)?|signe|firmado|"
    rf"firma|atte|att|atentamente|sincerely|regards|respectfully|yours truly|c'est|moi c'est|this is|my name is|habla|ask for|asking for|attn:?|attention:?|demandez|pregunte por)[\s,:]{{1,3}}{_TITLES}(?=[a-z])"
)
_IN_PASSING = cue(r"\b(?:its|it's|im|i'?m|i am|c'est|cest|soy)\s+(?=[a-z])")
_SIGNATURE = re.compile(r"(?:(?<=\s)|(?<=[.!?,])|\A|\n)\s?(?:-{1,2}|~|/s/)\s?(?=[A-Z])")
_SIGN = re.compile(r"\b(?:signed|firmado|signe)(?: by)?[\s,:]{1,3}(?=[A-Z])", re.IGNORECASE)
_SIGN_WORDS = words("signed firmado signe")
_THEN_NUMBER = re.compile(
    r"[\s,;:|/-]{1,4}(?:(?:dob|ssn|ss|social|born|nee?|born on|b|phone|cell|tel|id|#|no)[\s:#.]{1,3})?(?:\x00|\(?\d{3}[-.)\s]{0,2}\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|\d{6,})"
)
_THEN_SELF = re.compile(
    r"\s*(?:\(|,\s*)?(?:here\b|calling\b|speaking\b|writing\b|again\b|checking in\b|a sus ordenes|a sus? orden|para servirle|le (?:escribe|saluda|habla)|les (?:escribe|saluda)|a l'appareil|ici\b)"
)
_SELF_WORDS = words(
    "here calling speaking writing again checking ordenes orden servirle escribe saluda habla appareil ici"
)
_CLOSES = re.compile(
    r"\s*(?:[,.;:!?()\n\"-]|\Z|\x00|(?:again|here|calling|speaking|writing|texting|back|from|with|on|at|and|n|i|i'?m|im|my|the|her|his|your|otra|de nuevo|de parte|de vuelta|desde|con|la|el|su|yo|mi|llamando|"
    r"encore|depuis|avec|le|les|fille|fils|et|y|je|j'ai|mon|ma|de|du|trying|checking|just|asking|wondering|about|for|who|need|not|no|pas|u|you|can|how|what|where|when|why|lol|but|pero|mais|so|w/|ssn|social|dob|like|is the|is my)\b)"
)
_ONLY_A_NAME = re.compile(
    r"(?:this is|name is|name'?s|names|call me|i go by|me llamo|me dicen|m'appelle|nomme|habla|escribe|saluda|presente|presento)[\s,:]"
)
_TRAIT = re.compile(r"(?:ed|ing|tten|less|able|ible|ous|ful|ado|ada|ido|ida)\Z")
_NO_OWN_LINE = words(
    "hallex poms cfr usc ssr form dear thank thanks best kind many social security united new good happy direct medicare part form title"
)


def take_introductions(draft: Draft) -> None:
    """Take names that are given in passing."""
    for match in draft.matches(_SAYS_WHO):
        where = _listed(draft, match.end()) or _two_capitals(draft, match.end()) or _one_capital(draft, match)
        _take(draft, where, closes=True)
    for match in draft.matches(_ANYWHERE):
        _take(draft, _listed(draft, match.end(), capital=True) or _two_capitals(draft, match.end(), initial=True))
    for match in draft.matches(_IN_PASSING):
        _take(draft, _listed(draft, match.end(), capital=True), closes=True)
    for pattern in _signs(draft):
        for match in draft.matches(pattern, cased=True):
            where = _listed(draft, match.end(), capital=True) or _two_capitals(draft, match.end(), initial=True)
            if where and (pattern is _SIGN or not draft.plain[where[1] :].strip(" .,!\n")):
                draft.take("name", *where)
    _take_by_place(draft)


def _signs(draft: Draft) -> List["re.Pattern[str]"]:
    """Return the patterns of a signature that can match at all."""
    dashed = any(sign in draft.plain for sign in ("-", "~", "/s/"))
    return [_SIGNATURE] * dashed + [_SIGN] * bool(draft.words & _SIGN_WORDS)


def _take_by_place(draft: Draft) -> None:
    """Take names before a number, on a line of their own, or before "calling"."""
    at = 0
    if not ("\n" in draft.plain or WALL in draft.plain or draft.has_digits or draft.words & _SELF_WORDS):
        return
    for token in draft.matches(_TOKEN, cased=True):
        if token.start() < at or not _may_begin(draft, token):
            continue
        where = _listed(draft, token.start()) or _two_capitals(draft, token.start())
        if where is None:
            continue
        full = " " in draft.plain[where[0] : where[1]]
        own_line = full and _fills_line(draft, *where)
        beside = (
            full
            and (token[0][0].isupper() or _starts_line(draft, token.start()))
            and _THEN_NUMBER.match(draft.plain, where[1])
        )
        says_so = (
            token[0][0].isupper()
            and _THEN_SELF.match(draft.plain, where[1])
            and _OPENS.search(draft.plain, max(0, where[0] - _OPENS_WITHIN), where[0])
        )
        if own_line or beside or says_so:
            draft.take("name", *where)
        at = where[1]


def _may_begin(draft: Draft, token: "re.Match[str]") -> bool:
    word = token[0].lower()
    return (
        word in GIVEN_NAMES
        or token[0][0].isupper()
        and (word in NAMES_AND_WORDS or may_be_name(word) and word not in _NO_OWN_LINE)
    )


def _take(draft: Draft, where: Optional[Tuple[int, int]], closes: bool = False) -> None:
    if where is None:
        return
    full = " " in draft.plain[where[0] : where[1]]
    if full or not closes or _CLOSES.match(draft.plain, where[1]):
        draft.take("name", *where)


def _listed(draft: Draft, start: int, capital: bool = False) -> Optional[Tuple[int, int]]:
    """Return the name at ``start`` if it begins with a given name of the list."""
    tokens = _tokens(draft, start)
    first = next(tokens, None)
    if first is None or first[0].lower() not in GIVEN_NAMES or _MONTHS.fullmatch(first[0].lower()):
        return None
    shouts = first[0][0].isupper()
    if capital and not shouts:
        return None
    kept = [first]
    for token in tokens:
        word = token[0].lower()
        if shouts and not token[0][0].isupper() and word not in PARTICLES:
            break
        if (
            word in COMMON_WORDS
            and not (shouts and token[0][0].isupper())
            and word not in PARTICLES
            or word in NO_NAMES
        ):
            break
        if not shouts and (len(kept) >= 2 or not may_be_name(word)):
            break
        kept.append(token)
    return _span(kept)


def _two_capitals(draft: Draft, start: int, initial: bool = False) -> Optional[Tuple[int, int]]:
    """Return the name at ``start`` if it is of two words or more with capitals."""
    kept: List["re.Match[str]"] = []
    for token in _tokens(draft, start):
        word = token[0].lower()
        if not (token[0][0].isupper() or kept and word in PARTICLES):
            break
        if word not in PARTICLES and not (
            may_be_name(word) or word in NAMES_AND_WORDS or len(word) == 1 and (initial or kept)
        ):
            break
        kept.append(token)
    where = _span(kept)
    capitals = [
        token
        for token in kept
        if token[0][0].isupper() and len(token[0]) + initial > 1 and token[0].lower() not in PARTICLES
    ]
    return where if where and len(capitals) >= 2 else None


def _one_capital(draft: Draft, match: "re.Match[str]") -> Optional[Tuple[int, int]]:
    """Return one word with a capital behind words that only a name follows."""
    token = next(_tokens(draft, match.end()), None)
    if token is None or not token[0][0].isupper() or len(token[0]) < 2:
        return None
    word = token[0].lower()
    sure = may_be_name(word) and bool(_ONLY_A_NAME.search(match[0])) and not _TRAIT.search(word)
    return token.span() if sure or word in NAMES_AND_WORDS and not _MONTHS.fullmatch(word) else None


def _tokens(draft: Draft, start: int) -> Iterator["re.Match[str]"]:
    """Yield the words from ``start`` on that nothing but spaces divide, or the full stop of an initial."""
    cased = draft.cased
    at = start
    for _ in range(_MOST + 1):
        token = _TOKEN.match(cased, at)
        if token is None:
            return
        yield token
        between = _NEXT.match(cased, token.end())
        if between is None or "." in between[0] and len(token[0]) > 2:
            return
        at = between.end()


def _span(tokens: List["re.Match[str]"]) -> Optional[Tuple[int, int]]:
    while tokens and tokens[-1][0].lower() in PARTICLES:
        tokens = tokens[:-1]
    return (tokens[0].start(), tokens[-1].end()) if tokens else None


def _starts_line(draft: Draft, start: int) -> bool:
    return not draft.plain[draft.plain.rfind("\n", 0, start) + 1 : start].strip(" ,.-")


def _fills_line(draft: Draft, start: int, end: int) -> bool:
    return (
        "\n" in draft.plain
        and _starts_line(draft, start)
        and not draft.plain[end : draft.plain.find("\n", end) % (len(draft.plain) + 1)].strip(" ,.-!")
    )
