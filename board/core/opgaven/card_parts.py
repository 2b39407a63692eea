"""What hangs on a card: labels, a tiny checklist, and notes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, String, Text, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.labels import Label
from board.core.opgaven.noted import Noted, not_removed
from board.core.opgaven.opgaven import Opgave, hold
from board.core.people.people import Person
from board.core.people.roles import LEADS
from board.core.record.audit import Audit, Erasure
from board.core.record.history import Audited
from board.core.record.searchable import Attached
from board.core.record.weeks import now
from board.db import Base, session

LONGEST_ITEM = 280


class CheckItem(Audited, Attached, Base):
    """One line of a card's tiny checklist."""

    __tablename__ = "check_item"
    __audit__ = Audit(searchable=True, told_on_card=True)
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy reads it once
    __found_on__ = "card"
    __not_audited__ = frozenset({"position"})  # the order of a list is no step in its story

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(String(LONGEST_ITEM))
    done: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int]
    # What it is called where it came from, for who imports a later file.
    source_id: Mapped[str | None] = mapped_column(String(64))
    card: Mapped[Card] = relationship()

    @property
    def attached_words(self) -> tuple[int | None, str]:
        return self.card_id, self.text

    @classmethod
    def words_on_things(cls) -> Select[int, str]:
        return select(cls.card_id, cls.text)


class CardNote(Noted, Attached, Base):
    """A word of a colleague on a card; a note from elsewhere keeps its author's name as text."""

    __tablename__ = "card_note"
    __audit__ = Audit(undone_by=LEADS, own="author_id", searchable=True, told_on_card=True, erased=Erasure.EMPTIED)
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy reads it once
    __found_on__ = "card"
    __not_audited__ = frozenset({"noted_at", "changed_at"})

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    author_name: Mapped[str] = mapped_column(String(120), default="")
    # When it was said; a note from elsewhere was said there, before it was noted here.
    written_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime | None]
    # Where it came from, and what it is called there: somebody else's words, brought along as they were.
    source: Mapped[str | None] = mapped_column(String(20))
    source_id: Mapped[str | None] = mapped_column(String(64))
    card: Mapped[Card] = relationship()
    author: Mapped[Person | None] = relationship()

    @property
    def is_imported(self) -> bool:
        return self.source is not None

    @property
    def attached_words(self) -> tuple[int | None, str]:
        return self.card_id, self.text if self.removed_at is None else ""

    @classmethod
    def words_on_things(cls) -> Select[int, str]:
        return select(cls.card_id, cls.text).where(not_removed(cls))

    def rewrite(self, text: str) -> None:
        """Say it better; whoever reads it sees that it was changed."""
        if text != self.text:
            self.text, self.changed_at = text, now()


def checklist(card: Card) -> Sequence[CheckItem]:
    """The lines of the checklist, in order."""
    return session.scalars(_in_order(card)).all()


def _in_order(card: Card) -> Select[CheckItem]:
    return select(CheckItem).where(CheckItem.card_id == card.id).order_by(CheckItem.position, CheckItem.id)


def add_check_items(card: Card, texts: Iterable[str]) -> list[CheckItem]:
    """Add lines to the end of the checklist, each of at most LONGEST_ITEM letters; empty ones are passed over."""
    hold(card.opgave_id)  # two who add lines at the same moment both find theirs at the end
    start = max((item.position for item in checklist(card)), default=0)
    lines = [line for text in texts if (line := text.strip())]
    items = [
        CheckItem(opgave_id=card.opgave_id, card=card, text=line, position=start + n) for n, line in enumerate(lines, 1)
    ]
    session.add_all(items)
    return items


def get_check_item(card: Card, item_id: int) -> CheckItem | None:
    """This line of this card; None when somebody took it away."""
    return session.scalar(_in_order(card).where(CheckItem.id == item_id))


def put_beside(card: Card, line: CheckItem, beside: CheckItem, after: bool = False) -> None:
    """Put a line right before another, or right after it, wherever either stands by now."""
    hold(card.opgave_id)
    others = list(session.scalars(_in_order(card).execution_options(populate_existing=True)))
    if line is beside or line not in others or beside not in others:
        return
    others.remove(line)
    others.insert(others.index(beside) + after, line)
    for position, item in enumerate(others, 1):
        item.position = position


def notes(card: Card) -> Sequence[CardNote]:
    """The notes on a card, the oldest first."""
    return session.scalars(
        select(CardNote)
        .where(CardNote.card_id == card.id, not_removed(CardNote))
        .order_by(CardNote.written_at, CardNote.id)
    ).all()


def get_note(card: Card, number: int) -> CardNote:
    """This note on this card (NoResultFound otherwise, also when it was taken away)."""
    wanted = select(CardNote).where(CardNote.card_id == card.id, CardNote.id == number, not_removed(CardNote))
    return session.scalars(wanted).one()


def labels_named(opgave: Opgave, names: Iterable[str]) -> list[Label]:
    """The labels with these names of at most LONGEST_LABEL letters, made when they are new."""
    wanted = {name.casefold(): name for text in names if (name := " ".join(text.split()))}
    if not wanted:
        return []
    hold(opgave.id)  # two who write the same new word make one label
    known = session.scalars(select(Label).where(Label.opgave_id == opgave.id))
    found = {label.name.casefold(): label for label in known}
    for key, name in wanted.items():
        if key not in found:
            found[key] = Label(opgave_id=opgave.id, name=name)
            session.add(found[key])
    return [found[key] for key in wanted]
