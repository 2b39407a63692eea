"""Needs of inwoners, as they say them."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.history import Audited
from board.core.opgaven import CitizenGroup, Opgave
from board.db import Base

# Where a team hears needs; the words on the screen stand in routes.
PLACES = ("balie", "telefoon", "brief", "keukentafel", "wijk")


class Need(Audited, Base):
    """What an inwoner needs, in their own words: where it was heard, and when. Never who said it."""

    __tablename__ = "need"
    __table_args__ = (Index("ix_need_heard", "opgave_id", "heard_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("citizen_group.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()
    group: Mapped[CitizenGroup | None] = relationship()
