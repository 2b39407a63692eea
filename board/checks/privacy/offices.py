"""Who holds an office or speaks for a body: their name stands there for their work, and is no citizen's."""

import re

from board.checks.privacy.lists import endings, words
from board.checks.privacy.name_words import Words

ARTICLES = {"de", "het", "een", "onze", "'t", "den", "oud", "toenmalig", "huidig", "is", "als", "tevens"}
CALLED = {"heet", "is"}
NO_OFFICE = {
    "lid", "gezinslid", "familielid", "kinderleider", "leermeester", "burgermeester", "fabrieksarbeider", "arbeider",
    "landarbeider", "bouwvakker", "hoofd",
}  # fmt: skip
# “Oud-wethouder”: a public person for good, and no citizen, unless it is about their own life.
FOR_GOOD = {"oud-burgemeester", "oud-minister", "oud-wethouder"}
OWN_LIFE = re.compile(
    r"\b(?:schuld\w*|bijstand\w*|uitkering\w*|ziekenhuis|dementie|beroerte|traplift|rollator|huurachterstand|"
    r"toeslag\w*|"
    r"kanker|depress\w+|verslaafd|dakloos|voedselpakket\w*)\b"
)
JOINED = re.compile(r"[ \t.,]{1,3}")
# “Mevrouw Jansen van de gemeente”.
AT_WORK = re.compile(
    r"(?:,? van |,? bij | \()(?:de |het |ons |onze )?(?:gemeente|afdeling|team|griffie|handhaving|burgerzaken|"
    r"publiekszaken|"
    r"\w{0,12}loket|aannemer|wijkteam|sociaal team|\w{0,15}corporatie|bibliotheek|bieb|GGD|politie|"
    r"brandweer|"
    r"waterschap|provincie|loket|UWV|belastingdienst|omgevingsdienst|woonstichting|veiligheidsregio)(?![\w\-])"
)
BESIDE = re.compile(r"[ ,(\-–]{1,3}")


def is_office(word: str) -> bool:
    """Whether a word is an office or a function in a body: wethouder, opgavemanager, wijkagent."""
    if word in NO_OFFICE:
        return False
    if word in words("ambten") or word in words("ambtenaren"):
        return True
    return len(word) > 7 and word.endswith(endings("ambtenaar_uitgangen")) and word not in words("inwonerwoorden")


def is_office_holder(text: Words, first: int, end: int) -> bool:
    """“wethouder Jan de Boer”, “Jan de Boer, burgemeester”, “mevrouw Smit (CDA)”."""
    return _office_before(text, first) or _office_after(text, end)


def _office_before(text: Words, first: int) -> bool:
    for place in range(first - 1, max(-1, first - 5), -1):
        if not JOINED.fullmatch(text.gap(place + 1)):
            return False
        word = text[place].plain
        if "," in text.gap(place + 1) and not is_office(word):
            return False
        is_head = word == "hoofd" and text[place].capital and place + 1 < first
        if is_head or is_office(word) or is_office(word.rpartition("-")[2]):
            return not _is_no_more(text, place)
        near = word in words("aanspreekvormen") or text[place].capital or text[place].particle
        of_body = (
            text.before(place, 2) == "van"
            and text.before(place) in {"de", "het"}
            and word not in words("inwonerwoorden")
        )
        if not (near or of_body or word == "en" or (word in CALLED and place == first - 1)):
            return False
    return False


def _is_no_more(text: Words, place: int) -> bool:
    """“Gepensioneerd projectleider”, “de moeder van wijkcoach Femke”: nobody speaks for a body there."""
    word = text[place].plain
    if text.before(place) == "van" and text.before(place, 2) in words("familie"):
        return True
    if word in FOR_GOOD:
        return bool(OWN_LIFE.search(text.text.lower()))
    before = word.partition("-")[0] if "-" in word else text.before(place)
    return before in words("niet_meer")


def _was_before(text: Words, end: int) -> bool:
    """“Tot 2024 was Henk Staghouwer gedeputeerde”."""
    verbs = {"was", "is", "werd", "wordt", "blijft", "bleef", "als"}
    return any(text[place].plain in verbs for place in range(max(0, end - 5), end))


def _office_after(text: Words, end: int) -> bool:
    if end and AT_WORK.match(text.text, text[end - 1].end):
        return True
    for place in range(end, min(end + 3, len(text))):
        if not BESIDE.fullmatch(text.gap(place)):
            return False
        word, gap = text[place].plain, text.gap(place)
        if is_office(word) and (gap.strip() or place > end or _was_before(text, end)):
            return not _is_no_more(text, place)
        if word in words("partijen") and "(" in gap:
            return True
        if word not in ARTICLES:
            return False
    return False
