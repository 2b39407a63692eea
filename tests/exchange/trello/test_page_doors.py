"""A kept file is for the lead who chose it, for a while, and an import is whole or not there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Role
from board.core.record.weeks import now
from board.db import session
from board.exchange.models import Upload
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello.page import kept, page, send
from tests.exchange.trello.written import how_many

SignIn = Callable[[Person], Client]


def test_a_file_is_only_for_who_chose_it(lead: Client, opgave: Opgave, sign_in: SignIn, a: Builder) -> None:
    address = kept(lead, opgave)
    colleague = sign_in(a.member(opgave, Role.LEAD))
    other = a.opgave(slug="school")
    a.membership(other, session.scalars(select(Person).where(Person.name.startswith("Yasmina"))).one(), Role.LEAD)

    assert colleague.get(address).status_code == 404
    assert colleague.post(address).status_code == 404
    assert lead.get(address.replace("schulden", "school")).status_code == 404
    assert lead.get(address).status_code == 200


@pytest.mark.parametrize(("role", "status"), [(Role.MEMBER, 403), (Role.SPONSOR, 403), (Role.READER, 403)])
def test_only_a_lead_brings_work_in(sign_in: SignIn, a: Builder, opgave: Opgave, role: Role, status: int) -> None:
    client = sign_in(a.member(opgave, role))

    assert client.get(page(opgave)).status_code == status
    assert send(client, opgave).status_code == status


def test_a_next_file_takes_the_place_of_the_first(lead: Client, opgave: Opgave) -> None:
    first, second = kept(lead, opgave), kept(lead, opgave)

    assert lead.get(second).status_code == 200
    gone = lead.get(first)
    assert gone.status_code == 404
    assert "Dit bestand is hier niet meer" in gone.text


def test_a_file_is_gone_after_a_day(lead: Client, opgave: Opgave, sign_in: SignIn, a: Builder) -> None:
    address = kept(lead, opgave)
    upload = session.scalars(select(Upload)).one()
    upload.at = now() - timedelta(hours=25)
    session.flush()

    assert lead.post(address).status_code == 404
    kept(sign_in(a.member(opgave, Role.LEAD)), opgave)
    assert how_many(Upload) == [1]


def test_second_thoughts_throw_the_file_away(lead: Client, opgave: Opgave) -> None:
    answer = lead.post(f"{kept(lead, opgave)}/weg", follow_redirects=True)

    assert "Er is niets veranderd." in answer.text
    assert how_many(Upload, Card) == [0, 0]
