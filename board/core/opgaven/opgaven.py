"""Opgaven, their teams, and the groups of inwoners they work for."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, Integer, Text, UniqueConstraint, event, select, update
from sqlalchemy.orm import Mapped, Session, attributes, joinedload, mapped_column, relationship

from board.core.opgaven.removed_opgaven import RemovedOpgave
from board.core.people.people import Person, Role
from board.core.people.roles import WORRIERS
from board.core.record.audit import Audit
from board.core.record.history import Audited, Change
from board.core.record.personal_data import NO_REASON, StatedReason
from board.core.record.publishable import Publishable
from board.db import Base, ledger_of, session


class Audience(Enum):
    """Who may see the results of an opgave."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Opgave(Audited, Publishable, Base):
    """A public task: the goal is clear, the way is not, and many parties are needed."""

    __tablename__ = "opgave"
    __audit__ = Audit(public=True, undone_by=WORRIERS)
    # A number is never given twice: browsers keep pages under it, also of an opgave that was removed.
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012  SQLAlchemy reads it once
    __checked_fields__ = frozenset(
        {"title", "short_name", "summary", "contact_title", "contact_text", "contact_place", "visibility"}
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    short_name: Mapped[str]
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(Text, default="")
    visibility: Mapped[Audience] = mapped_column(default=Audience.INTERNAL)
    # The day of the first signed worry; until then the opgave is only being prepared.
    active_since: Mapped[date | None]
    contact_title: Mapped[str] = mapped_column(default="")
    contact_text: Mapped[str] = mapped_column(Text, default="")
    contact_place: Mapped[str] = mapped_column(default="")
    # Counts every change on the board; the cheap way to know that a screen is still right.
    version: Mapped[int] = mapped_column(Integer, default=1)

    @property
    def team_name(self) -> str:
        return f"Team {self.short_name}"

    @property
    def is_public(self) -> bool:
        """Whether citizens may read its results: meant to be public, and no longer in preparation."""
        return self.visibility is Audience.PUBLIC and self.active_since is not None

    @property
    def public_texts(self) -> tuple[str, ...]:
        """Judged when it is meant for everyone: signing its first worry then only opens the door."""
        is_meant = self.visibility is Audience.PUBLIC
        return tuple(getattr(self, name) for name in WORDS) if is_meant else ()

    def set_up(
        self,
        words: Mapping[str, str],
        visibility: Audience,
        because: StatedReason = NO_REASON,
        by: Person | None = None,
    ) -> None:
        """What it is called, who reads its results, and where an inwoner can turn to. Raises PersonalData."""
        if visibility is Audience.PUBLIC:
            self.require_reason(words.values(), because, by)
        for name in WORDS:
            setattr(self, name, words[name])
        if visibility is Audience.PUBLIC and not self.was_public():
            self._take_an_address()
        self.visibility = visibility

    def was_public(self) -> bool:
        """Whether inwoners may know its address already; then it stays, whatever it is called later."""
        told = select(Change.fields["visibility"]).where(Change.kind == "opgave", Change.thing_id == self.id)
        return self.id is not None and any(Audience.PUBLIC.value in pair for pair in session.scalars(told) if pair)

    def _take_an_address(self) -> None:
        """An address made of the words of now: those of before were not judged for inwoners."""
        fitting = re.compile(re.escape(slug_of(self.short_name)) + r"(-\d+)?")
        if not fitting.fullmatch(self.slug):
            self.slug = free_slug(self.short_name)


def hold(*opgaven: int, by: Session | None = None) -> None:
    """Hold these opgaven until the end of the transaction: who computes or changes something on one takes their turn.

    Always in the order of their numbers, and before any thing on them, so that two can wait for each other but never
    each for the other. It is done by counting the change ahead (see `versions`), so it costs no question of its own.
    """
    by = by or session()
    ledger = ledger_of(by)
    for number in sorted(set(opgaven) - ledger.held):
        count_change(number, by)
        ledger.held.add(number)
        ledger.counted_ahead.add(number)


def count_change(number: int, by: Session) -> None:
    """One change more on the board of this opgave."""
    grown = update(Opgave).where(Opgave.id == number).values(version=Opgave.version + 1)
    version = by.connection().scalar(grown.returning(Opgave.version))
    loaded = by.identity_map.get(by.identity_key(Opgave, number))
    if loaded is not None and version is not None:
        attributes.set_committed_value(loaded, "version", version)


@event.listens_for(Session, "after_commit")
@event.listens_for(Session, "after_rollback")
def let_go(session: Session) -> None:
    """The transaction is over, and with it every turn."""
    ledger = ledger_of(session)
    ledger.held, ledger.counted_ahead = set(), set()


class Membership(Audited, Base):
    """One person's role on one opgave."""

    __tablename__ = "membership"
    __audit__ = Audit(public=True)
    __table_args__ = (UniqueConstraint("opgave_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role]
    opgave: Mapped[Opgave] = relationship()
    person: Mapped[Person] = relationship()


class CitizenGroup(Audited, Base):
    """Inwoners for whom an opgave works, in everyday words: huurders, ouders die alleen zorgen."""

    __tablename__ = "citizen_group"
    __audit__ = Audit()
    __table_args__ = (UniqueConstraint("opgave_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    name: Mapped[str]
    opgave: Mapped[Opgave] = relationship()


# What an inwoner may come to read of an opgave itself.
WORDS = ("title", "short_name", "summary", "contact_title", "contact_text", "contact_place")

# Addresses beside the opgaven themselves: /bord/opgaven/nieuw.
RESERVED = {"nieuw"}


def slug_of(text: str) -> str:
    """A readable address: “Veilig naar school” becomes veilig-naar-school."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:60] or "opgave"


def free_slug(text: str) -> str:
    """The slug of `text`, numbered when another opgave has it already."""
    wanted = slug_of(text)
    taken = RESERVED.copy()
    for column in (Opgave.slug, RemovedOpgave.slug):  # where one was that is gone, inwoners read that it is gone
        taken |= set(session.scalars(select(column).where(column.startswith(wanted, autoescape=True))))
    return next(slug for n in range(1, len(taken) + 2) if (slug := f"{wanted}-{n}" if n > 1 else wanted) not in taken)


def list_opgaven() -> Sequence[Opgave]:
    """All there are, by title."""
    return session.scalars(select(Opgave).order_by(Opgave.title, Opgave.id)).all()


def team(opgave: Opgave) -> Sequence[Membership]:
    """Everybody on this opgave with their role, who leads first."""
    found = session.scalars(
        select(Membership).where(Membership.opgave_id == opgave.id).options(joinedload(Membership.person))
    )
    return by_role(found)


def by_role(memberships: Iterable[Membership]) -> list[Membership]:
    """A team as it is listed: who leads, who stands behind it, who works on it, who reads along; each by name."""
    order = [Role.LEAD, Role.SPONSOR, Role.MEMBER, Role.READER]
    return sorted(memberships, key=lambda one: (order.index(one.role), one.person.full_name.sort_key, one.person_id))


def groups(opgave: Opgave) -> Sequence[CitizenGroup]:
    """The groups of inwoners this opgave works for, by name."""
    return session.scalars(
        select(CitizenGroup).where(CitizenGroup.opgave_id == opgave.id).order_by(CitizenGroup.name)
    ).all()


def group_named(opgave: Opgave, name: str) -> CitizenGroup | None:
    """The group with this name, made when it is new; no name, no group."""
    name = " ".join(name.split())
    if not name:
        return None
    hold(opgave.id)  # two who name the same new group make one
    found = next((group for group in groups(opgave) if group.name.casefold() == name.casefold()), None)
    if found is None:
        found = CitizenGroup(opgave=opgave, name=name)
        session.add(found)
    return found
