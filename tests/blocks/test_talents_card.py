"""Talenten on a card: ask for one, ask a colleague at once, and who knows about this."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.blocks.talents.models import TalentKind, TalentOffer, TalentRequest
from board.blocks.talents.slots.card import section
from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Role
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.talents import SignIn, asked, can, undo, url


def page_of(card: Card) -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}"


def test_a_card_asks_in_one_field_and_the_board_says_so(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    card, client = a.card(opgave), sign_in(a.member(of=opgave))
    ask = url(opgave, f"/kaarten/{card.id}/vraag")
    assert client.post(ask, data={"words": " "}).status_code == 422

    page = client.post(ask, data={"words": "filmpje maken", "more": "een uur"}, follow_redirects=True)

    request = session.scalars(select(TalentRequest)).one()
    assert (request.card, request.more) == (card, "een uur")
    assert "gevraagd: filmpje maken" in page.text
    assert "zoekt: filmpje maken" in client.get(f"/bord/opgaven/{opgave.slug}").text
    undo(client, page)
    assert "zoekt: filmpje maken" not in client.get(f"/bord/opgaven/{opgave.slug}").text


def test_the_card_shows_who_fits_and_asks_them_with_one_press(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    owner = a.member(of=opgave, name="Daan Hoekstra")
    card = a.card(opgave, owner=owner)
    request, femke = asked(opgave, card=card), a.person("Femke Bruinsma")
    can(femke, "ik film graag")
    can(owner, "ik film ook")
    can(a.person("Noor Haddad"), "filmen", TalentKind.WANTS)
    can(a.person("Anh Nguyen"), "ik luister goed")
    client = sign_in(owner)

    page = client.get(page_of(card)).text
    assert page.index("Vraag Femke") < page.index("Vraag Noor")
    assert "Vraag Daan" not in page
    assert "Vraag Anh" not in page
    back = client.post(url(opgave, f"/{request.id}/vraag/{femke.id}?verder={page_of(card)}"))

    assert back.location == page_of(card)
    page = client.get(page_of(card)).text
    assert "Femke Bruinsma is gevraagd" in page
    assert "Vraag Femke" not in page


def test_who_only_looks_sees_the_question_and_no_button(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card = a.card(opgave)
    asked(opgave, card=card)
    can(a.person("Femke"), "ik film graag")

    page = sign_in(a.reader(of=opgave)).get(page_of(card)).text

    assert "gevraagd: filmpje maken" in page
    assert "Vraag Femke" not in page
    assert 'name="words"' not in page


def test_a_closed_card_that_asked_nothing_says_nothing(a: Builder) -> None:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    assert section(opgave, card) is not None
    card.stop()

    assert section(opgave, card) is None


def test_the_card_costs_two_questions_however_many_fit(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    card = a.card(opgave, owner=a.member(of=opgave))
    assert card.helpers == []
    for _ in range(5):
        session.add(asked(opgave, card=card).step_forward(a.person()))
        can(a.person(), "ik film graag")
    session.flush()

    with counting_queries() as queries:
        section(opgave, card)

    assert queries.number == 2


@pytest.mark.parametrize("role", [Role.MEMBER, Role.READER])
def test_who_knows_about_this_finds_people_and_lessons(role: Role, a: Builder, sign_in: SignIn) -> None:
    opgave, school = a.opgave(), a.opgave("School")
    card = a.card(opgave, "Schrijf de brief opnieuw", citizen_result="U snapt de brief meteen.")
    for name in ("Femke", "Samuel", "Noor", "Anh"):
        can(a.person(name), f"{name} schrijft brieven")
    other = a.card(school, state=CardState.DOING)
    other.stop("Een brief van één kant leest iedereen.", "mensen lezen onze brieven niet")
    unlike = a.card(school, state=CardState.DOING)
    unlike.stop("Verf droogt niet als het regent.")

    page = sign_in(a.member(opgave, role)).get(url(opgave, f"/kaarten/{card.id}/wie")).text

    assert page.count("schrijft brieven</div>") == 3
    assert "Een brief van één kant" in page
    assert "Verf droogt" not in page
    assert ("Vraag Anh" in page) is (role is Role.MEMBER)


def test_from_who_knows_a_colleague_is_asked_at_once(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, femke = a.opgave(), a.person("Femke")
    card, member = a.card(opgave), a.member(of=opgave)

    sign_in(member).post(url(opgave, f"/kaarten/{card.id}/vraag"), data={"words": "brieven", "wie": femke.id})

    offer = session.scalars(select(TalentOffer)).one()
    assert (offer.person, offer.asked_by, offer.request.card) == (femke, member, card)


def test_a_stranger_asks_nothing_on_a_card(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card, other = a.card(opgave), a.opgave("School")
    for person, status in ((a.person(), 404), (a.reader(of=opgave), 403), (a.manager(), 403)):
        answer = sign_in(person).post(url(opgave, f"/kaarten/{card.id}/vraag"), data={"words": "filmen"})
        assert answer.status_code == status
    assert sign_in(a.member(of=other)).get(url(other, f"/kaarten/{card.id}/wie")).status_code == 404
