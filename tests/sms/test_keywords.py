"""What counts as a keyword and what does not; above all, who wants no more texts."""

from __future__ import annotations

import pytest

from bot.knowledge import KnowledgeBase
from bot.sms.keywords import Keywords

STOPS = {
    "en": [
        "STOP", "stop", "Stop.", "STOP!!!", "stop stop stop", "StopAll", "stop all", "QUIT", "End", "REVOKE", "opt out", "OPT-OUT",
        "optout", "Cancel", "unsubscribe", "UNSUB", "please stop", "stop please", "ok stop", "STOP now", "stop it", "stop texting me",
        "please stop texting me", "Please stop texting me, thanks", "dont text me", "Don't text me anymore", "do not text me again",
        "never text me again", "quit texting me", "stop messaging me", "stop sending me texts", "stop sending me these messages",
        "no more texts", "no more texts please", "end the text messages", "stop the messages", "take me off the list",
        "remove me from your list", "remove my number", "take my number off your list", "opt me out", "i dont want any more texts",
        "I don't want these messages anymore", "leave me alone", "lose my number", "quit msgin me", "cancel messages",
        "wrong number stop texting me", "don\u2019t send me messages", "enough texts", "stop contacting me", "end texts",
    ],
    "es": [
        "ALTO", "Parar", "basta", "¡Basta ya!", "ya basta", "ya no me manden", "ya no me manden mensajes", "no me escriban más",
        "No me envíen más mensajes", "deje de mandarme mensajes", "dejen de escribirme", "ya no quiero mensajes", "no más mensajes",
        "por favor no me escriban", "cancelar", "baja", "quíteme de la lista", "no quiero recibir más mensajes", "pare por favor",
    ],
    "fr": [
        "ARRET", "arrêt", "ARRÊTER", "Arrêtez", "arrêtez svp", "arrêtez de m'écrire", "ne m'écrivez plus", "plus de messages",
        "ne m'envoyez plus de messages", "je ne veux plus de messages", "arrêtez les messages", "désabonner",
    ],
}  # fmt: skip

NO_STOPS = [
    "my job ended", "i ended my job", "ended my job", "end of my job", "cancel my appointment", "i need to cancel my appointment",
    "how do i cancel my direct deposit", "end stage renal", "end stage renal disease", "i have end stage kidney disease",
    "they stopped my check", "stop my payments from going to the old bank", "my ssi stopped", "stop payment on my check",
    "can they stop my benefits", "i want to stop working", "will my check stop", "i quit my job", "quit job", "how to opt out of medicare",
    "i want to opt out of part b", "revoke my power of attorney", "remove my payee", "cancel medicare part b", "end of the year",
    "someone keeps texting me about my ssn", "social security wont stop texting me codes", "i got a text that says stop",
    "they want me to stop my direct deposit", "what happens if i stop", "do not cancel my benefits", "no", "no thanks", "para mi mama",
    "alto riesgo", "me pararon el cheque", "mi pago se paro", "cancelar mi cita", "quiero cancelar mi cita", "fin de mes",
    "ma pension est arrêtée", "annuler mon rendez-vous", "arrêt maladie", "stop sign accident", "my mom wants to end it",
    "remove my name from the account", "take my mom off my account", "dont send my check to the bank", "send me the list",
    "i dont want to go there", "stop by the office", "can i just stop by", "unsubscribe from medicare advantage plan",
    "never got my check",
]  # fmt: skip


@pytest.fixture(scope="module")
def keywords(base: KnowledgeBase) -> Keywords:
    return Keywords(base)


@pytest.mark.parametrize("text", [text for texts in STOPS.values() for text in texts])
def test_who_wants_no_more_texts_is_understood(keywords: Keywords, text: str) -> None:
    assert keywords.read(text) == "stop"


@pytest.mark.parametrize("text", NO_STOPS)
def test_who_speaks_of_something_that_ends_goes_on_being_answered(keywords: Keywords, text: str) -> None:
    assert keywords.read(text) != "stop"


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("START", "start"), ("unstop", "start"), ("Empezar", "start"), ("start over", None), ("start my application", None),
        ("HELP", "help"), ("help!", "help"), ("AYUDA", "help"), ("aide", "help"), ("help me get a card", None), ("info please", "help"),
        ("MORE", "more"), ("más", "more"), ("plus", "more"), ("more money", None), ("Back", "back"), ("atrás", "back"),
        ("back pay", None), ("MENU", "menu"), ("menú", "menu"), ("LIST", "list"), ("list of offices", None), ("SOURCES", "sources"),
        ("language", "language"), ("Español", "language"), ("book", "book"), ("why?", "why"), ("1", None), ("yes", None), ("", None),
    ],
)  # fmt: skip
def test_other_keywords_are_whole_messages_too(keywords: Keywords, text: str, keyword: str) -> None:
    assert keywords.read(text) == keyword


def test_a_provider_answers_only_its_own_bare_words(keywords: Keywords) -> None:
    assert keywords.answered_by_provider("stop", " Stop ")
    assert not keywords.answered_by_provider("stop", "please stop")
    assert not keywords.answered_by_provider("stop", "ALTO")


@pytest.mark.parametrize("text", ["my job ended", "i want to stop"])
def test_a_wish_to_end_something_else_is_not_about_texts(keywords: Keywords, text: str) -> None:
    assert not keywords.names_texting(text)
