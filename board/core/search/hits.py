"""Searching: what has these words and may be read by who asks, grouped by what it is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from board.core.people.people import Person
from board.core.search.index import kinds
from board.core.search.lookup import Reader, look_up
from board.core.search.search_terms import SearchTerms


class Hit(NamedTuple):
    """Something that was found: what it is, its number there, and the line by which people know it."""

    kind: str
    thing_id: int
    opgave_id: int | None
    shown: str


@dataclass(frozen=True)
class Group:
    """The hits of one kind, those with exactly these words first, then the newest."""

    kind: str
    hits: list[Hit]
    # There is more than is shown here.
    more: bool


@dataclass(frozen=True)
class Hits:
    """What was found for some words."""

    terms: SearchTerms
    groups: list[Group]

    @property
    def all(self) -> list[Hit]:
        return [hit for group in self.groups for hit in group.hits]


def search(person: Person, text: str, opgaven: Collection[int], kind: str | None = None, limit: int = 20) -> Hits:
    """What `person` may read and has all these words, at most `limit` of each kind.

    `opgaven` are those on which they have a role; a manager or administrator reads all.
    """
    terms = SearchTerms.parse(text)
    wanted = sorted(name for name in kinds() if kind in {None, name})
    if not terms or not wanted:
        return Hits(terms, [])
    reader = None if person.org_role else Reader(person.id, sorted(opgaven))
    found: dict[str, list[Hit]] = {name: [] for name in wanted}
    for hit in {Hit(*row) for row in look_up(terms, reader, wanted, limit + 1)}:
        found[hit.kind].append(hit)
    return Hits(terms, [_group(terms, name, hits, limit) for name, hits in found.items() if hits])


def _group(terms: SearchTerms, kind: str, hits: list[Hit], limit: int) -> Group:
    best = sorted(hits, key=lambda hit: (not terms.stands_in(hit.shown), -hit.thing_id))
    return Group(kind, best[:limit], more=len(hits) > limit)
