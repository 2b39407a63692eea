"""The words above a week: by a named person who chooses how, shared by all teams, public only on purpose."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.organisation import organisation
from board.core.people.people import Person, Visibility
from board.core.publishing.week_pages import week_page
from board.core.record.publishable import PublicationReason
from board.core.record.weeks import Week
from board.db import session
from board.web.responses import tag
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import BSN, SECRET, WHY
from tests.support.reasons import asked_of
from tests.support.result_forms import seen

SignIn = Callable[[Person], Client]
HERE = "/bord/week"
WORDS = "Wat mij bijbleef: een kind dat zwaaide."


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    made = a.opgave()
    a.public_result(made)
    return made


@pytest.fixture
def person(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave, name="Ruth Pinas", visibility=Visibility.FULL, job_title="schuldhulpverlener")


@pytest.fixture
def member(person: Person, sign_in: SignIn) -> Client:
    return sign_in(person)


def write(client: Client, words: str, was: str = "", **more: str) -> int:
    return client.post(f"{HERE}/vooraf", data={"introduction": words, "was": tag(was)} | more).status_code


def test_a_draft_is_for_the_teams_until_somebody_shows_it(member: Client, visitor: Client) -> None:
    assert write(member, WORDS) == 303
    assert WORDS in member.get(HERE).text
    assert WORDS not in visitor.get("/").text

    assert write(member, WORDS, was=WORDS, toon="ja") == 303
    for address in ("/", f"/week/{Week.now()}"):
        page = visitor.get(address).text
        assert WORDS in page
        assert "Ruth Pinas" in page

    member.post(f"{HERE}/vooraf/weg")
    assert WORDS not in visitor.get("/").text


def test_publishing_shows_what_was_typed(a: Builder, opgave: Opgave, member: Client, visitor: Client) -> None:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card, "De deur is open.")

    member.post(HERE, data=seen(card) | {"introduction": WORDS, "was": tag(""), "erboven": "y"})

    assert WORDS in visitor.get("/").text


@pytest.mark.parametrize(
    ("choice", "shown", "hidden"),
    [
        (Visibility.FULL, "Ruth Pinas", "niets-dit"),
        (Visibility.FIRST_NAME, "Ruth", "Pinas"),
        (Visibility.ROLE, "Schuldhulpverlener", "Ruth"),
        (Visibility.TEAM, "Gemeente Lindewaard", "Ruth"),
    ],
)
def test_who_wrote_stands_there_as_they_want(
    member: Client, person: Person, visitor: Client, choice: Visibility, shown: str, hidden: str
) -> None:
    write(member, WORDS, toon="ja")
    person.visibility = choice

    for page in (visitor.get("/").text, member.get(f"{HERE}/tekst.txt").text):
        assert WORDS in page
        assert shown in page
        assert hidden not in page.split(WORDS)[1].split("</div>")[0]


def test_when_all_faces_are_hidden_so_is_this_one(a: Builder, member: Client, visitor: Client) -> None:
    write(member, WORDS, toon="ja")
    organisation().hide_faces(a.admin())

    assert "Ruth" not in visitor.get("/").text


def test_words_that_are_changed_or_removed_are_gone_at_the_next_request(member: Client, visitor: Client) -> None:
    write(member, WORDS, toon="ja")
    write(member, "Iets anders.", was=WORDS)
    assert WORDS not in visitor.get("/").text
    assert "Iets anders." in visitor.get("/").text

    write(member, "", was="Iets anders.")
    assert "Iets anders." not in visitor.get("/").text


def test_two_teams_do_not_overwrite_each_other(a: Builder, member: Client, sign_in: SignIn) -> None:
    colleague = sign_in(a.member(a.opgave(), name="Femke Bruinsma"))
    before = member.opened(f"{HERE}/vooraf")
    write(colleague, "Van Femke.")

    answer = member.post(f"{HERE}/vooraf", data=before | {"introduction": WORDS})

    assert answer.status_code == 409
    assert "Van Femke." in answer.text
    assert WORDS in answer.text
    assert week_page(Week.now()).introduction == "Van Femke."
    assert write(member, WORDS, was="Van Femke.") == 303


def test_publishing_over_a_colleagues_words_publishes_nothing(a: Builder, opgave: Opgave, member: Client) -> None:
    card = a.card(opgave, state=CardState.DOING)
    result = a.result(card, "De deur is open.")
    before = member.opened(HERE)
    write(member, "Van Femke.")

    answer = member.post(HERE, data=before | {"introduction": WORDS, "erboven": "y"})

    assert answer.status_code == 409
    assert not result.is_public


def test_six_hundred_characters_at_most(member: Client) -> None:
    assert write(member, "x" * 601) == 422
    assert write(member, "x" * 600) == 303


def test_personal_data_waits_for_a_reason(member: Client, visitor: Client) -> None:
    answer = member.post(f"{HERE}/vooraf", data={"introduction": SECRET, "was": tag(""), "toon": "ja"})
    assert answer.status_code == 422
    assert f"<mark>{BSN}</mark>" in answer.text
    assert BSN not in visitor.get("/").text

    assert write(member, SECRET, toon="ja", because=WHY, asked_of=asked_of(answer.text)) == 303
    assert BSN in visitor.get("/").text
    assert [one.reason for one in session.query(PublicationReason)] == [WHY]
    assert WHY in member.get(HERE).text
    assert WHY not in visitor.get("/").text + member.get(f"{HERE}/tekst.txt").text


def test_publishing_holds_such_words_back_and_lets_the_results_go(
    a: Builder, opgave: Opgave, member: Client, visitor: Client
) -> None:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card, "De deur is open.")

    answer = member.post(HERE, data=seen(card) | {"introduction": SECRET, "was": tag(""), "erboven": "y"})

    assert answer.status_code == 422
    assert "De woorden vooraf wachten" in answer.text
    assert "De deur is open." in visitor.get("/").text
    assert BSN not in visitor.get("/").text


def test_a_week_without_results_shows_its_words_too(member: Client, visitor: Client) -> None:
    last = Week.now().plus(-1)
    member.post(f"{HERE}/vooraf?week={last}", data={"introduction": WORDS, "was": tag(""), "toon": "ja"})

    assert WORDS in visitor.get(f"/week/{last}").text
    assert WORDS not in visitor.get("/").text
