"""How long cards stood where they stood, from the transitions that the history kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from sqlalchemy import func, select

from board.core.cards import ON_THE_BOARD, Card, CardState
from board.core.history import Change
from board.core.opgaven import Opgave
from board.db import session


class Pace(NamedTuple):
    """How long cards stood in one state before they went on: the one in the middle, and of how many."""

    state: CardState
    days: int
    cards: int


class Stay(NamedTuple):
    """One card in one state, from a moment to the next."""

    state: CardState
    since: datetime
    until: datetime


def pace(opgave: Opgave, since: datetime) -> list[Pace]:
    """Of cards that went on since a moment, per state in the order of the board; a state that none left is not told."""
    stays: dict[CardState, list[timedelta]] = defaultdict(list)
    for stay in _stays(_transitions(opgave)):
        if stay.until >= since:
            stays[stay.state].append(stay.until - stay.since)
    return [
        Pace(state, round(median(stay / timedelta(days=1) for stay in stays[state])), len(stays[state]))
        for state in ON_THE_BOARD
        if stays[state]
    ]


def _transitions(opgave: Opgave) -> Iterator[tuple[int, datetime, CardState]]:
    """(card, moment, state from then on), in order; a card that was made without a word of its state is an idea."""
    query = select(Change.thing_id, Change.at, Change.verb, Change.fields["state"])
    query = query.where(Change.opgave_id == opgave.id, Change.kind == "card").order_by(Change.id)
    for card, at, verb, pair in session.execute(query):
        if pair:
            yield card, at, CardState(pair[1])
        elif verb == "made":
            yield card, at, CardState.IDEA


def _stays(transitions: Iterable[tuple[int, datetime, CardState]]) -> Iterator[Stay]:
    last: dict[int, tuple[datetime, CardState]] = {}
    for card, at, state in transitions:
        if before := last.get(card):
            yield Stay(before[1], before[0], at)
        last[card] = (at, state)


def by_block_and_state(opgave: Opgave) -> Mapping[tuple[str, CardState], int]:
    """How many cards stand where, by block and state."""
    count = select(Card.block, Card.state, func.count()).where(Card.opgave_id == opgave.id)
    rows = session.execute(count.group_by(Card.block, Card.state))
    return {(block, state): many for block, state, many in rows}
