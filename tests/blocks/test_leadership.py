"""Leiderschap: who gives the opgave a face."""

from collections.abc import Callable

import pytest

from board.blocks.leadership.queries import living_answer, progress
from board.blocks.protocol import Health
from board.core.people import Person, Role
from board.core.weeks import today
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]


def test_the_page_shows_who_leads_who_stands_behind_it_and_who_works_on_it(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.lead(of=opgave)
    a.sponsor(of=opgave)
    member = a.member(of=opgave, name="Ruth Pinas", job_title="schuldhulpverlener")

    main = sign_in(member).get(f"/bord/opgaven/{opgave.slug}/leiderschap").text.split("<main", 1)[1]

    places = [main.index(name) for name in ("Yasmina El Idrissi", "Wim Opdrachtgever", "Ruth Pinas")]
    assert places == sorted(places)
    assert "schuldhulpverlener" in main
    assert "Team wijzigen" not in main


def test_without_a_sponsor_the_page_says_what_to_do(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()

    page = sign_in(a.lead(of=opgave)).get(f"/bord/opgaven/{opgave.slug}/leiderschap").text

    assert "Er is nog geen opdrachtgever." in page
    assert "Team wijzigen" in page


@pytest.mark.parametrize(
    ("roles", "health"),
    [
        ([], Health.QUIET),
        ([Role.MEMBER, Role.READER], Health.QUIET),
        ([Role.LEAD], Health.ASKS),
        ([Role.LEAD, Role.LEAD], Health.ASKS),
        ([Role.SPONSOR], Health.ASKS),
        ([Role.LEAD, Role.SPONSOR], Health.ALIVE),
    ],
)
def test_alive_is_somebody_who_leads_and_somebody_behind_it(roles: list[Role], health: Health, a: Builder) -> None:
    opgave = a.opgave()
    for role in roles:
        a.member(opgave, role)

    assert progress(opgave, today()).health is health
    assert living_answer(opgave, today()).progress.health is health


def test_the_faces_begin_with_who_leads(a: Builder) -> None:
    opgave = a.opgave()
    sponsor, lead = a.sponsor(of=opgave), a.lead(of=opgave)
    a.member(of=opgave)

    assert [one.person for one in living_answer(opgave, today()).shown] == [lead, sponsor]
