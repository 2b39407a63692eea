"""Labels: the words that a team hangs on its cards."""

from sqlalchemy import Column, ForeignKey, Select, String, Table, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from board.core.record.searchable import Attached
from board.db import Base

LONGEST_LABEL = 60

card_label = Table(
    "card_label",
    Base.metadata,
    Column("card_id", ForeignKey("card.id", ondelete="CASCADE"), primary_key=True),
    Column("label_id", ForeignKey("label.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Label(Attached, Base):
    """A word that a team hangs on its cards."""

    __tablename__ = "label"
    __found_on__ = "card"
    __table_args__ = (UniqueConstraint("opgave_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(LONGEST_LABEL))

    @property
    def attached_words(self) -> tuple[int | None, str]:
        return None, self.name  # a card says itself when its labels change, and none changes its name

    @classmethod
    def words_on_things(cls) -> Select[int, str]:
        return select(card_label.c.card_id, cls.name).join_from(card_label, cls)
