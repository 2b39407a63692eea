"""Klein: small results pile up to a bigger one, and one day it is reached."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.increments.models import BigResult, Piled
from board.blocks.increments.queries import piles
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.big_results import SENTENCE, big_result, undo, url

SignIn = Callable[[Person], Client]


def test_a_bigger_result_takes_one_sentence(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    answer = client.post(f"/bord/opgaven/{opgave.slug}/klein", data={"sentence": SENTENCE})

    big = session.scalars(select(BigResult)).one()
    assert answer.status_code == 303
    assert answer.location.endswith(url(opgave, big))
    assert SENTENCE in client.get(f"/bord/opgaven/{opgave.slug}/klein").text


def test_what_cannot_be_kept_stays_in_the_form(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    answer = sign_in(a.member(of=opgave)).post(f"/bord/opgaven/{opgave.slug}/klein", data={"sentence": "x" * 281})

    assert answer.status_code == 422
    assert "x" * 281 in answer.text


def test_results_are_laid_on_its_pile_and_taken_off_again(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    first, second = a.public_result(opgave, "U krijgt één brief."), a.public_result(opgave, "Er is koffie.")

    client.post(url(opgave, big, "/stenen"), data={"results": [first.id, second.id]})
    page = client.get(url(opgave, big)).text
    assert "2 stenen, ook voor inwoners" in page

    client.post(url(opgave, big, f"/stenen/{first.id}/weg"))
    page = client.get(url(opgave, big)).text
    assert "1 steen, ook voor inwoners" in page
    undo(client, page)
    assert "2 stenen" in client.get(url(opgave, big)).text


def test_laying_on_a_pile_can_be_taken_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    result = a.public_result(opgave)

    client.post(url(opgave, big, "/stenen"), data={"results": [result.id]})
    undo(client, client.get(url(opgave, big)).text)

    assert session.scalars(select(Piled)).all() == []


def test_a_result_lies_on_one_pile_at_most(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    one, other = big_result(opgave, session), big_result(opgave, session, "U hoeft nooit te zoeken.")
    result = a.public_result(opgave)

    one.add(result)
    session.flush()
    other.add(result)
    session.flush()

    assert [pile.public for pile in piles.piles(opgave)] == [0, 1]
    assert piles.results_without_pile(opgave) == []


def test_a_result_of_another_opgave_does_not_lie_here(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, other = big_result(opgave, session), a.public_result(a.opgave("School"))

    with pytest.raises(ValueError, match="its own opgave"):
        big.add(other)
    client = sign_in(a.member(of=opgave))
    assert client.post(url(opgave, big, f"/stenen/{other.id}")).status_code == 404
    assert client.post(url(opgave, big, "/stenen"), data={"results": [other.id]}).status_code == 422


def test_its_sentence_can_be_said_better_and_a_colleague_is_not_overwritten(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    typed = client.opened(url(opgave, big)) | {"sentence": "U hoort binnen drie dagen iets."}

    assert client.post(url(opgave, big), data=typed).status_code == 303
    answer = client.post(url(opgave, big), data=typed | {"sentence": "U hoort vandaag iets."})

    assert answer.status_code == 409
    assert "U hoort binnen drie dagen iets." in answer.text
    assert "U hoort vandaag iets." in answer.text
    assert client.post(url(opgave, big), data={"sentence": ""}).status_code == 422


def test_removed_its_bricks_lie_loose_and_it_can_come_back(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    big.add(a.public_result(opgave))
    session.flush()

    page = client.post(url(opgave, big, "/weg"), follow_redirects=True).text
    assert len(piles.results_without_pile(opgave)) == 1
    assert client.get(url(opgave, big)).status_code == 404

    undo(client, page)
    assert piles.results_without_pile(opgave) == []


@pytest.mark.parametrize("rest", ["", "/weg", "/bereikt", "/nog-niet", "/stenen"])
def test_who_only_looks_reads_the_pile_and_changes_nothing(
    rest: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()
    big = big_result(opgave, session)
    for person in (a.reader(of=opgave), a.sponsor(of=opgave), a.manager()):
        client = sign_in(person)
        assert client.get(url(opgave, big)).text.split("<main", 1)[1].split("</main>")[0].count("<form") == 0
        assert client.post(url(opgave, big, rest), data={"sentence": "x"}).status_code == 403


def test_on_the_page_of_a_done_card_its_pile_is_chosen(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    big, client = big_result(opgave, session), sign_in(a.member(of=opgave))
    a.public_result(opgave)
    card = session.scalars(select(Card).where(Card.opgave_id == opgave.id)).one()
    choose = f"/bord/opgaven/{opgave.slug}/klein/kaarten/{card.id}/groter"

    client.post(choose, data={"big_result": big.id})
    page = client.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text
    assert f'<a href="{url(opgave, big)}">{SENTENCE}</a>' in page

    client.post(choose, data={"big_result": 0})
    undo(client, client.get(f"/bord/opgaven/{opgave.slug}/kaarten/{card.id}").text)
    assert session.scalars(select(Piled.big_result_id)).one() == big.id
    assert client.post(choose, data={"big_result": 0}).status_code == 303
    assert client.post(choose, data={"big_result": 999}).status_code == 422


def test_the_pages_ask_as_much_of_the_database_for_many_piles(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client, first = sign_in(a.member(of=opgave)), big_result(opgave, session)
    first.add(a.public_result(opgave))
    pages = (f"/bord/opgaven/{opgave.slug}/klein", url(opgave, first))

    def asked() -> int:
        with counting_queries() as queries:
            for page in pages:
                client.get(page)
        return queries.number

    few = asked()
    for _ in range(4):
        big = big_result(opgave, session)
        for _ in range(3):
            big.add(a.public_result(opgave))
            first.add(a.public_result(opgave))
    assert asked() == few
