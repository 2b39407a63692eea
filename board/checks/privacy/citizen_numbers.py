"""Citizen service numbers (BSN): nine digits that pass the eleven-test, where such a number can stand."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import at_end, at_start
from board.checks.privacy.surroundings import after, before, is_other_number

NINE = re.compile(r"(?<![\d])\d(?:[ .\-]?\d){7,8}(?!\d)")
# Part of something longer: a case number, an amount with cents, a code.
GLUED_BEFORE = re.compile(r"(?:[\d\w][.,/\-_]|[/_#€$]\s?|\d |eur\s?|[^\W\d])$")
GLUED_AFTER = re.compile(r"^(?:[,./\-_]\d| \d|[/_][^\W_]|-[^\W\d_]|[^\W\d_])")
NAMED = re.compile(
    r"\b(?:bsn|bsn-?(?:nummer|nr)|burger ?service ?(?:nummers?|nr)|sofi-?(?:nummer)?|burgernummer)"
    r"\W{0,4}(?:\w+\W{1,2}){0,2}$"
)
# As people write it: 123456789, 123.456.789, 1234.56.789.
GROUPS = {(9,), (3, 3, 3), (4, 2, 3), (4, 3, 2), (2, 3, 4), (3, 2, 4)}
CALLED = re.compile(r"(?:€|\b(?:eur|bedrag|tel|telefoon|bel))\W{0,3}$")
AMOUNT = re.compile(r"\s?(?:€|,-|%)")


def find(text: str) -> Iterator[Finding]:
    """Each number that can be somebody's BSN."""
    for found in NINE.finditer(text):
        start, end = found.span()
        digits = re.sub(r"\D", "", found.group())
        groups = tuple(len(group) for group in re.findall(r"\d+", found.group()))
        left, right = before(text, start), after(text, end)
        if _is_bsn(digits, groups, left, right):
            yield Finding("bsn", start, end)


def _is_bsn(digits: str, groups: tuple[int, ...], left: str, right: str) -> bool:
    if NAMED.search(left):
        return len(set(digits)) > 1 and not GLUED_AFTER.search(right)
    if len(digits) != 9 or groups not in GROUPS or not bsn.is_valid(digits):
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
