"""A text is answered once, whatever it is made of; too many of them, and those of a machine, are not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from provider_side import form, post, texts

from bot.sms.encoding import measure


def test_a_signed_text_is_answered_in_twiml(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "i need a <new> card & more")))
    assert said.startswith("I'm a free program") and said.endswith("an answer")
    assert light.agent.heard[-1] == "i need a <new> card & more"
    assert number[1:] not in light.agent.senders[-1] and len(light.agent.senders[-1]) == 64


def test_a_repetition_is_not_answered_again(light: Any, number: str) -> None:
    fields = form(number, "hello there")
    assert texts(post(light, fields)) != []
    before = len(light.agent.heard)
    for _ in range(3):
        assert texts(post(light, fields)) == []
    assert len(light.agent.heard) == before


def test_a_text_that_comes_twice_at_the_same_time_is_answered_once(light: Any, number: str) -> None:
    fields = form(number, "hello twice")
    with ThreadPoolExecutor(6) as at_once:
        answers = list(at_once.map(lambda _: texts(post(light, fields)), range(6)))
    assert sorted(map(len, answers)) == [0, 0, 0, 0, 0, 1]
    assert light.agent.heard.count("hello twice") == 1


UNUSUAL = {
    "sixteen hundred characters": "my check is late and " * 76 + "help",
    "accents only": "\u0301\u0300\u0302",
    "letters with accents only": "\u00e1\u00e9\u00ed\u00f3\u00fa",
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u202e\u202dabc\u202c",
    "only marks of direction": "\u200f\u202e\u2066",
    "an emoji of many parts": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 30,
    "a zero byte": "hello\x00there",
    "line ends": "hello\r\n\r\n\r\nthere",
    "signs of markup": "</Message><Message>]]>&lt;script&gt;",
    "a number of other digits": "\u0662",
    "half of a pair": "\ufffd\ufffd",
    "white space": " \t\n",
}


@pytest.mark.parametrize("unusual", UNUSUAL)
def test_whatever_a_text_is_made_of_it_gets_an_answer_or_silence(light: Any, number: str, unusual: str) -> None:
    said = texts(post(light, form(number, UNUSUAL[unusual])))
    assert len(said) <= 1
    assert (said == []) == (unusual in ("only marks of direction", "white space"))
    assert all("went wrong" not in text and measure(text).segments <= 3 for text in said)
    assert texts(post(light, form(number, "and now a usual one"))) != []


@pytest.mark.parametrize("missing", ["Body", "NumMedia"])
def test_what_a_text_may_do_without_may_be_missing(light: Any, number: str, missing: str) -> None:
    fields = form(number, "hello", MediaUrl0="http://127.0.0.1:1/x")
    del fields[missing]
    assert len(texts(post(light, fields))) == (1 if missing == "NumMedia" else 0)


@pytest.mark.parametrize("media", ["-1", "x", "", "9" * 400, "\u0663"])
def test_a_strange_number_of_pictures_is_none_or_many(light: Any, number: str, media: str) -> None:
    assert len(texts(post(light, form(number, "hello", NumMedia=media)))) == 1


def test_a_text_is_no_command(light: Any, number: str) -> None:
    post(light, form(number, "/restart{}"))
    post(light, form(number, "// /greet"))
    assert light.agent.heard[-2:] == ["restart{}", "greet"]
    assert "I am not sure what you need" in texts(post(light, form(number, "///")))[0]


def test_identifiers_are_taken_out_before_the_assistant_hears_them(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "my ssn is 123-45-6789")))
    assert "123" not in light.agent.heard[-1]
    assert "I took it out" in said


def test_what_fails_is_answered_with_a_number_to_call(light: Any, number: str) -> None:
    [said] = texts(post(light, form(number, "break please")))
    assert "1-800-772-1213" in said
    assert "secret inside" not in said


def test_too_many_texts_are_told_once_and_stop_always_counts(light: Any, number: str) -> None:
    answers = [texts(post(light, form(number, f"text {index}"))) for index in range(11)]
    assert ["an answer" in str(answer) for answer in answers] == [True] * 8 + [False] * 3
    assert [len(answer) for answer in answers[8:]] == [1, 0, 0]
    assert "no more texts" in texts(post(light, form(number, "STOP")))[0]


def test_a_machine_that_answers_by_itself_is_left_alone(light: Any, number: str) -> None:
    echo = "I am driving and will answer later."
    assert [len(texts(post(light, form(number, echo)))) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert texts(post(light, form(number, "a person again"))) != []
