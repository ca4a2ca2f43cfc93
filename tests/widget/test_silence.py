"""Silence ends a chat at the server; a person who needs longer is told in time and keeps it with one press."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_access import listen

MINUTE = 60_000


@pytest.fixture
def silent(new_chat):
    """A chat in which something was said, at a clock that the test turns; ``asked`` holds what the server was asked to keep."""
    chat = new_chat(live=True, clock=True)
    chat.asked = []
    chat.page.on("request", lambda r: chat.asked.append(r.post_data_json) if r.url.endswith("/web/stay") else None)
    chat.go().open()
    chat.say("lost my card")
    chat.page.clock.run_for(1_000)
    listen(chat)
    return chat


def test_it_warns_in_time_once_and_one_press_keeps_the_chat(silent):
    chat, clock = silent, silent.page.clock
    clock.fast_forward(24 * MINUTE)
    expect(chat.warning).to_be_empty()
    chat.box.fill("half a")
    clock.fast_forward(2 * MINUTE)
    expect(chat.warning).to_contain_text(
        "It has been quiet for a while. To protect you, this chat will be deleted in 4 minutes."
    )
    assert chat.focused() == "box", "the person is not taken out of the box"
    clock.run_for(2 * MINUTE)
    said = chat.page.evaluate("window.said")
    assert len(said) == 1 and "Keep this chat" in said[0]
    keep = chat.page.get_by_role("button", name="Keep this chat")
    with chat.page.expect_response("**/webhooks/web/stay") as kept:
        keep.click()
    assert kept.value.status == 204
    expect(chat.warning).to_be_empty()
    assert chat.focused() == "box" and chat.box.input_value() == "half a"
    clock.fast_forward(24 * MINUTE)
    expect(chat.warning).to_be_empty()
    clock.fast_forward(2 * MINUTE)
    expect(keep).to_be_visible()
    chat.box.fill("no")
    chat.box.press("Enter")
    chat.answers.nth(1).locator(".card").wait_for()
    expect(chat.warning).to_be_empty()
    assert len(chat.asked) == 1, "nothing keeps a chat by itself"


def test_it_says_when_it_is_over_and_what_was_said_is_forgotten(silent):
    chat, clock = silent, silent.page.clock
    clock.fast_forward(31 * MINUTE)
    expect(chat.warning).to_contain_text("It was quiet for 30 minutes, so the server has deleted this chat.")
    expect(chat.page.get_by_role("button", name="Keep this chat")).to_have_count(0)
    chat.box.fill("no")
    chat.box.press("Enter")
    expect(chat.page.locator(".anew")).to_contain_text("no longer known to me")
    expect(chat.warning).to_be_empty()


@pytest.mark.any_answer
def test_where_nothing_was_said_nothing_is_warned_of(new_chat):
    chat = new_chat(clock=True)
    chat.go().open()
    chat.page.clock.fast_forward(60 * MINUTE)
    expect(chat.warning).to_be_empty()
    chat.say("lost my card")
    chat.page.get_by_role("button", name="Delete this chat").click()
    chat.page.get_by_role("button", name="Yes, delete it").click()
    expect(chat.warning).to_have_text("This chat is deleted, here and on the server.")
    chat.page.clock.fast_forward(60 * MINUTE)
    expect(chat.warning).to_have_text("This chat is deleted, here and on the server.")


def test_when_keeping_fails_it_says_so_and_can_be_tried_again(silent):
    chat, clock = silent, silent.page.clock
    clock.fast_forward(26 * MINUTE)
    keep = chat.page.get_by_role("button", name="Keep this chat")
    chat.page.context.set_offline(True)
    keep.click()
    expect(chat.warning).to_contain_text("That did not work. Please try again.")
    chat.page.context.set_offline(False)
    chat.page.get_by_role("button", name="Delete this chat").click()
    chat.page.get_by_role("button", name="Keep it").click()
    chat.page.route(
        "**/webhooks/web/stay", lambda route: route.fulfill(status=401, json={"error": "x", "message": "y"})
    )
    keep.click()
    expect(chat.warning).to_contain_text("has deleted this chat")


@pytest.mark.any_answer
def test_a_switch_of_the_language_says_it_again(new_chat):
    chat = new_chat(clock=True)
    chat.offer_languages("English", "Español")
    chat.go().open()
    chat.say("lost my card")
    chat.page.clock.fast_forward(26 * MINUTE)
    expect(chat.warning).to_contain_text("will be deleted")
    with chat.page.expect_response("**/webhooks/web/session"):
        chat.page.locator("select").select_option("es")
    expect(chat.page.get_by_role("button", name="Keep this chat")).to_be_visible()


def note(chat):
    """What stands and is announced beside the closed chat."""
    return chat.page.get_by_role("status").locator("visible=true").filter(has_text="chat")


def test_who_has_closed_the_chat_is_told_beside_the_button_and_opens_it_to_keep_it(silent):
    chat, clock = silent, silent.page.clock
    chat.page.get_by_role("button", name="Close").click()
    clock.fast_forward(26 * MINUTE)
    expect(note(chat)).to_have_text("To protect you, your chat will be deleted in 4 minutes. Open it to keep it.")
    clock.run_for(1_000)
    assert chat.page.evaluate("window.said") == [], "nothing waits in the closed panel to be said later"
    chat.open()
    expect(note(chat)).to_have_count(0)
    with chat.page.expect_response("**/webhooks/web/stay"):
        chat.page.get_by_role("button", name="Keep this chat").click()
    expect(chat.warning).to_be_empty()


def test_what_is_said_beside_the_closed_chat_goes_when_it_is_over(silent):
    chat, clock = silent, silent.page.clock
    chat.page.get_by_role("button", name="Close").click()
    clock.fast_forward(26 * MINUTE)
    expect(note(chat)).to_contain_text("Open it to keep it.")
    clock.fast_forward(5 * MINUTE)
    expect(note(chat)).to_have_count(0)
    chat.open()
    expect(chat.warning).to_contain_text("has deleted this chat")


def test_a_chat_that_was_kept_long_enough_says_so_and_offers_it_no_more(silent):
    chat = silent
    chat.page.clock.fast_forward(26 * MINUTE)
    refused = {"error": "kept_long_enough", "message": "x"}
    chat.page.route("**/webhooks/web/stay", lambda route: route.fulfill(status=409, json=refused))
    chat.page.get_by_role("button", name="Keep this chat").click()
    expect(chat.warning).to_contain_text("this chat cannot be kept longer without a message. It will be deleted in")
    expect(chat.page.get_by_role("button", name="Keep this chat")).to_have_count(0)
    assert chat.focused() == "box"
