"""History writes itself: one flush listener records who changed what, from what, to what, and when."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Table, delete, event, inspect, select, text
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, UOWTransaction, mapped_column

from board.core.record.audit import Audit
from board.core.record.weeks import now
from board.db import Base, ledger_of

BIG = BigInteger().with_variant(Integer, "sqlite")
LATELY = 100  # changes


class Audited:
    """A model whose every change is kept in the history.

    `__audit__` says what holds for its table; `__not_audited__` names the columns that stay out, and
    `__audited_lists__` the collections that count as fields.
    """

    __audit__: ClassVar[Audit]
    __not_audited__: ClassVar[frozenset[str]] = frozenset()
    __audited_lists__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **more: Any) -> None:
        super().__init_subclass__(**more)
        if table := vars(cls).get("__tablename__"):
            AUDITED[table] = cls


# Every audited model by the name of its table, as the history calls its kind.
AUDITED: dict[str, type[Audited]] = {}
FROM_ELSEWHERE = text("import_id IS NOT NULL")


class Change(Base):
    """One thing that was made, changed or removed, in one go, by one person."""

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_thing", "kind", "thing_id", "id"),
        Index("ix_change_import", "import_id", sqlite_where=FROM_ELSEWHERE, postgresql_where=FROM_ELSEWHERE),
    )

    id: Mapped[int] = mapped_column(BIG, primary_key=True, autoincrement=True)
    opgave_id: Mapped[int | None] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(40))
    thing_id: Mapped[int]
    verb: Mapped[str] = mapped_column(String(10))
    # What the thing's version was afterwards, for models that count versions.
    version: Mapped[int | None]
    fields: Mapped[dict[str, list[Any]]] = mapped_column(JSON)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    # The card it is about, so that its whole story can be told: its questions, its checklist, why it is there.
    card_id: Mapped[int | None] = mapped_column(index=True)
    # What happened in one go has one number, so that it can be taken back in one go.
    step: Mapped[int | None] = mapped_column(BIG, index=True)
    # The import that did it, for whoever pressed the button; minus that number when it was undone.
    import_id: Mapped[int | None]


CHANGES: Table = Change.__table__  # type: ignore[assignment]


def as_json(value: object) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple | set):
        return sorted(as_json(member) for member in value)
    if isinstance(value, Base):
        identity = inspect(value).identity
        return identity[0] if identity else getattr(value, "id", None)  # new in this flush, it has only its number
    return value


def _fields(thing: Audited) -> dict[str, list[Any]]:
    """What changed on `thing`: {field: [before, after]}."""
    state: Any = inspect(thing)
    names = [*(column.key for column in state.mapper.column_attrs), *thing.__audited_lists__]
    fields = {}
    for name in names:
        if name in thing.__not_audited__ or name in {"id", "version"}:
            continue
        history = state.attrs[name].history
        if history.has_changes():
            fields[name] = _before_and_after(name in thing.__audited_lists__, history)
    return {name: pair for name, pair in fields.items() if pair[0] != pair[1]}


def _before_and_after(is_list: bool, history: Any) -> list[Any]:
    if is_list:
        stays = list(history.unchanged or ())
        return [as_json([*stays, *(history.deleted or ())]), as_json([*stays, *(history.added or ())])]
    before = history.deleted[0] if history.deleted else None
    return [as_json(before), as_json(history.added[0] if history.added else None)]


def _row(thing: Any, verb: str, fields: dict[str, list[Any]], person_id: int | None, step: int) -> dict[str, Any]:
    return {
        "kind": thing.__tablename__,
        "thing_id": thing.id,
        "opgave_id": thing.id if thing.__tablename__ == "opgave" else getattr(thing, "opgave_id", None),
        "verb": verb,
        "version": getattr(thing, "version", None),
        "fields": fields,
        "person_id": person_id,
        "at": now(),
        "step": step,
        "card_id": thing.id if thing.__tablename__ == "card" else getattr(thing, "card_id", None),
    }


def _rows(session: Session) -> Iterable[dict[str, Any]]:
    ledger, step = ledger_of(session), this_step(session)
    for verb, things in (("made", session.new), ("changed", session.dirty), ("removed", session.deleted)):
        for thing in things:
            if isinstance(thing, Audited):
                fields = _fields(thing)
                if fields or verb == "removed":
                    yield _row(thing, verb, fields, ledger.who, step) | {"import_id": ledger.import_id}


@event.listens_for(Session, "after_flush")
def write_history(session: Session, _context: UOWTransaction) -> None:
    """Write the history of this flush. Here ids are known, and what was before is still there."""
    rows = [row for row in _rows(session) if not (row["kind"] == "opgave" and row["verb"] == "removed")]
    written = ledger_of(session).written
    new = [row for row in rows if (row["kind"], row["thing_id"]) not in written]
    for row in rows:
        if before := written.get((row["kind"], row["thing_id"])):
            _add_to(session, before, row)
    if new:
        _insert(session, new, written)
    ledger_of(session).changes.extend(rows)


def _insert(session: Session, rows: list[dict[str, Any]], written: dict[tuple[str, int], dict[str, Any]]) -> None:
    ids = session.connection().execute(CHANGES.insert().returning(CHANGES.c.id, sort_by_parameter_order=True), rows)
    for change_id, row in zip(ids.scalars(), rows, strict=True):
        written[row["kind"], row["thing_id"]] = {**row, "id": change_id}


def _add_to(session: Session, before: dict[str, Any], row: dict[str, Any]) -> None:
    """What one transaction does to one thing is one change, however often the session flushes halfway."""
    for name, (was, now_) in row["fields"].items():
        before["fields"][name] = [before["fields"].get(name, [was])[0], now_]
    before["fields"] = {name: pair for name, pair in before["fields"].items() if pair[0] != pair[1]}
    before["version"] = row["version"]
    verb = row["verb"] if row["verb"] == "removed" else before["verb"]
    change = CHANGES.update().where(CHANGES.c.id == before["id"])
    session.connection().execute(change.values(fields=before["fields"], version=before["version"], verb=verb))


@event.listens_for(Session, "after_commit")
@event.listens_for(Session, "after_rollback")
def turn_the_page(session: Session) -> None:
    """The next transaction writes changes of its own."""
    ledger = ledger_of(session)
    ledger.written, ledger.changes, ledger.step = {}, [], None


def this_step(session: Session) -> int:
    """The number under which the history keeps all that this transaction does."""
    ledger = ledger_of(session)
    if ledger.step is None:
        ledger.step = secrets.randbits(53)
    return ledger.step


def last_step(session: Session) -> int | None:
    """The number under which the history keeps what this transaction did so far; None when it did nothing."""
    session.flush()
    ledger = ledger_of(session)
    return ledger.step if ledger.written else None


def change_in_transaction(session: Session, thing: Any) -> dict[str, Any] | None:
    """What this transaction wrote in the history of this thing; None when it left it as it was."""
    session.flush()
    row = ledger_of(session).written.get((thing.__tablename__, thing.id))
    return row if row and row["fields"] else None


def is_made_in_transaction(session: Session, kind: type[Base]) -> bool:
    """Whether this transaction made a thing of this kind."""
    session.flush()
    written = ledger_of(session).written.values()
    return any(row["kind"] == kind.__tablename__ and row["verb"] == "made" for row in written)


def last_moments(session: Session) -> Sequence[datetime]:
    """When the last hundred changes happened, those of this transaction included, in the order they were written."""
    return session.scalars(select(Change.at).order_by(Change.id.desc()).limit(LATELY)).all()


def forget_words(session: Session, thing: Any) -> None:
    """The history keeps that and when this thing changed, and nothing any more of what it said."""
    session.flush()
    theirs = (CHANGES.c.kind == thing.__tablename__, CHANGES.c.thing_id == thing.id)
    session.connection().execute(CHANGES.update().where(*theirs).values(fields={}))
    ledger_of(session).written.pop((thing.__tablename__, thing.id), None)


def erase_with_history(session: Session, thing: Any) -> None:
    """The thing goes, and with it all that the history says of it: for words of a person who is erased."""
    session.delete(thing)
    session.flush()
    session.execute(delete(Change).where(Change.kind == thing.__tablename__, Change.thing_id == thing.id))


@event.listens_for(Session, "do_orm_execute")
def refuse_silent_changes(state: ORMExecuteState) -> None:
    """An UPDATE or DELETE on many rows at once would pass the history by, so it must be meant."""
    if (state.is_update or state.is_delete) and state.bind_mapper is not None:
        audited = issubclass(state.bind_mapper.class_, Audited)
        if audited and not state.execution_options.get("without_history"):
            raise RuntimeError(f"change {state.bind_mapper.class_.__name__} through its verbs, not by a bulk statement")
