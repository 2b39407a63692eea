"""A walk through the house with six blocks; run by `test_sixth_block.py` in a copy of the project."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from sqlalchemy.orm import Session

from board.blocks import BLOCKS
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.demo import load
from board.exchange.trello.labels import TARGETS
from board.exchange.trello.plan.lists import Target, guess_key
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
SEEN = "Op de stoep staat een bankje."


def _visit(**about: Any) -> Any:
    return import_module("board.blocks.neighbours.models").Visit(text=SEEN, **about)


def test_it_stands_in_the_house_as_the_other_five(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)
    card = a.card(opgave, "Kijk bij het bankje")
    session.add(_visit(opgave=opgave, card=card))
    session.flush()
    client, page = sign_in(lead), f"/bord/opgaven/{opgave.slug}"

    assert [block.key for block in BLOCKS][-1] == "neighbours"
    assert "Wat doet de buurt zelf?" in client.get(page).text  # the board
    assert SEEN in client.get("/bord").text  # Vandaag
    assert "6 Buurt" in client.get("/bord/voortgang").text
    assert "6 Buurt" in client.get(f"/bord/voortgang/{opgave.slug}").text
    assert SEEN in client.get(f"/bord/voortgang/{opgave.slug}/buurt").text
    assert SEEN in client.get(f"{page}/buurt").text  # its page
    found = client.get("/bord/zoek?q=bankje").text
    assert "1 bezoek" in found
    assert f'href="{page}/buurt"' in found
    on_card = client.get(f"{page}/kaarten/{card.id}").text
    assert SEEN in on_card
    assert "ging kijken in de buurt" in on_card


def test_cards_come_in_it(a: Builder, session: Session, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lead = a.lead(of=opgave)

    made = {"action": "Zet de stoel buiten", "blok": "neighbours"}
    sign_in(lead).post(f"/bord/opgaven/{opgave.slug}/kaarten/nieuw", data=made)

    assert session.query(Card).where(Card.opgave_id == opgave.id).one().block == "neighbours"


def test_a_list_of_trello_can_become_it() -> None:
    assert guess_key("Acties voor de buurt") == "neighbours"
    assert Target("neighbours").is_block
    assert Target("neighbours").block == "neighbours"
    assert str(TARGETS[Target("neighbours")]) == "6 Buurt"


def test_the_demo_has_it_too(a: Builder, session: Session, sign_in: SignIn) -> None:
    load()

    assert "6 Buurt" in sign_in(a.manager()).get("/bord/voortgang").text
