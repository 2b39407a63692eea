"""What people wrote around a public week: a short introduction, and what comes first."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Integer, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.history import Audited
from board.core.people import Person
from board.core.weeks import Week, now
from board.db import Base, session


class WeekPage(Audited, Base):
    """The words around the results of one week. Its id is the week, as 202647."""

    __tablename__ = "week_page"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    introduction: Mapped[str] = mapped_column(String(600), default="")
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    # Since when inwoners may read the introduction.
    public_since: Mapped[datetime | None]
    # Ids of results in the order of the page; a result that is not named comes after these.
    order: Mapped[list[int]] = mapped_column(JSON, default=list)
    version: Mapped[int] = mapped_column(Integer, default=1)
    written_by: Mapped[Person | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it once

    def write(self, introduction: str, by: Person) -> None:
        """Who writes signs; without words there is nothing to sign or to show."""
        if introduction != self.introduction:
            self.introduction, self.written_by = introduction, by if introduction else None
        if not introduction:
            self.public_since = None

    def show(self) -> None:
        """Inwoners read the introduction above the week from now on."""
        if self.introduction:
            self.public_since = self.public_since or now()

    def arrange(self, order: list[int]) -> None:
        """What comes first on the page."""
        self.order = list(order)


def week_page(week: Week) -> WeekPage:
    """The page of this week; a new one, not yet kept, when nobody wrote anything for it."""
    query = select(WeekPage).where(WeekPage.id == week.code).options(joinedload(WeekPage.written_by))
    return session.scalar(query) or WeekPage(id=week.code, introduction="", order=[])
