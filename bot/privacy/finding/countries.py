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
manila|saigon|hanoi|mumbai|delhi|lagos|dakar|kinshasa|kabul|damascus|baghdad|tehran|kyiv|kiev|moscow|london|paris|
rep dominicana|rep. dominicana|r. dominicana|la dominicana|dominican rep|dominican rep.|dom rep|dom. rep.|uk|u.k.|drc|d.r.c.|rd congo|uae|ussr|u.s.s.r.|soviet union|the soviet union|
union sovietica|urss|union sovietique|yugoslavia|czechoslovakia|checoslovaquia|east germany|zaire|ceylon|persia|gaza|west bank|crimea|tibet|kurdistan|chechnya|
saint vincent|st vincent|st. vincent|saint kitts|st kitts|st. kitts|antigua|barbuda|northern ireland|great britain|republic of congo|congo kinshasa|congo brazzaville|
the netherlands|the gambia|the bahamas|the dominican republic|the congo|phillipines|philipines|phillippines|guatamala|hondurus|columbia|equador|
chiapas|sinaloa|sonora|durango|guanajuato|chihuahua|nuevo leon|tamaulipas|yucatan|quintana roo|morelos|nayarit|colima|
queretaro|aguascalientes|coahuila|monterrey|acapulco|ciudad juarez|juarez|barranquilla|guayaquil|cuzco|san pedro sula|quetzaltenango|huehuetenango|ciudad de guatemala|
ciudad de mexico|kingston|georgetown|port of spain|cap-haitien|cap haitien|port au prince|les cayes|jacmel|gonaives|abidjan|bamako|conakry|lome|cotonou|douala|yaounde|brazzaville|
accra|nairobi|addis ababa|mogadishu|asmara|khartoum|cairo|casablanca|tunis|algiers|alger|beirut|amman|aleppo|istanbul|ankara|seoul|beijing|shanghai|guangzhou|
fujian|taipei|tokyo|cebu|davao|ho chi minh city|phnom penh|vientiane|yangon|rangoon|dhaka|karachi|lahore|islamabad|kathmandu|punjab|gujarat|kerala|chennai|
bangalore|kolkata|calcutta|warsaw|krakow|odessa|lviv|minsk|bucharest|belgrade|sarajevo|tirana|palermo|sicily|sicilia|madrid|barcelona|lisbon|azores|the azores|dublin|
belfast|glasgow|toronto|montreal|vancouver
"""
_FURTHER_NAMES = """
afrique du sud|andorra|andorre|anguila|anguilla|antigua & barbuda|antigua and barbuda|antigua y barbuda|antigua-et-barbuda|
arabia saudi|arabie saoudite|aruba|azerbaidjan|azerbaiyan|bahrain|bahrein|banglades|barbade|barein|belice|bermuda|bermudas|
bermudes|bhoutan|bielorrusia|bielorussie|bosnia & herzegovina|bosnia and herzegovina|bosnia y herzegovina|bosnie-herzegovine|
botsuana|british virgin islands|brunei|bulgarie|butan|catar|cayman islands|chequia|chipre|chypre|comoras|comores|
congo-brazzaville|congo-kinshasa|cook islands|corea del norte|corea del sur|coree du nord|coree du sud|croacia|croatie|curacao|
curazao|czechia|danemark|dinamarca|emiratos arabes unidos|emirats arabes unis|equatorial guinea|eslovaquia|eslovenia|estonie|
esuatini|eswatini|falkland islands|faroe islands|fidji|finlande|finlandia|fiyi|french guiana|french polynesia|gibraltar|
greenland|grenade|groenland|groenlandia|guadeloupe|guayana francesa|guinea ecuatorial|guinea-bisau|guinee equatoriale|
guinee-bissau|guyane francaise|hongrie|hungria|iceland|iles caimans|iles cook|iles feroe|iles malouines|iles marshall|
iles salomon|iles turques-et-caiques|iles vierges britanniques|islande|islandia|islas caiman|islas cook|islas feroe|
islas malvinas|islas marshall|islas salomon|islas turcas y caicos|islas virgenes britanicas|jordan|jordania|jordanie|kazajistan|
kenia|kirghizstan|kirguistan|kiribati|koweit|lesotho|lesoto|letonia|lettonie|libia|libye|liechtenstein|lituania|lituanie|
luxemburgo|macedoine du nord|macedonia del norte|malaisie|malasia|malaui|maldivas|maldives|malte|marshall islands|martinica|
mauricio|mayotte|micronesia|micronesie|moldavia|moldavie|monaco|mongolie|namibie|nauru|new caledonia|niue|north macedonia|
noruega|norvege|nouvelle-caledonie|nouvelle-zelande|nueva caledonia|nueva zelanda|ouganda|ouzbekistan|paises bajos|palaos|palau|
palestinian territories|papouasie-nouvelle-guinee|papua nueva guinea|polinesia francesa|polynesie francaise|reino unido|
republica centroafricana|republica democratica del congo|republique centrafricaine|royaume-uni|ruanda|sahara occidental|
saint kitts and nevis|saint pierre and miquelon|saint vincent and grenadines|saint-christophe-et-nieves|
saint-pierre-et-miquelon|saint-vincent-et-les grenadines|sainte-lucie|san cristobal y nieves|san pedro y miquelon|
san vicente y las granadinas|santa lucia|santo tome y principe|sao tome & principe|sao tome and principe|sao tome-et-principe|
serbie|seychelles|sierra leona|singapour|singapur|sint maarten|slovaquie|slovenie|solomon islands|soudan du sud|
st kitts and nevis|st lucia|st pierre and miquelon|st vincent and grenadines|st. kitts & nevis|st. kitts and nevis|st. lucia|
st. pierre & miquelon|st. pierre and miquelon|st. vincent & grenadines|st. vincent and grenadines|sudafrica|sudan del sur|
suecia|suede|surinam|tadjikistan|tanzanie|tayikistan|tchequie|territoires palestiniens|territorios palestinos|thailande|
timor oriental|timor-leste|tokelau|trinidad & tobago|trinidad and tobago|trinidad y tobago|trinite-et-tobago|turkiye|
turks & caicos islands|turks and caicos islands|tuvalu|vanuatu|wallis & futuna|wallis and futuna|wallis y futuna|
wallis-et-futuna|western sahara|yibuti|zambie|zimbabue
"""
"""The rest of the names of territories in the Unicode CLDR (as Babel has them), but for those that are more often something else (Georgia, Jersey)."""
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
canadian|canadiense|canadien|canadienne|australian|
ecuadorean|salvadorian|hondurian|argentine|argentinean|uruguayan|paraguayan|belizean|barbadian|bajan|bahamian|grenadian|antiguan|turkish|israeli|saudi|kuwaiti|libyan|
tunisian|algerian|malian|chadian|tchadien|tchadienne|gambian|beninese|togolese|gabonese|angolan|zambian|zimbabwean|ugandan|tanzanian|south african|mozambican|malagasy|
malgache|dutch|belgian|belge|swiss|french|francais|francaise|austrian|swedish|norwegian|danish|finnish|czech|slovak|hungarian|hungaro|slovenian|macedonian|montenegrin|
kosovar|moldovan|moldavo|belarusian|lithuanian|latvian|estonian|azerbaijani|kazakh|uzbek|tajik|kyrgyz|turkmen|mongolian|tibetan|sri lankan|malaysian|indonesian|
singaporean|lao|fijian|samoan|tongan|micronesian|marshallese|palauan|georgiano|georgiana|turco|turca|arabe|sirio|siria|libanes|libanesa|iraqui|irani|hindu|japones|japonesa|
ingles|inglesa|frances|francesa|portugues|portuguesa|griego|griega|rumano|rumana|coreen|coreenne|chinois|chinoise|japonais|philippin|philippine|indien|indienne|
pakistanais|afghane?|iranien|iranienne|irakien|irakienne|kurde|egyptien|egyptienne|ethiopien|ethiopienne|erythreen|somalien|somalienne|soudanais|kenyan|ghaneen|
comorien|mauricien|guadeloupeen|martiniquais|quebecois|grec|grecque|albanais|bulgare|roumain|roumaine|serbe|croate|armenien|armenienne|turc|turque
"""


def _read(words: str) -> frozenset:
    return frozenset(word.strip() for word in words.replace("\n", "").split("|"))


COUNTRIES = _read(_NAMES) | _read(_FURTHER_NAMES)
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
