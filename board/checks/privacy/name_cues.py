"""What makes one name a person's: a place that follows, an age, a known surname."""

import re

from board.checks.frequency import zipf
from board.checks.privacy.lists import sure, words
from board.checks.privacy.name_words import Word, Words
from board.checks.privacy.spoken_numbers import NUMERAL

STREETS = (
    r"(?:straat|straatje|laan|plein|gracht|singel|dreef|kade|plantsoen|steeg|weg|hof|pad|dijk|buurt|wijk|flat|park|"
    r"kwartier|erf)"
)
PLACE = re.compile(
    r" \(\d{1,3}(?:,5)?(?: (?:jaar|jr\.?|j\.?|mnd\.?|maanden|weken))?\)"
    r"|,? (?:\(?\d{1,3}(?:,5)?\)?) (?:jaar|jr|mnd|maanden)\b"
    rf"|(?:,| van) (?:(?:pas|nu|net|al|bijna) )?(?:{NUMERAL}|een half|anderhalf) (?:jaar|jr|maanden|weken)(?!\w)"
    r"|, anderhalf(?=,)|, \d{1,3}(?=, | uit )"
    r"|,? (?:uit|van|op|in|aan) (?:(?:de|het|'t|onze|een) )?(?:[A-Z][\w'\-]* |van |de |der |den ){0,4}"
    rf"(?:[\w'\-]{{2,40}}{STREETS}|(?:Singel|Haven|Steeg|Markt|Brink|Hofje|Dijk|Kade|Gracht|Plein|Laan|Wal|Vest|Dam))\b"
    r"|,? (?:van|op|uit) (?:de flat|de galerij|(?:nummer|nr\.?|huisnummer) ?\d{1,4}[a-z]?"
    r"|\d{1,4}[a-z]?(?![\w%,.]\d| (?:jaar|euro|uur))\b|(?:een|één|twee|drie|vier|vijf|zes|\d)[ \-]?hoog"
    r"|de (?:eerste|tweede|derde|vierde|vijfde|bovenste|onderste|begane|\d{1,2}e) (?:verdieping|etage|grond)"
    r"|hiernaast|hierboven|hierachter|de overkant|(?:om )?de hoek|het hoekhuis|beneden|boven)\b"
    r"|,? uit (?:de |het )?[A-Z]\w+"
    r"|[,:] (?:hij|zij|ze) is (?:pas |al )?(?:\d{1,3}|" + NUMERAL + r")(?![\w%])"
    r"|,? (?:die|wonend|woonachtig|woont|woonde)(?: [\w'\-]+){0,4}? (?:in|op|aan|te|naast|boven|onder)\b"
    r"(?: [\w'\-]+){0,3}? ?(?:woont|woonde|[A-Z0-9]\w*)"
)
NAMED = re.compile(
    r"(?i)\b(?:(?:naam|contactpersoon|betreft|melder|meldster|aanvrager|aanvraagster|klant|cliënt|bewoner|t\.a\.v\.?|"
    r"t\.n\.v\.?|ten name van|"
    r"ter attentie van|contact|indiener) ?:? |(?:naam is|genaamd|met de naam|ik ben|dit is|heet|heette|namens|"
    r"ondertekend(?: door|:)|was getekend,?|w\.g\.|groeten,?|groetjes,?) )$"
)
FOREIGN = (
    "ska", "ski", "sky", "oglu", "ova", "enko", "escu", "vic", "idze", "yan", "pour", "zadeh", "czyk", "wicz",
    "oui",
)  # fmt: skip
DUTCH = (
    "stra", "sma", "inga", "enga", "ssen", "ssens", "meijer", "huizen", "mans", "ink", "boer", "sema", "kema", "huis",
    "huijsen", "kens", "sens",
)  # fmt: skip


SELDOM = 3.6
# “Melding 4471, Gerrit-Jan”, “Wmo-melding 5501 Hendriks”: whose case it is.
CASE_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:zaak|dossier|casus|melding|aanvraag|bezwaar|klacht|kenmerk|beroep|verzoek|beschikking|cliënt|"
    r"client)"
    r"\w{0,14}\.? [\w./\-]{0,20}\d[\w./\-]{0,8}(?: \(|, ?| - |: ?| )$"
)
TRADES = ("er", "ster", "aar", "eur", "ist", "arts", "smid", "kok", "man", "vrouw", "boerin", "agent")
# Given names of Chinese and Vietnamese people as they are written with our letters.
SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|th|ph|tr|ng|[bpmfdtnlgkhjqxrzcsyvw])?"
    r"(?:iang|iong|uang|uong|ang|eng|ing|ong|ian|ien|iao|uai|uan|uye?n|ai|ei|ao|ou|an|en|in|un|am|ia|ie|iu|oa|ua|"
    r"uo|ui|ue|"
    r"uy|er|[aeiouy])-?){2}"
)
GIVEN = {
    "wei", "jing", "ling", "ming", "hui", "hong", "jun", "lei", "fang", "ping", "qiang", "xin", "yan", "yun", "hao",
    "ting", "mei", "juan", "yong", "xia", "xue", "ying", "zhen", "jie", "hua", "na", "hoa", "linh", "minh", "huong",
    "thuy", "lan", "tuan", "dung", "trang", "ngoc",
}  # fmt: skip
DOUBLED = {"lin", "yu", "xiu", "li", "jia", "chen", "qi", "rui", "tao", "kai", "yi", "ning", "han", "jin", "xiao"}
ALSO_DUTCH = {"an", "he", "ho", "long", "ma", "pan", "park", "le", "du", "lam", "dong", "tang", "mai", "rong"}
# “Tadesse Gebremariam heeft vorige week zijn rijbewijs gehaald.”
OWN = re.compile(
    r" (?:heeft|had|kreeg|krijgt|haalde|vond|kan|kon|gaf|deed|is|was)(?: [\w'\-]+){0,4}? (?:zijn|haar) [a-z]"
)

# Of two words nobody knows: “Fatjon Hoxha werkt nu bij de bakker”.
DOES = re.compile(
    r" (?:kreeg|krijgt|kan|kon|mag|mocht|vond|vindt|leert|leerde|kookt|rijdt|hoort|wacht|wil|durft|"
    r"heeft (?:een|geen|weer|nu)|"
    r"is (?:terug|thuis|geslaagd|verhuisd|geholpen|ontslagen|gevallen))\b"
)


# “Schuldhulpverlener Hossein” is at work.
PROFESSIONS = ("er", "ster", "aar", "eur", "ist", "coach", "agent", "hulp", "gids", "ent", "log", "arts")


def is_named(text: Words, first: int) -> bool:
    """Whether a name is announced: “Naam: …”, “zij heet …”."""
    if text.before(first) in {"heet", "heette"} and text.before(first, 2) in words("dieren_en_dingen"):
        return False
    start = text[first].start
    return bool(NAMED.search(text.text[max(0, start - 30) : start]))


def place_follows(text: Words, end: int) -> bool:
    """“Fatima uit de Bloemenbuurt”, “Henk van nummer 14”, “Rachid (43)”."""
    start = text[end - 1].end
    return bool(PLACE.match(text.text[start : start + 100]))


def is_surname(word: str) -> bool:
    """Whether a word is a surname by the list or by its form, and no other word."""
    parts = word.split("-")
    if parts[0] in sure("achternamen") or all(part.endswith(FOREIGN) for part in parts):
        return True
    return len(word) > 6 and word.endswith(DUTCH)


def is_family_name(word: str) -> bool:
    """Whether a word can be a surname when it stands where one is expected."""
    return is_surname(word) or word.partition("-")[0] in words("achternamen")


def is_first_name(word: str, certain: bool = False) -> bool:
    """Whether a word is a first name; certain: and nothing else."""
    known = sure("voornamen") if certain else words("voornamen")
    if word in known or ("-" in word and word.partition("-")[0] in known):
        return True
    return _is_fond(word) or ("-" in word and _is_double(word))


def _is_fond(word: str) -> bool:
    """“Fleurke”, “Lotteke”: a small one, of a name that is nothing else."""
    stem = word.removesuffix("ke") if word.endswith("ke") else word.removesuffix("je")
    return len(stem) > 3 and stem != word and stem in sure("voornamen") and zipf(word) == 0


def _is_double(word: str) -> bool:
    """“Xiu-Mei”: two syllables of given names, and at least one of those that many bear."""
    return any(part in GIVEN or part in DOUBLED for part in word.split("-")) and bool(SYLLABLES.fullmatch(word))


def is_unknown(word: Word) -> bool:
    """Whether a word is used so seldom in Dutch that it is most likely a name."""
    return len(word.text) > 3 and zipf(word.bare) == 0


def is_seldom(word: Word) -> bool:
    """Whether a word is none of those that everybody uses."""
    return zipf(word.bare) < SELDOM


def is_of_somebody(text: Words, first: int) -> bool:
    """“het dossier van Kenji Watanabe”: only a person has one."""
    return text.before(first) == "van" and text.before(first, 2) in words("van_een_mens")


def does_as_a_person(text: Words, first: int, end: int) -> bool:
    """What stands beside a name that is on no list tells that somebody bears it: “Hiwot Assefa woont weer”."""
    if text.before(first) in words("mens_ervoor"):
        return True
    if text.starts_sentence(first) and text[first].plain.endswith(PROFESSIONS):
        return False
    following = text[end].plain if end < len(text) and text.joined(end) else ""
    beside = text.text[text[end - 1].end : text[end - 1].end + 60]
    names = text.capitals(first, end)
    if all(is_unknown(word) for word in names) and (OWN.match(beside) or (len(names) > 1 and DOES.match(beside))):
        return True
    family = re.match(r" en (?:zijn|haar|diens) \w+", text.text[text[end - 1].end : text[end - 1].end + 30])
    return following in words("mens_erna") or bool(family)


def is_of_family(text: Words, first: int) -> bool:
    """“de zoon van Fatna”, “de weduwe van slager Postma”, “de kinderen van Aminata”."""
    back = 1 if text.before(first) == "van" or not text.before(first).endswith(TRADES) else 2
    if text.before(first, back) != "van":
        return False
    relative = text.before(first, back + 1)
    certain = is_first_name(text[first].bare, certain=True)
    return relative in words("familie") or (certain and relative in words("inwonerwoorden"))


def is_of_case(text: Words, first: int) -> bool:
    """Whether the number of a case stands before a name."""
    start = text[first].start
    return bool(CASE_BEFORE.search(text.text[max(0, start - 60) : start]))


def is_chinese_order(text: Words, first: int, end: int) -> bool:
    """“Li Xiaomei”, “Zhang Wei”: the family name stands before."""
    names = text.capitals(first, end)
    if len(names) not in {2, 3} or names[0].plain not in words("familienaam_voorop") - ALSO_DUTCH:
        return False
    given = names[-1]
    return given.bare in GIVEN or (is_unknown(given) and bool(SYLLABLES.fullmatch(given.bare)))
