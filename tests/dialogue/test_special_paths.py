"""The special paths: each has its own short reply, found in people's own words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict, List

import pytest
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from ruamel.yaml import YAML
from talk import finish

from bot.channels.redacting import redacting

ASKED: Dict[str, Any] = YAML(typ="safe").load((Path(__file__).parent / "special_paths.yml").read_text(encoding="utf-8"))
VOLUNTEERED: List[Dict[str, Any]] = ASKED.pop("status_volunteered")
ENOUGH = 4
"""Of six wordings, so many must lead there, at once or as a choice; benchmarks tell how good it really is."""

URGENT = ("crisis", "ice_at_office_now", "abuse", "scam_already")
TASKS = ("fix_wrong_death_record", "critical_immediate_payment", "accommodation_sign_language")


def led_to(turn) -> List[str]:
    found = []
    for message in turn.messages:
        custom = message.get("custom", {})
        found += [custom.get("id"), custom.get("task")] if custom else []
        if custom.get("type") == "notice":
            found.append("data_sharing")
        if custom.get("type") == "checklist":
            found.append("checklist")
    if "First tell me what you need to do" in turn.text:
        found.append("checklist")  # asked for a list before any task was named
    return found


@pytest.mark.parametrize("path", sorted(ASKED))
def test_a_special_path_is_found_in_peoples_own_words(new_talk, base, path):
    titles = {base.tasks[path].title.en.text} if path in base.tasks else set()
    phrase = base.catalogues["phrases"].get(f"button_{path}")
    titles |= {phrase.en.text} if phrase else set()
    lost = []
    for wording in ASKED[path]:
        turn = new_talk().say(wording)
        if path not in led_to(turn) and not titles & set(turn.buttons):
            lost.append(f"{wording} -> {led_to(turn)} {turn.text[:80]}")
    assert len(ASKED[path]) - len(lost) >= ENOUGH, "\n".join(lost)


@pytest.mark.parametrize("path", URGENT)
def test_an_urgent_reply_is_short_and_asks_nothing(new_talk, base, path):
    talk = new_talk()
    talk.asks("online_account", "change my direct deposit")
    title = base.catalogues["phrases"].get(f"button_{path}")
    turn = talk.say(title.en.text if title else {"crisis": "i want to die", "abuse": "my payee beats me"}[path])
    assert path in led_to(turn)
    assert len([message for message in turn.messages if "text" in message]) == 1
    assert not any(entry.ask.en.text in turn.text for entry in base.circumstances.values()), (
        "no question comes after it"
    )
    assert len(turn.text) < 1000


@pytest.mark.parametrize("entry", VOLUNTEERED, ids=lambda entry: entry["task"])
def test_a_volunteered_status_is_not_repeated_and_changes_nothing(agent, base, new_talk, entry):
    output = CollectingOutputChannel()
    handle = redacting(base, agent.handle_message)
    finish(handle(UserMessage(entry["text"], output, "a-person")))
    first, *others = [message["text"] for message in output.messages if "text" in message]
    assert first == base.special["status_said"].say.en.text
    assert others, "the answer comes, too"
    own = " ".join(others)
    fixed = " ".join(
        words.en.text for special in base.special.values() for words in [special.say]
    )  # our own words may name what the person named
    for word in entry["never"]:
        said = re.search(rf"(?i)\b{re.escape(word)}\b", own)
        assert not said or re.search(rf"(?i)\b{re.escape(word)}\b", fixed + _everything_said(base)), word
    tracker = finish(agent.tracker_store.retrieve("a-person"))
    kept = " ".join(str(event.as_dict().get("text") or "") for event in tracker.events if event.type_name == "user")
    for word in entry["never"]:
        assert not re.search(rf"(?i)\b{re.escape(word)}\b", kept), f"{word} is in the tracker"


def _everything_said(base) -> str:
    tasks = " ".join(
        text.en.text
        for task in base.tasks.values()
        for text in [*(rule.say for rule in task.decision), *(way.say for way in task.ways.values())]
    )
    notices = " ".join(
        version.full.en.text + version.line.en.text for notice in base.notices.values() for version in notice.versions
    )
    documents = " ".join(entry.say.en.text for entry in base.catalogues["documents"].values())
    return f"{tasks} {notices} {documents}"


def test_the_same_answer_with_and_without_a_status(agent, base, new_talk):
    def answer(text: str, sender: str) -> List[Any]:
        output = CollectingOutputChannel()
        handle = redacting(base, agent.handle_message)
        finish(handle(UserMessage(text, output, sender)))
        return [message.get("custom") for message in output.messages if "custom" in message]

    plain = answer("i lost my social security card, how do i get a new one", "p1")
    said = answer("i am undocumented. i lost my social security card, how do i get a new one", "p2")
    assert plain == said
    assert plain


@pytest.mark.parametrize(
    "message, must, never",
    [
        ("is it safe to go to the social security office", ["cannot promise"], ["is safe", "don't go"]),
        ("what should i tell the ICE agent if he asks me something", ["lawyer"], ["you are fine"]),
        ("should my wife come with me to the appointment, she has no papers", ["optional"], ["no papers"]),
        ("can i get this as a list i can take with me", ["First tell me"], []),
    ],
)
def test_a_hand_held_conversation(talk, message, must, never):
    text = talk.say(message).text
    for part in must:
        assert part in text
    for part in never:
        assert part not in text


def test_the_list_to_take_away_follows_the_answer(talk):
    talk.answers("first_ssn_card", "visit_needed", "first ssn for my son he is 14")
    turn = talk.special("checklist", "Make me a list")
    assert "1-800-772-1213" in turn.text
    assert "Form SS-5" in turn.text
    assert turn.custom["task"] == "first_ssn_card"


def test_a_rumor_is_answered_with_verdict_date_and_sources(talk):
    turn = talk.say("is it true they are closing all the social security offices")
    assert turn.custom["type"] == "claim"
    assert turn.custom["id"] == "offices_closing"
    assert "2025" in turn.text
    assert turn.custom["sources"]


def test_a_rumor_that_bears_on_a_task_offers_the_task_first(talk):
    turn = talk.say("a lady at church says they cut off your social security if you move to portugal. true?")
    assert "no checked facts" in turn.text
    assert turn.buttons[0] == "Moving or traveling abroad"


def test_a_rumor_that_only_shares_a_word_with_claims_is_told_how_to_check_it(talk):
    turn = talk.say("some man says if you move to peru they stop the check. true?")
    assert turn.custom["id"] == "heard_that"
    assert turn.buttons[0] == "Moving or traveling abroad"


def test_an_unknown_rumor_gets_no_verdict(talk):
    turn = talk.say("is it true social security is going bankrupt in 2033")
    assert turn.custom is None or turn.custom["id"] == "heard_that"
    assert "no checked facts" in turn.text


def test_choices_stay_open_when_something_is_told_instead_of_choosing(talk):
    first = talk.say("my card")
    assert "Did you mean" in first.text
    told = talk.say("i get ssi")
    assert "Which one do you need" in told.text
    assert told.buttons == first.buttons


def test_a_few_words_behind_an_answer_are_not_sent_away(talk):
    assert talk.say("how do i get the 255 for a funeral").custom["task"] == "lump_sum_death"
    assert "Which one" not in talk.say("no").text
    turn = talk.say("how much")
    assert turn.custom is None or turn.custom.get("id") != "out_of_scope"


@pytest.mark.parametrize(
    "words",
    [
        "my dad fell and isnt answering me, he has his interview with social security at 2",
        "i swallowed a whole bottle of pills", "she took too many of her heart pills and my check is late",
    ],
)  # fmt: skip
def test_an_emergency_comes_before_the_appointment_that_is_told_with_it(talk, words):
    assert talk.say(words).custom["id"] == "emergency"


def test_what_a_neighbor_says_of_agents_is_no_alarm(talk):
    turn = talk.say("my neighbor told me immigration is waiting outside the office, and i have to come on the 14th")
    assert (turn.custom or {}).get("id") != "ice_at_office_now"
