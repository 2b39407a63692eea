"""Two people make the first of something at the same moment: one is first, the other reads so or is simply right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from board import db
from board.blocks.increments.models import BigResult, Piled
from board.blocks.leadership.models import TeamQuestion, Thanks
from board.blocks.why.models import CardReason
from board.core.opgaven.cards import CardState
from board.core.opgaven.labels import Label
from board.core.opgaven.opgaven import Audience, CitizenGroup, Membership, Opgave
from board.core.opgaven.results import Result
from board.core.opgaven.worries import worry_of
from board.core.people.people import Person, Visibility
from board.core.publishing.council_lines import CouncilLine
from board.core.publishing.faces import FaceLimit
from board.core.publishing.week_pages import WeekPage
from board.core.record.weeks import Week
from board.web.responses import tag
from tests.builders import Builder
from tests.edit_forms import page_of, seen_on
from tests.managers.council import NOW
from tests.support.card_page import form_of, url
from tests.together import all_at_once, client_of, meeting_before_they_write


@dataclass
class Scene:
    """Two people, what each sends, and how many of the thing there may be when both were answered."""

    people: tuple[Person, Person]
    address: tuple[str, str]
    data: tuple[dict[str, Any], dict[str, Any]]
    kind: type[db.Base]
    number: int = 1
    answers: set[tuple[int, int]] = field(default_factory=lambda: {(303, 303)})
    # What stands on the page of who came second.
    reads: str = ""


def twice(value: Any) -> tuple[Any, Any]:
    return value, value


def words_above_a_week(a: Builder) -> Scene:
    opgave = a.opgave()
    typed = ("Het regende.", "De zon scheen.")
    data = tuple({"introduction": text, "was": tag("")} for text in typed)
    people = (a.member(opgave), a.member(opgave))
    return Scene(people, twice("/bord/week/vooraf"), data, WeekPage, answers={(303, 409)}, reads="De zon scheen.")  # type: ignore[arg-type]


def the_order_of_a_week(a: Builder) -> Scene:
    opgave = a.opgave()
    first, second, third = (a.result(a.card(opgave), f"U krijgt {number} brieven.") for number in "123")
    data = {"lager": f"{first.id}-{second.id}"}, {"lager": f"{second.id}-{third.id}"}
    people = (a.member(opgave), a.member(opgave))
    return Scene(people, twice("/bord/week/volgorde"), data, WeekPage, answers={(200, 200)})


def a_label(a: Builder) -> Scene:
    opgave = a.opgave()
    cards = a.card(opgave), a.card(opgave)
    data = (form_of(cards[0], labels="huur"), form_of(cards[1], labels="Huur"))
    people = (a.member(opgave), a.member(opgave))
    return Scene(people, (url(cards[0]), url(cards[1])), data, Label)


def a_group(a: Builder) -> Scene:
    opgave = a.opgave()
    card = a.card(opgave)
    need = {"text": "Bel mij", "group": "huurders"}
    addresses = (url(card), f"/bord/opgaven/{opgave.slug}/inwoner")
    return Scene((a.member(opgave), a.member(opgave)), addresses, (form_of(card, group="Huurders"), need), CitizenGroup)


def an_opgave_with_the_same_name(a: Builder) -> Scene:
    words = {"title": "Ieder kind zwemt", "short_name": "Zwemmen", "summary": "", "visibility": Audience.INTERNAL.value}
    sure = {"goal_clear": "ja", "way_unclear": "ja", "many_parties": "ja"}
    return Scene((a.person(), a.person()), twice("/bord/opgaven/nieuw"), twice(words | sure), Opgave, number=2)


def a_colleague_on_the_team(a: Builder) -> Scene:
    opgave, colleague = a.opgave(), a.person()
    data = twice({"email": colleague.email, "role": "member"})
    people = (a.lead(opgave), a.lead(opgave))
    where = twice(f"/bord/opgaven/{opgave.slug}/team")
    return Scene(people, where, data, Membership, 3, {(303, 422)}, "zit al in dit team")


def an_account(a: Builder) -> Scene:
    data = ({"name": "Femke Jansen", "email": "f@l.example"}, {"name": "Femke Bos", "email": "F@l.example"})
    people = (a.admin(), a.admin())
    return Scene(people, twice("/bord/beheer/mensen/nieuw"), data, Person, 3, {(200, 422)}, "Dit adres is al van")


def a_limit_beside_a_result(a: Builder) -> Scene:
    opgave = a.opgave()
    person = a.member(opgave, visibility=Visibility.FIRST_NAME)
    result = a.public_result(opgave, owner=person)
    data = {"visibility": Visibility.ROLE.value}, {"visibility": Visibility.TEAM.value}
    return Scene(
        twice(person), twice(f"/bord/ik/in-beeld/resultaten/{result.id}"), data, FaceLimit, answers={(303, 409)}
    )


def thanks(a: Builder) -> Scene:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    a.result(card)
    return Scene(
        twice(a.sponsor(opgave)),
        twice(f"/bord/opgaven/{opgave.slug}/leiderschap/kaarten/{card.id}/dank"),
        twice({"thanks": "Mooi"}),
        Thanks,
    )


def a_question_for_the_team(a: Builder) -> Scene:
    opgave = a.opgave()
    data = ({"team_question": "Wat helpt?"}, {"team_question": "Wat kost het?"})
    where = twice(f"/bord/opgaven/{opgave.slug}/leiderschap/vraag-aan-team")
    return Scene(
        (a.sponsor(opgave), a.lead(opgave)), where, data, TeamQuestion, 1, {(303, 422)}, "Er ligt al een vraag"
    )


def words_for_the_council(a: Builder) -> Scene:
    opgave = a.opgave()
    a.public_result(opgave)
    people = (a.lead(opgave), a.sponsor(opgave))
    typed = {"programme": "6.3", "did": "", "noticed": "", "seen_at": f"{NOW.isoformat()}T12:00:00+00:00"}
    data = (typed | {"wants": "Minder post."}, typed | {"wants": "Meer rust."})
    where = twice(f"/bord/raad/{opgave.slug}?periode={Week.now().year}")
    return Scene(people, where, data, CouncilLine, 1, {(303, 409)}, "Meer rust.")


def a_place_on_a_pile(a: Builder) -> Scene:
    opgave = a.opgave()
    result = a.result(a.card(opgave, state=CardState.DOING))
    piles = [BigResult(opgave=opgave, sentence=f"U hoort altijd iets, {number}.") for number in (1, 2)]
    db.session.add_all(piles)
    db.session.flush()
    first, second = (f"/bord/opgaven/{opgave.slug}/klein/groter/{pile.id}/stenen/{result.id}" for pile in piles)
    return Scene((a.member(opgave), a.member(opgave)), (first, second), twice({}), Piled)


def a_reason(a: Builder) -> Scene:
    opgave = a.opgave()
    card, worry = a.card(opgave), worry_of(opgave)
    assert worry is not None
    where = twice(f"/bord/opgaven/{opgave.slug}/waarom/kaarten/{card.id}")
    return Scene((a.member(opgave), a.member(opgave)), where, twice({"waarom": f"zorg-{worry.id}"}), CardReason)


def a_result(a: Builder) -> Scene:
    opgave = a.opgave()
    card = a.card(opgave, state=CardState.DOING)
    typed = {"outcome": "gelukt", "deed": "wij belden", "happened_on": NOW.isoformat(), "version": ""}
    data = (typed | {"sentence": "U krijgt één brief."}, typed | {"sentence": "U hoeft niet te bellen."})
    return Scene((a.member(opgave), a.member(opgave)), twice(url(card, "/rond-af")), data, Result, 1, {(303, 409)})


SCENES = (
    words_above_a_week,
    the_order_of_a_week,
    a_label,
    a_group,
    an_opgave_with_the_same_name,
    a_colleague_on_the_team,
    an_account,
    a_limit_beside_a_result,
    thanks,
    a_question_for_the_team,
    words_for_the_council,
    a_place_on_a_pile,
    a_reason,
    a_result,
)


def seen_in(app: Flask, browser: FlaskClient, address: str) -> dict[str, Any]:
    """What a form says that its reader saw, when it was opened before the other one was sent."""
    page = page_of(app, address)
    return dict(seen_on(browser.get(page).text, address)) if page else {}


@pytest.mark.parametrize("scene", SCENES)
def test_two_who_make_the_first_are_both_answered_well(live: Flask, scene: Callable[[Builder], Scene]) -> None:
    with db.transaction(live.extensions["engine"]):
        made = scene(Builder())
        people = [person.id for person in made.people]
    browsers = [client_of(live, person) for person in people]
    sent = [
        (browser, address, seen_in(live, browser, address) | data)
        for browser, address, data in zip(browsers, made.address, made.data, strict=True)
    ]
    calls = [partial(browser.post, address, data=data) for browser, address, data in sent]

    with meeting_before_they_write():
        got = all_at_once(*([call] for call in calls))

    answers = sorted((answers[0] for answers in got), key=lambda answer: answer.status_code)
    assert tuple(answer.status_code for answer in answers) in made.answers
    assert made.reads in answers[1].text
    with db.opened(live.extensions["engine"]) as session:
        assert session.scalar(select(func.count()).select_from(made.kind)) == made.number


def test_nothing_of_the_first_try_is_left(live: Flask) -> None:
    """Not a message twice, and not the words that lost."""
    with db.transaction(live.extensions["engine"]):
        a = Builder()
        made = an_opgave_with_the_same_name(a)
        people = [person.id for person in made.people]
    browsers = [client_of(live, person) for person in people]

    with meeting_before_they_write():
        all_at_once(*([partial(browser.post, made.address[0], data=made.data[0])] for browser in browsers))

    with db.opened(live.extensions["engine"]) as session:
        opgaven = session.scalars(select(Opgave).order_by(Opgave.slug)).all()
        assert [opgave.slug for opgave in opgaven] == ["zwemmen", "zwemmen-2"]
        leads = session.scalars(select(Membership.person_id)).all()
    assert sorted(leads) == sorted(people)
