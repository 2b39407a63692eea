"""Names of people: with a form of address, with initials, first and last name, or one name and a place."""

import re
from collections.abc import Iterator

from board.checks.privacy.finding import Finding
from board.checks.privacy.first_names import is_child, is_told_of
from board.checks.privacy.lists import words
from board.checks.privacy.name_cues import is_first_name, is_unknown, place_follows
from board.checks.privacy.name_notes import is_beside_street, is_noted, lower_beside_street
from board.checks.privacy.name_others import SHORT_STREET, is_known, is_organisation, is_remembered, names_place
from board.checks.privacy.name_shapes import before_street, half_end, initials_before_street, is_person
from board.checks.privacy.name_titles import SHORTENED, after_title, any_known, is_on_stage, lower_surname
from board.checks.privacy.name_words import Words
from board.checks.privacy.offices import is_office_holder


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
        end = after_title(text, place)
        if end:
            return end, True
    if word.plain in words("inwonerwoorden"):
        end = _after_role(text, place)
        if end:
            return end, True
    if word.capital or word.initials:
        return _loose(text, place)
    if is_first_name(word.plain, certain=True):
        end = lower_surname(text, place + 1) or lower_beside_street(text, place)
        return (end, True) if end else (place, False)
    return place, False


def _after_role(text: Words, place: int) -> int:
    """The end of “bewoner Ali”, “haar dochter Sara”."""
    first = place + 1
    if first >= len(text) or not (re.fullmatch(r":? ", text.gap(first)) or _is_apposed(text, place)):
        return 0
    end = text.run(first)
    if end == first and (half := half_end(text, first)) and text.joined(first):
        return half
    if end == first or _is_no_citizen(text, first, end) or is_known(text, place, end):
        return 0
    known = any_known(text, first, end) or text[first].initials or is_unknown(text[first])
    return end if known or len(text.capitals(first, end)) > 1 else 0


def _is_apposed(text: Words, place: int) -> bool:
    """“haar zoontje, Bram,”: whose child it is stands before."""
    name = text[place + 1]
    of_somebody = text.before(place) in {"haar", "zijn", "hun", "mijn", "onze", "ons", "jouw", "uw"}
    closed = place + 2 < len(text) and text.gap(place + 2).startswith(",")
    named = name.capital and is_first_name(name.bare, certain=not closed)
    return of_somebody and text.gap(place + 1) == ", " and named


def _is_no_citizen(text: Words, first: int, end: int) -> bool:
    if names_place(text, first, end) or is_known(text, first, end) or is_on_stage(text, end):
        return True
    return is_organisation(text, first, end) or is_office_holder(text, first, end) or is_remembered(text, first)


def _loose(text: Words, first: int) -> tuple[int, bool]:
    """A name without a form of address before it."""
    end = text.run(first)
    if end == first or _is_thing(text, first) or _is_preposition(text, first, end):
        return first if _is_preposition(text, first, end) else end, False
    if beside := _first_name(text, first, end):
        return beside, True
    if named := before_street(text, first, end):
        return (named, True) if not is_office_holder(text, first, named) else (end, False)
    if names_place(text, first, end) or is_known(text, first, end):
        # “Rollator Bep Kerkplein”: a name may begin later.
        inside = any(is_beside_street(text, place) for place in range(first + 1, end))
        return (
            (first, False)
            if inside
            else (end + 1 if end < len(text) and text.gap(end).strip() in {"", "-"} else end, False)
        )
    is_somebody = is_person(text, first, end)
    if is_somebody and not _is_no_citizen(text, first, end):
        return end, True
    # A word that only starts the sentence may stand before a name: “Dank Karin Hoekstra”.
    return (first, False) if text.starts_sentence(first) else (end if is_somebody else first, False)


def _is_preposition(text: Words, first: int, end: int) -> bool:
    """“Van Noah, tien jaar, …”: a capital only since the sentence begins there."""
    begins = text[first].plain == "van" and text.starts_sentence(first) and end == first + 2
    return begins and is_first_name(text[first + 1].bare, certain=True)


def _is_thing(text: Words, first: int) -> bool:
    """“Robot Tessa”, and not “Piet Tessa”."""
    thing = text[first].plain
    return thing in words("dieren_en_dingen") and not is_first_name(thing)


def _first_name(text: Words, first: int, end: int) -> int:
    """Where a first name ends that a class, a street or a place tells apart; 0 when it does not stand there so."""
    if text[first].initials:
        return initials_before_street(text, first)
    if noted := is_noted(text, first, end):
        return 0 if is_office_holder(text, first, noted) else noted
    if end == first + 1 and _only_half(text, first):
        return end + 1
    if _street_begins(text, first, end) or is_beside_street(text, first):
        return first + 1
    is_private = is_child(text, first, end) or is_told_of(text, first, end)
    return first + 1 if is_private and not _is_no_citizen(text, first, first + 1) else 0


def _only_half(text: Words, first: int) -> bool:
    """“Jolanda P. uit Noord”: an initial hides too little when the place is told."""
    half = first + 1 < len(text) and text[first + 1].initials and text.joined(first + 1)
    return half and is_first_name(text[first].bare) and place_follows(text, first + 2)


def _street_begins(text: Words, first: int, end: int) -> bool:
    """“Fatima van de Lindelaan” is one name and a place; “Jan van Galenstraat” is a place."""
    alone = text[first].capital and text.before(first) not in {"de", "het", "een"}
    if end - first < 3 or not alone or not is_first_name(text[first].bare, certain=True):
        return False
    in_full = text[first + 1].plain == "van" and text[first + 2].text in {"de", "het"}
    if in_full and place_follows(text, first + 1):
        return True
    short = SHORT_STREET.search(text[end - 1].plain)  # “Juliana v. Stolbergpln” is one
    return text[first + 1].plain in SHORTENED and names_place(text, first, end) and not short
