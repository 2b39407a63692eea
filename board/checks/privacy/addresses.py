"""Home addresses: a postcode with a house number, or a street with one where no public place is meant."""

import re
from collections.abc import Iterator
from itertools import chain

from board.checks.privacy import homes, house_numbers
from board.checks.privacy.finding import Finding
from board.checks.privacy.house_numbers import names_street
from board.checks.privacy.lists import at_end, at_start, endings, plain, spoken, words
from board.checks.privacy.persons import after, before, sentence_beside

POSTCODE = r"(?P<postcode>[1-9]\d{3} ?(?!(?:SA|SD|SS)\b)[A-Za-z]{2})"
EXTRA = (
    r"(?:[ \-]?(?:bis|hs|huis|bg|rood|zwart|wit|rd|zw|hoog|boven|beneden|links|rechts|[IVX]{1,4}|[A-Za-z]|\d{1,3}|"
    r"[a-zA-Z]\d)(?![^\W_]))?"
)
SIDE = r"(?: (?:bis|hs|huis|boven|beneden|links|rechts|voor|achter)(?=[.,;:!?)\n]|\s*$))?"
NUMBER = rf"\d{{1,5}}{EXTRA}{SIDE}(?!\d|[.,]\d)"
CALLED = r"(?:nr\.?|no\.?|nummer|huisnummer|huisnr\.?|#)"
ALONE = r"(?<![\w€.,/\-])"
# 1234 AB 12; 1234 AB Lindewaard, nummer 12.
AFTER = re.compile(
    rf"{ALONE}{POSTCODE}(?:[ ,;:()\-]{{1,4}}|(?<=[A-Z]{{2}})(?=\d))(?:[^\W\d_]+[ ,]{{1,2}})??"
    rf"(?:en |met |op )?(?:{CALLED} ?)?{NUMBER}(?![^\W_])"
)
AFTER_CALLED = re.compile(rf"{ALONE}{POSTCODE}\b[^\d.!?\n]{{0,40}}?\b{CALLED} ?{NUMBER}")
# Dorpsstraat 12, 1234 AB.
BEFORE = re.compile(rf"{ALONE}{NUMBER}[ ,;()\-]{{1,4}}(?:[Pp]ostcode ?)?{POSTCODE}(?![^\W_])")
LAW = re.compile(r"(?:artikel|artikelen|art|lid|wet|nen|iso|norm|en)\.?\W{0,2}$")
COUNTED = re.compile(
    r"\s(?!(?:wonen|woonden|is|was|dus|steeds)\b)(?:m2|m3|km|meter|euro|jaar|uur|procent|[a-z]+(?:en|s))\b"
)

STREET = re.compile(
    rf"(?<![\w'])(?P<street>[^\W\d_][\w'.\-]{{1,40}}),? (?:{CALLED} ?)?(?P<number>{NUMBER})"
    r"(?=[.,;:!?)(\"'\n]|\s*$|\s+(?:[^\Wa-z\d_]|[(\[]|(?P<next>[a-z]+)))"
)
# A street that does not end as one, where somebody lives: “op De Wieken 23 woont …”.
LIVED_AT = re.compile(
    rf"(?:(?<![\w'])(?:op|aan|bij|naar|van|in|te|nu|Nu|Op|Aan|Bij|Naar|Van|In|woont|woonde|wonen|huurt|"
    rf"(?:woon)?[Aa]dres:?"
    rf"|Woonadres:?) |, )"
    rf"(?P<street>(?:(?:[Dd]e|[Hh]et|'t|[A-Z][a-z]+(?: (?:van|aan|op|ter)(?: de)?)?) )?"
    rf"[A-Z][\w'\-]{{2,30}}),? (?:{CALLED} ?)?(?P<number>{NUMBER})"
    r"(?=[.,;:!?)(\"'\n]|\s*$|\s+(?:[^\Wa-z\d_]|[(\[]|(?P<next>[a-z]+)))"
)
# Where a sentence begins with it: “De Terp 11, Hallum: bewoonster wil …”.
LIVED_FIRST = re.compile(
    rf"(?:^|(?<=[.!?:] )|(?<=\n))"
    rf"(?P<street>(?:De|Het|It|'t|Lytse|Grutte|Oude|Nieuwe|Lange|Korte|Grote|Kleine|Achter|Onder)"
    rf"(?: [A-Z][\w'\-]{{2,30}}){{1,2}})"
    rf",? (?:{CALLED} ?)?(?P<number>{NUMBER})(?=[,;:!?)(\n]|\s*$|\s+(?P<next>[a-z]+))"
)
# “Jan van Galenstraat ”, “Burgemeester De Vlugtlaan nr. ”: a name before a number.
NAME_BEFORE = re.compile(
    rf"(?<![\w'])(?P<name>(?:[A-Z0-9][\w'.]*(?: (?:van|de|der|den|het|'t|ten|ter)){{0,2}} ){{0,4}}"
    rf"(?P<last>[^\W\d_][\w'.\-]{{1,40}})),? (?:{CALLED} ?)?$"
)
FIRST = re.compile(r"(?P<word>[\w'.]{1,40}) ")
LIVES = re.compile(
    r"\b(?:woont|woonde|woonachtig|woonadres|wonend|ingeschreven|verhuis\w*|huurt|huurde|bewon(?:er|ster)s?|logeert)\b"
)
MOVED = re.compile(r"\bverhuisde?\b")
RESIDENTS = re.compile(r"bewon\w{1,20} (?:van|op|aan) $")
MONTHS = {
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
}  # fmt: skip
FLOOR = re.compile(r"-(?:[IVX]+|hs|bis|\d+)$| ?(?:bis|hs|huis)$")
SQUARES = ("markt", "brink", "dam", "plein", "vest", "hof", "dijk", "wal", "ring")
# “Tolhuislaan 70-90” is a row of houses; “Tolhuislaan 70-2” the second of them.
ROW = re.compile(r"(\d{1,5})-(\d{1,5})$")
NEXT_STREET = re.compile(r" ([A-Z][\w'\-]{2,40})")
BUSINESS = re.compile(
    r"\b(?:(?:slag|bakk|drogist|wass|stom|brouw|drukk|kwek|slijt|uitgev|smed|imk)erij|"
    r"[a-z]{3,16}(?:winkel|praktijk|salon|centrale|handel)|winkel|cafetaria|apotheek|garage|restaurant|hotel)\b"
)
HOUR = re.compile(r"\d{1,2} ?u$")
INDUSTRY = re.compile(r"(?:industrie|nijverheid|ambacht|bedrijven)\w*", re.IGNORECASE)
SERIES = re.compile(r"\s{0,3}(?:t/m|tm\b|tot\b|-\s?\d|/\s?\d|en \d|, \d+ en \d)|[.:]\d\d")
NO_HOME = re.compile(
    r"\b(?:lijn|halte|bus|tram|nrs?|nummers|oneven|even|tussen|fase|kruising|hoek|vak|perceel|kilometer|hectometer\w*|"
    r"bocht|(?:u|je) vindt ons|(?:loop|loopt u|kom) binnen|van \d\d?(?:[.:]\d\d)? tot \d\d?(?:[.:]\d\d)? uur|"
    r"huis van (?:de|het|mijn)|schenkt|vind ons|kom langs|"
    r"bezoekadres|(?<!zelf )(?<!deed )(?<!doet )open|opent|geopend|openingstijden|"
    r"hal \d+|poort \d+|grofvuil|inleveren|inzamel\w*|bouw(?:terrein|plaats|put)|sloop|loods|"
    r"stemmen|terecht|u kunt|kunt u|(?:wij|we) zitten|welkom (?:op|in|aan|bij))\b"
)


def find(text: str) -> Iterator[Finding]:
    """Each address of a home."""
    for search in (_with_postcode, _with_street, house_numbers.find, _where_somebody_lives, homes.find):
        for start, end in search(text):
            yield Finding("address", start, end)


def _with_postcode(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (AFTER, AFTER_CALLED, BEFORE):
        for match in pattern.finditer(text):
            counted = pattern is not BEFORE and COUNTED.match(text, match.end(), match.end() + 30)
            if _is_postcode(text, match) and not counted and not _is_public(text, match, "openbare_plekken"):
                yield _with_name(text, match.start()), match.end()


def _is_postcode(text: str, found: re.Match[str]) -> bool:
    """“2767 en” is a norm and a word, “1234 BW” after “artikel” a law."""
    letters = found.group("postcode")[4:].strip()
    if not (letters.isupper() or letters.islower()):
        return False
    if letters.lower() not in words("geen_postcode"):
        return True
    return letters.isupper() and not LAW.search(before(text, found.start("postcode")))


def _with_street(text: str) -> Iterator[tuple[int, int]]:
    for match in STREET.finditer(text):
        named = _names_street(match.group("street")) or _may_be_street(text, match)
        is_address = named and _is_house_number(text, match)
        if is_address and not _is_public(text, match, "openbare_plekken", "dingen_op_straat"):
            yield _with_name(text, match.start("number")), match.end()


def _may_be_street(text: str, found: re.Match[str]) -> bool:
    """“Oosterdiep 112”: a street when somebody is spoken of."""
    street, sentence = found.group("street"), sentence_beside(text, *found.span())
    ends_so = street[0].isupper() and plain(street).endswith(endings("straten_met_nummer"))
    return ends_so and bool(LIVES.search(sentence) or house_numbers.is_about_somebody(sentence))


def _with_name(text: str, start: int) -> int:
    """Where the name of the street begins before a number or postcode: a street is called by all its words."""
    found = NAME_BEFORE.search(text, max(0, start - 80), start)
    if not found or not (_names_street(found["last"]) or names_street(found["last"])):
        return start
    begin = found.start("name")
    while (first := FIRST.match(text, begin, start)) and plain(first["word"]) in words("geen_namen"):
        begin = first.end()
    return begin


def _where_somebody_lives(text: str) -> Iterator[tuple[int, int]]:
    for match in chain(LIVED_AT.finditer(text), LIVED_FIRST.finditer(text)):
        start, end = match.start("street"), match.end("number")
        sentence = sentence_beside(text, start, end)
        if not spoken("iemand").search(MOVED.sub("", sentence)) and _names_public_place(sentence):
            continue  # “Het jongerencentrum verhuist naar Kade 8”
        somebody = LIVES.search(sentence) or house_numbers.is_about_somebody(sentence)
        if somebody and not _is_listed(match.group("street")) and _is_house_number(text, match):
            yield start, end


def _is_listed(street: str) -> bool:
    """“Kamer 12”, “Groep 8”, “Lijn 4”: what is numbered and no street; “20 Mei 12”."""
    last = plain(street.rsplit(maxsplit=1)[-1])
    numbered = last in MONTHS or at_end("andere_nummers").search(last + " ") or street.lower() in words("geen_namen")
    return bool(numbered) or last in {"groep", "fase", "blok", "bijlage", "categorie", "klasse", "plan", "zone"}


def _names_street(word: str) -> bool:
    small = plain(word)
    if small.endswith(endings("straten")):
        return word[0].isupper() or small not in words("straten")
    compound = small not in words("straten_ook_naam") and small.endswith(endings("straten_ook_naam"))
    return word[0].isupper() and (compound or small.endswith(SQUARES))


def _is_house_number(text: str, found: re.Match[str]) -> bool:
    """“Kerkstraat 12 bomen”, “Kerkstraat 12 mei”, “Kerkstraat 2 t/m 40” name no home."""
    if 1900 <= int(re.sub(r"\D.*", "", found.group("number"))) <= 2100:
        return False
    if RESIDENTS.search(before(text, found.start())):
        return True
    if HOUR.match(found["number"]) or _is_row(text, found) or _is_of_the_next(text, found):
        return False
    following = found.group("next") or ""
    if FLOOR.search(found.group("number")):
        return True  # “41-II leren koken”: so no number of things is written
    if following and following not in words("na_huisnummer") and _is_counted(following):
        return False
    return not SERIES.match(after(text, found.end(), 30))


def _is_of_the_next(text: str, found: re.Match[str]) -> bool:
    """“12 boetes Markt, 4 Havenkade”: after a comma a number is of the street that follows."""
    following = NEXT_STREET.match(text, found.end())
    return "," in found.group() and following is not None and names_street(following[1])


def _is_row(text: str, found: re.Match[str]) -> bool:
    """Whether many houses are meant: the second number is higher, and nobody is spoken of."""
    row = ROW.match(found["number"])
    if not row or int(row[2]) < int(row[1]) + 2:
        return False
    return not house_numbers.is_about_somebody(sentence_beside(text, *found.span()))


def _is_counted(word: str) -> bool:
    """Whether a word after a number is what was counted: lampen, meters, nieuwe; verbs like “ruimt” are not."""
    if word in words("telwoorden_erna") or at_start("eenheden").match(word) or word in MONTHS:
        return True
    return word.endswith(("en", "s")) or (word.endswith("e") and not word.endswith(("de", "te")))


def _names_public_place(sentence: str) -> bool:
    nearby = set(re.findall(r"[\w\-]+", plain(sentence)))
    return bool(nearby & words("openbare_plekken")) or any(word.endswith(("loket", "balie")) for word in nearby)


def _names_business(text: str, found: re.Match[str]) -> bool:
    """“Slagerij De Os verhuist naar Molenweg 12”: a shop has its address there, when nobody else is spoken of."""
    sentence = sentence_beside(text, *found.span())
    return bool(BUSINESS.search(sentence)) and not house_numbers.is_about_somebody(sentence)


def _is_public(text: str, found: re.Match[str], *lists: str) -> bool:
    sentence = sentence_beside(text, *found.span())
    # “Het zorgloket is verhuisd”: not only people move.
    if spoken("iemand").search(MOVED.sub("", sentence)):
        return False
    nearby = set(re.findall(r"[\w\-]+", plain(sentence)))
    listed = (
        _names_business(text, found) or any(nearby & words(name) for name in lists) or _names_public_place(sentence)
    )
    return (
        listed
        or bool(INDUSTRY.match(found.groupdict().get("street") or ""))
        or bool(NO_HOME.search(sentence))
        or any(
            word.endswith(endings("openbare_uitgangen")) and word not in words("openbare_uitgangen") for word in nearby
        )
    )
