"""Lessons: what a finished or stopped card taught us, and in which situation somebody else can use it."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.people.roles import TEAM
from board.core.record.audit import Audit
from board.core.record.searchable import EVERYONE, Findable, Readers
from board.db import Base


class Lesson(Noted, Findable, Base):
    """“Vraag eerst welk nummer klopt”, and the situation it fits: somebody does not answer the phone.

    Of a finished card it is what its result says; its words change there.
    """

    __tablename__ = "lesson"
    __audit__ = Audit(undone_by=TEAM, searchable=True)
    __found_as__ = "lesson"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    situation: Mapped[str] = mapped_column(String(280), default="")
    learned_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        return (self.text if self.removed_at is None else ""), self.situation

    @property
    def readers(self) -> Readers:
        return EVERYONE

    @property
    def sentence(self) -> str:
        """It as a sentence by itself: under a result it goes on from “Wat we leerden:”."""
        return self.text[:1].upper() + self.text[1:]

    def fits(self, situation: str) -> None:
        """Say in which situation somebody else can use it."""
        self.situation = situation.strip()
