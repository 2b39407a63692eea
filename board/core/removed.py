"""Opgaven that an administrator removed: what is left is where they were, and that it was meant."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.people import Person
from board.core.weeks import now
from board.db import Base


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
    # The numbers of its results that inwoners could read.
    results: Mapped[list[int]] = mapped_column(JSON)
    removed_at: Mapped[datetime] = mapped_column(default=now)
    removed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    removed_by: Mapped[Person | None] = relationship()
