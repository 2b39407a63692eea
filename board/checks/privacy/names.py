"""Names of people: with a form of address, with initials, first and last name, or one name and a place."""

import re
from collections.abc import Iterator

from board.checks.privacy.finding import Finding
from board.checks.privacy.lists import sure, words
from board.checks.privacy.name_cues import is_family_name, is_first_name, is_unknown, place_follows
from board.checks.privacy.name_others import is_known, is_office_holder, is_organisation, names_place
from board.checks.privacy.name_shapes import is_person
from board.checks.privacy.name_words import Words

SHORT = {
    "mw",
    "mevr",
    "mvr",
    "dhr",
    "fam",
    "mej",
    "hr",
    "dr",
    "drs",
    "ir",
    "ing",
    "mr",
    "mrs",
    "ms",
    "prof",
    "wed",
    "ds",
}
SHORTENED = {"vd", "v.d", "v.d.", "v/d", "v.", "vdr"}  # only names have these: “meneer vd heuvel”
AFTER_SHORT = re.compile(r"\.?[ \t]{0,2}[(\"']?")
AFTER_LONG = re.compile(r"[ \t]{1,3}[(\"']?")


def find(text: str) -> Iterator[Finding]:
    """Each name that seems to be of one person who holds no public office."""
    read = Words(text)
    place = 0
    while place < len(read):
        end, is_person = _name_at(read, place)
        if is_person:
            yield Finding("name", read[place].start, read[end - 1].end)
        place = max(end, place + 1)


def _name_at(text: Words, place: int) -> tuple[int, bool]:
    """Where the name ends that starts at a word, and whether it is a person's."""
    word = text[place]
    if word.plain in words("aanspreekvormen"):
        end = _after_title(text, place)
        if end:
            return end, True
    if word.plain in words("inwonerwoorden"):
        end = _after_role(text, place)
        if end:
            return end, True
    if word.capital or word.initials:
        return _loose(text, place)
    if is_first_name(word.plain, certain=True):
        end = _lower_surname(text, place + 1)
        return (end, True) if end else (place, False)
    return place, False


def _after_title(text: Words, place: int) -> int:
    """The end of “mevrouw De Vries”; nothing for “mevrouw de voorzitter” and “Meester Jansenschool”."""
    first = place + 1
    glue = AFTER_SHORT if text[place].plain in SHORT else AFTER_LONG
    if first >= len(text) or not glue.fullmatch(text.gap(first)):
        return 0
    end = text.run(first, titled=True)
    if is_office_holder(text, place, end):
        return 0
    if end == first:
        return _only_initial(text, first) or _lower_name(text, first)
    if _is_name_and_street(text, first, end, titled=True):
        return first + 1
    if names_place(text, first, end, titled=True) or _is_shouted(text, place, first, end):
        return 0
    return end


def _only_initial(text: Words, first: int) -> int:
    """“mevrouw B. uit de Kerkstraat”: half a name, and a place."""
    one = text[first].initials or (len(text[first].text) == 1 and text[first].text.isupper())
    return first + 1 if one and place_follows(text, first + 1) else 0


def _is_shouted(text: Words, place: int, first: int, end: int) -> bool:
    """Where all is in capitals, a capital makes no name."""
    shouted = text[place].text.isupper() and len(text[place].text) > 3
    return shouted and not _any_known(text, first, end)


def _any_known(text: Words, first: int, end: int) -> bool:
    return any(is_first_name(word.bare) or is_family_name(word.bare) for word in text.capitals(first, end))


def _lower_name(text: Words, first: int) -> int:
    """The end of a name without capitals after a form of address: “mevrouw jansen”, “buurvrouw annie”."""
    if text.joined(first) and is_first_name(text[first].bare, certain=True):
        return _lower_surname(text, first + 1) or first + 1
    return _lower_surname(text, first)


def _lower_surname(text: Words, first: int) -> int:
    """The end of a surname that may lack its capital; such a word must be a name and nothing else."""
    place = first
    while place < min(first + 3, len(text)) and text.joined(place) and text[place].particle:
        place += 1
    if place >= len(text) or not text.joined(place):
        return 0
    if text[first].plain in SHORTENED and place > first:
        return place + 1
    phrase = " ".join(word.plain for word in text.all[first : place + 1])
    if phrase in sure("achternamen"):
        return place + 1
    only_article = place == first + 1 and text[first].plain in {"de", "het", "in", "op", "aan", "uit", "te"}
    certain = text[place].bare in sure("achternamen") and not only_article
    placed = text[place].bare in words("achternamen") and place_follows(text, place + 1)
    return place + 1 if certain or placed else 0


def _after_role(text: Words, place: int) -> int:
    """The end of “bewoner Ali”, “haar dochter Sara”."""
    first = place + 1
    if first >= len(text) or not re.fullmatch(r":? ", text.gap(first)):
        return 0
    end = text.run(first)
    if end == first or _is_no_citizen(text, first, end):
        return 0
    known = _any_known(text, first, end) or text[first].initials or is_unknown(text[first])
    return end if known or len(text.capitals(first, end)) > 1 else 0


def _is_no_citizen(text: Words, first: int, end: int) -> bool:
    if names_place(text, first, end) or is_known(text, first, end):
        return True
    return is_organisation(text, first, end) or is_office_holder(text, first, end)


def _loose(text: Words, first: int) -> tuple[int, bool]:
    """A name without a form of address before it."""
    end = text.run(first)
    if end == first:
        return first, False
    if end == first + 1 and _only_half(text, first):
        return end + 1, True
    if _is_name_and_street(text, first, end):
        return first + 1, True
    if names_place(text, first, end) or is_known(text, first, end):
        return end + 1 if end < len(text) else end, False
    is_somebody = is_person(text, first, end)
    if is_somebody and not _is_no_citizen(text, first, end):
        return end, True
    # A word that only starts the sentence may stand before a name: “Dank Karin Hoekstra”.
    return (first, False) if text.starts_sentence(first) else (end if is_somebody else first, False)


def _only_half(text: Words, first: int) -> bool:
    """“Jolanda P. uit Noord”: an initial hides too little when the place is told."""
    half = first + 1 < len(text) and text[first + 1].initials and text.joined(first + 1)
    return half and is_first_name(text[first].bare) and place_follows(text, first + 2)


def _is_name_and_street(text: Words, first: int, end: int, titled: bool = False) -> bool:
    """“Fatima van de Lindelaan” is one name and a place; “Jan van Galenstraat” is a place."""
    if end - first < 3 or text[first + 1].plain != "van" or text[first + 2].text not in {"de", "het"}:
        return False
    alone = text[first].capital and text.before(first) not in {"de", "het", "een"}
    return alone and is_first_name(text[first].bare, certain=not titled) and place_follows(text, first + 1)
