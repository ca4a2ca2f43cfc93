"""Whole conversations by text message, with a stand-in for the assistant: what is sent back, and what is remembered."""

from __future__ import annotations

import dataclasses

import pytest
from sms_phone import ANN, BOB, HOUR, Phone

from bot.config import PROJECT
from bot.knowledge import KnowledgeBase
from bot.knowledge.sites import load_site
from bot.sms.encoding import measure
from bot.sms.opt_outs import OptOuts

QUESTION = [
    {
        "text": "Do you have an online account?",
        "buttons": [
            {"title": t, "payload": t} for t in ("Yes, I can sign in", "No, or I can't get in", "I'm not sure")
        ],
    },
    {"custom": {"type": "advice", "next_question": "online_account", "language": "en"}},
]
ANSWER = [
    {
        "text": "You usually do not need an office visit. "
        + " ".join(f"Sentence number {n} says how." for n in range(30))
    },
    {"custom": {"type": "advice", "next_question": None, "language": "en", "notices": [{"id": "appointment_data"}]}},
]
AGE = [
    {
        "text": "How old is the person?",
        "buttons": [{"title": t, "payload": t} for t in ("Under 12", "12 to 17", "18 or older")],
    },
    {"custom": {"type": "advice", "next_question": "age_group", "language": "en"}},
]


@pytest.fixture
def phone(base: KnowledgeBase) -> Phone:
    phone = Phone(base)
    phone.says = {"bank": QUESTION, "No, or I can't get in": ANSWER, "child": AGE}
    return phone


def first_contact(base: KnowledgeBase) -> str:
    return base.catalogues["sms"]["first_contact"].en.text


def test_the_first_text_says_who_we_are_in_one_segment_and_only_once(phone: Phone, base: KnowledgeBase) -> None:
    intro = first_contact(base)
    assert measure(intro).segments == 1
    assert phone.text("bank")[0].startswith(intro)
    assert intro not in phone.text("bank")[0]


@pytest.mark.parametrize(("name", "is_said"), [("Example Valley Legal Aid", True), ("E" * 60, False)])
def test_the_first_text_names_the_organization_where_it_fits(base: KnowledgeBase, name: str, is_said: bool) -> None:
    site = load_site(PROJECT / "data" / "sites" / "example_legal_aid.yml")
    named = site.copy(update={"name": site.name.copy(update={"en": site.name.en.copy(update={"text": name})})})
    phone = Phone(dataclasses.replace(base, site=named))
    [told] = phone.text("hi")
    assert (name in told) is is_said
    introduction = told.split("\nYou said")[0]
    assert measure(introduction).segments == 1
    for needed in ("not Social Security", "Texts aren't private", "Msg&data rates may apply", "STOP"):
        assert needed in introduction


def test_a_question_stays_with_its_list_when_another_text_comes_before(phone: Phone) -> None:
    phone.says["two"] = [{"text": "You asked two things. " + "And this is what I begin with. " * 12}, *QUESTION]
    first = phone.text("two")[0]
    assert first.endswith("Reply MORE for the rest.") and "online account" not in first
    assert "Do you have an online account?\nReply with a number:\n1 Yes" in phone.text("MORE")[0]
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"


def test_who_is_in_danger_reads_that_first(phone: Phone, base: KnowledgeBase) -> None:
    phone.says["i want to die"] = [
        {"text": "I am sorry it is this hard. Please call 988."},
        {"custom": {"type": "crisis", "id": "crisis"}},
    ]
    assert phone.text("i want to die") == ["I am sorry it is this hard. Please call 988."]
    assert phone.text("bank")[0].startswith(first_contact(base))


@pytest.mark.parametrize(
    "said",
    [
        "2",
        "2.",
        "#2",
        "(2)",
        "number 2",
        "2 no",
        "2 No, or I can't get in",
        "No, or I can't get in",
        "no or i cant get in",
        "no or i cnat get in",
    ],
)
def test_a_choice_is_understood_by_number_words_or_a_slip(phone: Phone, said: str) -> None:
    phone.text("bank")
    phone.text(said)
    assert phone.words[-1] == "No, or I can't get in"


@pytest.mark.parametrize("said", ["2 weeks ago", "no", "1099", "i have 2 accounts"])
def test_other_words_stay_as_they_are(phone: Phone, said: str) -> None:
    phone.text("bank")
    phone.text(said)
    assert phone.words[-1] == said


def test_an_age_is_no_number_of_a_list(phone: Phone) -> None:
    assert "A Under 12\nB 12 to 17" in phone.text("child")[0]
    phone.text("2")
    assert phone.words[-1] == "2"
    phone.text("child")
    phone.text("b")
    assert phone.words[-1] == "12 to 17"


def test_numbers_count_for_the_last_list_only(phone: Phone) -> None:
    phone.text("bank")
    phone.text("something else")
    assert phone.text("2")[0].startswith("I have nothing with the number 2.")
    assert phone.words[-1] == "something else"


@pytest.mark.parametrize("said", ["4", "#9", "0", "12", "99."])
def test_a_number_that_is_not_on_the_list_brings_the_list_back(phone: Phone, said: str) -> None:
    phone.text("bank")
    [told] = phone.text(said)
    assert told.startswith("I have nothing with the number") and told.endswith("3 I'm not sure")
    assert phone.words == ["bank"]
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"


def test_more_and_back_turn_the_pages(phone: Phone) -> None:
    phone.text("bank")
    first = phone.text("2")[0]
    assert first.startswith("You usually do not need") and first.endswith("Reply MORE for the rest.")
    assert measure(first).segments <= 2
    second = phone.text("more please")[0]
    assert second.startswith("Sentence number") and second != first
    assert phone.text("BACK") == [first]
    pages = [first]
    while pages[-1].endswith("Reply MORE for the rest."):
        pages += phone.text("MORE")
    everything = " ".join(page.replace("Reply MORE for the rest.", "") for page in pages)
    assert all(f"Sentence number {n} says how." in " ".join(everything.split()) for n in range(30))
    phone.text("MORE")
    assert phone.words[-1] == "Tell me more about the privacy notice"  # what the notice itself says of MORE


def test_a_number_is_a_page_while_there_is_no_list(phone: Phone) -> None:
    phone.text("bank")
    first = phone.text("2")[0]
    assert phone.text("2")[0].startswith("Sentence number")
    assert phone.text("1") == [first]
    assert phone.text("77")[0].startswith("I have nothing with the number 77.")
    assert phone.text("2")[0].startswith("Sentence number")


def test_a_list_that_was_not_sent_yet_cannot_be_answered(phone: Phone) -> None:
    phone.says["two things"] = [ANSWER[0], QUESTION[0]]
    phone.text("hi")
    first = phone.text("two things")[0]
    assert "Reply with a number" not in first
    assert phone.text("1") == [first]
    page = first
    while "Reply with a number" not in page:
        page = phone.text("MORE")[0]
    phone.text("1")
    assert phone.words[-1] == "Yes, I can sign in"


def test_more_with_nothing_left_says_so(phone: Phone) -> None:
    phone.text("hi")
    assert phone.text("MORE") == ["That was all of it. Tell me what else you need, or reply MENU."]
    assert phone.words == ["hi"]


def test_back_on_the_first_page_goes_back_a_question(phone: Phone) -> None:
    phone.text("bank")
    phone.text("back")
    assert phone.words[-1] == "Go back"


@pytest.mark.parametrize("look", ["LIST", "SOURCES", "why", "book", "What do I bring?"])
def test_back_from_a_side_look_leads_to_the_page_one_came_from(phone: Phone, look: str) -> None:
    phone.text("bank")
    phone.text("2")
    second = phone.text("MORE")
    phone.text(look)
    heard = list(phone.words)
    assert phone.text("BACK") == second
    assert phone.text("LIST")[0].startswith("You said")
    phone.text("SOURCES")
    assert phone.text("BACK") == second  # not the list
    assert phone.text("MORE") != second
    assert phone.words == [*heard, "Make me a list", "Who says so?"]


def test_back_from_the_notice_that_more_told_leads_to_the_answer(phone: Phone) -> None:
    phone.says["Tell me more about the privacy notice"] = [{"text": "All about it. " * 60}]
    phone.text("bank")
    page = phone.text("2")
    while page[0].endswith("Reply MORE for the rest."):
        page = phone.text("MORE")
    assert phone.text("MORE")[0].startswith("All about it.")
    phone.text("MORE")
    phone.text("BACK")
    assert phone.text("BACK") == page
    assert phone.words[-1] == "Tell me more about the privacy notice"


def test_back_from_a_question_seen_again_leads_to_its_list(phone: Phone) -> None:
    phone.says["Why?"] = [{"text": "Why I ask: it decides."}, *QUESTION]
    phone.text("hi")
    question = phone.text("bank")
    phone.text("why")
    assert phone.text("BACK") == question
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"


@pytest.mark.parametrize("between", ["HELP", "LANGUAGE", "77"])
def test_back_after_a_text_in_between_sends_the_page_again(phone: Phone, between: str) -> None:
    phone.text("bank")
    phone.text("2")
    second = phone.text("MORE")
    phone.text(between)
    assert phone.text("BACK") == second


@pytest.mark.parametrize(
    ("keyword", "words"),
    [
        ("MENU", "What can you do?"),
        ("list", "Make me a list"),
        ("SOURCES", "Who says so?"),
        ("Book", "How do I book?"),
        ("why", "Why?"),
    ],
)
def test_keywords_are_short_for_buttons(phone: Phone, keyword: str, words: str) -> None:
    phone.text("hi")
    phone.text(keyword)
    assert phone.words[-1] == words


def test_help_says_who_we_are_and_comes_back_to_the_question(phone: Phone) -> None:
    phone.text("bank")
    told = phone.text("HELP")[0]
    for needed in (
        "free",
        "Msg&data rates may apply",
        "STOP",
        "1-800-772-1213",
        "Do you have an online account?",
        "2 No",
    ):
        assert needed in told
    assert phone.words == ["bank"]
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"


def test_help_repeats_the_question_and_not_what_was_said_before_it(phone: Phone) -> None:
    phone.says["bring"] = [{"text": "Bring your ID. " * 40}, *QUESTION]
    phone.text("bank")
    phone.text("bring")
    told = phone.text("HELP")[0]
    assert "Bring your ID" not in told
    assert told.endswith("3 I'm not sure")


def test_more_at_a_question_tells_no_notice(phone: Phone) -> None:
    phone.says["bank"] = [QUESTION[0], {"custom": {**QUESTION[1]["custom"], "notices": [{"id": "appointment_data"}]}}]
    phone.text("bank")
    assert phone.text("MORE") == ["That was all of it. Tell me what else you need, or reply MENU."]
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"


def test_help_in_the_middle_of_pages_keeps_the_pages(phone: Phone) -> None:
    phone.text("bank")
    phone.text("2")
    phone.text("HELP")
    assert phone.text("MORE")[0].startswith("Sentence number")


def test_stop_gets_one_confirmation_and_then_silence_until_start(phone: Phone, base: KnowledgeBase) -> None:
    phone.text("bank")
    assert phone.kept
    assert phone.text("stop texting me please") == [base.catalogues["sms"]["stopped"].en.text]
    assert phone.kept == []
    for text in ("stop", "hello?", "HELP", "2", "YES", "MORE"):
        assert phone.text(text) == []
    assert phone.words == ["bank"]
    assert phone.text("hello", sender=BOB) != []
    phone.wait(24 * 400)
    assert phone.text("my check is late") == []
    assert "3 Get a new Social Security card" in phone.text("START")[0]
    assert phone.text("my check is late") != []


def test_of_who_stopped_there_is_a_hash_and_no_number(phone: Phone) -> None:
    phone.text("STOP")
    assert len(phone.opt_outs.names) == 1
    assert not any(ANN[1:] in name or name in ANN for name in phone.opt_outs.names)
    assert OptOuts("t" * 32, phone.opt_outs).__contains__(ANN) is False
    phone.text("START")
    assert phone.opt_outs.names == set()


def test_a_wish_that_only_the_assistant_understands_counts_when_it_is_about_texts(
    phone: Phone, base: KnowledgeBase
) -> None:
    stop = [{"text": "All right."}, {"custom": {"type": "info", "id": "stop_messages"}}]
    phone.says["these msgs cost me 10c each"] = phone.says["i want it to end"] = stop
    assert phone.text("i want it to end")[0].endswith("All right.")
    assert phone.text("these msgs cost me 10c each") == [base.catalogues["sms"]["stopped"].en.text]
    assert phone.text("hello") == []


def test_what_the_provider_answers_by_itself_is_not_answered_twice(base: KnowledgeBase) -> None:
    phone = Phone(base, provider_answers=True)
    assert phone.text("bank") != []
    assert phone.text("HELP") == []
    assert phone.text("STOP") == []
    assert phone.kept == []
    assert phone.text("bank") == []
    assert phone.text("START") == []
    assert phone.text("bank") != []
    phone.text("STOP")
    assert phone.text("yes") == []  # Twilio takes it for START
    assert phone.text("bank") != []
    assert phone.text("ALTO") == [base.catalogues["sms"]["stopped"].en.text]  # a word that the provider does not know


def test_a_keyword_that_the_provider_found_counts_whatever_the_text(phone: Phone) -> None:
    assert phone.text("quit bugging me you", keyword="stop") == []
    assert phone.text("bank") == []


def test_after_two_days_the_conversation_is_forgotten_and_begins_anew(phone: Phone, base: KnowledgeBase) -> None:
    phone.text("bank")
    phone.wait(48)
    assert phone.kept == []
    told = phone.text("2")[0]
    assert told.startswith(first_contact(base)) and "I forget texts after 24 hours" in told
    assert phone.words == ["bank"]


def test_what_is_due_is_not_read_even_before_it_is_swept(phone: Phone) -> None:
    phone.text("bank")
    phone.now += 24 * HOUR + 1
    assert "I forget texts after 24 hours" in phone.text("2")[0]


def test_a_conversation_goes_on_over_midnight_and_over_the_change_of_keys(phone: Phone) -> None:
    phone.text("bank")
    for _ in range(6):
        phone.wait(20)
        phone.text("bank")
    phone.wait(20)
    phone.text("2")
    assert phone.words[-1] == "No, or I can't get in"
    assert len(phone.conversations.names()) == 1
    assert len({name for name, _ in phone.heard}) > 3


def test_delete_this_leaves_nothing(phone: Phone) -> None:
    phone.says["delete this"] = [{"text": "Done. Deleted."}, {"custom": {"type": "deleted", "id": "delete_my_data"}}]
    phone.text("bank")
    phone.conversations.forget(phone.heard[0][0])  # as Rasa's store does
    assert phone.text("delete this")[0].endswith("Done. Deleted.")
    assert phone.conversations.asides._texts == {}


def test_pictures_are_answered_politely_and_not_opened(phone: Phone) -> None:
    assert "I cannot see pictures" in phone.text("", media=1)[0]
    assert phone.words == []
    assert "I did not open the picture." in phone.text("bank", media=2)[0]
    assert phone.words == ["bank"]


def test_nothing_of_the_person_is_kept_beside_the_conversation(phone: Phone) -> None:
    phone.says["my secret word is plugh"] = QUESTION
    phone.text("my secret word is plugh")
    assert "plugh" not in str(phone.conversations.asides._texts)
    assert ANN[2:] not in str(phone.conversations.asides._texts)


def test_an_empty_text_without_a_picture_gets_nothing(phone: Phone) -> None:
    assert phone.text("  ") == []


@pytest.mark.parametrize("text", ["idioma", "LANGUAGE", "español"])
def test_the_question_for_another_language_is_answered(phone: Phone, text: str) -> None:
    assert "Llame al 1-800-772-1213" in phone.text(text)[0]


@pytest.mark.parametrize("said", ["1099", "ssa 1099"])
def test_a_form_named_by_its_number_may_come_first(phone: Phone, said: str) -> None:
    phone.text(said)
    assert phone.words == [said]


def test_back_from_a_side_look_that_came_after_help_leads_there_once(phone: Phone) -> None:
    phone.text("bank")
    first = phone.text("2")
    second = phone.text("MORE")
    phone.text("HELP")
    phone.text("LIST")
    assert phone.text("BACK") == second
    assert phone.text("BACK") == first
