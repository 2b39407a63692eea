"""The words of which a compound is made: “jeugdhulp” is found by “jeugd” and by “hulp”."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from board.checks.frequency import dutch
from board.core.search.dictionary import has_small, is_word, listed
from board.core.search.endings import SINGULARS
from board.core.search.word_lists import words_of

# A part is a word that people use on its own, at least so often (on the scale of board.checks.frequency).
USED = 3.0
SHORTEST, SHORTEST_WORD = 3, 6
# A noun of so many letters may be used less often: nothing else looks like it.
LONG = 7
# What ties the first part to what follows: raadsvergadering.
TIE = "s"
NOUN_ENDINGS = ("ing", "heid", "teit", "isme", "tie", "age", "er", "aar", "or")


@cache
def _used() -> frozenset[str]:
    """The words that may be part of a compound: used often, and no small words, prefixes or endings."""
    found, least = dutch(), round((9 - USED) * 100)
    often = (found[place] for place, rarity in enumerate(found.rarity) if rarity <= least)
    short = words_of("short_parts")
    return frozenset(word for word in often if len(word) > SHORTEST or word in short) - words_of("no_parts")


@lru_cache(maxsize=30_000)
def compound_parts(word: str) -> tuple[str, ...]:
    """The two words that a compound is made of, as they stand in it; none of another word."""
    if len(word) < SHORTEST_WORD or not word.isalpha() or word in words_of("no_compounds"):
        return ()
    cuts = list(_cuts(word))
    if found := max((cut for cut in cuts if _is_first(cut[0]) and _is_noun(cut[1])), key=_usual, default=()):
        return found
    return next((cut for cut in cuts if _is_whole(cut[0], _is_first) and _is_whole(cut[1], _is_noun)), ())


def _usual(cut: tuple[str, str]) -> float:
    """How usual the least usual of two words is: “gemeentehuis” is no “gemeen” and “tehuis”."""
    return min(dutch().zipf(part) or 0.0 for part in cut)


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """All ways to cut a word in two, with the longest last part first."""
    for start in range(SHORTEST, len(word) - SHORTEST + 1):
        yield word[:start], word[start:]
        if word[start - 1] == TIE and start > SHORTEST:
            yield word[: start - 1], word[start:]


def _is_whole(part: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a part is a word, or a compound itself."""
    return is_word(part) or bool(compound_parts(part))


@lru_cache(maxsize=30_000)
def _is_noun(word: str) -> bool:
    """Whether a word of our own list is a noun, in one of its forms: of a noun the dictionary knows a small one."""
    if word in words_of("nouns"):
        return True
    if word not in _used():
        return len(word) >= LONG and word.removesuffix("s").endswith(NOUN_ENDINGS) and is_word(word)
    single = SINGULARS.get(word) or listed(word) or word
    return single.endswith(NOUN_ENDINGS) or single in SINGULARS.values() or has_small(word) or has_small(single)


@lru_cache(maxsize=30_000)
def _is_first(word: str) -> bool:
    """Whether a word can stand first in a compound."""
    return word in words_of("nouns") or (word in _used() and is_word(word))
