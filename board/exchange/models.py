"""A file that somebody chose to bring in, kept between choosing it and saying yes."""

import gzip
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, delete, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.weeks import now
from board.db import Base, session

KEEP_FOR = timedelta(days=1)


class Upload(Base):
    """A chosen file, for one person and one opgave, and how its lists go to our board.

    It stands in the database, so that any process can go on with it. It is full of other people's words, so it
    is not in the history, and it is gone after the import, after a next file, and after a day.
    """

    __tablename__ = "upload"

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(default=now)
    zipped: Mapped[bytes] = mapped_column(LargeBinary)
    # What was chosen for each list, as JSON.
    choices: Mapped[str] = mapped_column(Text)
    # What was chosen besides: of people, of cards that differ, and which import this became.
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)

    @property
    def data(self) -> bytes:
        """The file as it was chosen."""
        return gzip.decompress(self.zipped)


def compress(data: bytes) -> bytes:
    """What is kept of a file. Of a large one this takes a while: do it before others wait for us."""
    # The lightest setting: an export shrinks ten times with it, and it is for a few minutes.
    return gzip.compress(data, compresslevel=1)


def store_upload(opgave: Opgave, person: Person, zipped: bytes, choices: str = "{}") -> Upload:
    """Keep a packed file for this person and opgave; it takes the place of an earlier one."""
    drop_old_uploads(opgave, person)
    get_upload = Upload(
        id=secrets.token_urlsafe(32),
        opgave_id=opgave.id,
        person_id=person.id,
        zipped=zipped,
        choices=choices,
    )
    session.add(get_upload)
    session.flush()
    return get_upload


def get_upload(opgave: Opgave, person: Person, token: str) -> Upload:
    """The file with this token, for the one who chose it, on the opgave it is for. Raises NoResultFound."""
    return session.scalars(
        select(Upload).where(
            Upload.id == token,
            Upload.opgave_id == opgave.id,
            Upload.person_id == person.id,
            Upload.at > now() - KEEP_FOR,
        )
    ).one()


def drop_old_uploads(opgave: Opgave, person: Person) -> None:
    """Throw away what this person kept for this opgave, and what anybody left behind."""
    mine = (Upload.opgave_id == opgave.id) & (Upload.person_id == person.id)
    session.execute(delete(Upload).where(or_(mine, Upload.at <= now() - KEEP_FOR)))
