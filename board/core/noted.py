"""What a team notes in one field and refines later: dated, never lost, and known as it was on any day."""

from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, TypeVar

from sqlalchemy import ColumnElement, Integer, and_, or_, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from board.core.history import Audited
from board.core.opgaven import Opgave
from board.core.weeks import AMSTERDAM, now
from board.db import session

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


def there(kind: type[Noted]) -> ColumnElement[bool]:
    """What stands on the screens now."""
    return kind.removed_at.is_(None)


def there_on(kind: type[Noted], day: date) -> ColumnElement[bool]:
    """What was known at the end of that day, also when it was removed later: so the past can be drawn."""
    return and_(kind.noted_at < end_of(day), or_(kind.removed_at.is_(None), kind.removed_at >= end_of(day)))


def one(kind: type[Thing], opgave: Opgave, number: int) -> Thing:
    """This thing of this opgave. Raises NoResultFound when it is another's, or was removed."""
    model: Any = kind
    return session.scalars(
        select(kind).where(model.id == number, model.opgave_id == opgave.id, model.removed_at.is_(None))
    ).one()
