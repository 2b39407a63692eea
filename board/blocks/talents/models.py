"""Talents that the work asks for."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.cards import Card
from board.core.history import Audited
from board.core.opgaven import Opgave
from board.db import Base


class TalentRequest(Audited, Base):
    """Something the team needs somebody for, in free words: “filmpje maken”."""

    __tablename__ = "talent_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    words: Mapped[str] = mapped_column(String(80))
    asked_on: Mapped[date]
    found_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()

    def found(self, on: date) -> None:
        """Somebody can and wants to do it."""
        self.found_on = on
