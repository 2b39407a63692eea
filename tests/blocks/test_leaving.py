"""Whoever leaves, in whichever way, lets go of the work."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from board.blocks.citizen.models import SignalState
from board.blocks.citizen.queries.signals import colleagues_for
from board.blocks.shared import leaving
from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Membership
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.undo.steps import CannotUndo, undo_step
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.support.leaving import AtWork, erased

SignIn = Callable[[Person], Client]


def last_change(card: Card) -> Change | None:
    query = select(Change).where(Change.kind == "card", Change.thing_id == card.id)
    return db.scalars(query.order_by(Change.id.desc())).first()


ONE = {"cards": [False, True], "helping": [False, True], "signals": [False, True, True]}
NOTHING = {"cards": [False, False], "helping": [False, False], "signals": [False, False, False]}


@pytest.fixture
def at_work(a: Builder) -> AtWork:
    return AtWork(a)


def off_the_team(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/opgaven/schulden/team/{work.membership.id}/weg").status_code


def to_reader(client: Client, work: AtWork) -> int:
    number = work.membership.id
    return client.post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "reader"}).status_code


def to_sponsor(client: Client, work: AtWork) -> int:
    number = work.membership.id
    return client.post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "sponsor"}).status_code


def without_access(client: Client, work: AtWork) -> int:
    return client.post(f"/bord/beheer/mensen/{work.person.id}/weg").status_code


@pytest.mark.parametrize(
    ("leave", "left"),
    [(off_the_team, ONE), (to_reader, ONE), (to_sponsor, ONE), (without_access, NOTHING), (erased, NOTHING)],
)
def test_open_cards_helping_claims_and_offers_end_in_each_way(
    a: Builder, sign_in: SignIn, at_work: AtWork, leave: Callable[[Client, AtWork], int], left: dict[str, list[bool]]
) -> None:
    assert leave(sign_in(a.admin()), at_work) == 303

    assert at_work.holds == left
    assert at_work.signals[0].state is SignalState.ORPHAN
    assert at_work.offer.removed_at is not None
    # What is done stays as it was.
    assert at_work.done.owner is at_work.person
    assert at_work.person in at_work.done.helpers


def test_another_role_that_works_changes_nothing(a: Builder, sign_in: SignIn, at_work: AtWork) -> None:
    before, number = at_work.holds, at_work.membership.id

    sign_in(a.admin()).post(f"/bord/opgaven/schulden/team/{number}/rol", data={f"lid-{number}-role": "lead"})

    assert at_work.holds == before


def test_who_is_on_no_team_any_more_lets_go_of_what_was_left_there(a: Builder, sign_in: SignIn) -> None:
    card = a.card(a.opgave(), owner=a.person())

    assert card.owner is not None
    sign_in(a.admin()).post(f"/bord/beheer/mensen/{card.owner.id}/weg")

    assert card.owner is None


def test_what_comes_free_is_said_beforehand(a: Builder, sign_in: SignIn, at_work: AtWork) -> None:
    client = sign_in(a.admin())

    for page in (f"/bord/beheer/mensen/{at_work.person.id}", f"/bord/beheer/mensen/{at_work.person.id}/wis"):
        assert "open kaarten, hulp bij kaarten, signalen" in " ".join(client.get(page).text.split())
    page = client.get(f"/bord/opgaven/schulden/team/{at_work.membership.id}/weg").text
    assert "open kaarten, hulp bij kaarten, signalen" in " ".join(page.split())


@pytest.mark.parametrize("way", ["weg", "wis"])
def test_the_only_opgavemanager_goes_when_that_was_read_beforehand(a: Builder, sign_in: SignIn, way: str) -> None:
    opgave = a.opgave(title="Iedereen een dak")
    lead, client = a.lead(opgave), sign_in(a.admin())
    address, typed = f"/bord/beheer/mensen/{lead.id}/{way}", {"name": lead.name}
    page = client.get(address if way == "wis" else f"/bord/beheer/mensen/{lead.id}").text
    assert "Iedereen een dak" in page

    unread = client.post(address, data=typed)
    assert unread.status_code == 422
    assert "de enige opgavemanager van: Iedereen een dak" in unread.text
    assert db.scalar(select(func.count()).select_from(Membership)) == 1

    told = client.post(address, data=typed | {"alleen": str(opgave.id)}, follow_redirects=True)
    assert "Kies bij het team een nieuwe opgavemanager voor: Iedereen een dak" in told.text
    assert db.scalar(select(func.count()).select_from(Membership)) == 0


def test_a_colleague_who_stepped_back_meanwhile_is_noticed(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    lead, second, client = a.lead(opgave), a.lead(opgave), sign_in(a.admin())
    assert "enige opgavemanager" not in client.get(f"/bord/beheer/mensen/{lead.id}").text
    leaving.take_access_away(second)
    db.commit()

    assert client.post(f"/bord/beheer/mensen/{lead.id}/weg", data={"alleen": ""}).status_code == 422


def test_what_came_free_does_not_go_back_to_who_left(at_work: AtWork) -> None:
    leaving.leave_team(at_work.membership)
    db.flush()

    for card in (at_work.cards[0], at_work.helped[0]):
        change = last_change(card)
        assert change is not None
        with pytest.raises(CannotUndo):
            undo_step([change])
    assert at_work.holds == ONE


def test_a_signal_is_not_handed_over_to_who_left(a: Builder, at_work: AtWork) -> None:
    assert at_work.person in colleagues_for(at_work.signals[2], None) or at_work.signals[2].claimed_by is at_work.person
    leaving.take_access_away(at_work.person)
    db.flush()

    assert at_work.person not in colleagues_for(at_work.signals[2], None)
