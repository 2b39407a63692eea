"""Citizen service numbers (BSN): nine digits that pass the eleven-test, where such a number can stand."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import at_end, at_start
from board.checks.privacy.persons import after, before, is_other_number, sentence_beside
from board.checks.privacy.spoken_numbers import UNIT, SpokenNumber, spoken_numbers

NINE = re.compile(r"(?<![\d])\d(?:[ .\-]?\d){7,8}(?!\d)")
# Part of something longer: a case number, an amount with cents, a code.
GLUED_BEFORE = re.compile(r"(?:[\d\w][.,/\-_]|[/_#€$]\s?|\d |eur\s?|[^\W\d])$")
GLUED_AFTER = re.compile(r"^(?:[,./\-_]\d| \d|[/_][^\W_]|-[^\W\d_]|[^\W\d_])")
NAMED = re.compile(
    r"\b(?:bsn|bsn-?(?:nummer|nr)|burger ?service ?(?:nummers?|nr)|sofi-?(?:nummer)?|burgernummer|persoonsnummer)"
    r"\W{0,4}(?:\w+\W{1,3}){0,6}$"
)
# Nine digits of an organisation pass the same test: RSIN and all that is made of it.
REGISTER = re.compile(
    r"\b(?:rsin|kvk|k\.v\.k|oin|anbi|fi-?nummer|fiscaa?l\w*|btw|vestigings\w*|imei\w*|isbn|ean|barcode\w*|serie\w*|"
    r"artikelnummer\w*|rapport\w*|loonheffing\w*|belastingnummer|"
    r"rechtspersonen\w*|kamer van koophandel)\b(?P<between>(?:\W{1,3}[\w\-]+){0,6})\W{0,3}$"
)
OF_SOMEBODY = re.compile(
    r"\b(?:zijn|haar|hem|mijn|meneer|mevrouw|dhr|mw|heer|vader|moeder|man|vrouw|zoon|dochter|inwoner|bewoner|"
    r"bewoonster|aanvrager|aanvraagster|client|cliënt|cliënte|huurder|klant|zzp\W?er\w*|eenmanszaak)\b"
)
# Before 2020 the VAT number of who works alone was the BSN with letters around it.
OF_ONE = re.compile(r"(?<![^\W_])[Nn][Ll](\d{9})[Bb]\d\d(?![^\W_])")
# As people write it: 123456789, 123.456.789, 1234.56.789.
GROUPS = {(9,), (3, 3, 3), (4, 2, 3), (4, 3, 2), (2, 3, 4), (3, 2, 4)}
CALLED = re.compile(r"(?:€|\b(?:eur|bedrag|tel|telefoon|bel))\W{0,3}$")
# “Zijn BSN eindigt op 0971”: with the rest of the story that is enough.
PARTLY = re.compile(
    r"(?i)\b(?:bsn|burger ?service ?(?:nummer|nr)|sofinummer)\b[^.!?\n]{0,30}? (?:eindigt op|eindigend op|"
    r"begint met|laatste "
    r"(?:cijfers|drie|vier)(?: zijn)?:?) (?P<digits>\d{3,8})(?!\d)"
)
SPELLED = re.compile(rf"(?i)(?:{UNIT})(?:[ ,.\-/]{{1,3}}(?:(?:en|dan) )?(?:{UNIT}))*")
COUNTED = re.compile(
    r" (?!is\b|was\b|dus\b)(?:[a-z]{1,14}e )?[a-z]{2,20}(?:en|s|jes|[a-z]'s)(?!\w)"
    r"(?! (?:we|wij|ze|zij|hij|ik|de|het|een|zich|nog)\b)"
)
AMOUNT = re.compile(r"\s?(?:€|,-|%)")


def find(text: str) -> Iterator[Finding]:
    """Each number that can be somebody's BSN."""
    for match in NINE.finditer(text):
        start, end = match.span()
        digits = re.sub(r"\D", "", match.group())
        groups = tuple(len(group) for group in re.findall(r"\d+", match.group()))
        left, right = before(text, start), after(text, end)
        is_amount = "." in match.group() and COUNTED.match(right)
        if not is_amount and _is_bsn(digits, groups, left, right):
            yield Finding("bsn", start, end)
    for number in spoken_numbers(text):
        if (len(number.digits) in {8, 9} and _is_named(number.digits, before(text, number.start))) or _is_spelled(
            text, number
        ):
            yield Finding("bsn", number.start, number.end)
    for match in PARTLY.finditer(text):
        yield Finding("bsn", match.start("digits"), match.end())
    for match in OF_ONE.finditer(text):
        if bsn.is_valid(match.group(1)) and OF_SOMEBODY.search(sentence_beside(text, *match.span())):
            yield Finding("bsn", *match.span())


def _is_spelled(text: str, number: SpokenNumber) -> bool:
    """Nine figures of which each is a word, that pass the test: nobody counts like that."""
    if len(number.digits) != 9 or not SPELLED.fullmatch(text, number.start, number.end):
        return False
    left, right = before(text, number.start), after(text, number.end)
    other = at_end("andere_nummers").search(left) or is_other_number(left) or COUNTED.match(right)
    return bool(bsn.is_valid(number.digits)) and not other


def _is_named(digits: str, left: str) -> bool:
    """Whether the word before says that it is a BSN, also with a typing error in it."""
    return len(set(digits)) > 1 and bool(NAMED.search(left))


def _is_of_an_organisation(left: str) -> bool:
    found = REGISTER.search(left)
    return bool(found) and not OF_SOMEBODY.search(left[max(0, found.start() - 6) :] if found else "")


def _is_bsn(digits: str, groups: tuple[int, ...], left: str, right: str) -> bool:
    if _is_named(digits, left):
        return not GLUED_AFTER.search(right)
    if len(digits) != 9 or groups not in GROUPS or not bsn.is_valid(digits):
        return False
    if _is_of_an_organisation(left):
        return False
    if GLUED_BEFORE.search(left) or GLUED_AFTER.search(right):
        return False
    return not (
        at_end("andere_nummers").search(left)
        or is_other_number(left)
        or CALLED.search(left)
        or AMOUNT.match(right)
        or at_start("eenheden").match(right)
    )
