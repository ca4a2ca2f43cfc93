"""Label words with one letter wrong: "scoial", "pasword", "nasimiento".

The patterns would need every misspelling otherwise. Only words that announce an identifier are corrected, only in the
copy that patterns see, so a wrong correction changes nothing that anybody reads.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Dict, Iterator, Optional

_WORDS = (
    "social", "security", "number", "birth", "birthday", "password", "passport", "account", "routing", "license",
    "medicare", "address", "username", "seguro", "seguridad", "numero", "nacimiento", "pasaporte", "contrasena",
    "usuario", "direccion", "licencia", "securite", "sociale", "naissance", "passeport", "identifiant",
)  # fmt: skip
_OTHER_WORDS = {
    "licence", "adresse", "direction", "secure", "routine", "routines", "births", "berth", "birch", "socials", "seguros",
    "numeros", "numbers", "numbed", "accounts", "licenses", "socialed", "securities", "segura", "usuarios",
}  # fmt: skip
"""Sound words that are one letter from a label word."""


def _without_one_letter(word: str) -> Iterator[str]:
    yield word
    for index in range(1, len(word)):
        yield word[:index] + word[index + 1 :]


def _index() -> Dict[str, str]:
    return {shorter: word for word in _WORDS for shorter in _without_one_letter(word)}


_BY_LETTERS = _index()


@lru_cache(maxsize=20_000)
def corrected(word: str) -> Optional[str]:
    """Return the label word that ``word`` is a misspelling of, ``None`` for every other word and for a right one.

    Two words that become the same by leaving out one letter of each differ by one letter that is missing, added,
    swapped or wrong. The first letter counts: people get it right, and it tells most other words apart.
    """
    if word in _WORDS or word in _OTHER_WORDS:
        return None
    for shorter in _without_one_letter(word):
        if shorter in _BY_LETTERS and abs(len(_BY_LETTERS[shorter]) - len(word)) <= 1:
            return _BY_LETTERS[shorter]
    return None
