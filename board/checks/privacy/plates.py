"""Licence plates: the Dutch series in dashes, or loose near a vehicle; those of other countries only near one."""

import re
from collections.abc import Iterator

from board.checks.frequency import zipf
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import at_end, spoken
from board.checks.privacy.persons import before, is_other_number, sentence_beside

SERIES = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X",
    "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
)  # fmt: skip


SHAPES = {series.replace("-", "") for series in SERIES}
PART = r"[A-Za-z\d]{1,3}"
APART = re.compile(rf"(?<![\w\-/.])(?=(?P<plate>{PART}(?P<glue>[\- .]){PART}(?P=glue){PART})(?![\w/]|-\w|[.,]\d))")
TOGETHER = re.compile(r"(?<![\w\-/.])(?=(?P<plate>[A-Za-z\d]{6})(?![\w/]|-\w|[.,]\d))")

FOR_VEHICLE = re.compile(r"\b(?:kenteken\w*|nummerbord\w*)\W{0,3}(?:\w+\W{1,2}){0,2}$")
# “Lantaarn 22-KL-03”, “de lamp (code 12-LM-34)”, “de lantaarn met nummer 22-KL-03”.
LABELLED = re.compile(
    r"(?P<noun>[^\W\d_][\w\-]*)(?: \(|,)? ?"
    r"(?:(?:met |heeft )?(?:het |de |als )?(?:nummer|nr\.?|code|id|kenmerk)[: ]*)?\W{0,2}$"
)
# A noun with nothing between: what follows is its number, of whatever it is.
NOUN = re.compile(
    r"(?:^\W*|\b(?:de|het|een|onze|ons|dit|dat|deze|die|elke|bij|in|op|aan|van) )"
    r"(?!(?:van|voor|met|op|bij|door|aan|naar|in|en|of|dat|is|was|de|het|een|uit|die|zijn|haar|mijn|om|dus|nu|weer|"
    r"ook)\b)"
    r"[^\W\d_]{3,}(?: (?:nr\.?|nummer|code))? $"
)


WORD = {1: 9.0, 2: 4.2, 3: 3.0}  # how often a word of so many letters is used at least


def find(text: str) -> Iterator[Finding]:
    """Each licence plate."""
    for pattern, shapes in ((APART, SERIES), (TOGETHER, SHAPES)):
        for match in pattern.finditer(text):
            start, end = match.span("plate")
            if _shape(match.group("plate")) in shapes and _is_plate(text, start, end):
                yield Finding("kenteken", start, end)
    for start, end in _abroad(text):
        yield Finding("kenteken", start, end)


def _shape(written: str) -> str:
    """“12 AEI 3” has the shape of 99-XXX-9."""
    return re.sub("[A-Za-z]", "X", re.sub(r"\d", "9", re.sub("[ .]", "-", written)))


def _is_plate(text: str, start: int, end: int) -> bool:
    """In dashes and capitals it speaks for itself; else a vehicle or the word must be near."""
    left = before(text, start)
    if at_end("andere_nummers").search(left) or is_other_number(left):
        return False
    written = text[start:end]
    if FOR_VEHICLE.search(left):
        return True
    if spoken("genummerde_dingen").search(_last_words(left)):
        return False
    if "-" in written and written.isupper():
        return not NOUN.search(left) or _speaks_of_a_vehicle(text, start, end)
    dashed_or_capital = "-" in written or written.isupper() or _is_whispered(written)
    return dashed_or_capital and _speaks_of_a_vehicle(text, start, end)


def _is_whispered(written: str) -> bool:
    """“rs 482 z”: in a note without capitals; “12 uur 3” is none, its letters are a word."""
    letters = re.findall("[a-z]+", written)
    return (
        len(max(letters, key=len)) < 4
        and len(re.findall(r"\d", written)) != 4
        and all(zipf(part) < WORD[len(part)] for part in letters)
    )


def _last_words(left: str) -> str:
    """The noun right before a code, with what stands between: “lantaarn met nummer”."""
    found = LABELLED.search(left)
    return found.group("noun") if found else ""


def _speaks_of_a_vehicle(text: str, start: int, end: int) -> bool:
    sentence = sentence_beside(text, start, end)
    return bool(spoken("voertuigen").search(sentence) or spoken("kenteken_ervoor").search(sentence))


SERIES_ABROAD = "|".join(
    (
        r"[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2}[ \-]?\d{1,4}[EH]?",  # Germany, Austria
        r"[A-Z]{2,3} (?=[A-Z]{0,3}\d)[A-Z\d]{4,5}",  # Poland
        r"[1-9]-[A-Z]{3}-\d{3}",  # Belgium
        r"[A-Z]{2}[- ]\d{3}[- ][A-Z]{2}",  # France, Italy
        r"[A-Z]{1,2}[- ]\d{2,3}[- ][A-Z]{3}",  # Romania
        r"[A-Z]{2}\d{2} ?[A-Z]{3}",  # United Kingdom
        r"[A-Z]{1,2} ?\d{4} ?[A-Z]{2}",  # Bulgaria, Ukraine
        r"\d{4} ?[BCDFGHJKLMNPRSTVWXYZ]{3}",  # Spain
        r"\d[A-Z]\d ?\d{4}",  # Czechia
        r"[A-Z]{3}[- ]\d{3}",  # Sweden, Lithuania, Hungary
    )
)
PLATE = re.compile(rf"(?<![\w\-/.])(?P<plate>{SERIES_ABROAD})(?![\w/]|-\w|[.,]\d)")
NO_PLATE = re.compile(r"(?:EUR|NEN|ISO|DIN|KVK|BTW|NL|USB|CO|PM|IP|AED|BSN|CAO|WOZ|WMO|AWB|IBAN|BIC)[- ]?\d")
PLATED = re.compile(r"\b(?:plaat|platen|nummerplaat|kentekenplaat|kenteken|nummerbord)\b")
CARRIES = re.compile(
    r"\b(?:route|lijn|type|model|vak|code|zone|perceel|zaal|deel|rit|dienst|plek|kavel|formulier)\W{0,2}$"
)
PARKING = re.compile(r"\bparkeer\w*")


def _abroad(text: str) -> Iterator[tuple[int, int]]:
    """Where each such plate stands."""
    if not _names_a_vehicle(text.lower()):
        return
    for match in PLATE.finditer(text):
        start, end = match.span("plate")
        left = before(text, start)
        if NO_PLATE.match(match["plate"]) or CARRIES.search(left) or is_other_number(left):
            continue
        if at_end("andere_nummers").search(left) or at_end("genummerde_dingen").search(left):
            continue
        sentence = sentence_beside(text, start, end)
        plain_code = re.fullmatch(r"[A-Z]{3}[- ]\d{3}", match["plate"])  # a bus of a make has one too
        if PLATED.search(sentence) or (not plain_code and _names_a_vehicle(sentence)):
            yield start, end


def _names_a_vehicle(sentence: str) -> bool:
    # Where one may park is a place; a plate asks for the vehicle itself.
    rest = PARKING.sub("", sentence)
    return bool(PLATED.search(rest) or spoken("voertuigen").search(rest) or spoken("kenteken_ervoor").search(rest))
