"""Dutch verbs: those that change inside, the stem of each, and what may stand apart from it."""

from collections.abc import Iterator
from functools import cache, lru_cache

from board.core.search.dictionary import is_word, listed
from board.core.search.endings import without_en
from board.core.search.word_lists import rows_of, words_of

PARTICLES = words_of("particles")
# These never stand apart.
PREFIXES = ("be", "her", "ont", "ver")
LONGEST_PARTICLE = max(map(len, PARTICLES))


@cache
def _strong() -> dict[str, str]:
    """The verb of each form of a strong verb."""
    return {form: verb for verb, *forms in rows_of("strong_verbs") for form in forms}


def strong(word: str) -> str | None:
    """The verb of which this is a form, when it is one that changes inside: “schreef” is of “schrijven”."""
    if found := _strong().get(word):
        return found
    for prefix in PREFIXES:
        if word.startswith(prefix) and (found := _strong().get(word.removeprefix(prefix))):
            return prefix + found
    return None


def stem(verb: str) -> str:
    """What is left of a verb without its ending: of “lopen” it is “loop”. Another word is its own stem."""
    if (found := next((word for word in without_en(verb) if is_word(word)), None)) is not None:
        return found
    return next((particle + stem(rest) for particle, rest in apart(verb) if is_word(rest)), verb)


@lru_cache(maxsize=4000)
def is_stem(word: str) -> bool:
    """Whether a word is the stem of a verb: there is a form with “ge” of it."""
    if word in set(_strong().values()) or any(stem(verb) == word for verb in set(_strong().values())):
        return True
    ends = ("",) if word[-1] in "dt" else ("d", "t")
    if word.startswith(PREFIXES):
        return any((verb := listed(word + end)) is not None and verb.endswith("en") for end in ends)
    return any(is_word(f"ge{word}{end}") for end in ends)


def apart(word: str) -> Iterator[tuple[str, str]]:
    """The particle in front of a word, and the rest: of “opgeruimd” it is “op”, “geruimd”."""
    for end in range(2, min(LONGEST_PARTICLE, len(word) - 3) + 1):
        if word[:end] in PARTICLES:
            yield word[:end], word[end:]
