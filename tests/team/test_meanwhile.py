"""While somebody typed, a colleague did something with the whole card: nothing typed is lost, and nothing is silent."""

from collections.abc import Callable

import pytest

from board.blocks.increments.models import BigResult
from board.blocks.why.models import CardReason
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.worries import sign
from board.core.people.people import Person, Role
from board.core.publishing.result_photos import photo_of
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import sent_by
from tests.photos import give_photo
from tests.support.card_page import url

SignIn = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def member(a: Builder, opgave: Opgave, sign_in: SignIn) -> Client:
    return sign_in(a.member(of=opgave))


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    return a.card(opgave, state=CardState.DOING)


def cards(opgave: Opgave) -> list[str]:
    return [card.action for card in session.query(Card).filter_by(opgave=opgave).order_by(Card.id)]


def test_splitting_takes_over_what_a_colleague_wrote_of_the_rest(opgave: Opgave, member: Client, card: Card) -> None:
    seen = member.opened(url(card, "/splits"))
    card.edit(action="Bel twintig mensen")
    session.commit()

    answer = member.post(url(card, "/splits"), data=seen | {"first": "Bel er één"})

    assert answer.status_code == 303
    assert cards(opgave) == ["Bel twintig mensen", "Bel er één"]
    assert "veranderde ook “En wat blijft er dan over?”" in member.get(f"/bord/opgaven/{opgave.slug}").text


def test_splitting_asks_when_both_said_what_is_left(opgave: Opgave, member: Client, card: Card) -> None:
    seen = member.opened(url(card, "/splits"))
    card.edit(action="Bel twintig mensen")
    session.commit()

    answer = member.post(url(card, "/splits"), data=seen | {"first": "Bel er één", "rest": "Bel de negen anderen"})

    assert answer.status_code == 409
    assert {"Bel twintig mensen"} == set(cards(opgave))
    assert "Bel twintig mensen" in answer.text
    again = sent_by(answer.text, url(card, "/splits"))
    assert (again["first"], again["rest"]) == ("Bel er één", "Bel de negen anderen")
    assert member.post(url(card, "/splits"), data=again).status_code == 303
    assert cards(opgave) == ["Bel de negen anderen", "Bel er één"]


def test_what_was_stopped_meanwhile_is_not_split_and_both_lines_stay(
    opgave: Opgave, member: Client, card: Card
) -> None:
    seen = member.opened(url(card, "/splits"))
    card.stop()
    session.commit()

    answer = member.post(url(card, "/splits"), data=seen | {"first": "Bel er één", "rest": "Bel de rest"})

    assert answer.status_code == 409
    assert "Een collega stopte intussen met deze kaart." in answer.text
    again = sent_by(answer.text, url(card, "/splits"))
    assert (again["first"], again["rest"]) == ("Bel er één", "Bel de rest")
    assert len(cards(opgave)) == 1


def test_finishing_what_was_stopped_meanwhile_is_asked_once(member: Client, card: Card) -> None:
    here = url(card, "/rond-af")
    seen = member.opened(here) | {"sentence": "U krijgt één brief."}
    card.stop()
    session.commit()

    answer = member.post(here, data=seen)

    assert answer.status_code == 409
    assert "Een collega stopte intussen met deze kaart." in answer.text
    assert card.state.value == "gestopt"
    assert member.post(here, data=sent_by(answer.text, here)).status_code == 303
    assert card.state.value == "gedaan"


def test_finishing_what_a_colleague_finished_shows_both_sentences(a: Builder, member: Client, card: Card) -> None:
    here = url(card, "/rond-af")
    seen = member.opened(here) | {"sentence": "U krijgt één brief."}
    a.result(card, "U wordt gebeld.")
    session.commit()

    answer = member.post(here, data=seen)

    assert answer.status_code == 409
    assert "Een collega rondde deze kaart intussen af." in answer.text
    assert "U wordt gebeld." in answer.text
    assert sent_by(answer.text, here)["sentence"] == "U krijgt één brief."
    assert card.result
    assert card.result.sentence == "U wordt gebeld."


def test_what_went_public_meanwhile_is_not_rewritten_unseen(a: Builder, member: Client, card: Card) -> None:
    here = url(card, "/rond-af")
    result = a.result(card)
    seen = member.opened(here) | {"lesson": "Bel na vijven."}
    result.publish(by=a.person())
    session.commit()

    answer = member.post(here, data=seen)

    assert answer.status_code == 409
    assert "Een collega publiceerde dit intussen." in answer.text
    assert result.lesson == ""


def test_two_reasons_to_withdraw_are_both_read(a: Builder, opgave: Opgave, member: Client) -> None:
    result = a.public_result(opgave)
    card = session.query(Card).filter_by(result_id=result.id).one()
    result.withdraw("Het klopte niet.", by=a.person())
    session.commit()

    answer = member.post(url(card, "/trek-in"), data={"reason": "Het was te vroeg."})

    assert answer.status_code == 409
    assert "Een collega trok dit al in, omdat: “Het klopte niet.”." in answer.text
    assert "Het was te vroeg." in answer.text
    assert result.withdrawn_reason == "Het klopte niet."


def test_a_photo_that_a_colleague_changed_is_neither_replaced_nor_thrown_away_unseen(
    a: Builder, member: Client, card: Card
) -> None:
    result = a.result(card)
    old = give_photo(result, by=a.person())
    here = url(card, "/foto")
    seen, gone = member.opened(here), member.opened(f"{here}/weg")
    old.replace(give_photo(a.public_result(card.opgave), by=a.person()).photo, by=a.person())
    session.commit()
    now = photo_of(result)

    answer = member.post(here, data=seen | {"alt": "Een tafel."})
    member.post(f"{here}/weg", data=gone)

    assert answer.status_code == 409
    assert "Een collega zette er intussen een andere foto neer." in answer.text
    assert sent_by(answer.text, here)["alt"] == "Een tafel."
    assert photo_of(result) is now
    assert now
    assert now.alt != "Een tafel."


def test_of_many_cards_those_that_moved_meanwhile_are_named_and_left(
    a: Builder, opgave: Opgave, member: Client, card: Card
) -> None:
    moved, done = a.card(opgave, "Schrijf de bank"), a.card(opgave, "Vraag de wijkagent")
    here = f"/bord/opgaven/{opgave.slug}/samen"
    seen = member.opened(here) | {"kaarten": [card.id, moved.id, done.id], "naar": "staat:gepland"}
    moved.move(CardState.DOING)
    a.result(done)
    session.commit()

    answer = member.post(here, data=seen)

    assert answer.status_code == 303
    text = member.get(answer.location).text
    assert "Een collega verplaatste intussen ‘Schrijf de bank’, ‘Vraag de wijkagent’." in text
    assert [one.state for one in (card, moved, done)] == [CardState.PLANNED, CardState.DOING, CardState.DONE]


def test_when_all_of_them_moved_nothing_happens_and_the_page_says_so(
    opgave: Opgave, member: Client, card: Card
) -> None:
    here = f"/bord/opgaven/{opgave.slug}/samen"
    seen = member.opened(here) | {"kaarten": [card.id], "naar": "staat:idee"}
    card.move(CardState.PLANNED)
    session.commit()

    answer = member.post(here, data=seen)

    assert answer.status_code == 409
    assert card.state is CardState.PLANNED


def test_who_writes_on_what_was_taken_away_hears_that(a: Builder, opgave: Opgave, member: Client) -> None:
    big = BigResult(opgave=opgave, sentence="U hoort altijd iets.")
    session.add(big)
    session.commit()
    here = f"/bord/opgaven/{opgave.slug}/klein/groter/{big.id}"
    seen = member.opened(here)
    big.remove()
    session.commit()

    answer = member.post(here, data=seen | {"sentence": "U hoort binnen een week iets."})

    assert answer.status_code == 409
    assert "Een collega haalde dit net weg" in answer.text
    assert member.get(here).status_code == 404


def test_two_roles_for_one_colleague_are_asked(a: Builder, opgave: Opgave, sign_in: SignIn) -> None:
    lead, membership = sign_in(a.lead(of=opgave)), a.membership(opgave, a.person("Femke Bos"), Role.MEMBER)
    here, field = f"/bord/opgaven/{opgave.slug}/team/{membership.id}/rol", f"lid-{membership.id}-role"
    seen = lead.opened(here)
    membership.role = Role.SPONSOR
    session.commit()

    answer = lead.post(here, data=seen | {field: "reader"})

    assert answer.status_code == 409
    assert "opdrachtgever" in answer.text
    assert membership.role.value == "sponsor"
    assert lead.post(here, data=sent_by(answer.text, here) | {f"{field}-keus": "mijn"}).status_code == 303
    assert membership.role.value == "reader"


def test_why_a_card_is_there_is_asked_when_a_colleague_chose_another_worry(
    a: Builder, opgave: Opgave, member: Client, card: Card
) -> None:
    first, second = (sign(opgave, text, a.person()) for text in ("Ik lig wakker van post.", "Ik lig wakker van geld."))
    session.flush()
    here = f"/bord/opgaven/{opgave.slug}/waarom/kaarten/{card.id}"
    seen = member.opened(here)
    session.add(CardReason(opgave_id=opgave.id, card=card, worry_id=first.id))
    session.commit()

    answer = member.post(here, data=seen | {"waarom": f"zorg-{second.id}"})

    assert answer.status_code == 409
    assert "Ik lig wakker van post." in answer.text
    assert member.post(here, data=sent_by(answer.text, here)).status_code == 303
    assert session.query(CardReason).one().worry_id == second.id
