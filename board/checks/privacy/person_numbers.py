"""Numbers by which a body knows one person: of a client, a passport, a driving licence, a computer."""

import re
from collections.abc import Iterator
from functools import cache

from board.checks.privacy.finding import Finding
from board.checks.privacy.house_numbers import is_about_somebody
from board.checks.privacy.lists import words
from board.checks.privacy.persons import PERSON, PRONOUN, after, before

# “W-2209316”, “77.120.338”, “3528 0412 7781 9034”, “NX4K82L19”, “84.106.22.191”.
CODE = re.compile(
    r"(?<![\w.,/\-])(?=[A-Z\d.\-/ ]{0,12}\d)[A-Za-z]{0,4}[\-. ]?[A-Z\d]{1,12}"
    r"(?:[.\- /](?=[A-Z\d]*\d)[A-Z\d]{1,10}){0,5}(?![\w\-])"
)
DIGITS, MARKS = 3, 5
SOMEBODY = re.compile(rf"(?<!\w)(?:{PERSON}|{PRONOUN}|haar|hem|mijn|m'n|z'n)(?!\w)")
BODY = re.compile(
    r"\b(?:gemeente|stichting|vereniging|aannemer|leverancier|bedrijf|school|organisatie|waterschap|provincie|"
    r"corporatie|"
    r"woningcorporatie|fabrikant|winkel|zwembad|bibliotheek|bieb|gemeentehuis|stadhuis|printer|server|bv|b\.v|nv|firma|"
    r"installateur|drukkerij|loods|museum|sporthal|dorpshuis|wijkcentrum|buurthuis|club|team|afdeling)\b"
)
OWN = re.compile(r"(?:\d\d?[:.]\d\d|(?:19|20)\d\d|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|127\.0\.0\.1)$")
AMOUNT = re.compile(
    r"\s?(?:€|euro|,-|%|keer|stuks|mensen|inwoners|cliënten|klanten|studenten|leerlingen|passen|kaarten)"
)


def find(text: str) -> Iterator[Finding]:
    """Each such number."""
    for match in CODE.finditer(text):
        start, end = match.span()
        if not _is_long(match.group()) or OWN.match(match.group()):
            continue
        left, right = before(text, start, 70), after(text, end)
        if not AMOUNT.match(right) and _is_of_somebody(left, right):
            yield Finding("number", start, end)


def _is_long(code: str) -> bool:
    return sum(mark.isdigit() for mark in code) >= DIGITS and sum(mark.isalnum() for mark in code) >= MARKS


def _is_of_somebody(left: str, right: str) -> bool:
    if not re.search(r"[a-z]", left) or BODY.search(right[:60]):
        return False
    somebody = SOMEBODY.search(f"{left} {right}") or is_about_somebody(f"{left} {right}")
    if BODY.search(left) and not somebody:
        return False
    return bool(_named("persoonsnummers").search(left) or (somebody and _named("klantnummers").search(left)))


@cache
def _named(name: str) -> re.Pattern[str]:
    """A word of a list before a number, alone or with “nummer”: “klantnr. W-”, “paspoort met nummer”."""
    stems = "|".join(sorted(map(re.escape, _both(name)), key=len, reverse=True))
    filler = r"(?:[ ,(]{1,2}[a-zéëï.\-]{1,14}){0,6}\W{0,3}$"
    return re.compile(
        rf"(?<![\w])(?:(?:{stems})\w{{0,3}}[\-\w ]{{0,14}}(?:nummers?|nr\.?|id|code)|v[\- ]?(?:nummer|nr\.?)){filler}"
        rf"|(?<![\w])(?:{stems})(?:s|en)?(?: (?:is|met|nr\.?|nummer|van|luidt))?\W{{0,3}}$"
    )


def _both(name: str) -> frozenset[str]:
    """The entries as they are read in a text in lower case, with and without accents."""
    return words(name) | {word.replace("client", "cliënt").replace("patient", "patiënt") for word in words(name)}
