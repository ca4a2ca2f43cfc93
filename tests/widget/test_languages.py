"""A made-up language, longer and accented, finds what is written into the program and what does not fit."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect
from test_access import no_sideways_scrolling

ACCENTS = str.maketrans("aeiouyAEIOU", "àéîöûÿÀÉÎÖÛ")
PLAIN = re.compile(r"[A-Za-z]{3,}")


def pseudo(text: str) -> str:
    """Accent a text and make it a third longer; {names} stay."""
    parts = re.split(r"({\w+})", text)
    accented = "".join(part if index % 2 else part.translate(ACCENTS) for index, part in enumerate(parts))
    return f"⟦{accented}{' ẋẋẋẋẋ' * max(1, len(text) // 18)}⟧"


def all_pseudo(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: all_pseudo(one) for key, one in value.items()}
    return [all_pseudo(one) for one in value] if isinstance(value, list) else pseudo(value)


@pytest.fixture
def translated(new_chat):
    """The chat in a language that no file has: as if data had arrived for it."""

    def make(**options: Any):
        chat = new_chat(**options)

        def session(route):
            answer = route.fetch().json()
            widget = answer["widget"]
            if route.request.post_data_json["language"] == "qps":
                for name in ("strings", "keeps", "tasks"):
                    widget[name] = all_pseudo(widget[name])
                widget["language"] = "qps"
            widget["languages"] = [{"code": "en", "name": "English"}, {"code": "qps", "name": "⟦Psèûdo⟧"}]
            route.fulfill(json=answer)

        def entry(route):
            text = route.fetch().text()
            words = json.loads(re.search(r"START_WORDS=(\{.*?\}\});", text)[1])
            words["qps"] = all_pseudo(words["en"])
            route.fulfill(
                body=re.sub(r"START_WORDS=\{.*?\}\};", lambda _: f"START_WORDS = {json.dumps(words)};", text),
                content_type="text/javascript",
            )

        chat.page.route("**/webhooks/web/session", session)
        chat.page.route("**/widget.js", entry)
        chat.made_up('<!doctype html><html lang="qps"><body><script type="module" src="/widget.js"></script>')
        return chat

    return make


def untranslated(chat) -> list:
    """Words of the widget itself that are not in the made-up language."""
    texts = chat.page.evaluate(
        """() => {
            const root = document.querySelector("advisor-chat").shadowRoot;
            const found = [];
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(".bubble, .card, .theirs .choices, .mine .body, option, style")) found.push((walk.currentNode.parentElement.closest("p, li, button") ?? walk.currentNode).textContent);
            for (const e of root.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
                for (const name of ["aria-label", "title", "placeholder", "alt"]) if (e.hasAttribute(name)) found.push(e.getAttribute(name));
            return found;
        }"""
    )
    return [text for text in texts if PLAIN.search(text) and "⟦" not in text]


@pytest.mark.parametrize("size", [(1000, 800), (320, 640)], ids=["wide", "phone"])
def test_every_word_is_data_and_fits(translated, size):
    chat = translated(viewport={"width": size[0], "height": size[1]})
    chat.page.locator(".launcher").wait_for()
    assert untranslated(chat) == []
    chat.open()
    assert chat.page.locator(".root").get_attribute("lang") == "qps"
    assert untranslated(chat) == []
    assert no_sideways_scrolling(chat) == []
    chat.say("lost my card")
    chat.say("no")
    chat.box.fill("x" * 480)
    assert untranslated(chat) == []
    chat.box.fill("hello")
    chat.refuse_with(500)
    chat.box.press("Enter")
    chat.trouble.get_by_role("button").wait_for()
    assert untranslated(chat) == []
    assert no_sideways_scrolling(chat) == []


def test_the_switch_keeps_the_conversation_and_what_was_typed(translated):
    chat, spoken = translated(), []
    chat.page.on(
        "request", lambda r: spoken.append(r.post_data_json["language"]) if r.url.endswith("/message") else None
    )
    chat.open()
    chat.say("lost my card")
    chat.box.fill("half a")
    chat.page.locator("select").select_option("en")
    chat.page.get_by_role("button", name="Send").wait_for()
    assert chat.page.locator(".root").get_attribute("lang") == "en"
    assert chat.mine.count() == 1
    assert chat.mine.first.get_attribute("lang") == "qps"
    assert chat.box.input_value() == "half a"
    chat.say("no").locator(".card").wait_for()
    assert spoken == ["qps", "en"], "the dialogue gets the language too"


@pytest.mark.parametrize("page", ["en-GB", "de", "constructor", ""])
def test_a_page_in_a_language_that_is_not_there_gets_english(new_chat, page):
    chat = new_chat(live=True)
    chat.made_up(f'<!doctype html><html lang="{page}"><title>x</title><script type="module" src="/widget.js"></script>')
    chat.open()
    assert chat.page.locator(".root").get_attribute("lang") == "en"
    with chat.page.expect_response("**/webhooks/web/message") as answer:
        chat.say("lost my card")
    assert answer.value.request.post_data_json["language"] == "en"
    assert "my Social Security account" in answer.value.text()


@pytest.mark.any_answer
def test_when_the_switch_fails_it_says_that_and_not_that_a_message_was_lost(new_chat):
    chat = new_chat()
    chat.offer_languages("English", "Espa\u00f1ol")
    chat.go().open()
    chat.box.fill("half a")
    chat.page.route("**/webhooks/web/session", lambda route: route.abort())
    switch = chat.page.locator("select")
    switch.select_option("es")
    expect(chat.trouble).to_contain_text("The language could not be changed. Your chat is as it was.")
    expect(chat.trouble).to_contain_text("1-800-772-1213")
    expect(chat.trouble).not_to_contain_text("message")
    expect(switch).to_have_value("en")
    assert chat.box.input_value() == "half a"
    chat.page.unroute("**/webhooks/web/session")
    chat.offer_languages("English", "Espa\u00f1ol")
    with chat.page.expect_response("**/webhooks/web/session") as asked:
        chat.page.get_by_role("button", name="Try again").click()
    assert asked.value.request.post_data_json["language"] == "es"
    expect(chat.trouble).to_be_empty()
