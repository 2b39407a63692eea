"""Niemands privéleven ligt op straat: a public text that seems to hold personal data waits for a reason (rule 10)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.checks import privacy
from board.core.people import Person
from board.core.weeks import now
from board.db import Base, session


@dataclass(frozen=True)
class Found:
    """One piece of text in which the check sees personal data: of what kind, and the words themselves."""

    kind: str
    words: str


class PersonalData(Exception):
    """These texts seem to hold personal data, and nobody said yet why that may stand."""

    def __init__(self, found: Sequence[Found]) -> None:
        super().__init__(f"{len(found)} findings")  # never the words: an error may end up in a log
        self.found = found


class MayStand(Base):
    """Why a text with personal data was published all the same: who said so, when, and of which words."""

    __tablename__ = "may_stand"
    __table_args__ = (Index("ix_may_stand_thing", "kind", "thing_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    thing_id: Mapped[int]
    opgave_id: Mapped[int | None] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    # Tells whether these are still the same words, without keeping them once more.
    fingerprint: Mapped[str] = mapped_column(String(64))
    kinds: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(280))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    said_at: Mapped[datetime] = mapped_column(default=now)
    person: Mapped[Person | None] = relationship()


def personal_data(texts: Iterable[str]) -> list[Found]:
    """What the privacy check finds in these texts, each piece once."""
    found = (Found(one.kind, text[one.start : one.end]) for text in texts for one in privacy.find(text))
    return list(dict.fromkeys(found))


def fingerprint(found: Iterable[Found]) -> str:
    """The same for the same pieces of text, wherever in the sentence they stand."""
    pieces = sorted({one.words.casefold() for one in found})
    return hashlib.blake2s("\n".join(pieces).encode()).hexdigest()


def answers(kind: str, thing_id: int) -> Sequence[MayStand]:
    """What people said of this thing, the last one first."""
    query = select(MayStand).where(MayStand.kind == kind, MayStand.thing_id == thing_id)
    return session.scalars(query.order_by(MayStand.id.desc())).all()
