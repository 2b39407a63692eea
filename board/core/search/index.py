"""The index: one row per thing that can be found, kept by one flush listener and filled at once for what was there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Table, Text, delete, event, func, or_, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, UOWTransaction, mapped_column

from board.core.record.searchable import Findable, Readers
from board.core.search.attached import Thing, has_changed, has_lists, touched, words_on
from board.core.search.written import indexed
from board.core.undo.versions import Counter
from board.db import Base
from board.db import session as here
from board.db.batches import PART, in_batches

# Enough for the longest story; what comes after it is not found.
MOST_LETTERS = 40_000
# PostgreSQL takes a million bytes of words for one row.
MOST_BYTES = 900_000
# How words are made into forms, as a number: an index that was made in another way is made anew at the start.
RULES = 3
SHOWN = 300
# After so many new rows the database puts its index in order; SQLite so many pages at a time.
SETTLES = 2000
MERGED = 500


class SearchText(Base):
    """What one thing is found by: a line to show, and all its words in their forms.

    The databases do no more than look words up: SQLite in a table, PostgreSQL in a column, named `search_words`,
    both made of `body` by the database itself (migration 0004).
    """

    __tablename__ = "search_text"
    __table_args__ = (Index("ix_search_text_thing", "kind", "thing_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    thing_id: Mapped[int]
    opgave_id: Mapped[int | None] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    shown: Mapped[str] = mapped_column(String(SHOWN))
    body: Mapped[str] = mapped_column(Text)


TABLE: Table = SearchText.__table__  # type: ignore[assignment]

# A mark is a word that nobody can type; who may find a thing, and what it is, stand among its words.
EVERYONE = "§0"


def of_opgave(number: int) -> str:
    return f"§o{number}"


def of_person(number: int) -> str:
    return f"§p{number}"


def of_kind(kind: str) -> str:
    return f"§{kind}"


def _marks(kind: str, opgave_id: int | None, readers: Readers) -> Iterator[str]:
    """What a thing is, and who may find it."""
    yield of_kind(kind)
    if readers.everyone:
        yield EVERYONE
    if opgave_id is not None:
        yield of_opgave(opgave_id)
    yield from map(of_person, sorted(readers.people))


@cache
def kinds() -> dict[str, type[Any]]:
    """All models that can be found, by what a hit of them is called."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__found_as__: model for model in models if issubclass(model, Findable)}


def _row(thing: Any, attached: Sequence[str]) -> dict[str, Any] | None:
    shown, more = thing.words
    if not shown.strip():
        return None
    kind, opgave_id = thing.__found_as__, getattr(thing, "opgave_id", None)
    own = f"{shown}\n{more}"[:MOST_LETTERS]
    words = indexed("\n".join([own, *attached])[: 2 * MOST_LETTERS])
    return {
        "kind": kind,
        "thing_id": thing.id,
        "opgave_id": opgave_id,
        "shown": shown[:SHOWN],
        "body": _fitting(" ".join([*_marks(kind, opgave_id, thing.readers), words]).strip()),
    }


def _fitting(body: str) -> str:
    """As many words as PostgreSQL takes; letters of some alphabets are many bytes."""
    if len(body) <= MOST_BYTES // 4 or len(body.encode()) <= MOST_BYTES:
        return body
    return body.encode()[:MOST_BYTES].decode(errors="ignore").rpartition(" ")[0]


def _says_something_else(thing: Any) -> bool:
    """Whether a field changed from which its words or its readers come: a card that only moved is as it was."""
    return has_changed(thing, ("words", "readers"), ("opgave_id", *thing.__lists_with_words__))


@event.listens_for(Session, "after_flush")
def keep_index(session: Session, _context: UOWTransaction) -> None:
    """What was made, changed or removed in this flush can be found so at once."""
    gone = [thing for thing in session.deleted if isinstance(thing, Findable)]
    made = [thing for thing in session.new if isinstance(thing, Findable)]
    changed = [thing for thing in session.dirty if isinstance(thing, Findable) and _says_something_else(thing)]
    with_words = touched(session)
    bare = [thing for thing in made if _key(thing) not in with_words and not has_lists(thing)]
    others = {_key(thing): thing for thing in (*made, *changed) if thing not in bare}
    for kind, number in sorted(with_words - others.keys() - set(map(_key, gone))):
        if (thing := session.get(kinds()[kind], number)) is not None:
            others[kind, number] = thing
    index_things(session, others.values(), bare)
    unindex(session, gone)


def _key(thing: Any) -> Thing:
    return thing.__found_as__, thing.id


def index_things(session: Session, things: Iterable[Any], bare: Iterable[Any] = ()) -> None:
    """These things are found as they are now; what shows no line is not found any more.

    On those that are `bare` there hang no words of others.
    """
    all_of_them = list(things)
    attached = words_on(session, [_key(thing) for thing in all_of_them]) if all_of_them else {}
    rows = [(thing, _row(thing, attached.get(_key(thing), ()))) for thing in (*all_of_them, *bare)]
    if found := [row for _thing, row in rows if row is not None]:
        insert = (postgresql if session.get_bind().dialect.name == "postgresql" else sqlite).insert(TABLE)
        new = {name: insert.excluded[name] for name in ("opgave_id", "shown", "body")}
        differs = or_(*(TABLE.c[name].is_distinct_from(value) for name, value in new.items()))
        put_in = insert.on_conflict_do_update(index_elements=["kind", "thing_id"], set_=new, where=differs)
        session.connection().execute(put_in, found)
    unindex(session, [thing for thing, row in rows if row is None])


def unindex(session: Session, things: Iterable[Any]) -> None:
    """These things are not found any more."""
    for thing in things:
        here = (TABLE.c.kind == thing.__found_as__, TABLE.c.thing_id == thing.id)
        session.connection().execute(delete(TABLE).where(*here))


def is_behind(session: Session) -> bool:
    """Whether something is newer than what is indexed, or it was indexed by the rules of an older release."""
    if _rules(session) != RULES:
        return True
    newer = (select(model.id).where(model.id > _last(session, kind)).limit(1) for kind, model in kinds().items())
    return any(session.scalar(query) is not None for query in newer)


def _last(session: Session, kind: str) -> int:
    return session.scalar(select(func.max(TABLE.c.thing_id)).where(TABLE.c.kind == kind)) or 0


def _rules(session: Session) -> int | None:
    return session.scalar(select(Counter.value).where(Counter.name == "search"))


def _keep_rules() -> None:
    here.merge(Counter(name="search", value=RULES))
    here.flush()


def catch_up() -> int:
    """Index what is not indexed yet: the rows of a load, or all of an older database. Returns how many things it read.

    In parts, while others go on; when it ends halfway, the next time does the rest.
    """
    return rebuild() if _rules(here()) != RULES else _index(is_new=True)


def rebuild() -> int:
    """Index all there is anew: after words were changed behind our back. Returns how many things were read.

    All the while what was indexed before is found; what is not there any more is found no longer.
    """
    in_batches(partial(_forget_gone, kind, model) for kind, model in kinds().items())
    number = _index()
    in_batches([_keep_rules])
    return number


def _index(is_new: bool = False) -> int:
    number = sum(_index_kind(kind, model, is_new) for kind, model in kinds().items())
    if number > SETTLES:
        in_batches(_settling())
    return number


def _index_kind(kind: str, model: type[Any], is_new: bool) -> int:
    """Things in the order of their numbers, read and written in one turn each part: nobody changes them in between."""
    number, last = 0, 0

    def step() -> None:
        nonlocal number, last
        query = select(model).where(model.id > last)
        if is_new:
            known = select(TABLE.c.id).where(TABLE.c.kind == kind, TABLE.c.thing_id == model.id)
            query = query.where(~known.exists())
        things = here.scalars(query.order_by(model.id).limit(PART)).all()
        index_things(here(), things)
        number, last = number + len(things), things[-1].id if things else -1

    in_batches(iter(lambda: step if last >= 0 else None, None))
    return number


def _forget_gone(kind: str, model: type[Any]) -> None:
    is_there = select(model.id).where(model.id == TABLE.c.thing_id).exists()
    here.connection().execute(delete(TABLE).where(TABLE.c.kind == kind, ~is_there))


def _settling() -> Iterator[Callable[[], object]]:
    """After many rows at once: SQLite puts its index together, PostgreSQL learns which words are common."""
    if here.get_bind().dialect.name == "postgresql":
        yield lambda: here.execute(text("ANALYZE search_text"))
        return
    changed = [2]

    def merge(pages: int) -> None:
        driver: Any = here.connection().connection.driver_connection
        before = driver.total_changes
        merging = text("INSERT INTO search_words(search_words, rank) VALUES ('merge', :pages)")
        here.execute(merging, {"pages": pages})
        changed[0] = driver.total_changes - before

    yield partial(merge, -MERGED)  # a negative number begins (https://sqlite.org/fts5.html#the_merge_command)
    while changed[0] >= 2:
        yield partial(merge, MERGED)
