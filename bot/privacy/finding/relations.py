"""What people call their relatives and those they speak for, in English, Spanish and French, misspelt as well."""

from __future__ import annotations

_ENGLISH = (
    r"mom(?:m?(?:y|ie|a))?|mum(?:my)?|mama|mother|moth?er|mtoher|dad(?:dy)?|papa|father|wife|wif|husban?d?|husbend|husb|hubby|spouse|partner|girlfriend|boyfriend|gf|bf|fianc[e]{1,2}|son|daught?er|daugther|dauther|doughter|kid|child|baby|boy|girl|brother|bro|sister|sis|"
    r"aunt(?:ie|y)?|uncle|cousin|cuz|nephew|neice|niece|grand(?:ma|mother|mom|pa|father|dad|son|daughter|child|kid|baby)|granny|nana|gramps|step(?:son|daughter|mom|mother|dad|father|brother|sister)|"
    r"(?:mother|father|brother|sister|son|daughter)[ -]in[ -]law|ex|neighbor|neighbour|friend|roommate|landlord|boss|client|patient|payee|caregiver|aide|caseworker|case worker|social worker|lawyer|attorney|doctor|pastor|godson|goddaughter|twins?|guy|buddy|nurse|worker|helper|case manager|therapist"
)
ROMANCE_RELATIVES = (
    r"esposo|esposa|marido|mujer|hijo|hija|hijito|hijita|nino|nina|bebe|madre|mami|padre|papi|hermano|hermana|tio|tia|abuelo|abuela|abuelito|abuelita|sobrino|sobrina|primo|prima|nieto|nieta|cunado|cunada|suegro|suegra|yerno|nuera|novio|novia|"
    r"companero|companera|vecino|vecina|amigo|amiga|ahijado|ahijada|comadre|compadre|cliente|paciente|mari|femme|epoux|epouse|fils|fille|garcon|mere|maman|pere|frere|soeur|cousine?|tante|oncle|neveu|niece|conjointe?|copain|copine|voisine?|amie?|"
    r"belle-(?:mere|soeur|fille)|beau-(?:pere|frere|fils)|petit-fils|petite-fille|grand-(?:mere|pere)|mamie|papi"
)
RELATIVES = f"{_ENGLISH}|{ROMANCE_RELATIVES}"
