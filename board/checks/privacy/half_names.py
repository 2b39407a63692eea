"""Half a name: initials and particles without the surname, as notes have them: “mevr. H.v.D., Oosteinde”."""

import re

from board.checks.privacy.lists import words
from board.checks.privacy.name_cues import is_family_name, is_first_name, place_follows
from board.checks.privacy.name_notes import HOME, STREET, is_ordinary_street, street_noted
from board.checks.privacy.name_words import Word, Words

# “Dr. A. Kuyperlaan”, “Mr. P.J. Troelstraweg”: a street bears the title too.
LEARNED = {"dr", "drs", "mr", "ds", "prof", "ir", "ing", "pater", "pastoor", "dominee", "meester"}
LONGEST = 4
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
