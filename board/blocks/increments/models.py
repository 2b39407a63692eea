"""Bigger results, and the small ones that pile up to them."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.history import Audited
from board.core.noted import Noted
from board.core.opgaven import Opgave
from board.core.results import Result
from board.db import Base


class BigResult(Noted, Base):
    """What small results pile up to, in a sentence for the inwoner: “U hoort altijd binnen een week iets.”"""

    __tablename__ = "big_result"

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    sentence: Mapped[str] = mapped_column(String(280))
    reached_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()


class Piled(Audited, Base):
    """One small result on the pile of a bigger one. A result lies on one pile at most."""

    __tablename__ = "piled"
    __link__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    big_result_id: Mapped[int] = mapped_column(ForeignKey("big_result.id", ondelete="CASCADE"), index=True)
    result_id: Mapped[int] = mapped_column(ForeignKey("result.id", ondelete="CASCADE"), unique=True)
    big_result: Mapped[BigResult] = relationship()
    result: Mapped[Result] = relationship()
