"""Homes by their number before the street, or by a number alone: “op nummer 12”, “de buren van nummer 7”."""

import re
from collections.abc import Iterator

from board.checks.privacy.lists import endings, plain, spoken, words
from board.checks.privacy.persons import before, sentence_beside
from board.checks.privacy.spoken_numbers import NUMERAL

CALLED = re.compile(
    rf"(?i)(?<![\w\-])(?:huis)?(?:nummer|nr\b\.?)\s?"
    rf"(?P<number>\d{{1,4}}(?:[ \-]?[a-z](?![^\W_]))?|{NUMERAL}(?![^\W_]))(?![\d/\-]|[.,]\d)"
)
# “Op 33 in de Rozenhof”, “de weduwe van 31 aan het Wilgenhof”, “bij de buren op 15”.
BARE = re.compile(
    r"(?<!\w)(?P<preposition>[Oo]p|[Vv]an|[Bb]ij|[Hh]uurt|[Hh]uurde|[Bb]ewoont|"
    r"[Ww]oont) (?P<number>\d{1,4}[a-z]?(?: en \d{1,4}[a-z]?)?)(?![\w,%/\-]|\.\d|:\d)"
)
# “14 Dorpsstraat, daar woont hij”.
BEFORE_STREET = re.compile(
    r"(?<![\w.,/\-])\d{1,4}(?:[a-z]|(?P<floor>[ \-]?(?:hs|bis|huis|rood|zwart|[IVX]{1,3}))(?![\w]))?,? "
    r"(?:[A-Z][\w'\-]{1,25} ){0,3}(?P<street>[A-Z][\w'\-]{2,40})"
)
# “In de flat aan de Boeierstraat, op 407, woont …”.
AFTER_STREET = re.compile(r"(?P<street>[A-Z][\w'\-]{3,40}),? op (?:nummer )?\d{1,4}[a-z]?(?![\w,%/\-]\d|[\w%])")
# “De man van Spoorstraat zes”.
WORDED = re.compile(
    rf"(?<![\w'\-])(?P<street>[A-Z][\w'\-]{{3,40}}),? (?:nummer )?"
    rf"(?:[a-z]{{0,8}}honderd(?:[a-zë]{{1,20}})?|[a-z]{{3,5}}-en-[a-z]{{6,8}}|{NUMERAL})(?:[ \-]?[a-d])?(?![^\W_])"
    r"(?! (?:(?!is\b|was\b)[a-z]{1,30}(?:en|s)|keer|maal|jaar|uur|meter|euro|procent|kilometer|man|extra)\b)"
)
STREET = re.compile(
    r",? (?:(?:in|aan|op|van|bij) )?(?:(?:de|het|'t|den) )?"
    r"(?P<street>(?:[A-Z][\w'\-]* (?:van |de |der |den ){0,2}){0,3}"
    r"[A-Z][\w'\-]{2,40})"
)
WITH_PREPOSITION = re.compile(r" (?:in|aan|op|van) ")
WORD_BEFORE = re.compile(r"(?<![\w'\-])([^\W\d_][\w'\-]*) $")
PLACED = {
    "v",
    "naast",
    "tegenover",
    "boven",
    "onder",
    "achter",
    "op",
    "van",
    "bij",
    "naar",
    "aan",
    "voor",
    "met",
    "en",
    "of",
    "in",
    "uit",
    "om",
    "is",
    "was",
    "dat",
    "woont",
}
HOUSEHOLDS = re.compile(
    r"(?:buren|buurtjes|bewon\w{1,20}|huurders?|huurster|gezin|stel|stelletje|echtpaar|studenten?|huishouden|familie)$"
)
# “Een gezin van 5” has five people; the neighbours of 5 live there.
NEIGHBOURS = re.compile(r"(?:buren|bewoners?|bewoonster|huurders?|huurster)$")
CLOSED = re.compile(r"[,.:;)]| (?:bij|met|en|in|boven|naast) ")
NEIGHBOURS_OF = re.compile(
    r"(?:buren|buurtjes|stel|studente?n?|huishouden|mensen) (?:van|op|bij|in|aan) (?:de |het )?$"
)
LIVES = re.compile(r"\b(?:woont|woonde|wonen|woonden|huurt|huurde|logeert|aangebeld|bewoners?|traplift|thuis|ziek)\b")
OUTSIDE = re.compile(r"\b(?:lijst|rij|ranglijst|agenda|wijkblad|krant|loket|balie|lijn|rit|route|bus|top)\b")


def find(text: str) -> Iterator[tuple[int, int]]:
    """Where each such home stands, with its street when that is told."""
    for match in CALLED.finditer(text):
        if span := _called(text, match):
            yield span
    for match in BARE.finditer(text):
        if (end := _bare(text, match)) is not None:
            yield match.start("number"), end
    yield from _worded(text)
    yield from _after_street(text)
    for match in BEFORE_STREET.finditer(text):
        sentence = sentence_beside(text, *match.span())
        named = match["floor"] or names_street(match["street"])
        if named and (LIVES.search(sentence) or is_about_somebody(sentence)):
            yield match.span()


def _after_street(text: str) -> Iterator[tuple[int, int]]:
    for match in AFTER_STREET.finditer(text):
        sentence = sentence_beside(text, *match.span())
        if names_street(match["street"]) and (LIVES.search(sentence) or is_about_somebody(sentence)):
            yield match.span()


def _worded(text: str) -> Iterator[tuple[int, int]]:
    for match in WORDED.finditer(text):
        certain = names_street(match["street"].lower(), small=True)
        if not certain and not (names_street(match["street"]) and CLOSED.match(text, match.end())):
            continue
        sentence, left = sentence_beside(text, *match.span()), before(text, match.start())
        if LIVES.search(sentence) or is_about_somebody(sentence) or NEIGHBOURS_OF.search(left):
            yield match.span()


def _called(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    left, sentence = before(text, found.start()), sentence_beside(text, *found.span())
    word = WORD_BEFORE.search(left)
    previous = word.group(1) if word else ""
    after_street = bool(previous) and names_street(_as_written(text, found.start(), previous), small=True)
    if previous and previous not in PLACED and not _is_person(previous) and not after_street:
        return None  # “loket nummer 12”, “speeltuin nummer 14”
    start = found.start() - len(word.group()) if word and after_street else found.start()
    street = _street(text, found.end())
    if street is not None:
        return start, street
    person_of = previous in {"van", "op", "bij", "v"} and _is_person(_word(left, 2))
    lived = not OUTSIDE.search(sentence) and (bool(LIVES.search(sentence)) or is_about_somebody(sentence))
    return (start, found.end()) if person_of or lived else None


def _as_written(text: str, end: int, word: str) -> str:
    """A street as the surest endings are read: “de Zeedijk nummer vier” tells by its capital that it is one."""
    written = text[end - len(word) - 1 : end - 1]
    is_street = names_street(written) and len(written) > 5
    return f"{written}straat" if is_street else word


def _bare(text: str, found: re.Match[str]) -> int | None:
    """“Op 33 in de Rozenhof”; without a street only neighbours and residents have a number."""
    left = before(text, found.start())
    person = _word(left, 1)
    street = _street(text, found.end(), with_preposition=True)
    if street is not None and (found["preposition"].lower() not in {"van"} or _is_person(person)):
        return street
    beside = NEIGHBOURS.search(person) if found["preposition"].lower() == "van" else HOUSEHOLDS.search(person)
    return found.end() if beside and found["preposition"].lower() in {"op", "van"} else None


def _word(left: str, back: int) -> str:
    """The word that stands so many words before a place."""
    near = re.findall(r"[^\W\d_][\w'\-]*", left[-60:])
    return near[-back] if len(near) >= back else ""


def _street(text: str, end: int, with_preposition: bool = False) -> int | None:
    """Where the street ends that follows at once."""
    found = STREET.match(text, end, end + 90)
    if not found or (with_preposition and not WITH_PREPOSITION.match(found.group())):
        return None
    return found.end() if names_street(found["street"].rsplit(maxsplit=1)[-1]) else None


def is_about_somebody(sentence: str) -> bool:
    """Whether somebody is spoken of, and not a group or a thing."""
    return bool(spoken("iemand").search(sentence)) or any(
        word in words("inwonerwoorden") for word in re.findall(r"[^\W\d_]+", sentence)
    )


def _is_person(word: str) -> bool:
    return word in words("inwonerwoorden") or word in words("aanspreekvormen") or bool(HOUSEHOLDS.search(word))


def names_street(word: str, small: bool = False) -> bool:
    """“Lindelaan”, “Wilgenhof”, “Singel”; `small` also without its capital, and then by the surest endings."""
    bare = plain(word)
    if small:
        return bare.endswith(endings("straten")) and bare not in words("straten")
    return word[0].isupper() and bare.endswith(endings("straten") + endings("straten_ook_naam"))
