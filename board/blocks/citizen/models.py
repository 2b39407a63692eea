"""Needs of inwoners, as they say them, and signals: what reaches us from outside."""

from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.cards import Card
from board.core.found import Findable
from board.core.noted import Noted
from board.core.opgaven import CitizenGroup, Opgave
from board.core.people import Person
from board.db import Base

# Where needs, stories and signals are heard; the words on the screen stand in forms.
PLACES = ("balie", "telefoon", "brief", "keukentafel", "wijk")


class Need(Noted, Findable, Base):
    """What an inwoner needs, in their own words: where it was heard, and when. Never who said it."""

    __tablename__ = "need"
    __found_as__ = "need"
    __table_args__ = (Index("ix_need_heard", "opgave_id", "heard_on"),)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("citizen_group.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()
    group: Mapped[CitizenGroup | None] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        return (self.text if self.removed_at is None else ""), ""


class SignalKind(Enum):
    """What reached us: vraag, verhaal, kans, initiatief."""

    QUESTION = "question"
    STORY = "story"
    CHANCE = "chance"
    INITIATIVE = "initiative"


class SignalState(Enum):
    """Where a signal stands: nobody's, taken up, a card, told back, or not now."""

    ORPHAN = "orphan"
    CLAIMED = "claimed"
    CARDED = "carded"
    ANSWERED = "answered"
    NOT_NOW = "not_now"


class Signal(Noted, Findable, Base):
    """A question, story, chance or initiative from outside (seed 000). Never who it came from."""

    __tablename__ = "signal"
    __found_as__ = "signal"
    __table_args__ = (Index("ix_signal_state", "state", "noted_at"), Index("ix_signal_claim", "claimed_by_id", "state"))

    opgave_id: Mapped[int | None] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    kind: Mapped[SignalKind] = mapped_column(default=SignalKind.QUESTION)
    text: Mapped[str] = mapped_column(String(500))
    # “Wat zit erachter?”: what somebody saw who looked a step further than the question.
    behind: Mapped[str] = mapped_column(Text, default="")
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    # What we think of doing, and when it must be done. Both may stay empty.
    plan: Mapped[str] = mapped_column(Text, default="")
    wanted_by: Mapped[date | None]
    caught_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    state: Mapped[SignalState] = mapped_column(default=SignalState.ORPHAN)
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    claimed_on: Mapped[date | None]
    # The last day of the claim; after it the signal is nobody's again.
    claimed_until: Mapped[date | None]
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    told: Mapped[str] = mapped_column(Text, default="")
    told_on: Mapped[date | None]
    not_now_because: Mapped[str] = mapped_column(String(280), default="")
    opgave: Mapped[Opgave | None] = relationship()
    card: Mapped[Card | None] = relationship()
    claimed_by: Mapped[Person | None] = relationship(foreign_keys=claimed_by_id)

    @property
    def words(self) -> tuple[str, str]:
        more = f"{self.behind}\n{self.plan}\n{self.told}"
        return (self.text if self.removed_at is None else ""), more
