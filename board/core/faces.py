"""Een gezicht, in vrijheid: what somebody chose to show, when, and what they read then (PRODUCT.md, rule 6)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.history import Audited
from board.core.people import Person, Visibility
from board.core.results import Result
from board.core.weeks import now
from board.db import Base


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
    __table_args__ = (UniqueConstraint("result_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    result_id: Mapped[int] = mapped_column(ForeignKey("result.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    visibility: Mapped[Visibility]
    result: Mapped[Result] = relationship()
    person: Mapped[Person] = relationship()
