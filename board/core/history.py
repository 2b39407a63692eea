"""History writes itself: one flush listener records who changed what, from what, to what, and when."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, event, inspect
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, UOWTransaction, mapped_column

from board.core.weeks import now
from board.db import Base

BIG = BigInteger().with_variant(Integer, "sqlite")


class Audited:
    """A model whose every change is kept in the history.

    `__not_audited__` names the columns that stay out; `__audited_lists__` the collections that count as fields.
    """

    __not_audited__: ClassVar[frozenset[str]] = frozenset()
    __audited_lists__: ClassVar[tuple[str, ...]] = ()


class Change(Base):
    """One thing that was made, changed or removed, in one go, by one person."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_thing", "kind", "thing_id", "id"),)

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


def plain(value: object) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple | set):
        return sorted(plain(member) for member in value)
    if isinstance(value, Base):
        return inspect(value).identity[0] if inspect(value).identity else None
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
        return [plain([*stays, *(history.deleted or ())]), plain([*stays, *(history.added or ())])]
    before = history.deleted[0] if history.deleted else None
    return [plain(before), plain(history.added[0] if history.added else None)]


def _row(thing: Any, verb: str, fields: dict[str, list[Any]], person_id: int | None) -> dict[str, Any]:
    return {
        "kind": thing.__tablename__,
        "thing_id": thing.id,
        "opgave_id": thing.id if thing.__tablename__ == "opgave" else getattr(thing, "opgave_id", None),
        "verb": verb,
        "version": getattr(thing, "version", None),
        "fields": fields,
        "person_id": person_id,
        "at": now(),
    }


def _rows(session: Session) -> Iterable[dict[str, Any]]:
    who = session.info.get("who")
    for verb, things in (("made", session.new), ("changed", session.dirty), ("removed", session.deleted)):
        for thing in things:
            if isinstance(thing, Audited):
                fields = _fields(thing)
                if fields or verb == "removed":
                    yield _row(thing, verb, fields, who)


@event.listens_for(Session, "after_flush")
def write_history(session: Session, _context: UOWTransaction) -> None:
    """Write the history of this flush. Here ids are known, and what was before is still there."""
    rows = [row for row in _rows(session) if not (row["kind"] == "opgave" and row["verb"] == "removed")]
    if rows:
        session.connection().execute(Change.__table__.insert(), rows)  # type: ignore[attr-defined]
        session.info.setdefault("changes", []).extend(rows)


@event.listens_for(Session, "do_orm_execute")
def refuse_silent_changes(state: ORMExecuteState) -> None:
    """An UPDATE or DELETE on many rows at once would pass the history by, so it must be meant."""
    if (state.is_update or state.is_delete) and state.bind_mapper is not None:
        audited = issubclass(state.bind_mapper.class_, Audited)
        if audited and not state.execution_options.get("without_history"):
            raise RuntimeError(
                f"change {state.bind_mapper.class_.__name__} through its verbs, not by a bulk statement"
            )
