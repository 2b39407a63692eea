"""Dutch words by the form they have in a dictionary, so that “brief” finds “brieven”."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
# Where Word may break a word, and the eye sees none.
SOFT_HYPHEN = "\xad"

# Longer is a code or an accident, and PostgreSQL refuses words of 2 kB.
LONGEST = 40

# The last part of a compound bends as it does by itself; both parts must be long enough to be words.
FIRST_PART, LAST_PART = 3, 4


def lemmas(text: str) -> list[str]:
    """The words of a text in order, each in one form: “Twee brieven.” gives twee, brief."""
    return [lemma(word) for word in words(text)]


def indexed(text: str) -> str:
    """What a text is found by: each of its words once, as it stands there and in its dictionary form."""
    return " ".join(dict.fromkeys(form for word in words(text) for form in forms(word)))


def words(text: str) -> Iterator[str]:
    """The words and numbers of a text as they stand there, in lower case."""
    for found in WORD.finditer(unicodedata.normalize("NFC", text.replace(SOFT_HYPHEN, ""))):
        yield found.group()[:LONGEST].lower()


@lru_cache(maxsize=30_000)
def forms(word: str) -> tuple[str, ...]:
    """A word as it is written, and its dictionary form when that is another; both without accents."""
    return tuple(dict.fromkeys(form for form in (plain(word), lemma(word)) if form))


@lru_cache(maxsize=30_000)
def lemma(word: str) -> str:
    """The dictionary form of one word in lower case, without accents. An unknown word stays as it is."""
    from simplemma import is_known, lemmatize  # its dictionary takes a quarter of a second: only who needs it

    # Its large dictionary answers faster and takes 50 MB more of each worker; we remember the answers ourselves.
    if not is_known(word, "nl", low_memory=True):
        for start in range(FIRST_PART, len(word) - LAST_PART + 1):
            if is_known(word[start:], "nl", low_memory=True):
                return plain(word[:start] + lemmatize(word[start:], "nl", low_memory=True))
    return plain(lemmatize(word, "nl", low_memory=True))


def plain(word: str) -> str:
    """Letters and digits in lower case, without accents: “Cafés” is “cafes”."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalnum())
