"""With a keyboard, a screen reader, large text, other colours: WCAG 2.2 AA as far as a machine can tell."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import expect

TEXT_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"


def no_sideways_scrolling(chat):
    """Nothing is cut off or wider than its place."""
    return chat.page.evaluate(
        """() => {
            const root = document.querySelector("advisor-chat").shadowRoot;
            const wide = [root.querySelector(".panel"), root.querySelector(".log"), document.documentElement];
            const cut = [...root.querySelectorAll("button, h2, h3, h4, p, li, label")].filter((e) => !e.closest(".spoken") && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline");
            return [...wide.filter((e) => e.scrollWidth > e.clientWidth + 1), ...cut].map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 30)}`);
        }"""
    )


@pytest.mark.parametrize(
    "options", [{}, {"viewport": {"width": 320, "height": 640}, "has_touch": True}], ids=["desk", "phone"]
)
def test_axe_finds_no_barrier_in_any_state_and_colors(new_chat, barriers, options):
    def look(chat):
        """Look in light, dark and forced colors; dark differs in nothing but contrast, which axe cannot tell in forced colors."""
        page, here = chat.page, partial(barriers, chat, where="advisor-chat")
        found = here()
        page.emulate_media(color_scheme="dark")
        found += here(only="color-contrast")
        page.emulate_media(color_scheme="light", forced_colors="active")
        found += here(but="color-contrast")
        page.emulate_media(color_scheme="light", forced_colors="none")
        return found

    chat = new_chat(clock=True, fresh=True, **options)
    chat.offer_languages("English", "Español")
    chat.go().page.locator(".launcher").wait_for()
    found = {"closed": look(chat)}
    chat.open()
    found["first screen"] = look(chat)
    chat.say("lost my card")
    found["question"] = look(chat)
    chat.box.fill("x" * 501)
    found["too long"] = look(chat)
    chat.box.fill("hello")
    for status in (500, 401):
        chat.refuse_with(status)
        chat.box.press("Enter")
        chat.trouble.get_by_role("button").wait_for()
        found[f"failed, {status}"] = look(chat)
    chat.page.get_by_role("button", name="Delete this chat").click()
    found["delete?"] = look(chat)
    chat.page.get_by_role("button", name="Yes, delete it").click()
    expect(chat.warning).to_contain_text("is deleted")
    found["deleted"] = look(chat)
    chat.say("lost my card")
    chat.say("no").locator("summary").click()
    chat.page.locator(".card .notice").wait_for()
    found["answer"] = look(chat)
    chat.say("make me a list").locator(".list").wait_for()
    found["list"] = look(chat)
    chat.page.clock.fast_forward(26 * 60_000)
    expect(chat.warning).to_contain_text("will be deleted")
    found["soon over"] = look(chat)
    chat.page.clock.fast_forward(5 * 60_000)
    expect(chat.warning).to_contain_text("has deleted this chat")
    found["over"] = look(chat)
    assert {state: problems for state, problems in found.items() if problems} == {}


@pytest.mark.parametrize("path", ["/", "/inline", "/themed"])
@pytest.mark.any_answer
def test_axe_finds_no_barrier_on_the_pages(new_chat, barriers, path):
    chat = new_chat().go(path)
    if path == "/inline":
        chat.box.wait_for()
    assert barriers(chat) == []


def test_a_walk_with_the_keyboard_alone(new_chat):
    chat = new_chat(reduced_motion="no-preference").go()
    keys = chat.page.keyboard
    launcher = chat.page.locator(".launcher")
    for _ in range(30):
        keys.press("Tab")
        if chat.focused().startswith("launcher"):
            break
    keys.press("Enter")
    chat.page.locator(".panel").wait_for()
    assert chat.focused() == "title"
    stops = []
    for _ in range(12):
        keys.press("Tab")
        stops.append(chat.focused())
    assert stops[:3] == ["leave", "close", "log"]
    assert stops[3:8] == ["choice"] * 5
    assert stops[8:12] == ["INPUT", "box", "send", "quiet"]
    keys.press("Tab")
    assert chat.focused() not in stops, "no trap: the page comes next"
    chat.box.focus()
    keys.type("lost my card")
    keys.press("Enter")
    chat.answers.first.wait_for()
    assert chat.focused() == "box"
    keys.press("Shift+Tab")  # back into the newest answer
    assert chat.focused() == "choice"
    keys.press("Enter")
    chat.answers.nth(1).wait_for()
    assert chat.focused().startswith("turn mine"), "where the person was, not at the top of the page"
    keys.press("Tab")
    inside = "e => e.getRootNode().activeElement && !!e.closest('.theirs')"
    assert chat.page.evaluate(f"() => ({inside})(document.querySelector('advisor-chat').shadowRoot.activeElement)")
    keys.press("Escape")
    expect(chat.page.locator(".panel")).to_be_hidden()
    assert chat.focused().startswith("launcher")
    launcher.press("Enter")
    assert chat.mine.count() == 2, "closing deletes nothing"


def press_until(chat, key, reached, most=40):
    """Press a key until something has the focus; returns what has it."""
    for _ in range(most):
        chat.page.keyboard.press(key)
        if reached(chat.focused()):
            return
    raise AssertionError(f"{key} does not lead there; the focus is on {chat.focused()}")


def test_with_the_keyboard_alone_to_the_sources_the_list_and_the_end(new_chat):
    """Nothing but keys, from the closed button until the chat is deleted: no step needs a pointer."""
    chat = new_chat(permissions=["clipboard-read", "clipboard-write"]).go()
    keys = chat.page.keyboard
    press_until(chat, "Tab", lambda at: at.startswith("launcher"))
    keys.press("Enter")
    chat.page.locator(".panel").wait_for()
    for text in ("lost my card", "no"):
        keys.type(text)
        keys.press("Enter")
        chat.answers.nth(chat.mine.count() - 1).wait_for()
    press_until(chat, "Shift+Tab", lambda at: at == "SUMMARY")
    keys.press("Enter")
    expect(chat.page.locator("details")).to_have_attribute("open", "")
    keys.press("Tab")
    assert chat.focused() == "A", "the first source"
    expect(chat.page.locator("details a").first).to_be_in_viewport()
    press_until(chat, "Tab", lambda at: at == "choice")
    for _ in range(6):
        if chat.page.get_by_role("button", name="Make me a list").evaluate("e => e.matches(':focus')"):
            break
        keys.press("Tab")
    keys.press("Enter")
    chat.answers.nth(2).wait_for()
    press_until(chat, "Tab", lambda at: at == "plain")  # print
    keys.press("Tab")
    keys.press("Enter")
    expect(chat.answers.nth(2).get_by_role("status")).to_contain_text("is copied")
    press_until(chat, "Tab", lambda at: at == "quiet")
    keys.press("Enter")
    assert chat.focused() == "plain", "the question is asked where the focus goes"
    keys.press("Tab")
    keys.press("Enter")  # Keep it
    assert chat.focused() == "box" and chat.mine.count() == 3
    press_until(chat, "Tab", lambda at: at == "quiet")
    keys.press("Enter")
    keys.press("Enter")  # Yes, delete it
    expect(chat.warning).to_contain_text("is deleted")
    assert chat.focused() == "title" and chat.mine.count() == 0
    keys.press("Tab")
    assert chat.focused() == "leave"


@pytest.mark.any_answer
def test_on_a_phone_the_page_behind_is_out_of_reach(new_chat):
    chat = new_chat(viewport={"width": 360, "height": 640}).go().open()
    seen = set()
    for _ in range(16):
        chat.page.keyboard.press("Tab")
        seen.add(chat.focused())
    assert not seen & {"ask", "A"}
    assert {"leave", "box"} <= seen


@pytest.mark.any_answer
def test_turning_a_phone_leaves_the_person_in_the_box(new_chat):
    chat = new_chat(viewport={"width": 800, "height": 700}).go().open()
    chat.box.fill("half a")
    for size in ({"width": 400, "height": 700}, {"width": 800, "height": 700}):
        chat.page.set_viewport_size(size)
        covering = chat.page.locator("dialog:modal")
        expect(covering).to_have_count(1 if size["width"] == 400 else 0)
        expect(chat.box).to_be_focused()
        assert chat.box.input_value() == "half a"


@pytest.mark.any_answer
def test_what_has_the_focus_is_seen(chat):
    for selector in (".leave", ".close", ".choice", "textarea", ".send", ".quiet"):
        one = chat.page.locator(selector).first
        chat.page.keyboard.press("Tab")
        one.focus()
        assert one.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2, selector


def listen(chat):
    """Note what the region for screen readers says, in window.said."""
    chat.page.evaluate(
        """() => {
            window.said = [];
            const live = document.querySelector("advisor-chat").shadowRoot.querySelector(".spoken[role=status]");
            new MutationObserver(() => live.textContent && window.said.push(live.textContent)).observe(live, {childList: true, characterData: true, subtree: true});
        }"""
    )


def test_a_reply_is_announced_once_as_plain_text_in_its_language(new_chat):
    chat = new_chat(clock=True)
    chat.go().open()
    listen(chat)
    for text in ("lost my card", "no"):
        chat.say(text)
        chat.page.clock.run_for(1_000)
    said = chat.page.evaluate("window.said")
    assert len(said) == 2
    assert "Do you have a my Social Security account" in said[0]
    assert "You can answer: Yes, I can sign in;" in said[0]
    assert said[1].startswith("You usually do not need an office visit")
    assert "1. By mail" in said[1]
    assert "There are 2 ways." in said[1]
    assert chat.spoken.evaluate("e => [e.childElementCount, e.closest('[lang]').lang]") == [0, "en"]
    assert chat.page.locator(".log").get_attribute("aria-live") is None


def test_names_and_roles_in_the_accessibility_tree(chat):
    page = chat.page
    expect(page.get_by_role("dialog", name="Visit helper")).to_be_visible()
    expect(page.get_by_role("button", name="Leave quickly")).to_have_accessible_description(
        "Leave quickly: clears this page, deletes the chat and opens another page. Or press Shift three times."
    )
    expect(page.get_by_role("button", name="Close")).to_be_visible()
    expect(page.get_by_role("region", name="Conversation")).to_be_visible()
    expect(page.get_by_role("textbox", name="Your message")).to_have_accessible_description(
        "no private numbers, please"
    )
    chat.say("lost my card")
    expect(page.get_by_role("group", name="Answers to choose from").last).to_be_visible()
    chat.say("no")
    expect(page.get_by_role("article", name="Answer: Usually no visit needed")).to_be_visible()
    expect(page.get_by_role("heading", name="How to do it, best way first")).to_be_visible()


def test_the_tree_that_the_browser_gives_to_screen_readers(chat):
    """Not what the program says of itself, but what the browser makes of it."""
    chat.say("lost my card")
    chat.say("no").locator("summary").click()
    found = chat.page.context.new_cdp_session(chat.page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in found}

    def in_panel(node):
        while node and node.get("role", {}).get("value") != "dialog":
            node = by_id.get(node.get("parentId"))
        return node is not None

    def of(*roles):
        return [node for node in panel if node.get("role", {}).get("value") in roles]

    def name(node):
        return node.get("name", {}).get("value", "").strip()

    panel = [node for node in found if not node["ignored"] and in_panel(node)]
    assert [name(node) for node in of("dialog")] == ["Visit helper"]
    unnamed = [node for node in of("button", "link", "textbox", "checkbox", "region", "article") if not name(node)]
    assert unnamed == []
    assert {"You: lost my card", "You: no", "Answers to choose from"} <= {name(node) for node in of("group")}
    titles = [
        (next(p["value"]["value"] for p in node["properties"] if p["name"] == "level"), name(node))
        for node in of("heading")
    ]
    assert titles[:2] == [(2, "Visit helper"), (3, "Do you need to go to a Social Security office?")]
    assert (3, "Usually no visit needed") in titles and (4, "How to do it, best way first") in titles
    assert all(after - before <= 1 for (before, _), (after, _) in zip(titles, titles[1:], strict=False)), (
        "none is skipped"
    )
    order = [name(node) for node in of("button", "textbox", "region")]
    places = [order.index(one) for one in ("Leave quickly", "Close", "Conversation", "Your message", "Send")]
    assert places == sorted(places), "read in the order in which it is seen"
    assert {"list", "listitem", "article", "status", "alert"} <= {node["role"]["value"] for node in panel}
    assert of("image", "img") == [], "pictures say nothing, the words beside them do"


def test_targets_are_large_enough(chat):
    chat.say("lost my card")
    chat.say("no")
    small = chat.page.evaluate(
        """() => [...document.querySelector("advisor-chat").shadowRoot.querySelectorAll("button, summary, textarea, select, input")]
            .map((e) => [e.className || e.tagName, e.getBoundingClientRect()])
            .filter(([, r]) => r.width && (r.width < 24 || r.height < 24)).map(([name]) => name)"""
    )
    assert small == []


@pytest.mark.parametrize("size", [(320, 640), (320, 256), (640, 360)], ids=["phone", "400 percent", "on its side"])
def test_small_windows_lose_nothing_also_with_wider_text_spacing(new_chat, size):
    chat = new_chat(viewport={"width": size[0], "height": size[1]}).go().open()
    assert no_sideways_scrolling(chat) == []
    leave, close = (chat.page.locator(name).bounding_box() for name in (".leave", ".close"))
    assert abs(leave["y"] - close["y"]) < 10, "the head of the panel takes one row, or little is left for the rest"
    chat.say("lost my card")
    chat.say("no").locator("summary").click()
    assert no_sideways_scrolling(chat) == []
    chat.box.scroll_into_view_if_needed()
    expect(chat.box).to_be_in_viewport()
    expect(chat.page.locator(".leave")).to_be_in_viewport()
    chat.page.evaluate(
        """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.querySelector("advisor-chat").shadowRoot.adoptedStyleSheets.push(sheet); }""",
        TEXT_SPACING,
    )
    assert no_sideways_scrolling(chat) == []
    chat.box.scroll_into_view_if_needed()
    expect(chat.box).to_be_in_viewport()


def test_whatever_is_scrolled_to_the_head_stays(new_chat):
    """A screen reader scrolls as it likes. "Leave quickly" must not go out of sight with what is read."""
    chat = new_chat(viewport={"width": 320, "height": 640}).go().open()
    chat.say("lost my card")
    chat.say("no").locator("summary").click()
    for part in (".notice", "details li:last-child a", ".theirs .choice"):
        chat.page.locator(part).last.evaluate("e => e.scrollIntoView({block: 'start'})")
        expect(chat.page.locator(part).last).to_be_in_viewport()
        assert chat.page.locator(".header").bounding_box()["y"] == 0, part
        expect(chat.page.locator(".leave")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("path", "size"), [("/", (320, 256)), ("/inline", (360, 640))], ids=["400 percent", "in a page"]
)
@pytest.mark.any_answer
def test_that_the_chat_is_deleted_is_seen_in_small_windows(new_chat, path, size):
    chat = new_chat(viewport={"width": size[0], "height": size[1]}).go(path)
    if path == "/":
        chat.open()
    chat.say("lost my card")
    chat.page.get_by_role("button", name="Delete this chat").click()
    chat.page.get_by_role("button", name="Yes, delete it").click()
    expect(chat.warning).to_have_text("This chat is deleted, here and on the server.")
    expect(chat.warning).to_be_in_viewport(ratio=1)


@pytest.mark.any_answer
def test_what_the_pointer_is_on_is_seen(chat):
    for selector in (".choice", ".leave", ".close"):
        one = chat.page.locator(selector).first
        color = "e => getComputedStyle(e).backgroundColor"
        chat.page.mouse.move(5, 5)
        before = one.evaluate(color)
        one.hover()
        assert one.evaluate(color) != before, selector


@pytest.mark.any_answer
def test_larger_text_of_the_reader_is_taken_over(new_chat):
    chat = new_chat().go()
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    before = chat.page.locator(".launcher").evaluate(size)
    chat.page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert chat.page.locator(".launcher").evaluate(size) == pytest.approx(before * 2)
    chat.open()
    assert chat.page.locator(".welcome p").first.evaluate(size) == pytest.approx(36)


@pytest.mark.any_answer
def test_less_motion_means_none(new_chat):
    chat = new_chat(reduced_motion="reduce").go().open()
    moving = "e => getComputedStyle(e).animationName"
    chat.page.locator(".waiting").evaluate("e => { e.hidden = false }")
    assert chat.page.locator(".dots i").first.evaluate(moving) == "none"


@pytest.mark.any_answer
def test_opening_on_a_phone_leads_to_the_heading_and_a_tap_to_the_box(new_chat):
    """No keyboard covers the first screen: what this is, what it keeps, how to leave, tasks that need no typing."""
    chat = new_chat(viewport={"width": 320, "height": 640}, has_touch=True).go()
    chat.page.locator(".launcher").tap()
    chat.page.locator(".panel").wait_for()
    assert chat.focused() == "title"
    expect(chat.page.locator(".leave")).to_be_in_viewport()
    expect(chat.box).to_be_in_viewport()
    chat.box.tap()
    assert chat.focused() == "box"


@pytest.mark.any_answer
def test_who_opens_the_chat_and_types_at_once_writes_into_the_box(new_chat):
    chat = new_chat().go().open()
    assert chat.focused() == "title"
    chat.page.keyboard.press("Control+c")
    chat.page.keyboard.press(" ")
    assert chat.focused() == "title", "no text, so nothing moves"
    chat.page.keyboard.type("Lost my card")
    assert chat.focused() == "box" and chat.box.input_value() == "Lost my card"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(new_chat, barriers, scheme):
    chat = new_chat(color_scheme=scheme).go().open()
    chat.say("lost my card")
    chat.say("no")
    soft = "() => getComputedStyle(document.querySelector('advisor-chat').shadowRoot.querySelector('.small')).color"
    usual = chat.page.evaluate(soft)
    chat.page.emulate_media(contrast="more")
    assert chat.page.evaluate(soft) != usual
    assert barriers(chat, only="color-contrast-enhanced", where="advisor-chat") == []
    chat.page.emulate_media(contrast="null")
