"""Forms in which a person is named without a form of address: initials, half or whole names, a name and a place."""

import re

from board.checks.privacy.lists import endings, words
from board.checks.privacy.name_cues import (
    does_as_a_person,
    is_chinese_order,
    is_family_name,
    is_first_name,
    is_named,
    is_of_case,
    is_of_family,
    is_of_somebody,
    is_seldom,
    is_surname,
    is_unknown,
    place_follows,
)
from board.checks.privacy.name_notes import HOME, STREET, is_ordinary_street, street_noted
from board.checks.privacy.name_words import LOOSE_PREPOSITIONS, Word, Words
from board.checks.privacy.spoken_numbers import NUMERAL

# “Dr. A. Kuyperlaan”, “Mr. P.J. Troelstraweg”: a street bears the title too.
LEARNED = {"dr", "drs", "mr", "ds", "prof", "ir", "ing", "pater", "pastoor", "dominee", "meester"}
LONGEST = 4
SURNAME_LETTER = re.compile(r"[A-Z]\.$")  # “T.h.v. Kerkpad” ends in a small one
WIDE = (
    r"[A-Z][\w'\-]{2,30}(?:einde?|diep|vaart|diek|dijk|hoek|heide|burg|horst|zijde|oever|land|tuin|tuinen|kanaal|"
    r"ham|hout|"
    r"kamp)(?![\w\-])"
)
PLACED = re.compile(rf"(?: ?[,;:/(>\-] ?| )(?:(?:van|uit|op|aan|in) )?(?:de |het )?(?:{STREET}|{HOME}|{WIDE})")
NOTED = re.compile(r" ?[,;/(>] ?(?:(?:van|uit|op|aan|in) )?(?:de |het )?[A-Z][a-z]{2}")


def half_end(text: Words, first: int, titled: bool = True) -> int:
    """Where half a name ends that a place tells apart; 0 when it does not stand there so."""
    last = place = first
    while place < min(first + LONGEST, len(text)) and (place == first or _goes_on(text, place)):
        if _is_letter(text[place]):
            last = place + 1
        elif not text[place].particle:
            break
        place += 1
    if last == first:
        return 0
    letters = sum(_is_letter(word) for word in text.all[first:last])
    several = letters > 1 or text[last - 1].text.count(".") > 1 or last > first + 1
    if place_follows(text, last) or street_noted(text, last - 1) or (titled and PLACED.match(*_beside(text, last))):
        return last
    return last if several and NOTED.match(*_beside(text, last)) else 0


def _beside(text: Words, end: int) -> tuple[str, int, int]:
    start = text[end - 1].end
    return text.text, start, start + 60


def _goes_on(text: Words, place: int) -> bool:
    return text.joined(place) or text.gap(place) in {". ", "."}


def _is_letter(word: Word) -> bool:
    return word.initials or (len(word.text) == 1 and word.text.isupper())


def before_street(text: Words, first: int, end: int) -> int:
    """Where a name ends that an ordinary street follows with nothing between: “B. Slagter Eikenplein”."""
    if end - first < 3 or not is_ordinary_street(text[end - 1].plain):
        return 0
    surname = text[end - 2]
    is_named = text[first].initials or is_first_name(text[first].bare, certain=True)
    written = " ".join(word.plain for word in text.all[first : end - 1])
    if not is_named or not surname.capital or written in words("vernoemd"):
        return 0
    inner = text.all[first + 1 : end - 1]
    loose = any(is_family_name(word.bare) for word in inner if word.capital) or any(
        word.initials for word in text.all[first:end]
    )
    return end - 1 if loose else 0


def initials_before_street(text: Words, first: int) -> int:
    """Where letters alone end before a street that bears nobody's name: “J.M. Korenbloemweg”, “E.K. v/d Lindelaan”."""
    last = place = first
    while place < min(first + LONGEST, len(text)) and (place == first or _goes_on(text, place)):
        if _is_letter(text[place]):
            last = place + 1
        elif not text[place].particle:
            break
        place += 1
    letters = sum(word.text.count(".") for word in text.all[first:last])
    if letters < 2 or not SURNAME_LETTER.search(text[last - 1].text) or text[first].text.upper() in NO_INITIALS:
        return 0
    if place >= len(text) or not text.joined(place) or not text[place].capital:
        return 0
    street, of_street = text[place].plain, place > last and text[place - 1].plain in {"v/d", "vd"}
    return last if is_ordinary_street(street) or (of_street and street.endswith(endings("straten"))) else 0


def titled_before_street(text: Words, title: int, first: int, end: int) -> int:
    """Where initials end between a form of address and a street: “Mvr J. Beukenstraat”."""
    street = next((place for place in range(first, end) if text[place].capital and not text[place].particle), end)
    letters = street > first and all(_is_letter(word) or word.particle for word in text.all[first:street])
    is_surname = end - first > 1 and is_ordinary_street(text[end - 1].plain)
    if is_surname and not letters and text[title].plain not in LEARNED and not text[end - 2].particle:
        return end - 1
    if not letters or text[title].plain in LEARNED or street != end - 1:
        return 0
    return street if _is_letter(text[street - 1]) and is_ordinary_street(text[street].plain) else 0


NO_INITIALS = {
    "B.V.",
    "N.V.",
    "C.V.",
    "V.O.F.",
    "S.V.",
    "V.V.",
    "F.C.",
    "K.V.",
    "R.K.",
    "A.U.B.",
    "N.B.",
    "P.S.",
    "Z.O.Z.",
    "D.D.",
    "T.A.V.",
}
LISTED = {
    "plan", "optie", "bijlage", "vitamine", "fase", "blok", "deel", "punt", "klasse", "label", "gebouw", "flat",
    "lijn", "hepatitis", "categorie", "groep", "zone", "vak", "lokaal", "ad",
}  # fmt: skip
BEFORE_SOMEBODY = {
    "van", "aan", "door", "met", "bij", "voor", "namens", "en", "hielp", "helpt", "hielpen", "belde", "sprak",
    "bezocht", "heeft", "kreeg", "gaf",
}  # fmt: skip


AGE_AFTER = re.compile(
    rf",? \(?(?:\d{{1,2}}\)?|{NUMERAL}|een half) (?:jaar|jr|maanden)\b(?! (?:geleden|oud|bestaat))"
    rf"|,? \(\d{{1,2}}\)|, anderhalf,"
)
AGED = re.compile(r"\d-?jarige $")


def is_person(text: Words, first: int, end: int) -> bool:
    """Whether a run of words is a person's name, by its form and by what stands beside it."""
    names = text.capitals(first, end)
    surname = names[-1].bare
    if _with_initials(text, first, end, surname) or is_chinese_order(text, first, end):
        return True
    if is_first_name(text[first].bare) and text[first].capital:
        return _with_first_name(text, first, end, surname)
    article = text.before(first) in {"de", "het", "'t"}  # “de Kromme Rijn”
    turned = (
        not article and len(names) == 2 and is_surname(names[0].bare) and is_first_name(surname, certain=True)
    )  # “Kowalski Jan”
    if turned or is_of_family(text, first) or (is_named(text, first) and _any_certain(text, first, end)):
        return True
    if text[first].particle or len(names) == 1:
        return _with_place(text, first, end, surname)
    if any(word.plain in LOOSE_PREPOSITIONS for word in text.all[first:end]):
        return False
    owner = is_of_somebody(text, first) and all(is_seldom(word) for word in names)
    return (
        owner
        or does_as_a_person(text, first, end)
        or (is_surname(surname) and not (article or text.starts_sentence(first)))
    )


def _with_place(text: Words, first: int, end: int, surname: str) -> bool:
    """“De Vries van nummer 8”, “Jansen, P.J.”."""
    certain = is_surname(surname) or (text[first].particle and is_family_name(surname))
    told = place_follows(text, end) or _initials_follow(text, end) or is_of_case(text, first)
    return certain and told


def _any_certain(text: Words, first: int, end: int) -> bool:
    found = text.capitals(first, end)
    return any(is_first_name(word.bare, certain=True) or is_surname(word.bare) for word in found)


def _with_first_name(text: Words, first: int, end: int, surname: str) -> bool:
    certain = is_first_name(text[first].bare, certain=True)
    inside = not text.starts_sentence(first)
    if end - first > 1:
        particle = any(word.particle for word in text.all[first:end])
        return certain or is_family_name(surname) or (particle and inside)
    aged = AGED.search(text.text[: text[first].start][-12:])
    if aged or is_of_family(text, first) or (certain and is_named(text, first)):
        return True
    return (certain or inside or age_follows(text, end)) and place_follows(text, end)


def age_follows(text: Words, end: int) -> bool:
    """“Milan, 7 jaar”: a place has another age."""
    start = text[end - 1].end
    return bool(AGE_AFTER.match(text.text[start : start + 40]))


def _with_initials(text: Words, first: int, end: int, surname: str) -> bool:
    opening = text[first]
    if not opening.initials or opening.text.upper() in NO_INITIALS or text.before(first) in LISTED:
        return False
    several = opening.text.count(".") > 1 or (first + 1 < end and text[first + 1].initials)
    particle = text[first + 1].particle and text[first + 1].text[0].islower() and end - first > 2
    if several or particle or is_family_name(surname) or text.before(first) in BEFORE_SOMEBODY:
        return True
    return is_unknown(text[end - 1]) or is_named(text, first)


def _initials_follow(text: Words, end: int) -> bool:
    """“Jansen, P.J.”, “Jansen J.”."""
    return end < len(text) and text[end].initials and text.gap(end) in {", ", " "}
