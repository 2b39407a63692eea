"""Verbs of which a part stands apart: “haal het vuil op”, “haalt op” and “op te halen” are of “ophalen”."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from board.core.search.lemmas import word_forms
from board.core.search.tokens import SearchToken
from board.core.search.verbs import PARTICLES, is_stem
from board.core.search.word_lists import words_of

# So many words may stand between a verb and its particle.
FURTHEST = 12
# Where a sentence, or a part of it, ends: no verb reaches over that.
END = re.compile(r"[.,;:!?()\n]")
GOES_ON = words_of("after_particles")
# These stand before nothing, so they always belong to their verb.
ALWAYS = PARTICLES - words_of("prepositions")


class Verb(NamedTuple):
    """A verb that stands apart in a text: the places of its words, and its stems, of “haal op” it is “ophaal”."""

    places: tuple[int, ...]
    stems: tuple[str, ...]


def verbs(text: str, words: Sequence[SearchToken]) -> Iterator[Verb]:
    """The verbs in these words of a text of which a part stands apart."""
    for place, token in enumerate(words):
        if token.word in PARTICLES and (found := _verb(text, words, place)):
            yield found


def _verb(text: str, words: Sequence[SearchToken], place: int) -> Verb | None:
    particle, after = words[place].word, words[place + 1 : place + 3]
    if len(after) == 2 and after[0].word == "te":
        found = _stems(particle, after[1].word)
        return Verb((place, place + 1, place + 2), found) if found else None
    if not _stands_apart(text, words, place):
        return None
    for before in range(place - 1, max(0, place - FURTHEST) - 1, -1):
        if _ends(text, words, before):
            return None
        if found := _stems(particle, words[before].word):
            return Verb((before, place), found)
    return None


def _ends(text: str, words: Sequence[SearchToken], place: int) -> bool:
    """Whether a sentence, or a part of it, ends behind this word."""
    return END.search(text, words[place].end, words[place + 1].start) is not None


def _stands_apart(text: str, words: Sequence[SearchToken], place: int) -> bool:
    """Whether the particle belongs to the verb before it, and not to what follows."""
    token = words[place]
    if token.word in ALWAYS or place == len(words) - 1:
        return True
    return words[place + 1].word in GOES_ON or _ends(text, words, place)


@lru_cache(maxsize=4000)
def _stems(particle: str, word: str) -> tuple[str, ...]:
    """The stems that a verb has together with its particle; none for another word."""
    return tuple(particle + form for form in word_forms(word) if is_stem(form))
