"""How often Dutch words are used: the list of wordfreq without its long tail, in one megabyte and not forty-seven."""

import gzip
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import islice
from math import log10
from pathlib import Path
from unicodedata import normalize

# What is used less often than this is rare to every rule of ours, so how rare it is need not be known.
LEAST = 2.6
PART = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
DIGITS = re.compile(r"\d")


class Frequencies:
    """Words in alphabetical order in one long text, and beside it where each ends and how often it is used."""

    def __init__(self, words: dict[str, int]) -> None:
        found = sorted(words)
        self.text = "".join(found)
        self.ends = array("L")
        self.rarity = array("H", (words[word] for word in found))
        for word in found:
            self.ends.append((self.ends[-1] if self.ends else 0) + len(word))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: int) -> str:
        return self.text[self.ends[place - 1] if place else 0 : self.ends[place]]

    def zipf(self, word: str) -> float | None:
        """From 7 (in each sentence) down to `LEAST`; None when it is used less often, or never seen."""
        place = bisect_left(self, word)
        return 9 - self.rarity[place] / 100 if place < len(self) and self[place] == word else None

    def used(self, least: float) -> Iterator[str]:
        """The words that are used at least this often."""
        rarest = round((9 - least) * 100)
        return (self[place] for place, rarity in enumerate(self.rarity) if rarity <= rarest)


def zipf(word: str) -> float:
    """How often a word is used: 3 is once in a million words. 0 for what is used less often than `LEAST`.

    Of a word in parts (“wijk-bus”) all parts must be met, so it is used less often than the rarest of them.
    """
    parts = PART.findall(normalize("NFC", word).casefold().replace("’", "'").replace("‘", "'"))
    found = [dutch().zipf(_without_figures(part)) for part in parts]
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return 0.0
    return round(9 - log10(sum(10 ** (9 - each) for each in known)), 2)


def _without_figures(part: str) -> str:
    """The list counts all numbers of one length together."""
    return DIGITS.sub("0", part) if len(part) > 1 else part


@cache
def dutch() -> Frequencies:
    """The list that comes with wordfreq, up to the words that every rule of ours calls rare."""
    from msgpack import Unpacker  # only who checks a text needs it

    # Not imported: the package would read the whole list, and bring the rules of forty other languages.
    package = find_spec("wordfreq")
    folder = Path(str(package.origin)).parent if package else Path()
    with gzip.open(folder / "data" / "large_nl.msgpack.gz") as file:
        bins = Unpacker(file, raw=False)
        bins.read_array_header()
        next(bins)  # which format it is
        # The place of a bin says how often: 300 is once in a thousand words, 600 once in a million.
        few = enumerate(islice(bins, round((9 - LEAST) * 100) + 1))
        return Frequencies({word: rarity for rarity, words in few for word in words})
