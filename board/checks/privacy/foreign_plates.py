"""Licence plates of other countries, in capitals, where a vehicle or a plate is spoken of."""

import re
from collections.abc import Iterator

from board.checks.privacy.lists import at_end, spoken
from board.checks.privacy.surroundings import around, before, is_other_number

SERIES = "|".join(
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
PLATE = re.compile(rf"(?<![\w\-/.])(?P<plate>{SERIES})(?![\w/]|-\w|[.,]\d)")
NO_PLATE = re.compile(r"(?:EUR|NEN|ISO|DIN|KVK|BTW|NL|USB|CO|PM|IP|AED|BSN|CAO|WOZ|WMO|AWB|IBAN|BIC)[- ]?\d")
PLATED = re.compile(r"\b(?:plaat|platen|nummerplaat|kentekenplaat|kenteken|nummerbord)\b")
CARRIES = re.compile(
    r"\b(?:route|lijn|type|model|vak|code|zone|perceel|zaal|deel|rit|dienst|plek|kavel|formulier)\W{0,2}$"
)
PARKING = re.compile(r"\bparkeer\w*")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where each such plate stands."""
    if not _speaks_of_a_vehicle(text.lower()):
        return
    for found in PLATE.finditer(text):
        start, end = found.span("plate")
        left = before(text, start)
        if NO_PLATE.match(found["plate"]) or CARRIES.search(left) or is_other_number(left):
            continue
        if at_end("andere_nummers").search(left) or at_end("genummerde_dingen").search(left):
            continue
        sentence = around(text, start, end)
        plain_code = re.fullmatch(r"[A-Z]{3}[- ]\d{3}", found["plate"])  # a bus of a make has one too
        if PLATED.search(sentence) or (not plain_code and _speaks_of_a_vehicle(sentence)):
            yield start, end


def _speaks_of_a_vehicle(sentence: str) -> bool:
    # Where one may park is a place; a plate asks for the vehicle itself.
    rest = PARKING.sub("", sentence)
    return bool(PLATED.search(rest) or spoken("voertuigen").search(rest) or spoken("kenteken_ervoor").search(rest))
