"""Which words say something about what people can: “filmpje maken” fits “ik film graag”, and “maken” says nothing."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from board.core.search.lemmas import lemmas, split_words

SHORTEST_PART = 5


def _listed(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()[1:])


# De, op, niet: nobody looks for them. And what is too common to tell one talent or one card from another.
SMALL = _listed("small_words.txt")
COMMON = SMALL | _listed("common_words.txt")


@lru_cache(maxsize=8000)
def telling(text: str) -> frozenset[str]:
    """The words of a text that tell something, each as a dictionary writes it. None when it has only common ones."""
    return _words(text) - COMMON


@lru_cache(maxsize=8000)
def _words(text: str) -> frozenset[str]:
    # Twice: of “filmpjes” a dictionary first makes “filmpje”, and then “film”.
    return frozenset(lemmas(" ".join(lemmas(text))))


def search_words(text: str) -> list[str]:
    """The words that somebody looks for, as they typed them: without the small ones, unless there is nothing else."""
    typed = list(dict.fromkeys(split_words(text)))
    return [word for word in typed if _words(word).isdisjoint(SMALL)] or typed


def in_common(asked: str, said: str) -> frozenset[str]:
    """The telling words of `asked` that `said` has too."""
    there = telling(said)
    return frozenset(word for word in telling(asked) if _any_fits(word, there))


def holds_all(asked: str, said: str) -> bool:
    """Whether `said` has every telling word that was asked; with only common words every one of those."""
    there = _words(said)
    return all(_any_fits(word, there) for word in telling(asked) or _words(asked))


def _any_fits(word: str, there: Iterable[str]) -> bool:
    return any(_root(word) == _root(other) or _is_part(word, other) or _is_part(other, word) for other in there)


@lru_cache(maxsize=8000)
def _root(word: str) -> str:
    """What a verb and its noun share: filmen and film, bellen and bel, tekenen and teken."""
    if len(word) < SHORTEST_PART or not word.endswith("en"):
        return word
    root = word[:-2]
    return root[:-1] if root[-1] == root[-2] else root


def _is_part(part: str, whole: str) -> bool:
    """Meelezen is lezen, and a striptekenaar is a tekenaar: what a Dutch word is, stands at its end."""
    return len(part) >= SHORTEST_PART and whole.endswith(part)
