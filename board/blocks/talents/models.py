"""Talents: what people can and like to do, what they want to learn, what the work asks, and lessons put to use."""

from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.core.opgaven.cards import Card
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.people.roles import TEAM
from board.core.record.audit import Audit, Erasure
from board.core.record.searchable import EVERYONE, Findable, Readers
from board.db import Base

LONGEST_TALENT = 120


class TalentKind(Enum):
    """Something a person can and likes to do, or something they want to learn."""

    CAN = "can"
    WANTS = "wants"


class Answered(Exception):
    """There is an answer to this offer already."""


class NotForTheTeam(Exception):
    """A colleague was asked: only they themself say yes or no. The team answers who stepped forward."""


class NotAsked(Exception):
    """Nobody asked them, they stepped forward: the team says yes or not now, and sweeps no offer away."""


class Talent(Noted, Findable, Base):
    """What somebody says of themself, in free words: “ik schrijf brieven die iedereen snapt”. Never scored."""

    __tablename__ = "talent"
    __audit__ = Audit(own="person_id", searchable=True, erased=Erasure.GOES, exported=False)
    __found_as__ = "talent"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[TalentKind] = mapped_column(default=TalentKind.CAN)
    text: Mapped[str] = mapped_column(String(LONGEST_TALENT))
    person: Mapped[Person] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        return (self.text if self.removed_at is None else ""), ""

    @property
    def readers(self) -> Readers:
        return EVERYONE

    def say(self, text: str, kind: TalentKind) -> None:
        """Say it better."""
        self.text, self.kind = text, kind


class TalentRequest(Noted, Base):
    """Something the team needs somebody for, in free words: “filmpje maken”."""

    __tablename__ = "talent_request"
    __audit__ = Audit(undone_by=TEAM, told_on_card=True)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    words: Mapped[str] = mapped_column(String(LONGEST_TALENT))
    # How much it asks: “het kost een kwartier”.
    more: Mapped[str] = mapped_column(String(280), default="")
    asked_on: Mapped[date]
    found_on: Mapped[date | None]
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()

    @property
    def is_open(self) -> bool:
        """Still looking for somebody; a card that is done or stopped looks for nobody any more."""
        return self.found_on is None and self.removed_at is None and not self.is_over

    @property
    def is_over(self) -> bool:
        """The card that asked it is done or stopped."""
        return self.card is not None and not self.card.is_open

    def found(self, on: date) -> None:
        """Somebody can and wants to do it; who joins later does not change since when."""
        self.found_on = self.found_on or on

    def look_on(self) -> None:
        """It did not work out after all: looking for somebody again."""
        self.found_on = None

    def ask(self, person: Person, by: Person) -> "TalentOffer":
        """A colleague asks this person."""
        return TalentOffer(opgave_id=self.opgave_id, request=self, person=person, asked_by=by)

    def step_forward(self, person: Person, text: str = "") -> "TalentOffer":
        """“Dat kan ik”: this person offers themself. The team says yes."""
        return TalentOffer(opgave_id=self.opgave_id, request=self, person=person, text=text)


class TalentOffer(Noted, Base):
    """Somebody and a talent that is asked: they offered themself, or a colleague asked them."""

    __tablename__ = "talent_offer"
    __audit__ = Audit(undone_by=TEAM)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("talent_request.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Empty when the person offered themself; then the team says yes.
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(280), default="")
    # None until somebody says yes (True) or not now (False).
    agreed: Mapped[bool | None]
    agreed_on: Mapped[date | None]
    request: Mapped[TalentRequest] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id)
    asked_by: Mapped[Person | None] = relationship(foreign_keys=asked_by_id)

    @property
    def by_themself(self) -> bool:
        """Nobody asked: this person stepped forward, so the team says yes."""
        return self.asked_by is None

    def welcome(self, on: date, on_team: bool) -> None:
        """The team says yes to who stepped forward. Raises NotForTheTeam or Answered.

        Of one request more than one person may be welcome: the second does it together with the first.
        """
        self._waits_for_the_team()
        self.agree(on, on_team)

    def decline(self, on: date) -> None:
        """The team says not now to who stepped forward. Raises NotForTheTeam or Answered."""
        self._waits_for_the_team()
        self.not_now(on)

    def _waits_for_the_team(self) -> None:
        if not self.by_themself:
            raise NotForTheTeam
        if self.agreed is not None:
            raise Answered

    def unask(self) -> None:
        """The team asks this colleague no more. Raises NotAsked or Answered."""
        if self.by_themself:
            raise NotAsked
        if self.agreed is not None:
            raise Answered

        self.remove()

    def agree(self, on: date, on_team: bool) -> None:
        """Yes: the talent is found. Who is on the team helps with the card; a yes gives nobody rights.


        `on_team`: whether the person has a role on this opgave. A card stays closed to who has none.
        """
        self.agreed, self.agreed_on = True, on
        self.request.found(on)
        card = self.request.card
        if on_team and card is not None and self.person not in (card.owner, *card.helpers):
            card.edit(helpers=[*card.helpers, self.person])

    def not_now(self, on: date) -> None:
        """Not now; nobody asks why."""
        self.agreed, self.agreed_on = False, on


class LessonUse(Noted, Base):
    """“Heb ik gebruikt”: another team did something with a lesson, perhaps on one of its cards."""

    __tablename__ = "lesson_use"
    __audit__ = Audit(undone_by=TEAM, told_on_card=True)

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id", ondelete="CASCADE"), index=True)
    # The opgave where it was used.
    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"))
    used_on: Mapped[date]
    lesson: Mapped[Lesson] = relationship()
    opgave: Mapped[Opgave] = relationship()
    card: Mapped[Card | None] = relationship()
