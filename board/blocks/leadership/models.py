"""Leadership in words: what touches a leader, what they decide, what they do not know yet, and what a team asks."""

from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.cards import Card
from board.core.noted import Noted
from board.core.opgaven import Opgave
from board.core.people import Person
from board.db import Base


class OwnSentence(Noted, Base):
    """“Dit raakt mij omdat…”: why this opgave touches who leads or sponsors it. One for each person."""

    __tablename__ = "own_sentence"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(280))
    person: Mapped[Person] = relationship()


class LeaderNote(Noted, Base):
    """A word of who leads or sponsors to the team, also about what did not work."""

    __tablename__ = "leader_note"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    did_not_work: Mapped[bool] = mapped_column(default=False)
    person: Mapped[Person | None] = relationship()


class Decision(Noted, Base):
    """Who decided what, why, and what we do not know yet."""

    __tablename__ = "decision"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    why: Mapped[str] = mapped_column(Text, default="")
    not_known_yet: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date]
    person: Mapped[Person | None] = relationship()


class OpenQuestion(Noted, Base):
    """“Dat weet ik nog niet”, said by who leads; later perhaps with what they know by then."""

    __tablename__ = "open_question"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    asked_on: Mapped[date]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    person: Mapped[Person | None] = relationship()


class SupportKind(Enum):
    """What somebody needs to go on: mandaat, tijd, een collega, geld, ruimte in een regel, iets anders."""

    MANDATE = "mandate"
    TIME = "time"
    COLLEAGUE = "colleague"
    MONEY = "money"
    RULE = "rule"
    OTHER = "other"


class Answer(Enum):
    """What a leader says: ja, nee, or dat weet ik nog niet."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class SupportRequest(Noted, Base):
    """“Wat heb je nodig?”, asked by anyone on the team, from any card; answered by who leads or sponsors."""

    __tablename__ = "support_request"
    __table_args__ = (Index("ix_support_request_open", "opgave_id", "answer"),)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    kind: Mapped[SupportKind]
    text: Mapped[str] = mapped_column(String(500))
    # The rule that stands in the way, in everyday words, and the same as one key to count by.
    rule: Mapped[str] = mapped_column(String(120), default="")
    rule_key: Mapped[str] = mapped_column(String(120), default="", index=True)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    asked_on: Mapped[date]
    answer: Mapped[Answer | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    # Heard anything at all, and heard yes or no: “dat weet ik nog niet” is only the first.
    first_answered_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()
    asked_by: Mapped[Person | None] = relationship(foreign_keys=asked_by_id)
    answered_by: Mapped[Person | None] = relationship(foreign_keys=answered_by_id)
