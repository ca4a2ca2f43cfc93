"""Names of companies, hospitals and schools stay, unless somebody is called so."""

from __future__ import annotations

import pytest

from bot.privacy.redact import by_rules


@pytest.mark.parametrize(
    "text",
    [
        "I worked at John Deere for 31 years", "my w-2 from JC Penney is wrong", "he has Lou Gehrig's disease", "from denny's and papa john's", "lawyer at Edward Jones said so",
        "my diploma from Lincoln High School", "the counselor at Roosevelt Middle filled it out", "records from Mercy Hospital are missing", "St. Jude is paying for it", "is Bernie Sanders' bill passed",
    ],
)  # fmt: skip
def test_names_of_companies_and_places_stay(text: str) -> None:
    assert by_rules(text) == (text, ())


@pytest.mark.parametrize("text", ["my name is John Deere", "this is mary kay calling", "my brother ronald mcdonald lives with me", "security question answer: Roosevelt High"])  # fmt: skip
def test_but_not_where_somebody_is_called_so(text: str) -> None:
    assert by_rules(text).kinds
