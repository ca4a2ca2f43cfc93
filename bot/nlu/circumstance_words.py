"""English words that hearing circumstances turns on: what ``<name>`` stands for in circumstances.yml, topics, relatives.

Language data only; bot/nlu/circumstance_finder.py applies it.
"""

from __future__ import annotations

import re
from typing import Dict, Text

_ADULT = (
    "mom|moms|mother|mothers|mum|mama|momma|mommy|ma|dad|dads|father|fathers|pap[aá]|pops|daddy|parents?|wife|wifes|husband|"
    "husbands|hubby|spouse|partner|sisters?|brothers?|bro|sis|aunts?|auntie|uncles?|grandmas?|grandmothers?|grandpas?|"
    "grandfathers?|grandparents?|granny|gran|nana|neighbou?rs?|friends?|clients?|patients?|residents?|tenants?|cousins?|"
    "roommates?|fiancee?|boyfriends?|girlfriends?|in laws?|mother in laws?|father in laws?|sister in laws?|"
    "brother in laws?|stepmom|stepdad|stepfather|stepmother|great aunt|great uncle|"
    "(?:adult|grown|grown up) (?:son|daughter|child|kid)s?|old man|ward|co ?-?worker|ex|ex wife|ex husband"
)
_KID = (
    "sons?|daughters?|kids?|childs?|childrens?|boys?|girls?|grandsons?|granddaughters?|grandkids?|grandchild|"
    "grandchildren|grandbaby|stepsons?|stepdaughters?|stepkids?|foster (?:child|son|daughter|kid)s?|twins?|teenagers?|"
    "teens?|little one|toddlers?|newborns?|infants?|baby|babys|babies|step ?son|step ?daughter|minor|preteen"
)
_LETTER = (
    r"(?:letters?|notices?|denials?|decisions?|bill|paper|overpayment (?:notice|letter|bill)|envelope|"
    r"determination|turn ?down|summons|award letter|cessation notice)"
)
WORDS: Dict[Text, Text] = {
    "adult": _ADULT,
    "kid": _KID,
    "adj": (
        r"(?:(?:elderly|old|older|disabled|sick|late|ex|poor|blind|deaf|own|dear|younger|youngest|oldest|eldest|big|"
        r"little|new|autistic|special needs|minor|young|adopted|foster|first|two|three|twin|other|great|aging|beloved|"
        r"bedridden|homebound|widowed|handicapped|estranged|step|teenage|adult|grown|\d{1,3} ?-?(?:year|yr|yo)s?"
        r"(?: ?-?olds?)?) )*"
    ),
    "my": "(?:my|our|his|her|their|moms|dads|mothers|fathers|mi)",
    "det": "(?:(?:a|an|the|my|her|his|our|their|your|any|that|this|those|these|some|one of (?:those|these|them|the)) )?",
    "start": r"\b(?:^|(?<=[.,:;!?(] )|(?<=- )|(?<=\bhi )|(?<=\bso )|(?<=\bok )|(?<=\bhello )|(?<=\band )|(?<=\bbut ))",
    "end": r"(?=$|[.,:;!?)]|\s-)",
    "get": (
        r"(?:(?:do |only |also |just |still |already |now )*(?:get|gets|getting|receive|receives|receiving|recieve|"
        r"recieves|draw|draws|drawing|collect|collects|collecting|have|has|take|takes|taking|live on|lives on|"
        r"living on|been on|been getting|been receiving|been drawing|im on|i am on|is on|hes on|shes on|are on|were on|"
        r"am on|be on|on|gives? me|gives? (?:her|him)|pays? me|pay me|paid|gettin|recieving|been collecting|"
        r"its|it is|mine is|hers is|his is|is|just|only))"
    ),
    "ssa": r"(?:ssa(?:\.gov)?|ssi|social security|social sec|my ?social ?security|mysocialsecurity|my ?ssa|online|"
    r"internet|web|web ?site|login\.?gov|log in\.gov|id\.?me|gov(?:ernment)?)",
    "acct": r"(?:accounts?|accts?|acounts?|accouts?|acc|logins?|log ?ins?|sign ?ins?|profile|page|portal)",
    "t2": (
        r"(?:(?:social security|soc sec|ss|ssa|regular|early|old age|full|spousal|the|a little|little|some|small|just) )*"
        r"(?:retire?ments?|retirment|ssdi?|survivors?|surviviors?|survivers?|widow(?:er)?s|widow(?:er)? (?:benefits?|checks?|money|pension|payments?|one)|disability insurance|"
        r"disabled widows|title ?(?:2|ii|two)|regular (?:social security|ss|ssa)|social security pension|"
        r"old age benefits?|(?:normal|ordinary) social security)"
    ),
    "money": "(?:benefits?|money|checks?|payments?|pension|income|deposits?|one|kind|amount|direct deposit)",
    "bank": r"(?:bank|banks|credit union|branch|teller|bank lady|bank guy|bank manager|banker|chase|wells fargo|citibank)",
    "late_is": r"(?:is|was|isnt|wasnt|didnt|hasnt|never|hits?|comes?|came|still|late|missing|went|not|got|has|gets|are|lands?)",
    "kin": (
        "(?:mom|mother|mama|dad|father|sister|sis|brother|bro|son|daughter|wife|husband|hubby|partner|aunt|uncle|grandma|"
        "grandmother|grandpa|grandfather|grandson|granddaughter|cousin|niece|nephew|ex|friend|neighbou?r|girlfriend|boyfriend|"
        "stepmom|stepdad|stepmother|stepfather|roommate|landlord|landlady|foster mom|oldest|youngest|pastor|caregiver)"
        "(?: (?:in law|wife|husband))?"
    ),
    "under_way": (
        r"(?: to| is)? (?:going|go|turned|put|sent|deposited|moved|switched|paid|started|restarted|back)(?: (?:back|again|on))*"
    ),
    "manages": (
        r"(?:gets?|handles?|manages?|receives?|controls?|holds?|keeps?|collects?|takes?(?: care of)?|has control of|"
        r"is in charge of)"
    ),
    "funds": (
        r"(?:(?:own|whole|monthly|ssi|ssdi|social security|disability|retirement|survivors|benefit) )*"
        r"(?:money|checks?|benefits?|payments?|ssi|ssdi|social security|disability|retirement|finances)"
    ),
    "as_payee": (
        r"(?:(?:is|was made|became|serves|acts|has been|who is|whos|being|thats|that is|as|,) )(?:(?:still|also|currently|now|"
        r"the|my|her|his|our|own|legal|listed|named|down|on|papers|record|as|for) )*(?:rep(?:resentative)?\.? )?payee"
    ),
    "title2_kind": (
        "(?:ssdi?|(?:social security )?retirement|survivors?|widows?|regular (?:social security|one|ss)|social security|"
        "disability|old age)"
    ),
    "minor_age": (
        "(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
        r"seventeen)\b(?! ?(?:dollars|months?|days?|weeks?|hours?|minutes|miles|%|percent|times|years? ago|of\b|st\b|th\b))"
    ),
    "adult_age": (
        "(?:1[89]|[2-9][0-9]|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy)"
        "(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
    ),
    "payee": r"(?:rep(?:resentative)?\.? )?payees?",
    "org": (
        r"(?:group home|agency|nursing home|facility|organi[sz]ation|county|non ?-?profit|shelter|program|care home|"
        r"charity|assisted living(?: place)?|mental health (?:center|clinic|place)|clinic|company|"
        r"(?:social )?services? agency|state hospital|catholic charities|goodwill|board and care|lawyers office)"
    ),
    "abroad": (
        r"(?:the )?(?:mexico|tijuana|cancun|canada|toronto|vancouver|montreal|spain|madrid|barcelona|portugal|lisbon|"
        r"france|paris|germany|berlin|munich|frankfurt|italy|rome|milan|sicily|greece|athens|crete|israel|jerusalem|tel aviv|"
        r"ireland|dublin|poland|warsaw|krakow|philippines|manila|cebu|japan|tokyo|osaka|okinawa|colombia|bogota|medellin|"
        r"costa rica|panama|ecuador|quito|cuenca|dominican republic|santo domingo|el salvador|guatemala|honduras|nicaragua|"
        r"haiti|jamaica|kingston|india|mumbai|delhi|kerala|punjab|thailand|bangkok|chiang mai|vietnam|saigon|hanoi|china|"
        r"beijing|shanghai|hong kong|taiwan|korea|south korea|seoul|brazil|rio|sao paulo|argentina|buenos aires|peru|lima|"
        r"chile|bolivia|uruguay|paraguay|venezuela|cuba|belize|bahamas|barbados|trinidad|guyana|suriname|england|london|"
        r"scotland|wales|uk|u\.k\.|united kingdom|britain|northern ireland|europe|netherlands|holland|amsterdam|belgium|"
        r"brussels|luxembourg|switzerland|zurich|geneva|austria|vienna|hungary|budapest|czech republic|czechia|prague|"
        r"slovakia|slovenia|croatia|serbia|bosnia|albania|macedonia|bulgaria|romania|moldova|ukraine|kyiv|kiev|russia|"
        r"moscow|belarus|lithuania|latvia|estonia|finland|sweden|stockholm|norway|oslo|denmark|copenhagen|iceland|malta|"
        r"cyprus|turkey|istanbul|egypt|cairo|morocco|algeria|tunisia|libya|nigeria|lagos|ghana|accra|kenya|nairobi|uganda|"
        r"tanzania|ethiopia|eritrea|somalia|sudan|senegal|liberia|sierra leone|cameroon|congo|rwanda|zambia|zimbabwe|"
        r"south africa|cape verde|ivory coast|lebanon|beirut|syria|iraq|iran|kuwait|qatar|dubai|emirates|uae|"
        r"saudi arabia|yemen|oman|pakistan|karachi|afghanistan|bangladesh|sri lanka|nepal|bhutan|myanmar|burma|cambodia|"
        r"laos|malaysia|singapore|indonesia|bali|australia|sydney|melbourne|new zealand|fiji|tonga|armenia|azerbaijan|"
        r"kazakhstan|uzbekistan|mongolia|another country|a foreign country|a different country|my home country|"
        r"my (?:old )?country|africa|asia|south america|central america|latin america|the caribbean)"
    ),
    "state": (
        r"(?:alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|"
        r"illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|"
        r"missouri|montana|nebraska|nevada|new hampshire|new jersey|jersey|new mexico|new york|ny|nyc|north carolina|"
        r"north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|"
        r"vermont|virginia|washington|west virginia|wisconsin|wyoming|dc|chicago|houston|dallas|phoenix|philadelphia|"
        r"detroit|boston|seattle|los angeles|brooklyn|miami|cleveland|denver|atlanta)"
    ),
    "license": (
        r"(?:(?:valid|current|real|state|good|unexpired|new|old|us|american|drivers?|driver|driving|photo|active|"
        r"legal|official|government|state issued|issued) )*"
        r"(?:licen[sc]es?|lisence|liscense|state id|states id|state ids|state i\.d\.?|real id|id card|photo id|dmv id|dl)"
    ),
    "letter": _LETTER,
    "our_letter": (
        r"(?<!eviction )(?<!shutoff )(?<!shut off )(?<!divorce )(?<!appointment )(?<!benefit )(?<!verification )(?<!of )"
        rf"{_LETTER}"
    ),
    "weeks": (
        r"(?:(?:two|three|four|five|six|seven|eight|[2-8]|couple(?: of)?|few|several) (?:weeks|wks)|"
        r"(?:1[1-9]|[2-5]\d|60|eleven|twelve|fifteen|twenty|thirty|forty|fifty) days|(?:a|one) month)"
    ),
    "months": (
        r"(?:(?:three|four|five|six|seven|eight|nine|ten|eleven|[3-9]|1[0-2]|several|many|few) months|half a year|"
        r"(?:a|one|two|three|\d) years?)"
    ),
    "few_days": (
        r"(?<!next )(?<!until )(?<!for )(?<!by )(?<!due )(?<!before )(?:today|yesterday|yesterdy|this morning|this week|last night|this afternoon|just now|a minute ago|an hour ago|"
        r"the other day|(?:on |this |last )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
        r"(?! (?:i have|at|in))|(?:about |like |only |maybe |just )*(?:(?:a|one|two|three|four|five|six|seven|eight|nine|"
        r"ten|[1-9]|10|a few|few|a couple(?: of)?|couple(?: of)?) days?|(?:a|one|1) week) (?:ago|back|old)|last week|"
        r"(?:a )?(?:few|couple(?: of)?) days (?:ago|back))"
    ),
    "few_weeks": (
        r"(?:about |around |roughly |like |only |maybe |just |well |over |almost |nearly |at least |more than )*(?:"
        r"(?:two|three|four|five|six|seven|eight|[2-8]|a couple(?: of)?|couple(?: of)?|a few|few|several) (?:weeks?|wks?)"
        r" (?:ago|back|old|now)|(?:1[1-9]|[2-5]\d|60|eleven|twelve|fifteen|twenty|thirty|forty|fifty) days (?:ago|back|old)|"
        r"(?:a|one|1) (?:month|mo)(?: and a half)? (?:ago|back|old)|last month)"
    ),
    "long_ago": (
        r"(?:about |around |roughly |like |only |maybe |just |well |over |almost |nearly |at least |more than )*(?:"
        r"(?:three|four|five|six|seven|eight|nine|ten|eleven|[3-9]|1[0-2]|several|many|a few|few|two and a half|2 and a half)"
        r" (?:months|mos?|mnths) (?:ago|back|old|now)|half a year (?:ago|back)|last (?:year|spring|summer|fall|autumn|winter)|"
        r"(?:a|one|1|two|2|three|3|four|five|couple(?: of)?|few|\d) years? (?:ago|back|old)|"
        r"(?:9|1\d|nine|ten|eleven|twelve) (?:weeks|wks) (?:ago|back|old)|(?:6[1-9]|[7-9]\d|[1-3]\d\d) days (?:ago|back|old))"
    ),
    "someone": (
        r"(?:(?:someone|somebody|some1|they|a (?:scammer|thief|hacker|crook)|scammers?|thieves|hackers?|some (?:guy|crook|"
        r"one)|he|she|whoever|crooks|my (?:ex|son|daughter|nephew|cousin|brother|sister|roommate|caregiver)) "
        r"(?:has |have |had |just |went and |been |is |must have |keeps |got in and )*)?"
    ),
    "stopped": (
        r"(?:stopp?(?:ed|ing|s|in)?|cut(?:ting)?(?: (?:me|us|him|her|it|my \w+))?(?: off)?|suspend\w*|suspension|"
        r"terminat\w*|end(?:ed|ing)|ceased?|discontinu\w*|shut(?: it| me| my \w+)? (?:off|down)|turned off|halted|"
        r"cancell?ed|no (?:more )?(?:check|payment)s?|kicked (?:me|him|her|us|my \w+) off|took away|taken away|"
        r"quit paying|not pay(?:ing)?|cutoff|cut-off|lost my (?:ssi|benefits|check)|payments? held|paused)"
    ),
    "form_missing": (
        r"(?:(?:didnt|did not|never|forgot to|failed to|havent|not|hadnt|failure to|for not|dont|late|"
        r"because i didnt) (?:get around to |even |ever |got to )?(?:answer\w*|return\w*|send|sent|sending|"
        r"reply\w*|replied|respond\w*|fill\w*(?: out| in)?|mail|mailed|complet\w*|turn\w* in|sign|signed|finish|"
        r"cooperat\w*|provid\w*|(?:do|did|got|get|see|saw|receiv\w*|open|opened)(?= (?:\w+ ){0,5}?(?:form|letter|"
        r"paper|questionnaire|mail|notice|review|packet|redetermination|census)))\b(?: (?:back|a|the|their|my|any|"
        r"no|that|some|in|out|to|it|this|them|his|her|from|review|redetermination|ssi|yearly|annual|questionnaire|"
        r"form|paper|of|such|kind|mail|letter|and|send|return|or|one)){0,7}|(?:mail|letters?|envelopes?|"
        r"something they mailed)(?: (?:was|were|got|came|has been|have been|kept|coming|is|keeps|went|comes|"
        r"they sent|to me|i never got|that|my|it|had))* (?:back|returned|undeliverable|undelivered|bounced|"
        r"to (?:my|the|our) old (?:address|place|apartment|house))|(?:missing|missed|lost|forgot|late|skipped|"
        r"unsigned|incomplete) (?:a |the |my |some |on |with |that |sending |turning in |their |"
        r"filling out )*(?:forms?|papers?|paperwork|review|questionnaire|redetermination|wage report|interview|"
        r"phone call|appointment)|(?:forms?|papers?|paperwork|letters?|questionnaire|review|"
        r"packet)(?: \w+){0,3}? (?:never|didnt|did not|not|wasnt|missing)(?: \w+)? ?(?:reach(?:ed)?|came|come|got|"
        r"get|arrived?|made it|received|returned|sent|signed|filled|back|in|done)|(?:dont|do not|didnt|couldnt|"
        r"cant|doesnt) (?:know|find) (?:out )?(?:where (?:i|she|he|we|my \w+) (?:lives?|am|is|stay|was|moved|at)|"
        r"me\b|my (?:new )?address)|whereabouts|no (?:current|good|known|valid) address|(?:returned|bad|wrong|"
        r"old) (?:mail|address)|failure to (?:provide|respond|cooperate|return|comply|answer))"
    ),
    "decision": (
        r"(?:too much(?: money| income| savings| in (?:the|my|her|his) \w+| resources| earnings| work| hours|"
        r" cash)?|(?:over|above|past|more than|exceed\w*)(?: the| your| my)? ?(?:limit|resource\w*|asset\w*|income|"
        r"\$?2,?000|two thousand|sga|amount)|(?:my |her |his |the )?(?:work(?:ed|ing|s)?|wages|job|earnings|"
        r"marriage|married|inherit\w*|savings|income|resources?|assets|settlement|hours|(?:bank|account) balance|"
        r"life insurance|back ?pay|lump sum|paycheck|part time)\b|(?:no longer|not|isnt|aint|wasnt) disabled|"
        r"not (?:sick|disabled) (?:enough|any ?more)|(?:got|gotten|am|is|im|was|getting|hes|shes|doing|"
        r"feel\w*) (?:all |much )?better|medical(?:ly)? (?:improve\w*|cessation|review)|(?:condition|"
        r"health) (?:has |had |is |got |have )?improved|improve(?:d|ment)|can (?:go back to )?work\b|(?:money|"
        r"cash)(?: \w+){0,4} (?:in (?:my|her|his|the) (?:bank|account|savings|checking|name)|left in)|(?:made|"
        r"earned|worked|earn|make|making) (?:too|over|more)|adult rules|failed (?:my|the|his|"
        r"her) (?:medical )?review)"
    ),
    "they_say": (
        r"(?:wrote|called|call|letter|notice|e?mail|emailed|text|phoned|sent|said|says|told|tells|asked|asking|wants?|"
        r"wanted|saying|contacted|rang|claims rep|lady|made me|needs?|message)"
    ),
    "prove_id": (
        r"(?:(?:in person|come|come in|be seen) with|come in wit|prove|proof|proving|verif\w+|confirm\w*|show|"
        r"bring|bring in|identify|validate|present) (?:\w+ ){0,5}?(?:identity|identification|id\b|i\.d\.|"
        r"who (?:i|he|she|we|they) (?:am|is|are|say|says|really)|(?:him|her|my)self|(?:its|it is|im|that im|theyre) "
        r"(?:really )?me)"
    ),
    "claim_goes_on": (
        r"(?:claim|application|applied|apply|retirement|survivors|benefits?|case|filing|my ssi|process(?:ing)?|"
        r"go(?:es)? (?:on|ahead)|continue|proceeds?|move forward|go any further|approve|finish|decide|medicare|widows|"
        r"held up|hold)"
    ),
    "essentials": (
        r"(?:(?:heart|blood|pressure|sugar|seizure|thyroid|diabetes|diabetic|asthma|nerve|baby|prescription|psych|mental|"
        r"anxiety|hiv|cancer|daily|last|thinner|pain|dog|kidney|lung|breathing|bp) )*(?:food|groceries|grocery|"
        r"medicines?|meds?|medications?|insulin|rent|heat|electricity|electric|formula|diapers|milk|lights?|power(?! of)|gas|"
        r"money to eat|pills|prescriptions?|inhalers?|bread|propane|fuel|oxygen|bills?|water|"
        r"place to (?:stay|live|sleep))"
    ),
    "cant": (
        r"(?:cant|cannot|can not|cnt|couldnt|could not|unable to|not able to|wont let me|wouldnt let me|doesnt let me|"
        r"cant even|can never|couldnt even|isnt able to|hasnt been able to|havent been able to|not allowed to|"
        r"can no longer|cant ever|never can)"
    ),
    "want": (
        r"(?:(?:want|wanna|need|copy|copies|print ?-?out|printed|print|get|request|requesting|send|order|see|download|"
        r"obtain|pull|getting|find|list|proof|require|asking|asked|ask|lawyer|look at|view)"
        r"(?: (?:a|an|the|my|her|his|our|moms|dads|full|whole|complete|certified|detailed|itemized|official|entire|"
        r"copy|copies|print|printout|print out|list|report|of|all|to|get|see|me|for|record|records|years?|ss|ssa|"
        r"social security|old|lifetime|own|from|yearly|out|husbands|wifes|mothers|fathers|husband|ex|late|have|us|"
        r"and|or|everything|in|it|paper|every|page|up|is|just|only))* |^(?:just |only |my |the |all |a |whole )*)"
    ),
}
"""What ``<name>`` stands for in the patterns of circumstances.yml."""

ONLY_WITH: Dict[Text, Text] = {
    "age_group": (
        r"^(?!.*\b(?:medicare|debit|gift|direct express|green card|credit|bank card|card number|card company|medicaid|"
        r"insurance|overpa\w+|denied|hearing|retire\w*|widow|benefits?|ssi|survivors?|checks?|record|draw\w*|spouse|disability|taxes|died|death|deceased)\b)"
        r".*(?:\bcards?\b|\bssn\b|\bsocial(?! sec\w*\b(?! (?:number|card)))\b|\ba number\b|\b(?:his|her|their|first|babys) numbers?\b|\bneed numbers\b)"
        r"|\b(?:ss|social|social security) cards?\b"
    ),
    "stop_reason": (
        r"^(?!.*\b(?:medicaid|snap|food stamps|extra help|long term disability|unemployment)\b).*"
        r"\b(?:stop\w*|cut\w*|suspen\w*|terminat\w*|end(?:ed|ing)|ceas\w*|off|held|hold\w*|no more|shut|halt\w*|"
        r"cancel\w*|back on|reinstat\w*|restart\w*|start\w*|turn\w*|kick\w*|lost my (?:ssi|check|benefits)|discontinu\w*|"
        r"withh\w*|paus\w*|dead|died|deceased|passed|alive|no (?:check|pay|payment|money)|not pay\w*|took|going again|jail|prison|locked up)\b"
    ),
    "phone_code": (
        r"^(?!.*\b(?:login|log ?in|log on|sign ?in|signing|cards?|apple|email|authenticator|password|walmart)\b)"
        r"|\bpin (?:page|thing|site|website)|/pin|\bone[ -]time\b"
    ),
    "online_account": (
        r"^(?!.*\b(?:netflix|apple id|gmail|facebook|medicare\.gov|direct express|cash app|chime|va\.gov|the app)\b)"
    ),
    "needs_money_today": (
        r"^(?!.*\b(?:overpa\w+|i owe|forgive|waive\w*|pay (?:it )?back|medicare|drug plan|extra help|premium|part d)\b)"
        r"|\b(?:food|eat|ate|eaten|rent|evict\w*|hungry|starving|landlord|lights|groceries)\b"
    ),
    "theft_kind": (
        r"^(?!.*\b(?:no|need|needs|first|new|get) (?:\w+ ){0,3}cards?\b)"
        r"|\b(?:st[eo]l\w*|thief|thieves|theft|scam\w*|hack\w*|fraud\w*|crook\w*|stranger\w*|some ?(?:one|body)|identity|"
        r"chang\w+|switch\w*|using|us(?:ed|es)|gave|told|leak\w*|breach|forged|went|goes?|going|sent|dark web|not mine|"
        r"drained|broke into|took|compromised|untouched)\b"
    ),
    "hearing_place": r"\b(?:hearing|judge|alj|odar|oho|reconsideration|recon)\b",
}
"""Circumstances that count only in a message that is about the matter, or in one that is not much longer than they."""

SHORT = 5
"""Words of a message that is not about anything else."""

OWN_MATTER = re.compile(
    r"\bmy (?:own )?(?:ssi|ssdi|retirement|checks?|payments?|benefits?|claim|(?:new |ss |social security )?card|appeal|"
    r"overpayment|disability|direct deposit|payee|hearing|case|survivors|medicare|social security|money|application|"
    r"deposit|ssn|waiver|name|premium|part b)\b|\bim (?:on|getting) (?:ssi|ssdi|disability)\b|\bi (?:get|receive|draw|collect) (?:my |a |the )?"
    r"(?:ssi|ssdi|retirement|disability|social security|survivors|widows)\b|\bi (?:applied|was denied|got denied|want to "
    r"(?:apply|collect|claim|retire)|need a new card|need a card|lost my|owe|am on|was overpaid|got a letter|filed|am \d\d|"
    r"never worked|have ssi)\b|\b(?:can|do|should|could|will|am|may) i (?:get|collect|draw|claim|apply|have to|need|still|file|lose|be|qualify|entitled)\b"
)
"""Signs that the matter is the writer's own, so that a relative who is only mentioned is not the one helped."""

STRONG_NEED = re.compile(
    r",? (?:(?:who|she|he|also|just|still|really|now|recently|\w+ly|hes|shes|whos|is|has|was) )*(?:needs?|wants?|gets?|lost|cant|cannot|couldnt|turned|"
    r"receives?|draws?|hasnt|doesnt (?:have|get|hear|understand|speak|know)|has no|gotten|applied|never|didnt get|got a letter|in a|in the|on ssi|"
    r"on ssdi|homebound|bed\w*|deaf|blind|hard of|disabled|\d{1,3}\b|qualif\w+|would like|wont|dementia|old|paralyzed|told|denied|needing|trying|grown|an adult)\b"
)
"""What a relative does who is helped even then."""

WIDEST = {"benefit": "both"}
"""Values that a later, narrower one does not replace: "i get both. my ssi is late"."""

DEAD = re.compile(
    rf"\b(?P<who>{_ADULT}|{_KID})(?: (?:just|has|had|have|recently|finally|who|is|was|already|suddenly))* "
    r"(?:died|dies|passed|gone|deceased|dead|alive|left this world)\b(?! (?:out|by|to|on|mistake|in their))"
    rf"|\b(?:late|dead|deceased) (?P<late>{_ADULT})\b"
    rf"|(?<!that )(?<!says )(?<!think )(?<!said )(?<!thinks )\b(?P<pronoun>(?:he|she) (?:just |has |had )?(?:died|passed)|"
    r"(?:hes|shes|he is|she is|hes been|shes been) (?:gone|dead|passed|no longer with us)|(?:he|she) was alive)"
)
"""Who is dead, and so not helped."""

MENTION = re.compile(
    rf"(?!(?:payee|guardian|care\w*|help\w*|assist\w*)\b)(?:(?:my|our|mi) )?(?:\w+ )*?(?:{_ADULT}|{_KID}),?"
)
DEAD_BY_PRONOUN = frozenset(
    {"mother", "mom", "father", "dad", "wife", "husband", "hubby", "uncle", "aunt", "grandma", "brother", "sister"}
)
"""Who "he died" may be said of."""

BETWEEN_CHOICES = re.compile(r"\W*(?:\w+ ){0,2}(?:or|vs|versus)(?: \w+){0,3}\W*")
