"""How long a card stood somewhere: until it went on. A step back, or a stop, is not going on."""

from datetime import UTC, datetime, timedelta

import pytest

from board.core.opgaven.cards import CardState
from board.core.reports.lead_times import Moment, _stays

IDEA, PLANNED, DOING, DONE, STOPPED = CardState
BEGAN = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("way", "stood"),
    [
        ([(0, IDEA), (4, PLANNED), (6, DOING), (9, DONE)], [(IDEA, 4), (PLANNED, 2), (DOING, 3)]),
        ([(0, IDEA), (9, DONE)], [(IDEA, 9)]),
        ([(0, IDEA)], []),
        ([(0, IDEA), (4, DOING), (4, IDEA), (7, PLANNED)], [(IDEA, 7)]),  # a slip of the hand, taken back
        ([(0, IDEA), (2, PLANNED), (5, STOPPED)], [(IDEA, 2)]),
        ([(0, IDEA), (2, PLANNED), (5, STOPPED), (8, PLANNED), (9, DOING)], [(IDEA, 2), (PLANNED, 7)]),
        ([(0, PLANNED), (3, DONE), (4, DOING), (6, DONE)], [(PLANNED, 4), (DOING, 2)]),  # done, and opened again
        ([(0, DOING), (3, IDEA)], []),
    ],
)
def test_how_long_a_card_stood_where(way: list[tuple[int, CardState]], stood: list[tuple[CardState, int]]) -> None:
    moments = [Moment(1, "Bel", BEGAN + timedelta(days=day), state) for day, state in way]

    assert [(stay.state, stay.days) for stay in _stays(moments)] == stood


def test_two_cards_do_not_mix() -> None:
    moments = [Moment(card, "Bel", BEGAN + timedelta(days=card), IDEA) for card in (1, 2)]
    moments += [Moment(card, "Bel", BEGAN + timedelta(days=9), DONE) for card in (2, 1)]

    assert [(stay.card, stay.days) for stay in _stays(moments)] == [(1, 8), (2, 7)]
