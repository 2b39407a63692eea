"""The counter of a board: it grows with whatever changes there, also what nobody could foresee before the change."""

from sqlalchemy.orm import Session

from tests.builders import Builder


def test_a_card_of_which_nothing_is_known_but_its_change_counts_for_its_board(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    session.flush()
    session.refresh(opgave)
    before = opgave.version
    session.expire(card)
    card.action = "Bel morgen"
    session.flush()
    session.refresh(opgave)
    assert opgave.version > before


def test_a_name_that_changes_counts_for_each_board_on_which_it_stands(a: Builder, session: Session) -> None:
    of_the_team, of_a_card, elsewhere = a.opgave(), a.opgave(), a.opgave()
    person = a.member(of_the_team)
    a.card(of_a_card, owner=person)
    session.flush()
    before = {}
    for opgave in (of_the_team, of_a_card, elsewhere):
        session.refresh(opgave)
        before[opgave.id] = opgave.version
    person.name = "Een andere naam"
    session.flush()
    for opgave in (of_the_team, of_a_card, elsewhere):
        session.refresh(opgave)
    assert of_the_team.version > before[of_the_team.id]
    assert of_a_card.version > before[of_a_card.id]
    assert elsewhere.version == before[elsewhere.id]
