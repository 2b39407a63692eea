"""Talenten on an opgave: what is asked, refined, found, and looked for again."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from board.blocks.talents.models import LessonUse, TalentRequest
from board.core.opgaven.cards import CardState
from board.core.record.weeks import today
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.talents import SignIn, asked, can, undo, url


def test_asking_takes_one_field_and_finding_one_press(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client = sign_in(a.member(of=opgave))

    client.post(url(opgave), data={"words": "filmpje maken"})
    request = session.scalars(select(TalentRequest)).one()
    assert "Dit zoeken we" in client.get(url(opgave)).text
    client.post(url(opgave, f"/{request.id}/gevonden"))

    session.refresh(request)
    assert (request.words, request.asked_on, request.found_on) == ("filmpje maken", today(), today())
    assert "Er staat geen vraag open." in client.get(url(opgave)).text


@pytest.mark.parametrize("words", ["", "   ", "x" * 121])
def test_a_request_without_words_or_with_too_many_is_asked_again(
    words: str, a: Builder, sign_in: SignIn, session: Session
) -> None:
    opgave = a.opgave()

    answer = sign_in(a.member(of=opgave)).post(url(opgave), data={"words": words})

    assert answer.status_code == 422
    assert 'id="words-fout"' in answer.text
    assert session.scalar(select(func.count()).select_from(TalentRequest)) == 0


@pytest.mark.parametrize("rest", ["", "/weg", "/gevonden", "/zoek-verder"])
def test_a_request_of_another_team_cannot_be_changed_from_here(rest: str, a: Builder, sign_in: SignIn) -> None:
    mine, request = a.opgave(), asked(a.opgave())

    answer = sign_in(a.member(of=mine)).post(url(mine, f"/{request.id}{rest}"), data={"words": "anders"})

    assert answer.status_code == 404
    assert (request.words, request.found_on, request.removed_at) == ("filmpje maken", None, None)


def test_a_request_is_refined_taken_away_and_put_back(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    request, client = asked(opgave), sign_in(a.member(of=opgave))
    here = url(opgave, f"/{request.id}")
    assert 'value="filmpje maken"' in client.get(here).text

    client.post(here, data={"words": "filmen", "more": "een uur"})
    assert (request.words, request.more) == ("filmen", "een uur")
    assert client.post(here, data={"words": ""}).status_code == 422
    gone = client.post(f"{here}/weg", follow_redirects=True)
    assert request.removed_at is not None
    assert client.get(here).status_code == 404

    undo(client, gone)
    assert request.removed_at is None


def test_what_was_found_can_be_looked_for_again(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    request, client = asked(opgave, found=1), sign_in(a.member(of=opgave))
    assert "Zoek verder" in client.get(url(opgave)).text

    client.post(url(opgave, f"/{request.id}/zoek-verder"))

    assert request.found_on is None


def test_the_team_sees_what_it_can_itself_and_who_fits(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    asked(opgave, "filmpje maken")
    member, stranger = a.member(of=opgave), a.person("Samuel Tesfay")
    can(member, "ik luister goed")
    can(stranger, "ik maak graag filmpjes met mijn telefoon")

    page = sign_in(member).get(url(opgave)).text

    ours = page.split("Dit kan ons team")[1]
    assert "ik luister goed" in ours
    assert "Samuel" not in ours
    assert "Vraag Samuel" in page


def test_the_team_reads_what_another_team_did_with_its_lesson(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave, school = a.opgave(), a.opgave("School")
    card = a.card(opgave, state=CardState.DOING)
    card.stop("Vraag eerst welk nummer klopt.")
    session.add(LessonUse(lesson=card.lesson, opgave=school, used_on=today()))

    page = sign_in(a.reader(of=opgave)).get(url(opgave)).text

    assert "Vraag eerst welk nummer klopt." in page
    assert "Team School gebruikte dit" in page


def test_the_block_costs_the_same_for_one_request_and_for_ten(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    client, numbers = sign_in(a.member(of=opgave)), []
    for times in (1, 9):
        for _ in range(times):
            request = asked(opgave, card=a.card(opgave, owner=a.member(of=opgave)))
            session.add(request.step_forward(a.person()))
            can(a.member(of=opgave), "ik film graag")
        session.commit()
        session.expunge_all()
        with counting_queries() as queries:
            assert client.get(f"/bord/opgaven/{opgave.slug}/talenten").status_code == 200
        numbers.append(queries.number)

    assert numbers[0] == numbers[1]
