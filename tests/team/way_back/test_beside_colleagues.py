"""It wipes nobody's words: what a colleague went on with stays, and is named."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.citizen.models import Signal
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from tests.builders import Builder
from tests.client import Client
from tests.team.way_back import BOARD, edit, page, said, way_back


def test_what_a_colleague_wrote_since_stays_and_is_named(ruth: Client, femke: Client, card: Card) -> None:
    address = way_back(edit(ruth, card, action="Bel elf mensen", description="Met de lijst"), ruth)
    edit(femke, card, description="Met de nieuwe lijst")
    assert address

    answer = ruth.post(address)

    assert (card.action, card.description) == ("Bel tien mensen", "Met de nieuwe lijst")
    assert "Femke veranderde intussen de toelichting van ‘Bel tien mensen’. Dat blijft zo." in said(answer, ruth)


def test_when_a_colleague_went_on_from_all_of_it_nothing_goes_back_and_i_read_why(
    ruth: Client, femke: Client, card: Card
) -> None:
    address = way_back(ruth.post(page(card, "/verplaats"), data={"naar": "staat:gepland"}), ruth)
    femke.post(page(card, "/verplaats"), data={"naar": "staat:idee"})
    assert address

    answer = ruth.post(address)

    assert answer.status_code == 409
    assert card.state is CardState.IDEA
    assert "Femke veranderde intussen waar de kaart staat van ‘Bel tien mensen’." in answer.text
    assert "Er is niets teruggedraaid." in answer.text


def test_of_some_cards_at_once_those_that_moved_on_stay(a: Builder, ruth: Client, femke: Client, card: Card) -> None:
    other = a.card(card.opgave, "Schrijf de buurt", state=CardState.DOING)
    both = {"kaarten": [str(card.id), str(other.id)], "naar": "staat:gepland"}
    address = way_back(ruth.post(f"{BOARD}/samen", data=both), ruth)
    femke.post(page(other, "/verplaats"), data={"naar": "staat:idee"})
    assert address

    answer = ruth.post(address)

    assert (card.state, other.state) == (CardState.DOING, CardState.IDEA)
    assert "Femke veranderde intussen waar de kaart staat van ‘Schrijf de buurt’." in said(answer, ruth)


def test_a_place_that_was_taken_meanwhile_is_not_shared(a: Builder, ruth: Client, femke: Client, card: Card) -> None:
    rest = [a.card(card.opgave, name, state=CardState.DOING) for name in ("tweede", "derde", "vierde")]
    between = {"kaart": str(rest[2].id), "voor": str(rest[0].id)}
    ruth.htmx(f"{BOARD}/verplaats", between)
    away = ruth.htmx(f"{BOARD}/verplaats", {"kaart": str(rest[2].id), "einde": "1"})
    femke.htmx(f"{BOARD}/verplaats", {"kaart": str(rest[1].id), "voor": str(rest[0].id)})
    address = way_back(away, ruth)
    assert address

    ruth.htmx(address, {})

    places = [one.position for one in (card, *rest)]
    assert len(set(places)) == len(places)


def test_a_signal_that_a_colleague_took_up_is_not_taken_away(
    ruth: Client, femke: Client, opgave: Opgave, session: Session
) -> None:
    address = way_back(
        ruth.post("/bord/signalen/nieuw", data={"text": "Wie helpt mij?", "opgave": str(opgave.id)}), ruth
    )
    signal = session.scalars(select(Signal)).one()
    femke.post(f"/bord/signalen/{signal.id}/pak-op")
    assert address

    answer = ruth.post(address)

    assert signal.removed_at is None
    assert "Femke ging hier al mee verder. Er is niets teruggedraaid." in said(answer, ruth)


def test_a_card_that_a_colleague_put_there_again_stays_there(ruth: Client, femke: Client, card: Card) -> None:
    address = way_back(ruth.post(page(card, "/verplaats"), data={"naar": "staat:gepland"}), ruth)
    for naar in ("staat:idee", "staat:gepland"):
        femke.post(page(card, "/verplaats"), data={"naar": naar})
    assert address

    assert ruth.post(address).status_code == 409
    assert card.state is CardState.PLANNED
