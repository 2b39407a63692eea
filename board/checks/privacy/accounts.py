"""Bank accounts: IBANs of all countries in the registry of ISO 13616, and numbers that are called an account."""

import re
from collections.abc import Iterator
from functools import cache

from stdnum import iban, numdb
from stdnum.iso7064 import mod_97_10

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import spoken
from board.checks.privacy.persons import after, before

BEGIN = re.compile(r"(?<![^\W_])[A-Za-z]{2}[ .\-]?\d[ ]?\d(?=[ .,\-]{0,3}[A-Za-z0-9])")
PART = re.compile(r"[A-Za-z0-9]+")
BETWEEN = re.compile(r"(?:[ .,\-/]{1,3})(?:(?:en )?(?:dan|daarna) )?")
PUBLIC_BANK = re.compile(r"NL\d\d(?:BNGH|NWAB)")
BODY = (
    r"(?:de |het |onze |uw )?[\w\-]{0,20}?(?:gemeente|stichting|vereniging|waterschap|provincie|fonds|voedselbank|"
    r"woningcorporatie|woonstichting|belastingdienst|museum|bibliotheek|zwembad|veiligheidsregio|ggd|regio|"
    r"wijkraad|dorpsraad|coöperatie)\w{0,8}"
)
OF_BODY_AFTER = re.compile(rf",? ?\(?(?:van|t\.?n\.?v\.?|ten name van|op naam van|ten gunste van) {BODY}")
OF_BODY_BEFORE = re.compile(
    rf"(?:\b(?:bank)?(?:rekening\w*|iban) van {BODY}(?: [\w\-]{{1,30}}){{0,6}}|"
    rf"\b(?:betaalt?|betalen|overmaken|maak|stort|storten)\b.{{0,40}}?naar {BODY}(?: [\w\-]{{1,30}}){{0,4}}|"
    rf"^\W{{0,3}}{BODY} heeft (?:als )?(?:rekening\w*|iban)|"
    rf"^\W{{0,3}}{BODY}(?: [\w\-]{{1,30}}){{0,3}}[,:] (?:iban|rekening\w{{0,8}})|"
    rf"^\W{{0,3}}{BODY} betaalt (?:\w+ ){{0,3}}?(?:van|vanaf))\W{{0,3}}$"
)
GIVING = re.compile(r"\b(?:donaties?|doneer\w*|doneren|giften|gift|leges|collecte|contributie|sponsor\w*)\b")
SHORTEST, LONGEST = 15, 34
# Also with a typing error in it, this is what a Dutch one looks like.
DUTCH = re.compile(r"NL\d{2}[A-Z]{4}\d{10}")
CALLED = re.compile(r"\b(?:iban|rekening\w*|rek\.?(?: ?nr\.?)?)\W{1,3}(?:\w+\W{1,2}){0,3}$")
# The numbers from before the IBAN live on in letters and in heads.
OLD = re.compile(
    r"(?i)\b(?:(?:bank|giro|post)?rekening|giro|rek\.? ?(?=nr|nummer))(?:nummer|nr)?\.?:? {0,2}"
    r"(\d(?:[ .]?\d){6,9})(?![\d.,/\-]*\d)"
)


def find(text: str) -> Iterator[Finding]:
    """Each IBAN, also with a typing error when it has the Dutch form; and each number that is called an account.

    The account of an organisation comes along as “public”: its digits are no phone number either.
    """
    for begin in BEGIN.finditer(text):
        end = _end(text, begin.start())
        if end:
            is_public = _is_of_an_organisation(text, begin.start(), end)
            yield Finding("public" if is_public else "iban", begin.start(), end)
    for old in OLD.finditer(text):
        yield Finding("iban", *old.span(1))


def _is_of_an_organisation(text: str, start: int, end: int) -> bool:
    """An account at the bank of public bodies, or one that is told to be of an organisation or to give to."""
    if PUBLIC_BANK.match(re.sub(r"[\W_]", "", text[start : start + 16]).upper()):
        return True
    left, right = before(text, start), after(text, end)
    if spoken("iemand").search(left + right) or spoken("bellers").search(left + right):
        return False
    return bool(OF_BODY_AFTER.match(right) or OF_BODY_BEFORE.search(left) or GIVING.search(left + right))


@cache
def _length(country: str) -> int:
    """How many letters and digits an IBAN of a country has, by the registry; 0 when it is not in there."""
    known = numdb.get("iban").info(country)[0][1].get("bban", "")
    lengths = [int(part) for part in re.findall(r"(\d{1,2})!", known)]
    return 4 + sum(lengths) if lengths else 0


def _end(text: str, start: int) -> int | None:
    """Where the IBAN ends that begins at `start`: at the first end of a group that makes it whole."""
    length = _length(text[start : start + 2].upper())
    if not length and not CALLED.search(before(text, start, 40)):
        return None
    taken, place = "", start
    while len(taken) <= (length or LONGEST) and (part := PART.match(text, place)):
        taken, place = taken + part.group().upper(), part.end()
        if _is_account(taken, length) and not text[place : place + 1].isalnum():
            return place
        gap = BETWEEN.match(text, place)
        place = gap.end() if gap else len(text)
    return None


def _is_account(taken: str, length: int) -> bool:
    """Some countries have IBANs and are not in the registry: then the word said what it is."""
    if length:
        return len(taken) == length and (bool(DUTCH.fullmatch(taken)) or iban.is_valid(taken, check_country=False))
    return SHORTEST <= len(taken) <= LONGEST and bool(mod_97_10.is_valid(taken[4:] + taken[:4]))
