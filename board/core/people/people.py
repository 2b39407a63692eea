"""People, their roles, and how much of themselves they show in public."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from sqlalchemy import ForeignKey, SQLColumnExpression, String, func, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.people.name_parts import split
from board.core.people.names import LONGEST_NAME, Name
from board.core.record.audit import Audit, Erasure
from board.core.record.history import Audited
from board.core.record.personal_data import NO_REASON, PersonalData, PersonalDatum, StatedReason, personal_data
from board.core.record.photos import Photo
from board.core.record.publishable import Publishable
from board.core.record.searchable import EVERYONE, Findable, Readers
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


# Who does the work of an opgave: not who sponsors it, and not who reads along.
WORKS = (Role.LEAD, Role.MEMBER)


class Visibility(Enum):
    """How a person is shown to citizens: their own choice, and nobody asks why (source 003, blocks 4 and 5)."""

    FULL = "full"
    FIRST_NAME = "first_name"
    ROLE = "role"
    TEAM = "team"


class Person(Audited, Findable, Publishable, Base):
    """Somebody who works on opgaven, or who watches over the organisation."""

    __tablename__ = "person"
    __audit__ = Audit(public=True, searchable=True, erased=Erasure.EMPTIED, exported=False)
    __found_as__ = "person"
    __not_audited__ = frozenset({"password_hash"})
    __checked_fields__ = frozenset({"own_words", "job_title", "visibility"})

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    first_name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    last_name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    # Both came out of one text, and nobody said yet that they are right: until then inwoners see no part of it.
    name_in_doubt: Mapped[bool] = mapped_column(default=False)
    job_title: Mapped[str] = mapped_column(String(80), default="")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    org_role: Mapped[OrgRole | None]
    visibility: Mapped[Visibility] = mapped_column(default=Visibility.TEAM)
    # A drawing, where there is no photo: the people of the demo have one.
    portrait: Mapped[str | None] = mapped_column(String(40))
    # One sentence of their own beside their name; a choice too.
    own_words: Mapped[str] = mapped_column(String(140), default="")
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id", ondelete="SET NULL"))
    # The last day on which citizens see the photo.
    photo_until: Mapped[date | None]
    # Their name and address were taken out for good; what they did stays, without them.
    erased_at: Mapped[datetime | None]
    photo: Mapped[Photo | None] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        return ("", "") if self.erased_at is not None else (self.name, self.job_title)

    @property
    def readers(self) -> Readers:
        return EVERYONE

    @property
    def public_texts(self) -> tuple[str, ...]:
        return read_of(self.visibility, self.own_words, self.job_title)

    def personal_data_in(self, texts: Iterable[str]) -> Sequence[PersonalDatum]:
        """Their own name is theirs to show; who else is named here did not choose it."""
        own = set(_words_in(self.name or ""))
        return [datum for datum in personal_data(texts) if not own.issuperset(_words_in(datum.words))]

    @hybrid_property
    def name(self) -> str:
        """First and last name in one, as colleagues read it."""
        return self.full_name.whole

    @name.inplace.setter
    def _split_name(self, text: str) -> None:
        """Of who is known by one text only; what is not sure is in doubt."""
        self.full_name = split(text)

    @name.inplace.expression
    @classmethod
    def _name_in_a_query(cls) -> SQLColumnExpression[str]:
        return func.trim(cls.first_name + " " + cls.last_name)

    @property
    def full_name(self) -> Name:
        """Their name in its parts."""
        return Name(self.first_name or "", self.last_name or "", bool(self.name_in_doubt))

    @full_name.setter
    def full_name(self, name: Name) -> None:
        self.first_name, self.last_name, self.name_in_doubt = name.first, name.last, name.in_doubt

    def introduce(
        self, name: Name, job_title: str, because: StatedReason = NO_REASON, by: "Person | None" = None
    ) -> None:
        """What they are called and what they do. Raises PersonalData when citizens would read some of others."""
        before, self.full_name = self.full_name, name
        try:
            self.require_reason(read_of(self.visibility, self.own_words, job_title), because, by)
        except PersonalData:
            self.full_name = before
            raise
        self.job_title = job_title

    def photo_on(self, day: date) -> str | None:
        """The key of the photo, as long as it may be shown."""
        return self.photo.key if self.photo and self.photo_until and self.photo_until >= day else None

    @property
    def short_name(self) -> str:
        """What colleagues call them."""
        return self.full_name.short

    @property
    def initials(self) -> str:
        return self.full_name.initials


def read_of(visibility: Visibility | None, own_words: str, job_title: str) -> tuple[str, ...]:
    """What citizens come to read of somebody besides the name, at most: beside a result it may be less."""
    if visibility in {None, Visibility.TEAM}:  # None: a new person, who did not choose yet
        return ()
    return (own_words,) if visibility is Visibility.FIRST_NAME else (own_words, job_title)


def _words_in(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@dataclass(frozen=True)
class Known:
    """What we know of a person and what they chose, before `face` decides what of it citizens see."""

    name: Name
    job_title: str = ""
    visibility: Visibility = Visibility.TEAM
    portrait: str | None = None
    # The key of a photo that may be shown today.
    photo: str | None = None
    own_words: str = ""


@dataclass(frozen=True)
class Face:
    """What a citizen may know of the person behind a result; made by `face` only."""

    kind: Visibility
    name: str
    line: str
    portrait: str | None = None
    photo: str | None = None
    own_words: str = ""
    # How a newspaper would name them a second time; no more than `name` says already.
    short_name: str = ""
    initials: str = ""
    # Where they stand in a list; made of what is shown only.
    sort_key: tuple[str, ...] = ()


# From showing most to showing least.
MOST_FIRST = (Visibility.FULL, Visibility.FIRST_NAME, Visibility.ROLE, Visibility.TEAM)


def at_most(choice: Visibility, limit: Visibility | None) -> Visibility:
    """The choice, or the limit when that shows less."""
    return choice if limit is None else max(choice, limit, key=MOST_FIRST.index)


def face(person: Known | None, team: str, limit: Visibility | None = None) -> Face:
    """The one place where a person's name becomes public, by that person's present choice.

    `team` is the name of the team, as “Team Schulden”. A first name is shown with the team and never with the
    job, which would give the person away (PRODUCT.md, rule 6). Without a person the team stands there.
    `limit` is what they chose to show at most in this one place.
    """
    whole = person.name.whole if person else ""
    if person is None or not (whole or person.job_title):
        return _shown(Visibility.TEAM, Name(team), "")
    kind, said = at_most(person.visibility, limit), person.own_words
    if whole and kind is Visibility.FULL:
        full = _shown(kind, person.name, person.job_title or team, said)
        return replace(full, portrait=person.portrait, photo=person.photo)
    if kind is Visibility.FIRST_NAME and (first := person.name.public):
        return _shown(kind, Name(first), team, said)
    if person.job_title and kind is Visibility.ROLE:
        return _shown(kind, Name(person.job_title[:1].upper() + person.job_title[1:]), team, said)
    return _shown(Visibility.TEAM, Name(team), "")


def _shown(kind: Visibility, name: Name, line: str, own_words: str = "") -> Face:
    """A face with this name, and nothing that was made of more than this."""
    short = name.public if kind is Visibility.FULL else ""
    return Face(kind, name.whole, line, None, None, own_words, short or name.whole, name.initials, name.sort_key)


def by_email(email: str) -> Person | None:
    """The person with this address, however they typed it."""
    theirs = (Person.email == email.strip().lower(), Person.erased_at.is_(None))
    return session.scalar(select(Person).where(*theirs))
