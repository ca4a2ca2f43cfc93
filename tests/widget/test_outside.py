"""On pages of others: strict policies, rude style sheets, frames, and people who try to make it run something."""

from __future__ import annotations

import random
from typing import Any, Dict, List

import pytest
from playwright.sync_api import expect
from widget_browser import FROM_ELSEWHERE

RUDE = """
  * { all: unset !important; font-size: 7px !important; color: red !important; transform: rotate(2deg); letter-spacing: 9px !important; }
  html { font-size: 62.5%; } button, input, textarea, dialog, div, p { display: none !important; } svg { width: 900px !important; }
"""
PAYLOADS = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "javascript:window.hit=1",
    'https://x.test/"onmouseover=window.hit=1//',
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "</p><style>*{display:none}</style>",
    "{{constructor.constructor('window.hit=1')()}}",
    '<a href="data:text/html,<script>window.hit=1</script>">x</a>',
    "\u202e<b onclick=window.hit=1>\u0000",
    "' onfocus='window.hit=1' autofocus='",
    "__proto__",
]


def test_nothing_is_asked_of_others_and_no_policy_is_broken(new_chat):
    chat = new_chat(fresh=True)
    chat.page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => { window.broken = e.violatedDirective })"
    )
    chat.go().open()
    chat.say("lost my card")
    chat.say("no").locator("summary").click()
    chat.say("make me a list").get_by_role("button", name="Print this list").click()
    chat.page.frame_locator("iframe").locator("h1").wait_for()
    assert {url for url in chat.requests if not url.startswith((chat.assistant.url, "about:"))} == set()
    assert chat.page.evaluate("window.broken") is None
    assert chat.errors == []


@pytest.mark.any_answer
def test_who_comes_back_finds_it_again(new_chat):
    first = new_chat().go().open()
    again = first.in_another_tab().go().open()
    assert [chat.errors for chat in (first, again)] == [[], []]
    assert "Georgia" in again.page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily")


def test_on_a_site_of_the_allow_list_with_a_strict_policy(new_chat):
    chat = new_chat(live=True)
    server = chat.assistant.url
    policy = f"default-src 'self'; script-src {server}; style-src {server}; connect-src {server}"
    tag = f'<!doctype html><html lang="en"><title>Aid</title><body><script type="module" src="{server}/widget.js"></script>'
    chat.made_up(tag, FROM_ELSEWHERE + "/", {"Content-Security-Policy": policy})
    chat.open()
    expect(chat.say("lost my card")).to_contain_text("my Social Security account")
    assert chat.errors == []


@pytest.mark.any_answer
def test_a_site_that_is_not_allowed_gets_nothing(new_chat):
    chat = new_chat()
    tag = f'<body><script type="module" src="{chat.assistant.url}/widget.js"></script>'
    with chat.page.expect_event("requestfailed", lambda request: request.url.endswith("/widget.js")):
        chat.made_up(tag, "http://other.test/")
    assert chat.page.locator(".launcher").count() == 0


@pytest.mark.any_answer
def test_a_rude_style_sheet_changes_little(new_chat):
    chat = new_chat()
    chat.made_up(
        f'<!doctype html><style>{RUDE}</style><body><p>page</p><script type="module" src="/widget.js"></script>'
    )
    chat.open()
    answer = chat.say("lost my card")
    size = answer.locator("p").last.evaluate(
        "e => [getComputedStyle(e).fontSize, getComputedStyle(e).color, getComputedStyle(e).letterSpacing]"
    )
    assert size == ["18px", "rgb(34, 48, 47)", "normal"]
    expect(chat.page.locator(".leave")).to_be_visible()


def test_in_a_frame_the_whole_window_is_left(new_chat):
    chat = new_chat(live=True)
    chat.page.context.route(
        "https://www.weather.gov/**", lambda route: route.fulfill(body="sunny", content_type="text/html")
    )
    chat.made_up('<!doctype html><title>outer</title><iframe src="/" width="800" height="700"></iframe>')
    frame = chat.page.frame_locator("iframe")
    frame.locator(".launcher").click()
    frame.locator("textarea").fill("lost my card")
    frame.locator("textarea").press("Enter")
    expect(frame.locator(".theirs").first).to_contain_text("my Social Security account")
    frame.get_by_role("button", name="Leave quickly").click()
    chat.page.wait_for_url("https://www.weather.gov/")


@pytest.mark.any_answer
def test_in_a_frame_that_may_not_leave_the_window_the_frame_is_left(new_chat):
    chat = new_chat()
    chat.page.context.route(
        "https://www.weather.gov/**", lambda route: route.fulfill(body="<p>sunny", content_type="text/html")
    )
    chat.made_up(
        '<!doctype html><title>outer</title><iframe sandbox="allow-scripts allow-same-origin" src="/" width="800" height="700"></iframe>'
    )
    frame = chat.page.frame_locator("iframe")
    frame.locator(".launcher").click()
    with chat.page.expect_response("**/webhooks/web/end") as ended:
        frame.get_by_role("button", name="Leave quickly").click()
    assert ended.value.status == 204
    expect(frame.get_by_text("sunny")).to_be_visible()
    assert chat.page.title() == "outer"


@pytest.mark.any_answer
def test_a_page_with_a_tag_of_its_own_gets_one_chat(new_chat):
    chat = new_chat()
    chat.made_up('<body><advisor-chat data-inline></advisor-chat><script type="module" src="/widget.js"></script>')
    chat.box.wait_for()
    assert chat.page.locator("advisor-chat").count() == 1


@pytest.mark.any_answer
def test_what_people_type_is_text(chat):
    for payload in PAYLOADS[:4]:
        chat.say(payload)
        assert chat.mine.last.locator(".body").inner_text() == payload
    assert_harmless(chat)


@pytest.mark.any_answer
def test_what_the_server_says_is_text_whatever_it_says(chat):
    for seed in range(8):
        chance = random.Random(seed)
        chat.answer_with([anything(chance) for _ in range(8)] + [a_card(chance)])
        chat.say("hello")
    chat.page.evaluate(
        "document.querySelector('advisor-chat').shadowRoot.querySelectorAll('details').forEach((e) => { e.open = true })"
    )
    assert_harmless(chat)
    assert [error for error in chat.errors if "hit" in error] == []


def anything(chance: random.Random) -> Any:
    """Messages as the server would never send them."""
    odd = [None, 7, [], {}, "text", True, *PAYLOADS]
    text = " ".join(chance.choices(PAYLOADS, k=3))
    return chance.choice(
        [
            {"text": text},
            {"text": f"\u2022 {text}\n\n1. {text}", "buttons": [{"title": text, "payload": text}, chance.choice(odd)]},
            {"text": chance.choice(odd), "buttons": chance.choice([[], [{}], None])},
            {
                "custom": {
                    "type": "checklist",
                    "title": text,
                    "sections": [{"title": text, "items": [text]}],
                    "foot": [text],
                }
            },
            {"custom": {"type": text}},
            chance.choice(odd),
        ]
    )


def a_card(chance: random.Random) -> Dict[str, Any]:
    def some() -> str:
        return " ".join(chance.choices(PAYLOADS, k=2))

    items: List[Dict[str, Any]] = [{"text": some()} for _ in range(3)]
    source = {"title": some(), "url": chance.choice(PAYLOADS), "published": some(), "checked": some()}
    card = {
        "replaces": chance.choice([0, 1, 99]),
        "answer": some(),
        "ways": [{"text": some(), "marks": [some()]}],
        "notices": [{"text": some(), "certainty": some()}],
        "hints": [some()],
        "dating": some(),
    }
    return {
        "custom": {
            "type": "advice",
            "visit_need": some(),
            "card": card,
            "documents": items,
            "deadlines": items,
            "cautions": items,
            "sources": [source],
        }
    }


def assert_harmless(chat) -> None:
    found = chat.page.evaluate(
        """() => {
            const log = document.querySelector("advisor-chat").shadowRoot.querySelector(".log");
            const made = [...log.querySelectorAll("script, img, iframe, style, object, b, [onerror], [onclick], [onfocus], [onmouseover]")];
            const links = [...log.querySelectorAll("a")].filter((a) => !/^(https|tel):/.test(a.getAttribute("href")));
            return [window.hit ?? null, made.length, links.length];
        }"""
    )
    assert found == [None, 0, 0]
