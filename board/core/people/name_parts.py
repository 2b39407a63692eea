"""First and last name out of one text: a staff list, an old database, one field of an import.

What it cannot tell for sure is in doubt. Then nobody reads a part of the name as first name until somebody said so.
"""

import re
from collections.abc import Sequence

from board.checks.privacy.lists import plain, words
from board.core.people.names import Name, bare_word, folded, is_degree, is_title

Words = Sequence[str]
# “J.”, “J.P.”, “Th.”, “Chr.J.”, “J-P.”, “J”, “JP”: no name that anybody is called by.
INITIALS = re.compile(r"(?:[^\W\d_][a-z]{0,2}\.-?)+|[^\W\d_]|[A-Z]{2,3}")
STRANGE = re.compile(r"[\d()\[\]{}<>/\\&@+=_\"“”„|:;?!]")
# Behind a last name, and a part of it.
BEHIND = frozenset({"jr", "sr", "junior", "senior"})


def split(text: str) -> Name:
    """First and last name, with all words of the text in them. Never raises."""
    text = " ".join(text.split())
    head, comma, tail = text.partition(",")
    given = _without_degrees(tail.replace(",", " ").split())
    if comma and head.strip() and given[0] and not all(is_title(word) for word in given[0]):
        return _turned(head.split(), *given)
    return _in_order(text.split())


def _turned(surname: Words, given: Words, degrees: Words) -> Name:
    """“Jansen, Piet”, “van der Berg, Els”, “Berg, dr. Els van der”."""
    titles, surname = _without_titles(surname)
    particles: list[str] = []
    while len(given) > 1 and bare_word(given[-1]) in words("voorvoegsels"):
        *given, last = given
        particles.insert(0, last)
    names = [word for word in given if not is_title(word)]
    parts = Name(" ".join([*titles, *given]), " ".join([*particles, *surname, *degrees]), True)
    first = _first_names(names)
    sure = first and not _is_strange(parts.whole) and not (_is_family(names[0]) and not _is_first(names[0]))
    return Name(parts.first, parts.last, not (sure and surname))


def _in_order(whole: Words) -> Name:
    titles, rest = _without_titles(whole)
    core, degrees = _without_degrees(rest)
    first, last, sure = _halves(core, bool(titles))
    if not first:  # “Dr. Jansen”: the title belongs to the surname
        return Name("", " ".join([*titles, *last, *degrees]), True)
    behind = [*last, *degrees]
    return Name(" ".join([*titles, *first]), " ".join(behind), not sure or _is_strange(" ".join(core)))


def _halves(names: Words, is_titled: bool) -> tuple[Words, Words, bool]:
    """The words of the first name, those of the last name, and whether that is sure."""
    if len(names) < 2:
        known = bool(names) and not is_titled and _is_first(names[0])
        return (names, [], False) if known else ([], names, False)
    if _is_initials(names[0]):
        number = next((n for n, word in enumerate(names) if not _is_initials(word)), len(names) - 1)
        return names[:number], names[number:], False
    if turned := _surname_first(names):
        return turned
    return _by_list(names)


def _surname_first(names: Words) -> tuple[Words, Words, bool] | None:
    """“van der Berg Els”, “JANSEN Piet”, “De Vries”: the surname stands in front."""
    loud = next((n for n, word in enumerate(names) if not (word.isupper() and len(word) > 2)), len(names))
    if 0 < loud < len(names) and any(sign.islower() for sign in names[loud]) and not _begins_a_last_name(names[loud]):
        return names[loud:], names[:loud], False
    if not _begins_a_last_name(names[0]) or _is_first(names[0]):
        return None
    if len(names) > 2 and _is_first(names[-1]) and not _is_particle(names[-2]):
        return names[-1:], names[:-1], False
    return [], names, False


def _by_list(names: Words) -> tuple[Words, Words, bool]:
    """By what may begin a last name, and by the list of first names: as many words in front as are on it."""
    particle = next((n for n, word in enumerate(names) if n and _begins_a_last_name(word, n, names)), 0)
    most = particle or len(names) - 1 - (bare_word(names[-1]) in BEHIND and len(names) > 2)
    number = next((n for n in range(most) if not _is_first(names[n])), most)
    first, last = names[: max(number, 1)], names[max(number, 1) :]
    if number and number == particle:
        return first, last, _first_names(first)
    return first, last, number == 1 and _is_surely_last(last[0], strict=_is_family(first[0]))


def _is_surely_last(word: str, strict: bool) -> bool:
    """Whether the name before this word is a first name; strict when that one is a family name too."""
    known = _is_family(word)
    return known and not _is_first(word) if strict else known or not _is_first(word)


def _first_names(names: Words) -> bool:
    """Whether these are first names and nothing else."""
    return bool(names) and all(_is_first(word) for word in names) and not any(_is_family(word) for word in names[1:])


def _begins_a_last_name(word: str, place: int = 0, among: Words = ()) -> bool:
    bare = bare_word(word)
    against = re.match(r"(?:d|l|'s|'t)['-]", bare) is not None
    return against or (_is_particle(word) and (not among or place < len(among) - 1))


def _is_particle(word: str) -> bool:
    return bare_word(word) in words("voorvoegsels") | words("begin_van_achternaam")


def _is_first(word: str) -> bool:
    return all(part in words("voornamen") for part in plain(word).strip(".,").split("-"))


def _is_family(word: str) -> bool:
    bare = plain(word).strip(".,")
    return bare.partition("-")[0] in words("achternamen") or bare in words("familienaam_voorop")


def _is_initials(word: str) -> bool:
    return INITIALS.fullmatch(word) is not None and not _is_first(word)


def _is_strange(text: str) -> bool:
    return STRANGE.search(text) is not None or " en " in f" {text} ".lower()


def _without_titles(names: Words) -> tuple[Words, Words]:
    number = next((n for n, word in enumerate(names) if not is_title(word)), len(names))
    return names[:number], names[number:]


def _without_degrees(names: Words) -> tuple[Words, Words]:
    number = len(names)
    while number and is_degree(names[number - 1]):
        number -= 1
    return names[:number], names[number:]


def holds_more(name: Name) -> bool:
    """Whether a first name seems to hold a surname too: “Jansen, Piet”, “Piet de Boer”, “Jansen”, or both alone."""
    names = [word for word in name.first.split() if not is_title(word)]
    behind = any(_begins_a_last_name(word) and not _is_first(word) for word in names)
    family = any(_is_family(word) and not _is_first(word) for word in names)
    twice = not {folded(word) for word in names}.isdisjoint(folded(name.last).split())
    return "," in name.first or behind or family or twice or (len(names) > 1 and not name.last)
