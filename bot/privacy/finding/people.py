"""Names of people told by lists of names, beside words that speak of people.

"my cousin Olu", "its deshawn's mama", "Clarence Ray Nettles" wherever it stands. A name that is an everyday word as well
("will", "rose", "mark") needs a capital and a family name behind it.
"""

from __future__ import annotations

import re
from typing import Iterator, List, Optional, Tuple

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import WALL, Draft
from bot.privacy.finding.lists import GIVEN_NAMES, NAMES_AND_WORDS, ORDINARY_WORDS, SURNAMES
from bot.privacy.finding.name_words import PARTICLES, is_month, may_be_name
from bot.privacy.finding.relations import RELATIVES, ROMANCE_RELATIVES
from bot.privacy.finding.words import words

_WORD = re.compile(r"[A-Za-z]+(?:['-](?!s\b)[A-Za-z]+)*")
_SPACE = re.compile(r"\.?[ \t]{1,2}")
_MOST = 5
_PLACES = words(
    "beach city county street avenue road park springs heights falls hill hills valley lake river island islands bay creek township parish district state ",
    "hospital clinic center school church college university bank union company insurance services office building plaza tower mall court house home homes ",
    "carolina dakota virginia jersey mexico hampshire york orleans texas florida california act law foundation society association group",
)
"""What stands behind a name makes it the name of a place or of an office: "Virginia Beach", "Madison County"."""
_OF_A_PLACE = re.compile(
    r"\b(?:san|santa|santo|los|las|el|la|fort|saint|st|port|new|north|south|east|west|mount|mt|lake|wells|morgan|charles|martin)\s\Z"
)
"""Words before which no person's name begins anew: "Los Angeles", "Wells Fargo"."""
_ALSO_PLACES = words(
    "austin charlotte madison jackson houston dallas orlando aurora lincoln salina blythe asia liberty comfort florence savannah cheyenne carson tyler sydney kingston cleveland ",
    "clinton denver trenton hamilton logan marion victoria israel jordan kenya vienna dan alexandria augusta carmel lourdes eugene santiago domingo americus beverly shelby quincy ",
    "alma aspen trinidad florencia barbara camden lorena malta odessa regina salem sierra laredo lima genesis jesus angeles rosario concepcion ",
)
"""Given names that name a place, or anything else, more often than a person unless a relative or a family name stands by them."""
_AFTER_RELATIVE = cue(
    rf"\b(?:{RELATIVES})s?(?:,?[ ]|[ ](?:is[ ])?(?:named|called|se llama|llamad[oa]|s'appelle|nomm?ee?)[ ]|[ ]\(|'?s name(?: is|:)?[ ])(?=[a-z])"
)
_ROMANCE = re.compile(rf"(?:{ROMANCE_RELATIVES})s?\b")
_RELATIVE_BEHIND = re.compile(
    rf"'?s\s(?:\w+\s)?(?:{RELATIVES}|ssi|ssdi|ssn|social|checks?|cards?|benefits?|payments?|case|claim|account|number|medicare|money|birthday)\b"
)
_TITLE = cue(
    r"\b(?:dr|doctor|dra|judge|officer|agent|nurse|sister|brother|pastor|reverend|rev|attorney|mr|mrs|ms|miss|sr|sra|mme)\b\.?\s(?=[a-z])"
)
_CALLED = cue(
    r"\b(?:(?:this|that) is|its|it's|it is|thats|that's|i'?m|i m|i am|calls? me|called me|calling me|callin me|known as|goes? by|going by|aka|formerly|spell(?:ed|s)?(?: it)?|"
    r"(?:for|about|with|of|from|to|by|is|was|now|and|son|habla|soy|yo|se llama|llamado|llamada|para|moi|c'est|pour|pa|de parte de|por|aqui|les habla|on behalf of|love|signed|mr|mrs|ms|miss|"
    r"thanks?(?: you)?|thx|ty|gracias|merci|saludos|hola|hi|hello|bonjour|oiga|hey))[,:]?[ ](?=[a-z])"
)
_NAME_IS = cue(
    r"\b(?:names?|nombres?|nom|apellidos?|maiden|legal|legally|nee|surname|last|first)(?: (?:on|en|sur) (?:the |my |his |her |la |mi |ma )?\w+)?(?: (?:is|was|es|est|are))?[:=,]? (?=[a-z])"
)
_CLOSES = re.compile(
    r"\s*(?:\Z|[.,;:!?()\n-]|\x00|'?s\b|(?:is|was|has|had|he|she|who|and|he's|she's|hes|shes|born|dob|ssn|here|calling|again|they|y|que|tiene|es|esta|nacio|nacido|nacida|et|qui|est|a|il|elle|ne|nee|need|needs|got|can|can't|cant|"
    r"get|gets|died|passed|says|said|wants|lives|moved|turned|from|to|for|in|on|at|with|i|my|the|w|also|just|trying)\b)"
)
_SPELLED = re.compile(r"(?<![\w'-])[A-Z](?:[ .-]{1,2}[A-Z]){3,14}(?![\w'])")
_SPELLED_BEHIND = cue(
    r"\b(?:names?(?:'?s| is| are)?|spell(?:ed|s|ing)?(?: it)?(?: like)?|nombre(?: es)?|se (?:escribe|deletrea)|apellido(?: es)?|nom(?: est)?|s'ecrit)[:,]?\s(?P<name>[a-z](?:[ .-]{1,2}[a-z]){2,14})(?![\w'])"
)
"""The same without capitals, only where a name is spoken of: "my name is k a t e"."""
_THEN_I = re.compile(r"[ .-]{1,2}i\Z")
_INITIALISMS = {"SSDI", "FICA", "HIPAA", "USCIS"}
_THEN_AGE = re.compile(r",\s?(?:age\s)?(?:\d{2}|\x00{2,})(?=[\s,.])")
_SAYS_IS = re.compile(r"(?:is|es|est|[:=]) \Z")
_END = re.compile(r"[\s.,!?~*:)(<3xo-]*\Z")
_SIGNS_OFF = re.compile(
    r"(?:\b(?:thanks?(?: you)?(?: so much| very much)?|thx|ty|gracias|merci|saludos|sincerely|regards|love|bye|god bless|atentamente|cordialement|please|pls|signed)[\s,.!-]{1,3}|[-~]\s?)\Z"
)
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_FEW_WORDS = 5
_MAY_BEGIN = GIVEN_NAMES | NAMES_AND_WORDS
_INSIDE = re.compile(r"[A-Za-z0-9_'-]")
_ONESELF = re.compile(r"(?:i'?m|i m|i am|soy|yo|moi|habla|this is|call me|calls me)\b")
_TITLE_CASE = 0.7
"""A message with so large a share of capitals says nothing by them."""


def take_people(draft: Draft) -> None:
    """Take names by the lists, and unknown words where only a name can stand."""
    if not draft.words:
        return
    capitals = _capitals_tell(draft)
    for match in draft.matches(_AFTER_RELATIVE):
        _take(draft, _after_relative(draft, match, capitals))
    for match in draft.matches(_NAME_IS):
        _take(draft, _full(draft, match.end(), any_first=True) or _said_to_be(draft, match))
    for match in draft.matches(_TITLE):
        _take(draft, _titled(draft, match.end()))
    for match in draft.matches(_CALLED):
        _take(draft, _called(draft, match, capitals))
    for match in draft.matches(_SPELLED, cased=True):
        if re.sub(r"[^A-Z]", "", match[0]) not in _INITIALISMS:
            draft.take("name", *match.span())
    for match in draft.matches(_SPELLED_BEHIND):
        _take_spelled(draft, match)
    _take_anywhere(draft, capitals)


def _take_spelled(draft: Draft, match: "re.Match[str]") -> None:
    """Take a name spelled letter by letter, without the "i" that begins what is said next."""
    name = match["name"]
    if re.match(r"\s[a-z]{2}", draft.plain[match.end() : match.end() + 3]):
        name = _THEN_I.sub("", name)
    draft.take("name", match.start("name"), match.start("name") + len(name))


def _take(draft: Draft, where: Optional[Tuple[int, int]]) -> None:
    if where:
        draft.take("name", *where)


def _capitals_tell(draft: Draft) -> bool:
    """Tell whether capitals mark names in this message, as they do not where every word has one."""
    capitals = len(_CAPITAL.findall(draft.cased))
    number = sum(map(len, draft.places.values()))
    return number < _FEW_WORDS or capitals <= _TITLE_CASE * number


def _words_at(draft: Draft, start: int) -> Iterator["re.Match[str]"]:
    cased = draft.cased
    at = start
    for _ in range(_MOST):
        word = _WORD.match(cased, at)
        if word is None:
            return
        yield word
        between = _SPACE.match(cased, word.end())
        if between is None or "." in between[0] and len(word[0]) > 2:
            return
        at = between.end()


def is_given(word: str) -> bool:
    """Tell whether a word in lower case is a given name and hardly anything else."""
    return word in GIVEN_NAMES or "-" in word and word.split("-")[0] in GIVEN_NAMES


def is_surname(word: str) -> bool:
    """Tell whether a word in lower case is a family name and hardly anything else."""
    return word in SURNAMES


def _is_unknown(word: str) -> bool:
    """Tell whether a word is none that people use here."""
    return len(word) >= 3 and word not in ORDINARY_WORDS and may_be_name(word) and "'" not in word


def _full(draft: Draft, start: int, any_first: bool = False) -> Optional[Tuple[int, int]]:
    """Return the name of two words or more at ``start``.

    ``any_first``: it may also begin with a family name, or with a word that nobody uses.
    """
    kept: List["re.Match[str]"] = []
    surnames = 0
    for word in _words_at(draft, start):
        lower = word[0].lower()
        capital = word[0][0].isupper()
        if not kept:
            begins = is_given(lower) or any_first and (is_surname(lower) or _is_unknown(lower))
            if not begins and not (capital and (lower in NAMES_AND_WORDS or any_first and may_be_name(lower))):
                return None
        elif lower in PARTICLES and capital == kept[-1][0][0].isupper() or len(lower) == 1 and capital:
            kept.append(word)
            continue
        elif not _goes_on(kept, word) and not (
            any_first and word[0].islower() and kept[0][0].islower() and _is_unknown(lower)
        ):
            break
        else:
            surnames += 1
        kept.append(word)
    while kept and (kept[-1][0].lower() in PARTICLES):
        kept.pop()
    return (kept[0].start(), kept[-1].end()) if surnames and len(kept) > 1 else None


def _goes_on(kept: List["re.Match[str]"], word: "re.Match[str]") -> bool:
    """Tell whether a word is a further part of a name."""
    lower = word[0].lower()
    first = kept[0][0]
    if word[0][0].isupper():
        if first[0].islower() or lower in _PLACES or is_month(lower):
            return False
        if first.lower() in NAMES_AND_WORDS:
            return is_surname(lower) or is_given(lower)
        return may_be_name(lower) or lower in NAMES_AND_WORDS
    return first[0].islower() and (is_surname(lower) or is_given(lower))


def _single(draft: Draft, start: int, capitals: bool, beside: bool) -> Optional["re.Match[str]"]:
    """Return the word at ``start`` if it is a given name by itself. ``beside``: a relative stands before it."""
    word = next(_words_at(draft, start), None)
    if word is None or is_month(word[0].lower()):
        return None
    lower = word[0].lower()
    if is_given(lower) and (beside or lower not in _ALSO_PLACES):
        return word
    return word if capitals and word[0].istitle() and lower in NAMES_AND_WORDS else None


def _after_relative(draft: Draft, match: "re.Match[str]", capitals: bool) -> Optional[Tuple[int, int]]:
    """Return the name behind a relative, one word of it or more.

    Words that nobody uses are names in English alone: in Spanish and French a verb follows as easily.
    """
    start = match.end()
    full = _full(draft, start)
    if full:
        return full
    word = _single(draft, start, capitals, beside=True)
    if word:
        return word.span()
    word = next(_words_at(draft, start), None)
    if word is None or len(word[0]) < 3:
        return None
    lower = word[0].lower()
    if capitals and word[0].istitle() and may_be_name(lower) and lower not in ORDINARY_WORDS:
        following = _full(draft, start, any_first=True)
        return following or word.span()
    if _ROMANCE.match(match[0]) or not _is_unknown(lower) or word[0].isupper() and draft.cased is not draft.plain:
        return None
    following = _full(draft, start, any_first=True)
    if following:
        return following
    return (
        word.span()
        if _CLOSES.match(draft.plain, word.end()) and (is_surname(lower) or _looks_like_name(lower))
        else None
    )


def _looks_like_name(word: str) -> bool:
    """Tell whether a word that nobody uses is spelled as names are rather than as a misspelt word."""
    return bool(re.search(r"(?:[aeiouy]|[aeiou][lnrmkd]|sh|ya|iah|elle|ette)\Z", word)) and not re.search(
        r"(?:ing|ed|ity|ment|tion|aly|ally|ive|able|ance|ence|age|ize|ise)\Z", word
    )


def _called(draft: Draft, match: "re.Match[str]", capitals: bool) -> Optional[Tuple[int, int]]:
    """Return the name behind words that mostly something else follows: only what is on the lists."""
    word = _single(draft, match.end(), capitals=False, beside=False)
    full = _full(draft, match.end())
    if full:
        return full
    if word is None:
        return _unknown_self(draft, match) if capitals else None
    if (
        word[0][0].isupper()
        or _CLOSES.match(draft.plain, word.end())
        or _RELATIVE_BEHIND.match(draft.plain, word.end())
    ):
        return word.span()
    return None


def _titled(draft: Draft, start: int) -> Optional[Tuple[int, int]]:
    """Return the name behind a title, also without capitals."""
    full = _full(draft, start, any_first=True)
    if full:
        return full
    word = next(_words_at(draft, start), None)
    if word is None or is_month(word[0].lower()):
        return None
    lower = word[0].lower()
    return word.span() if is_surname(lower) or is_given(lower) else None


def _said_to_be(draft: Draft, match: "re.Match[str]") -> Optional[Tuple[int, int]]:
    """Return one word that is said to be a name ("first is bridie"), if it is on a list or none that people use."""
    word = next(_words_at(draft, match.end()), None)
    if word is None or not _SAYS_IS.search(match[0]) or is_month(word[0].lower()):
        return None
    lower = word[0].lower()
    return (
        word.span() if is_given(lower) or is_surname(lower) or _is_unknown(lower) and _looks_like_name(lower) else None
    )


def _unknown_self(draft: Draft, match: "re.Match[str]") -> Optional[Tuple[int, int]]:
    """Return a word with a capital that nobody uses, where somebody says who they are: "I'm Delroy and ..."."""
    word = next(_words_at(draft, match.end()), None)
    if word is None or not _ONESELF.match(match[0]):
        return None
    full = _full(draft, match.end(), any_first=word[0].istitle())
    if full:
        return full
    return word.span() if word[0].istitle() and _is_unknown(word[0].lower()) else None


def _take_anywhere(draft: Draft, capitals: bool) -> None:
    """Take full names wherever they stand, and single ones that sign off or stand before an age."""
    found = draft.words & _MAY_BEGIN
    at = 0
    for start in sorted(place for word in found for place in draft.places[word]):
        word = _WORD.match(draft.cased, start)
        if start < at or word is None or _INSIDE.search(draft.cased, max(0, start - 1), start):
            continue
        lower = word[0].lower()
        listed = is_given(lower)
        if not listed and not (capitals and lower in NAMES_AND_WORDS and word[0].istitle()):
            continue
        if word[0][0].isupper() and _OF_A_PLACE.search(draft.plain, max(0, start - 10), start):
            continue
        where = _full(draft, start)
        if where is None and listed and _is_alone_a_name(draft, word):
            where = word.span()
        if where and WALL not in draft.plain[where[0] : where[1]]:
            draft.take("name", *where)
            at = where[1]


def _is_alone_a_name(draft: Draft, word: "re.Match[str]") -> bool:
    """Tell whether a given name alone names somebody: before an age, a possession, or at the end of a message."""
    if _RELATIVE_BEHIND.match(draft.plain, word.end()):
        return True
    if word[0][0].isupper() and _THEN_AGE.match(draft.plain, word.end()):
        return True
    return bool(
        _END.match(draft.plain, word.end()) and _SIGNS_OFF.search(draft.plain, max(0, word.start() - 30), word.start())
    )
