"""Stories behind the worry, and which worry or story a card answers."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import Worry
from board.core.people.roles import TEAM, WORRIERS
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.db import Base


class Story(Noted, Base):
    """What happened to an inwoner, told without who it was: the worry behind the work (source 003, block 1)."""

    __tablename__ = "story"
    __audit__ = Audit(undone_by=WORRIERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()


class CardReason(Audited, Base):
    """Why a card is there: the worry or the story it answers. A card has one at most."""

    __tablename__ = "reason"
    __audit__ = Audit(undone_by=TEAM, told_on_card=True)
    __link__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), unique=True)
    worry_id: Mapped[int | None] = mapped_column(ForeignKey("worry.id", ondelete="CASCADE"), index=True)
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    card: Mapped[Card] = relationship()
    worry: Mapped[Worry | None] = relationship()
    story: Mapped[Story | None] = relationship()

    def answers(self, why: Worry | Story | None) -> None:
        """This worry or that story, and not the other one any more."""
        self.worry_id = why.id if isinstance(why, Worry) else None
        self.story_id = why.id if isinstance(why, Story) else None
