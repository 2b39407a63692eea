"""The cards of a board as plain rows: what a card shows, and nothing that costs another query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, literal, null, or_, select, union_all

from board.core.opgaven.cards import IN_HAND, OPEN, Card, CardState
from board.core.opgaven.labels import Label, card_label
from board.core.opgaven.opgaven import CitizenGroup, Membership, Opgave
from board.core.opgaven.results import Outcome, Result
from board.core.people.names import Name, tell_apart
from board.core.people.people import Person
from board.core.record.weeks import Week
from board.core.search.folding import fold
from board.core.search.lookup import numbers_of
from board.core.search.search_terms import SearchTerm, SearchTerms
from board.db import session

# Results older than this have left for the stack; the board is for now.
DONE_STAYS_WEEKS = 8
# No name holds these: between a first and a last name, and behind both.
BETWEEN, BEHIND = "\x1f", "\x1e"


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
    portrait: str | None
    group_name: str | None
    sentence: str | None
    outcome: Outcome | None
    result_week: int | None
    is_public: bool
    was_withdrawn: bool
    # Finished elsewhere; its result is still to be told.
    waits: bool | None
    # What colleagues call who does it, told apart from others on the team.
    owner_called: str | None
    # What the blocks say on an open card, in their order: “vraagt om mandaat”. None for a block without a word.
    marks: tuple[Any, ...] = ()

    @property
    def place(self) -> str:
        """Where the card stands on both lenses, as `Card.place`."""
        return f"{self.block}.{self.state.value}"

    @property
    def owner_initials(self) -> str:
        """For the circle beside it: one letter, or two where the surname is told as well."""
        words = (self.owner_called or "").split()
        return "".join(word[:1] for word in (words[:1] if len(words) < 2 else (words[0], words[-1])))

    @property
    def week_on_card(self) -> int | None:
        """The week it was done, or else is planned in."""
        return self.result_week or self.week


@dataclass(frozen=True)
class Filters:
    """What a reader asked to see; it comes from the address, so that a view can be shared."""

    owner_id: int | None = None
    week: int | None = None
    group: str | None = None
    label: str | None = None
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
    Person.portrait,
    CitizenGroup.name.label("group_name"),
    Result.sentence,
    Result.outcome,
    Result.week.label("result_week"),
    (Result.published_at.is_not(None) & Result.withdrawn_at.is_(None)).label("is_public"),
    Result.withdrawn_at.is_not(None).label("was_withdrawn"),
    ((Card.state == CardState.DOING) & (Card.finished_at == Card.state_since)).label("waits"),
)
# What a block says on a card: one value, as a part of the question for the cards, so that it costs no question more.
Marks = Sequence[ColumnElement[Any]]


def _rows(marks: Marks = ()) -> Select[Any]:
    rows: Any = (
        select(*COLUMNS, Person.first_name, Person.last_name, *marks)
        .outerjoin(Person, Person.id == Card.owner_id)
        .outerjoin(CitizenGroup, CitizenGroup.id == Card.group_id)
        .outerjoin(Result, Result.id == Card.result_id)
    )
    return rows


def _row(found: Any, called: Callable[[str, str], str]) -> CardRow:
    """What `_rows` gave: the card, the first and last name of who does it, and then its marks."""
    plain = len(COLUMNS)
    first, last = found[plain : plain + 2]
    return CardRow._make((*found[:plain], None if first is None else called(first, last), tuple(found[plain + 2 :])))


def _called_among(team: Sequence[Name]) -> Callable[[str, str], str]:
    """What somebody with this first and last name is called among these; looked up once for each of them."""
    return cache(lambda first, last: tell_apart(Name(first, last), team))


def board_rows(
    opgave: Opgave, filters: Filters, this_week: Week, marks: Marks = (), team: Sequence[Name] = ()
) -> list[CardRow]:
    """The cards on the board of an opgave, in their order, in one query. Stopped cards have left it.

    What is in hand and what was done lately are asked apart, so that years of results cost nothing. `team` are the
    names among which who does it is told apart.
    """
    in_hand = _of_board(opgave, filters, marks).where(Card.state.in_(OPEN))
    # Who is done asks for nothing.
    done = _of_board(opgave, filters, [null() for _ in marks])
    done = done.where(Result.opgave_id == opgave.id, Result.laid.is_(True), Card.state == CardState.DONE)
    if filters.week is None:
        done = done.where(Result.week > this_week.plus(-DONE_STAYS_WEEKS).code)
    found = session.execute(union_all(in_hand, done).order_by("position", "number"))
    called = _called_among(team)
    return [_row(row[:-1], called) for row in found]


def _of_board(opgave: Opgave, filters: Filters, marks: Marks) -> Select[Any]:
    query = _rows(marks).add_columns(Card.position).where(Card.opgave_id == opgave.id)
    for word in SearchTerms.parse(filters.text):
        query = query.where(_says(word, opgave))
    return _narrow(query, filters)


def card_row(opgave: Opgave, number: int, marks: Marks = ()) -> CardRow:
    """One card as its board shows it. Raises NoResultFound."""
    query = _rows(marks).where(Card.opgave_id == opgave.id, Card.id == number)
    *row, names = session.execute(query.add_columns(_names_on_team(opgave))).one()
    return _row(row, _called_among([Name(*name.split(BETWEEN)) for name in (names or "").split(BEHIND) if name]))


def _names_on_team(opgave: Opgave) -> ScalarSelect[str]:
    """First and last names of the team, as a part of the question for one card: so it costs no question more."""
    name = Person.first_name + BETWEEN + Person.last_name
    query = select(func.aggregate_strings(name, BEHIND)).join(Membership, Membership.person_id == Person.id)
    return query.where(Membership.opgave_id == opgave.id).correlate(None).scalar_subquery()


def my_rows(person: Person, week: Week, marks: Marks = ()) -> list[tuple[str, CardRow]]:
    """What one person has in hand, or planned for this week or before: [(slug of the opgave, card)]."""
    query = (
        _rows(marks)
        .add_columns(Opgave.slug)
        .join(Opgave, Opgave.id == Card.opgave_id)
        .where(Card.owner_id == person.id)
        .where(
            or_(
                (Card.state == CardState.DOING) & or_(IN_HAND, Card.finished_at >= week.plus(-DONE_STAYS_WEEKS).began),
                (Card.state == CardState.PLANNED) & (func.coalesce(Card.week, week.code) <= week.code),
                (Card.state == CardState.DONE) & (Result.week == week.code),
            )
        )
    )
    called = _called_among(())
    return [(row[-1], _row(row[:-1], called)) for row in session.execute(query.order_by(Card.position, Card.id))]


def _narrow(query: Select[Any], filters: Filters) -> Select[Any]:
    if filters.owner_id is not None:
        query = query.where(Card.owner_id == filters.owner_id)
    if filters.week is not None:
        query = query.where(func.coalesce(Result.week, Card.week) == filters.week)
    if filters.group is not None:
        query = query.where(CitizenGroup.name == filters.group)
    if filters.label is not None:
        query = query.where(Card.labels.any(Label.name == filters.label))
    return query


def _says(word: SearchTerm, opgave: Opgave) -> ColumnElement[bool]:
    """Where a card or its result says this word, in any form: in its texts, notes, checklist, labels or photo."""
    cards, results = (numbers_of(kind, SearchTerms([word]), opgave.id) for kind in ("card", "result"))
    return or_(Card.id.in_(cards), Card.result_id.in_(results))


class Choices(NamedTuple):
    """What a board can be filtered by beside people and weeks: the names of its groups and labels, in their order."""

    groups: list[str]
    labels: list[str]


def choices(opgave: Opgave) -> Choices:
    """The groups of an opgave and the labels on its cards. One query."""
    groups = select(CitizenGroup.name, literal(False)).where(CitizenGroup.opgave_id == opgave.id)
    used = select(card_label.c.label_id).where(card_label.c.label_id == Label.id).exists()
    labels = select(Label.name, literal(True)).where(Label.opgave_id == opgave.id, used)
    found = session.execute(union_all(groups, labels)).all()
    return Choices(
        *(sorted((name for name, is_label in found if is_label == kind), key=fold) for kind in (False, True))
    )
