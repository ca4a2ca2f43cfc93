"""Label words with one letter wrong: "scoial", "pasword", "nasimiento".

The patterns would need every misspelling otherwise. Only words that announce an identifier are corrected, only in the
copy that patterns see, so a wrong correction changes nothing that anybody reads.
"""

from __future__ import annotations

from typing import Dict, List, Optional

_WORDS = (
    "social", "security", "number", "birth", "birthday", "password", "passport", "account", "routing", "license",
    "medicare", "address", "username", "seguro", "seguridad", "numero", "nacimiento", "pasaporte", "contrasena",
    "permanent", "resident", "citizen", "refugee", "asylum", "undocumented", "registration", "verification", "activation", "license", "permanente", "residente", "ciudadano", "ciudadana", "refugiado", "usuario", "direccion", "licencia", "securite", "sociale", "naissance", "passeport", "identifiant",
)  # fmt: skip
_OTHER_WORDS = {
    "residents", "residence", "citizens", "refugees", "residentes", "residencia", "permanently", "permanentes", "ciudadanos", "ciudadanas", "refugio", "refugiada", "refugiados", "citizenry", "licence", "adresse", "direction", "secure", "routine", "routines", "births", "berth", "birch", "socials", "seguros",
    "numeros", "numbers", "numbed", "accounts", "licenses", "socialed", "securities", "segura", "usuarios",
}  # fmt: skip
"""Sound words that are one letter from a label word."""


_BY_FIRST: Dict[str, List[str]] = {}
for _word in _WORDS:
    _BY_FIRST.setdefault(_word[0], []).append(_word)


def corrected(word: str) -> Optional[str]:
    """Return the label word that ``word`` is a misspelling of, ``None`` for every other word and for a right one.

    One letter is missing, added or wrong, or two neighbours are swapped. The first letter counts: people get it right,
    and it tells most other words apart. Nothing is remembered between calls: the words are somebody's message.
    """
    if word in _WORDS or word in _OTHER_WORDS:
        return None
    return next((label for label in _BY_FIRST.get(word[0], ()) if _is_one_letter_off(word, label)), None)


def _is_one_letter_off(word: str, label: str) -> bool:
    difference = len(word) - len(label)
    if not -1 <= difference <= 1:
        return False
    at = next(
        (place for place, (a, b) in enumerate(zip(word, label, strict=False)) if a != b), min(len(word), len(label))
    )
    if difference:
        longer, shorter = (word, label) if difference > 0 else (label, word)
        return longer[at + 1 :] == shorter[at:]
    swapped = word[at : at + 2] == label[at : at + 2][::-1] and word[at + 2 :] == label[at + 2 :]
    return swapped or word[at + 1 :] == label[at + 1 :]
