"""Bank accounts: IBANs of all countries that use them."""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_97_10

from board.checks.privacy.finding import Finding

BEGIN = re.compile(r"(?<![^\W_])[A-Za-z]{2}[ .\-]?\d[ ]?\d(?=[ .\-]{0,2}[A-Za-z0-9])")
GLUE = " .-"
LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
    "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
    "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
    "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
    "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SD": 18,
    "SE": 24, "SI": 19, "SK": 24, "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29,
    "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
DUTCH = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
# The numbers from before the IBAN live on in letters and in heads.
OLD = re.compile(
    r"(?i)\b(?:(?:bank|giro|post)?rekening|giro)(?:nummer|nr)?\.?:? {0,2}(\d(?:[ .]?\d){6,9})(?![\d.,/\-]*\d)"
)


def find(text: str) -> Iterator[Finding]:
    """Each IBAN, also with a typing error when it has the Dutch form; and each number that is called an account."""
    for begin in BEGIN.finditer(text):
        end = _end(text, begin.start())
        if end:
            yield Finding("iban", begin.start(), end)
    for old in OLD.finditer(text):
        yield Finding("iban", *old.span(1))


def _end(text: str, start: int) -> int | None:
    length = LENGTHS.get(text[start : start + 2].upper())
    if length is None:
        return None
    taken, place = "", start
    while place < len(text) and len(taken) < length:
        one = text[place]
        if one.isascii() and one.isalnum():
            taken += one.upper()
        elif one not in GLUE or (text[place - 1] in GLUE and text[place - 2] in GLUE):
            return None
        place += 1
    return place if _is_account(taken, length) and not text[place : place + 1].isalnum() else None


def _is_account(taken: str, length: int) -> bool:
    return len(taken) == length and bool(DUTCH.fullmatch(taken) or mod_97_10.is_valid(taken[4:] + taken[:4]))
