"""Many hands on one board: everybody's card lies where it was put, and nobody hears of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from math import nextafter
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from board import db
from board.blocks.citizen.models import Signal
from board.core.opgaven import order
from board.core.opgaven.cards import Card
from board.core.opgaven.moves import Move, move
from board.core.record.weeks import today
from board.core.undo import changes
from board.core.undo.steps import on_card, undo_step
from tests.builders import Builder
from tests.edit_forms import seen_on
from tests.together import Call, all_at_once, client_of, statuses

PEOPLE = 6
TABLE = Card.__table__


@dataclass(frozen=True)
class Board:
    """A board with some cards, and its team, each in a browser."""

    app: Flask
    opgave: int
    url: str
    cards: list[int]
    team: list[FlaskClient]

    def line(self) -> list[tuple[float, int]]:
        """The cards in their order: (position, number)."""
        with db.opened(self.app.extensions["engine"]) as session:
            rows = session.execute(select(Card.position, Card.id).where(Card.opgave_id == self.opgave))
            return sorted((position, number) for position, number in rows)

    def numbers(self) -> list[int]:
        return [number for _position, number in self.line()]

    def drop(self, client: FlaskClient, card: int, before: int) -> Call:
        return partial(client.post, f"{self.url}/verplaats", data={"kaart": card, "voor": before})

    def put(self, positions: Sequence[float]) -> None:
        """Lay the cards on these spots."""
        with db.transaction(self.app.extensions["engine"]) as session:
            for card, position in zip(self.cards, positions, strict=True):
                session.connection().execute(
                    update(TABLE).where(TABLE.c.id == card).values(position=position)  # type: ignore[arg-type]
                )


def board(app: Flask, cards: int) -> Board:
    with db.transaction(app.extensions["engine"]):
        a = Builder()
        opgave = a.opgave()
        people = [a.member(opgave).id for _ in range(PEOPLE)]
        made = [a.card(opgave, f"kaart {number}").id for number in range(cards)]
        number, slug = opgave.id, opgave.slug
    team = [client_of(app, person) for person in people]
    return Board(app, number, f"/bord/opgaven/{slug}", made, team)


def looked(client: FlaskClient, address: str, typed: dict[str, Any]) -> TestResponse:
    """Open the page, and send its form at once."""
    return client.post(address, data=seen_on(client.get(address).text, address) | typed)


def is_strict(line: list[tuple[float, int]]) -> bool:
    return len({position for position, _number in line}) == len(line)


def test_sixty_quick_cards_by_six_people_lie_on_sixty_spots(live: Flask) -> None:
    here = board(live, cards=1)

    def adds(person: int) -> list[Call]:
        data = [{"action": f"{person}.{turn}", "blok": "why"} for turn in range(10)]
        return [partial(here.team[person].post, f"{here.url}/kaarten/nieuw", data=one) for one in data]

    got = all_at_once(*(adds(person) for person in range(PEOPLE)))

    assert set(statuses(got)) == {303}
    line = here.line()
    assert len(line) == 61
    assert is_strict(line)
    with db.opened(live.extensions["engine"]) as session:
        actions = session.scalars(select(Card.action).where(Card.action.contains(".")).order_by(Card.position)).all()
    for person in range(PEOPLE):
        assert [one for one in actions if one.startswith(f"{person}.")] == [
            f"{person}.{turn}" for turn in reversed(range(10))
        ], "the newest of each lies on top"


def test_what_six_people_drop_between_two_cards_lies_between_them(live: Flask) -> None:
    """There is no room at all between the two, so the line is numbered again while others move and write."""
    here = board(live, cards=2 + PEOPLE * 3)
    first, last, *others = here.cards
    here.put([1.0, nextafter(1.0, 2.0), *(float(100 + number) for number in range(len(others)))])
    mine = [others[person * 3 : person * 3 + 3] for person in range(PEOPLE)]

    def drops(person: int) -> list[Call]:
        client = here.team[person]
        if person == 0:  # somebody writes on their cards meanwhile
            data = {"lines": "bel\nschrijf"}
            return [partial(client.post, f"{here.url}/kaarten/{card}/lijstje", data=data) for card in mine[0]]
        if person == 1:  # and somebody lays theirs at the end
            send = {"naar": "plek:laatst"}
            return [partial(client.post, f"{here.url}/kaarten/{card}/verplaats", data=send) for card in mine[1]]
        return [here.drop(client, card, before=last) for card in mine[person]]

    got = all_at_once(*(drops(person) for person in range(PEOPLE)))

    assert set(statuses(got)) == {303}
    assert is_strict(here.line())
    line = here.numbers()
    between = line[line.index(first) + 1 : line.index(last)]
    assert sorted(between) == sorted(card for cards in mine[2:] for card in cards)
    for cards in mine[2:]:
        assert [card for card in between if card in cards] == cards, "in the order in which each of them dropped"
    assert line[-3:] == mine[1]


def test_the_whole_week_planned_from_both_ends_at_once(live: Flask) -> None:
    here = board(live, cards=12)

    def plans(person: int, cards: Sequence[int]) -> list[Call]:
        steps = ("week:nu", "staat:bezig", "week:straks", "staat:gepland", "week:geen")
        data = [{"kaarten": list(cards), "naar": step} for step in steps]
        return [partial(looked, here.team[person], f"{here.url}/samen", one) for one in data]

    there, back = here.cards, list(reversed(here.cards))

    got = all_at_once(plans(0, there), plans(1, back), plans(2, there[6:] + there[:6]), plans(3, back))

    # 409: by then a colleague had moved every card that was chosen, and the page says so.
    assert 303 in statuses(got)
    assert set(statuses(got)) <= {303, 409}
    assert is_strict(here.line())


def test_signals_steps_and_cards_come_on_one_board_at_once(live: Flask) -> None:
    here = board(live, cards=4)
    with db.transaction(live.extensions["engine"]) as session:
        heard = [Signal(text=f"vraag {number}", heard_on=today()) for number in range(6)]
        session.add_all(heard)
        session.flush()
        signals = [signal.id for signal in heard]

    def makes(person: int) -> list[Call]:
        client, data = here.team[person], {"opgave": here.opgave, "action": "Bel terug"}
        if person < 3:
            mine = signals[person * 2 : person * 2 + 2]
            return [partial(client.post, f"/bord/signalen/{number}/kaart", data=data) for number in mine]
        card = here.cards[person - 3]
        split = {"first": "Bel er een", "rest": "De rest"}
        return [partial(looked, client, f"{here.url}/kaarten/{card}/splits", split) for _ in range(2)]

    got = all_at_once(*(makes(person) for person in range(PEOPLE)))

    assert max(statuses(got)) < 500
    line = here.line()
    assert is_strict(line)
    assert len(line) > len(here.cards)


def test_a_step_back_never_lands_on_another_card(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    first, second, third = a.card(opgave, "een"), a.card(opgave, "twee"), a.card(opgave, "drie")
    session.commit()
    move(opgave, first.id, Move(before=third.id))
    session.commit()
    change = max(one.id for one, _who in changes.card_changes(first))
    third.position = 1.0  # just where the first lay
    session.commit()

    undo_step(on_card(opgave, change)[1])
    session.commit()

    assert (first.position, third.position, second.position) == (0.0, 1.0, 2.0)


@pytest.mark.parametrize("start", [1.0, 1e9])
def test_numbering_again_keeps_the_order_and_never_needs_a_spot_twice(
    a: Builder, session: Session, start: float
) -> None:
    opgave = a.opgave()
    cards = [a.card(opgave, name) for name in "ABCDEF"]
    for place, card in enumerate(cards):
        card.position = start + place
        session.flush()

    for _ in range(3):
        order._number_again(opgave.id)
        assert [card.action for card in sorted(cards, key=lambda card: card.position)] == list("ABCDEF")
        assert len({card.position for card in cards}) == 6
