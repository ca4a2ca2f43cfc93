"""What stands around a wish is left out of it, and nothing else is."""

from __future__ import annotations

import pytest

from bot.nlu.trimming import Trimmer
from bot.privacy.redact import redact

WISH = "i need to change my bank"


@pytest.fixture(scope="module")
def trimmer(base) -> Trimmer:
    return Trimmer(base)


@pytest.mark.parametrize(
    "around",
    [
        "{}", "Hello. {}", "hi {}", "Hey there, {}", "good morning, {}", "hello how are you today. {}", "Dear Sir or Madam, {}",
        "sorry to bother you but {}", "quick question, {}".replace("quick", "a quick"), "please help. {}", "thank you. {}",
        "{} thank you", "{}. Thanks so much for your help.", "{} thx", "{}, ty in advance", "{}. God bless you", "{} have a nice day",
        "{}. I would appreciate any help", "hi, {}, thanks and god bless",
        "My name is Marta Ruiz and {}", "this is Alvin Petrie, my social is 524-11-8830. {}", "{}. call me at 503-555-0142",
        "{} my number is 503 555 0142", "hello my ssn is 524-11-8830 and {} thank you so much",
    ],
)  # fmt: skip
def test_greetings_thanks_and_identifiers_change_nothing(trimmer, around):
    assert trimmer.trim(redact(around.format(WISH)).text).strip(" .,") == WISH


@pytest.mark.parametrize(
    "message",
    [
        "hello", "thanks", "good morning", "thank you so much", "hi there", "thx", "god bless you", "thank you for your help",
        "my check is late thanks to the bank", "do they call me back", "can you see my phone number", "last message from me. bye",
        "i changed my name", "is this the number to call", "hiring manager needs my card", "they texted my phone", "heya",
    ],
)  # fmt: skip
def test_what_is_more_than_a_courtesy_stays_and_so_does_a_courtesy_alone(trimmer, message):
    assert trimmer.trim(message) == message


@pytest.mark.parametrize(
    "message", ["[ssn]", "my ssn is [ssn]", "my name is [name], born [birth_date].", "[name] [phone]"]
)
def test_nothing_is_left_of_an_identifier_alone(trimmer, message):
    assert trimmer.without_identifiers(message) == ""
