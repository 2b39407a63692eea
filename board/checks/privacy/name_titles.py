"""Names after a form of address: “mevrouw De Vries”, “dhr K Lubbers”, “meneer vd heuvel”."""

import re

from board.checks.privacy.lists import endings, spoken, sure, words
from board.checks.privacy.name_cues import is_family_name, is_first_name, place_follows
from board.checks.privacy.name_others import is_known, names_place
from board.checks.privacy.name_shapes import half_end, titled_before_street
from board.checks.privacy.name_words import Words
from board.checks.privacy.offices import is_office_holder
from board.checks.privacy.persons import sentence_beside

SHORT = {
    "mv",
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
# “Wie durft er Juffrouw Mier te zijn in de musical?”
ROLE = re.compile(r" (?:te )?(?:zijn|spelen|worden)\b")
STAGE = re.compile(r"(?i)(?:musical|toneel|voorstelling|theater|film|optreden|circus|carnaval)")
AFTER_LONG = re.compile(r"[ \t]{1,3}[(\"']?")


def after_title(text: Words, place: int) -> int:
    """The end of “mevrouw De Vries”; nothing for “mevrouw de voorzitter” and “Meester Jansenschool”."""
    first = place + 1
    glue = AFTER_SHORT if text[place].plain in SHORT else AFTER_LONG
    if first >= len(text) or not glue.fullmatch(text.gap(first)):
        return 0
    end = text.run(first, titled=True)
    if _is_no_citizen(text, place, first, end):
        return 0
    if end == first:
        return half_end(text, first) or _lower_name(text, first)
    if half := titled_before_street(text, place, first, end):
        return half
    if street := _street_begins(text, first, end):
        return street
    is_no_name = names_place(text, first, end, titled=True) or _is_shouted(text, place, first, end)
    return 0 if is_no_name or _is_only_place(text, place, first, end) else end


def _is_no_citizen(text: Words, place: int, first: int, end: int) -> bool:
    if is_on_stage(text, end):
        return True
    known = is_known(text, place, max(end, first + 2)) or _teaches(text, place, end)
    return known or is_office_holder(text, place, end) or _is_named_after(text, place)


def is_on_stage(text: Words, end: int) -> bool:
    """Whether a name is a part that somebody may play."""
    return bool(ROLE.match(text.text, text[end - 1].end) and STAGE.search(text.text))


def _teaches(text: Words, place: int, end: int) -> bool:
    """“Juf Anja leest voor”: by a first name alone somebody is at work, unless it is about their health."""
    alone = end == place + 2 and text[place].plain in {"juf", "juffrouw", "meester"}
    start = text[end - 1].end
    if not alone or not is_first_name(text[end - 1].bare, certain=True):
        return False
    return not spoken("gevoelig").search(sentence_beside(text.text, start, start)) and not place_follows(text, end)


def _is_only_place(text: Words, place: int, first: int, end: int) -> bool:
    """“De mevrouw van de Dreef”: nobody is named."""
    of_place = text.before(place) in {"de", "een", "die", "deze"} and text[first].plain == "van"
    return of_place and names_place(text, first, end)


def _street_begins(text: Words, first: int, end: int) -> int:
    """Where the place begins in “mevrouw De Wit van de Singel”; 0 when there is none."""
    return next((place for place in range(first + 1, end) if _is_of_place(text, first, place, end)), 0)


def _is_named_after(text: Words, place: int) -> bool:
    """“Restaurant Mevrouw Jansen”, “het Meneer Jansenplein”."""
    return text[place].capital and text.before(place) in words("organisatiewoorden")


def _is_of_place(text: Words, first: int, place: int, end: int) -> bool:
    """Whether “van de …” after a surname is where they live."""
    if text[place].plain not in {"van", "v/d", "v.d.", "v.d", "vd"} or not _is_surname_so_far(text, first, place):
        return False
    following = text[end - 1].plain
    return following.endswith(endings("straten") + endings("straten_ook_naam")) or place_follows(text, place)


def _is_surname_so_far(text: Words, first: int, place: int) -> bool:
    return bool(text.capitals(first, place)) or text[place - 1].initials or len(text[place - 1].text) == 1


def _is_shouted(text: Words, place: int, first: int, end: int) -> bool:
    """Where all is in capitals, a capital makes no name."""
    shouted = text[place].text.isupper() and len(text[place].text) > 3
    return shouted and not any_known(text, first, end)


def any_known(text: Words, first: int, end: int) -> bool:
    """Whether one of these words is a name by the lists."""
    return any(is_first_name(word.bare) or is_family_name(word.bare) for word in text.capitals(first, end))


def _lower_name(text: Words, first: int) -> int:
    """The end of a name without capitals after a form of address: “mevrouw jansen”, “buurvrouw annie”."""
    if text.joined(first) and is_first_name(text[first].bare, certain=True):
        return lower_surname(text, first + 1) or first + 1
    return lower_surname(text, first)


def lower_surname(text: Words, first: int) -> int:
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
