"""Opgaven: which there are, and how one begins."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from board.core.opgaven.opgaven import Audience, Membership, Opgave
from board.core.people.people import Person, Role
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.opgaven import GREEN, LIST, NEW

SignIn = Callable[[Person], Client]


def test_the_list_shows_what_drives_each_opgave_of_mine_and_how_high_its_stack_is(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave("Schulden")
    a.public_result(opgave)
    a.public_result(opgave)

    page = sign_in(a.lead(of=opgave)).get(LIST).text

    assert "Ik lig wakker van de post die niemand opent." in page
    assert "2 stenen" in page
    assert f'href="/bord/opgaven/{opgave.slug}"' in page
    assert f'href="/opgaven/{opgave.slug}"' in page
    assert "jij bent opgavemanager" in page


def test_an_opgave_of_others_is_not_in_my_list(a: Builder, sign_in: SignIn) -> None:
    a.opgave(title="Van een ander team")

    page = sign_in(a.person()).get(LIST).text

    assert "Van een ander team" not in page
    assert "Begin een opgave" in page
    assert "Nog geen opgave" in page


@pytest.mark.parametrize("who", ["manager", "admin"])
def test_a_manager_and_an_administrator_see_all(who: str, a: Builder, sign_in: SignIn) -> None:
    a.opgave(title="Van een ander team")

    page = sign_in(getattr(a, who)()).get(LIST).text

    assert "Andere opgaven" in page
    assert "Van een ander team" in page


def test_an_internal_opgave_and_one_in_preparation_have_no_public_page(a: Builder, sign_in: SignIn) -> None:
    internal = a.opgave(public=False)
    waiting = a.opgave(active=False)
    person = a.lead(of=internal)
    a.membership(waiting, person, Role.LEAD)

    page = sign_in(person).get(LIST).text

    assert 'href="/opgaven/' not in page
    assert "Nog geen zorg getekend." in page


def test_the_list_asks_as_much_of_the_database_for_many_opgaven_as_for_one(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    person = a.lead(of=opgave)
    client = sign_in(person)
    with counting_queries() as one:
        client.get(LIST)
    for _ in range(5):
        another = a.opgave()
        a.public_result(another)
        a.membership(another, person, Role.MEMBER)
    with counting_queries() as many:
        client.get(LIST)

    assert many.number == one.number
    assert one.number <= 3


def test_anyone_signed_in_can_begin_an_opgave_and_leads_it(a: Builder, sign_in: SignIn, session: Session) -> None:
    person = a.person()

    answer = sign_in(person).post(NEW, data=GREEN)

    opgave = session.scalars(select(Opgave)).one()
    membership = session.scalars(select(Membership)).one()
    assert answer.location == "/bord/opgaven/groen/waarom"
    assert (opgave.title, opgave.short_name, opgave.summary) == (
        "Elke straat groener",
        "Groen",
        "Hete zomers",
    )
    assert opgave.visibility is Audience.INTERNAL
    assert opgave.active_since is None
    assert (membership.person_id, membership.role) == (person.id, Role.LEAD)


def test_a_new_opgave_first_asks_what_keeps_you_awake_and_starts_with_that(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    client = sign_in(a.person())
    why = client.post(NEW, data=GREEN).location
    assert why is not None
    assert "Hier begint de opgave" in client.get(why).text

    client.post(f"{why}/teken", data={"text": "Ik lig wakker van mijn buurvrouw in de hitte."})

    assert session.scalars(select(Opgave)).one().active_since is not None
    assert "mijn buurvrouw in de hitte" in client.get(why).text


def test_two_opgaven_with_the_same_name_get_addresses_of_their_own(
    a: Builder, sign_in: SignIn, session: Session
) -> None:
    client = sign_in(a.person())
    client.post(NEW, data=GREEN)
    client.post(NEW, data=GREEN)

    assert set(session.scalars(select(Opgave.slug))) == {"groen", "groen-2"}


def test_an_opgave_called_nieuw_does_not_hide_behind_the_form(a: Builder, sign_in: SignIn, session: Session) -> None:
    client = sign_in(a.person())

    client.post(NEW, data=GREEN | {"short_name": "Nieuw"})

    slug = session.scalar(select(Opgave.slug))
    assert slug != "nieuw"
    assert client.get(f"/bord/opgaven/{slug}").status_code == 200
