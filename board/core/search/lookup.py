"""Looking words up in the index, newest first, in the way that each database is fast at."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    any_,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from board.core.search.index import EVERYONE, TABLE, of_kind, of_opgave, of_person
from board.core.search.search_terms import SearchTerms
from board.db import session

# PostgreSQL looks among so many of the newest first; what is hardly among them is rare enough to gather.
NEWEST = 2000
# For so many opgaven the index itself says whether they have a word.
FEW = 30

WHAT = (TABLE.c.kind, TABLE.c.thing_id, TABLE.c.opgave_id, TABLE.c.shown)
FTS5 = table("search_words", column("rowid"), column("search_words"))
TSVECTOR: Any = literal_column("search_words")


@dataclass(frozen=True)
class Reader:
    """Who asks: a person, and the opgaven on which they have a role."""

    person_id: int
    opgaven: Sequence[int]

    @property
    def own(self) -> list[str]:
        """The marks of what they may find apart from any role."""
        return [EVERYONE, of_person(self.person_id)]

    @property
    def marks(self) -> list[str]:
        """One of these stands on each thing they may find."""
        return [*self.own, *map(of_opgave, self.opgaven)]


def look_up(terms: SearchTerms, reader: Reader | None, kinds: Sequence[str], limit: int) -> list[Any]:
    """The newest rows of each kind with all these words, that `reader` may find; None may find all.

    Some may be there twice.
    """
    if session.get_bind().dialect.name == "postgresql":
        return list(_in_postgresql(terms, reader, kinds, limit))
    parts = (part for kind in kinds for part in _in_sqlite(terms, reader, [of_kind(kind)], limit))
    return list(session.execute(_together(parts)))


def numbers_of(kind: str, terms: SearchTerms, opgave_id: int | None = None) -> Select[tuple[int]]:
    """The numbers of all things of one kind with all these words, as a part of another question; or of one opgave."""
    numbers = select(TABLE.c.thing_id).where(TABLE.c.kind == kind)
    marks = [[of_kind(kind)]]
    if opgave_id is not None:
        numbers, marks = numbers.where(TABLE.c.opgave_id == opgave_id), [*marks, [of_opgave(opgave_id)]]
    if session.get_bind().dialect.name == "postgresql":
        return numbers.where(_has(terms.tsquery()))
    has = FTS5.c.search_words.op("MATCH")(terms.fts5(*marks))
    return numbers.where(TABLE.c.id.in_(select(FTS5.c.rowid).where(has)))


def _together(parts: Iterable[Select[Any]]) -> Any:
    return union_all(*(select(part.subquery()) for part in parts))


def _in_sqlite(terms: SearchTerms, reader: Reader | None, kind: list[str], limit: int) -> Iterator[Select[Any]]:
    """Its index runs through the rows that have all words, from the newest on, and stops when it has enough."""
    newest = select(*WHAT).join_from(FTS5, TABLE, TABLE.c.id == FTS5.c.rowid).order_by(FTS5.c.rowid.desc()).limit(limit)
    has = FTS5.c.search_words.op("MATCH")
    if reader is None:
        yield newest.where(has(terms.fts5(kind)))
    elif len(reader.opgaven) <= FEW:
        yield newest.where(has(terms.fts5(kind, reader.marks)))
    else:
        theirs = func.json_each(json.dumps(reader.opgaven)).table_valued("value")
        yield newest.where(has(terms.fts5(kind)), TABLE.c.opgave_id.in_(select(theirs.c.value)))
        yield newest.where(has(terms.fts5(kind, reader.own)))


def _in_postgresql(terms: SearchTerms, reader: Reader | None, kinds: Sequence[str], limit: int) -> Iterator[Any]:
    """Its index gathers all rows that have a word: slow for a common one, but of that there are among the newest."""
    newest = session.execute(_together(_among_newest(terms, reader, kind, limit) for kind in kinds)).all()
    rare = [kind for kind in kinds if sum(row.kind == kind for row in newest) < limit]
    yield from (row for row in newest if row.kind not in rare)
    if rare:
        yield from session.execute(_gathered(terms, reader, rare, limit))


def _among_newest(terms: SearchTerms, reader: Reader | None, kind: str, limit: int) -> Select[Any]:
    newest = select(*WHAT, TSVECTOR).where(TABLE.c.kind == kind).order_by(TABLE.c.thing_id.desc()).limit(NEWEST)
    seen = newest.subquery()
    found = select(*(seen.c[column.name] for column in WHAT)).where(
        _has(terms.tsquery()), *_may(reader, seen.c.opgave_id)
    )
    return found.limit(limit)


def _gathered(terms: SearchTerms, reader: Reader | None, kinds: Sequence[str], limit: int) -> Select[Any]:
    asked = [[of_kind(kind) for kind in kinds]]
    if reader is not None and len(reader.opgaven) <= FEW:
        asked, reader = [*asked, reader.marks], None
    place = func.row_number().over(partition_by=TABLE.c.kind, order_by=TABLE.c.thing_id.desc()).label("place")
    rows = select(*WHAT, place).where(_has(terms.tsquery(*asked)), *_may(reader, TABLE.c.opgave_id)).subquery()
    return select(*(rows.c[column.name] for column in WHAT)).where(rows.c.place <= limit)


def _may(reader: Reader | None, opgave_id: ColumnElement[int | None]) -> list[ColumnElement[bool]]:
    if reader is None:
        return []
    own = _has(" | ".join(f"'{mark}'" for mark in reader.own))
    return [or_(opgave_id == any_(cast(list(reader.opgaven), ARRAY(Integer))), own)]


def _has(question: str) -> ColumnElement[bool]:
    # Written out in full: PostgreSQL then sees which words are asked, and plans for these.
    return TSVECTOR.op("@@")(cast(bindparam(None, question, literal_execute=True), TSQUERY))
