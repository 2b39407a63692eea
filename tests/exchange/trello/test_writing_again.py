"""An import that is done again, or for another opgave, or for very many cards."""

from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.labels import Label
from board.core.record.history import Change
from board.db import session
from tests.builders import Builder
from tests.counting import counting_queries
from tests.exchange.trello import trello
from tests.exchange.trello.written import bring_in, cards_of, how_many


def test_the_same_file_twice_adds_nothing(a: Builder) -> None:
    opgave = a.opgave()
    raw = trello.board(cards=[trello.card(), trello.card()])
    bring_in(opgave, raw)
    before = how_many(Card, CardNote, Label, Change)

    again = bring_in(opgave, raw)

    assert (again.counts.created, again.counts.already) == (0, 2)
    assert how_many(Card, CardNote, Label, Change) == before


def test_what_was_stopped_or_changed_here_stays_so(a: Builder) -> None:
    opgave = a.opgave()
    raw = trello.board(cards=[trello.card("Bel tien mensen"), trello.card()])
    bring_in(opgave, raw)
    card = cards_of(opgave)[0]
    card.edit(action="Bel twintig mensen")
    card.stop()
    session.flush()
    bring_in(opgave, raw)

    assert (len(cards_of(opgave)), card.action, card.state) == (2, "Bel twintig mensen", CardState.STOPPED)


def test_another_opgave_gets_cards_of_its_own(a: Builder) -> None:
    raw = trello.board(cards=[trello.card()])

    assert [bring_in(a.opgave(), raw).counts.created for _ in range(2)] == [1, 1]


def test_what_is_asked_of_the_database_grows_with_the_parts_not_with_the_cards(a: Builder) -> None:
    def questions(number: int) -> int:
        members = [trello.member("Ruth Pinas"), trello.member("José")]
        ids = [member["id"] for member in members]
        cards = [trello.card(labels=[{"name": f"Label {n}"}], due="2026-11-20", idMembers=ids) for n in range(number)]
        actions = [trello.comment(card, "Ja") for card in cards]
        lists = [trello.checklist(card, "een") for card in cards]
        raw = trello.board(cards=cards, members=members, actions=actions, checklists=lists)
        opgave = a.opgave()
        with counting_queries() as queries:
            bring_in(opgave, raw)
        # SQLite takes new rows one by one, in the same process; only what asks or changes is counted.
        return sum(not asked.startswith("INSERT") for asked in queries.asked)

    a.person("Ruth Pinas")
    a.person("José")
    assert questions(30) == questions(2), "one part: a card with its line and its note is three things"
    assert questions(90) - questions(60) < 10, "one part more"
