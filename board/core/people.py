"""People, their roles, and how much of themselves they show in public."""

from dataclasses import dataclass
from enum import Enum

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, mapped_column

from board.core.found import EVERYONE, Findable, Readers
from board.core.history import Audited
from board.db import Base, session


class OrgRole(Enum):
    """What somebody is in the organisation, besides their work on opgaven."""

    MANAGER = "manager"
    ADMIN = "admin"


class Role(Enum):
    """What somebody is on one opgave: opgavemanager, opdrachtgever, lid, meelezer."""

    LEAD = "lead"
    SPONSOR = "sponsor"
    MEMBER = "member"
    READER = "reader"


class Visibility(Enum):
    """How a person is shown to citizens: their own choice, and nobody asks why (seed 003, blocks 4 and 5)."""

    FULL = "full"
    FIRST_NAME = "first_name"
    ROLE = "role"
    TEAM = "team"


class Person(Audited, Findable, Base):
    """Somebody who works on opgaven, or who watches over the organisation."""

    __tablename__ = "person"
    __found_as__ = "person"
    __not_audited__ = frozenset({"password_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    job_title: Mapped[str] = mapped_column(String(80), default="")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    org_role: Mapped[OrgRole | None]
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.TEAM)
    portrait: Mapped[str | None] = mapped_column(String(40))

    @property
    def words(self) -> tuple[str, str]:
        return self.name, self.job_title

    @property
    def readers(self) -> Readers:
        return EVERYONE

    @property
    def first_name(self) -> str:
        return first_name(self.name)

    @property
    def initials(self) -> str:
        return initials(self.name)


def first_name(name: str) -> str:
    """The first word of a name: what colleagues call each other."""
    return name.split(maxsplit=1)[0] if name.split() else ""


def initials(name: str) -> str:
    """One letter for the circle that stands in for a photo."""
    return name.strip()[:1].upper()


@dataclass(frozen=True)
class Face:
    """What a citizen may know of the person behind a result; made by `face` only."""

    kind: Visibility
    name: str
    line: str
    portrait: str | None = None

    @property
    def initials(self) -> str:
        return initials(self.name)


def face(name: str | None, job_title: str, portrait: str | None, visibility: Visibility | None, team: str) -> Face:
    """The one place where a person's name becomes public, by that person's present choice.

    `team` is the name of the team, as “Team Schulden”. A first name is shown with the team and never with the
    job, which would give the person away (PRODUCT.md, rule 6). Without a person the team stands there.
    """
    if name and visibility is Visibility.FULL:
        return Face(visibility, name, job_title or team, portrait)
    if name and visibility is Visibility.FIRST_NAME:
        return Face(visibility, first_name(name), team)
    if job_title and visibility is Visibility.ROLE:
        return Face(visibility, job_title[:1].upper() + job_title[1:], team)
    return Face(Visibility.TEAM, team, "")


def by_email(email: str) -> Person | None:
    """The person with this address, however they typed it."""
    return session.scalar(select(Person).where(Person.email == email.strip().lower()))
