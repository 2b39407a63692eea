"""Klein: cards that are too big, words that make them bigger, and too many in hand. Hints, never locks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask, render_template

from board.blocks.answers import TodayPlace
from board.blocks.increments.queries.bricks import cards_in_hand, too_big
from board.blocks.increments.slots.card import section
from board.blocks.increments.slots.today import items
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.core.record.weeks import Week, now, today
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("state", "days", "weeks_ahead", "is_too_big"),
    [
        (CardState.DOING, 15, None, True),
        (CardState.DOING, 13, None, False),
        (CardState.PLANNED, 40, 2, False),
        (CardState.PLANNED, 1, 3, True),
        (CardState.IDEA, 40, None, False),
        (CardState.STOPPED, 40, 5, False),
    ],
)
def test_too_big_is_what_the_card_itself_says(
    state: CardState, days: int, weeks_ahead: int | None, is_too_big: bool, a: Builder
) -> None:
    opgave = a.opgave()
    week = Week.now().plus(weeks_ahead).code if weeks_ahead is not None else None
    card = a.card(opgave, state=state, state_since=now() - timedelta(days=days), week=week)

    assert (card in too_big(opgave), card.is_too_big) == (is_too_big, is_too_big)


def test_the_page_offers_to_split_what_is_too_big(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, "Bouw een nieuw loket", state=CardState.DOING, state_since=now() - timedelta(days=20))
    split = f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}/splits"

    page = sign_in(a.member(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text
    assert "Kan dit deze week voor één inwoner?" in page
    assert split in page
    reader = sign_in(a.reader(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text
    assert "Bouw een nieuw loket" in reader
    assert split not in reader


def test_words_that_make_it_bigger_are_named_on_the_card_with_a_way_out(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave, "Start een werkgroep en een programma", state=CardState.IDEA)
    address = f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}"

    page = sign_in(a.member(of=opgave)).get(address).text
    assert "Deze woorden maken het werk groter: “werkgroep”, “programma”." in page
    assert f'<a class="ob-link" href="{address}/splits">' in page
    assert "maken het werk groter" not in sign_in(a.reader(of=opgave)).get(address).text
    assert "werkgroep" not in sign_in(a.member(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/klein").text


@pytest.mark.parametrize("state", [CardState.IDEA, CardState.PLANNED, CardState.DOING, CardState.STOPPED])
def test_a_small_card_and_a_stopped_one_hear_nothing(state: CardState, a: Builder) -> None:
    opgave = a.opgave()
    action = "Start een werkgroep" if state is CardState.STOPPED else "Bel tien mensen"

    with counting_queries() as queries:
        assert section(opgave, a.card(opgave, action, state=state)) is None
    assert not [statement for statement in queries.asked if "big_result" in statement]


def test_a_done_card_asks_one_question(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card: Card = a.card(opgave, state=CardState.DOING)
    a.result(card)

    with counting_queries() as queries:
        assert section(opgave, card) is None
    assert queries.number == 1


def doing(a: Builder, person: Person, number: int, state: CardState = CardState.DOING) -> None:
    opgave = a.opgave("Wijk")
    for _ in range(number):
        a.card(opgave, owner=person, state=state)


def test_more_in_hand_than_three_is_a_hint_to_that_person_alone(a: Builder) -> None:
    ruth, daan = a.person(), a.person("Daan")
    doing(a, ruth, 3)
    doing(a, ruth, 5, CardState.PLANNED)
    assert items(ruth, today()) == ()

    doing(a, ruth, 1)
    (waiting,) = items(ruth, today())
    assert waiting.place is TodayPlace.HINT
    assert [one.number for one in waiting.things[0]] == [3, 1]
    assert items(daan, today()) == ()


def test_a_limit_is_no_lock(a: Builder) -> None:
    ruth = a.person()
    doing(a, ruth, 9)

    assert sum(one.number for one in cards_in_hand(ruth)) == 9


def test_what_is_in_hand_takes_one_question_and_reads_warmly(a: Builder, app: Flask) -> None:
    ruth = a.person()
    for _ in range(3):
        doing(a, ruth, 2)

    with counting_queries() as queries:
        (waiting,) = items(ruth, today())
    assert queries.number == 1
    with app.test_request_context("/bord"):
        html = render_template("blocks/increments/slots/_today.html", things=waiting.things, place=waiting.place)
    assert "Je hebt veel tegelijk onder handen." in html
    assert html.count("mij=1") == 3
