"""Cards: one small concrete action each, with what a citizen will notice."""

from datetime import date, datetime, timedelta
from enum import Enum

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from board.core.opgaven.labels import Label, card_label
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.opgaven import CitizenGroup, Opgave, hold
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.people.roles import TEAM
from board.core.record.audit import Audit
from board.core.record.history import Audited
from board.core.record.searchable import Findable
from board.core.record.weeks import Week, now, today
from board.db import Base, session

SMALL = timedelta(weeks=2)


class CardState(Enum):
    """Where a card stands; a stopped card leaves the board."""

    IDEA = "idee"
    PLANNED = "gepland"
    DOING = "bezig"
    DONE = "gedaan"
    STOPPED = "gestopt"


OPEN = (CardState.IDEA, CardState.PLANNED, CardState.DOING)
ON_THE_BOARD = (*OPEN, CardState.DONE)
CLOSED = (CardState.DONE, CardState.STOPPED)


class ResultMissing(Exception):
    """Geen merkbaar resultaat, dan niet gedaan (PRODUCT.md, rule 2)."""


class StillPublic(Exception):
    """What citizens can read must be withdrawn before the card is opened again."""


class StaleCard(Exception):
    """The card stands somewhere else than the mover thought."""


card_helper = Table(
    "card_helper",
    Base.metadata,
    Column("card_id", ForeignKey("card.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Card(Audited, Findable, Base):
    """A small action of a team, in one building block of one opgave."""

    __tablename__ = "card"
    __audit__ = Audit(public=frozenset({"owner_id"}), undone_by=TEAM, searchable=True, told_on_card=True)
    __found_as__ = "card"
    __lists_with_words__ = ("labels",)
    __table_args__ = (
        Index("ix_card_board", "opgave_id", "state", "position"),
        # No two cards of an opgave lie on the same spot; it also finds the neighbours in the line at once.
        Index("ix_card_line", "opgave_id", "position", unique=True),
        Index("ix_card_owner", "owner_id", "state"),
        UniqueConstraint("opgave_id", "source", "source_id"),
        {"sqlite_autoincrement": True},  # the history knows cards by their number, also those that are gone
    )
    __audited_lists__ = ("helpers", "labels")
    __not_audited__ = frozenset({"created_at", "changed_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    block: Mapped[str] = mapped_column(String(20))
    action: Mapped[str] = mapped_column(String(200))
    citizen_result: Mapped[str] = mapped_column(String(280), default="")
    state: Mapped[CardState] = mapped_column(default=CardState.IDEA)
    state_since: Mapped[datetime] = mapped_column(default=now)
    # The ISO week in which it is planned, as 202647.
    week: Mapped[int | None]
    position: Mapped[float] = mapped_column(Float)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("citizen_group.id", ondelete="SET NULL"))
    description: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    changed_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(Integer, default=1)
    # Where an imported card came from, so that the same file twice adds nothing.
    source: Mapped[str | None] = mapped_column(String(20))
    source_id: Mapped[str | None] = mapped_column(String(64))
    # When it was finished where it came from, before anybody told here what an inwoner notices of it.
    finished_at: Mapped[datetime | None]
    result_id: Mapped[int | None] = mapped_column(ForeignKey("result.id", ondelete="SET NULL"), unique=True)
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id", ondelete="SET NULL"), unique=True, index=True)
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    opgave: Mapped[Opgave] = relationship()
    owner: Mapped[Person | None] = relationship()
    group: Mapped[CitizenGroup | None] = relationship()
    split_from: Mapped["Card | None"] = relationship(remote_side="Card.id")
    helpers: Mapped[list[Person]] = relationship(secondary=card_helper, order_by=Person.id)
    labels: Mapped[list[Label]] = relationship(secondary=card_label, order_by=Label.name)
    result: Mapped[Result | None] = relationship()
    lesson: Mapped[Lesson | None] = relationship()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  SQLAlchemy reads it once

    @validates("state")
    def _no_result_not_done(self, _key: str, state: CardState) -> CardState:
        # The last line of defence: also for undo, imports and code that is yet to be written.
        if state is CardState.DONE and self.result is None:
            raise ResultMissing
        if self.result is not None:
            self.result.laid = state is CardState.DONE
        return state

    @property
    def words(self) -> tuple[str, str]:
        return self.action, f"{self.citizen_result}\n{self.description}"

    @property
    def place(self) -> str:
        """Where the card stands on both lenses; a mover says which place they saw."""
        return f"{self.block}.{self.state.value}"

    @property
    def is_open(self) -> bool:
        """Still to be done."""
        return self.state in OPEN

    @property
    def waits_for_result(self) -> bool:
        """Finished elsewhere and not moved since; whoever moves it takes it in hand again."""
        return self.state is CardState.DOING and self.finished_at == self.state_since

    @property
    def is_too_big(self) -> bool:
        """Longer than two weeks in hand, or planned further away than that (PRODUCT.md, rule 3)."""
        return not self.waits_for_result and too_big(self.state, self.state_since, self.week)

    def edit(self, **fields: object) -> None:
        """Change what the card says. Not its state: that has verbs of its own."""
        for name, value in fields.items():
            if name in {"state", "state_since", "position", "opgave_id"}:
                raise ValueError(f"{name} changes by a verb")
            setattr(self, name, value)
        self.changed_at = now()

    def move(self, state: CardState, seen_at: str | None = None) -> None:
        """Move to another state, but not to done: that is `finish`.

        `seen_at` is the place where the mover saw the card. Raises StaleCard when it stands elsewhere meanwhile,
        ResultMissing for done, StillPublic when its result is still public.
        """
        self.check_place(seen_at)
        if state is self.state:
            return
        if state is CardState.DONE:
            raise ResultMissing
        if self.result is not None and self.result.is_public:
            raise StillPublic
        self._enter(state)

    def check_place(self, seen_at: str | None) -> None:
        """Raises StaleCard when the card no longer stands where somebody saw it."""
        if seen_at and seen_at != self.place:
            raise StaleCard

    def stop(self, lesson: str = "", situation: str = "") -> None:
        """Leave the board, findable and with a way back; perhaps with what we learned."""
        self.move(CardState.STOPPED)
        if lesson:
            self.learn(lesson, today(), situation)

    def take(self, owner: Person, state: CardState = CardState.DOING) -> None:
        """Somebody takes the card up."""
        self.edit(owner=owner)
        self.move(state)

    def _enter(self, state: CardState) -> None:
        self.state, self.state_since, self.changed_at = state, now(), now()

    def finish(self, result: Result) -> None:
        """The only way to done: with a sentence that says what a citizen notices, or what we learned.

        Raises ResultMissing when the result says nothing (PRODUCT.md, rule 2).
        """
        if not result.is_complete:
            raise ResultMissing
        self.result = result
        self.learn(result.lesson, result.happened_on)
        if self.state is not CardState.DONE:
            self._enter(CardState.DONE)

    def learn(self, text: str, on: date, situation: str | None = None) -> None:
        """Keep what this card taught us; without words the lesson goes. `situation` None leaves that as it was."""
        text = text.strip()
        if not text:
            if self.lesson is not None:
                self.lesson.remove()
            return
        if self.lesson is None:
            self.lesson = Lesson(opgave=self.opgave, text=text, situation="", learned_on=on)
        self.lesson.put_back()
        self.lesson.text, self.lesson.learned_on = text, on
        self.lesson.situation = self.lesson.situation if situation is None else situation


# In SQL: what somebody works on here, unlike what was finished elsewhere and waits for its result.
IN_HAND = or_(Card.finished_at.is_(None), Card.finished_at != Card.state_since)


def too_big(state: CardState, since: datetime, week: int | None) -> bool:
    """The two-week rule, for a card or a row of the board."""
    if state is CardState.DOING and now() - since > SMALL:
        return True
    open_card = state in OPEN
    return open_card and week is not None and Week.from_code(week).since(Week.now()) > 2


def get_card(opgave: Opgave, number: int, for_update: bool = False) -> Card:
    """The card with this number; a card of another opgave does not exist (NoResultFound).

    `for_update` holds it and its opgave until the end of the transaction, so that two movers take turns.
    """
    if for_update:
        hold(opgave.id)
    query = select(Card).where(Card.opgave_id == opgave.id, Card.id == number)
    if for_update:
        query = query.with_for_update(of=Card).execution_options(populate_existing=True)
    return session.scalars(query).one()
