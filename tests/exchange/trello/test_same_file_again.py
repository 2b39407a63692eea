"""The same file again finds nothing that changed, whatever stands in it."""

import pytest

from board.core.opgaven.opgaven import Opgave
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.write.proposal import propose
from tests.builders import Builder
from tests.exchange.trello import boards_of_all_years, trello
from tests.exchange.trello.written import bring_in


def differences(opgave: Opgave, raw: trello.Json) -> list[list[str]]:
    board = trello.reading(raw)
    found = propose(opgave, board, guess(board))
    assert found.plan.counts.created == 0
    return [[*update.stays, *(each.name for each in (*update.taken, *update.asked))] for update in found.updates]


@pytest.mark.parametrize("year", boards_of_all_years.ALL)
def test_the_same_board_again_changes_nothing(a: Builder, year: str) -> None:
    opgave, raw = a.opgave(), boards_of_all_years.ALL[year]()
    bring_in(opgave, raw)

    assert not [found for found in differences(opgave, raw) if found]


def test_the_order_of_labels_is_no_change(a: Builder) -> None:
    opgave = a.opgave()
    labels = [{"id": f"l{name}", "name": name, "color": None} for name in ("Zorg", "aanvraag", "Huur")]
    raw = trello.board(cards=[trello.card(labels=labels)], labels=labels)
    bring_in(opgave, raw)

    assert not [found for found in differences(opgave, raw) if found]
