"""What stands between a person's message and the assistant: nothing private reaches it, and the person is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from ruamel.yaml import YAML

from bot.channels.redacting import STATUS_KINDS, Handler, LeftOpen, RedactingRestInput, redacting, remark_on
from bot.knowledge import KnowledgeBase
from bot.replies.voice import Voice

TABLE = Path(__file__).parent.parent / "dialogue" / "special_paths.yml"
VOLUNTEERED: List[Dict[str, Any]] = YAML(typ="safe").load(TABLE.read_text(encoding="utf-8"))["status_volunteered"]
ANSWER = "the answer"


async def send(base: KnowledgeBase, text: "str | None") -> Tuple[List[str], List["str | None"]]:
    """Send a message as a channel does; returns what the person reads, in order, and what the assistant gets."""
    output = CollectingOutputChannel()
    got: List["str | None"] = []

    async def handler(message: UserMessage) -> None:
        got.append(message.text)
        await message.output_channel.send_text_message(message.sender_id, ANSWER)

    await redacting(base, handler)(UserMessage(text, output, "sender"))
    return [message["text"] for message in output.messages], got


@pytest.fixture
def status_line(base: KnowledgeBase) -> str:
    return base.special["status_said"].say.en.text


@pytest.fixture
def identifier_line(base: KnowledgeBase) -> str:
    return base.catalogues["phrases"]["identifier_seen"].en.text


@pytest.mark.parametrize("case", VOLUNTEERED, ids=lambda case: case["task"])
async def test_a_status_that_is_volunteered_goes_no_further(
    base: KnowledgeBase, case: Dict[str, Any], status_line: str
) -> None:
    read, got = await send(base, case["text"])
    assert read == [status_line, ANSWER], "the kind line comes first, then the answer"
    assert len(got) == 1
    assert [word for word in case["never"] if word.lower() in case["text"].lower()], "the case tests nothing"
    for word in case["never"]:
        assert word.lower() not in (got[0] or "").lower()


@pytest.mark.parametrize("case", VOLUNTEERED, ids=lambda case: case["task"])
async def test_the_line_repeats_nothing_of_what_was_said(base: KnowledgeBase, case: Dict[str, Any]) -> None:
    read, _ = await send(base, case["text"])
    assert not [word for word in case["never"] if word.lower() in read[0].lower()]


async def test_everybody_gets_the_same_line_whatever_the_status(base: KnowledgeBase) -> None:
    lines = {(await send(base, case["text"]))[0][0] for case in VOLUNTEERED}
    assert len(lines) == 1
    assert len(VOLUNTEERED) >= 10


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("my ssn is 123-45-6789, i moved", "6789"),
        ("call me at 212-555-0123 about my card", "0123"),
        ("routing 021000021, new bank", "021000021"),
        ("born on March 3, 1950, want to retire", "1950"),
        ("write to jo.doe@mail.example.org", "jo.doe"),
        ("my pin is 4821", "4821"),
    ],
)
async def test_another_private_number_is_taken_out_and_the_person_is_told(
    base: KnowledgeBase, text: str, private: str, identifier_line: str
) -> None:
    read, got = await send(base, text)
    assert read == [identifier_line, ANSWER]
    assert private not in str(got[0])


async def test_status_and_another_number_together_get_one_line(base: KnowledgeBase, status_line: str) -> None:
    read, got = await send(base, "I'm undocumented, my ssn is 123-45-6789, where is my check")
    assert read == [status_line, ANSWER]
    assert "undocumented" not in str(got[0])
    assert "6789" not in str(got[0])
    assert "check" in str(got[0])


@pytest.mark.parametrize(
    "text",
    [
        "how do I change my address?",
        "call 1-800-772-1213",
        "my form SSA-1099 for 2025",
        "is it safe for immigrants to go",
        "I am 65",
        "they say I owe $12,345.67",
    ],
)
async def test_a_plain_text_goes_on_as_typed_without_a_line(base: KnowledgeBase, text: str) -> None:
    assert await send(base, text) == ([ANSWER], [text])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("I became a citizen, update my record", "I became a [new_status], update my record"),
        ("should I bring my green card", "should I bring my [immigration_paper]"),
    ],
)
async def test_what_an_errand_is_about_is_taken_out_without_a_line(base: KnowledgeBase, text: str, kept: str) -> None:
    assert await send(base, text) == ([ANSWER], [kept])


@pytest.mark.parametrize("text", ["", None])
async def test_a_message_without_text_is_handed_on(base: KnowledgeBase, text: "str | None") -> None:
    assert await send(base, text) == ([ANSWER], [""])


@pytest.mark.parametrize("second_sender", ["one", "two"])
async def test_a_number_over_two_messages_is_taken_out_in_one_conversation_only(
    base: KnowledgeBase, second_sender: str
) -> None:
    got: List[str] = []

    async def handler(message: UserMessage) -> None:
        got.append(message.text)

    handle = redacting(base, handler)
    await handle(UserMessage("my social is 123", CollectingOutputChannel(), "one"))
    await handle(UserMessage("6789", CollectingOutputChannel(), second_sender))
    assert "123" not in got[0]
    assert ("6789" in got[1]) is (second_sender == "two")


async def test_what_is_remembered_of_open_numbers_is_bounded_and_no_text() -> None:
    left_open = LeftOpen(most=3)
    for number in range(10):
        left_open.note(f"conversation {number}", "my social is [ssn_part]")
    left_open.note("another", "how do I get a new one")
    assert [left_open.take(f"conversation {number}") for number in range(10)] == [False] * 7 + [True] * 3
    assert not left_open.take("conversation 9"), "asked once, it is forgotten"
    assert not left_open.take("another")
    assert "social" not in str(left_open.__dict__)


async def test_a_message_nobody_listens_to_is_redacted_all_the_same(base: KnowledgeBase) -> None:
    got: List[str] = []

    async def handler(message: UserMessage) -> str:
        got.append(message.text)
        return "done"

    message = UserMessage("my ssn is 123-45-6789", CollectingOutputChannel(), "sender")
    message.output_channel = None
    assert await redacting(base, handler)(message) == "done"
    assert got == ["my ssn is [ssn]"]


def test_which_line_is_said_depends_on_the_kinds_alone(
    base: KnowledgeBase, status_line: str, identifier_line: str
) -> None:
    voice = Voice(base)
    assert remark_on(voice, ()) is None
    assert {remark_on(voice, (kind,)) for kind in STATUS_KINDS} == {status_line}
    assert {remark_on(voice, (kind,)) for kind in ("ssn", "phone", "email", "birth_date", "secret")} == {
        identifier_line
    }
    assert remark_on(voice, ("ssn", "status")) == status_line
    assert status_line != identifier_line


async def test_the_rest_channel_puts_redaction_before_rasa(
    base: KnowledgeBase, status_line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: List[Handler] = []
    monkeypatch.setattr(RestInput, "blueprint", lambda channel, handler: given.append(handler))
    got: List[str] = []

    async def handler(message: UserMessage) -> None:
        got.append(message.text)

    RedactingRestInput(base).blueprint(handler)
    output = CollectingOutputChannel()
    await given[0](UserMessage(VOLUNTEERED[0]["text"], output, "sender"))
    assert [message["text"] for message in output.messages] == [status_line]
    assert len(got) == 1
    assert VOLUNTEERED[0]["never"][0] not in got[0]
