"""What somebody looks for: the words they typed, as each database wants to be asked for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.core.search.folding import fold
from board.core.search.lemmas import word_forms
from board.core.search.separable import Verb, verbs
from board.core.search.tokens import SearchToken, tokens
from board.core.search.written import index_forms, token_forms

# More words than this no question needs; a pasted letter is looked up by its beginning.
MOST_WORDS = 10
# From so many letters on, the last word may still be growing.
SHORTEST_BEGINNING = 3


class HighlightedPart(NamedTuple):
    """A part of a line that is shown, and whether it is what was looked for."""

    text: str
    found: bool


@dataclass(frozen=True)
class SearchTerm:
    """One word that is looked for, in each of its forms; `grows` when it may be only the beginning of one.

    What is written in parts is found too where all its parts are, each in its forms: “e-mail”, “haalt op”.
    """

    forms: tuple[str, ...]
    grows: bool = False
    parts: tuple[tuple[str, ...], ...] = ()

    @property
    def typed(self) -> str:
        return self.forms[0]

    def query(self, quoted: Callable[[str], str], begins: Callable[[str], str], both: str, either: str) -> str:
        """As a question to a database, in its own signs."""
        ways = [*map(quoted, self.forms), *([begins(self.typed)] if self.grows else [])]
        if self.parts:
            ways.append(f"({both.join(_group(map(quoted, part), either) for part in self.parts)})")
        return _group(ways, either)


def _group(ways: Iterable[str], either: str) -> str:
    return f"({either.join(ways)})"


class SearchTerms(tuple[SearchTerm, ...]):
    """Words that must all be there."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> "SearchTerms":
        """Each word once. Only letters and digits are left: nothing that a database could take for an order."""
        typed = [token for token in tokens(text) if fold(token.word)][:MOST_WORDS]
        apart = {verb.places[0]: verb for verb in _apart(text, typed)}
        within = {place for verb in apart.values() for place in verb.places}
        found = [
            _verb(apart[place], typed) if place in apart else _word(token, grows=place == len(typed) - 1)
            for place, token in enumerate(typed)
            if place in apart or place not in within
        ]
        return cls(dict.fromkeys(found))

    def fts5(self, *marks: Iterable[str]) -> str:
        """As SQLite asks it; of each group of `marks` there must be one."""
        queries = [word.query('"{}"'.format, '"{}" *'.format, " AND ", " OR ") for word in self]
        return " AND ".join([*queries, *(_group(map('"{}"'.format, group), " OR ") for group in marks)])

    def tsquery(self, *marks: Iterable[str]) -> str:
        """As PostgreSQL asks it; of each group of `marks` there must be one."""
        queries = [word.query("'{}'".format, "'{}':*".format, " & ", " | ") for word in self]
        return " & ".join([*queries, *(_group(map("'{}'".format, group), " | ") for group in marks)])

    def pieces(self, line: str) -> list[HighlightedPart]:
        """The line in pieces, so that a page can mark what was looked for. Together they are the line."""
        pieces, end = list[HighlightedPart](), 0
        for token in self._found_in(line):
            pieces += [
                HighlightedPart(line[end : token.start], False),
                HighlightedPart(line[token.start : token.end], True),
            ]
            end = token.end
        return [piece for piece in (*pieces, HighlightedPart(line[end:], False)) if piece.text]

    def _found_in(self, line: str) -> Iterator[SearchToken]:
        wanted = {form for word in self for way in (word.forms, *word.parts) for form in way}
        begins = tuple(word.typed for word in self if word.grows)
        words = list(tokens(line))
        apart = {place for verb in verbs(line, words) if not wanted.isdisjoint(verb.stems) for place in verb.places}
        for place, token in enumerate(words):
            found = index_forms(token.word, token.parts, token.base)
            if not wanted.isdisjoint(found) or place in apart or (begins and found and found[0].startswith(begins)):
                yield token

    def stands_in(self, line: str) -> bool:
        """Whether the line holds all words just as they were typed."""
        return {word.typed for word in self} <= {fold(token.word) for token in tokens(line)}


def _word(token: SearchToken, grows: bool) -> SearchTerm:
    written = [found for part in token.parts if (found := word_forms(part))] if len(token.parts) > 1 else []
    found = token_forms(token.word, token.base)
    return SearchTerm(found, grows and len(found[0]) >= SHORTEST_BEGINNING, tuple(written))


def _verb(verb: Verb, typed: Sequence[SearchToken]) -> SearchTerm:
    return SearchTerm(
        verb.stems, parts=tuple(token_forms(typed[place].word, typed[place].base) for place in verb.places)
    )


def _apart(text: str, typed: Sequence[SearchToken]) -> Iterator[Verb]:
    """The verbs that stand apart, each word in one of them."""
    used = set[int]()
    for verb in verbs(text, typed):
        if used.isdisjoint(verb.places):
            used.update(verb.places)
            yield verb
