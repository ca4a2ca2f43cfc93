"""The language of the page goes with each message, to the dialogue and to what the channel says by itself."""

from __future__ import annotations

import time

import pytest

from bot.knowledge import KnowledgeBase
from bot.privacy.tokens import TokenIssuer
from bot.replies.voice import Voice, language_for

TAGS = [("es", "es"), ("es-MX", "es"), ("ES", "es"), ("en-GB", "en"), ("fr", "en"), ("de", "en"), ("est", "en")]
ODD = ["", "-", "e", None, 7, ["es"], {"es": 1}, "es'; --", "x" * 5_000]


@pytest.fixture
def spanish_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the data of a second language had arrived; its words are still the English ones."""
    monkeypatch.setattr(KnowledgeBase, "languages", lambda base: ["en", "es"])


@pytest.mark.parametrize(("tag", "language"), [*TAGS, *((odd, "en") for odd in ODD)])
def test_a_tag_means_a_language_of_the_knowledge_or_english(base, spanish_too, tag, language) -> None:
    assert language_for(base, tag) == language


def test_today_each_tag_means_a_language_that_there_is(base) -> None:
    for tag, _ in TAGS:
        assert language_for(base, tag) in base.languages()


@pytest.mark.parametrize(("tag", "language"), TAGS)
def test_each_message_tells_the_dialogue_its_language(light, spanish_too, tag, language) -> None:
    session = light.post("/webhooks/web/session", {"language": tag}).json["session"]
    for wished, heard in ((tag, language), ("en", "en"), (tag, language)):
        answer = light.post("/webhooks/web/message", {"session": session, "text": "hello", "language": wished})
        assert answer.status == 200
        assert light.agent.languages[-1] == heard


def test_without_a_language_a_message_is_english(light, spanish_too) -> None:
    light.say(light.session(), "hello")
    assert light.agent.languages[-1] == "en"


def test_what_the_channel_says_by_itself_is_in_that_language_too(light, spanish_too, monkeypatch) -> None:
    spoken = []
    phrase = Voice.phrase
    monkeypatch.setattr(
        Voice, "phrase", lambda self, name, /, **values: spoken.append(self.language) or phrase(self, name, **values)
    )
    session = light.session()
    spoken.clear()
    for body in (
        {"session": "old.token", "text": "hello"},
        {"session": session, "text": " "},
        {"session": session, "text": "my number is 078-05-1120"},
        {"session": session, "text": "/restart"},
    ):
        light.post("/webhooks/web/message", {**body, "language": "es"})
    assert set(spoken) == {"es"} and len(spoken) >= 4


def test_only_the_endings_of_a_page_can_be_named(light) -> None:
    ended = []

    class Keeper:
        async def end(self, name, ending):
            ended.append(ending.value)

        def stay(self, name):
            return False

    light.keep_with(Keeper())
    for ending in ("delete_button", "quick_exit", "by_staff", None, ["opted_out"]):
        assert light.post("/webhooks/web/end", {"session": light.session(), "ending": ending}).status == 204
    assert ended == ["delete_button", *["quick_exit"] * 4]
    assert light.post("/webhooks/web/stay", {"session": light.session()}).json["error"] == "session_over"
    assert light.post("/webhooks/web/stay", {"session": "made.up"}).status == 401


def test_a_silent_chat_can_be_kept_for_some_hours_and_not_for_ever(serve) -> None:
    kept = []

    class Keeper:
        def stay(self, name):
            kept.append(name)
            return True

    light = serve(secret="s" * 40, session_most_hours=2)
    light.keep_with(Keeper())

    def ask(hours: float):
        tokens = TokenIssuer("s" * 40, clock=lambda: time.time() - hours * 3600)
        return light.post("/webhooks/web/stay", {"session": tokens.issue()})

    assert ask(0).status == ask(1.9).status == 204
    refused = ask(2.05)
    assert (refused.status, refused.json["error"]) == (409, "kept_long_enough")
    assert "cannot be kept longer" in refused.json["message"]
    assert len(kept) == 2
    old = TokenIssuer("s" * 40)
    old.issue = lambda: f"x.{old._proof('x')}"  # one from before tokens had a minute
    assert light.post("/webhooks/web/stay", {"session": old.issue()}).status == 409
