"""Every address that changes what is there is known: its form carries what was seen, or it needs no such thing."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from board.blocks.citizen.models import Signal
from board.blocks.leadership.models import SupportRequest
from board.blocks.talents.models import Talent
from board.core.opgaven.cards import Card
from board.core.opgaven.worries import WorryCheck
from board.core.people.people import Person, Visibility
from board.core.record.weeks import today
from board.db import session
from board.web.guard_table import doors
from tests.builders import Builder
from tests.client import Client
from tests.edit_forms import EDITS, page_of, seen_on
from tests.support.making import HARMLESS
from tests.world import World

SignIn = Callable[[Person], Client]
# What changes something that is there, and overwrites nobody's words without “gezien”.
OTHERWISE = {
    "says where its reader saw the card": "board.drop card.send",
    "says what it becomes, whatever it was": """
        card.tick faces.hide faces.nowhere faces.unhide increments.not_yet increments.pile_up increments.put_on
        talents.found talents.look_on week.hide why.hide_worry why.show_worry""",
    "says which of two comes first": "week.arrange card.place_item",
    "stands in a state, and only the next step is possible": """
        asked_talents.not_now card.withdraw signals.claim signals.hand_over signals.not_now signals.open_again
        talents.say_not_now talents.say_yes""",
    "asks for what only its owner knows": "manage.change_password",
    "keeps nothing yet": "trello.count",
    "says of each name whom its reader saw there; whoever was chosen meanwhile stays": "trello.match",
}


def test_a_new_address_that_changes_something_says_how_two_people_lose_nothing() -> None:
    """Its form is an EditForm and stands in EDITS (tests/edit_forms.py); or say here why it needs none."""
    changes = HARMLESS["changes what is there, or says how it must be"].split()
    otherwise = {endpoint for endpoints in OTHERWISE.values() for endpoint in endpoints.split()}

    assert set(changes) - set(EDITS) == otherwise


def all_is_of(person: Person, world: World) -> None:
    """What only its owner may change is this person's."""
    signal = session.get_one(Signal, world.values["signals.number"])
    signal.opgave = world.opgave
    signal.claim(person, today())
    session.get_one(Talent, world.values["talent"]).person = person
    session.get_one(SupportRequest, world.values["leadership.support.number"]).asked_by = person
    session.get_one(WorryCheck, world.values["why.check.number"]).person = person
    shown = session.scalars(select(Card).where(Card.result_id == world.values["faces.number"])).one()
    shown.owner, person.visibility, person.name_in_doubt = person, Visibility.FULL, True
    session.commit()


@pytest.mark.parametrize("endpoint", EDITS)
def test_a_form_on_what_is_there_carries_what_was_seen(endpoint: str, app: Flask, a: Builder, sign_in: SignIn) -> None:
    world = World(a)
    all_is_of(world.people["lid"], world)
    rule = next(rule for method, rule, _ in doors(app) if method == "POST" and rule.endpoint == endpoint)
    address = world.address(app, rule)
    page = page_of(app, address)
    assert page is not None

    carried = [seen_on(sign_in(person).get(page).text, address) for person in world.people.values()]

    assert any(carried), f"nobody gets a form with “gezien” for {address} on {page}"
