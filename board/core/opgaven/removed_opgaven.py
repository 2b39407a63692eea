"""What is left of an opgave that was removed: where it was, who removed it and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import Base, session


class OpgaveExport(Base):
    """The last export file that was made of an opgave, by its fingerprint: was all in it that is here now?"""

    __tablename__ = "opgave_export"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(default=now)


class RemovedOpgave(Base):
    """An opgave that is gone: who removed it and when, and which public addresses were its own."""

    __tablename__ = "removed_opgave"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    # Whether inwoners could know its address, and the numbers of its results that they could read.
    results: Mapped[dict[str, Any]] = mapped_column(JSON)
    removed_at: Mapped[datetime] = mapped_column(default=now)
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    removed_by: Mapped[Person | None] = relationship()


def removed() -> Sequence[RemovedOpgave]:
    """What was removed, the newest first."""
    query = select(RemovedOpgave).options(joinedload(RemovedOpgave.removed_by))
    return session.scalars(query.order_by(RemovedOpgave.removed_at.desc(), RemovedOpgave.id.desc())).all()


def was_public(slug: str | None = None, number: int | None = None) -> bool:
    """Whether inwoners could once read an opgave with this slug, or a result with this number, that was removed."""
    gone = session.execute(select(RemovedOpgave.slug, RemovedOpgave.results))
    return any((row.slug == slug and row.results["public"]) or number in row.results["numbers"] for row in gone)
