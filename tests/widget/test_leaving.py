"""Leaving quickly leaves nothing: not on the screen, not in the browser, not at the server."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect
from widget_browser import WEATHER


@pytest.fixture
def talking(new_chat):
    """A conversation under way in a tab that began elsewhere; the weather is made up."""
    chat = new_chat(live=True)
    chat.page.context.route(
        WEATHER + "**", lambda route: route.fulfill(body="<title>Weather</title>sunny", content_type="text/html")
    )
    chat.made_up("<title>Start</title>", url=chat.assistant.url + "/start")
    chat.go().open()
    chat.say("lost my card")
    return chat


def by_button(chat):
    chat.page.get_by_role("button", name="Leave quickly").click()


def by_shift(chat):
    for _ in range(3):
        chat.page.keyboard.press("Shift")


def by_keyboard(chat):
    chat.page.locator(".leave").focus()
    chat.page.keyboard.press("Enter")


@pytest.mark.parametrize("leave", [by_button, by_shift, by_keyboard])
def test_it_leaves_nothing(talking, leave):
    chat, page = talking, talking.page
    ended, sessions = [], []
    page.on("request", lambda r: ended.append(r.post_data) if r.url.endswith("/web/end") else None)
    page.on("request", lambda r: sessions.append(r.post_data_json["session"]) if r.url.endswith("/message") else None)
    chat.say("no")
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length, (await indexedDB.databases()).length]"
    )
    assert stored == [0, 0, "", 0, 0]
    assert page.context.cookies() == []
    leave(chat)
    page.wait_for_url(WEATHER)
    assert [json.loads(body) for body in ended] == [{"session": sessions[0], "ending": "quick_exit"}]
    # The server has forgotten: the same token finds no conversation.
    body = json.dumps({"session": sessions[0], "text": "why?", "id": "later"}).encode()
    assert "First tell me what you need to do." in chat.assistant.post("/webhooks/web/message", body)
    # Going back leads past the chat: its entry was replaced.
    page.go_back()
    expect(page).to_have_title("Start")


@pytest.mark.any_answer
def test_the_screen_goes_first_also_without_a_network(talking):
    page = talking.page
    page.context.set_offline(True)
    seen = page.evaluate(
        """() => new Promise((done) => {
            addEventListener("pagehide", () => {});
            const shown = () => [document.body.childElementCount, getComputedStyle(document.documentElement).display, document.title];
            document.querySelector("advisor-chat").shadowRoot.querySelector(".leave").click();
            done(shown());
        })"""
    )
    assert seen == [0, "none", ""]


@pytest.mark.any_answer
def test_typing_capitals_does_not_leave(talking):
    talking.box.focus()
    for letter in "ABC":
        talking.page.keyboard.press(f"Shift+{letter}")
    talking.page.keyboard.press("Shift")
    talking.page.keyboard.press("Shift")
    talking.page.wait_for_timeout(750)  # longer than a pause between two presses may be
    talking.page.keyboard.press("Shift")
    assert talking.box.input_value() == "ABC"
    assert talking.page.locator(".panel").is_visible()


@pytest.mark.any_answer
def test_answers_are_not_kept_by_the_browser(chat):
    with chat.page.expect_response("**/webhooks/web/message") as answer:
        chat.say("lost my card")
    assert answer.value.headers["cache-control"] == "no-store"


@pytest.mark.any_answer
def test_a_site_may_name_another_page(new_chat):
    chat = new_chat()
    chat.made_up('<script type="module" src="/widget.js" data-exit="/health"></script><p>page')
    chat.open()
    by_button(chat)
    chat.page.wait_for_url("**/health")


@pytest.mark.any_answer
def test_the_keys_can_be_switched_off_by_the_person_and_by_the_page(new_chat):
    chat = new_chat()
    chat.made_up(
        '<!doctype html><html lang="en"><title>x</title><script type="module" src="/widget.js" data-shift-exit="off" data-exit="/health"></script>'
    )
    chat.open()
    switch, leave = chat.page.get_by_role("checkbox", name="Shift three times"), chat.page.locator(".leave")
    expect(switch).not_to_be_checked()
    expect(leave).to_have_accessible_description(
        "Leave quickly: clears this page, deletes the chat and opens another page."
    )
    by_shift(chat)
    expect(chat.page.locator(".panel")).to_be_visible()
    switch.focus()
    chat.page.keyboard.press("Space")
    chat.page.keyboard.press("Space")
    by_shift(chat)
    expect(chat.page.locator(".panel")).to_be_visible()
    switch.check()
    expect(leave).to_have_accessible_description(re.compile("Or press Shift three times"))
    stored = chat.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
    by_shift(chat)
    chat.page.wait_for_url("**/health")
