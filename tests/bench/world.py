"""A database with boards of known sizes, that grows in steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Engine, delete, func, select, update

from board import db, seed
from board.blocks.weekly import WeekFact
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.core.reports.board_rows import Filters, board_rows
from board.db import schema, session
from board.seed.cards import needed_for

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Size:
    """The boards to look at, and how far the database grows around them."""

    boards: tuple[int, int, int]
    opgaven: int
    cards: int
    many_opgaven: int
    many_cards: int
    older: int
    # A manager looks along with so many opgaven, that share all those many cards.
    reviewed: int


FULL = Size(
    (20, 200, 1000), opgaven=100, cards=10_000, many_opgaven=900, many_cards=200_000, older=11_000, reviewed=200
)
QUICK = Size((5, 100, 120), opgaven=8, cards=500, many_opgaven=4, many_cards=700, older=40, reviewed=6)


class World:
    """One database, filled in steps: first the boards to look at, then all that stands around them."""

    def __init__(self, url: str, size: Size) -> None:
        self.url, self.size = url, size
        self.engine: Engine = db.make_engine(url)
        schema.upgrade(self.engine)
        small, middle, large = size.boards
        # The second board of the middle size is there to be worked on, so that the first stays as it is.
        self.small, self.middle, self.worked_on, self.large = self._load(
            [needed_for(board) for board in (small, middle, middle, large)], 1
        )

    def _load(self, cards: list[int], random_seed: int, weeks: int = 8, since: int = 0) -> list[str]:
        with db.transaction(self.engine):
            return seed.load(cards, random_seed, weeks, since)

    def fill(self) -> None:
        """An organisation with some years behind it; so many weeks that this one has some 200 results."""
        opgaven = self.size.opgaven - 4
        self._load(seed.spread(self.size.cards - self.cards, opgaven), 2, weeks=22)

    def fill_more(self) -> None:
        """Many more opgaven, whose results are all older than what citizens and boards show now."""
        self._load(seed.spread(self.size.many_cards - self.cards, self.size.many_opgaven), 3, weeks=500, since=9)

    def fill_for_review(self) -> None:
        """As many opgaven as one manager can look along with, and some years of cards on them."""
        opgaven = self.size.reviewed - 4
        self._load(seed.spread(self.size.many_cards - self.cards, opgaven), 5, weeks=156)

    def forget_weeks(self, number: int) -> None:
        """As if nobody kept how the last so many weeks ended."""
        with db.transaction(self.engine) as current:
            current.execute(delete(WeekFact).where(WeekFact.week >= Week.now().plus(-number).code))

    def grow_old(self) -> int:
        """Give the board of the middle size the results of years before. Returns how many."""
        years = self._load([self.size.older], 4, weeks=300, since=9)[0]
        with db.transaction(self.engine) as current:
            old, here = _opgave(years).id, _opgave(self.middle).id
            done = (Card.opgave_id == old, Card.state == CardState.DONE)
            at_once = {"execution_options": {"without_history": True, "synchronize_session": False}}
            current.execute(update(Result).where(Result.opgave_id == old).values(opgave_id=here), **at_once)
            behind = {"opgave_id": here, "position": Card.position + self.size.many_cards}
            moved = current.execute(update(Card).where(*done).values(behind).returning(Card.id), **at_once)
            return len(moved.all())

    @property
    def cards(self) -> int:
        """How many cards there are in the whole database."""
        return self._one(lambda: session.scalar(select(func.count()).select_from(Card)) or 0)

    @property
    def opgaven(self) -> int:
        """How many opgaven there are in the whole database."""
        return self._one(lambda: session.scalar(select(func.count()).select_from(Opgave)) or 0)

    @property
    def results_this_week(self) -> int:
        """How many results citizens can read of this week."""
        public = (Result.week == Week.now().code, Result.published_at.is_not(None))
        return self._one(lambda: session.scalar(select(func.count()).select_from(Result).where(*public)) or 0)

    @property
    def results(self) -> int:
        """How many results citizens can read in all."""
        public = (Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
        return self._one(lambda: session.scalar(select(func.count()).select_from(Result).where(*public)) or 0)

    def on_the_board(self, slug: str) -> int:
        return self._one(lambda: len(board_rows(_opgave(slug), Filters(), Week.now())))

    def version(self, slug: str) -> str:
        """What a screen that is up to date says it shows."""
        return self._one(lambda: str(_opgave(slug).version))

    def a_card(self, slug: str, state: CardState, block: str | None = None) -> int:
        """The number of the first card in this state, in this block."""
        query = select(Card.id).join(Opgave, Opgave.id == Card.opgave_id).where(Opgave.slug == slug)
        query = query.where(Card.state == state, *([Card.block == block] if block else []))
        return self._one(lambda: session.scalars(query.order_by(Card.position).limit(1)).one())

    def a_colleague(self, slug: str) -> str:
        """The address of who has most cards on this board."""
        query = select(Person.email).join(Card, Card.owner_id == Person.id).join(Opgave, Opgave.id == Card.opgave_id)
        most = func.count().desc()
        return self._one(
            lambda: (
                session.scalars(query.where(Opgave.slug == slug).group_by(Person.email).order_by(most)).first()
                or seed.MEASURER
            )
        )

    def _one(self, question: Callable[[], Answer]) -> Answer:
        with db.opened(self.engine):
            return question()


def _opgave(slug: str) -> Opgave:
    return session.scalars(select(Opgave).where(Opgave.slug == slug)).one()
