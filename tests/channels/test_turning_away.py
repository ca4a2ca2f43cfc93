"""Who asks too much, or while everybody else does, is turned away with kind words, and let in again."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict

import pytest
from light_server import PHONE, SESSION, assert_kind

from bot.channels import refusing
from bot.channels.refusing import Refusal
from bot.config import read_settings
from bot.knowledge import KnowledgeBase

ALL_REFUSALS = [refusal for refusal in vars(refusing).values() if isinstance(refusal, Refusal)]


# --- limits ---


def test_too_many_messages_get_a_kind_reply_that_says_when_to_go_on(serve) -> None:
    light = serve(messages_per_minute=3)
    session = light.session()
    assert [light.say(session, f"hello {n}").status for n in range(3)] == [200] * 3
    answer = light.say(session, "hello again")
    assert_kind(answer, 429, "too_many_messages")
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert light.say(light.session(), "hello").status == 200, "another conversation goes on"
    assert len(light.agent.heard) == 4, "what is refused does not reach the assistant"


def test_a_repeat_of_an_answered_message_is_not_counted(serve) -> None:
    light = serve(messages_per_minute=1)
    session = light.session()
    first = light.say(session, "hello", "one")
    assert first.status == 200
    for _ in range(5):
        assert light.say(session, "hello", "one").text == first.text
    assert light.agent.heard == ["hello"]


def test_too_many_new_sessions_from_one_address(serve) -> None:
    light = serve(sessions_per_minute=2)
    session = light.session()
    light.session()
    answer = light.post(SESSION, {})
    assert_kind(answer, 429, "too_many_requests")
    assert int(answer.headers["Retry-After"]) >= 1
    assert light.say(session, "hello").status == 200
    assert light.ask("GET", "/").status == 200


def test_too_many_requests_from_one_address_also_for_what_is_not_there(serve) -> None:
    light = serve(requests_per_minute=5)
    statuses = [light.ask("GET", f"/{number}").status for number in range(8)]
    assert statuses == [404] * 5 + [429] * 3
    assert_kind(light.ask("GET", "/"), 429, "too_many_requests")
    assert light.ask("GET", "/health").status == 200, "whoever watches the server still sees it"


def test_a_made_up_forwarded_address_does_not_get_around_the_limit(serve) -> None:
    light = serve(requests_per_minute=3)
    statuses = [light.ask("GET", "/", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status for n in range(5)]
    assert statuses == [200] * 3 + [429] * 2


def test_behind_a_trusted_proxy_each_client_counts_for_itself(serve) -> None:
    light = serve(**vars_of({"ADVISOR_TRUSTED_PROXIES": "127.0.0.1"}, "trusted_proxies"), requests_per_minute=2)
    for n in range(4):
        assert light.ask("GET", "/", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status == 200
    spoofed = [light.ask("GET", "/", headers={"X-Forwarded-For": f"6.6.6.{n}, 198.51.100.9"}).status for n in range(4)]
    assert spoofed == [200, 200, 429, 429]


def vars_of(environ: Dict[str, str], name: str) -> Dict[str, Any]:
    return {name: getattr(read_settings(environ), name)}


def test_one_message_at_a_time_in_a_conversation(serve) -> None:
    light = serve()
    session = light.session()
    with ThreadPoolExecutor(3) as pool:
        slow = pool.submit(light.say, session, "slow please", "one")
        wait_until(lambda: light.agent.heard)
        same = pool.submit(light.say, session, "slow please", "one")
        other = light.say(session, "and another thing", "two")
        assert_kind(other, 429, "still_answering")
        assert other.headers["Retry-After"] == "3"
        assert slow.result().status == 200
        assert same.result().text == slow.result().text, "the same message sent twice is no second one"
    assert light.say(session, "and another thing", "two").status == 200, "and can be sent again"


def test_when_everybody_writes_at_once_the_others_are_asked_to_come_back(serve) -> None:
    light = serve(concurrent_messages=2)
    sessions = [light.session() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        slow = [pool.submit(light.say, session, "slow please") for session in sessions[:2]]
        wait_until(lambda: len(light.agent.heard) == 2)
        answer = light.say(sessions[2], "hello")
        assert_kind(answer, 503, "busy")
        assert int(answer.headers["Retry-After"]) >= 1
        assert light.ask("GET", "/health").status == 200
        assert {reply.result().status for reply in slow} == {200}
    assert light.say(sessions[2], "hello").status == 200


def test_a_place_is_free_again_after_a_failure(serve) -> None:
    light = serve(concurrent_messages=1)
    session = light.session()
    for _ in range(3):
        assert_kind(light.say(session, "break please"), 503, "failed")
    assert light.say(session, "hello").status == 200


def test_an_answer_nobody_waits_for_still_holds_its_place(serve, monkeypatch) -> None:
    """Or whoever gives up early could start ever more."""
    monkeypatch.setattr("bot.channels.web.ANSWER_SECONDS", 0.2)
    light = serve()
    session = light.session()
    assert_kind(light.say(session, "slow please"), 503, "failed")
    assert_kind(light.say(session, "hello"), 429, "still_answering")
    wait_until(lambda: light.say(session, "hello").status == 200)


def test_an_answer_that_never_comes_frees_its_place_in_the_end(serve, monkeypatch) -> None:
    monkeypatch.setattr("bot.channels.web.ANSWER_SECONDS", 0.1)
    monkeypatch.setattr("bot.channels.web.ABANDON_SECONDS", 0.3)
    light = serve()
    session = light.session()
    assert light.say(session, "slow please").status == 503
    time.sleep(0.5)
    assert light.say(session, "hello").status == 200


def wait_until(true: Any, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


# --- words ---


@pytest.mark.parametrize("refusal", ALL_REFUSALS, ids=lambda refusal: refusal.error + str(refusal.status))
def test_every_refusal_has_words_that_fit_a_text_message(base: KnowledgeBase, refusal: Refusal) -> None:
    words = base.catalogues["phrases"][refusal.phrase].en
    assert len(words.short) <= 160
    if refusal.phrase != "empty_message":
        assert PHONE in words.text
