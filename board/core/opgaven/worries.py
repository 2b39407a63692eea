"""The worry behind an opgave: waar lig je wakker van? Signed, dated, and asked again."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ForeignKey, String, Text, func, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.opgaven.noted import Noted, not_removed
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.people.roles import WORRIERS
from board.core.record.audit import Audit
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.publishable import Publishable
from board.core.record.weeks import AMSTERDAM, now, today
from board.db import Base, session


class Worry(Noted, Publishable, Base):
    """The discomfort that drives an opgave, in the first person (source 003, block 1)."""

    __tablename__ = "worry"
    __audit__ = Audit(public=True, undone_by=WORRIERS)
    __checked_fields__ = frozenset({"text", "signed_as", "public_since", "removed_at"})

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    # Who does not want to stand here by name signs with a role: “wethouder Wonen”.
    signed_as: Mapped[str] = mapped_column(String(80), default="")
    signed_on: Mapped[date]
    confirmed_on: Mapped[date]
    # Since when inwoners may read it; empty: only the team. Somebody decides that on purpose (PRODUCT.md, rule 10).
    public_since: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    person: Mapped[Person | None] = relationship()

    def confirm(self, sentence: str, by: Person, on: date) -> "WorryCheck":
        """Still awake of this: one new sentence keeps the worry alive."""
        self.confirmed_on = max(on, self.confirmed_on)
        said: dict[str, Any] = {"sentence": sentence, "person": by, "checked_on": on, "noted_at": _noted(on)}
        check = WorryCheck(worry=self, opgave=self.opgave, **said)
        session.add(check)
        return check

    @property
    def public_texts(self) -> tuple[str, ...]:
        is_shown = self.public_since is not None and self.removed_at is None
        return (self.text, self.signed_as) if is_shown else ()

    def show(self, on: date, because: StatedReason = NO_REASON, by: Person | None = None) -> None:
        """Inwoners may read it from now on, instead of an earlier one. Raises PersonalData."""
        self.require_reason([self.text, self.signed_as], because, by)
        self.public_since = self.public_since or on

    def hide(self) -> None:
        """Only the team reads it; an earlier one that inwoners could read stands there again."""
        self.public_since = None

    def edit(self, text: str, signed_as: str, because: StatedReason = NO_REASON, by: Person | None = None) -> None:
        """Other words, or signed with a role from now on. Raises ValueError when nobody would sign any more.

        Raises PersonalData when inwoners would read some.
        """
        if self.person is None and not signed_as:
            raise ValueError("a worry is signed by a person or a role")
        if self.public_since is not None:
            self.require_reason([text, signed_as], because, by)
        self.text, self.signed_as = text, signed_as
        if signed_as:
            self.person = None


class WorryCheck(Noted, Base):
    """“Ik lig er nog wakker van”, with the sentence that shows it."""

    __tablename__ = "worry_check"
    __audit__ = Audit(public=True, undone_by=WORRIERS)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    worry_id: Mapped[int] = mapped_column(ForeignKey("worry.id", ondelete="CASCADE"), index=True)
    sentence: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    checked_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()
    worry: Mapped[Worry] = relationship()
    person: Mapped[Person | None] = relationship()

    def remove(self) -> None:
        """Take it from the screens; the worry was then confirmed for the last time before it."""
        super().remove()
        others = select(func.max(WorryCheck.checked_on)).where(
            WorryCheck.worry_id == self.worry_id, WorryCheck.id != self.id, not_removed(WorryCheck)
        )
        self.worry.confirmed_on = session.scalar(others) or self.worry.signed_on


def _noted(on: date) -> datetime:
    """What was signed or said on an earlier day was known since that day."""
    return now() if on >= today() else datetime.combine(on, time(12), AMSTERDAM)


def sign(opgave: Opgave, text: str, by: Person | None, signed_as: str = "", on: date | None = None) -> Worry:
    """Sign a worry; the first one makes the opgave active. Raises ValueError when nobody signs."""
    if by is None and not signed_as:
        raise ValueError("a worry is signed by a person or a role")
    on = on or today()
    signed: dict[str, Any] = {"person": by, "signed_as": signed_as, "signed_on": on, "confirmed_on": on}
    worry = Worry(opgave=opgave, text=text, noted_at=_noted(on), **signed)
    session.add(worry)
    opgave.active_since = min(on, opgave.active_since or on)
    return worry


def worries(opgave: Opgave) -> Sequence[Worry]:
    """Every worry of this opgave, the one that counts now first."""
    return session.scalars(
        select(Worry)
        .where(Worry.opgave_id == opgave.id, not_removed(Worry))
        .order_by(Worry.signed_on.desc(), Worry.id.desc())
        .options(joinedload(Worry.person))
    ).all()


def checks(opgave: Opgave) -> Sequence[WorryCheck]:
    """Every time somebody said to be still awake of it, the newest first. They leave the screens with their worry."""
    return session.scalars(
        select(WorryCheck)
        .join(WorryCheck.worry)
        .where(WorryCheck.opgave_id == opgave.id, not_removed(WorryCheck), not_removed(Worry))
        .order_by(WorryCheck.checked_on.desc(), WorryCheck.id.desc())
        .options(joinedload(WorryCheck.person))
    ).all()


def worry_of(opgave: Opgave) -> Worry | None:
    """The worry that drives this opgave now."""
    return session.scalar(
        select(Worry)
        .where(Worry.opgave_id == opgave.id, not_removed(Worry))
        .order_by(Worry.signed_on.desc(), Worry.id.desc())
        .limit(1)
        .options(joinedload(Worry.person))
    )
