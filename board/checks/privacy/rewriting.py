"""Other words at a place in a text, with a capital where a sentence begins."""

import re
from dataclasses import dataclass

SENTENCE_START = re.compile(r"(?:^|[.!?…]['\"”’)\]]{0,3}\s|\n)\s{0,4}(?:[-*•–]\s{1,3}|\d{1,2}[.)]\s{1,3})?['\"“„‘(]?$")
QUOTED = re.compile(r": ?['\"“„‘]$")


@dataclass(frozen=True, slots=True)
class Repair:
    """The words that stand at text[start:end] afterwards; empty when that goes."""

    start: int
    end: int
    words: str

    def on(self, text: str) -> str:
        """The text as it is then."""
        return text[: self.start] + self.words + text[self.end :]


def starts_sentence(text: str, place: int) -> bool:
    """Whether a sentence begins at a place."""
    left = text[max(0, place - 12) : place]
    if place > len(left) and not re.search(r"[.!?…\n:]", left):
        return False
    return bool(SENTENCE_START.search(left) or QUOTED.search(left))


def begin(words: str, at_start: bool) -> str:
    """The words, with a capital when they begin a sentence."""
    return words[:1].upper() + words[1:] if at_start else words
