"""Phone numbers of people: Dutch ones by their shape, foreign ones by the rules of their country."""

import re
from collections.abc import Iterator

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import at_end, at_start, spoken, words
from board.checks.privacy.persons import after, before, is_other_number, sentence_beside
from board.checks.privacy.spoken_numbers import SpokenNumber
from board.checks.privacy.spoken_numbers import spoken_numbers as numbers_in

GAP = r"[ ().\-/…]{0,4}"
FREE = r"(?<![^\W_])(?<!\d[.,/\-])(?<!€)(?<!€ )"
DUTCH = re.compile(rf"{FREE}\(?0(?:{GAP}\d){{9}}(?!{GAP}\d)(?![^\W_])")
WITH_COUNTRY = re.compile(
    rf"(?<![\d+])(?<!\d[.,/\-])(?:(?:\+|00){GAP}31|"
    rf"31 ?(?=6)){GAP}(?:\(?0\)?{GAP})?[1-9](?:{GAP}\d){{8}}(?!{GAP}\d)(?![^\W_])"
)
ABROAD = re.compile(r"(?<![\d+\w])(?<!\d[.,/\-])(?:\+|00 ?)[1-9](?:[ ().\-/]{0,2}\d){6,14}(?!\d)")
BARE = re.compile(
    rf"{FREE}(?<!\d )(?:6(?: ?[ .\-] ?\d|\d){{8}}|[2-9]\d{{2}}[ \-]\d{{2}}[ \-]\d{{2}})(?! ?[ .\-]? ?\d)(?![^\W_])"
)
SAID = re.compile(r"0[1-9]\d{8}|(?:00)?31[1-9]\d{8}")
AREA_IN_DIGITS = re.compile(r"0 \d \d(?: \d)?(?: ?[\-/] ?| )\d{2}")  # “0 4 1 3 - 55 61 02”
WITHOUT_NOUGHT = re.compile(r"6\d{8}(?:1?0|\d)?")  # “… met een nul ervoor”
# “Zijn 06: 1234 5678”, “haar 06-nummer is 87 65 43 21”: the first two digits are the name of the thing.
NOUGHT_SIX = re.compile(
    rf"(?i)(?<![\w.,/\-])0 ?6(?:-?(?:nummer|nr\.?))?(?:,? (?:is|luidt|was|dan|en dan|daarna|en daarna))?[ :,\-]{{1,3}}"
    rf"(?P<rest>\d(?:{GAP}\d){{7}})(?!{GAP}\d)(?![^\W_])"
)
SERVICE = re.compile(r"(?:0|0?0?31)(?:800|900|906|909|88)")
CASE = re.compile(r"\b(?:zaak|kenmerk|dossier|referentie|factuur|order|besluit)\w*\W{0,3}(?:nummer|nr\.?)?\W{0,3}$")
MOBILE = re.compile(r"(?:0|(?:00)?310?)?6")
BOX = re.compile(r"(?<![a-z])([a-z]{2,20})@")
BEFORE_IT = re.compile(r"(?:nul|0) (?:er|der)(?:voor|bij)\b")
# “De laatste vier zijn 5582, het begin is 061903”.
IN_HALVES = re.compile(
    r"(?<!\d)(?P<end>\d{2,6})(?!\d)[^.!?\n\d]{1,40}\bbegin\w*(?: [a-z]{1,8}){0,4}:? (?P<begin>06\d{2,6})(?!\d)"
)
# The team that has a mobile phone of its own.
OF_A_TEAM = re.compile(
    r"\b(?:app|appt|whatsapp|sms|bel|bellen|appen|stuur|meld)\b[^.!?]{0,25}? (?:de |het |onze |ons |"
    r"uw )(?:gemeente|wijkteam|wijkagent|"
    r"boa's|boa|team|meldpunt|loket|conciërge|beheerder|buurtteam|handhaving|wijkbeheerder|havenmeester|marktmeester)\b"
)
CALL = re.compile(
    r"\b(?:bel|belt|bellen|gebeld|app|appt|appen|sms|tel|telefoon\w*|mobiel\w*|gsm|06|terugbel\w*|whatsapp|"
    r"bereik\w*|(?:\w{0,12})nummers?|nr|nrs|thuislijn|toestel)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Each phone number that seems to be of one person."""
    for search in (_dutch, _abroad, _bare, _in_pieces, _after_nought_six, _in_halves):
        for start, end in search(text):
            yield Finding("phone", start, end)


def _dutch(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (DUTCH, WITH_COUNTRY):
        for match in pattern.finditer(text):
            if _looks_dutch(match.group()) and not _is_other(text, *match.span()):
                yield match.span()


def _abroad(text: str) -> Iterator[tuple[int, int]]:
    for match in ABROAD.finditer(text):
        amount = at_start("eenheden").match(after(text, match.end()))
        if not amount and not _is_case(text, *match.span()) and _is_abroad(match.group()):
            yield match.span()


def _bare(text: str) -> Iterator[tuple[int, int]]:
    """Without its first nought or without its area: only where calling is spoken of."""
    for match in BARE.finditer(text):
        called = CALL.search(before(text, match.start(), 40))
        amount = at_start("eenheden").match(after(text, match.end()))
        if called and not amount and not _is_other(text, *match.span()):
            yield match.span()


def _in_pieces(text: str) -> Iterator[tuple[int, int]]:
    """“Nul zes, twaalf, vierendertig …”, “06 en dan 1234 5678”: only where words are part of it, or calling is near."""
    for number in numbers_in(text):
        nearby = before(text, number.start, 60) + " " + after(text, number.end, 60)
        called = (
            CALL.search(nearby)
            or text[number.start : number.start + 2] == "06"
            or BEFORE_IT.search(text, *_tail(number))
        )
        if _is_said_phone(number, bool(called)) and not _is_other(text, number.start, number.end, number.digits):
            yield number.start, number.end


def _after_nought_six(text: str) -> Iterator[tuple[int, int]]:
    for match in NOUGHT_SIX.finditer(text):
        called = CALL.search(before(text, match.start(), 40) + match.group().lower())
        if called and "-20" not in match.group("rest") and not _is_other(text, *match.span()):
            yield match.span()


def _tail(number: SpokenNumber) -> tuple[int, int]:
    return number.start, number.end + 20


def _in_halves(text: str) -> Iterator[tuple[int, int]]:
    for match in IN_HALVES.finditer(text):
        if len(match["begin"] + match["end"]) == 10:
            yield match.span()


def _is_said_phone(number: SpokenNumber, called: bool) -> bool:
    if not (number.has_words or called) or SERVICE.match(number.digits):
        return False
    if SAID.fullmatch(number.digits):
        return number.has_words
    return called and number.has_words and bool(WITHOUT_NOUGHT.fullmatch(number.digits))


def _looks_dutch(written: str) -> bool:
    """The digits stand in groups as people write them: 06-…, 030-…, 0123-…, not 01-12-2026 15."""
    if written.startswith(("+", "0031", "00 31", "31")):
        return True
    groups = re.findall(r"\d+", written)
    if groups[0] == "0":
        one_by_one = all(len(group) == 1 for group in groups)
        return one_by_one or bool(AREA_IN_DIGITS.match(written)) or groups[1].startswith("6") or len(groups[1]) > 2
    return groups[0] == "06" or len(groups[0]) >= 3


def _is_other(text: str, start: int, end: int, digits: str = "") -> bool:
    """A service number, a case number, or the number of an office."""
    digits = digits or re.sub(r"\D", "", text[start:end])
    if SERVICE.match(digits):
        return True
    if _is_case(text, start, end):
        return True
    sentence = sentence_beside(text, start, end)
    if MOBILE.match(digits):
        return bool(OF_A_TEAM.search(sentence)) and not spoken("iemand").search(sentence)
    return _is_office(sentence)


def _is_case(text: str, start: int, end: int) -> bool:
    left = before(text, start)
    bare = text[start:end].isdigit() and at_end("andere_nummers").search(left)
    return bool(bare or CASE.search(left)) or is_other_number(left)


def _is_office(sentence: str) -> bool:
    somebody = spoken("iemand").search(sentence) or spoken("bellers").search(sentence)
    shared = any(box in words("functiepostbussen") for box in BOX.findall(sentence))
    return (shared or bool(spoken("kantoren").search(sentence))) and not somebody


def _is_abroad(written: str) -> bool:
    import phonenumbers  # its tables take a while to read: only who has such a number waits

    digits = re.sub(r"\D", "", written)
    if re.match(r"(?:00)?31", digits):
        return False
    try:
        number = phonenumbers.parse("+" + digits.removeprefix("00"), None)
    except phonenumbers.NumberParseException:
        return False
    # Two noughts begin many a number; a plus says more.
    return phonenumbers.is_possible_number(number) and (written[0] == "+" or phonenumbers.is_valid_number(number))
