"""Niemands privéleven ligt op straat: a public text that seems to hold personal data waits for a reason (rule 10)."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, String, event, insert, inspect, select
from sqlalchemy.orm import Mapped, Session, UOWTransaction, joinedload, mapped_column, relationship

from board.checks import privacy
from board.core.people import Person
from board.core.weeks import now
from board.db import Base, session


@dataclass(frozen=True)
class Found:
    """One piece of text in which the check sees personal data: of what kind, the words, and where they stand.

    It never shows its words by itself: what is printed may end up in a log.
    """

    kind: str
    words: str = field(repr=False)
    text: str = field(default="", compare=False, repr=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


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


@dataclass(frozen=True)
class Said:
    """A reason that was just given, of these pieces of text."""

    fingerprint: str
    kinds: list[str]
    reason: str = field(repr=False)
    person_id: int | None


class Publishable:
    """Something of which citizens come to read words.

    `public_texts` is what they read of it as it is now; nothing as long as only the team does. A verb that makes words
    public calls `let_stand` first, so that nothing has changed when it raises. Who forgets it is stopped by `judge`,
    before anything is written.
    """

    __judged__: ClassVar[frozenset[str]]
    _said: Said | None = None

    @property
    def public_texts(self) -> tuple[str, ...]:
        raise NotImplementedError

    def waiting(self, texts: Iterable[str]) -> Sequence[Found]:
        """The personal data in these words of which nobody said yet why it may stand."""
        found = personal_data(texts)
        return [] if not found or _is_said(self, found) else found

    def let_stand(self, texts: Iterable[str], because: str = "", by: Person | None = None) -> None:
        """Raises PersonalData when these words hold some, unless `because` says why they may stand, or somebody did."""
        found = self.waiting(texts)
        if not found:
            return
        if not because.strip():
            raise PersonalData(found)
        kinds = sorted({one.kind for one in found})
        self._said = Said(fingerprint(found), kinds, because.strip(), by.id if by else None)


def personal_data(texts: Iterable[str]) -> list[Found]:
    """What the privacy check finds in these texts, each piece once."""
    found = (
        Found(one.kind, text[one.start : one.end], text, one.start, one.end)
        for text in texts
        if text  # of a new thing some words are not even empty yet
        for one in privacy.find(text)
    )
    return list({(one.kind, one.words): one for one in found}.values())


def fingerprint(found: Iterable[Found]) -> str:
    """The same for the same pieces of text, wherever in the sentence they stand."""
    pieces = sorted({one.words.casefold() for one in found})
    return hashlib.blake2s("\n".join(pieces).encode()).hexdigest()


def answers(kind: str, thing_id: int) -> Sequence[MayStand]:
    """What people said of this thing, the last one first."""
    query = select(MayStand).where(MayStand.kind == kind, MayStand.thing_id == thing_id)
    return session.scalars(query.order_by(MayStand.id.desc()).options(joinedload(MayStand.person))).all()


def _is_said(thing: Any, found: Sequence[Found]) -> bool:
    """Whether somebody said of exactly these pieces why they may stand, just now or before."""
    mark = fingerprint(found)
    if thing._said is not None and thing._said.fingerprint == mark:
        return True
    before = select(MayStand.id).where(MayStand.kind == thing.__tablename__, MayStand.thing_id == thing.id)
    with session.no_autoflush:
        return thing.id is not None and session.scalar(before.where(MayStand.fingerprint == mark).limit(1)) is not None


@event.listens_for(Session, "before_flush")
def judge(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """The last line of defence, for every path: also undo, imports and code that is yet to be written."""
    for thing in [*session.new, *session.dirty]:
        if isinstance(thing, Publishable) and _has_new_words(thing):
            found = thing.waiting(thing.public_texts)
            if found:
                raise PersonalData(found)


def _has_new_words(thing: Publishable) -> bool:
    state: Any = inspect(thing)
    return any(state.attrs[name].history.has_changes() for name in thing.__judged__)


@event.listens_for(Session, "after_flush")
def keep(session: Session, _context: UOWTransaction) -> None:
    """Keep the reasons that were given for what was just written. Here ids are known."""
    for thing in [*session.new, *session.dirty]:
        said = thing._said if isinstance(thing, Publishable) else None
        if said is None:
            continue
        thing._said = None
        row = {"kind": thing.__tablename__, "thing_id": thing.id, "opgave_id": _opgave_of(thing), "said_at": now()}
        about = {"fingerprint": said.fingerprint, "kinds": said.kinds, "reason": said.reason}
        session.connection().execute(insert(MayStand).values(**row, **about, person_id=said.person_id))


def _opgave_of(thing: Any) -> int | None:
    return thing.id if thing.__tablename__ == "opgave" else getattr(thing, "opgave_id", None)
