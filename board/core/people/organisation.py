"""What the organisation decides for everyone at once."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.people.people import Person
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.core.record.weeks import now
from board.db import Base, session


class Organisation(Audited, Base):
    """The body that works with this board. There is one, and the first migration of faces made it."""

    __tablename__ = "organisation"
    __audit__ = Audit(public=True, exported=False)
    __not_audited__ = frozenset({"id_authority"})  # no decision of anybody

    id: Mapped[int] = mapped_column(primary_key=True)
    # Since when citizens see no name and no photo of anybody; empty: each person's own choice holds.
    faces_hidden_since: Mapped[datetime | None]
    faces_hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    faces_hidden_by: Mapped[Person | None] = relationship()
    # The address at which inwoners were served first: ids in feeds and open data begin with it, for ever.
    id_authority: Mapped[str | None] = mapped_column(String(300))

    def hide_faces(self, by: Person) -> None:
        """Everybody at once, on every public page, from the next request on."""
        self.faces_hidden_since, self.faces_hidden_by = self.faces_hidden_since or now(), by

    def show_faces(self) -> None:
        """Each person's own choice holds again."""
        self.faces_hidden_since, self.faces_hidden_by = None, None


def organisation() -> Organisation:
    """The one organisation of this board."""
    return session.get_one(Organisation, 1)


def stored_authority() -> str | None:
    """The address with which ids begin; None as long as none was kept."""
    return session.scalar(select(Organisation.id_authority).where(Organisation.id == 1))


def keep_authority(first: str) -> str:
    """Let ids begin with this address from now on, unless one was kept before; the one that holds."""
    body = session.get_one(Organisation, 1, with_for_update=True)  # of two machines that start at once, one is first
    body.id_authority = body.id_authority or first
    session.flush()
    return body.id_authority
