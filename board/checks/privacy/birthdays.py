"""Birthdays: a day of the year on which somebody was or will be so many years old."""

import re
from collections.abc import Iterator

from board.checks.privacy.dates import BELOW_HUNDRED, BY_NUMBERS, DATE, DAY_AND_MONTH, YEAR
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, words
from board.checks.privacy.persons import PERSON, PRONOUN
from board.checks.privacy.surroundings import after, before

AGE = rf"(?:(?:dan |alweer |al )?(?:honderd(?: ?(?:en )?{BELOW_HUNDRED})?|{BELOW_HUNDRED}|\d{{1,3}})(?: jaar)?(?![\w]))"
# “Jarig op 14 februari”: whoever it is.
TOLD = re.compile(
    rf"(?i)(?:(?<=^)|(?<=[.!?:;,(\n] )|(?<=[.!?:;,(\n])|(?<!\w)(?:{PRONOUN}|{PERSON}) (?:is|"
    rf"was) )jarig:? (?:op )?(?P<date>{DATE}|[0-3]?\d[-/][01]?\d(?![\d/\-]))"
)
# In whatever order: a day, an age that somebody turns on it, and who it is.
DAY = re.compile(rf"(?i)(?<![\w/.\-,])(?P<date>{DAY_AND_MONTH}(?: ?,? ?(?:19|20)\d\d)?|{BY_NUMBERS}{YEAR})(?![\d\w])")
AGED = re.compile(
    rf"\b(?:wordt|werd|word|wier|wurdt|wud)\b(?: [\w\-]+){{0,5}}? {AGE}(?= geleden)?(?=[ .,;:!?)]*$|[.,;:!?)]|"
    rf" jaar\b| (?:en|die|"
    rf"dat|want|maar|in|op|dan|"
    r"daarom|kreeg|krijgt|mag|kan|had|heeft|geworden)\b)"
    rf"|(?<![\w]){AGE} (?:werd|wordt|is geworden|geworden|kaars\w*)(?!\w)"
    r"|\bvier(?:t|de)\b.{0,40} (?:zijn|haar) (?:\d{1,3}(?:ste|e)|[a-zë]{4,20}(?:igste|tiende|derdste|achtste))\b"
    r"|\bverjaardag\b|\bjarig\b|\bzag\b.{0,30} het (?:levens|eerste dag|dag)?licht\b"
)
BUILT = re.compile(
    r"\b(?:bouwjaar|jaargang|lichting|van|uit) '?(?:19|20)?\d\d,? ?[(,]? ?(?:en (?:wel|dan) )?"
    r"(?:(?!en\b)[a-zé]{1,12} ){0,5}$"
)
ONE = re.compile(rf"(?<!\w)(?:{PERSON}|{PRONOUN}|haar|m'n|mijn|ik)(?!\w)")
MANY = re.compile(
    r"\b(?:wie|alle|iedereen|u|uw|je|jij|worden|werden|ben|mits|(?:kinderen|jongeren|inwoners|bewoners|ouderen|mensen|"
    r"leerlingen|baby's|tieners) (?:die|van|vanaf|tot|geboren))\b"
)
THING = re.compile(
    r"\b(?:het|de|onze|ons) (?!(?:oudste|jongste)\b)[\w\-]{3,30} (?:wordt|werd|bestaat|bestond|viert|vierde) "
    rf"|\b(?:wordt|werd|bestaat|bestond|viert|vierde) (?:de|het|onze|ons) (?!(?:[\w\-]+ )?{PERSON}\b)"
)
# “Sara wordt op 3 mei twaalf”, “op 12 augustus wordt Henk tachtig”.
FIRST_NAME = re.compile(
    r"(?<!\w)(?P<name>[A-Z][^\W\d_]+)(?= (?:wordt|werd|is|was|viert|vierde|blaast)\b)"
    r"|(?:wordt|werd|viert|vierde) (?P<after>[A-Z][^\W\d_]+)"
)
HINT = re.compile(
    r"(?i)viert\b|vierde\b|wordt|werd|wier|wud|wurdt|licht|jarig|kaars|geworden|verjaardag|bouwjaar|jaargang|lichting|"
    r"\((?:\d|[123]\d) [a-z]"
)


def find(text: str) -> Iterator[Finding]:
    """Each such day."""
    if not HINT.search(text):
        return
    for found in TOLD.finditer(text):
        yield Finding("dob", *found.span("date"))
    for found in DAY.finditer(text):
        name = FIRST_NAME.search(text, max(0, found.start() - 60), found.end() + 60)
        named = name is not None and plain(name["name"] or name["after"]) in words("voornamen")
        if _is_of_somebody(before(text, found.start()), after(text, found.end()), named):
            yield Finding("dob", *found.span("date"))


def _is_of_somebody(left: str, right: str, named: bool) -> bool:
    """Whether the words on both sides of a day tell who turns how old on it."""
    sentence = " ".join(f"{left} {right}".split())
    if not (named or ONE.search(sentence)) or MANY.search(sentence):
        return False
    if BUILT.search(left):
        return True
    thing = THING.search(sentence)
    return bool(AGED.search(sentence)) and (not thing or bool(ONE.search(thing.group())))
