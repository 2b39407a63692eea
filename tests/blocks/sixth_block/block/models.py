"""Visits to the neighbourhood, for a card or for an opgave."""

from typing import ClassVar

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.people.roles import TEAM
from board.core.record.audit import Audit
from board.core.record.searchable import Findable
from board.db import Base


class Visit(Noted, Findable, Base):
    """What somebody saw in the neighbourhood."""

    __tablename__ = "visit"
    __audit__ = Audit(undone_by=TEAM, searchable=True, told_on_card=True)
    __found_as__: ClassVar[str] = "visit"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(Text)
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        """What was seen."""
        return ("" if self.removed_at else self.text), ""
