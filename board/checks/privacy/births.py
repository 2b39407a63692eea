"""Dates of birth and birthdays: a date beside a word for being born or beside one person; not of a group or a thing."""

import re
from collections.abc import Iterable, Iterator

from board.checks.privacy.dates import BELOW_HUNDRED, BY_NUMBERS, DATE, DAY_AND_MONTH, OLD_DATE, YEAR
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, spoken, words
from board.checks.privacy.persons import PERSON, PRONOUN, after, before, sentence_beside

AGE = rf"(?:(?:dan |alweer |al )?(?:honderd(?: ?(?:en )?{BELOW_HUNDRED})?|{BELOW_HUNDRED}|\d{{1,3}})(?: jaar)?(?![\w]))"
# “Jarig op 14 februari”: whoever it is.
JARIG = re.compile(
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
LIFE_BUILT = re.compile(
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
BIRTHDAY_HINT = re.compile(
    r"(?i)viert\b|vierde\b|wordt|werd|wier|wud|wurdt|licht|jarig|kaars|geworden|verjaardag|bouwjaar|jaargang|lichting|"
    r"\((?:\d|[123]\d) [a-z]"
)


AROUND = 125  # letters: a sentence is read no further
REACH = 70  # letters around a word
TURNS = re.compile(r"(?i)jarig")
BUILT_IN = re.compile(r"(?i)bouwjaar")
PAPER = re.compile(r"(?i)paspoort|-kaart|identiteitskaart|rijbewijs|verblijfspas|geboorteakte")


def _birthdays(text: str) -> Iterator[Finding]:
    """Each such day."""
    if not BIRTHDAY_HINT.search(text):
        return
    for match in _near(text, TURNS, JARIG):
        yield Finding("dob", *match.span("date"))
    for match in DAY.finditer(text):
        if not BIRTHDAY_HINT.search(text, max(0, match.start() - AROUND), match.end() + AROUND):
            continue
        name = FIRST_NAME.search(text, max(0, match.start() - 60), match.end() + 60)
        named = name is not None and plain(name["name"] or name["after"]) in words("voornamen")
        if _is_birthday_of_somebody(before(text, match.start()), after(text, match.end()), named):
            yield Finding("dob", *match.span("date"))


def _is_birthday_of_somebody(left: str, right: str, named: bool) -> bool:
    """Whether the words on both sides of a day tell who turns how old on it."""
    sentence = " ".join(f"{left} {right}".split())
    if not (named or ONE.search(sentence)) or MANY.search(sentence):
        return False
    if LIFE_BUILT.search(left):
        return True
    thing = THING.search(sentence)
    return bool(AGED.search(sentence)) and (not thing or bool(ONE.search(thing.group())))


BORN = (
    r"(?:geboren|geboortedatum|geboortedag|geb(?=[.: ])(?: ?\.? ?(?:datum|dat\.?))?|gebdatum|d\.o\.b\.?|dob|"
    r"(?:leeftijd en )?verjaardag|(?:ter|op de) wereld(?: gekomen)?|levenslicht|geboortejaar|°)"
)
PLACE = r"(?:(?:te|in) [^\W\d_]+(?: [^\W\d_]+)?,? )?"
FORWARD = re.compile(
    rf"(?i)(?<!\w){BORN}\.?(?: is| was)?(?: (?:van )?(?:de |het )?{PERSON})?[:, (]{{0,3}}(?:{PLACE}|(?-i:[A-Z])\w+,? )"
    rf"(?:op (?:een )?|d\.d\. )?(?:\w{{2,7}}dag,? )?(?P<date>{DATE}|[0-3]\d[01]\d(?:19|20)?\d\d(?!\d))"
)
WORD_AFTER = re.compile(r"(?i)\b(?:geboren|ter wereld|op de wereld)\b")
BACKWARD = re.compile(rf"(?i)(?<![\w/.\-])(?P<date>{DATE}),? {PLACE}(?:geboren|ter wereld|op de wereld)$")
# “Patiënt, 12-3-1948”, “zij is van 4 mei 1961”, “de mevrouw van 12 maart 1984”.
OF_SOMEBODY = re.compile(
    rf"(?i)(?<!\w)(?:{PERSON}\.?(?: ?[,(*°]{{1,3}} ?| is van | van | dd\.? |: ?|: (?:m|v|x|man|vrouw),? | )"
    rf"|{PRONOUN}(?: is (?:er (?:een|één) )?van | \(| ?[=:] ?)|{PERSON} van \d(?: kinderen| jongens| meisjes)?,? )"
    rf"(?P<date>{OLD_DATE})"
)
# “Meneer, bouwjaar 1941, 7 augustus”.
BUILT = re.compile(
    rf"(?i)(?<!\w){PERSON},? (?:is )?(?:van )?bouwjaar '?(?:19)?\d\d,?[ (]{{1,2}}(?P<date>{DAY_AND_MONTH})"
    rf"|(?<!\w){PRONOUN} (?:is|was) (?:van )?bouwjaar '?(?:19)?\d\d,?[ (]{{1,2}}{DAY_AND_MONTH}"
)
YEARS = re.compile(r"(?i)19\d\d|20[01]\d|'[3-9]\d|[-/. ][3-9]\d(?!\d)|negentien|twee ?duizend")
LONG_PAST = re.compile(rf"(?i)(?<![\w/.\-,]){OLD_DATE}(?![\w/\-])")
CHILD = re.compile(
    r"\b(?:jongen|meisje|zoon\w*|dochter\w*|kind|kindje|leerling|scholier|tiener|puber|peuter|kleuter)\b"
)
# What has a date of its own, though somebody is spoken of.
EVENT = re.compile(
    r"\b(?:sinds|vanaf|tot|besluit\w*|brief\w*|wet|contract\w*|huurt|getrouwd|trouwde\w*|huwelijk|overle\w+|stierf|"
    r"foto\w*|kaart|"
    r"monument\w*|herden\w+|ramp|vonnis|verdrag|archief\w*|gebouwd|opende|opening|gekocht|kocht|verhuisde|"
    r"vergunning\w*|"
    r"kwam aan|gevlucht|vluchtte|in dienst|begon|diploma|bericht|krant\w*|verslag|notulen|vergadering|uitspraak|plan|"
    r"klokken|bevrijd\w*|gesneuveld|gefusilleerd|aangekomen|notaris\w*|testament|tekening|bestemmingsplan)\b"
)
CHILDREN = re.compile(r" van \d \w+")
# “Zijn paspoort vermeldt 22 feb 1971”.
DOCUMENT = re.compile(
    r"(?i)(?<!\w)(?:paspoort|id-kaart|identiteitskaart|id-bewijs|rijbewijs|verblijfspas|verblijfsdocument|"
    r"geboorteakte|brp|ind|"
    rf"polis)(?: [\w\-]{{1,14}}){{0,4}}?:? (?P<date>{OLD_DATE})"
)
IN_DOCUMENT = re.compile(
    rf"(?i)(?<![\w/.\-])(?P<date>{OLD_DATE}) (?:staat |stond )?(?:in|op) (?:zijn|haar|het|de|hun|m'n|mijn) "
    r"(?:paspoort|id-kaart|rijbewijs|identiteitskaart|verblijfspas|geboorteakte)"
)
# “De baby van 3 augustus 2024”: of a small child no year is too late.
YOUNG = re.compile(
    r"(?i)(?<!\w)(?:baby|kindje|peuter|kleuter|tweeling|zoontje|dochtertje|pasgeborene|zuigeling|drieling"
    r"|(?:haar|zijn|hun|mijn|onze) (?:jongste|oudste|middelste|kleinkind|kleinzoon|kleindochter|zoon|dochter|kind))"
    rf"(?: ?[,(] ?| is van |,? van |: | kwam (?:op )?)(?:de )?(?P<date>{DAY_AND_MONTH} ?,? ?{YEAR}|"
    rf"{BY_NUMBERS}{YEAR})(?!\d)"
)
HINT = re.compile(
    r"(?i)geb|dob|pasp|id-|rijb|verblijf|brp|ind|d\.o\.b|verjaardag|jarig|kaars|jaargang|geworden|wereld|"
    r"levenslicht|bouwjaar|baby|tweeling|20\d\d|wordt|werd|°|[12][90]\d\d|['\-/.][3-9]\d|tien|duizend"
)
AFTER_NAME = re.compile(rf"(?i)[ ,;(*°]{{1,4}}(?:dd\.? |van )?(?P<date>{OLD_DATE})")


def find(text: str) -> Iterator[Finding]:
    """Each date of birth, from the word to the date."""
    yield from _birthdays(text)
    if not HINT.search(text):
        return
    for match in _dates(text):
        if not _is_of_many(text, match):
            yield Finding("dob", *_span(match))
    for word in WORD_AFTER.finditer(text):
        told = BACKWARD.search(text, max(0, word.start() - 70), word.end())
        if told and not _is_of_many(text, told):
            yield Finding("dob", *told.span())
    yield from _beside_a_life(text)


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Each date beside a word for being born, for one person or for a paper of theirs."""
    for pattern in (FORWARD, OF_SOMEBODY, YOUNG, DOCUMENT):
        yield from pattern.finditer(text)
    for word, pattern in ((BUILT_IN, BUILT), (PAPER, IN_DOCUMENT)):
        yield from _near(text, word, pattern)


def _near(text: str, word: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds around a word that it needs: the word is sought in the whole text, the pattern there."""
    last = 0
    for each in word.finditer(text):
        found = pattern.search(text, max(last, each.start() - REACH), each.end() + REACH)
        if found and found.start() <= each.start() and each.end() <= found.end() + 1:
            last = found.end()
            yield found


def _beside_a_life(text: str) -> Iterator[Finding]:
    """A whole date of long ago in a sentence about one person: nothing else of theirs has one."""
    for year in YEARS.finditer(text):
        found = LONG_PAST.search(text, max(0, year.start() - 40), min(len(text), year.end() + 30))
        if not found or not found.start() < year.end() <= found.end() + 2:
            continue
        sentence = sentence_beside(text, *found.span())
        late = re.search(r"20\d\d", found.group())
        about = CHILD if late and late.group() > "2005" else ONE
        if (
            about.search(sentence)
            and (not EVENT.search(sentence) or "geboren" in sentence)
            and not spoken("geboorten").search(sentence)
        ):
            yield Finding("dob", *found.span())


def _is_of_many(text: str, found: re.Match[str]) -> bool:
    nearby = before(text, found.start(), 60) + CHILDREN.sub("", found.group().lower())
    return bool(spoken("geboorten").search(nearby))


def beside(text: str, names: Iterable[Finding]) -> Iterator[Finding]:
    """Each date of long ago that follows a name at once: “Fatima Haddad (12-03-1984)”."""
    for name in names:
        found = AFTER_NAME.match(text, name.end)
        if found:
            yield Finding("dob", *found.span("date"))


def _span(found: re.Match[str]) -> tuple[int, int]:
    """Beside a word for a person only the date is meant; a word for being born is part of it."""
    is_beside = found.re in {OF_SOMEBODY, YOUNG, DOCUMENT, IN_DOCUMENT} or (found.re is BUILT and found["date"])
    return found.span("date") if is_beside else found.span()
