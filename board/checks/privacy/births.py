"""Dates of birth: a whole date beside a word for being born, of one person and not of a group."""

import re
from collections.abc import Iterator

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import spoken
from board.checks.privacy.surroundings import before

MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"jan|feb|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec)\b\.?"
)
YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
DAY = r"(?:[0-2]?\d|3[01])(?:e|ste|de)?"
DATE = (
    rf"(?:{DAY} ?{MONTH} ?,? ?(?:{YEAR})?|{DAY} ?[-/. ] ?[01]?\d ?[-/. ] ?{YEAR}"
    r"|(?:19|20)\d\d[-/.]?[01]\d[-/.]?[0-3]\d)(?!\d)"
)
BORN = (
    r"(?:geboren|geboortedatum|geboortedag|geb(?=[.: ])(?: ?\.? ?(?:datum|dat\.?))?|gebdatum|d\.o\.b\.?|dob|"
    r"verjaardag|°)"
)
PLACE = r"(?:(?:te|in) [^\W\d_]+(?: [^\W\d_]+)?,? )?"
PERSON = (
    r"(?:patiënte?|cliënte?|klant|bewon(?:er|ster)|inwon(?:er|ster)|aanvra(?:ger|agster)|huur(?:der|ster)|jongen|meisje|"
    r"man|vrouw|zoon|dochter|moeder|vader)"
)
FORWARD = re.compile(
    rf"(?i)(?<!\w){BORN}\.?(?: is| was)?(?: (?:van )?(?:de |het )?{PERSON})?[:, (]{{0,3}}(?:{PLACE}|(?-i:[A-Z])\w+,? )"
    rf"(?:op |d\.d\. )?(?:\w+dag )?(?P<date>{DATE})"
)
BACKWARD = re.compile(rf"(?i)(?<![\w/.\-])(?P<date>{DATE}),? {PLACE}geboren\b")
# “Patiënt, 12-3-1948”, “zij is van 4 mei 1961”: long ago, so no day on which something was reported.
LONG_AGO = r"(?:19\d\d|200\d|201[0-5])(?!\d)"
OF_SOMEBODY = re.compile(
    rf"(?i)(?<!\w)(?:{PERSON} ?[,(] ?|(?:hij|zij|ze) is van )"
    rf"(?P<date>(?:{DAY} ?{MONTH} |{DAY}[-/.][01]?\d[-/.]){LONG_AGO})"
)
HINT = re.compile(r"(?i)geb|dob|d\.o\.b|verjaardag|°|[12][90]\d\d")


def find(text: str) -> Iterator[Finding]:
    """Each date of birth, from the word to the date."""
    if not HINT.search(text):
        return
    for pattern in (FORWARD, BACKWARD, OF_SOMEBODY):
        for found in pattern.finditer(text):
            nearby = before(text, found.start(), 60) + found.group().lower()
            if not spoken("geboorten").search(nearby):
                yield Finding("dob", *found.span())
