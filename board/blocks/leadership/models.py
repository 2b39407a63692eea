"""Leadership in words: what touches a leader, what they decide, what they do not know yet, and what a team asks."""

import re
import unicodedata
from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.people.roles import LEADERS, MANAGERS, TEAM
from board.core.record.audit import Audit, Erasure
from board.db import Base


class ReasonMissing(Exception):
    """A no, and a “dat weet ik nog niet”, come with a reason."""


class OwnSentence(Noted, Base):
    """“Dit raakt mij omdat…”: why this opgave touches who leads or sponsors it. One for each person."""

    __tablename__ = "own_sentence"
    __audit__ = Audit(undone_by=LEADERS, erased=Erasure.GOES)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(280))
    person: Mapped[Person] = relationship()


class LeaderNote(Noted, Base):
    """A word of who leads or sponsors to the team, also about what did not work."""

    __tablename__ = "leader_note"
    __audit__ = Audit(undone_by=LEADERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(Text)
    did_not_work: Mapped[bool] = mapped_column(default=False)
    person: Mapped[Person | None] = relationship()

    def edit(self, text: str, did_not_work: bool = False) -> None:
        """Write the text, and whether this is something that did not work."""
        self.text, self.did_not_work = text, did_not_work


class Decision(Noted, Base):
    """Who decided what, why, and what we do not know yet."""

    __tablename__ = "decision"
    __audit__ = Audit(undone_by=MANAGERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    why: Mapped[str] = mapped_column(Text, default="")
    not_known_yet: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date]
    person: Mapped[Person | None] = relationship()

    def edit(self, text: str, decided_on: date, why: str = "", not_known_yet: str = "") -> None:
        """Write what was decided; why, and what we do not know yet, may follow later."""
        self.text, self.decided_on, self.why, self.not_known_yet = text, decided_on, why, not_known_yet


class OpenQuestion(Noted, Base):
    """“Dat weet ik nog niet”, said by who leads; later perhaps with what they know by then."""

    __tablename__ = "open_question"
    __audit__ = Audit(undone_by=LEADERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    asked_on: Mapped[date]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    person: Mapped[Person | None] = relationship()

    def edit(self, text: str, answer: str, on: date) -> None:
        """Write what is not known; with `answer` it is known since `on`, without it is open (again)."""
        self.text = text
        if answer != self.answer:
            self.answer, self.answered_on = answer, on if answer else None


class Thanks(Noted, Base):
    """A short word of thanks on a result, for the whole team: never for one person, and never outside."""

    __tablename__ = "thanks"
    __audit__ = Audit(undone_by=MANAGERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(140))
    given_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card] = relationship()
    person: Mapped[Person | None] = relationship()


class TeamQuestion(Noted, Base):
    """The one question that who looks along may ask a team; it lands on Vandaag, and anyone of the team answers."""

    __tablename__ = "team_question"
    __audit__ = Audit(undone_by=(*TEAM, *MANAGERS))

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(280))
    asked_on: Mapped[date]
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    answered_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=person_id)
    answered_by: Mapped[Person | None] = relationship(foreign_keys=answered_by_id)

    def reply(self, answer: str, by: Person, on: date) -> None:
        """Write the text, and whether this is something that did not work."""
        self.answer, self.answered_by, self.answered_on = answer, by, on


class SupportKind(Enum):
    """What somebody needs to go on: mandaat, tijd, een collega, geld, ruimte in een regel, iets anders."""

    MANDATE = "mandate"
    TIME = "time"
    COLLEAGUE = "colleague"
    MONEY = "money"
    RULE = "rule"
    OTHER = "other"


class LeaderAnswer(Enum):
    """What a leader says: ja, nee, or dat weet ik nog niet."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class SupportRequest(Noted, Base):
    """“Wat heb je nodig?”, asked by anyone on the team, from any card; answered by who leads or sponsors."""

    __tablename__ = "support_request"
    __audit__ = Audit(undone_by=TEAM, told_on_card=True)
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
    answer: Mapped[LeaderAnswer | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    # Heard anything at all, and heard yes or no: “dat weet ik nog niet” is only the first.
    first_answered_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()
    asked_by: Mapped[Person | None] = relationship(foreign_keys=asked_by_id)
    answered_by: Mapped[Person | None] = relationship(foreign_keys=answered_by_id)

    @property
    def is_open(self) -> bool:
        """Nobody said yes or no yet."""
        return self.answer in {None, LeaderAnswer.NOT_KNOWN}

    @property
    def is_over(self) -> bool:
        """Nobody needs the answer any more: the card that asked is done or stopped."""
        return self.is_open and self.card is not None and not self.card.is_open

    def ask(self, kind: SupportKind, text: str, rule: str = "") -> None:
        """Say what is needed, or say it better. A rule counts only where room in a rule is asked."""
        self.kind, self.text = kind, text
        self.rule = " ".join(rule.split()) if kind is SupportKind.RULE else ""
        self.rule_key = rule_key(self.rule)

    def reply(self, answer: LeaderAnswer, reason: str, by: Person, on: date) -> None:
        """Yes, no, or not known yet; who knows more later says so later. Raises ReasonMissing."""
        if answer is not LeaderAnswer.YES and not reason.strip():
            raise ReasonMissing
        if answer is LeaderAnswer.NOT_KNOWN:
            self.answered_on = None
        elif answer is not self.answer:
            self.answered_on = on
        self.answer, self.reason, self.answered_by = answer, reason.strip(), by
        self.first_answered_on = self.first_answered_on or on


def rule_key(rule: str) -> str:
    """The same rule however it is typed: “De 4-weken regel!” and “de 4 weken  regel” are one."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", rule).casefold())
    return " ".join(words)[:120]
