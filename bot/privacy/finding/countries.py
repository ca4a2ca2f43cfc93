"""Countries and what their people are called, in English, Spanish and French, without accents.

The United States and its territories are left out: having been born there tells little, and is often the question.
"""

from __future__ import annotations

_NAMES = """
afghanistan|afganistan|albania|albanie|algeria|argelia|algerie|angola|argentina|argentine|armenia|armenie|australia|australie|
austria|autriche|azerbaijan|bahamas|bangladesh|barbados|belarus|belgium|belgica|belgique|belize|benin|bhutan|bolivia|bolivie|
bosnia|botswana|brazil|brasil|bresil|bulgaria|burkina faso|burma|burundi|cambodia|camboya|cambodge|cameroon|camerun|cameroun|
canada|cape verde|cabo verde|cap-vert|central african republic|centrafrique|chile|chili|china|chine|colombia|colombie|comoros|
congo|rdc|costa rica|croatia|cuba|cyprus|czech republic|denmark|djibouti|dominica|dominican republic|republica dominicana|
republique dominicaine|santo domingo|ecuador|equateur|egypt|egipto|egypte|el salvador|eritrea|erythree|estonia|ethiopia|etiopia|
ethiopie|fiji|finland|france|francia|gabon|gambia|gambie|germany|alemania|allemagne|ghana|greece|grecia|grece|grenada|guatemala|
guinea|guinee|guinea-bissau|guyana|haiti|honduras|hong kong|hungary|india|inde|indonesia|indonesie|iran|iraq|irak|ireland|
irlanda|irlande|israel|italy|italia|italie|ivory coast|costa de marfil|cote d'ivoire|jamaica|jamaique|japan|japon|kazakhstan|
kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|libano|liban|liberia|libya|lithuania|luxembourg|macedonia|madagascar|malawi|
malaysia|mali|malta|martinique|mauritania|mauritanie|mauritius|mexico|mejico|mexique|moldova|mongolia|montenegro|morocco|
marruecos|maroc|mozambique|myanmar|namibia|nepal|netherlands|holland|holanda|pays-bas|new zealand|nicaragua|niger|nigeria|
north korea|norway|oman|pakistan|palestine|palestina|panama|papua new guinea|paraguay|peru|perou|philippines|the philippines|
filipinas|poland|polonia|pologne|portugal|qatar|romania|rumania|roumanie|russia|rusia|russie|rwanda|saint lucia|samoa|
saudi arabia|senegal|serbia|sierra leone|singapore|slovakia|slovenia|somalia|somalie|south africa|south korea|korea|corea|coree|
south sudan|spain|espana|espagne|sri lanka|sudan|soudan|suriname|sweden|switzerland|suiza|suisse|syria|siria|syrie|taiwan|
tajikistan|tanzania|chad|tchad|thailand|tailandia|togo|tonga|trinidad|tobago|tunisia|tunez|tunisie|turkey|turquia|turquie|
turkmenistan|uganda|ukraine|ucrania|united arab emirates|united kingdom|england|inglaterra|angleterre|scotland|wales|uruguay|
uzbekistan|venezuela|vietnam|viet nam|yemen|zambia|zimbabwe|guadalajara|tijuana|oaxaca|michoacan|puebla|jalisco|guerrero|
veracruz|zacatecas|san salvador|tegucigalpa|managua|bogota|medellin|caracas|quito|lima|la habana|havana|port-au-prince|
manila|saigon|hanoi|mumbai|delhi|lagos|dakar|kinshasa|kabul|damascus|baghdad|tehran|kyiv|kiev|moscow|london|paris
"""
_PEOPLE = """
mexican|mexicano|mexicana|mexicain|mexicaine|guatemalan|guatemalteco|guatemalteca|guatemalteque|honduran|hondureno|hondurena|
hondurien|hondurienne|salvadoran|salvadoreno|salvadorena|salvadorien|salvadorienne|nicaraguan|nicaraguense|nica|costarricense|
panamanian|panameno|panamena|colombian|colombiano|colombiana|colombien|colombienne|venezuelan|venezolano|venezolana|venezuelien|
venezuelienne|ecuadorian|ecuatoriano|ecuatoriana|peruvian|peruano|peruana|peruvien|peruvienne|bolivian|boliviano|boliviana|
chilean|chileno|chilena|argentinian|argentino|argentina|uruguayo|uruguaya|paraguayo|paraguaya|brazilian|brasileno|brasilena|
bresilien|bresilienne|cuban|cubano|cubana|cubain|cubaine|dominican|dominicano|dominicana|dominicain|dominicaine|haitian|haitiano|
haitiana|haitien|haitienne|jamaican|jamaiquino|jamaicain|jamaicaine|trinidadian|guyanese|filipino|filipina|filipinx|chinese|chino|
china|taiwanese|korean|coreano|coreana|japanese|vietnamese|vietnamita|vietnamien|vietnamienne|cambodian|laotian|hmong|thai|
burmese|karen|rohingya|nepali|nepalese|bhutanese|indian|hindu|pakistani|bangladeshi|bengali|afghan|afgano|iranian|persian|iraqi|
kurdish|syrian|syrien|syrienne|lebanese|libanais|libanaise|palestinian|jordanian|egyptian|yemeni|somali|somalian|ethiopian|
eritrean|sudanese|kenyan|nigerian|nigerien|ghanaian|liberian|congolese|congolais|congolaise|cameroonian|camerounais|camerounaise|
senegalese|senegalais|senegalaise|ivorian|ivoirien|ivoirienne|malien|malienne|guinean|guineen|guineenne|togolese|togolais|
togolaise|beninois|beninoise|burkinabe|gabonais|gabonaise|rwandan|rwandais|burundian|moroccan|marocain|marocaine|algerian|
algerien|algerienne|tunisian|tunisien|tunisienne|russian|ruso|rusa|russe|ukrainian|ucraniano|ucraniana|ukrainien|ukrainienne|
polish|polaco|polaca|polonais|polonaise|romanian|albanian|bosnian|serbian|croatian|bulgarian|armenian|georgian|italian|italiano|
italiana|italien|italienne|greek|german|aleman|alemana|british|english|irish|scottish|spaniard|espanol|espanola|portuguese|
canadian|canadiense|canadien|canadienne|australian
"""


def _read(words: str) -> frozenset:
    return frozenset(word.strip() for word in words.replace("\n", "").split("|"))


COUNTRIES = _read(_NAMES)
DEMONYMS = _read(_PEOPLE)
STATES = frozenset(
    """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|
kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|
new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|
south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico""".replace("\n", "").split("|")
)  # fmt: skip
STATE_CODES = [
    "AL",
    "AK",
    "AZ",
    "AR",
    "CA",
    "CO",
    "CT",
    "DE",
    "FL",
    "GA",
    "HI",
    "ID",
    "IL",
    "IN",
    "IA",
    "KS",
    "KY",
    "LA",
    "ME",
    "MD",
    "MA",
    "MI",
    "MN",
    "MS",
    "MO",
    "MT",
    "NE",
    "NV",
    "NH",
    "NJ",
    "NM",
    "NY",
    "NC",
    "ND",
    "OH",
    "OK",
    "OR",
    "PA",
    "RI",
    "SC",
    "SD",
    "TN",
    "TX",
    "UT",
    "VT",
    "VA",
    "WA",
    "WV",
    "WI",
    "WY",
    "DC",
    "PR",
    "VI",
    "GU",
]
