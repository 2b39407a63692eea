"""The cards of a board as plain rows: what a card shows, and nothing that costs another query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select, union_all

from board.core.cards import ON_THE_BOARD, Card, CardState
from board.core.opgaven import CitizenGroup, Opgave
from board.core.people import Person
from board.core.results import Outcome, Result
from board.core.weeks import Week
from board.db import session

# Results older than this have left for the stack; the board is for now.
DONE_STAYS_WEEKS = 8


class CardRow(NamedTuple):
    """One card as the board shows it. Equal rows look equal, so a drawn card can be kept and used again."""

    id: int
    block: str
    action: str
    citizen_result: str
    state: CardState
    week: int | None
    state_since: datetime
    owner_id: int | None
    owner_name: str | None
    portrait: str | None
    group_name: str | None
    sentence: str | None
    outcome: Outcome | None
    result_week: int | None
    is_public: bool
    was_withdrawn: bool

    @property
    def place(self) -> str:
        """Where the card stands on both lenses, as `Card.place`."""
        return f"{self.block}.{self.state.value}"

    @property
    def shown_week(self) -> int | None:
        """The week it was done, or else is planned in."""
        return self.result_week or self.week


@dataclass(frozen=True)
class Filters:
    """What a reader asked to see; it comes from the address, so that a view can be shared."""

    owner_id: int | None = None
    week: int | None = None
    group: str | None = None
    text: str = ""

    @property
    def any(self) -> bool:
        return self != Filters()


COLUMNS = (
    Card.id.label("number"),
    Card.block,
    Card.action,
    Card.citizen_result,
    Card.state,
    Card.week,
    Card.state_since,
    Card.owner_id,
    Person.name.label("owner_name"),
    Person.portrait,
    CitizenGroup.name.label("group_name"),
    Result.sentence,
    Result.outcome,
    Result.week.label("result_week"),
    (Result.published_at.is_not(None) & Result.withdrawn_at.is_(None)).label("is_public"),
    Result.withdrawn_at.is_not(None).label("was_withdrawn"),
)
IN_HAND = tuple(state for state in ON_THE_BOARD if state is not CardState.DONE)


def _rows() -> Select[Any]:
    rows: Any = (
        select(*COLUMNS)
        .outerjoin(Person, Person.id == Card.owner_id)
        .outerjoin(CitizenGroup, CitizenGroup.id == Card.group_id)
        .outerjoin(Result, Result.id == Card.result_id)
    )
    return rows


def board_rows(opgave: Opgave, filters: Filters, this_week: Week) -> list[CardRow]:
    """The cards on the board of an opgave, in their order, in one query. Stopped cards have left it.

    What is in hand and what was done lately are asked apart, so that years of results cost nothing.
    """
    of_board = _narrow(_rows().add_columns(Card.position).where(Card.opgave_id == opgave.id), filters)
    done = of_board.where(Result.opgave_id == opgave.id, Result.laid.is_(True), Card.state == CardState.DONE)
    if filters.week is None:
        done = done.where(Result.week > this_week.plus(-DONE_STAYS_WEEKS).code)
    both = union_all(of_board.where(Card.state.in_(IN_HAND)), done)
    found = session.execute(both.order_by("position", "number"))
    return [CardRow(*row[:-1]) for row in found]


def card_row(opgave: Opgave, number: int) -> CardRow:
    """One card as its board shows it. Raises NoResultFound."""
    query = _rows().where(Card.opgave_id == opgave.id, Card.id == number)
    return CardRow(*session.execute(query).one())


def my_rows(person: Person, week: Week) -> list[tuple[str, CardRow]]:
    """What one person has in hand, or planned for this week or before: [(slug of the opgave, card)]."""
    query = (
        _rows()
        .add_columns(Opgave.slug)
        .join(Opgave, Opgave.id == Card.opgave_id)
        .where(Card.owner_id == person.id)
        .where(
            or_(
                Card.state == CardState.DOING,
                (Card.state == CardState.PLANNED) & (func.coalesce(Card.week, week.code) <= week.code),
                (Card.state == CardState.DONE) & (Result.week == week.code),
            )
        )
    )
    return [(row[-1], CardRow(*row[:-1])) for row in session.execute(query.order_by(Card.position, Card.id))]


def _narrow(query: Select[Any], filters: Filters) -> Select[Any]:
    if filters.owner_id is not None:
        query = query.where(Card.owner_id == filters.owner_id)
    if filters.week is not None:
        query = query.where(func.coalesce(Result.week, Card.week) == filters.week)
    if filters.group is not None:
        query = query.where(CitizenGroup.name == filters.group)
    for word in filters.text.split()[:5]:
        pattern = "%" + word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_") + "%"
        fields = (Card.action, Card.citizen_result, Result.sentence)
        query = query.where(or_(*(field.ilike(pattern, escape="\\") for field in fields)))
    return query
