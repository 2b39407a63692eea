"""Homes told apart without a house number: a corner, a caravan, “the last farm”; only where somebody lives there."""

import re
from collections.abc import Iterator

from board.checks.privacy.house_numbers import is_about_somebody, names_street
from board.checks.privacy.persons import PERSON, PRONOUN, sentence_beside

STREET = r"(?:[A-Z][\w'\-]{1,30} ){0,2}[A-Z][\w'\-]{2,40}"
CORNER = re.compile(
    rf"(?:(?:[Oo]p )?(?:de )?[Hh]oek(?:huis|woning|pand)?:? (?:van |aan )?(?:de |het )?|hoekhuis |hoekwoning )"
    rf"(?P<one>{STREET})(?: en (?:de |het )?| ?/ ?| met (?:de |het )?|-)(?P<other>{STREET})"
)
UNIT = re.compile(
    r"(?<![\w\-])(?i:(?:sta)?caravan|chalet|woonwagen|woonboot|woonark|standplaats|unit|appartement|app\.|studio|"
    r"bungalow|"
    r"recreatiewoning|vakantiehuisje|kamer|deur|galerijwoning|portiekwoning|aanleunwoning|kajuit|ligplaats)"
    r" (?:nr\.? |nummer )?\d{1,4}[a-z]?(?![\w\-]|[.,]\d)"
    # “Plek 38 op camping De Berkenrand”: a market has places too.
    r"|(?<![\w\-])(?i:plek|plaats|staanplaats) \d{1,4}[a-z]? (?:op|van|in) (?:de |het |een )?"
    r"(?:camping|\w{0,12}park|woonwagen\w{2,8})(?![\w\-])"
)
HIGH = re.compile(
    r"(?<![\w\-])(?i:\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)[ \-]?hoog"
    r"(?: (?:voor|achter|links|rechts))? (?:in|van|op|aan) (?:de |het )?[A-Z][\w\-]{2,30}"
)
SHOP = (
    r"(?:kerk|school|bakker\w*|slager\w*|snackbar|cafetaria|kapper\w*|supermarkt|molen|sluis|brug|café|kroeg|pizzeria|"
    r"apotheek|winkel|begraafplaats|speeltuin|garage|fietsenmaker|kroegje|pomp|tankstation|bushalte|gemaal|manege)"
)
# “Boven de kapsalon aan de Dorpsstraat woont …”, “het huisje tegenover de smid in de Molstraat”.
BESIDE = re.compile(
    r"(?<![\w\-])(?i:boven|onder|naast|achter|teg+enover) (?:de|het|die|een|'t) (?:\w[\w\-]{1,25} ){1,2}"
    rf"(?:(?:aan|op|in|te|van) (?:de |het |'t )?{STREET}|op \d{{1,4}}[a-z]?(?![\w%,/\-]|\.\d))"
)
# “Tussenwoning Vlierstraat”, “woonboot De Zwaluw, Noorderhaven”: a house and its street, and no number.
DWELLING = re.compile(
    r"(?<![\w\-])(?i:(?:tussen|hoek|eind|boven|beneden|portiek|galerij|eengezins|huur|duplex|rijtjes|twee-onder-een-kap)"
    r"woning|woonboot|woonark|woonschip|vrijstaand huis|rijtjeshuis|hoekhuis|flatje|bungalow|boerderij|hofje)"
    rf",? (?:(?:aan|op|in|van) )?(?:de |het )?(?P<street>{STREET})"
)
SHELTERED = re.compile(
    r"(?<![\w\-])in (?:de|het|een) \w{4,20} (?:naast|achter|tegenover|bij|boven) (?:de|het) (?:[A-Z][\w\-]{2,30}|"
    r"\w{3,20} (?:in|te|van) [A-Z]\w{2,30})"
)
STAYS = re.compile(
    r"\b(?:woont|woonde|huurt|huurde|logeert|bivakkeert|verblijft|slaapt|sliep|huist|leeft|zit|ligt|opgevangen|"
    r"ondergebracht|ondergedoken)\b"
)
DESCRIBED = re.compile(
    r"(?<![\w\-])(?:hoekhuis|hoekwoning|(?:laatste|eerste|enige|een na laatste|derde|tweede) (?:boerderij|huis|"
    r"woning|hoeve|huisje|"
    r"rijtjeshuis)|(?:huis|huisje|woning|boerderij|flat) met (?:de|het|die) \w{3,20} \w{3,20}"
    rf"|(?:tegenover|naast|achter|boven) (?:de|het|die) (?:oude )?{SHOP})(?![\w\-])"
)
LIVES = re.compile(
    r"\b(?:woont|woonde|woonachtig|wonend|huurt|huurde|logeert|bivakkeert|verblijft|slaapt|sliep|zit|huist|leeft|"
    r"thuis)\b"
)
# A container “zit vol” on a corner too.
DWELLS = re.compile(
    r"\b(?:woont|woonde|woonachtig|wonend|huurt|huurde|logeert|bivakkeert|verblijft|slaapt|sliep|leeft|thuis)\b"
)
SOMEBODY = re.compile(rf"(?<!\w)(?:{PERSON}|{PRONOUN}|haar|hem|gezin|stel|echtpaar)(?!\w)")
# A place that has a name: without one the corner may be anywhere.
NAMED = re.compile(r"(?:(?<=[a-z,] )(?:in|aan|van|op)|(?<![\w.])(?:In|Aan|Op)) (?:de |het )?[A-Z][a-z]")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where each such home stands."""
    for match in CORNER.finditer(text):
        named = any(names_street(match[street].rsplit(maxsplit=1)[-1]) for street in ("one", "other"))
        if named and _is_lived_in(sentence_beside(text, *match.span()) + " " + match.group().lower()):
            yield match.span()
    for pattern in (UNIT, HIGH):
        for match in pattern.finditer(text):
            sentence = sentence_beside(text, *match.span())
            if is_about_somebody(sentence) or LIVES.search(sentence):
                yield match.span()
    yield from _without_number(text)
    for match in DESCRIBED.finditer(text):
        sentence = sentence_beside(text, *match.span())
        if (LIVES.search(sentence) or is_about_somebody(sentence)) and NAMED.search(
            text, max(0, match.start() - 80), match.end() + 80
        ):
            yield match.span()


def _without_number(text: str) -> Iterator[tuple[int, int]]:
    """Homes by what stands beside them, or by their kind and their street, where one person or household is."""
    for pattern in (BESIDE, SHELTERED):
        for match in pattern.finditer(text):
            sentence = sentence_beside(text, *match.span())
            if STAYS.search(sentence) and SOMEBODY.search(sentence):
                yield match.span()
    for match in DWELLING.finditer(text):
        last = match["street"].rsplit(maxsplit=1)[-1]
        afloat = match.group().lower().startswith("woon")
        if (afloat or names_street(last)) and SOMEBODY.search(sentence_beside(text, *match.span())):
            yield match.span()


def _is_lived_in(sentence: str) -> bool:
    return (
        "hoekhuis" in sentence
        or "hoekwoning" in sentence
        or bool(DWELLS.search(sentence))
        or is_about_somebody(sentence)
    )
