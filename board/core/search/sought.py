"""What somebody looks for: the words they typed, as each database wants to be asked for them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.core.search.lemmas import LONGEST, WORD, forms, plain, words

# More words than this no question needs; a pasted letter is looked up by its beginning.
MOST_WORDS = 10
# From so many letters on, the last word may still be growing.
SHORTEST_BEGINNING = 3


class Piece(NamedTuple):
    """A part of a line that is shown, and whether it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True)
class Word:
    """One word that is looked for, in each of its forms; `grows` when it may be only the beginning of one."""

    forms: tuple[str, ...]
    grows: bool = False

    @property
    def typed(self) -> str:
        return self.forms[0]

    def is_in(self, others: Sequence[str]) -> bool:
        """Whether a word with these forms is this one."""
        return not set(self.forms).isdisjoint(others) or (self.grows and others[0].startswith(self.typed))


class Sought(tuple[Word, ...]):
    """Words that must all be there."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> "Sought":
        """Each word once. Only letters and digits are left: nothing that a database could take for an order."""
        typed = [found for word in words(text) if (found := forms(word))][:MOST_WORDS]
        last = len(typed) - 1
        grown = (Word(one, at == last and len(one[0]) >= SHORTEST_BEGINNING) for at, one in enumerate(typed))
        return cls(dict.fromkeys(grown))

    def fts5(self, *marks: Iterable[str]) -> str:
        """As SQLite asks it; of each group of `marks` there must be one."""
        asked = [[f'"{form}"' for form in word.forms] + [f'"{word.typed}" *'] * word.grows for word in self]
        asked += [[f'"{mark}"' for mark in group] for group in marks]
        return " AND ".join(f"({' OR '.join(group)})" for group in asked)

    def tsquery(self, *marks: Iterable[str]) -> str:
        """As PostgreSQL asks it; of each group of `marks` there must be one."""
        asked = [[f"'{form}'" for form in word.forms] + [f"'{word.typed}':*"] * word.grows for word in self]
        asked += [[f"'{mark}'" for mark in group] for group in marks]
        return " & ".join(f"({' | '.join(group)})" for group in asked)

    def pieces(self, line: str) -> list[Piece]:
        """The line in pieces, so that a page can mark what was looked for."""
        line, pieces, end = unicodedata.normalize("NFC", line), list[Piece](), 0
        for match in WORD.finditer(line):
            if self._has(match.group()):
                pieces += [Piece(line[end : match.start()], False), Piece(match.group(), True)]
                end = match.end()
        return [piece for piece in (*pieces, Piece(line[end:], False)) if piece.text]

    def _has(self, written: str) -> bool:
        others = forms(written[:LONGEST].lower())
        return bool(others) and any(word.is_in(others) for word in self)

    def stands_in(self, line: str) -> bool:
        """Whether the line holds all words just as they were typed."""
        return {word.typed for word in self} <= {plain(word) for word in words(line)}
