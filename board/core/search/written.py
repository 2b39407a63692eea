"""What a text is found by: each of its words in all its forms, the parts of compounds, and verbs that stand apart."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from board.core.search.compounds import compound_parts
from board.core.search.lemmas import word_forms
from board.core.search.separable import verbs
from board.core.search.tokens import SearchToken, tokens


def indexed(text: str) -> str:
    """The words by which a text is found, each once, with spaces between them."""
    return " ".join(dict.fromkeys(_all(text, list(tokens(text)))))


def _all(text: str, words: Sequence[SearchToken]) -> Iterator[str]:
    for token in words:
        yield from index_forms(token.word, token.parts, token.base)
    yield from (stem for verb in verbs(text, words) for stem in verb.stems)


@lru_cache(maxsize=30_000)
def index_forms(word: str, written_in: tuple[str, ...] = (), base: str = "") -> tuple[str, ...]:
    """The words by which one word is found: its own forms first, then those of what it is made of."""
    return tuple(
        dict.fromkeys((*token_forms(word, base), *_of_parts(word), *chain.from_iterable(map(_whole, written_in))))
    )


def _whole(word: str) -> Iterator[str]:
    yield from word_forms(word)
    yield from _of_parts(word)


def _of_parts(word: str) -> Iterator[str]:
    for part in compound_parts(word):
        yield from _whole(part)


def token_forms(word: str, base: str = "") -> tuple[str, ...]:
    """The forms of a word; of “foto’s” also those of “foto”."""
    return tuple(dict.fromkeys((*word_forms(word), *word_forms(base)))) if base else word_forms(word)
