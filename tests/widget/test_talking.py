"""Whole conversations with the served assistant, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.any_answer
def test_before_it_is_opened_one_request_and_a_button(new_chat):
    chat = new_chat().go()
    chat.page.locator(".launcher").wait_for()
    mine = [url for url in chat.requests if "widget" in url or "webhooks" in url]
    assert [url.rsplit("/", 1)[1] for url in mine] == ["widget.js"]
    assert chat.page.locator(".launcher").inner_text() == "Do I need a visit?"


@pytest.mark.any_answer
def test_the_first_screen(chat):
    welcome = chat.page.locator(".welcome")
    expect(welcome).to_contain_text("Do you need to go to a Social Security office?")
    expect(welcome).to_contain_text("in memory only, not on a disk")
    expect(welcome).to_contain_text("30 minutes")
    expect(welcome).to_contain_text("I answer in English.")
    assert welcome.get_by_role("button").count() == 5
    assert chat.page.locator("select").count() == 0  # one language: nothing to choose


def test_from_a_common_task_to_the_answer_and_the_list(live_chat):
    chat = live_chat
    chat.choose("Get a new Social Security card (same name and number)")
    card = chat.choose("No, or I can't get in").locator(".card")
    expect(card.locator("h3")).to_have_text("Usually no visit needed")
    assert card.locator(".ways li").count() == 2
    expect(card.locator(".ways li").first).to_contain_text("By mail")
    assert card.locator('.ways a[href="tel:+18007721213"]').count() == 1
    expect(card.locator(".ticks").first).to_contain_text("Form SS-5")
    expect(card.locator(".dates").first).to_contain_text("3 new cards in a year")
    expect(card.locator(".notice")).to_contain_text("It rests on one unnamed source in a news report.")
    expect(card.locator("details")).not_to_have_attribute("open", "")
    card.locator("summary").click()
    expect(card.locator("details li").first).to_contain_text("we checked it: November 22, 2026")
    assert chat.page.get_by_text("How to do it, best way first").count() == 1  # the card stands instead of the texts
    listed = chat.choose("Make me a list").locator(".card")
    expect(listed.locator("h3")).to_contain_text("My list:")
    assert chat.errors == []


@pytest.mark.any_answer
def test_when_a_source_was_written_is_told_as_people_do(chat):
    dates = {
        "2026-01-31": "published: January 31, 2026",
        "2019-06": "published: June 2019",
        "2021-03-23 (updated 2023-02)": "published: March 23, 2021 (updated February 2023)",
        "2009": "published: 2009",
        "2019-13": "published: 2019-13",
        "undated": "it has no date",
    }
    sources = [{"title": "x", "url": "https://www.ssa.gov/x", "published": published} for published in dates]
    card = {"type": "advice", "visit_need": "no_visit", "card": {"replaces": 0, "answer": "x"}, "sources": sources}
    chat.answer_with([{"custom": card}])
    assert chat.say("hello").locator("details .dates").all_text_contents() == list(dates.values())


def test_the_page_on_paper_is_the_conversation_alone(chat):
    chat.say("lost my card")
    chat.page.emulate_media(media="print")
    for hidden in (".header", ".foot-bar", ".welcome", ".theirs .choices"):
        expect(chat.page.locator(hidden).first).to_be_hidden()
    expect(chat.answers.first.locator(".bubble")).to_be_visible()
    chat.page.emulate_media(media="screen")


def test_the_list_is_copied_as_text_and_printed_alone(new_chat):
    chat = new_chat(permissions=["clipboard-read", "clipboard-write"], fresh=True)
    chat.page.add_init_script("window.print = () => { top.printed = (top.printed ?? 0) + 1 }")  # in each frame
    chat.go().open()
    chat.say("lost my card, my appointment is on March 3 at 10:30 in Dayton")
    chat.say("no")
    listed = chat.say("make me a list")
    listed.get_by_role("button", name="Copy as text").click()
    expect(listed.get_by_role("status")).to_contain_text("is copied")
    text = chat.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("My list: Get a new Social Security card")
    assert "[ ] By mail: send form SS-5" in text
    listed.get_by_role("button", name="Print this list").click()
    frame = chat.page.frame_locator("iframe")
    expect(frame.locator("h1")).to_contain_text("My list:")
    assert frame.locator("li").count() >= 8
    assert frame.locator("button").count() == 0
    chat.page.wait_for_function("window.printed === 1")
    box = "e => { const box = getComputedStyle(e, '::before'); return [box.borderTopStyle, box.content] }"
    assert frame.locator("li").first.evaluate(box) == ["solid", '""'], "dressed for paper, with boxes to tick"
    for kept in (text, frame.locator("body").inner_text()):
        assert re.findall("(?i)march|10:30|dayton", kept) == [], "no date, time or office of theirs"


@pytest.mark.any_answer
def test_enter_sends_shift_enter_does_not_and_the_box_grows(chat):
    chat.box.fill("lost")
    low = chat.box.bounding_box()["height"]
    chat.box.press("Shift+Enter")
    chat.page.keyboard.type("my card")
    assert chat.box.bounding_box()["height"] > low
    assert chat.mine.count() == 0
    chat.box.press("Enter")
    chat.answers.first.wait_for()
    assert chat.mine.first.locator(".body").inner_text() == "lost\nmy card"
    assert chat.box.input_value() == ""


@pytest.mark.any_answer
def test_ten_thousand_characters_are_kept_and_not_sent(chat):
    chat.box.fill("x" * 10_000)
    expect(chat.page.locator(".problem")).to_have_text("Too long. Please take out 9500 characters.")
    chat.box.press("Enter")
    expect(chat.page.locator(".send")).to_be_in_viewport(ratio=1)  # also beside a word that is longer than the box
    chat.page.get_by_role("button", name="Send").click()
    assert chat.mine.count() == 0
    assert len(chat.box.input_value()) == 10_000
    chat.box.fill("y" * 460)
    expect(chat.page.locator(".problem")).to_have_text("Room for 40 more characters.")
    chat.box.fill("")
    chat.box.press("Enter")
    expect(chat.page.locator(".problem")).to_contain_text("write a few words first")


@pytest.mark.any_answer
def test_messages_stay_in_order(live_chat):
    sent, held = [], []

    def hold(route):
        sent.append(route.request.post_data_json["text"])
        held.append(route) if len(sent) == 1 else route.continue_()

    chat = live_chat
    chat.page.route("**/webhooks/web/message", hold)
    chat.box.fill("lost my card")
    chat.box.press("Enter")
    chat.box.fill("no")
    chat.box.press("Enter")
    expect(chat.page.locator(".problem")).to_contain_text("still working on your last message")
    assert chat.box.input_value() == "no"
    held[0].continue_()
    chat.answers.first.wait_for()
    chat.box.press("Enter")
    chat.answers.nth(1).wait_for()
    assert sent == ["lost my card", "no"]
    assert re.findall(r"lost my card|\bno\b", " ".join(chat.mine.locator(".body").all_inner_texts())) == sent


def test_two_tabs_are_two_conversations(new_chat):
    first = new_chat(live=True).go().open()
    second = first.in_another_tab().go().open()
    first.say("lost my card")
    second.say("change my bank account")
    expect(first.say("no").locator(".card")).to_contain_text("SS-5")
    expect(second.say("why?")).not_to_contain_text("SS-5")


def test_deleting_asks_first_then_clears_the_screen_and_the_server(live_chat):
    chat = live_chat
    chat.say("lost my card")
    chat.page.get_by_role("button", name="Delete this chat").click()
    chat.page.get_by_role("button", name="Keep it").click()
    assert chat.mine.count() == 1
    chat.page.get_by_role("button", name="Delete this chat").click()
    with chat.page.expect_response("**/webhooks/web/end") as ended:
        chat.page.get_by_role("button", name="Yes, delete it").click()
    assert ended.value.status == 204
    assert ended.value.request.post_data_json["ending"] == "delete_button"
    assert chat.mine.count() == 0
    expect(chat.warning).to_have_text("This chat is deleted, here and on the server.")
    expect(chat.warning).to_be_in_viewport()
    assert chat.focused() == "title"
    expect(chat.say("why?")).to_contain_text("First tell me what you need to do.")


def test_saying_delete_this_clears_the_screen_too(live_chat):
    chat = live_chat
    chat.say("lost my card")
    chat.box.fill("delete this")
    chat.box.press("Enter")
    expect(chat.answers.last).to_contain_text("This conversation is deleted")
    assert chat.mine.count() == 0
    assert chat.answers.count() == 1


def test_in_the_page_it_opens_by_itself_and_takes_no_focus(new_chat):
    chat = new_chat().go("/inline")
    chat.box.wait_for()
    assert chat.focused() == "BODY"
    expect(chat.say("lost my card")).to_contain_text("my Social Security account")
    assert not chat.page.locator(".launcher").is_visible()


@pytest.mark.any_answer
def test_dressed_it_takes_the_colours_of_the_site(new_chat):
    chat = new_chat().go("/themed")
    launcher = chat.page.locator(".launcher")
    assert launcher.inner_text() == "Social Security help"
    assert launcher.bounding_box()["x"] < 40
    chat.open()
    assert chat.page.locator(".send").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(107, 45, 92)"
    style = chat.page.locator(".panel").evaluate(
        "e => [getComputedStyle(e).borderRadius, getComputedStyle(e).fontFamily]"
    )
    assert style[0] == "4px" and style[1].startswith("Georgia")
    chat.page.evaluate("document.querySelector('advisor-chat').style.setProperty('--advisor-inset', '50px')")
    assert chat.page.locator(".panel").bounding_box()["x"] == 50


@pytest.mark.any_answer
def test_a_page_may_want_it_dark_in_its_own_colors(new_chat):
    chat = new_chat(color_scheme="light")
    style = "<style>advisor-chat { --advisor-dark-paper: #102030 }</style>"
    chat.made_up(
        f'<!doctype html>{style}<body><script type="module" src="/widget.js" data-scheme="dark"></script>'
    ).open()
    assert chat.page.locator(".panel").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(16, 32, 48)"
    chat = new_chat(color_scheme="light", fresh=True).go().open()
    panel = chat.page.locator(".panel")
    light = panel.evaluate("e => getComputedStyle(e).backgroundColor")
    chat.page.emulate_media(color_scheme="dark")
    expect(panel).not_to_have_css("background-color", light)
