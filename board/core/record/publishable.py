"""Niemands privéleven ligt op straat: a public text that seems to hold personal data waits for a reason (rule 10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Protocol

from sqlalchemy import JSON, ForeignKey, Index, Select, String, event, insert, inspect, select
from sqlalchemy.orm import Mapped, Session, UOWTransaction, joinedload, mapped_column, relationship

from board.core.record.personal_data import (
    NO_REASON,
    PersonalData,
    PersonalDatum,
    StatedReason,
    fingerprint,
    personal_data,
)
from board.core.record.weeks import now
from board.db import Base, session


class Author(Protocol):
    """A person, as far as this floor knows one: people come after it, for a person is Publishable too."""

    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...


class PublicationReason(Base):
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
    person: Mapped[Author | None] = relationship("Person")


@dataclass(frozen=True)
class PendingReason:
    """A reason that was just given, of these pieces of text."""

    fingerprint: str
    kinds: list[str]
    reason: str = field(repr=False)
    person_id: int | None


class Publishable:
    """Something of which citizens come to read words.

    `public_texts` is what they read of it as it is now; nothing as long as only the team does. A verb that makes words
    public calls `require_reason` first, so that nothing has changed when it raises. Who forgets it is stopped by
    `block_unexplained`, before anything is written.
    """

    __checked_fields__: ClassVar[frozenset[str]]
    _pending: PendingReason | None = None
    # What was said before, where somebody asked for many at once: see `preload_reasons`.
    _reasons: tuple[PublicationReason, ...] | None = None

    @property
    def public_texts(self) -> tuple[str, ...]:
        raise NotImplementedError

    def personal_data_in(self, texts: Iterable[str]) -> Sequence[PersonalDatum]:
        """The personal data in these words, were they to stand here."""
        return personal_data(texts)

    def waiting(self, texts: Iterable[str]) -> Sequence[PersonalDatum]:
        """The personal data in these words of which nobody said yet why it may stand."""
        found = self.personal_data_in(texts)
        return [] if not found or _is_explained(self, found) else found

    def require_reason(self, texts: Iterable[str], because: StatedReason = NO_REASON, by: Author | None = None) -> None:
        """Raises PersonalData when these words hold some, unless `because` says of exactly these why they may stand,
        or somebody did before."""
        found = self.waiting(texts)
        if not found:
            return
        if not because.covers(found):
            raise PersonalData(found)
        kinds = sorted({piece.kind for piece in found})
        self._pending = PendingReason(fingerprint(found), kinds, because.reason.strip(), by.id if by else None)


def reasons_for(kind: str, thing_id: int) -> Sequence[PublicationReason]:
    """What people said of this thing, the last one first."""
    return session.scalars(_newest_first(kind, [thing_id])).all()


def _newest_first(kind: str, numbers: Iterable[int]) -> Select[PublicationReason]:
    """The reasons that were given for these things of one kind, with who gave them."""
    given = select(PublicationReason).where(PublicationReason.kind == kind, PublicationReason.thing_id.in_(numbers))
    return given.order_by(PublicationReason.id.desc()).options(joinedload(PublicationReason.person))


def preload_reasons(things: Sequence[Any]) -> None:
    """What was said of all these things before, in one query: asking each of them then costs nothing more."""
    given: dict[int, list[PublicationReason]] = {thing.id: [] for thing in things}
    if things:
        for reason in session.scalars(_newest_first(things[0].__tablename__, given)):
            given[reason.thing_id].append(reason)
    for thing in things:
        thing._reasons = tuple(given[thing.id])


def reasons_of(thing: Any) -> Sequence[PublicationReason]:
    """What people said of this thing, the last one first."""
    return reasons_for(thing.__tablename__, thing.id) if thing._reasons is None else thing._reasons


def _is_explained(thing: Any, pieces: Sequence[PersonalDatum]) -> bool:
    """Whether somebody said of exactly these pieces why they may stand, just now or before."""
    mark = fingerprint(pieces)
    if thing._pending is not None and thing._pending.fingerprint == mark:
        return True
    if thing._reasons is not None:
        return any(reason.fingerprint == mark for reason in thing._reasons)
    before = select(PublicationReason.id).where(PublicationReason.fingerprint == mark)
    about = (PublicationReason.kind == thing.__tablename__, PublicationReason.thing_id == thing.id)
    with session.no_autoflush:
        return thing.id is not None and session.scalar(before.where(*about).limit(1)) is not None


@event.listens_for(Session, "before_flush")
def block_unexplained(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """The last line of defence, for every path: also undo, imports and code that is yet to be written."""
    for thing in [*session.new, *session.dirty]:
        if isinstance(thing, Publishable) and _has_new_words(thing):
            found = thing.waiting(thing.public_texts)
            if found:
                raise PersonalData(found)


def _has_new_words(thing: Publishable) -> bool:
    state: Any = inspect(thing)
    return any(state.attrs[name].history.has_changes() for name in thing.__checked_fields__)


@event.listens_for(Session, "after_flush")
def keep_reasons(session: Session, _context: UOWTransaction) -> None:
    """Keep the reasons that were given for what was just written. Here ids are known."""
    for thing in [*session.new, *session.dirty]:
        said = thing._pending if isinstance(thing, Publishable) else None
        if said is None:
            continue
        thing._pending, thing._reasons = None, None
        row = {"kind": thing.__tablename__, "thing_id": thing.id, "opgave_id": _opgave_of(thing), "said_at": now()}
        about = {"fingerprint": said.fingerprint, "kinds": said.kinds, "reason": said.reason}
        session.connection().execute(insert(PublicationReason).values(**row, **about, person_id=said.person_id))


def _opgave_of(thing: Any) -> int | None:
    return thing.id if thing.__tablename__ == "opgave" else getattr(thing, "opgave_id", None)
