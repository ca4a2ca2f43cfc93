"""When the network, the server or the conversation fails: the phone number, what was typed, and a way on."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

PHONE = 'a[href="tel:+18007721213"]'


def assert_kept(chat, text, said):
    expect(chat.trouble).to_contain_text(said)
    assert chat.trouble.locator(PHONE).count() == 1
    assert chat.box.input_value() == text
    assert chat.mine.count() == 0


@pytest.mark.any_answer
def test_offline_and_back_with_the_same_id(live_chat):
    chat = live_chat
    ids = []
    chat.page.on("request", lambda r: ids.append(r.post_data_json["id"]) if r.url.endswith("/message") else None)
    chat.page.context.set_offline(True)
    chat.box.fill("lost my card")
    chat.box.press("Enter")
    assert_kept(chat, "lost my card", "no internet connection")
    chat.page.context.set_offline(False)
    expect(chat.trouble).to_contain_text("You are connected again.")
    chat.page.get_by_role("button", name="Try again").click()
    chat.answers.first.wait_for()
    assert len(set(ids)) == 1
    assert len(ids) == 2
    assert chat.trouble.inner_text() == ""


def test_a_choice_that_did_not_go_through_is_sent_again(chat):
    chat.say("lost my card")
    chat.refuse_with(503)
    chat.page.get_by_role("button", name="I'm not sure").click()
    expect(chat.trouble).to_contain_text("did not go through")
    chat.page.get_by_role("button", name="Try again").click()
    chat.answers.nth(1).wait_for()
    assert chat.mine.nth(1).locator(".body").inner_text() == "I'm not sure"


def test_a_busy_server_is_asked_again_by_itself_with_the_same_id(chat):
    sent = chat.refuse_with(503, times=1, headers={"Retry-After": "1"})
    answer = chat.say("lost my card")
    expect(answer).to_contain_text("my Social Security account")
    assert len({one["id"] for one in sent}) == 1
    assert len(sent) == 2


@pytest.mark.any_answer
def test_any_refusal_is_told_with_the_phone_number_and_keeps_what_was_typed(chat):
    busy, failed = "Many people are writing right now", "did not go through. This is not your fault."
    refusals = [
        (429, {}, busy),
        (503, {"Retry-After": "600"}, busy),
        *((status, {}, failed) for status in (400, 413, 500, 503)),
    ]
    for status, headers, said in refusals:
        chat.refuse_with(status, headers=headers)
        chat.box.fill("lost my card")
        chat.box.press("Enter")
        assert_kept(chat, "lost my card", said)


@pytest.mark.any_answer
def test_an_answer_that_is_no_json(chat):
    chat.page.route("**/webhooks/web/message", lambda route: route.fulfill(body="<html>proxy"))
    chat.box.fill("lost my card")
    chat.box.press("Enter")
    assert_kept(chat, "lost my card", "did not go through")


def test_an_expired_session_starts_a_new_chat(live_chat):
    chat = live_chat

    def expire(route):
        route.continue_(post_data={**route.request.post_data_json, "session": "old.token"})

    chat.page.route("**/webhooks/web/message", expire)
    chat.box.fill("lost my card")
    chat.box.press("Enter")
    assert_kept(chat, "lost my card", "This chat has ended, and it is deleted.")
    chat.page.unroute("**/webhooks/web/message")
    chat.page.get_by_role("button", name="Start a new chat").click()
    expect(chat.page.locator(".anew")).to_contain_text("A new chat starts here")
    assert chat.focused() == "box"
    chat.box.press("Enter")
    expect(chat.answers.first).to_contain_text("my Social Security account")


@pytest.mark.any_answer
def test_the_server_is_restarted_in_the_middle(new_chat, restartable):
    chat = new_chat(server=restartable).go().open()
    chat.say("lost my card")
    restartable.stop()
    chat.box.fill("no")
    chat.box.press("Enter")
    expect(chat.trouble).to_contain_text("did not go through")
    assert chat.box.input_value() == "no"
    restartable.start()
    chat.page.get_by_role("button", name="Try again").click()
    expect(chat.trouble).to_contain_text("This chat has ended")
    chat.page.get_by_role("button", name="Start a new chat").click()
    expect(chat.say("lost my card")).to_contain_text("an answer")


@pytest.mark.any_answer
def test_when_it_cannot_open_the_button_stays_and_the_phone_number_comes(new_chat):
    chat = new_chat().go()
    chat.page.context.set_offline(True)
    chat.page.locator(".launcher").click()
    failed = chat.page.locator(".failed")
    expect(failed).to_contain_text("could not open")
    assert failed.locator(PHONE).count() == 1
    chat.page.context.set_offline(False)
    chat.open()
    expect(failed).to_have_text("")


@pytest.mark.any_answer
def test_when_the_server_is_away_at_opening_a_second_try_works(new_chat):
    chat = new_chat().go()
    chat.page.route("**/webhooks/web/session", lambda route: route.fulfill(status=503, json={}))
    chat.page.locator(".launcher").click()
    expect(chat.page.locator(".failed")).to_contain_text("1-800-772-1213")
    chat.page.unroute("**/webhooks/web/session")
    chat.open()
    assert chat.page.locator(".panel").count() == 1


def test_on_a_slow_network_it_opens_and_answers(new_chat):
    chat = new_chat(live=True, fresh=True).go()
    chat.page.locator(".launcher").wait_for()
    network = chat.page.context.new_cdp_session(chat.page)
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
    network.send("Network.emulateNetworkConditions", slow)
    chat.open()
    chat.box.fill("lost my card")
    chat.box.press("Enter")
    expect(chat.page.locator(".waiting")).to_contain_text("Writing an answer")
    chat.answers.first.wait_for()
    expect(chat.page.locator(".waiting")).to_be_hidden()
