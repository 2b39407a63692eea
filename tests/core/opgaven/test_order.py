"""The order of cards: wherever a card is put, it lies there, and nobody else moves."""

from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven import order
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
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


def test_who_holds_a_card_knows_its_number_after_the_line_is_numbered_again(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    first, second, third = a.card(opgave, "eerste"), a.card(opgave, "tweede"), a.card(opgave, "derde")
    second.position, third.position = 2.0, 2.0000000000000004  # no float lies between these two
    session.flush()

    place = order.right_before(third, apart_from=first)

    assert second.position < place < third.position


def test_where_a_card_lay_another_may_lie_by_now(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    first, second = a.card(opgave, "eerste"), a.card(opgave, "tweede")

    assert order.free_position(first, first.position) == first.position
    assert order.free_position(first, first.position + 0.5) == first.position + 0.5
    assert order.free_position(first, second.position) < second.position


def test_the_lines_of_two_opgaven_know_nothing_of_each_other(a: Builder) -> None:
    opgave, elsewhere = a.opgave(), a.opgave("Wonen")
    for _ in range(3):
        a.card(elsewhere)

    assert (order.at_the_start(opgave.id), order.at_the_end(opgave.id)) == (-1.0, 1.0)
    alone = a.card(opgave)
    order.place(a.card(opgave), alone)
    assert order.at_the_end(opgave.id) == alone.position + 1.0
    assert order.right_before(alone) < alone.position
