"""What people wrote around a public week: a short introduction, and what comes first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Integer, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.people.people import Person
from board.core.record.audit import Audit
from board.core.record.history import Audited, Change
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.publishable import Publishable
from board.core.record.weeks import Week, now
from board.db import Base, session


class WeekPage(Audited, Publishable, Base):
    """The words around the results of one week. Its id is the week, as 202647."""

    __tablename__ = "week_page"
    __audit__ = Audit(public=True, exported=False)
    __checked_fields__ = frozenset({"introduction", "public_since"})

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

    @property
    def public_texts(self) -> tuple[str, ...]:
        return (self.introduction,) if self.public_since is not None else ()

    def write(self, introduction: str, by: Person, because: StatedReason = NO_REASON) -> None:
        """Who writes signs; without words there is nothing to sign or to show. Raises PersonalData."""
        if self.public_since is not None:
            self.require_reason([introduction], because, by)
        if introduction != self.introduction:
            self.introduction, self.written_by = introduction, by if introduction else None
        if not introduction:
            self.public_since = None

    def show(self, because: StatedReason = NO_REASON, by: Person | None = None) -> None:
        """Inwoners read the introduction above the week from now on. Raises PersonalData."""
        if self.introduction:
            self.require_reason([self.introduction], because, by)
            self.public_since = self.public_since or now()

    def hide(self) -> None:
        """Only the teams read the introduction."""
        self.public_since = None

    def arrange(self, shown: Sequence[int]) -> None:
        """These come in this order. What others arranged and I do not see keeps its place."""
        mine, left = set(shown), iter(shown)
        places = [next(left) if number in mine else number for number in self.order]
        self.order = [*places, *left]


def week_page(week: Week) -> WeekPage:
    """The page of this week; a new one, not yet kept, when nobody wrote anything for it."""
    query = select(WeekPage).where(WeekPage.id == week.code).options(joinedload(WeekPage.written_by))
    return session.scalar(query) or WeekPage(id=week.code, introduction="", order=[])


def goes_along(page: WeekPage, person: Person) -> bool:
    """Whether this person’s next publishing takes the words along unless they say otherwise.

    Words that stand there already, or nothing yet: what comes is theirs. Never a colleague’s draft, and never what was
    taken from inwoners before.
    """
    if page.public_since is not None:
        return True
    is_theirs = not page.introduction or page.written_by is person
    return is_theirs and not _was_shown(page)


def _was_shown(page: WeekPage) -> bool:
    """Whether somebody hid what inwoners could read: the history knows."""
    query = select(Change.fields).where(Change.kind == WeekPage.__tablename__, Change.thing_id == page.id)
    return any(fields.get("public_since", [None])[0] for fields in session.scalars(query))


def move_result(sections: Sequence[Sequence[int]], this: int, before: int, whole: bool = False) -> list[int]:
    """The numbers of results in one line, with `this` right before the other one; twice is the same as once.

    `whole` moves the section in which it stands. What is not there, or stands in another section, moves nothing.
    """
    lines: list[Any] = [list(section) for section in sections]
    mine = next((line for line in lines if this in line), None)
    other = next((line for line in lines if before in line), None)
    if mine is not None and other is not None and whole != (mine is other) and this != before:
        thing, place, among = (mine, other, lines) if whole else (this, before, mine)
        among.remove(thing)
        among.insert(among.index(place), thing)
    return [number for line in lines for number in line]
