"""User names and passwords by how they look: a word with digits or signs in it, where a message is about signing in.

The sentences around them are endless ("i put Rufus.Rufus.9", "then hunter-green22"), their looks are not.
"""

from __future__ import annotations

import re
from typing import Optional

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COMMON_WORDS
from bot.privacy.finding.words import words

_TOKEN = re.compile(
    r"(?<![^\s\x00,;:(\"'/=-])(?=[A-Za-z]*(?:[^A-Za-z\s\x00]|(?<=[a-z])[A-Z]))[A-Za-z0-9_.&!#$%*+@^~?=-]{4,40}"
)
_USER = re.compile(
    r"\b(?:user\s?-?names?|user\s?id|users?|usr|login(?:\s?(?:id|name))?|sign-?in name|usuario|identifiant|nom d'utilisateur|screen name|profile name|log-?in)\b"
)
_PASS = re.compile(
    r"\b(?:password\w*|pass ?words?|passwd|pass ?code|pass ?phrase|pswd|pwd|pws?|pass|contrasena|clave|mot de passe|mots de passe|mdp|secret answer|security answer|pin)\b"
)
_SIGNING_IN = cue(
    r"\b(?:log(?:s|ged|ging|in|on)?[ -]?(?:in|on|into|onto)|sign(?:s|ed|ing)?[ -]?(?:in|on|into)|logins?|lock(?:ed|s)?(?: me)? out|acc?(?:oun)?t (?:is |got |was )?locked|locked|reset|credentials|"
    r"i typed|typed|typing|typing in|i put|i tried|tried|used to be|old one|new one|changed (?:it )?to|set it (?:to|as)|it was|it used|puse|pongo|escribi|probe|entrar|entro|iniciar sesion|bloquead[oa]|bloqueo|"
    r"je tape|j'ai tape|tape|j'ai mis|j'avais mis|mis|je mets|me connecter|connexion|connecte|bloque[er]?e?|marche pas|verrouille)\b"
)
_LOGGING_IN = re.compile(
    r"\b(?:log(?:s|ged|ging|in|on)?[ -]?(?:in|on|into|onto)|sign(?:s|ed|ing)?[ -]?(?:in|on|into)|entrar|entro|iniciar sesion|ingresar|me connecter?|connexion|connecte)\b(?:\s\w+){0,5}\s*\Z"
)
_ABOUT_AN_ACCOUNT = cue(
    r"\b(?:acc?(?:oun)?ts?|login\w*|log(?:ged|ging)? in|sign(?:ed|ing)? in|user\w*|pass\w*|pwd?|mdp|portal|website|site|online|my ?ssa|my social security|login\.gov|id\.me|usuario|contrasena|clave|cuenta|"
    r"compte|identifiant|mot de passe|reset|locked)\b"
)
_REACH_BEFORE = 70
_REACH_BEHIND = 22
_NEAR = 24
_NONE = re.compile(
    r"(?:ssa|ss|ha|cms|hcfa|sf|va|irs|w|i|n|g|ds|ssr|em|part|form|forma|rev|mr|mrs|dr|st|covid|section|title|type|step|room|rm|apt|unit|line|box|h|f|j|k|l|o|b|c|d|a|hd|win|windows|ios|iphone|android|"
    r"galaxy|chrome|edge|version|v|error|err|code|ref|po|hwy|rt|route|us|i-)-?l?\d{1,5}[a-z]?(?:[-.]\w{1,4})*|"
    r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|er|am|pm|a\.m|p\.m|hrs?|h|min|mins|days?|x|k|yrs?|yo|%|ish|mg|mb|gb|lbs?|ft|mi|years?|months?|weeks?|times?|digits?|ans|anos|dias|jours|e|eme)?|"
    r"(?:gr8|b4|l8r?|2day|2nite|2morrow|2moro|str8|w8|m8|4got|4get|any1|some1|every1|no1|4me|4u|thx4|401k?|403b|1099\w*|1095\w*|1040\w*|5g|4g|mp3|pdf\d?|24-?7|i-?94|i-?551|a1c|d6|c1)|"
    r"(?:www\.)?[a-z0-9-]+\.(?:gov|com|org|net|me|us|edu|io|gob|mx|mil)(?:[/.]\S*)?|(?:[a-z]\.){1,4}[a-z]?|e\.g|i\.e|a\.m|p\.m|u\.s(?:\.a)?|ph\.d|no\.\d+|[a-z]+\.{2,}[a-z]*|[a-z]+[!?]+|https?\S*|"
    r"[a-z]+(?:-[a-z]+)+|[a-z]+(?:/[a-z]+)+|[a-z]+[+&][a-z]+|at&t|w/\w*|\$\d\S*|[a-z]+=\S*|\W+|#\d+|\d+[+*/=-]\d+\S*",
)
_MIXED = re.compile(r"[a-z]+[A-Z]+[a-z]*[A-Z]|[a-z][A-Z]{2,}|[a-z]X[a-z]")
_HYPHENED = re.compile(r"[A-Za-z]+(?:[-.][A-Za-z0-9]+)+")
_ANOTHER = re.compile(
    r"[\s,/]*(?:\b(?:or|and|then|also|maybe|perhaps|later|before|with|is|ou|alors|puis|et|bien|peut-etre|o|y|luego|despues|tal vez|quiza|con)\b[\s,/]*){0,4}\Z"
)
_SECRET_WORDS = words("pass pw pwd pws mdp clave contrasena password passwd passcode pswd passphrase")
_PLAIN_USER = cue(
    r"\b(?:user\s?-?name|login\s?name|user\s?id|log\s?in\s?id|usuario|nom d'utilisateur|screen name)\s+(?:is\s+|was\s+|es\s+|i used\s+|of\s+)?([a-z]{5,30})(?![a-z'@.-])"
)
"""A plain word as a user name: "login name bobbyg doesnt exist"."""
_BEFORE_PLAIN_USER = re.compile(
    r"\b(?:user\s?-?names?|user\s?id|users?|usr|login(?:\s?(?:id|name))?|usuario|identifiant|(?:signed|logged) in as|as user|je tape)(?:\s(?:is|was|es|est|as|:|i think is|creo q(?:ue)?|name))?[\s:=]+\Z"
)


def take_credentials(draft: Draft) -> None:
    """Take words that look like user names and passwords, near the words that speak of signing in."""
    if not draft.has(_ABOUT_AN_ACCOUNT) and not draft.has(_SIGNING_IN):
        return
    for match in draft.matches(_PLAIN_USER):
        if not _is_plain_word(match[1]):
            draft.take("username", *match.span(1))
    last_end: Optional[int] = None
    for match in draft.matches(_TOKEN, cased=True):
        end = match.start() + len(match[0].rstrip(".!?-=:"))
        kind = _kind(draft, match.start(), end, last_end)
        if kind:
            draft.take(kind, match.start(), end)
            last_end = end


def _kind(draft: Draft, start: int, end: int, last_end: Optional[int]) -> Optional[str]:
    token = draft.cased[start:end]
    before = draft.unmasked[max(0, start - _REACH_BEFORE) : start]
    follows = last_end is not None and bool(_ANOTHER.match(draft.plain, last_end, start))
    if not _is_strange(token):
        plain_user = bool(_BEFORE_PLAIN_USER.search(before)) and (
            bool(_HYPHENED.fullmatch(token)) and token.lower() not in _PUBLIC or bool(_MIXED.search(token))
        )
        if follows and (_HYPHENED.fullmatch(token) or _MIXED.search(token)) and token.lower() not in COMMON_WORDS:
            return "secret"
        return "username" if plain_user else None
    user, secret = _last(_USER, before), _last(_PASS, before)
    if max(user, secret) >= 0:
        return "username" if user > secret else "secret"
    behind = draft.unmasked[end : end + _REACH_BEHIND]
    if _USER.search(behind):
        return "username"
    if _PASS.search(behind):
        return "secret"
    if (
        follows
        or _last(_LOGGING_IN, before) >= 0
        or _last(_SIGNING_IN.pattern, before) >= 0
        and _ABOUT_AN_ACCOUNT.pattern.search(draft.unmasked)
    ):
        return "secret"
    return None


_SAYS_SOMETHING = re.compile(
    r".*(?:ed|ing|nt|tion|able|ible|ten|less|ly|ado|ado|ido|ar|er|ir)|passwords?|always|keeps|wrong|again|still|there|where|which|either|email|phone|account|field|screen|button|since|never|maybe|"
    r"anymore|because|before|after|though|invalid|correct|works|doesn|already|exists?|taken|empty|blank|other|after|first|every|needs?|dont|doesnt|isnt|wont|cant|says|login|online|quand|parce|encore|porque|cuando"
)
_PUBLIC = {
    "myssa",
    "myhr",
    "mychart",
    "paypal",
    "ebay",
    "login.gov",
    "id.me",
    "ssa.gov",
    "medicare.gov",
    "irs.gov",
    "e-mail",
    "log-in",
    "sign-in",
}


def _is_plain_word(word: str) -> bool:
    """Tell whether a word may well say something of the user name rather than be it."""
    return word in COMMON_WORDS or bool(_SAYS_SOMETHING.fullmatch(word))


def _is_strange(token: str) -> bool:
    """Tell whether a word has digits or signs in it as no word of a sentence has."""
    if token.lower() in _PUBLIC or _NONE.fullmatch(token.lower()) or not re.search(r"[A-Za-z]", token):
        return False
    return bool(re.search(r"\d|[_#$%*^~@]|[A-Za-z0-9][&!+.][A-Za-z0-9]", token)) or bool(_MIXED.search(token))


def _last(pattern: "re.Pattern[str]", text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
