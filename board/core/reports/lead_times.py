"""How long cards stood where they stood, from the transitions that the history kept."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from sqlalchemy import and_, select

from board.core.opgaven.cards import ON_THE_BOARD, OPEN, Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.record.history import Change
from board.db import session

DAY = timedelta(days=1)
PLACE = {state: number for number, state in enumerate(ON_THE_BOARD)}


class Stay(NamedTuple):
    """One card in one state, from when it came there until it went on."""

    card: int
    action: str
    state: CardState
    since: datetime
    until: datetime

    @property
    def days(self) -> int:
        return round((self.until - self.since) / DAY)


class Pace(NamedTuple):
    """How long cards stood in one state before they went on: the one in the middle, and how often one went on."""

    state: CardState
    days: int
    times: int


class Moment(NamedTuple):
    """A card came to stand somewhere."""

    card: int
    action: str
    at: datetime
    state: CardState


def pace(stays: Iterable[Stay]) -> list[Pace]:
    """Per open state in the order of the board; a state that no card left is not told."""
    took: dict[CardState, list[timedelta]] = defaultdict(list)
    for stay in stays:
        took[stay.state].append(stay.until - stay.since)
    return [
        Pace(state, round(median(duration / DAY for duration in took[state])), len(took[state]))
        for state in OPEN
        if took[state]
    ]


def stays(opgave: Opgave, since: datetime) -> list[Stay]:
    """Of cards that went on from an open state since a moment, the last one first. One query."""
    found = [stay for stay in _stays(_moments(opgave)) if stay.until >= since and stay.state in OPEN]
    return sorted(found, key=lambda stay: stay.until, reverse=True)


def _moments(opgave: Opgave) -> Iterator[Moment]:
    """In order; a card that was made without a word of its state is an idea."""
    query = (
        select(Change.thing_id, Card.action, Change.at, Change.verb, Change.fields["state"])
        .join(Card, and_(Card.id == Change.thing_id, Card.opgave_id == opgave.id))
        .where(Change.opgave_id == opgave.id, Change.kind == "card")
        .order_by(Change.id)
    )
    for card, action, at, verb, pair in session.execute(query):
        if pair:
            yield Moment(card, action, at, CardState(pair[1]))
        elif verb == "made":
            yield Moment(card, action, at, CardState.IDEA)


def _stays(moments: Iterable[Moment]) -> Iterator[Stay]:
    """From each place to the next one on the board. Who steps back, by mistake or not, never left; nor who stopped."""
    ways: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments:
        if moment.state in PLACE:
            way = ways[moment.card]
            while way and PLACE[way[-1].state] > PLACE[moment.state]:
                way.pop()
            if not way or way[-1].state is not moment.state:
                way.append(moment)
    for way in ways.values():
        yield from (
            Stay(moment.card, moment.action, moment.state, moment.at, then.at) for moment, then in pairwise(way)
        )
