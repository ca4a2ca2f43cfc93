"""English cues by which a clause states, asks, supposes, denies, wishes or tells of others: regular expressions.

Language data only, over text made even (bot/text.py); bot/nlu/statements.py says where each applies.
"""

from __future__ import annotations

FILLERS = (
    "and", "so", "but", "ok", "okay", "hi", "hello", "hey", "please", "pls", "also", "well", "um", "uh", "like", "now",
    "then", "because", "since", "cause", "cuz", "bc", "just", "plus", "or", "anyway", "anyways", "sorry", "question", "yes",
    "yeah", "no", "wait", "actually", "i mean", "i meant", "again", "oh", "look", "listen", "honestly", "basically",
    "good (?:morning|evening|afternoon|day)", "thanks", "thank you", "n", "&", "first", "second", "dear sir", "sir",
    "maam", "excuse me", "help", "quick question", "asking", "1\\)?", "2\\)?",
)  # fmt: skip
"""Words before the one that opens a clause."""

ASKING_OPENINGS = (
    r"how(?! come)\b",
    r"(?:whats|wheres|whens|whos|hows)\b",
    r"what (?:do|does|did|is|are|was|can|could|should|would|will|happens?|happened|else|about|kinds?|counts?|papers?|"
    r"forms?|to|now|day|time|number|am|must|documents?|proof|are|i (?:do|need|must|bring)|they (?:need|want|ask))\b",
    r"(?!who (?:is|was) (?:in|at|on|\d+|also|now|deaf|blind|disabled|very|too|bed\w*|home\w*|getting|receiving)\b)"
    r"(?:where|when|who|whom|whose) (?:do|does|did|is|are|can|could|should|would|will|to|has|must|would|else)\b",
    r"which (?:one|ones|kind|benefit|form|office|is|are|of|do|does|should|number|way)\b",
    r"why would\b",
    r"does (?!not\b|have\b|it have\b)\w+",
    r"(?:do|does|did|can|could|should|would|will|is|are|may|might|must|cant|dont|doesnt|isnt|arent|wont|shouldnt|"
    r"couldnt|wouldnt|didnt|wasnt) (?:i|we|you|he|she|they|it|there|that|this|these|those|my|our|her|his|the|an?|any|"
    r"anyone|anybody|someone|somebody|people|everyone|everybody|ssa|ssi|ssdi|social|mom|dad|mothers|fathers|parents|"
    r"paper|direct|survivors|retirement|both|deaf|seniors|kids|children|all|only|another|me|not having|having|getting|power of attorney|poa|payees?|medicare)\b",
    r"(?:am|have|has|had|was|were) (?:i|you|he|she|they|it|anyone|anybody|there)\b",
    r"(?:any (?:way|chance|idea)|possible|is there|need to know|curious|info|information|explain|define|describe|"
    r"difference|wondering|wonder|question about|what if anything)\b",
)
"""How a clause opens that asks."""

ASKING_WITHIN = (
    r"(?:want|wants|need|needs|like|love|trying|try|wanted|have|got) to (?:know|find out|ask|see if|understand|learn)",
    r"wonder(?:ing|ed)?", r"tell me (?:what|how|if|whether|about|which|where|who)", r"explain", r"curious",
    r"(?:asking|ask|asked|know|see|sure|says?|said|tell|told me) (?:if|whether)", r"is it true", r"do you mean",
    r"what counts", r"know what", r"know how", r"any idea", r"how to", r"does it matter",
)  # fmt: skip
"""What makes the rest of a clause a question."""

SUPPOSING_OPENINGS = (
    r"(?:what )?if\b(?! (?:you|it|that|this|anyone|u|ur) (?:needs?|wants?|must|helps?|matters?|makes|asks?|is relevant)"
    r"|im not mistaken)",
    r"(?:even|only|as) if\b", r"what about if\b", r"suppos(?:e|ing|ed)\b", r"(?:lets )?say (?:i|we|my|he|she|some|a|the)",
    r"assum(?:e|ing)\b(?! so)", r"pretend(?:ing)?\b", r"imagine\b", r"in case\b", r"unless\b", r"hypothetically\b",
    r"provided\b", r"whether\b", r"until i\b", r"till i\b", r"once i\b", r"before i\b", r"had i\b", r"were i\b",
    r"(?:when|once|after|before|until) (?:i|he|she|we|they|my \w+) (?:turns?|retires?|moves?|die|dies|becomes?|am|is "
    r"\d|hits?|reach|reaches|will|start|starts|go|goes|finally|ever|apply|applies)\b",
    r"(?:i|we|id|he|she) (?:would|might|may|could) (?:have|be|get|need|become|move|live|lose)\b", r"id (?:be|get|have)\b",
    r"(?:when|once|while|after|before) (?:you|u|someone|somebody|people|a person|one|they) \w+",
    r"maybe\b", r"perhaps\b", r"(?:might|may|could) be\b",
)  # fmt: skip
"""How a clause opens that supposes, or that leaves it open."""

GENERAL_SUBJECTS = (
    r"(?<!my )(?<!our )(?<!the )(?<!her )(?<!his )(?<!two )(?<!three )(?<!both )(?:people|folks|ppl|persons|peoples|others|seniors|widows|everyone|everybody|those|most|anyone|anybody|nobody|"
    r"parents|mothers|fathers|kids|children|adults|caregivers|recipients|beneficiaries|payees|immigrants|veterans)\b"
    r"(?! (?:at|in) (?:ssa|the office|social security)\b)(?! (?:flagged|is my|told me|said|says|called|wrote|stole))",
    r"whoever(?! (?:did|it|is|was|changed|took|got|sent|stole|hacked))",
    r"(?:someone|somebody|a person|one|a guy|a lady|a woman|a man|a friend|an? (?:old )?(?:person|adult|senior|widow))"
    r" (?:who|that|with|on|gets?|has|have|having|needs?|cant|cannot|without|is|like|living|lives|does|doesnt|over|under)",
    r"(?:somebody|someone|a person|anybody|anyone|persons)s\b",
    r"a persons?\b",
)
"""Subjects that are nobody in particular, and what makes them so."""

ASKING_BACK = r"\b(?:do (?:you|u) mean|are you asking|which do you mean)\b"
"""What asks back what we meant; nothing behind it tells anything."""

HEARSAY = (
    r"(?:i |we )?(?:heard|read|saw)(?! (?:back|nothing|from))", r"(?:they|people|everyone|everybody|some) (?:say|says|keep saying)",
    r"(?:rumou?r|article|news|facebook|reddit|the (?:page|website|leaflet|flyer|brochure|site) says)", r"supposedly",
)  # fmt: skip
"""What the rest of a clause only repeats."""

DISTANT_PERSONS = (
    "neighbou?rs?", "co ?-?workers?", "friends?", "cousins?", "ex", "ex (?:wife|husband)", "boss", "landlord", "buddy",
    "roommates?", "pastor", "girlfriends?", "boyfriends?", "classmates?", "colleagues?", "brother in law", "sister in law",
)  # fmt: skip
"""People whose situation does not count, unless they are the ones helped."""

STRANGERS = (
    r"(?:(?:the|a|this|some|another|that) )?(?:old )?(?:lady|guy|man|woman|fella|kid) "
    r"(?:downstairs|upstairs|next door|across|down the|(?:at|in|from) (?:my |our |the )?(?:church|work|building|bingo|bus))\b"
)
"""People who are only neighbors, without a word for it."""

HELPED = (
    r"(?:for|help|helping|behalf of|care of|after|payee (?:of|to)|about) (?:my|a|an|our|this|the) (?:\w+ )?(?:{0})\b",
    r"\b(?:my|a|an|our) (?:\w+ )?(?:{0})(?: \w+){{0,2}} (?:needs|wants|asked me|asks me|wanted|would like|lost|cant)\b",
    r"\bmy (?:deaf|blind|disabled|elderly|old|sick) (?:{0})\b", r"\b(?:{0}) of mine\b", r"\b(?:{0}) i (?:help|care)\b", r"\bim (?:his|her) (?:\w+ )?(?:{0})\b",
)  # fmt: skip
"""Signs that a distant person is the one helped; {0} is the list of distant persons."""

UNKNOWING = (
    r"(?:not|never|aint) (?:real |really |too |totally |exactly |100 percent )?(?:sure|certain|clear) (?:if|whether|which|what|about|it|its)",
    r"(?:dont|do not|doesnt|didnt|couldnt|could not|cant|cannot|can not) (?:even |really |quite |exactly )?(?:know|remember|tell|recall|say)"
    r"(?: you)? (?:if|whether|which|what|its|or|between|about)\b",
    r"(?:idk|dunno|unsure|no idea|no clue|forgot|wonder|who knows|beats me)(?: about)? (?:if|whether|which|what|its|or)\b",
    r"i dunno\b", r"(?:might|may|could) be\b", r"either\b", r"maybe\b", r"perhaps\b", r"possibly\b", r"it depends\b",
)  # fmt: skip
"""What leaves the rest of a clause open."""

LEFT_OPEN = r"(?:i )?(?:honestly |really |just )*(?:idk|dunno|dont know|do not know|not sure|unsure|no idea|cant remember|dont remember|who knows|no clue|im not sure|cant tell|beats me|confused)(?: (?:which|which one|what|it is|which it is|either|tbh|sorry|what it is|about that|lol|if thats right|one|is it))*"  # noqa: E501
"""A whole clause that leaves the one before it open: "ssi or ssdi, idk which"."""

LEANING = (
    r"(?:i|we|id) (?:do |kinda |kind of |really |would )?(?:think|thought|believe|guess|suspect|assume|figure|suppose|reckon|imagine)(?! (?:they|you|about|of|ssa|im going|i (?:need|should|have to|want)))",
    r"(?<!they )(?<!people )(?<!ssa )(?<!he )(?<!she )(?<!dont )(?<!security )(?<!you )(?:think|thinking|believe|guess|guessing|suspect|reckon) (?:its|it is|im|hes|shes|that|i|she|he|my|mine|hers|ssi|ssdi|the|retirement)",
    r"(?:pretty|fairly|almost|kinda|quite|90 percent|99 percent|mostly|reasonably|nearly) (?:sure|certain|positive)",
    r"(?:prob|probs|prolly|probably|probly|proably|most likely|likely|presumably|apparently)\b",
    r"(?:im|i am) guessing", r"(?:must be|has to be|gotta be|should be|seems to be|seems like|sounds like|looks like)(?! (?:a way|able|easier|allowed|there))",
    r"as far as i know", r"afaik", r"if i remember", r"^suspect", r"^(?:think|guess|guessing|believe)\b", r"if im not mistaken",
    r"if memory serves", r"my guess is", r"best i can tell", r"i want to say",
)  # fmt: skip
"""What makes a statement a leaning: it counts, but is worth asking back."""

NEGATING = r"\b(?:not(?! just| only)|isnt|aint|arent|never|dont|do not|doesnt|didnt|wasnt|nor|without|cant|cannot|havent|hasnt|wont|neither|no longer|instead of|rather than|other than|stopped|quit|nobody|none|not just yet)(?: (?:get|gets|getting|have|has|had|got|receive|receives|on|in|at|an?|any|the|my|for|even|really|actually|currently|be|been|being|her|his|ever|use|with|live|lives|living|is|its|it|officially|yet|one|of|those|that|called|do|take|draw|collect|qualify|from|about|anyones|no|also|own|to)){0,4} $|\bno (?:an? |the |more |longer |real |valid |other |such )*$"  # noqa: E501
"""What denies the finding right after it."""

DENYING = r"\b(?:not|isnt|aint|never|dont|doesnt|didnt|no|without|cant|cannot|havent|hasnt|wont|locked)\b"
"""What makes a finding a denial itself; a denial is no wish."""

NEGATING_GIVEN = (
    r"\b(?:not(?! just| only)|isnt|aint|wasnt|nor|rather than|instead of)(?: (?:for|about|on|even|really|with|to))* $"  # noqa: E501
)
"""What denies even a thing that is presupposed: "not my mom"."""

WISHING = (
    r"(?:want|wants|wanna|wanted|wanting|need|needs|needing|trying|try|tried|hope|hoping|plan|plans|planning|like|"
    r"love|supposed|wish|prefer|going|gonna|refuse|ready|able|allowed|ask|asked|asking|told(?! (?:i|he|she|it|we|they|that|(?:his|her|our) (?!to))\b)|tells|forced|making)\b"
    r"(?! to (?:change|report|update|tell|stop|fix|talk|call|appeal|keep|move|correct|cancel|find|check|go|give|cash))"
    r"(?! (?:help|new|another|my|a new|someone|somebody|ten|me (?:i|she|he|my)) )",
    r"(?:thinking (?:of|about)|consider(?:ing)?|appl(?:y|ying|ied|ication)|eligible|qualif(?:y|ies|ied)|sign(?:ing)? up|"
    r"set(?:ting)? up|becom(?:e|ing)|switch(?:ing)? (?:\w+ )?to|chang(?:e|ing) (?:\w+ )?to|moving|have to|has to|"
    r"makes? me|instead of|file|filing|filed(?! (?:my |our |his |her )?tax)|denied|rejected|enroll|claim for|waiting (?:on|for)|decision on)\b",
    r"(?:want|need|like) (?:my|her|his) (?:\w+ ){1,3}$",
)
"""What is only wished for, or not there yet."""

NOT_YET = r"\b(?:appl(?:y|ied|ying|ication)|fil(?:e|ed|ing)|start|starting|claim|claiming|qualif(?:y|ied)|eligible|denied|turned down|sign(?:ed|ing)? up|waiting|delay|delaying|did|doing|do|done|put in|set(?:ting)? up|want|get|getting|enroll)(?: (?:to|online|for|on|get|own|about|in|person|early|collecting|drawing))* $"  # noqa: E501
"""What is not there yet, although it is called one's own: "apply for my retirement"."""

OVER = r"\b(?:used to|was (?:on|getting|receiving|drawing)|were (?:on|getting)|back when|formerly|previously|at first i|when (?:i was|she was|he was|my \w+ was)|(?:had me) as|until (?:last|\d|i|he|she|they))\b"  # noqa: E501
"""What is past and over."""

GIVEN = r"^(?:for |of |about |to |on |off |with |is |does |can )*(?:my|our|her|his|their|moms|dads|mothers|fathers)\b|\bof mine$|\bon (?:my|his|her) (?:\w+ )?(?:claim|application)$|^(?:mom|dad|hubby|mama|grandma|grandpa)s?$"  # noqa: E501
"""A finding that is presupposed wherever it is said: it belongs to somebody ..."""

UNDER_WAY = r"\b(?:going|turned|started|restarted|back|again|sent|deposited|moved|switched|paid|put|to go)\b"
"""What happens only to what is there already: "get my ssdi turned back on"."""

DONE_TO_ME = r"^my\b.*\b(?:my|me)\b"
"""A finding in which a distant person acts for the writer: "my cousin gets my check"."""

INTERJECTION = r"\b(?:no|nope) $"
"""A "no" that stands before a whole statement and denies nothing in it: "no there is no payee"."""

VERBS = r"\b(?:is|are|was|has|have|cant|cannot|can|wont|will|doesnt|dont|didnt|does|did|got|gets|says|said|told|comes?|came|goes|went|works|never|refuses|refused|expired|ran|keeps|thinks|gave|sends?|isnt)\b"  # noqa: E501
"""... unless it says something of it."""

LASTING = frozenset(
    {"online_account", "benefit", "gets_paper_check", "has_payee", "payee_kind", "helper_role", "serves_as_payee",
     "lives_abroad", "homebound", "deaf_or_hard_of_hearing", "state_id", "phone_code"}
)  # fmt: skip
"""Circumstances that are a state of things: what was, or what is to be, does not count."""

NOT_NOW = (
    r"\b(?:was|had been|to|rather(?: it| they| she| he)?|used to be|would be)(?: still| just| even| also| only)? $"
)
"""What makes the state of things right after it one that was, or is to be."""

TOLD_BY_ASKING = frozenset({"for_whom", "age_group", "which_record", "letter_age"})
"""Circumstances that the wish or the question itself tells: "can i get a card for my 8 year old"."""

QUESTION_WORDS = r"(?:how (?:do|does|did|can|could|should|would|will|long|much|many|to|i|is|are)|what (?:do|does|can|should|is|are|happens|else|about|would|will|now|did)|whats|where (?:do|does|is|are|can|should|did)|wheres|when (?:do|does|will|can|should|is)|who (?:do|does|can|is|should)|which (?:one|is|form|office)|why|can (?:i|we|he|she|they|you|my|someone|somebody|it|the)|could (?:i|we|he|she|they|you)|do (?:i|we|you|they|people)|does (?:he|she|it|my|that|this|anyone|social|ssa)|did (?:i|they|you|he|she)|should (?:i|we|he|she|my)|will (?:i|they|it|he|she|my|we)|is (?:there|it|that|he|she|this)|are (?:they|there|you|we)|am i|would (?:i|it|that|they|you|he|she)|must (?:i|we|he|she)|may i|tell me|am wondering|wondering)"  # noqa: E501
"""How a question opens that stands behind a statement without a comma."""

NEW_START = r"(?:(?:i|she|he|we|they|it|mom|dad|mother|father|hubby|my (?:\w+ )?(?:mom|mother|dad|father|wife|husband|son|daughter|sister|brother|aunt|uncle|neighbor|friend|cousin|coworker|bank)) (?:get|gets|have|has|had|am|is|was|been|live|lives|cant|cannot|dont|doesnt|never|draw|draws|receive|receives|need|needs|got|lost|moved|used|tried|want|wants|do|does|just|already|still|also|think|only|did|didnt|works?|went|came)|im|ive|shes|hes|theyre|its)\b"  # noqa: E501
"""How a statement opens that stands behind another clause without a comma."""

JOINED_TO = frozenset({
    "my", "our", "his", "her", "their", "the", "a", "if", "that", "what", "when", "where", "how", "why", "because", "cause", "think", "thinks", "believe", "guess",
    "sure", "suspect", "say", "says", "said", "suppose", "do", "does", "did", "can", "could", "will", "would",
    "should", "is", "are", "am", "may", "might", "must", "have", "has", "know", "wish", "hope", "until", "before",
    "after", "since", "as", "than", "whether", "till", "til", "unless", "while", "which", "who", "and", "but", "so",
    "or", "n", "cuz", "bc", "though", "although", "once", "whatever", "like", "thought", "meant", "mean", "figure",
    "assume", "telling", "everything", "all", "anything", "nothing", "one", "something", "way", "time", "thing",
    "things", "reason", "place", "everywhere", "not",
})  # fmt: skip
"""Words that a statement or a question belongs to when it stands right behind them."""

SUBJECTS = r"(?:i|im|ive|id|she|shes|he|hes|we|they|theyre|my|our|the|its|it|that|there|theres|now|also|then|this|her|his|hers|if|mom|dad|in|not)"  # noqa: E501
"""Words behind "and" that open a clause of its own."""

CORRECTING = r"\b(?:no wait|wait no|wait|i mean|i meant|sorry|actually|scratch that|correction|or rather|my bad|oops|make that|strike that|my mistake|let me correct|not that|i misspoke|typo)\b"  # noqa: E501
"""What takes back what was said before."""

ENDS_OF_SENTENCES = [".", "!", "?", ";", "...", "\u2026", "!!", "!!!", "??", "???", "?!", ".."]
