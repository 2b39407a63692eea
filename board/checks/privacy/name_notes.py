"""First names as notes have them: with a street and no verb (“Greet, Lindelaan”), or a class (“Sem uit groep 4”)."""

import re

from board.checks.privacy.lists import endings, words
from board.checks.privacy.name_cues import is_first_name, is_of_case, is_unknown
from board.checks.privacy.name_words import Words

STREET = (
    r"[A-Z][\w'\-]*(?:straat|straatje|laan|laantje|plein|gracht|singel|dreef|kade|plantsoen|steeg|weg|hof|hofje|"
    r"pad|dijk|"
    r"haven|markt|park|erf|brink|wal|vest|donk|akker|veld|ring|zoom|einde?|diep|vaart|kanaal|str\.?|ln\.?|wg\.?|pln\.?|"
    r"Singel|Haven|Steeg|Markt|Brink)(?![\w\-])|"
    r"(?:Singel|Haven|Steeg|Markt|Brink|Hofje|Dijk|Kade|Gracht|Plein|Laan)(?!\w)"
)
# Where somebody lives in a building: “flat Zuid”, “portiek 3”, “4e etage”, “Beukenflat”.
HOME = (
    r"(?:[A-Z][\w'\-]*(?:flat|toren|zicht|staete|hoeve|gaarde|heem|huis|horst|stede|stein|borgh?|waard|kamp)(?![\w\-])|"
    r"(?i:flat|portiek|galerij|trap|appartement|app\.|\w{0,12}woning|unit|kamer|"
    r"toren) ?(?:[A-Z]\w{0,20}|\d{1,4}[a-z]?)\b|"
    r"\d{1,2} ?(?:e|de) (?:etage|verdieping|woonlaag)|(?:\d{1,2}|een|één|twee|drie|vier)[ \-]?hoog\b)"
)
# Where somebody is cared for or kept: in a note that tells more than a street.
CARE = (
    r"(?:azc|AZC|beschermd wonen|(?:nood|crisis|nacht|dag|daklozen|vrouwen)opvang|hospice|verpleeghuis|verzorgingshuis|"
    r"ziekenhuis|blijfhuis|detentie|gevangenis|afkickkliniek|ggz|GGZ|schuldsanering|schuldhulp\w{0,12}|bijstand)\b"
)
BRACKETED = r"(?: \([^()\n]{1,25}\)|, \d kind\w{0,5})?"
# A mark stands between the name and the street; after half a surname a space is enough.
NOTED = re.compile(
    rf"{BRACKETED}(?:, ?| \(| - | ?/ ?|: )(?:(?:van|uit|op|aan|in) )?(?:de |het )?(?:{STREET}|{HOME}|{CARE})(?!,? hoek)"
    rf"|,? (?:van|uit|op|aan|in) (?:de |het )?(?:{STREET}|{HOME})"
)
HALVED = re.compile(rf" (?:{STREET})")
# “Sjoerd W., opgenomen”: half a surname hides nobody, unless the next word is its rest.
HALF = re.compile(r"(?=[,;:)/]| -|\s{0,3}$|\s{1,3}[^\WA-Z]|\s{1,3}\()")
MARK = re.compile(r"[,;:)/]| -")
ORDINAL = r"(?:eerste|tweede|derde|vierde|vijfde|zesde|laatste|[1-8] ?de|[1-8] ?e)"
CLASS = (
    rf"(?:{ORDINAL} (?:klas\b|jaars?\b|leerjaar\b)|{ORDINAL}(?:klasser|jaars)\b|leerjaar \d|"
    r"(?:examen|eindexamen|schakel|taal|instap|opvang|nieuwkomers|kop|plus|start)klas\w{0,4}|isk\b|ISK\b|"
    r"speciaal \w{0,20}onderwijs\b|"
    r"(?:gele|rode|blauwe|groene|oranje|paarse|witte|roze) groep\b|praktijk(?:onderwijs|school)\b|"
    r"groep (?:[1-8]|een|twee|drie|vier|vijf|zes|zeven|acht)\b|(?:onder|midden|boven)bouw|groepje|klas \d|klas van|"
    r"de klas|\d ?[A-Za-z]?\b(?= (?:vmbo|havo|vwo|mavo))|brugklas|brugpieper|"
    r"kleuter\w{0,20}|peuter\w{0,20}|[1-6] ?-?(?:vmbo|havo|vwo|mavo|gymnasium|atheneum)|[1-6][A-Za-z]\b|"
    r"(?:vmbo|havo|vwo|mavo|mbo|gymnasium|atheneum)\b|[JM]?O ?\d{1,2}\b|"
    r"(?i:[a-f])-?(?:tjes|jes|pupillen|junioren)|bso\b|BSO\b|"
    r"(?:zwem|voetbal|hockey|tennis|dans|turn|judo|schaak|sport|scouting|muziek|atletiek|korfbal|basketbal|ballet|"
    r"hiphop|gym|klim|drum|toneel|jeugd|pupillen|junioren|welp|bever|kabouter|scout|padvind|club|fanfare|koor)\w{0,20}|"
    r"school\b|crèche|kinderdagverblijf|kdv\b|KDV\b|gastouder|"
    r"(?:naschoolse|buitenschoolse) |groep [A-Z]\w|kinderopvang|opvang\b|[Jj]eugdhonk)"
)
IN_CLASS = re.compile(
    rf",? (?:uit|van|in|op|bij|(?:zit|zwemt|speelt|voetbalt|sport)(?: nu)? (?:in|op|bij))"
    rf"(?: (?:de|het|onze|een))? {CLASS}"
    r"|,? (?:uit|van|op) (?:de|het|onze) [\w\-]+school\b"
    rf"|(?:(?: [a-z]{{2,20}}){{0,2}} \(|, )(?:leerling (?:(?:van|uit) )?)?(?:de |het )?{CLASS}"
)
# “In groep 6 kreeg Yusuf …”, “Groep 5: Saar …”.
CLASS_BEFORE = re.compile(
    rf"(?:^|[.!?\n] ?)(?:(?:[Ii]n|[Uu]it|[Vv]an|[Bb]ij) )?(?:de )?(?:{CLASS}|Groep [1-8]|Klas \w{{1,5}}|Brugklas)"
    r"(?: ?\w{1,12})?"
    r"(?::|,| (?:kreeg|krijgt|heeft|had|kan|kon|mag|mocht|leert|leerde|zit|zat|las|leest|zwemt|won|vond|is|was|doet)) $"
)
LOWER_STREET = re.compile(
    r",? (?:(?:van|uit|in|op|aan) )?(?:(?:de|het) )?"
    r"(?!snelweg|onderweg|omweg|fietspad|voetpad|schoolplein|autoweg|hoofdweg)"
    r"[a-z]{3,30}(?:straat|laan|weg|plein|gracht|singel|dreef|kade|steeg|plantsoen|hof|pad|dijk)(?![\w\-])"
)
# “Gerda Molenstraat krijgt nieuw asfalt”: a street it is.
ROAD = re.compile(
    r" (?:krijgt|kreeg|is|wordt|heeft|was|werd)(?: [\w\-]+){0,3}? (?:asfalt|stoep\w*|drempel\w*|riool\w*|riolering|"
    r"afgesloten|"
    r"opgebroken|autovrij|open|dicht|heringericht|bestraat|fietspad|zebrapad|bomen|lantaarn\w*|verlichting|opgeknapt)\b"
)
BARE_STREETS = {
    "esplanade",
    "singel",
    "haven",
    "brink",
    "plantsoen",
    "boulevard",
    "kade",
    "gracht",
    "promenade",
    "allee",
}
REACH = 90
MARKED = {"de", "het", "een", "aan", "'t", "den"}


def is_noted(text: Words, first: int, end: int) -> int:
    """Where a first name ends that stands in a note beside a street or a class; nothing when there is none."""
    name, halved = text[first], first + 1 < len(text) and text[first + 1].initials and text.joined(first + 1)
    alone = end == first + 1 or halved or text[first + 1].particle
    if not (alone and name.capital) or text.before(first) in words("dieren_en_dingen"):
        return 0
    known = is_first_name(name.bare)
    if (
        halved
        and text.before(first) not in MARKED
        and (known or is_unknown(name))
        and _street_follows(text, first + 1, HALVED)
    ):
        return first + 2
    if half := _half_end(text, first, known):
        return half
    certain = end == first + 1 and is_first_name(name.bare, certain=text.starts_sentence(first))
    if certain and (_street_follows(text, first, NOTED) or is_of_case(text, first)):
        return first + 1
    if (
        known
        and text.before(first) not in MARKED | words("werkt_met_kinderen")
        and (_matches(text, first, IN_CLASS) or _in_class_before(text, first))
    ):
        return first + 1
    return 0


def lower_beside_street(text: Words, first: int) -> int:
    """The end of a first name in a note without any capital: “huisbezoek gerda parallelweg”."""
    return first + 1 if _matches(text, first, LOWER_STREET) else 0


def _half_end(text: Words, first: int, known: bool) -> int:
    """The end of “Sjoerd W.”, “Kim de J.”; of a name that is on no list only before a mark: “Xandira W., thuis”."""
    last = first + 1
    while last < min(first + 3, len(text)) and text.joined(last) and text[last].particle and not text[last].initials:
        last += 1
    if last >= len(text) or not (text.joined(last) and text[last].initials):
        return 0
    certain = known if last == first + 1 else is_first_name(text[first].bare, certain=True)
    is_half = _matches(text, last, HALF if certain else MARK) and (certain or is_unknown(text[first]))
    return last + 1 if is_half else 0


def is_beside_street(text: Words, first: int) -> bool:
    """“Henk Molenweg terugbellen”: a first name and an ordinary street, that is not called after somebody."""
    certain = text.starts_sentence(first)
    if not text[first].capital or not is_first_name(text[first].bare, certain=certain) or text.before(first) in MARKED:
        return False
    street = first + 1
    if street >= len(text) or not text.joined(street) or not text[street].capital:
        return False
    if ROAD.match(text.text, text[street].end):
        return False
    stem_known = f"{text[first].plain} {_stem(text[street].plain)}" in words("vernoemd")
    return is_ordinary_street(text[street].plain) and not stem_known


def is_ordinary_street(word: str) -> bool:
    """Whether a street is called after a thing: Eikenplein, Noordkade; not after somebody."""
    stem = _stem(word)
    return word in BARE_STREETS or (
        bool(stem) and (stem in words("straatstammen") or stem.removesuffix("s") in words("straatstammen"))
    )


def _stem(word: str) -> str:
    ending = next(
        (
            ending
            for ending in (*endings("straten"), "hof", "str", "ln", "wg", "pln")
            if word.endswith(ending) and word != ending
        ),
        "",
    )
    return word.removesuffix(ending) if ending else ""


def _street_follows(text: Words, last: int, pattern: re.Pattern[str]) -> bool:
    return _matches(text, last, pattern) or (pattern is HALVED and _matches(text, last, NOTED))


def street_noted(text: Words, last: int) -> bool:
    """“mw. T., Kerkpad”: a street stands after a mark."""
    return _matches(text, last, NOTED)


def _matches(text: Words, last: int, pattern: re.Pattern[str]) -> bool:
    start = text[last].end
    return bool(pattern.match(text.text[start : start + REACH]))


def _in_class_before(text: Words, first: int) -> bool:
    start = text[first].start
    return bool(CLASS_BEFORE.search(text.text[max(0, start - 60) : start]))
