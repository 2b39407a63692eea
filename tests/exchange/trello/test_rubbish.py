"""Whatever stands in a file in the shape of a board, no card of it is lost without being counted."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from board.exchange.trello import command
from tests.exchange.trello import trello

KEYS = st.sampled_from(
    [*trello.CARD_FIELDS, *trello.BOARD_FIELDS, "id", "idCard", "data", "card", "checkItems", "type", "date"]
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)
INSIDE = st.recursive(
    PLAIN | st.sampled_from(["a", "commentCard", "createCard", "2026-03-02T10:00:00Z"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
THINGS = st.lists(st.dictionaries(KEYS, INSIDE, max_size=8), max_size=4)


@settings(deadline=None)
@given(THINGS, THINGS, st.dictionaries(KEYS, INSIDE | THINGS, max_size=8))
def test_any_rubbish_in_the_shape_of_a_board_is_planned_whole(
    cards: list[trello.Json], lists: list[trello.Json], around: trello.Json
) -> None:
    plan = trello.planned({**around, "name": "x", "cards": cards, "lists": [*lists, trello.a_list()]})
    assert plan.counts.created + plan.counts.skipped == len(cards)
    json.dumps(command.as_json(plan))
