"""Words made of words that are used often: “afvalbak”, “verkeersbord”."""

from collections.abc import Iterator
from functools import cache, lru_cache

from board.checks import frequency
from board.checks.tokens import LONGEST

COMMON = 3.3  # how often a part is used: 3 is once in a million words
LEAST_FIRST, LEAST_LAST = 3, 3  # letters
LEAST_COMPOUND = 8  # letters; a last part that is longer may be a compound itself

# How a last part may bend.
ENDINGS = (
    "en",
    "s",
    "'s",
    "je",
    "tje",
    "pje",
    "etje",
    "jes",
    "tjes",
    "n",
    "e",
    "er",
    "t",
    "d",
    "de",
    "te",
    "den",
    "ten",
)
PAST = frozenset({"t", "d", "de", "te", "den", "ten"})  # of a verb: “werkte” is of “werken”
VOWELS = frozenset("aeou")
SOFT = {"v": "f", "z": "s"}


@lru_cache(maxsize=30_000)
def is_compound(word: str) -> bool:
    """Made of words that are used often, perhaps with an s between: “afvalbak”, “verkeersbord”; “zebra-pad”."""
    if "-" in word:
        return all(is_common(part) or is_compound(part) for part in word.split("-") if part)
    return is_cut(word[:LONGEST].replace("’", "'"))


def is_cut(word: str) -> bool:
    """Whether a word falls in parts. Each place where a first part ends is looked at once, from left to right."""
    ends = {0}
    for start in range(len(word) - LEAST_FIRST - LEAST_LAST + 1):
        if start in ends and (not start or len(word) - start > LEAST_COMPOUND):
            for end in first_parts(word, start):
                if end not in ends and is_last_part(word[end:]):
                    return True
                ends.add(end)
    return False


def first_parts(word: str, start: int) -> Iterator[int]:
    """Where a first part may end that begins here, so that letters enough are left."""
    places = range(start + LEAST_FIRST, len(word) - LEAST_LAST + 1)
    return (end for end in places if is_first_part(word[start:end]))


def is_first_part(part: str) -> bool:
    """Used often, with or without the s that ties it to what follows."""
    return is_common(part) or (part.endswith("s") and is_common(part[:-1]))


def is_last_part(part: str) -> bool:
    """Used often, in one of its forms."""
    return is_common(part) or any(map(is_common, roots(part)))


def roots(part: str) -> set[str]:
    """What a part may be a form of: “bakken” of “bak”, “bomen” of “boom”, “brieven” of “brief”. Some do not exist."""
    found: set[str] = set()
    for ending in ENDINGS:
        root = part.removesuffix(ending)
        if root != part and len(root) >= LEAST_LAST:
            found |= {root, *spelled(root), *((root + "en",) if ending in PAST else ())}
    return found


def spelled(root: str) -> set[str]:
    """How a root is written when nothing follows it: “bakk” is bak, “bom” perhaps boom, “briev” brief."""
    last = SOFT.get(root[-1], root[-1])
    found = {root[:-1] + last}
    if root[-1] == root[-2]:
        found.add(root[:-1])
    elif root[-2] in VOWELS:
        found.add(root[:-2] + root[-2] * 2 + last)
    return found


def is_common(word: str) -> bool:
    """Used often; of a word with an apostrophe, as it is written."""
    return word in common_words()


@cache
def common_words() -> frozenset[str]:
    """The words that are used often: some twelve thousand."""
    return frozenset(frequency.dutch().used(COMMON))
