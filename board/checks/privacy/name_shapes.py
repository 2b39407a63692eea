"""Forms in which a person is named without a form of address: initials, first and last name, a name and a place."""

import re

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
from board.checks.privacy.name_words import LOOSE_PREPOSITIONS, Words

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


AGE_AFTER = re.compile(r",? \(?\d{1,2}\)? jaar\b(?! (?:geleden|oud|bestaat))|,? \(\d{1,2}\)")
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
    return (certain or inside or _age_follows(text, end)) and place_follows(text, end)


def _age_follows(text: Words, end: int) -> bool:
    """“Milan, 7 jaar”: a place has another age."""
    start = text[end - 1].end
    return bool(AGE_AFTER.match(text.text[start : start + 20]))


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
