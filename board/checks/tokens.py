"""A text in words, numbers and marks, each with its place; and the form a word has in a dictionary."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from board.checks import frequency

TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’‘-][^\W\d_]+|-\d+|-(?=[^\w\s]|\s|$))*)"
    r"|(?P<mark>[^\w\s])"
)

# Longer is a code or an accident; dictionaries need not see it.
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: text[start:end] is how it was written."""

    text: str
    lower: str
    start: int
    end: int
    kind: str

    @property
    def is_word(self) -> bool:
        """Letters, and what may stand between them: “75-plussers” is a number and a word, “id-kaart” one word."""
        return self.kind == "word"


def tokens(text: str, most: int | None = None) -> list[Token]:
    """The tokens of a text in order: all, or the first so many."""
    return [
        Token(match.group(), match.group().lower()[:LONGEST], match.start(), match.end(), match.lastgroup or "mark")
        for match in islice(TOKEN.finditer(text), most)
    ]


@lru_cache(maxsize=30_000)
def lemma(word: str) -> str:
    """The dictionary form of one word in lower case; an unknown word stays as it is."""
    from simplemma import lemmatize  # its dictionary takes a second: only who needs it

    # Its large dictionary takes 50 MB more of each worker; the cache makes up for the time.
    return lemmatize(word, "nl", low_memory=True).lower().replace("_", "")


@lru_cache(maxsize=30_000)
def zipf(word: str) -> float:
    """How often a word is used, from 0 (seldom or never) to 7 (in each sentence)."""
    return frequency.zipf(word)
