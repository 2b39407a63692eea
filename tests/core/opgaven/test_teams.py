"""Somebody always leads, somebody has one role, and who leaves leaves nothing open behind."""

import pytest
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from board.core.opgaven import teams
from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Audience
from board.core.people.people import Role
from tests.builders import Builder


def test_who_begins_an_opgave_leads_it(a: Builder, session: Session) -> None:
    person = a.person()

    opgave = teams.begin_opgave(
        {"short_name": "Schulden", "title": "Geen brief blijft dicht"}, Audience.INTERNAL, person
    )

    assert list(teams.led_alone(person)) == [opgave]


def test_who_joined_is_on_the_team_once(a: Builder, session: Session) -> None:
    opgave, person = a.opgave(), a.person()
    teams.join(opgave, person, Role.MEMBER)
    session.flush()
    assert teams.works_somewhere(person)

    with pytest.raises(teams.AlreadyOnTeam):
        teams.join(opgave, person, Role.LEAD)

    teams.join(a.opgave("Wonen"), person, Role.LEAD)


def test_who_only_reads_does_not_work_there(a: Builder) -> None:
    assert not teams.works_somewhere(a.reader(a.opgave()))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD])
def test_the_last_lead_keeps_that_role(a: Builder, session: Session, role: Role) -> None:
    opgave = a.opgave()
    alone = a.membership(opgave, a.person(), Role.LEAD)

    with pytest.raises(teams.LastLead):
        teams.give_role(alone, role)
    assert alone.role is Role.LEAD
    teams.give_role(alone, Role.LEAD)  # what stands there already is no step back

    a.lead(opgave)
    teams.give_role(alone, role)
    assert alone.role is role


def test_a_lead_of_another_opgave_does_not_count(a: Builder, session: Session) -> None:
    alone = a.membership(a.opgave(), a.person(), Role.LEAD)
    a.lead(a.opgave("Wonen"))

    with pytest.raises(teams.LastLead):
        teams.check_others_lead(alone)


def test_a_member_is_found_on_their_own_team_only(a: Builder) -> None:
    opgave = a.opgave()
    there = a.membership(opgave, a.person(), Role.MEMBER)

    assert teams.member(opgave, there.id) is there
    with pytest.raises(NoResultFound):
        teams.member(a.opgave("Wonen"), there.id)


def test_only_what_is_open_on_that_opgave_comes_free(a: Builder, session: Session) -> None:
    opgave, elsewhere = a.opgave(), a.opgave("Wonen")
    person, colleague = a.member(opgave), a.member(opgave, name="Daan Hoekstra")
    mine, helped = a.card(opgave, owner=person), a.card(opgave, owner=colleague, helpers=[person, colleague])
    done = a.card(opgave, owner=person, state=CardState.DOING)
    a.result(done)
    other = a.card(elsewhere, owner=person)

    teams.free_cards(person, opgave)

    assert (mine.owner, helped.owner, done.owner, other.owner) == (None, colleague, person, person)
    assert helped.helpers == [colleague]

    teams.free_cards(person)
    assert other.owner is None
