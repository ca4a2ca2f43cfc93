"""What opens an account: e-mail addresses, user names, passwords, PINs and codes with letters, IP addresses."""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import COMMON_WORDS
from bot.privacy.finding.number_words import NUMBER_WORDS, SPOKEN
from bot.privacy.finding.words import words

_TLD = r"(?:com|net|org|edu|gov|mil|info|io|me|us|mx|es|fr|ca|co|ht|do|gt|hn|sv|pr|uk|de|br|ph|cn|vn|in)"
_EMAIL = (
    re.compile(
        r"(?<![\w.+-])(?:[\w.+'-]{1,64}\s{1,2}(?=\d{1,4}\s?@))?[\w.+'-]{1,64}@[\w-]{1,63}(?:[.,][\w-]{1,63}){1,4}"
    ),
    re.compile(
        rf"(?<![\w.+-])(?:[\w.+-]{{1,64}}\s(?=\d{{1,4}}\s?@))?[\w.+-]{{1,64}}\s?@\s?[\w-]{{1,63}}\s?[.,]\s?{_TLD}\b"
    ),
)
_AT = r"(?:\s?[(\[{<]\s?(?:at|arroba|arobase|a)\s?[)\]}>]\s?|\s(?:at|arroba|arobase|arobas|chez)\s)"
_DOT = r"(?:\s?[(\[{<]\s?(?:dot|punto|point)\s?[)\]}>]\s?|\s(?:dot|punto|point)\s|\.)"
_INSIDE = r"(?:\s(?:dot|punto|point|underscore|under score|guion bajo|guion|tiret bas|tiret|dash|hyphen)\s|\s?[(\[](?:dot|punto|point)[)\]]\s?)"
_A_POINT = r"(?:this|that|the|some|one|an?|any|which|what|no|every|each|my|your|his|her|our|their)\spoint\b"
"""No domain: "how would i file at this point and ..."."""
_SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.+-])((?:[a-z0-9]\s){{0,30}}[\w.+-]{{1,64}}(?:{_INSIDE}[\w.+-]{{1,64}}){{0,5}}){_AT}(?!{_A_POINT})([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,2}}(?:{_DOT}{_TLD}|\s(?:dot|punto|point)\s[a-z]{{2,12}}))\b"
)
"""An address as one says it: "rosa dot tamez at example dot com"."""
_MAILBOXES = "gmail|hotmail|yahoo|outlook|aol|icloud|ymail|protonmail|msn|comcast"
_CUT_SHORT = re.compile(
    rf"(?<![\w.+-])(?:(?:[a-z0-9]\s){{0,30}}(?=[\w.+-]{{3}})[\w.+-]{{0,63}}(?:\d|_)(?:{_INSIDE}[\w.+-]{{1,64}}){{0,5}}|[\w.+-]{{1,64}}(?:{_INSIDE}[\w.+-]{{1,64}}){{1,5}}){_AT}(?:{_MAILBOXES})\b"
)
"""Said without the end that everybody knows: "nestor underscore 3 at gmail". A plain word before it may be none: "my account at yahoo"."""
_AT_WORDS = frozenset({"at", "arroba", "arobase", "arobas", "chez"})
_DOT_WORDS = frozenset(_TLD[3:-1].split("|")) - {"me", "in", "es", "do", "us"} | {"dot", "punto", "point"}
_MAILBOX_WORDS = frozenset(_MAILBOXES.split("|"))
_DOTS = frozenset({"dot", "point", "punto"})
_PUBLIC_DOMAIN = re.compile(
    r"\b(?:ssa|socialsecurity|medicare|login|irs|usa|uscis)\W{0,3}(?:dot|punto|point|\.)|\bid\W{0,3}(?:dot|\.)\W{0,3}me\b"
)

_IP = (
    re.compile(r"(?<![\w:-])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:-])"),
    re.compile(r"(?<![\w.])\d{1,3}(?:\s?\.\s?\d{1,3}){3}(?![\w.]\d)(?!\d)"),
    re.compile(
        r"(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?=[0-9a-f:]*::)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?![\w:])"
    ),
)
_SPOKEN_IP = re.compile(
    rf"(?<![\w])(?:{SPOKEN}|\d{{1,3}}\s)(?:(?:dot|point|punto)\s(?:{SPOKEN}|\d{{1,3}}\s?)){{3}}(?<!\s)|(?<![\w])(?:{SPOKEN}|\d{{1,3}}\s)(?:(?:dot|point|punto)\s(?:{SPOKEN}|\d{{1,3}}\s?)){{3}}"
)
_SIGNS_OF_IP = (":-", ".", ":")
"""What stands in each of them."""

_IS = r"(?:\s*[:=]\s*|\s+(?:is|was|es|era|fue|c'est|est|c)\s+(?:just\s+|now\s+|this\s*:?\s*)?)"
_ABOUT_IT = r"(?:\s+(?:que|q|i|he|she|that|puse|use|used|usaba|set|put|made|fue|for|para|de|del|my|mi|la|el|ssa|login\.gov|id\.me|account|cuenta)){0,5}"
_OPENING_WORDS = (
    r"(?:password|pass\s?word|passwd|pass\s?code|pass\s?phrase|pswd|pwd|pw|pass|contrasena|clave|mot de passe|mdp|pin|nip|"
    r"(?<!zip )(?<!area )(?<!error )(?<!postal )codes?|codigo|secret answer|security answer|answer to (?:my|the) (?:security|secret) questions?|maiden name)"
)
_USER_WORDS = r"(?:user\s?names?|user\s?id|user|usr|login(?:\s?id|\s?name)?|log\s?in|sign\s?in name|usuario|nombre de usuario|identifiant|nom d'utilisateur|screen name)"
_SECRET_WORDS = words(
    "password pass passwd passcode passphrase pswd pwd pw contrasena clave mot mdp pin nip code codes codigo ",
    "answer maiden username usernames user users usr login log sign usuario identifiant nom screen activation ",
    "activacion verification userid loginid",
)
_ENTRY = r"([^\s\x00,;]{2,})"
"""Whatever its length: cut after some characters, a long one would stay."""
_ENDS_SENTENCE = ".?!)"
_SIGNED = r"(?=[^\s\x00,;]{4})(?=[^\s\x00,;]{0,60}[\d_!#$%&*+@^~])"
"""A word with a digit or a sign in it: no plain word of a sentence."""
_SECRETS = tuple(
    (
        kind,
        cue(rf"\b{words}{_ABOUT_IT}{_IS}['\"]?{_ENTRY}"),
        cue(rf"\b{words}\s+{_SIGNED}{_ENTRY}"),
    )
    for kind, words in (("secret", _OPENING_WORDS), ("username", _USER_WORDS))
)
"""Behind "is" or a colon every word that says nothing of the password; else only one with digits or signs in it."""
_LETTER_CODE = cue(
    r"\b(?<!error )(?:codes?|codigo|clave|activation|activacion|verification)\b[^\d\n.;?!\x00]{0,40}?[\s:]"
    r"((?!(?:ssa|ss|sf|cms|ha|hcfa|irs|w|i|n)-?\d)(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9]{3,10}(?:-[a-z0-9]{3,10}){1,4}|(?!\d+(?:st|nd|rd|th|am|pm)\b)(?=[a-z0-9]*\d[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{6,12})\b"
)
"""A code of letters and digits in groups, as in letters with an activation code."""
_SAID_OF_IT = re.compile(
    r"(?:.*(?:ed|ing|ado|ido|ada|ida|n't|tten|less|able|ible|where)|wrong|right|correct|incorrect|invalid|valid|weak|strong|bad|good|old|new|no|not|too|still|always|never|"
    r"gone|lost|forgot|forgotten|secret|safe|unsafe|case|the|a|an|my|in|on|at|for|from|to|it|what|where|when|how|so|very|only|"
    r"asking|debe|deben|tiene|tienen|doit|must|should|has|only|same|different|out|up|down|dead|done|stuck|broken|needed|necessary|required|mal|mala|malo|incorrecta|"
    r"incorrecto|invalida|invalido|correcta|valida|muy|demasiado|la|el|que|q|como|un|una|sencilla|dificil|facil|oublie|oubliee|"
    r"faux|invalide|perdu|bloque|bloquee|trop|refuse|pas|le|ce|quoi|impossible|long|short|expired|locked|login|username|"
    r"password|hard|easy|saved|here|there|something|nothing|anything|or|and|y|et|if|nowhere|useless|complicated|mine|"
    r"his|her|hers|their|about|because|coming|both|either|like|blank|ok|okay|fine|private|different|unknown|who|why|"
    r"now|this|that|those|these|being|getting|just|really|kind|kinda|supposed|unable|able|gonna|required|optional|"
    r"login\.gov|id\.me|ssa\.gov|\[.*)\Z"
)


def take_addresses_of_the_net(draft: Draft) -> None:
    """Take e-mail addresses, written or spoken, and IP addresses."""
    if "@" in draft.plain:
        for pattern in _EMAIL:
            draft.take_all("email", pattern)
    if draft.words & _AT_WORDS and draft.words & _DOT_WORDS:
        for match in draft.matches(_SPOKEN_EMAIL):
            if not _PUBLIC_DOMAIN.search(match[2]) and match[1] not in COMMON_WORDS:
                draft.take("email", *match.span())
    if draft.words & _AT_WORDS and draft.words & _MAILBOX_WORDS:
        draft.take_all("email", _CUT_SHORT)
    _take_spoken_ip(draft)
    if draft.has_digits:
        for signs, pattern in zip(_SIGNS_OF_IP, _IP, strict=True):
            if any(sign in draft.plain for sign in signs):
                draft.take_all("ip", pattern)


def _take_spoken_ip(draft: Draft) -> None:
    if draft.words & _DOTS:
        draft.take_all("ip", _SPOKEN_IP)


def take_secrets(draft: Draft) -> None:
    """Take user names, passwords and codes that a word announces. Codes of digits alone are numbers, taken there."""
    if not draft.words & _SECRET_WORDS:
        return
    for kind, said, signed in _SECRETS:
        for match in draft.matches(said):
            if not _says_something_of_it(_entry(match)):
                draft.take(kind, match.start(1), match.start(1) + len(_entry(match)))
        for match in draft.matches(signed):
            if not _is_count(_entry(match)):
                draft.take(kind, match.start(1), match.start(1) + len(_entry(match)))
    draft.take_all("secret", _LETTER_CODE, 1)


def _entry(match: "re.Match[str]") -> str:
    """Return what was entered, without the signs that end a sentence behind it."""
    return match[1][:2] + match[1][2:].rstrip(_ENDS_SENTENCE)


def _says_something_of_it(word: str) -> bool:
    bare = word.strip("'\"().!?")
    return _is_count(bare) or bare in COMMON_WORDS or bare in NUMBER_WORDS or bool(_SAID_OF_IT.match(bare))


def _is_count(word: str) -> bool:
    """Tell whether a word is a number by itself; runs of numbers know better what follows it."""
    return bool(re.fullmatch(r"['\"$#(]?\d{1,12}(?:st|nd|rd|th|x|k|[-/.]\d+)?[%)]?|[^\w]*", word)) or word.startswith(
        "$"
    )
