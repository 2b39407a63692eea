"""What a person is called: first and last name as they want them, in which order lists stand, and who is told apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from board.checks.privacy.lists import plain, sure, words

# Of a first or a last name, in characters.
LONGEST_NAME = 80
# “d'Ancona”, “'s-Gravesande”: they stand against the name itself.
AGAINST = re.compile(r"^(?:d|l|dall|dell|'s|'t|s|t)['-]+(?=\w)")
# “S.”, “J.P.”, “Th. J.”, “A”: all that some lists have of a first name.
INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.[ -]?|[^\W\d_](?: |$))+")
STROKES = str.maketrans({"œ": "oe", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n"})
APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼʹ", "'"))


@dataclass(frozen=True)
class Name:
    """First and last name of a person. In doubt: we took it out of one text, and nobody said yet that it is right."""

    first: str = ""
    last: str = ""
    in_doubt: bool = False

    @property
    def whole(self) -> str:
        """As colleagues read it."""
        return f"{self.first} {self.last}".strip()

    @property
    def short(self) -> str:
        """What colleagues call them. Nobody is called by initials: then it is the whole name."""
        return _short(self.first, self.last)

    @property
    def public(self) -> str:
        """The first name, for who shows no more; empty where there is none, or where it may hold more than that."""
        return "" if self.in_doubt else without_titles(self.first)

    @property
    def initials(self) -> str:
        """Two letters at most, for the circle that stands in for a photo."""
        first, last = without_titles(self.first), main_part(self.last)
        return (_letter(first) + _letter(last)) or self.whole[:1]

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Where this person stands in a list: by the main part of the last name, then by first name."""
        return _sort_key(self.first, self.last)


@lru_cache(maxsize=20_000)
def _short(first: str, last: str) -> str:
    called = without_titles(first)
    return Name(first, last).whole if not called or INITIALS.fullmatch(called) else called


@lru_cache(maxsize=20_000)
def _sort_key(first: str, last: str) -> tuple[str, ...]:
    called = without_titles(first)
    main = main_part(last or called or first)
    return folded(main), folded(called), folded(last), f"{first} {last}"


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """A name as it is compared: without capitals, accents and signs."""
    bare = plain(text.translate(APOSTROPHES)).translate(STROKES).replace("'", "").replace(".", "")
    return " ".join(re.findall(r"\w+", bare))


def bare_word(word: str) -> str:
    """A word of a name as the lists of titles and particles have it: “V.d.” is vd, “’T” is 't."""
    return word.translate(APOSTROPHES).lower().replace(".", "").replace("/", "").strip(",")


def is_title(word: str) -> bool:
    """Whether this word before a name is a title: “Dr.”, “mevrouw”. “Ing” is a name too, and wants a dot."""
    bare = bare_word(word)
    return bare in words("titels") and (
        word.endswith(".") or word.islower() or len(bare) > len("ing") or bare in {"mr", "dr"}
    )


def is_degree(word: str) -> bool:
    """Whether this word behind a name is a degree: “MSc”, “LL.M.”."""
    bare = word.replace(".", "").strip(",()")
    return bare.lower() in sure("graden") or (bare[-1:].isupper() and bare.lower() in words("graden"))


def without_titles(text: str) -> str:
    """What is left of a first name without “Dr.” before it and “MSc” behind it."""
    parts = text.split()
    first = next((number for number, word in enumerate(parts) if not is_title(word)), len(parts))
    last = len(parts)
    while last > first and is_degree(parts[last - 1]):
        last -= 1
    return " ".join(parts[first:last]).strip(" ,") if last - first < len(parts) else text.strip()


def main_part(last: str) -> str:
    """The part of a last name under which Dutch lists have it: of “van der Berg” Berg, of “’t Hart” Hart."""
    parts = without_titles(last).translate(APOSTROPHES).split()
    while len(parts) > 1 and (bare_word(parts[0]) in words("voorvoegsels") or is_title(parts[0])):
        parts = parts[1:]
    text = " ".join(parts).partition(",")[0]
    return AGAINST.sub("", text.lower()) if AGAINST.match(text.lower()) else text


def _letter(text: str) -> str:
    return next((sign.upper() for sign in text if sign.isalnum()), "")


def tell_apart(name: Name, among: Iterable[Name]) -> str:
    """What colleagues call somebody where these others stand too: “Piet”, and beside another Piet “Piet J.”."""
    called = folded(name.short)
    same = [other for other in among if folded(other.short) == called and other.whole != name.whole]
    if not same:
        return name.short
    letter = _letter(main_part(name.last))
    alone = letter and name.first and all(_letter(main_part(other.last)) != letter for other in same)
    return f"{name.short} {letter}." if alone else name.whole


def short_names(names: Iterable[Name]) -> Sequence[str]:
    """The same for everybody in a list, in its order."""
    everybody = list(names)
    return [tell_apart(name, everybody) for name in everybody]
