"""What a text becomes when a finding is mended: other words at its place, in a sentence that stays right."""

import re
from collections.abc import Callable

from board.checks.privacy import name_repairs
from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import plain, words
from board.checks.privacy.rewriting import Repair, begin, starts_sentence
from board.checks.privacy.spoken_numbers import NUMERAL, number

PREPOSITION = (
    r"(?:op|aan|bij|in|te|van|uit|naar|voor|via|met|onder|door|tegenover|naast|achter|vanaf|rond|langs|over|tegen|per)"
)
# What stands before an address and goes with it.
TO_HOME = re.compile(
    rf"(?i)(?<!\w)(?:(?P<preposition>{PREPOSITION}) )?(?:(?:de|het|'t|den) )?(?:(?:adres|huisnummer|nummer|nr\.?) )?$"
)
LIVING = re.compile(r"(?i)(?<!\w)(?:woont|woonde|wonen|wonend|woonachtig|verblijft|logeert) $")
SOMEBODY = re.compile(r"[^\W\d_] $")
POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}(?!\w)")
NEIGHBOURS = re.compile(r"(?i)(?<=buren) van $")
NEAR = {
    "van": "uit de buurt", "uit": "uit de buurt", "naar": "naar een huis in de buurt",
    "voor": "voor een huis in de buurt", "vanaf": "vanaf een huis in de buurt", "door": "door een huis in de buurt",
    "met": "met een huis in de buurt", "over": "over een huis in de buurt", "via": "via een huis in de buurt",
}  # fmt: skip
NOUNS = {
    "bsn": "een inwoner", "iban": "een rekening", "phone": "een telefoonnummer", "email": "een inwoner",
    "kenteken": "een auto", "dob": "een geboortedatum", "handle": "een inwoner", "number": "een nummer",
}  # fmt: skip
KNOWN = {
    "iban": "rekening bekend",
    "phone": "nummer bekend",
    "email": "adres bekend",
    "handle": "account bekend",
    "number": "nummer bekend",
}
LEADS = r"(?:het|de|een|zijn|haar|adres|mail|kenteken|rekening|bsn|[\w\-]{0,20}(?:nummer|nr\.?))"
WITH_PREPOSITION = re.compile(rf"(?i)(?<!\w)(?P<preposition>{PREPOSITION}) (?:{LEADS} ){{0,2}}$")
# Who stands behind a number comes in its place: “de aanvraag van 999956838”.
OF_WHOM = {"van", "voor", "aan", "door"}
LABEL = re.compile(
    r"(?i)(?<![\w\-])(?:bsn|iban|rekening|rek\.?|dd|btw-id|klant|burger|persoon|cliënte?|inwoner|bewoner|tel\.?|"
    r"telefoon|mobiel|e-?mail|auto|scooter|bus|busje|bestelbus|motor|"
    r"paspoort|rijbewijs|bankpas|pinpas|id-kaart|identiteitskaart|ov-chipkaart|login|discord|instagram|"
    r"brommer|aanhanger|caravan|camper|wagen|fiat|opel|kia|volvo|seat|ford|ontheffing|boete|[\w\-]{0,20}(?:nummer|"
    r"nr)\.?|nr\.?)"
    r"\)? $"
)
PLATE = re.compile(r"(?i)(?<![\w\-])(?:(?:het|een) )?kenteken $")
SAYS = re.compile(r"(?i)(?<!\w)(?P<verb>is|luidt|was|wordt) $")
CALLS = re.compile(r"(?i)(?<![\w\-])(?:bel|app|sms|whatsapp|mail)(?: (?:op|naar|via))? $")
OTHERWISE = re.compile(r" (?:of|en) $")
OPEN, CLOSE = "([{", ")]}"
YEAR = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
CAME = re.compile(r"(?:geboren|ter wereld|op de wereld)$")
OWN_DAY = re.compile(r"(?:geboorte(?:datum|dag|jaar)|verjaardag)\b")
OWNED = re.compile(r"(?:haar|zijn|mijn|hun|de|ste) $")
SAID_YEAR = re.compile(rf"(?i)(?<!\w)(negentien|twee ?duizend) ?(?:honderd)? ?(?:en ?)?({NUMERAL})(?!\w)")
SHORT_YEAR = re.compile(r"['’](\d\d)(?!\d)")


def repair(text: str, finding: Finding) -> Repair:
    """What stands at the place of a finding afterwards. The span may be wider than the finding: “haar zoon Daan”."""
    # “Mevrouw De Wit van de Lindelaan 12” is one finding, and somebody stands there, not a house.
    kind = "name" if name_repairs.begins_with_somebody(text[finding.start : finding.end]) else finding.kind
    mend: Callable[[str, Finding], Repair] = {"name": name_repairs.repair, "address": _address, "dob": _birth}.get(
        kind, _number
    )
    return mend(text, finding)


def _address(text: str, finding: Finding) -> Repair:
    left = text[max(0, finding.start - 60) : finding.start]
    if neighbours := NEIGHBOURS.search(left):
        return Repair(finding.start - len(neighbours.group()), finding.end, "")
    end = finding.end
    if POSTCODE.search(text[finding.start : end]) and (town := re.match(r",? [A-Z][\w\-']+(?=[ .,;)]|$)", text[end:])):
        end += town.end()
    before = TO_HOME.search(left)
    width = len(before.group()) if before else 0
    start, preposition = finding.start - width, (before["preposition"] or "").lower() if before else ""
    if not preposition:
        beside = LIVING.search(text[max(0, start - 20) : start]) or text[:start].endswith(", ")
        of_somebody = SOMEBODY.search(left) and plain(left.split()[-1]) in words("inwonerwoorden")
        instead = "uit de buurt" if of_somebody else "in de buurt" if beside else "een huis in de buurt"
    else:
        instead = NEAR.get(preposition, "in de buurt")
    return Repair(start, end, begin(instead, starts_sentence(text, start)))


def _birth(text: str, finding: Finding) -> Repair:
    """“Geboren op 2 mei 2011” becomes “geboren in 2011”; a date in brackets goes."""
    start, end = finding.start, finding.end
    written, left = text[start:end], text[max(0, start - 8) : start]
    year, short = YEAR.search(written), SHORT_YEAR.search(written)
    told = year.group() if year else f"19{short.group(1)}" if short else _year_said(written)
    on = re.search(r"(?i)(?<!\w)op $", left)
    came = CAME.search(written)
    if on and told and came:
        return Repair(start - 3, end, begin(f"in {told} {came.group()}", starts_sentence(text, start - 3)))
    noun = OWN_DAY.match(written)
    if noun and OWNED.search(left):
        return Repair(start, end, noun.group())
    if on and starts_sentence(text, start - 3):
        return Repair(start - 3, end, "Binnenkort")
    word = re.match(r"(?i)[^\W\d_][\w .]*?(?= (?:op|te|in|d\.d\.) |[ :]+\d)", written)
    is_enclosed = text[max(0, start - 1) : start] in set(OPEN) or text[:start].endswith(", ")
    if told and word and not is_enclosed:
        return Repair(start, end, f"{word.group().rstrip(' :')} in {told}")
    if told and not word and re.search(r"(?i)(?<!\w)(?:van|uit|in) $", left):
        return Repair(start, end, told)
    return _number(text, finding)


def _year_said(written: str) -> str:
    """“Tweeduizendtwaalf” is 2012."""
    found = SAID_YEAR.search(written)
    if not found:
        return ""
    return str((1900 if found[1].lower() == "negentien" else 2000) + number(found[2]))


def _number(text: str, finding: Finding) -> Repair:
    """A number goes, with the words that only lead to it; where the sentence needs something, a noun stays."""
    start, end = finding.start, finding.end
    if text[max(0, start - 1) : start] in set(OPEN) and text[end : end + 1] in set(CLOSE):
        return Repair(_without_space(text, start - 1), end + 1, "")
    left = text[max(0, start - 60) : start]
    if left.endswith(", ") and (end == len(text) or text[end] in ",.;!?)\n"):
        return Repair(start - 2, end + (text[end : end + 1] == "," and _is_aside(text, end)), "")
    if otherwise := OTHERWISE.search(left):
        return Repair(start - len(otherwise.group()), end, "")
    if says := SAYS.search(left):
        return Repair(start - len(says.group()), end, f"{'was' if says['verb'] == 'was' else 'is'} bekend")
    if re.search(r": ?$", left):
        return Repair(start, end, KNOWN.get(finding.kind, "bekend"))
    return _led_to(text, finding, left) or Repair(start, end, begin(NOUNS[finding.kind], starts_sentence(text, start)))


def _led_to(text: str, finding: Finding, left: str) -> Repair | None:
    """What a word before it asks for: “bel”, “op”, “BSN”."""
    start, end = finding.start, finding.end
    if calls := CALLS.search(left):
        return Repair(start - len(calls.group()), end, f"{calls.group().split()[0]} de inwoner")
    if finding.kind == "kenteken" and (plate := PLATE.search(left)) and not WITH_PREPOSITION.search(left):
        at = start - len(plate.group())
        return Repair(at, end, begin("een auto", starts_sentence(text, at)))
    led = WITH_PREPOSITION.search(left)
    if led and not starts_sentence(text, start - len(led.group())):
        return _after_preposition(text, finding, led)
    return Repair(_without_space(text, start), end, "") if LABEL.search(left) else None


def _after_preposition(text: str, finding: Finding, led: re.Match[str]) -> Repair:
    at = finding.start - len(led.group())
    preposition, is_bare = led["preposition"], led.group().strip() == led["preposition"]
    if finding.kind == "iban" and is_bare:
        return Repair(finding.start, finding.end, NOUNS["iban"])
    if finding.kind in {"bsn", "email", "phone", "handle"} and is_bare and preposition.lower() in OF_WHOM:
        return Repair(finding.start, finding.end, "een inwoner")
    closed = text[:at].endswith(", ") and text[finding.end : finding.end + 1] == ","
    return Repair(_without_space(text, at), finding.end + closed, "")


def _is_aside(text: str, end: int) -> bool:
    """Whether a comma after it only closed what stood between two commas."""
    return bool(re.match(r", (?!en\b|of\b|maar\b)", text[end : end + 6]))


def _without_space(text: str, start: int) -> int:
    return start - 1 if text[max(0, start - 1) : start] == " " else start
