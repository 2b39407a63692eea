"""The order of cards: wherever a card is put, it lies there, and nobody else moves."""

from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core import order
from board.core.cards import Card
from board.core.opgaven import Opgave
from tests.builders import Builder


def line(session: Session, opgave: Opgave) -> list[str]:
    session.flush()
    query = select(Card.action).where(Card.opgave_id == opgave.id).order_by(Card.position, Card.id)
    return list(session.scalars(query))


def test_a_card_lies_right_before_the_other(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    cards = {name: a.card(opgave, name) for name in "ABCDE"}

    order.place(cards["E"], cards["B"])
    assert line(session, opgave) == list("AEBCD")
    order.place(cards["A"], None)
    assert line(session, opgave) == list("EBCDA")
    order.place(cards["D"], cards["E"])
    assert line(session, opgave) == list("DEBCA")
    order.place(cards["B"], cards["B"])
    assert line(session, opgave) == list("DEBCA")


def test_the_same_spot_keeps_room_for_ever(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    first, second, third = a.card(opgave, "eerste"), a.card(opgave, "tweede"), a.card(opgave, "derde")

    for _ in range(70):  # a float alone gives up after some fifty halvings
        order.place(second, third)
        session.flush()
        order.place(first, third)
        session.flush()

    assert line(session, opgave) == ["tweede", "eerste", "derde"]


def test_any_number_of_moves_gives_the_order_that_was_meant(a: Builder, session: Session) -> None:
    opgave, random = a.opgave(), Random(7)
    cards = {name: a.card(opgave, name) for name in "ABCDEFGH"}
    meant = list(cards)

    for _ in range(60):
        moved, before = random.choice(meant), random.choice([*meant, None])
        order.place(cards[moved], cards[before] if before else None)
        if moved != before:
            meant.remove(moved)
            meant.insert(meant.index(before) if before else len(meant), moved)

    assert line(session, opgave) == meant
