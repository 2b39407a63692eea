"""A photo of the work beside a result: a bench, a letter, a crossing; people only when they agreed."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.history import Audited
from board.core.people import Person
from board.core.photos import Photo
from board.core.results import Result
from board.core.weeks import now
from board.db import Base


class ResultPhoto(Audited, Base):
    """What there is to see of a result. It is public exactly as long as its result is."""

    __tablename__ = "result_photo"

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
