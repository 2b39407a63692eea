"""A photo of the work beside a result: a bench, a letter, a crossing; people only when they agreed."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Select, String, select
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.photos import Photo, throw_away
from board.core.record.publishable import Publishable
from board.core.record.searchable import Attached
from board.core.record.weeks import now
from board.db import Base, session


class ResultPhoto(Audited, Attached, Publishable, Base):
    """What there is to see of a result. It is public exactly as long as its result is."""

    __tablename__ = "result_photo"
    __audit__ = Audit(public=True, searchable=True)
    __found_on__ = "result"
    __checked_fields__: ClassVar[frozenset[str]] = frozenset({"alt", "credit"})

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    result_id: Mapped[int] = mapped_column(ForeignKey("result.id", ondelete="CASCADE"), unique=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id", ondelete="CASCADE"), index=True)
    # What there is to see, for who cannot see it.
    alt: Mapped[str] = mapped_column(String(200))
    credit: Mapped[str] = mapped_column(String(80), default="")
    # Who said that nobody is recognisable on it, or that they agreed.
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    confirmed_at: Mapped[datetime] = mapped_column(default=now)
    result: Mapped[Result] = relationship()
    photo: Mapped[Photo] = relationship()
    confirmed_by: Mapped[Person | None] = relationship()

    @property
    def attached_words(self) -> tuple[int | None, str]:
        return self.result_id, f"{self.alt}\n{self.credit}"

    @classmethod
    def words_on_things(cls) -> Select[int, str]:
        return select(cls.result_id, cls.alt + "\n" + cls.credit)

    @property
    def public_texts(self) -> tuple[str, str]:
        """What citizens read of it. Checked as soon as it is written: who publishes its result sees no other stop."""
        return self.alt, self.credit

    def edit(self, alt: str, credit: str, by: Person, because: StatedReason = NO_REASON) -> None:
        """Write what there is to see, and who made the photo. Raises PersonalData."""
        if (alt, credit) != (self.alt, self.credit):
            self.require_reason([alt, credit], because, by)
            self.alt, self.credit = alt, credit
            _changed(self.result)

    def replace(self, photo: Photo, by: Person) -> None:
        """Another photo, of which `by` says that nobody on it minds. The one before is thrown away."""
        old, self.photo = self.photo, photo
        self.confirmed_by, self.confirmed_at = by, now()
        _changed(self.result)
        throw_away(old)


def new_photo(result: Result, photo: Photo, by: Person) -> ResultPhoto:
    """The first photo of a result, of which `by` says that nobody on it minds. It says nothing yet: `tell`."""
    opgave_id = result.opgave_id
    return ResultPhoto(opgave_id=opgave_id, result=result, photo=photo, alt="", credit="", confirmed_by=by)


def remove_photo(of_result: ResultPhoto) -> None:
    """Without a photo again; its bytes go too."""
    _changed(of_result.result)
    session.delete(of_result)
    throw_away(of_result.photo)


def _changed(result: Result) -> None:
    # Citizens are told of it, as of other words.
    if result.is_public:
        result.changed_at = now()


def photo_of(result: Result | None) -> ResultPhoto | None:
    """The photo of this result, if it has one."""
    return photos_of([result.id]).get(result.id) if result is not None and result.id else None


def photos_of(result_ids: Iterable[int]) -> dict[int, ResultPhoto]:
    """The photos of these results, by result. One query."""
    query = select(ResultPhoto).where(ResultPhoto.result_id.in_(list(result_ids)))
    return {photo.result_id: photo for photo in session.scalars(query.options(joinedload(ResultPhoto.photo)))}
