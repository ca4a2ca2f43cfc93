"""What an immigration status is called, in English, Spanish and French, and the words around it that say it is somebody's.

A name of a status alone tells nothing of a person: "can a refugee get SSI" stays. It goes where somebody is said to be
or to have it (``HELD_BEFORE``), or where it stands by itself like a remark ("refugee from [country], they gave ...").
"""

from __future__ import annotations

import re

_VISA_KIND = (
    r"u|t|k-?[1-4]|f-?[12]|j-?[12]|h-?1-?b|h-?2-?[ab]|h-?4|l-?[12]|o-?1|r-?1|b-?[12]|b1/b2|student|work|tourist|visitor|fiancee?|marriage|spouse|immigrant|diversity|humanitarian|"
    r"special(?: immigrant)?|religious(?: worker)?"
)
_NAMES = (
    r"un-?documented|undocumentd|indocumented",
    r"(?:conditional|lawful|legal|temporary|long ?time)?\s?(?:permanent|conditional|lawful|legal)\s(?:residents?|residency)|lprs?|(?:the )?(?:conditional |temporary |expired )?green\s?card(?:\s?holders?)?|gc holders?|us residents?",
    r"refugees?|refugee status|asylees?|asylum(?:\s(?:case|claim|application|seekers?|applicants?|pending|status|granted|approved))?|pending asylum|parolees?|(?:humanitarian |immigration |advance )?parole|"
    r"withholding of removal|special immigrants?|sij|siv|cuban(?:[ /-]haitian)? entrants?|vawa",
    r"tps(?:\s(?:holders?|recipients?))?|temporary protected(?: status)?|daca(?:\s(?:recipients?|kids?|holders?))?|dreamers?",
    rf"(?:expired |pending )?(?:(?:{_VISA_KIND})[ -](?:non-?immigrant )?visas?|h-?1-?b|h-?2-?[ab]|f-?1|j-?1|l-?1|k-?1|h-?4|o-?1)(?: status| holder| student)?",
    r"work permit|work authorization|ead|employment authorization",
    r"(?:us |u\.s\. |american |dual |naturali[sz]ed )?citizens?(?!ship)|naturali[sz]ed(?: citizens?)?|non-?\s?citizens?|not (?:an? )?(?:us |u\.s\. |american )?citizens?|(?:not|isnt|isn't|aint|ain't|never been) (?:here )?legal(?!\w| (?:guardian|age|aid|rep|to|for))|never (?:got|had) (?:my |his |her |their |any )?papers(?! (?:for|from|about|in the mail))|"
    r"permanent(?=\s*[,.!;]| now)",
    r"no papers|no status|no legal status|no immigration status|without papers|out of status|illegal(?:ly)?|illegals?|unauthorized|expired visa|overstay(?:ed)?",
    r"(?:inmigrante )?indocumentad[oa]s?|sin (?:papeles|documentos|estatus|status)|ilegal(?:es|mente)?|residentes?(?: (?:permanentes?|legal(?:es)?|condicional(?:es)?))*(?! del? (?:una? )?(?:asilo|hogar|casa|edificio|condado))|residencia(?: permanente)?|residente?(?! (?:d[eu']|(?:of|in|at)\b))|"
    r"naturalizad[oa]s?|ciudadan[oa]s?(?: (?:american[oa]s?|naturalizad[oa]s?|estadounidenses?))*(?! de (?!los estados))|refugiad[oa]s?|asilad[oa]s?|asilo(?: (?:politico|aprobado|pendiente))?|"
    r"solicitantes? de asilo|tarjeta verde|green ?card|mica|permiso de trabajo|sonador[ae]?s?|"
    r"visa (?:u|t|de (?:trabajo|estudiante|turista|victima)|humanitaria|vencida)|parole(?: humanitario)?|estatus (?:legal|temporal|migratorio)",
    r"sans[- ]papiers?|clandestine?s?|refugiee?s?|(?:avec )?asile(?: (?:accorde|obtenu|politique))?|demandeu(?:r|se)s? d'asile|residente?s? (?:permanente?s?|legale?s?|conditionnel(?:le)?s?)|"
    r"(?:titulaires? d(?:e la|'une|e) )?carte verte|citoyen(?:ne)?s?(?: americaine?s?)?|naturalise?e?s?|en situation irreguliere|permis de travail|"
    r"(?:visa )?etudiante? (?:f-?1|j-?1)|visa (?:etudiante?s?|de travail|touriste|humanitaire|f-?1|j-?1|u|t)|titre de sejour|statut (?:de refugie|protege|temporaire)",
)
NAME = re.compile(rf"(?<![a-z0-9'-])(?:{'|'.join(_NAMES)})(?![a-z0-9-]|'[a-z])")

_FAMILY = (
    r"mom|mum|mama|mother|ma|dad|daddy|papa|father|pa|parents?|folks|wife|husband|hubby|spouse|partner|girlfriend|boyfriend|fiancee?|son|daughter|kids?|child|children|baby|boy|girl|brothers?|"
    r"sisters?|sis|bro|aunt|auntie|uncle|cousins?|nephew|niece|grandma|grandmother|granny|grandpa|grandfather|granddad|grandparents|grandson|granddaughter|in-laws?|stepson|stepdaughter|"
    r"stepdad|stepmom|neighbor|friend|client|family|esposo|esposa|marido|mujer|hijo|hija|hijos|madre|padre|papas?|padres|hermano|hermana|tio|tia|abuelo|abuela|abuelos|sobrino|sobrina|"
    r"primo|prima|cunado|cunada|suegro|suegra|novio|novia|vecino|vecina|familia|mari|femme|mere|pere|fils|fille|frere|soeur|cousine?|tante|oncle|neveu|niece|parents|conjointe?"
)
_HELD_BY = (
    rf"(?:i|we|he|she|who|they|both|us|me|(?:my|his|her|our|the)\s(?:\w+[\s-]){{0,3}}?(?:{_FAMILY})s?(?:'s)?(?:\sin\slaw)?|(?:{_FAMILY})s?(?:'s)?)\s+(?:[\w\x00]+\s+){{0,5}}?"
    r"(?:am|is|are|was|were|been|be|have|has|had|got|gets|get|getting|hold|holds|held|on|with|w/|as|under|granted|entered|came|comes|came in|arrived|living|here|became|status is|status)\s+|"
    rf"(?:(?:mi|mis|su|sus)\s(?:\w+\s){{0,2}}?(?:{_FAMILY})|yo|el|ella|ellos|nosotros|(?:{_FAMILY}))\s+(?:[\w\x00]+\s+){{0,5}}?"
    r"(?:soy|somos|eres|es|son|era|estoy|esta|estan|estamos|tengo|tiene|tienen|tenemos|con|como|llegue|llego|llegamos|vino|vine|entre|entro|entramos|quede|quedo)\s+|"
    rf"(?:je|j'|nous|il|elle|ils|elles|on(?=\s(?:est|n'est|n'a|a\s(?:le|la|les|un|une|notre|nos|eu|obtenu|recu|tous|toutes|toujours|deja|encore|pas|des|aussi|enfin))\b)|(?:mon|ma|mes|son|sa|ses)\s(?:\w+\s){{0,2}}?(?:{_FAMILY}))\s+(?:[\w\x00]+\s+){{0,5}}?"
    r"(?:suis|est|sont|sommes|etait|etais|devenue?s?|obtenu|ai|as|a|ont|avons|avec|comme|arrivee?s?|venue?s?)\s+"
)
"""Somebody, and a word that says that they are or have it, in one language."""
_ONE = r"been|im|i'm|ive|i've|we're|were both|hes|he's|shes|she's|they're|theyre|soy|somos|estoy|estamos|tengo|tenemos|me dieron|le dieron|les dieron|nos dieron|me aprobaron|le aprobaron|llegue con|vengo con|suis|jsuis|j'suis|chui|chuis|sommes|j'ai|jai|me hice"
_LINK_ALONE = r"got|have|es|esta|como|comme|as|con|avec|came as|came with|came on|status is|estatus es|statut est"
_FILL = (
    r"us|statut de|status of|a|an|the|my|his|her|our|their|now|also|still|just|only|already|currently|finally|both|all|really|technically|here|in|on|with|as|by|through|from|legal|since|not|no|yet|her|u|"
    r"un|una|el|la|los|las|mi|su|ya|todavia|aun|tambien|ahora|aqui|con|como|por|"
    r"une|le|les|l'|mon|ma|sa|son|maintenant|encore|toujours|deja|juste|enfin|aussi|ici|avec|comme|des|approved|pending|got|yrs?|years?|\d{1,2}"
)
HELD_BEFORE = re.compile(
    rf"(?:\A|[^a-z0-9])(?:{_HELD_BY}|(?:{_ONE})\s+|(?:my|his|her|our|mi|su|mon|ma|sa|son)\s(?:\w+[\s-]){{0,2}}?(?:{_FAMILY})s?\s+)"
    rf"(?:(?:{_FILL})[\s,]+){{0,4}}\Z"
)
"""Somebody is it, or has it: "my son is on", "tengo", "elle a le"."""
LINKED_BEFORE = re.compile(rf"(?:\A|[^a-z0-9])(?:{_LINK_ALONE})\s+(?:(?:{_FILL})[\s,]+){{0,4}}\Z")
"""The same without the somebody: "as a", "con"."""
ALONE_BEFORE = re.compile(
    r"(?:\A|[,.;:!?(\n-])\s*(?:(?:hi|hello|hey|ok|okay|so|well|yeah|yes|now|and|but|also|finally|still|currently|long ?time|hola|bueno|si|pues|ahora|ya|y|pero|bonjour|oui|alors|maintenant|et|mais|enfin)[\s,]+){0,3}\Z|"
    r"\b(?:now|maintenant|ahora|finally|enfin|por fin|after)\s+(?:an?\s+)?\Z"
)
ALONE_BEHIND = re.compile(
    r"\s*(?:since|as of|now|here|from|for \d|for (?:a|many|over|about|almost)|until|w/|pending|approved|desde|hace|de (?!trabajo)|aqui|por|depuis|ici|ahora|ya|par|accorde\w*|\d|in (?:\d|\x00)|[,.;!)]|\x00|and\b|but\b|y\b|pero\b|et\b|mais\b|\Z)"
)
"""A remark that stands by itself: "citizen since 96", "refugee from Laos, they gave me ..."."""
APPOSED_BEFORE = re.compile(rf"(?:\b(?:{_FAMILY})s?(?:\s\w+)?|\x00),\s*(?:(?:an?|un|una|une)\s)?\Z")
"""Said of a relative in passing: "my husband, a"."""
GENERAL = re.compile(
    r"\b(?:someone|somebody|some one|anyone|anybody|any|every|everyone|people|a person|persons?|immigrants?|folks|those|families|you|your|u|do they|does (?:ssa|ssi|social security|anybody|anyone)|do (?:you|i) need|"
    r"need|needs|require\w*|ask for|asks for|what is|what's|whats|how (?:do|does|to)|can (?:an?|the)\b|are (?!(?:my|our|they|we)\b)\w+s?\Z|is (?:an?|the)\Z|if (?:an?|the|you|someone)|"
    r"for (?:an?\s)?\Z|to be\b|want\w* to|apply\w* for|appl\w*|becom\w*|about|or|"
    r"una? persona|personas|gente|alguien|cualquier\w*|quien|si uno|uno|los|las|piden|necesit\w*|se puede|puede un\w*|para|"
    r"quelqu'un|les|des|gens|personnes?|on peut|peut un\w*|faut|un\Z|une\Z|pour)\b[^,.;!?]{0,40}\Z"
)
"""What is asked of everybody, or asked for."""
