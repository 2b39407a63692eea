"""Talenten on Vandaag: who asks me, who steps forward for my card, what I could do elsewhere, and how it ended."""

from datetime import timedelta

from sqlalchemy.orm import Session

from board.blocks.answers import TodayPlace
from board.blocks.talents.slots.today import items
from board.core.people.people import Person
from board.core.record.weeks import today
from tests.builders import Builder
from tests.counting import counting_queries
from tests.support.talents import SignIn, asked, can

VANDAAG = "/bord"


def told(person: Person) -> list[str]:
    return [thing.what for one in items(person, today()) if one.place is TodayPlace.ASKED for thing in one.things]


def elsewhere(person: Person) -> list[str]:
    return [
        thing.request.words for one in items(person, today()) if one.place is TodayPlace.NOBODY for thing in one.things
    ]


def test_who_is_asked_reads_it_and_answers_from_there(a: Builder, sign_in: SignIn, session: Session) -> None:
    opgave = a.opgave()
    femke, samuel = a.member(of=opgave, name="Femke Bruinsma"), a.person("Samuel Tesfay")
    request = asked(opgave, "meelezen", card=a.card(opgave, "Schrijf de brief opnieuw"))
    request.more = "een kwartier"
    session.add(request.ask(samuel, by=femke))
    client = sign_in(samuel)

    page = client.get(VANDAAG).text
    assert "Femke zoekt jouw talent: meelezen" in page
    assert "een kwartier" in page
    assert "Schrijf de brief opnieuw" not in page
    answer = client.post(f"/bord/talenten/{request.id}/dat-kan-ik?verder={VANDAAG}")

    assert answer.location == VANDAAG
    assert "zoekt jouw talent" not in client.get(VANDAAG).text
    assert "Samuel doet mee: meelezen" in sign_in(femke).get(VANDAAG).text


def test_an_offer_waits_for_the_owner_of_the_card_and_for_the_lead(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    owner, other, lead, sponsor = a.member(of=opgave), a.member(of=opgave), a.lead(of=opgave), a.sponsor(of=opgave)
    offer = asked(opgave, card=a.card(opgave, owner=owner)).step_forward(a.person("Samuel"))
    session.add(offer)
    session.flush()

    assert [told(person) for person in (owner, lead, other, sponsor)] == [["forward"], ["forward"], [], []]
    offer.agree(on=today(), on_team=False)
    session.flush()
    assert [told(person) for person in (owner, lead, offer.person)] == [[], [], ["welcome"]]


def test_how_it_ended_stays_for_a_week(a: Builder, session: Session) -> None:
    opgave, samuel = a.opgave(), a.person("Samuel")
    member = a.member(of=opgave)
    offer = asked(opgave).ask(samuel, by=member)
    session.add(offer)
    offer.not_now(on=today() - timedelta(days=6))
    session.flush()
    assert (told(member), told(samuel)) == (["declined"], [])

    offer.not_now(on=today() - timedelta(days=7))
    session.flush()
    assert told(member) == []


def test_what_fits_me_elsewhere_stands_with_what_nobody_took_up(a: Builder, sign_in: SignIn) -> None:
    opgave, me = a.opgave("School"), a.person()
    for words in ("voorlezen", "lezen met kinderen", "samen lezen", "zingen"):
        asked(opgave, words)
    assert elsewhere(me) == []
    can(me, "ik lees graag voor")

    assert len(elsewhere(me)) == 2
    assert "zingen" not in elsewhere(me)
    page = sign_in(me).get(VANDAAG).text
    assert "Dat kan ik" in page
    assert "Team School" in page


def test_what_i_offered_or_ask_myself_is_not_shown_to_me(a: Builder, session: Session) -> None:
    opgave = a.opgave()
    me = a.member(of=opgave)
    can(me, "ik film graag")
    asked(opgave, card=a.card(opgave, owner=me))
    session.add(asked(opgave).step_forward(me))
    session.flush()

    assert elsewhere(me) == []


def test_what_is_found_removed_or_of_a_stopped_card_does_not_wait(a: Builder, session: Session) -> None:
    opgave, samuel = a.opgave(), a.person()
    member, card = a.member(of=opgave), a.card(opgave)
    found, gone, over = asked(opgave, found=0), asked(opgave), asked(opgave, card=card)
    session.add_all([one.ask(samuel, by=member) for one in (found, gone, over)])
    gone.remove()
    card.stop()
    session.flush()

    assert told(samuel) == []


def test_vandaag_asks_three_questions_however_much_there_is(a: Builder, session: Session) -> None:
    opgave, me = a.opgave(), a.person()
    lead, numbers = a.lead(of=opgave), []
    for times in (1, 6):
        for _ in range(times):
            session.add(asked(opgave, card=a.card(opgave)).ask(me, by=lead))
            can(me, "ik film graag")
        session.commit()
        session.expunge_all()
        with counting_queries() as queries:
            items(me, today())
        numbers.append(queries.number)

    assert numbers == [3, 3]
