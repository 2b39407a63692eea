"""Beside one result I may show less than elsewhere, never more; nobody else can choose it for me."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person, Role, Visibility
from board.core.publishing import accounts
from board.core.publishing.faces import FaceLimit, ShowsMore, limits_of, show_less
from board.core.record.history import Change
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.support.card_page import url

Enter = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave("Schulden")


@pytest.fixture
def ruth(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave, job_title="schuldhulpverlener", visibility=Visibility.FIRST_NAME)


@pytest.fixture
def result(a: Builder, opgave: Opgave, ruth: Person) -> Result:
    return a.public_result(opgave, owner=ruth)


def card_of(result: Result) -> Card:
    return db.scalars(select(Card).where(Card.result_id == result.id)).one()


def at(result: Result) -> str:
    return f"/bord/ik/in-beeld/resultaten/{result.id}"


def limit(result: Result, person: Person) -> Visibility | None:
    return limits_of([result.id]).get((result.id, person.id))


def test_who_holds_the_card_is_offered_what_shows_no_more(sign_in: Enter, ruth: Person, result: Result) -> None:
    for address in (url(card_of(result), "/publiceer"), at(result)):
        page = sign_in(ruth).get(address).text
        assert "Hoe sta jij bij dit resultaat?" in page
        assert "Zoals overal: voornaam" in page
        assert 'value="role"' in page
        assert 'value="full"' not in page


def test_less_is_kept_and_seen_in_each_preview(sign_in: Enter, ruth: Person, result: Result) -> None:
    client, card = sign_in(ruth), card_of(result)

    answer = client.post(at(result), data={"visibility": "team", "naar": url(card, "/publiceer")})

    assert answer.location == url(card, "/publiceer")
    assert limit(result, ruth) is Visibility.TEAM
    for address in ("/publiceer", "/rond-af", "/trek-in"):
        assert "<strong>Ruth</strong>" not in client.get(url(card, address)).text, address
    assert "hier hoogstens: team" in client.get("/bord/ik/in-beeld").text


def test_as_elsewhere_takes_the_limit_away(sign_in: Enter, ruth: Person, result: Result) -> None:
    client = sign_in(ruth)
    for choice, kept in (("role", Visibility.ROLE), ("team", Visibility.TEAM), ("first_name", None)):
        client.post(at(result), data={"visibility": choice})
        assert limit(result, ruth) is kept


@pytest.mark.parametrize("wanted", ["full", "alles", ""])
def test_more_than_elsewhere_is_refused(sign_in: Enter, ruth: Person, result: Result, wanted: str) -> None:
    assert sign_in(ruth).post(at(result), data={"visibility": wanted}).status_code == 422
    assert limit(result, ruth) is None


def test_the_rule_is_kept_on_every_path(ruth: Person, result: Result) -> None:
    with pytest.raises(ShowsMore):
        show_less(result, ruth, Visibility.FULL)


def test_nobody_else_chooses_it_for_me(
    sign_in: Enter, ruth: Person, result: Result, opgave: Opgave, a: Builder
) -> None:
    for person in (a.member(opgave, Role.LEAD), a.admin(), a.person()):
        client = sign_in(person)
        for answer in (client.get(at(result)), client.post(at(result), data={"visibility": "team"})):
            assert answer.status_code == 303
        assert "Bij dit resultaat sta jij niet." in client.get("/bord/ik/in-beeld").text
    assert "Hoe sta jij" not in sign_in(a.lead(opgave)).get(url(card_of(result), "/publiceer")).text
    assert limit(result, ruth) is None


def test_it_can_be_chosen_before_publication_too(sign_in: Enter, ruth: Person, opgave: Opgave, a: Builder) -> None:
    card = a.card(opgave, owner=ruth)
    result = a.result(card)

    sign_in(ruth).post(at(result), data={"visibility": "team"})

    assert "<strong>Ruth</strong>" not in sign_in(ruth).get(url(card, "/publiceer")).text


def test_it_holds_for_me_only_whoever_takes_the_card_over(
    sign_in: Enter, ruth: Person, result: Result, a: Builder
) -> None:
    sign_in(ruth).post(at(result), data={"visibility": "team"})
    other = a.person("Anna Vos", visibility=Visibility.FIRST_NAME)

    card_of(result).edit(owner=other)
    db.flush()

    assert "<strong>Anna</strong>" in sign_in(a.admin()).get(url(card_of(result), "/publiceer")).text


def test_who_shows_the_team_everywhere_has_nothing_to_choose(sign_in: Enter, ruth: Person, result: Result) -> None:
    ruth.visibility = Visibility.TEAM

    page = sign_in(ruth).get(at(result)).text

    assert "Jij staat hier als je team." in page
    assert 'type="radio"' not in page


def test_who_left_the_team_still_chooses(sign_in: Enter, ruth: Person, result: Result) -> None:
    for membership in accounts.account(ruth).memberships:
        db.delete(membership)
    client = sign_in(ruth)

    assert at(result) in client.get("/bord/ik/in-beeld").text
    client.post(at(result), data={"visibility": "team"})
    assert limit(result, ruth) is Visibility.TEAM


def test_a_page_to_go_back_to_is_one_of_ours(sign_in: Enter, ruth: Person, result: Result) -> None:
    answer = sign_in(ruth).post(at(result), data={"visibility": "team", "naar": "https://elders.example/"})

    assert answer.location == "/bord/ik/in-beeld#resultaten"


def test_the_history_knows_of_it(sign_in: Enter, ruth: Person, result: Result) -> None:
    sign_in(ruth).post(at(result), data={"visibility": "team"})

    assert db.scalar(select(Change.person_id).where(Change.kind == "face_limit")) == ruth.id
    assert db.scalars(select(FaceLimit)).one().visibility is Visibility.TEAM
