"""User names and passwords made of plain words, told by the words around them rather than by their looks.

"username all one word walkswithdog", "mrs.t.okafor is my sign in", "the password i use is my dog ruffles".
"""

from __future__ import annotations

import re
from typing import List

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COMMON_WORDS, GIVEN_NAMES, ORDINARY_WORDS
from bot.privacy.finding.name_words import is_month

_USER = r"(?:user\s?-?\s?names?|user\s?id|usernm|usrname|usename|usser\s?name|log\s?-?in(?:\s(?:id|name)|(?=\s(?:is|was|it's)\b|\s?[:=]|\Z|[^\w\s]))|sign\s?-?in(?:\s(?:id|name)|(?=\s(?:is|was|it's|it|says)\b|\s?[:=]|\Z|[^\w\s]))|screen\s?name|usuario|nombre de usuario|identifiant|nom d'utilisateur|profile name|acc?(?:oun)?t name|id\.?\s?me (?:name|user|login|account)|login\.?gov (?:name|user|login|account))"
_OPENERS = r"(?:pass\s?-?words?|p\s?words?|passwd|pass\s?phrases?|pass\s?codes?|paswords?|passwords|pswd|pwd|contrasena|contrasenia|contra|clave|palabra clave|mots? de passe|mdp|security answers?|secret answers?|secret words?)"
_LINK = r"(?:\s(?:i|we|he|she|they|my|is|was|are|it|it's|its|that|thats|of|for|use|used|uses|set|put|made|chose|picked|think|believe|guess|should be|would be|be|called|all|one|word|words|lower\s?case|small letters|no spaces|with|in|the|just|always|still|now|account|there|here|gave|have|has|had|got|told|says?|me|us|down|know|remember|es|era|fue|puse|uso|que|q|creo|toda?|junto|una|palabra|minusculas|sin espacios|est|c'est|etait|j'ai mis|tout|attache|en un mot|minuscules)\b|\s?[:=]){0,7}"
_KIND = rf"(?:(?P<user>{_USER})|(?P<secret>{_OPENERS}))"
_ANNOUNCED = cue(rf"\b{_KIND}{_LINK}\s(?P<value>[a-z][a-z0-9._-]{{3,39}})(?![\w@])")
_IS = r"(?:\s(?:i|we|he|she)\s(?:use|used|set|put|made|have|had|chose|remember)(?:\s(?:for|on|at|to|with)\s(?:it|this|that|the site|login\.gov|ssa|my ssa))?)?\s?(?:\s(?:is|was|es|era|est|c'est|=)|[:=])\s(?:it's |its |still |just |probably |maybe |i think )?"
_SENTENCE = cue(rf"\b{_KIND}{_IS}(?P<value>[a-z][^.,;:!?\n\x00()\[\]]{{2,60}})")
_SPOKEN_SIGN = re.compile(
    r"\b(?:underscore|under score|dash|hyphen|dot|period|at sign|hashtag|pound sign|dollar sign|exclamation(?: (?:mark|point))?|star|asterisk|ampersand|capital|all caps|all one word|one word|guion(?: bajo)?|punto|arroba|mayuscula|tiret(?: bas)?|point|majuscule)\b"
)
_MINE = re.compile(r"(?:my|our|mi|nuestro|mon|ma|notre)\s[a-z]+(?:\s[a-z0-9]+){0,3}\Z")
"""A password of several words mostly speaks of something of one's own: "my dog ruffles"."""
_THEN = re.compile(
    rf"(?<![^\s(\"',;:])(?P<value>[a-z][\w.!#$%&*+@^~?-]{{3,39}})[\"']?,?\s(?:is|was|es|era|est|c'est|thats|that's)\s(?:(?:my|the|his|her|our|mi|su|el|la|mon|ma|le|son|sa)\s)?(?:\w+\s)?{_KIND}\b"
)
_BARE = cue(
    rf"\b(?P<secret>{_OPENERS})\s(?!(?:must|should|has|have|needs?|can|may|debe|deben|debia|tiene|tienen|puede|doit|doivent|peut)\b)(?P<value>[a-z]+(?:\s[a-z]+){{1,3}})"
)
_FUNCTION_WORDS = re.compile(
    r"\s(?:and|but|or|so|with|that|which|it|i|they|he|she|we|you|how|what|why|can|does|do|doesnt|doesn't|is|was|not|no|wont|won't|cant|never|for|from|to|on|at|when|if|because|cuz|y|pero|o|con|no|como|que|et|mais|ou|avec|ne|pas)\b.*"
)
_HANDLE = re.compile(r"(?<![\w@.$#/-])(?P<word>[a-z]{5,24})\d{1,4}(?![\w@/-]|\.\w)")
"""A word of one's own and a number, as people sign in: "momshouse01"."""
_UNDERSCORED = re.compile(r"(?<![\w@.$#/\[-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w@/\]-])")
"""No word of a sentence has an underscore in it."""
_PLAIN_HANDLES = {
    "covid",
    "windows",
    "iphone",
    "galaxy",
    "android",
    "schedule",
    "chapter",
    "medicare",
    "section",
    "version",
    "formulario",
    "formulaire",
    "titulo",
}
_PUBLIC = {
    "myssa",
    "login.gov",
    "mychart",
    "paypal",
    "google",
    "chrome",
    "gmail",
    "yahoo",
    "myhr",
    "safari",
    "firefox",
    "outlook",
    "hotmail",
    "itunes",
    "facebook",
}
_SAYS_SOMETHING = re.compile(
    r".*(?:ing|ed|ment|tion|able|ly|ado|ido|ada|ida|mente|oubliee?s?|perdue?s?|bloquee?s?|incorrecte?s?|olvid\w+|perdid\w+|expiree?)\Z"
)
_SHORTEST = 4


def take_chosen_words(draft: Draft) -> None:
    """Take user names and passwords that look like words of a sentence."""
    for match in draft.matches(_ANNOUNCED):
        if _is_chosen(match["value"]):
            _take(draft, match, match["value"])
    for match in draft.matches(_SENTENCE):
        value = match["value"]
        if _SPOKEN_SIGN.search(value):
            _take(draft, match, re.split(r"\s(?:but|and it|pero|mais|y no)\b", value)[0])
        elif match["secret"] and _MINE.match(value.strip()) and len(value.split()) > 2:
            _take(draft, match, value)
    for match in draft.matches(_BARE):
        value = _FUNCTION_WORDS.sub("", match["value"])
        if " " in value and any(_is_chosen(word) for word in value.split()):
            _take(draft, match, value)
    if (
        " is " in draft.plain
        or " was " in draft.plain
        or " es " in draft.plain
        or "est " in draft.plain
        or "that" in draft.plain
    ):
        for match in draft.matches(_THEN):
            if _is_chosen(match["value"]) or re.search(r"[._\d!#$%&*+@^~]", match["value"]):
                _take(draft, match, match["value"])
    if "_" in draft.plain:
        draft.take_all("username", _UNDERSCORED)
    if draft.has_digits:
        for match in draft.matches(_HANDLE):
            word = match["word"]
            if _is_chosen(word) and word not in _PLAIN_HANDLES and not is_month(word):
                draft.take("username", *match.span())


def _take(draft: Draft, match: "re.Match[str]", value: str) -> None:
    kind = "username" if match.groupdict().get("user") else "secret"
    start = match.start("value")
    draft.take(kind, start, start + len(value.rstrip()))


def _is_chosen(word: str) -> bool:
    """Tell whether a word is none that people use in a sentence about signing in."""
    bare = word.strip(".-_")
    if bare in _PUBLIC:
        return False
    if bare in GIVEN_NAMES:
        return True
    parts: List[str] = re.split(r"[._-]", bare)
    known = all(part in ORDINARY_WORDS or part in COMMON_WORDS or len(part) < 3 for part in parts)
    return len(bare) >= _SHORTEST and not known and not _SAYS_SOMETHING.fullmatch(bare)
