"""Names, where the words around them say that they are names."""

from __future__ import annotations

import re
from typing import List, Optional, Tuple

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.lists import NAMES_AND_WORDS
from bot.privacy.finding.name_words import PARTICLES, may_be_name
from bot.privacy.finding.words import words

_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*\.?")
_MOST = 4

_SAID_OF_ONESELF = cue(
    r"\b(?:(?:(?:my|his|her|our|their|the)\s\w+(?:'s|s)|my|his|her|whose|client'?s?|full|legal|maiden|birth|first|last|middle|the|patient'?s?)\s(?:(?:full|legal|first|last|middle|maiden|birth|real|new|old|married|complete)\s)?name(?:'s|\sis\b|s\sis\b|\swas\b|\s?:)"
    r"|\bname\s?[:=]|\bmy names(?=\s(?!and|are|on|of|is|in|were|don))|me llamo|(?:mi|su) (?:nombre|apellido)(?: completo| es|:)+|mi nombre:?|se llama(?:ba)?\b|nombre\s?[:=]|"
    r"je m'?\s?app?ell?e|mi llamo|me yamo|my nam is|mynames? is|my name are|mon nom(?: de famille| complet)?(?: est\b|:| c'est\b)|moi c'est|(?:il|elle|mari|femme|fils|fille|mere|pere|enfant|frere|soeur) s'appelle|nom\s?[:=]|prenom\s?[:=])\s*",
)
_NAMED = cue(r"\b(?:named|is called|goes by|nombrad[oa]|nomme|nommee)\s+")
_INTRODUCED = cue(r"\b(?:this is|i'?m|i am|speaking is|yours truly,?|habla|le habla|soy|aqui|je suis|ici|c'est|con)\s+")
_TITLE = cue(
    r"(?<![a-z])(?:mr|mrs|ms|miss|mister|sr|sra|srta|senor|senora|don|dona|mme|mlle|monsieur|madame|m|dr|dra|doctor|docteur)\.?\s+(?=[a-z])"
)
_CASED_TITLES = ("m", "miss", "don", "dr", "doctor", "dra", "docteur", "madame", "monsieur")
"""Titles that are other words as well: only a name with a capital follows them."""
_RELATIVE = cue(
    r"\b(?:my|his|her|our|mi|su|mon|ma)\s(?:late\s|ex[- ]?)?(?:wife|husband|son|daughter|mother|mom|mum|father|dad|brother|sister|friend|neighbor|aunt|"
    r"uncle|niece|nephew|grandson|granddaughter|grandmother|grandma|grandfather|client|patient|landlord|boss|worker|payee|lawyer|"
    r"esposo|esposa|marido|hijo|hija|madre|mama|padre|papa|hermano|hermana|tio|tia|mari|femme|fils|fille|mere|pere|frere|soeur),?\s+"
)
"""One name behind a relative says little; a first and a last name say who it is."""
_HERE = re.compile(r"[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]*\.?){0,2}\s[A-Z][a-z'-]+(?=\s(?:here|calling|speaking)\b)")
_SIGNED = re.compile(
    r"(?:\bsigned,?|\bsincerely,?|\bregards,?|\brespectfully,?|\bthank you,?|\bthanks,?|\bthx,?|\batentamente,?|\bsaludos,?|\bgracias,?|\bmerci,?|\bcordialement,?|\batte\.?,?|\s--?)\s+"
)
_LONGEST_SIGNATURE = 80
_TRIGGERS = words(
    "name names llamo llama llamaba nombre apellido appelle mappelle nom prenom moi named called goes nombrado ",
    "nombrada my his her our mi su mon ma here calling dr dra doctor docteur nomme nommee this i im it its is speaking truly habla soy aqui je ici c con mr mrs ms miss ",
    "mister sr sra srta senor senora don dona mme mlle monsieur madame m signed sincerely regards respectfully ",
    "thank thanks thx atentamente saludos gracias merci cordialement atte",
)
_CALLER = re.compile(r"\s*(?:calling|here|speaking|writing|texting|again|con|llamando|hablando|a l'appareil|[,.;!]|\Z)")
_OPENS_WITHIN = 80
_OPENING = re.compile(
    r"(?:\A|[.!?,\n]\s*)(?:(?:hi|hello|hey|yes|good (?:morning|afternoon|evening)|hola|alo|it'?s|buen[oa]s?|b[ue]*nas|dias|tardes|noches|bonjour|allo|bonsoir|ok|there|oui|si)[\s,.!]*){0,4}\Z"
)


def take_names(draft: Draft) -> None:
    """Take names after the words that announce them."""
    if not draft.words & _TRIGGERS:
        return
    for match in draft.matches(_SAID_OF_ONESELF):
        where = _name_at(draft, match.end(), any_case=True, said=True)
        if where and (draft.cased[where[0]].isupper() or not _looks_like_a_trait(draft.plain[where[0] : where[1]])):
            _take(draft, where)
    for match in draft.matches(_NAMED):
        _take(draft, _name_at(draft, match.end(), any_case=False))
    for match in draft.matches(_TITLE):
        title = draft.cased[match.start() : match.end()].strip(". ")
        if title not in ("m", "MS", "DON", "don"):
            _take(draft, _name_at(draft, match.end(), any_case=title.lower() not in _CASED_TITLES, most=1, said=True))
    for match in draft.matches(_RELATIVE):
        where = _name_at(draft, match.end(), any_case=False)
        if where and " " in draft.plain[where[0] : where[1]]:
            _take(draft, where)
    for match in draft.matches(_HERE, cased=True):
        if (
            _OPENING.search(draft.plain, max(0, match.start() - _OPENS_WITHIN), match.start())
            and _name_at(draft, match.start(), False) == match.span()
        ):
            draft.take("name", *match.span())
    for match in draft.matches(_INTRODUCED):
        _take(draft, _introduced(draft, match))
    for match in _SIGNED.finditer(draft.plain, max(0, len(draft.plain) - _LONGEST_SIGNATURE)):
        _take(draft, _signature(draft, match))


def _take(draft: Draft, where: Optional[Tuple[int, int]]) -> None:
    if where:
        draft.take("name", *where)


def _introduced(draft: Draft, match: "re.Match[str]") -> Optional[Tuple[int, int]]:
    """Return the name in "this is Ann Lee" or "soy Ann Lee", where most words that follow are none.

    Two words with capitals are a name; one, or words without capitals, only from somebody who opens by it.
    """
    start = match.end()
    where = _name_at(draft, start, any_case=False)
    if where:
        words = len(draft.plain[where[0] : where[1]].split())
        closes = bool(_CALLER.match(draft.plain, where[1]))
        return where if words >= 2 or closes and not _looks_like_a_trait(draft.plain[where[0] : where[1]]) else None
    where = _name_at(draft, start, any_case=True)
    if where is None or len(draft.plain[where[0] : where[1]].split()) < 2:
        return None
    opens = bool(_OPENING.search(draft.plain, max(0, match.start() - _OPENS_WITHIN), match.start()))
    said_by_phone = match[0].split()[0] in ("this", "habla", "le", "ici", "aqui", "soy")
    return where if opens and said_by_phone and _CALLER.match(draft.plain, where[1]) else None


def _looks_like_a_trait(word: str) -> bool:
    """Tell whether one word behind "I'm" or "soy" says what somebody is rather than who."""
    return bool(
        re.search(
            r"(?:ed|ing|tten|less|n't|where|ever|ado|ada|ido|ida|ista|ante|ente|adora|ador|ero|era|iva|ivo)\Z", word
        )
    )


def _signature(draft: Draft, match: "re.Match[str]") -> Optional[Tuple[int, int]]:
    """Return the name at the end of a letter."""
    where = _name_at(draft, match.end(), any_case=False)
    if where is None or draft.plain[where[1] :].strip(" .,!\n)"):
        return None
    words = len(draft.plain[where[0] : where[1]].split())
    return where if words >= 2 or match[0].strip() not in ("-", "--") else None


def _name_at(draft: Draft, start: int, any_case: bool, most: int = 2, said: bool = False) -> Optional[Tuple[int, int]]:
    """Return the words from ``start`` on that can be a name; of those without capitals ``most``, particles apart."""
    words: List["re.Match[str]"] = []
    at = start
    lower = False
    while len(words) < _MOST + 1:
        match = _WORD.match(draft.cased, at)
        if match is None:
            break
        bare = match[0].lower().rstrip(".")
        capital = match[0][0].isupper()
        if bare in PARTICLES and words and _WORD.match(draft.cased, match.end() + 1):
            words.append(match)
        elif not (may_be_name(bare) or said and bare in NAMES_AND_WORDS or _is_initial(match[0])) or not (
            capital or (any_case and (lower or not words))
        ):
            break
        else:
            words.append(match)
            lower = lower or not capital
        at = match.end() + 1
        if draft.cased[match.end() : at] != " " or (lower and _full(words, most)):
            break
        if match[0].endswith(".") and len(bare) > 2:
            break
    while words and words[-1][0].lower() in PARTICLES:
        words.pop()
    if not words or len(words[0][0].rstrip(".")) < 2:
        return None
    end = words[-1].end()
    return words[0].start(), end - 1 if words[-1][0].endswith(".") else end


def _full(words: List["re.Match[str]"], most: int) -> bool:
    return sum(word[0].lower() not in PARTICLES for word in words) >= most


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."
