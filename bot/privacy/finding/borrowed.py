"""Work under a number or under papers that are false or another person's, told of oneself.

It can cost a person as much as a status does. What others did with the writer's own number ("someone used my social")
is what help is asked for, and stays whole.
"""

from __future__ import annotations

import re

from bot.privacy.finding.cues import cue
from bot.privacy.finding.draft import Draft
from bot.privacy.finding.relations import RELATIVES

_NOT_ABOUT_A_CALL = (
    r"(?!\s(?:security\s)?(?:calls?|agents?|officers?|letters?|e-?mails?|texts?|websites?|sites?|man|guy|person|scam))"
)
_NUMBER = rf"(?:social(?:\ssecurity)?(?:\s(?:numbers?|card))?{_NOT_ABOUT_A_CALL}|ssns?|numbers?|name|papers|papeles|ids?|documents|green\s?card)"
_FALSE = rf"(?:fake|false|phony|made[ -]?up|borrowed|bought|stolen|chueco)\s{_NUMBER}"
_ANOTHERS = rf"(?:some(?:one|body)\selse'?s|another\s(?:person|guy|man|woman|lady)'?s|other\speoples?'?s?|(?:a\s)?dead\s(?:person|guy|man|woman)'?s)\s{_NUMBER}"
_OF_A_RELATIVE = rf"(?:(?:{RELATIVES})'?s)\s{_NUMBER}"
_SEGURO = r"(?:seguro(?:\ssocial)?|social|numero(?:\sde\sseguro)?|papeles|documentos|identificacion|nombre)"
_CHUECO = rf"{_SEGURO}\s(?:chuec[oa]s?|fals[oa]s?|prestad[oa]s?|comprad[oa]s?|ajen[oa]s?|inventad[oa]s?|de\s(?:otr[oa](?:\spersona)?|un\samigo|una\samiga))"
_FAUX = r"(?:faux?\s(?:papiers|numero|nom|secu)|fausse\s(?:secu|carte|identite)|(?:numero|papiers|nom|secu)\sd(?:e\squelqu'un\sd'|')(?:un\s)?autre)"
_WORKED = r"(?:work(?:ed|ing|s)?\s(?:for\s\w+\s)?(?:under|with|on|using|by)|trabaj(?:e|o|aba|amos|abamos|ando)\s(?:con|bajo)|(?:travaille|travaillais|bosse)\s(?:avec|sous))"
_USED = r"(?:us(?:ed|e|ing|e|aba|o)|bought|buy|purchased|compre|compro|utilise|achete)"
_ARTICLE = r"(?:\s(?:an?|my|his|her|some|the|un|una|unos|des|une|el|mi|su))?"
_TO_WORK = r"(?=(?:\s[\w\x00]+){0,3}?\s(?:(?:to|for)\s(?:work|get\s(?:hired|a\sjob)|the\sjob)|para\strabajar|pour\s(?:travailler|bosser)))"
_BORROWED = cue(
    rf"\b(?:{_WORKED}{_ARTICLE}\s(?P<worked>{_FALSE}|{_ANOTHERS}|{_OF_A_RELATIVE}|{_CHUECO}|{_FAUX})|"
    rf"{_USED}{_ARTICLE}\s(?P<used>{_FALSE}|{_ANOTHERS}|{_CHUECO}|{_FAUX})|{_USED}{_ARTICLE}\s(?P<relative>{_OF_A_RELATIVE}){_TO_WORK}|"
    rf"(?P<bought>(?:bought|purchased|compre)\s(?:an?|un|una|unos|some)\s(?:{_NUMBER}|{_SEGURO})){_TO_WORK})\b"
)
_OTHERS = re.compile(
    r"\b(?:some(?:one|body)|some\s\w+|any(?:one|body)|people|they|thief|scammer|who|you|ya'?ll|alguien|gente|quien|ellos|quelqu'un|on|vous|que)(?:'s|\s(?:is|was|has|had|had been|been|have|a|ha|may|might|could))*\s\Z"
)
_ONESELF = re.compile(r"(?:\A|[,.;!?]\s?|(?<![a-z'])(?:i|we|i'?ve|i'?d|and|also|only|just|had|have|so)\s)\Z")
"""Another's use of a child's number is reported by a victim: "my ex used my sons social"."""
_REACH = 40


def take_borrowed(draft: Draft) -> None:
    """Take what says that a number or papers were not one's own; of what is done with it the verb stays."""
    for match in draft.matches(_BORROWED):
        start = max(0, match.start() - _REACH)
        by_others = match.lastgroup == "relative" and not _ONESELF.search(draft.plain, start, match.start())
        if not by_others and not _OTHERS.search(draft.plain, start, match.start()):
            draft.take("status", *match.span(match.lastgroup or 0))
