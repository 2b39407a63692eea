"""Bigger results, and the small ones that pile up to them."""

from datetime import date

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.people.roles import TEAM
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.core.record.personal_data import StatedReason
from board.core.record.publishable import Publishable
from board.db import Base, session


class NothingPublished(Exception):
    """A bigger result is reached when inwoners can read at least one result of its pile."""


class OnlyInternal(Exception):
    """Inwoners read nothing of this opgave, so nothing is reached for them yet."""


class BigResult(Noted, Publishable, Base):
    """What small results pile up to, in a sentence for the inwoner: “U hoort altijd binnen een week iets.”"""

    __tablename__ = "big_result"
    __audit__ = Audit(public=True, undone_by=TEAM)
    __checked_fields__ = frozenset({"sentence"})

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    sentence: Mapped[str] = mapped_column(String(280))
    # Shown only while inwoners can read something of the pile: see `piles.Pile`.
    reached_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()

    @property
    def public_texts(self) -> tuple[str, ...]:
        """Judged when it is written: inwoners read it as soon as they read one result of its pile."""
        return (self.sentence,)

    def say(self, sentence: str, because: StatedReason, by: Person) -> None:
        """Say it, or say it better. Raises PersonalData."""
        self.require_reason([sentence], because, by)
        self.sentence = sentence

    def add(self, result: Result) -> None:
        """Put a small result on this pile; it leaves the pile where it lay. Raises ValueError for another opgave's."""
        if result.opgave_id != self.opgave_id:
            raise ValueError("a result lies on a pile of its own opgave")
        piled = session.scalar(select(Piled).where(Piled.result_id == result.id))
        if piled is None:
            session.add(Piled(opgave_id=self.opgave_id, big_result=self, result=result))
        else:
            piled.big_result = self

    def drop(self, result: Result) -> None:
        """Take a small result from this pile; it stays a brick of the opgave. Raises NoResultFound."""
        on_it = select(Piled).where(Piled.big_result_id == self.id, Piled.result_id == result.id)
        session.delete(session.scalars(on_it).one())

    def reach(self, on: date) -> None:
        """Inwoners notice the bigger thing. Raises OnlyInternal, or NothingPublished: they can read nothing."""
        if not self.opgave.is_public:
            raise OnlyInternal
        public = select(Piled.id).join(Result, Result.id == Piled.result_id).where(Piled.big_result_id == self.id)
        public = public.where(Result.published_at.is_not(None), Result.withdrawn_at.is_(None)).limit(1)
        if session.scalar(public) is None:
            raise NothingPublished
        self.reached_on = on

    def not_yet(self) -> None:
        """It turned out that we are not there; the pile grows on."""
        self.reached_on = None


class Piled(Audited, Base):
    """One small result on the pile of a bigger one. A result lies on one pile at most."""

    __tablename__ = "piled"
    __audit__ = Audit(public=True, undone_by=TEAM)
    __link__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    big_result_id: Mapped[int] = mapped_column(ForeignKey("big_result.id", ondelete="CASCADE"), index=True)
    result_id: Mapped[int] = mapped_column(ForeignKey("result.id", ondelete="CASCADE"), unique=True)
    big_result: Mapped[BigResult] = relationship()
    result: Mapped[Result] = relationship()
