"""Offered for what I just did, and never for a colleague's work."""

import re

from board.core.opgaven.cards import Card
from tests.client import Client
from tests.team.way_back import BOARD, TOLD, edit, page, way_back


def test_saving_without_a_change_offers_nothing(ruth: Client, femke: Client, card: Card) -> None:
    ruth.post(page(card, "/rond-af"), data=TOLD)

    answer = edit(femke, card)

    assert answer.status_code == 303
    assert way_back(answer, femke) is None


def test_dropping_a_card_where_it_stands_offers_nothing(ruth: Client, femke: Client, card: Card) -> None:
    edit(ruth, card, action="Bel elf mensen")

    answer = femke.htmx(f"{BOARD}/verplaats", {"kaart": str(card.id), "staat": "bezig"})

    assert way_back(answer, femke) is None
    assert way_back(femke.post(page(card, "/verplaats"), data={"naar": "staat:bezig"}), femke) is None


def test_what_i_did_is_taken_back_and_that_too(ruth: Client, card: Card) -> None:
    moved = ruth.post(page(card, "/verplaats"), data={"naar": "staat:idee"})
    first = way_back(moved, ruth)
    assert first

    back = ruth.post(first)
    assert card.state.value == "bezig"
    again = way_back(back, ruth)
    assert again
    ruth.post(again)
    assert card.state.value == "idee"


def test_taking_back_on_the_board_offers_the_way_back_with_htmx_too(ruth: Client, card: Card) -> None:
    moved = ruth.htmx(f"{BOARD}/verplaats", {"kaart": str(card.id), "staat": "idee"})
    first = way_back(moved, ruth)
    assert first

    back = ruth.htmx(first, {})

    assert card.state.value == "bezig"
    again = re.search(r'"terug": "([^"]+)"', back.headers["HX-Trigger-After-Settle"])
    assert again
    ruth.htmx(again[1], {})
    assert card.state.value == "idee"
