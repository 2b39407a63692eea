"""What a team notes in one field and refines later: dated, never lost, and known as it was on any day."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, TypeVar

from sqlalchemy import ColumnElement, Date, Integer, Select, and_, func, or_, select, union_all
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import InstrumentedAttribute, Mapped, declared_attr, mapped_column

from board.core.opgaven.opgaven import Opgave
from board.core.record.history import Audited
from board.core.record.weeks import AMSTERDAM, Week, now
from board.db import session


class Removed(NoResultFound):
    """Somebody took this from the screens. For who looks it is not there; who just wrote on it hears what happened."""


Thing = TypeVar("Thing", bound="Noted")


class Noted(Audited):
    """Something that was noted at a moment. Taken away it only leaves the screens, so that it can come back."""

    __not_audited__: ClassVar[frozenset[str]] = frozenset({"noted_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    noted_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(Integer, default=1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}

    def remove(self) -> None:
        """Take it from the screens. The history keeps it, and `put_back` brings it back."""
        self.removed_at = self.removed_at or now()

    def put_back(self) -> None:
        """Here again, as it was."""
        self.removed_at = None


def end_of(day: date) -> datetime:
    """The last moment of a day on the wall in Amsterdam."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM)


def not_removed(kind: type[Noted]) -> ColumnElement[bool]:
    """What stands on the screens now."""
    return kind.removed_at.is_(None)


def existed_on(kind: type[Noted], day: date) -> ColumnElement[bool]:
    """What was known at the end of that day, also when it was removed later: so the past can be drawn."""
    return and_(kind.noted_at < end_of(day), or_(kind.removed_at.is_(None), kind.removed_at >= end_of(day)))


def new_in(opgaven: Collection[int], week: Week, *days: InstrumentedAttribute[Any]) -> dict[int, int]:
    """How many things of these kinds each opgave noted for a week, as known at its end. One query.

    `days`: of each kind the column with its day, or with its moment.
    """
    parts = [_of_week(day, week).where(day.class_.opgave_id.in_(opgaven)) for day in days]
    found = union_all(*parts).subquery()
    counted = select(found.c.opgave_id, func.count()).group_by(found.c.opgave_id)
    return dict(session.execute(counted).all())


def _of_week(day: InstrumentedAttribute[Any], week: Week) -> Select[Any]:
    kind: Any = day.class_
    query = select(kind.opgave_id.label("opgave_id")).where(existed_on(kind, week.sunday))
    if isinstance(day.type, Date):
        return query.where(day.between(week.monday, week.sunday))
    return query.where(day >= end_of(week.monday - timedelta(days=1)), day < end_of(week.sunday))


def get_noted(kind: type[Thing], opgave: Opgave, number: int) -> Thing:
    """This thing of this opgave. Raises NoResultFound when it is another's, Removed when it was taken away."""
    model: Any = kind
    found = session.scalars(select(kind).where(model.id == number, model.opgave_id == opgave.id)).one()
    if found.removed_at is not None:
        raise Removed
    return found
