"""What came from elsewhere: each import, and what it wrote, so that a later one knows what changed since."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.weeks import now
from board.db import Base, ledger, session


class BoardImport(Base):
    """One time that somebody brought a board from elsewhere into an opgave. It can be undone as a whole."""

    __tablename__ = "board_import"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy reads it once

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    source: Mapped[str] = mapped_column(String(20))
    board_id: Mapped[str] = mapped_column(String(64), index=True)
    board_name: Mapped[str] = mapped_column(Text)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(default=now)
    # The moment of the newest thing in the file: an older file takes nothing back.
    newest_at: Mapped[datetime | None]
    # What was chosen for each list, as JSON.
    choices: Mapped[str] = mapped_column(Text, default="{}")
    # Who each name over there is here; None is nobody.
    people: Mapped[dict[str, int | None]] = mapped_column(JSON, default=dict)
    # What somebody said of these names, which goes before a guess the next time too.
    said: Mapped[dict[str, int | None]] = mapped_column(JSON, default=dict)
    # How many things were left for somebody to choose.
    left_open: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None]
    person: Mapped[Person | None] = relationship()


class ImportedThing(Base):
    """A card, line or note as an import wrote it. `seen` holds marks of its fields, never its words (see `merging`).

    Each import writes rows of its own for what it made or changed; the newest row of a thing counts.
    """

    __tablename__ = "imported_thing"
    __table_args__ = (Index("ix_imported_thing_source", "opgave_id", "kind", "source_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    import_id: Mapped[int] = mapped_column(ForeignKey("board_import.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    source_id: Mapped[str] = mapped_column(String(64))
    # Its number here; it may be gone.
    thing_id: Mapped[int]
    seen: Mapped[str] = mapped_column(Text)
    # What a line said that went because it was gone over there, so that it can come back.
    gone: Mapped[dict[str, Any] | None] = mapped_column(JSON)


@contextmanager
def by_import(number: int) -> Iterator[None]:
    """All that changes in this block is told in the history as the work of this import; minus its number undoes it."""
    session.flush()
    ledger().import_id = number
    try:
        yield
        session.flush()
    finally:
        ledger().import_id = None


def imports_of(opgave_id: int, board_id: str = "") -> Sequence[BoardImport]:
    """The imports into this opgave, the newest first; with a board only those of that board."""
    query = select(BoardImport).where(BoardImport.opgave_id == opgave_id).order_by(BoardImport.id.desc())
    return session.scalars(query.where(BoardImport.board_id == board_id) if board_id else query).all()


def import_numbered(opgave_id: int, number: int) -> BoardImport:
    """This import of this opgave. Raises NoResultFound for another's."""
    query = select(BoardImport).where(BoardImport.opgave_id == opgave_id, BoardImport.id == number)
    return session.scalars(query).one()


def drop_if_empty(number: int) -> bool:
    """Forget an import that did nothing, because another one did all of it meanwhile. Whether that was so."""
    rows = select(ImportedThing.id).where(ImportedThing.import_id == number).exists()
    changes = select(Change.id).where(Change.import_id == number).exists()
    gone = delete(BoardImport).where(BoardImport.id == number, ~rows, ~changes).returning(BoardImport.id)
    return session.scalar(gone) is not None


Rows = dict[tuple[str, str], ImportedThing]


def written_of(opgave_id: int, cards: Collection[int]) -> dict[int, Rows]:
    """What imports wrote of these cards and what hangs on them: by card, then by kind and number over there."""
    query = select(ImportedThing).where(ImportedThing.opgave_id == opgave_id, ImportedThing.card_id.in_(cards))
    found: dict[int, Rows] = {}
    for row in session.scalars(query.order_by(ImportedThing.id)):
        found.setdefault(row.card_id, {})[row.kind, row.source_id] = row
    return found


def forget_person(person: Person) -> None:
    """Their name is in no import any more."""
    for board_import in session.scalars(select(BoardImport)).all():
        board_import.people = _without(person, board_import.people)
        board_import.said = _without(person, board_import.said)


def _without(person: Person, people: dict[str, int | None]) -> dict[str, int | None]:
    own = " ".join(person.name.casefold().split())
    namesakes = {name for name in people if " ".join(name.casefold().split()) == own}
    kept = {name: number for name, number in people.items() if name not in namesakes and number != person.id}
    return kept if len(kept) < len(people) else people
