"""The signals that somebody may see: in a list, one by one, on Vandaag, and on the pages of an opgave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import joinedload

from board.blocks.citizen.models import Signal, SignalKind, SignalState
from board.blocks.citizen.queries.signal_rights import VisibleOpgave, visible_to
from board.blocks.citizen.queries.signal_states import orphan_on, stands
from board.blocks.citizen.rules import SOON, last_day_of_claim
from board.core.opgaven.cards import CLOSED, Card
from board.core.opgaven.noted import not_removed
from board.core.opgaven.opgaven import Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.teams import can_get_work
from board.core.people.lists import in_order
from board.core.people.people import Person
from board.core.search.lookup import numbers_of
from board.core.search.search_terms import SearchTerms
from board.db import session

PAGE = 50
A_FEW = 3
# The parts of the whole list, in this order.
PARTS: dict[str, tuple[SignalState, ...]] = {
    "nobody": (SignalState.ORPHAN,),
    "in_hand": (SignalState.CLAIMED, SignalState.CARDED),
    "closed": (SignalState.ANSWERED, SignalState.NOT_NOW),
}
LAST_CLOSED = 5


@dataclass(frozen=True)
class Filter:
    """What somebody wants to see of the list. Empty means: everything."""

    state: SignalState | None = None
    opgave_id: int | None = None
    kind: SignalKind | None = None
    text: str = ""
    start: int = 0


@dataclass(frozen=True)
class SignalBatch:
    """A part of the list; `more` says that it goes on."""

    name: str
    signals: Sequence[Signal]
    more: bool


def signal_batches(person: Person, wanted: Filter, day: date) -> list[SignalBatch]:
    """The list: what nobody has first and the oldest on top, then what is in hand, then the last that were closed."""
    if wanted.state is not None:
        name = next(name for name, states in PARTS.items() if wanted.state in states)
        return [_part(person, wanted, day, name, (wanted.state,))]
    return [_part(person, wanted, day, name, states) for name, states in PARTS.items()]


def _part(person: Person, wanted: Filter, day: date, name: str, states: tuple[SignalState, ...]) -> SignalBatch:
    size = LAST_CLOSED if name == "closed" and wanted.state is None else PAGE
    query = (
        select(Signal)
        .where(
            not_removed(Signal),
            visible_to(person, day),
            or_(*(stands(state, day) for state in states)),
            *_narrow(wanted),
        )
        .options(joinedload(Signal.claimed_by))
        .offset(wanted.start)
        .limit(size + 1)
    )
    found = session.scalars(query.order_by(*_order(name))).all()
    return SignalBatch(name, found[:size], more=len(found) > size)


def _narrow(wanted: Filter) -> list[ColumnElement[bool]]:
    limits = []
    if wanted.opgave_id is not None:
        limits.append(Signal.opgave_id == wanted.opgave_id)
    if wanted.kind is not None:
        limits.append(Signal.kind == wanted.kind)
    if sought := SearchTerms.parse(wanted.text):
        limits.append(Signal.id.in_(numbers_of("signal", sought)))
    return limits


def _order(name: str) -> tuple[Any, ...]:
    if name == "nobody":
        return Signal.heard_on, Signal.id
    newest = func.coalesce(Signal.told_on, Signal.claimed_on, Signal.heard_on)
    return newest.desc(), Signal.id.desc()


def get_signal_for(person: Person, number: int, day: date) -> Signal:
    """This signal. Raises NoResultFound when this person may not see it, or when it was removed."""
    return session.scalars(
        select(Signal)
        .where(Signal.id == number, not_removed(Signal), visible_to(person, day))
        .options(joinedload(Signal.claimed_by), joinedload(Signal.caught_by), joinedload(Signal.card))
    ).one()


def is_seen(person: Person, signal: Signal, day: date) -> bool:
    """Whether this person still sees it, after what was just done with it."""
    session.flush()
    return session.scalar(select(Signal.id).where(Signal.id == signal.id, visible_to(person, day))) is not None


def orphans(person: Person, day: date) -> Sequence[Signal]:
    """A few that nobody has: of the opgaven of this person first, then without opgave, the oldest on top."""
    mine = select(Membership.opgave_id).where(Membership.person_id == person.id)
    near = case((Signal.opgave_id.in_(mine), 0), (Signal.opgave_id.is_(None), 1), else_=2)
    query = select(Signal).where(not_removed(Signal), orphan_on(day)).order_by(near, Signal.heard_on, Signal.id)
    return session.scalars(query.limit(A_FEW)).all()


def asks_me(person: Person, day: date) -> Sequence[Signal]:
    """What I took up or what a colleague gave me, as long as it asks something of me.

    First what nearly lapses, then what has a closed card and nobody was told, then all that has no card yet.
    """
    mine = stands(SignalState.CLAIMED, day)
    soon = and_(mine, Signal.claimed_until <= last_day_of_claim(day, SOON))
    tell = and_(Signal.state == SignalState.CARDED, Card.state.in_(CLOSED))
    return session.scalars(
        select(Signal)
        .outerjoin(Card, Card.id == Signal.card_id)
        .where(not_removed(Signal), Signal.claimed_by_id == person.id, or_(mine, tell))
        .order_by(case((soon, 0), (tell, 1), else_=2), Signal.claimed_until, Signal.id)
        .options(joinedload(Signal.card))
        .limit(A_FEW)
    ).all()


def of_card(person: Person, card: Card, day: date) -> Sequence[Signal]:
    """The signals of which this card came, as far as this person may see them."""
    seen = select(Signal).where(Signal.card_id == card.id, not_removed(Signal), visible_to(person, day))
    return session.scalars(seen.order_by(Signal.id)).all()


def open_ones(opgave: Opgave, day: date) -> Sequence[Signal]:
    """A few signals of this opgave that nobody has or that are in hand, what nobody has first."""
    query = (
        select(Signal)
        .where(Signal.opgave_id == opgave.id, not_removed(Signal))
        .where(or_(orphan_on(day), *(stands(state, day) for state in PARTS["in_hand"])))
        .order_by(case((orphan_on(day), 0), else_=1), Signal.heard_on, Signal.id)
        .options(joinedload(Signal.claimed_by))
        .limit(A_FEW + 2)
    )
    return session.scalars(query).all()


def colleagues_for(signal: Signal, place: VisibleOpgave | None) -> Sequence[Person]:
    """Who it can be handed over to: somebody from elsewhere may know the way.

    The team of its opgave stands first, but only for who may know which opgave that is (`place`).
    """
    known, claimed_by = place.id if place else None, signal.claimed_by_id or 0
    team = and_(Membership.person_id == Person.id, Membership.opgave_id == known)
    query = select(Person, Membership.id).outerjoin(Membership, team).where(can_get_work(), Person.id != claimed_by)
    on_team: dict[Person, bool] = {person: number is not None for person, number in session.execute(query)}
    return sorted(in_order(on_team), key=on_team.__getitem__, reverse=True)


def signals_since(opgave: Opgave, since: date) -> Sequence[Signal]:
    """The signals of this opgave that were heard since that day, in the order in which they came."""
    heard = select(Signal).where(Signal.opgave_id == opgave.id, Signal.heard_on >= since, not_removed(Signal))
    return session.scalars(heard.order_by(Signal.id)).all()


def with_result(opgave: Opgave, since: date) -> Sequence[tuple[Signal, date]]:
    """The signals of which a card of this opgave came with a result since that day, the newest result first.

    With each signal the day of that result. One query.
    """
    query = (
        select(Signal, Result.happened_on)
        .join(Card, Card.id == Signal.card_id)
        .join(Result, Result.id == Card.result_id)
        .where(Card.opgave_id == opgave.id, Result.laid.is_(True), Result.happened_on >= since, not_removed(Signal))
        .order_by(Result.happened_on.desc(), Signal.id)
    )
    return [(signal, day) for signal, day in session.execute(query)]


def taken_up_by(person: Person, opgave: Opgave | None) -> Sequence[Signal]:
    """The signals that this person took up and of which no card came: of one opgave, or all."""
    return session.scalars(select(Signal).where(*_taken_up(person, opgave))).all()


def has_taken_up(person: Person, opgave: Opgave | None) -> bool:
    """Whether this person took up a signal of which no card came: of one opgave, or of any."""
    return session.scalar(select(Signal.id).where(*_taken_up(person, opgave)).limit(1)) is not None


def _taken_up(person: Person, opgave: Opgave | None) -> list[ColumnElement[bool]]:
    theirs = [Signal.claimed_by_id == person.id, Signal.state == SignalState.CLAIMED, not_removed(Signal)]
    return theirs if opgave is None else [*theirs, Signal.opgave_id == opgave.id]
