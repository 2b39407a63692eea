"""Needs of inwoners, as they say them, and signals: what reaches us from outside."""

from datetime import date
from enum import Enum

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from board.blocks.citizen.rules import last_day_of_claim
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.noted import Noted
from board.core.opgaven.opgaven import CitizenGroup, Opgave
from board.core.opgaven.order import at_the_start
from board.core.people.people import Person
from board.core.people.roles import WORRIERS
from board.core.record.audit import Audit
from board.core.record.searchable import Findable, Readers
from board.core.record.weeks import Week
from board.db import Base, limits, session
from board.invisible import single_line

# Where needs, stories and signals are heard; the words on the screen stand in forms.
PLACES = ("balie", "telefoon", "brief", "keukentafel", "wijk")
LONGEST_ACTION = 200


class Need(Noted, Findable, Base):
    """What an inwoner needs, in their own words: where it was heard, and when. Never who said it."""

    __tablename__ = "need"
    __audit__ = Audit(undone_by=WORRIERS, searchable=True)
    __found_as__ = "need"
    __table_args__ = (Index("ix_need_heard", "opgave_id", "heard_on"),)

    opgave_id: Mapped[int] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("citizen_group.id", ondelete="SET NULL"))
    text: Mapped[str] = mapped_column(String(500))
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    opgave: Mapped[Opgave] = relationship()
    group: Mapped[CitizenGroup | None] = relationship()

    @property
    def words(self) -> tuple[str, str]:
        return (self.text if self.removed_at is None else ""), ""


class SignalKind(Enum):
    """What reached us: vraag, verhaal, kans, initiatief."""

    QUESTION = "question"
    STORY = "story"
    CHANCE = "chance"
    INITIATIVE = "initiative"


class SignalState(Enum):
    """Where a signal stands: nobody's, taken up, a card, told back, or not now."""

    ORPHAN = "orphan"
    CLAIMED = "claimed"
    CARDED = "carded"
    ANSWERED = "answered"
    NOT_NOW = "not_now"


class Signal(Noted, Findable, Base):
    """A question, story, chance or initiative from outside (source 000). Never who it came from."""

    __tablename__ = "signal"
    __audit__ = Audit(searchable=True, told_on_card=True)
    __found_as__ = "signal"
    __table_args__ = (Index("ix_signal_state", "state", "noted_at"), Index("ix_signal_claim", "claimed_by_id", "state"))

    opgave_id: Mapped[int | None] = mapped_column(ForeignKey("opgave.id", ondelete="CASCADE"), index=True)
    kind: Mapped[SignalKind] = mapped_column(default=SignalKind.QUESTION)
    text: Mapped[str] = mapped_column(String(500))
    # “Wat zit erachter?”: what somebody saw who looked a step further than the question.
    behind: Mapped[str] = mapped_column(Text, default="")
    heard_where: Mapped[str] = mapped_column(String(40), default="")
    heard_on: Mapped[date]
    # What we think of doing, and when it must be done. Both may stay empty.
    plan: Mapped[str] = mapped_column(Text, default="")
    wanted_by: Mapped[date | None]
    caught_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    state: Mapped[SignalState] = mapped_column(default=SignalState.ORPHAN)
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    claimed_on: Mapped[date | None]
    # The last day of the claim; after it the signal is nobody's again.
    claimed_until: Mapped[date | None]
    card_id: Mapped[int | None] = mapped_column(ForeignKey("card.id", ondelete="SET NULL"), index=True)
    told: Mapped[str] = mapped_column(Text, default="")
    told_on: Mapped[date | None]
    not_now_because: Mapped[str] = mapped_column(String(280), default="")
    opgave: Mapped[Opgave | None] = relationship()
    card: Mapped[Card | None] = relationship()
    claimed_by: Mapped[Person | None] = relationship(foreign_keys=claimed_by_id)
    caught_by: Mapped[Person | None] = relationship(foreign_keys=caught_by_id)

    @property
    def words(self) -> tuple[str, str]:
        more = f"{self.behind}\n{self.plan}\n{self.told}"
        return (self.text if self.removed_at is None else ""), more

    @property
    def readers(self) -> Readers:
        # A claim that lapsed says so nowhere, so such a signal is found by everyone a little late.
        nobodys = self.opgave_id is None or self.state is SignalState.ORPHAN
        people = frozenset(number for number in (self.caught_by_id, self.claimed_by_id) if number is not None)
        return Readers(nobodys, people)

    def has_lapsed(self, day: date) -> bool:
        """Taken up, but no card came of it in time: nobody's again. Nothing is written for that."""
        ended = self.claimed_until is not None and self.claimed_until < day
        return self.state is SignalState.CLAIMED and ended

    def state_on(self, day: date) -> SignalState:
        """Where it stands on that day; `queries.stands` says the same in SQL."""
        return SignalState.ORPHAN if self.has_lapsed(day) else self.state

    def is_claimed_by(self, person: Person, day: date) -> bool:
        """Whether this person has it in hand."""
        return self.claimed_by_id == person.id and self.state_on(day) in {SignalState.CLAIMED, SignalState.CARDED}

    def claim(self, by: Person, on: date) -> None:
        """“Ik pak het op.” Raises Taken when it is not nobody's."""
        if self.state_on(on) is not SignalState.ORPHAN:
            raise Taken
        self._give_to(by, on)

    def hand_over(self, to: Person, on: date) -> None:
        """A colleague goes on with it, with the whole time again. Raises NotTaken when nobody has it in hand."""
        if self.state_on(on) is not SignalState.CLAIMED:
            raise NotTaken
        self._give_to(to, on)

    def _give_to(self, person: Person, on: date) -> None:
        self.state, self.claimed_by, self.claimed_on = SignalState.CLAIMED, person, on
        self.claimed_until = last_day_of_claim(on, limits().claim_workdays)

    def make_card(self, opgave: Opgave, by: Person, on: date, action: str = "") -> Card:
        """A card for this week on the board of `opgave`; the signal goes along. Raises IsCard or IsClosed.

        `action`: what we do; without it that is the plan.
        """
        self._must_be_open()
        if self.state is SignalState.CARDED:
            raise IsCard
        whole = action or self.plan or self.text
        card = Card(
            opgave=opgave,
            block="citizen",
            action=_one_line(whole),
            # What does not fit in an action is read below it.
            description=whole if len(single_line(whole)) > LONGEST_ACTION else "",
            state=CardState.PLANNED,
            week=Week.of(on).code,
            owner=by,
            position=at_the_start(opgave.id),
        )
        session.add(card)
        session.flush()
        if self.claimed_by is None or self.has_lapsed(on):
            self._give_to(by, on)
        self.opgave, self.card, self.state = opgave, card, SignalState.CARDED
        return card

    @property
    def is_open(self) -> bool:
        """The inwoner did not hear of us yet, and nobody said “nu niet”."""
        return self.state not in {SignalState.ANSWERED, SignalState.NOT_NOW}

    def answer(self, told: str, on: date) -> None:
        """“Teruggekoppeld”: what the inwoner was told, and when. Raises IsClosed: nobody's words are replaced."""
        self._must_be_open()
        self.told, self.told_on, self.state = told, on, SignalState.ANSWERED

    def answer_better(self, told: str, on: date) -> None:
        """Set right what stands there, by who read it. Raises IsClosed when nothing was told back."""
        if self.state is not SignalState.ANSWERED:
            raise IsClosed
        self.told, self.told_on = told, on

    def not_now(self, because: str) -> None:
        """We do not take this up now, and we say why. Raises IsClosed, and IsCard: then somebody did take it up."""
        self._must_be_open()
        if self.state is SignalState.CARDED:
            raise IsCard
        self.not_now_because, self.state = because, SignalState.NOT_NOW

    def _must_be_open(self) -> None:
        if not self.is_open:
            raise IsClosed

    def open_again(self) -> None:
        """Back to where it can be taken up; with an open card it goes back to that card."""
        self.told, self.told_on, self.not_now_because = "", None, ""
        if self.card is not None and self.card.is_open and self.state is not SignalState.CARDED:
            self.state = SignalState.CARDED
            return
        self.state, self.card = SignalState.ORPHAN, None
        self.claimed_by = self.claimed_on = self.claimed_until = None


def _one_line(text: str) -> str:
    """The text as the action of a card: on one line, and cut behind a word where it is too long."""
    line = single_line(text)
    if len(line) <= LONGEST_ACTION:
        return line
    cut = line[:LONGEST_ACTION]
    return (cut.rpartition(" ")[0] or cut[:-1]) + "…"


class Taken(Exception):
    """A colleague took the signal up already."""


class NotTaken(Exception):
    """First somebody takes the signal up; then it can be handed over."""


class IsCard(Exception):
    """There is a card of this signal already."""


class IsClosed(Exception):
    """It was told back, or somebody said “nu niet”. To go on from there, it is opened again first."""
