"""Een gezicht, in vrijheid: what somebody chose to show, when, and what they read then (PRODUCT.md, rule 6)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.results import Result
from board.core.people.people import MOST_FIRST, Person, Visibility, at_most, read_of
from board.core.record.audit import Audit, Erasure
from board.core.record.history import Audited
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.photos import Photo, throw_away
from board.core.record.weeks import now, today
from board.db import Base, session

# The day of the wording they read (templates/team/my_face/_words.html). Other words, another day.
WORDING = "2026-11-22"
# No choice of theirs: they lost their access, and with it the way to take a choice back.
LEFT = "toegang weg"


class FaceChoice(Base):
    """One choice, kept as proof that it was free, informed and this person's own (GDPR, article 7)."""

    __tablename__ = "face_choice"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    chosen_at: Mapped[datetime] = mapped_column(default=now)
    visibility: Mapped[Visibility]
    with_photo: Mapped[bool]
    photo_until: Mapped[date | None]
    own_words: Mapped[str] = mapped_column(String(140), default="")
    # Which wording of the page they read when they chose.
    asked: Mapped[str] = mapped_column(String(20))


class FaceLimit(Audited, Base):
    """Beside one result a person shows less than elsewhere. It holds for them only, whoever takes the card over."""

    __tablename__ = "face_limit"
    __audit__ = Audit(public=True, erased=Erasure.GOES)
    __table_args__ = (UniqueConstraint("result_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    result_id: Mapped[int] = mapped_column(ForeignKey("result.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    visibility: Mapped[Visibility]
    result: Mapped[Result] = relationship()
    person: Mapped[Person] = relationship()


class ShowsMore(Exception):
    """In one place somebody may show less than elsewhere, never more."""


@dataclass(frozen=True)
class FaceSettings:
    """All that somebody chooses of how citizens see them."""

    visibility: Visibility = Visibility.TEAM
    own_words: str = ""
    photo: Photo | None = None
    photo_until: date | None = None


def face_settings(person: Person) -> FaceSettings:
    """What this person chose last."""
    return FaceSettings(person.visibility, person.own_words, person.photo, person.photo_until)


def save_choice(person: Person, choice: FaceSettings, asked: str = WORDING, because: StatedReason = NO_REASON) -> bool:
    """Hold to this choice from now on, and keep the proof. Whether anything changed.

    Only the person chooses (PRODUCT.md, rule 6): a view passes whoever is signed in. A photo that is no longer chosen
    is thrown away. Raises PersonalData when citizens would read some of others.
    """
    before = face_settings(person)
    if choice == before:
        return False
    person.require_reason(read_of(choice.visibility, choice.own_words, person.job_title), because, by=person)
    person.visibility, person.own_words = choice.visibility, choice.own_words
    person.photo, person.photo_until = choice.photo, choice.photo_until if choice.photo else None
    session.add(
        FaceChoice(
            person_id=person.id,
            visibility=person.visibility,
            with_photo=choice.photo is not None,
            photo_until=person.photo_until,
            own_words=person.own_words,
            asked=asked,
        )
    )
    if before.photo is not choice.photo:
        throw_away(before.photo)
    return True


def take_photo_away(person: Person) -> bool:
    """Without the photo, and for the rest as it was. Whether there was one."""
    return save_choice(person, FaceSettings(person.visibility, person.own_words))


def show_nowhere(person: Person, asked: str = WORDING) -> bool:
    """Only the team: no name, no words, no photo, also not for later. Whether anything changed."""
    return save_choice(person, FaceSettings(), asked)


def choices_of(person: Person) -> Sequence[FaceChoice]:
    """What this person chose before, the newest first."""
    query = select(FaceChoice).where(FaceChoice.person_id == person.id)
    return session.scalars(query.order_by(FaceChoice.chosen_at.desc(), FaceChoice.id.desc())).all()


def throw_old_photos_away() -> None:
    """Photos whose last day has passed: nobody sees them any more, so nobody needs them."""
    for person in session.scalars(select(Person).where(Person.photo_id.is_not(None), Person.photo_until < today())):
        old, person.photo, person.photo_until = person.photo, None, None
        throw_away(old)


def limits_of(result_ids: Iterable[int]) -> dict[tuple[int, int], Visibility]:
    """What people show at most beside these results, by (result, person). One query."""
    query = select(FaceLimit.result_id, FaceLimit.person_id, FaceLimit.visibility)
    rows = session.execute(query.where(FaceLimit.result_id.in_(list(result_ids))))
    return {(result_id, person_id): visibility for result_id, person_id, visibility in rows}


def limit_of(result: Result | None, person: Person | None) -> Visibility | None:
    """What this person shows at most beside this result, if they said so."""
    if result is None or person is None:
        return None
    return limits_of([result.id]).get((result.id, person.id))


def less_than(choice: Visibility) -> Sequence[Visibility]:
    """This choice and all that show less."""
    return MOST_FIRST[MOST_FIRST.index(choice) :]


def show_less(result: Result, person: Person, wanted: Visibility) -> None:
    """Beside this result no more than this; as elsewhere needs no limit. Raises ShowsMore."""
    if at_most(person.visibility, wanted) is not wanted:
        raise ShowsMore
    query = select(FaceLimit).where(FaceLimit.result_id == result.id, FaceLimit.person_id == person.id)
    limit = session.scalar(query.with_for_update())
    if wanted is person.visibility:
        if limit is not None:
            session.delete(limit)
    elif limit is None:
        session.add(FaceLimit(result=result, person=person, visibility=wanted))
    else:
        limit.visibility = wanted


def results_beside(person: Person, most: int) -> list[tuple[Result, Visibility | None]]:
    """The newest public results beside which this person stands, with what they show there at most."""
    theirs = and_(FaceLimit.result_id == Result.id, FaceLimit.person_id == person.id)
    query = select(Result, FaceLimit.visibility).join(Card, Card.result_id == Result.id).outerjoin(FaceLimit, theirs)
    query = query.where(Card.owner_id == person.id, Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
    rows = session.execute(query.order_by(Result.happened_on.desc(), Result.id.desc()).limit(most))
    return [(result, limit) for result, limit in rows]


def result_beside(person: Person, number: int) -> Result | None:
    """The result with this number, if this person holds its card."""
    query = select(Result).join(Card, Card.result_id == Result.id)
    return session.scalar(query.where(Card.owner_id == person.id, Result.id == number))
