"""Names that are of no citizen: streets and schools named after people, companies, shops and brands."""

import re
from functools import lru_cache

from board.checks.frequency import zipf
from board.checks.privacy.lists import at_end, endings, sure, words
from board.checks.privacy.name_words import Words

SELDOM = 2.5  # how often a word is used at least
# “P.C. Hooftstr”, “Thorbeckeln”: no word of Dutch ends so but a street in a note.
SHORT_STREET = re.compile(r"(?:str|[^o]ln|wg|pln)$")
ARTICLES = {"de", "het", "een", "'t", "deze", "die", "dit", "onze"}


def names_place(text: Words, first: int, end: int, titled: bool = False) -> bool:
    """“Jan van Galenstraat”, “Anne Frank school”, “het Willem Dreeshuis”: a place bears the name."""
    last = text[end - 1].plain
    if (titled or end - first > 1) and _is_compound(text[end - 1].text):
        return True
    if titled and end - first > 1 and text[end - 2].particle and last in words("straten"):
        return False  # “mevrouw v/d Laan”
    if last not in sure("achternamen") and _ends_as_place(last, ("straten", "gebouwen")):
        return True
    if (
        (end - first > 1 and SHORT_STREET.search(last))
        or _place_follows(text, end)
        or _is_named_building(text, first, end)
    ):
        return True
    if not titled and (_is_event(text, first, end) or _is_long_street(text, first, end)):
        return True
    preceded = text.before(first) in {"het", "de", "'t", "aan", "in", "op"}
    return not titled and preceded and last not in words("achternamen") and _ends_as_place(last, ("straten_ook_naam",))


def _is_compound(written: str) -> bool:
    """“Vera Pauw-cup”, “Sonja Barend-plantsoen”: a thing is called so; and not “Anne-marie”."""
    last = written.rpartition("-")[2]
    is_word = last != written and last.islower() and zipf(last) > SELDOM
    return is_word and last not in words("voornamen") and last not in words("achternamen")


def _is_event(text: Words, first: int, end: int) -> bool:
    """“De Willem van Oranjeloop”, “Anne Frankherdenking”, “de Nico Scheepmaker Beker”."""
    marked = text.before(first) in ARTICLES
    if marked and end < len(text) and text.joined(end) and text[end].plain in words("evenementen"):
        return True
    last = text[end - 1].plain
    if marked and end - first > 1 and last in words("evenementen"):
        return True
    stem = _stem(last, "evenementen")
    return bool(stem) and last not in words("achternamen") and (marked or _is_borne(text, first, end, stem))


def _is_long_street(text: Words, first: int, end: int) -> bool:
    """“Truus Wijsmullerhof”: a surname, and an ending that few surnames of that length have."""
    last = text[end - 1].plain
    stem = _stem(last, "straten_ook_naam")
    if end - first < 2 or not stem or last in words("achternamen"):
        return False
    return len(stem) > 7 or stem in sure("achternamen") or _is_borne(text, first, end, stem)


@lru_cache(maxsize=4096)
def _stem(word: str, name: str) -> str:
    """What stands before an ending of a list, when that is long enough to be a name."""
    found = max((ending for ending in endings(name) if word.endswith(ending)), key=len, default="")
    stem = word.removesuffix(found) if found else ""
    return stem if len(stem) > 2 else ""


def _is_borne(text: Words, first: int, end: int, stem: str) -> bool:
    """Whether things are called after who has this name."""
    return " ".join([*(word.plain for word in text.all[first : end - 1]), stem]) in words("vernoemd")


def is_remembered(text: Words, first: int) -> bool:
    """“Het standbeeld van Willem Drees”, “de steen voor verzetsvrouw Hannie Schaft”: no inwoner of now."""
    start = text[first].start
    left = text.text[max(0, start - 60) : start].lower()
    return bool(at_end("gedachtenis").search(left) or at_end("gedachtenis").search(left.rstrip().rpartition(" ")[0]))


def _is_named_building(text: Words, first: int, end: int) -> bool:
    """“Rosa Spier Huis”, and not “P. van den Berg”."""
    three = end - first > 2 and all(word.capital and not word.particle for word in text.all[first:end])
    return three and text[end - 1].plain in words("straten_ook_naam")


def _ends_as_place(word: str, lists: tuple[str, ...]) -> bool:
    return any(word.endswith(endings(name)) for name in lists)


def _place_follows(text: Words, end: int) -> bool:
    if end >= len(text) or not (text.joined(end) or text.gap(end) == "-"):
        return False
    following = text[end].plain
    if following in words("gebouwen") or following in words("straten"):
        return True
    return text[end].capital and (following in words("organisatiewoorden") or _ends_as_place(following, ("gebouwen",)))


def is_organisation(text: Words, first: int, end: int) -> bool:
    """“Bakkerij Jan de Vries”, “Jan de Vries BV”."""
    around = (
        {text.before(first), text.before(first, 2)}
        if text.before(first) in {"de", "'t", "van"}
        else {text.before(first)}
    )
    opening = text[first].plain
    named_first = end - first > 1 and opening not in words("achternamen") and opening not in words("voornamen")
    if named_first and (opening in words("organisatiewoorden") or opening.endswith(endings("organisatie_uitgangen"))):
        return True
    if around & words("organisatiewoorden") or any(word.endswith(endings("organisatie_uitgangen")) for word in around):
        return True
    following = text[end].plain if end < len(text) and text.joined(end) else ""
    capital = end < len(text) and text[end].text[0].isupper()
    ampersand = re.match(r" ?& ?", text.text[text[end - 1].end : text[end - 1].end + 3])
    return bool(ampersand) or (capital and following.rstrip(".") in words("organisatiewoorden"))


def is_known(text: Words, first: int, end: int) -> bool:
    """A name that streets, schools and shops bear: Anne Frank, Albert Heijn."""
    parts = [word.plain for word in text.all[first:end]]
    return any(" ".join(parts[:count]) in words("vernoemd") for count in range(1, len(parts) + 1))
