"""Dates of birth: a whole date beside a word for being born, or beside one person; not of a group or a thing."""

import re
from collections.abc import Iterable, Iterator

from board.checks.privacy.dates import BELOW_HUNDRED, BY_NUMBERS, DATE, DAY_AND_MONTH, OLD_DATE, YEAR
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, spoken, words
from board.checks.privacy.surroundings import before

BORN = (
    r"(?:geboren|geboortedatum|geboortedag|geb(?=[.: ])(?: ?\.? ?(?:datum|dat\.?))?|gebdatum|d\.o\.b\.?|dob|"
    r"verjaardag|ter wereld(?: gekomen)?|levenslicht|°)"
)
PLACE = r"(?:(?:te|in) [^\W\d_]+(?: [^\W\d_]+)?,? )?"
PERSON = (
    r"(?:patiënte?|cliënte?|klant|bewon(?:er|ster)|inwon(?:er|ster)|aanvra(?:ger|agster)|huur(?:der|ster)|jongen|meisje|"
    r"man|vrouw|zoon(?:tje)?|dochter(?:tje)?|moeder|vader|opa|oma|weduwe|weduwnaar|mevrouw|meneer|mijnheer|heer|dame|"
    r"baby|kind(?:je)?|broer(?:tje)?|zus(?:je)?|leerling|deeln(?:emer|eemster)|buur(?:man|vrouw)|partner|tante|oom|"
    r"jarige|(?:honderd|negentig)jarige|mw|dhr|mevr|betrokkene|melder|meldster)"
)
PRONOUN = r"(?:hij|zij|ze)"
FORWARD = re.compile(
    rf"(?i)(?<!\w){BORN}\.?(?: is| was)?(?: (?:van )?(?:de |het )?{PERSON})?[:, (]{{0,3}}(?:{PLACE}|(?-i:[A-Z])\w+,? )"
    rf"(?:op (?:een )?|d\.d\. )?(?:\w{{2,7}}dag,? )?(?P<date>{DATE}|[0-3]\d[01]\d(?:19|20)?\d\d(?!\d))"
)
BACKWARD = re.compile(rf"(?i)(?<![\w/.\-])(?P<date>{DATE}),? {PLACE}(?:geboren|ter wereld)\b")
# “Patiënt, 12-3-1948”, “zij is van 4 mei 1961”, “de mevrouw van 12 maart 1984”.
OF_SOMEBODY = re.compile(
    rf"(?i)(?<!\w)(?:{PERSON}\.?(?: ?[,(*] ?| is van | van | dd\.? | )|{PRONOUN}(?: is van | \())"
    rf"(?P<date>{OLD_DATE})"
)
# “Meneer, bouwjaar 1941, 7 augustus”.
BUILT = re.compile(
    rf"(?i)(?<!\w){PERSON},? (?:is )?(?:van )?bouwjaar '?(?:19)?\d\d,?[ (]{{1,2}}(?P<date>{DAY_AND_MONTH})"
    rf"|(?<!\w){PRONOUN} (?:is|was) (?:van )?bouwjaar '?(?:19)?\d\d,?[ (]{{1,2}}{DAY_AND_MONTH}"
)
# “De baby van 3 augustus 2024”: of a small child no year is too late.
YOUNG = re.compile(
    r"(?i)(?<!\w)(?:baby|kindje|peuter|kleuter|tweeling|zoontje|dochtertje|pasgeborene|zuigeling|drieling"
    r"|(?:haar|zijn|hun|mijn|onze) (?:jongste|oudste|middelste|kleinkind|kleinzoon|kleindochter|zoon|dochter|kind))"
    rf"(?: ?[,(] ?| is van | van |: )(?:de )?(?P<date>{DAY_AND_MONTH} ?,? ?{YEAR}|{BY_NUMBERS}{YEAR})(?!\d)"
)
SUBJECT = (
    rf"(?:{PRONOUN}|(?:\w+ )?{PERSON}(?:(?-i: [A-Z][\w\-]+| (?:van|de|der|den)){{1,4}})?"
    r"|(?P<name>(?-i:[A-Z])[^\W\d_]+))"
)
AGE = rf"(?:(?:dan |alweer |al )?(?:{BELOW_HUNDRED}|honderd|\d{{1,3}})(?: jaar)?(?![\w]))"
TURNS = r"(?:wordt|werd|is geworden)"
# “Jarig op 14 februari, wordt dan negentig”; “op 6 oktober wordt meneer zeventig”; “zij viert op 2 mei haar …”.
BIRTHDAYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)(?:(?<=^)|(?<=[.!?:;,(\n] )|(?<=[.!?:;,(\n])|(?<!\w){SUBJECT} (?:is|was) )"
        rf"jarig:? (?:op )?(?P<date>{DATE})",
        rf"(?i)(?<!\w){SUBJECT} {TURNS} (?:op )?(?P<date>{DATE}) {AGE}",
        rf"(?i)(?<!\w)op (?P<date>{DATE}) {TURNS} (?:{PRONOUN}|(?:\w+ )?{PERSON})(?: \w+)? {AGE}",
        rf"(?i)(?<!\w){SUBJECT} {TURNS} {AGE} op (?P<date>{DATE})",
        rf"(?i)(?<!\w){SUBJECT} vier(?:t|de) (?:op )?(?P<date>{DATE}) (?:haar|zijn) (?:\S+ )?verjaardag",
    )
)
HINT = re.compile(
    r"(?i)geb|dob|d\.o\.b|verjaardag|jarig|wereld|levenslicht|bouwjaar|baby|tweeling|20\d\d|wordt|werd|°|[12][90]\d\d|['\-/.][3-9]\d|tien|duizend"
)
AFTER_NAME = re.compile(rf"(?i)[ ,;(*°]{{1,4}}(?:dd\.? |van )?(?P<date>{OLD_DATE})")


def find(text: str) -> Iterator[Finding]:
    """Each date of birth, from the word to the date."""
    if not HINT.search(text):
        return
    for pattern in (FORWARD, BACKWARD, OF_SOMEBODY, BUILT, YOUNG):
        for found in pattern.finditer(text):
            nearby = before(text, found.start(), 60) + found.group().lower()
            if not spoken("geboorten").search(nearby):
                yield Finding("dob", *_span(found))
    for pattern in BIRTHDAYS:
        for found in pattern.finditer(text):
            name = found.groupdict().get("name")
            if not name or plain(name) in words("voornamen"):
                yield Finding("dob", *found.span("date"))


def beside(text: str, names: Iterable[Finding]) -> Iterator[Finding]:
    """Each date of long ago that follows a name at once: “Fatima Haddad (12-03-1984)”."""
    for name in names:
        found = AFTER_NAME.match(text, name.end)
        if found:
            yield Finding("dob", *found.span("date"))


def _span(found: re.Match[str]) -> tuple[int, int]:
    """Beside a word for a person only the date is meant; a word for being born is part of it."""
    is_beside = found.re in {OF_SOMEBODY, YOUNG} or (found.re is BUILT and found["date"])
    return found.span("date") if is_beside else found.span()
