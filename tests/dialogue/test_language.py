"""The language that a channel names is the language of the replies, from that message on."""

from __future__ import annotations

import pytest

from bot.knowledge import KnowledgeBase


@pytest.fixture
def spanish_too(monkeypatch):
    """As if the data of a second language had arrived; its words are still the English ones."""
    monkeypatch.setattr(KnowledgeBase, "languages", lambda base: ["en", "es"])


def test_the_first_reply_is_in_the_language_of_the_page(new_talk, spanish_too):
    talk = new_talk(language="es")
    assert talk.asks("online_account", "lost my card").custom["language"] == "es"
    assert talk.say("no").custom["language"] == "es"


def test_a_switch_takes_effect_with_the_next_message_and_loses_nothing(new_talk, spanish_too):
    talk = new_talk(language="en")
    assert talk.asks("online_account", "lost my card").custom["language"] == "en"
    talk.language = "es"
    assert talk.answers("replacement_ssn_card", "usually_no_visit", "no").custom["language"] == "es"
    talk.language = "en"
    assert talk.say("what do I bring").text
    assert talk.say("make me a list").custom["language"] == "en"


def test_starting_over_and_deleting_keep_the_language_of_the_page(new_talk, spanish_too):
    talk = new_talk(language="es")
    talk.say("lost my card")
    for again in ("start over", "delete this"):
        talk.say(again)
        assert talk.say("lost my card").custom["language"] == "es"


@pytest.mark.parametrize("odd", ["fr", "de", "", 7, ["es"], {"es": "es"}])
def test_a_language_that_is_not_there_is_english(new_talk, spanish_too, odd):
    assert new_talk(language=odd).say("lost my card").custom["language"] == "en"


def test_a_channel_that_names_none_changes_nothing(new_talk, spanish_too):
    talk = new_talk(language="es")
    talk.say("lost my card")
    talk.language = None
    assert talk.say("no").custom["language"] == "es"
