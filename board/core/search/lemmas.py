"""Dutch words by the forms they can have, so that “brief” finds “brieven” and “ophalen” finds “opgehaald”."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from board.core.search.dictionary import has_small, is_word, listed
from board.core.search.endings import SINGULARS, adjective, large, participle, people, plural, singular, without_en
from board.core.search.folding import fold
from board.core.search.tokens import tokens
from board.core.search.verbs import apart, stem, strong

# The last part of a compound bends as it does by itself; both parts must be long enough to be words.
FIRST_PART, LAST_PART = 2, 4
SHORTEST = 3
# The dictionary lists these under another word.
SLIPS = frozenset({"kater", "grootmoeder", "godin", "duivelin"})


def lemmas(text: str) -> list[str]:
    """The words of a text in order, each in one form: “Twee brieven.” gives twee, brief."""
    return [lemma(word) for word in split_words(text)]


def split_words(text: str) -> Iterator[str]:
    """The words and numbers of a text as they stand there, in lower case; of “zonne-energie” both parts."""
    return (word for token in tokens(text) for word in token.parts or (token.word,))


@lru_cache(maxsize=30_000)
def lemma(word: str) -> str:
    """The dictionary form of one word in lower case, without accents. An unknown word stays as it is."""
    if (found := listed(word)) is not None:
        return fold(found)
    cut = _cut(word)
    return fold(cut[0] + (listed(cut[1]) or cut[1])) if cut else fold(word)


@lru_cache(maxsize=30_000)
def word_forms(word: str) -> tuple[str, ...]:
    """A word as it is written, and the words of which it is a form; all without accents. None for no letters at all."""
    written = fold(word)
    if len(written) < SHORTEST or not written.isalpha():
        return (written,) if written else ()
    return tuple(dict.fromkeys((written, *map(fold, _bases(word)))))


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of, each as it is indexed: a noun in the singular, a verb by its stem."""
    yield from singular(word)
    if (verb := strong(word)) is not None:
        yield stem(verb)
    for particle, rest in apart(word):
        yield from (particle + base for base in _verb(rest))
    found = listed(word)
    yield from _of_unknown(word) if found is None else _of_known(word, found)


def _verb(word: str) -> Iterator[str]:
    """The stem of the verb of which this is a participle or a form of the past."""
    if (verb := strong(word)) is not None:
        yield stem(verb)
    elif word.startswith("ge") and (under := listed(word)) is not None and under != word:
        yield stem(under)


def _of_known(word: str, found: str) -> Iterator[str]:
    if not _is_slip(word, found):
        yield stem(found)
        if found != word and found.endswith("je"):
            yield stem(listed(found) or found)
            yield from _large(found)
    if word.endswith("en"):
        yield from (base for base in (*without_en(word), word[:-1]) if _is_base(base, word, found))
    yield from _large(word)


def _large(word: str) -> Iterator[str]:
    yield from islice(filter(is_word, large(word)), 1)


def _is_slip(word: str, found: str) -> bool:
    """Whether the dictionary lists a word under another one that has nothing to do with it."""
    if word in SLIPS:
        return True
    if found.startswith(word) and len(found) > len(word):
        return not found.endswith("n")  # “kat” under “kater”
    ends = stem(found)
    return ends != word and ends.endswith(word)  # “geloof” under “wangeloven”


def _is_base(base: str, word: str, found: str) -> bool:
    """Whether a verb or a plural is of this stem, or of this singular."""
    under = listed(base)
    if base.endswith("e"):
        return under == base and has_small(base)
    return under is not None and (under in {base, word, found} or (word not in SINGULARS and has_small(base)))


def _of_unknown(word: str) -> Iterator[str]:
    bases = dict.fromkeys((*plural(word), *without_en(word), *_large(word), *adjective(word), *participle(word)))
    known = [base for base in bases if is_word(base)]
    yield from (*people(word), *known)
    cut = _cut(word)
    if cut is not None:
        yield from (cut[0] + base for base in _bases(cut[1]))
    if not known:
        longest = len(cut[1]) if cut else 0
        yield from (base for base in bases if (of_base := _cut(base)) and len(of_base[1]) >= longest)


def _cut(word: str) -> tuple[str, str] | None:
    """A word that the dictionary does not have in two, of which the last part is the longest that it has."""
    starts = range(FIRST_PART, len(word) - LAST_PART + 1)
    return next(((word[:start], word[start:]) for start in starts if is_word(word[start:])), None)
