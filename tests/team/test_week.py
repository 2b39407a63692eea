"""Preparing the week: what is ready and how it reads, what stands above it, and publishing all or some of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person, Visibility
from board.core.publishing.week_pages import week_page
from board.core.record.weeks import Week, today
from board.web.responses import tag
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries
from tests.support.personal_data import BSN, SAID, SECRET, WHY
from tests.support.result_forms import seen

SignIn = Callable[[Person], Client]
HERE = "/bord/week"
WORDS = "Wat mij bijbleef: een kind dat zwaaide."


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def person(a: Builder, opgave: Opgave) -> Person:
    return a.member(opgave, visibility=Visibility.FULL, job_title="schuldhulpverlener")


@pytest.fixture
def member(person: Person, sign_in: SignIn) -> Client:
    return sign_in(person)


def ready(a: Builder, opgave: Opgave, sentence: str, **fields: object) -> Card:
    card = a.card(opgave, state=CardState.DOING)
    a.result(card, sentence, **fields)
    return card


def publish(client: Client, *cards: Card, **typed: str) -> int:
    was = tag(week_page(Week.now()).introduction)
    data = seen(*cards) | {"was": was} | typed
    return client.post(HERE, data=data).status_code


def test_two_clicks_when_nothing_is_wrong(a: Builder, opgave: Opgave, member: Client, visitor: Client) -> None:
    card = ready(a, opgave, "U krijgt één brief.")
    assert "U krijgt één brief." in member.get(HERE).text

    assert publish(member, card) == 303

    assert "U krijgt één brief." in visitor.get("/").text
    assert "Er ligt niets klaar" in member.get(HERE).text


def test_some_go_out_and_the_rest_waits(a: Builder, opgave: Opgave, member: Client, visitor: Client) -> None:
    first, _second = ready(a, opgave, "U krijgt één brief."), ready(a, opgave, "De deur is open.")

    publish(member, first)

    assert "De deur is open." not in visitor.get("/").text
    assert "De deur is open." in member.get(HERE).text


def test_what_holds_personal_data_is_held_back_and_the_rest_goes_out(
    a: Builder, opgave: Opgave, member: Client, visitor: Client
) -> None:
    fine, not_yet = ready(a, opgave, "U krijgt één brief."), ready(a, opgave, SECRET)
    answer = member.post(HERE, data=seen(fine, not_yet) | {"was": tag("")})

    assert answer.status_code == 422
    assert "Eén resultaat is gepubliceerd. Eén resultaat wacht" in answer.text
    assert f'name="kaart-{not_yet.id}-because"' in answer.text
    assert f"<mark>{BSN}</mark>" in answer.text
    public = visitor.get("/").text
    assert "U krijgt één brief." in public
    assert BSN not in public

    said = {f"kaart-{not_yet.id}-because": WHY, f"kaart-{not_yet.id}-asked_of": SAID.asked_of}
    assert SAID.asked_of in answer.text
    assert publish(member, not_yet, **said) == 303
    assert BSN in visitor.get("/").text


def test_a_reason_that_is_too_long_is_not_lost(a: Builder, opgave: Opgave, member: Client) -> None:
    card = ready(a, opgave, SECRET)
    reason = "lang " * 60

    answer = member.post(HERE, data=seen(card) | {"was": tag(""), f"kaart-{card.id}-because": reason})

    assert answer.status_code == 422
    assert reason.strip() in answer.text


def test_choosing_nothing_says_what_to_do_and_keeps_what_was_typed(a: Builder, opgave: Opgave, member: Client) -> None:
    ready(a, opgave, "U krijgt één brief.")

    answer = member.post(HERE, data={"introduction": WORDS, "was": tag("")})

    assert answer.status_code == 422
    assert "Kies wat je wilt publiceren." in answer.text
    assert WORDS in answer.text


def test_what_the_checks_say_stands_with_each_result(a: Builder, opgave: Opgave, member: Client) -> None:
    ready(a, opgave, "Wij verkennen de samenwerking.")

    page = member.get(HERE).text

    assert "Tips bij deze tekst" in page
    assert "Dit zegt wat je van plan bent." in page


def test_results_stand_in_the_week_in_which_they_happened(a: Builder, opgave: Opgave, member: Client) -> None:
    before = today() - timedelta(weeks=2)
    ready(a, opgave, "Nu.")
    old = ready(a, opgave, "Toen.", happened_on=before)
    page = member.get(HERE).text
    assert page.index("Nu.") < page.index("Ook klaar: week") < page.index("Toen.")

    that = member.get(f"{HERE}?week={Week.of(before)}").text
    assert that.index("Toen.") < that.index("Ook klaar: deze week") < that.index("Nu.")
    assert publish(member, old) == 303
    assert old.result
    assert old.result.is_public


def test_on_monday_the_page_begins_with_last_week(a: Builder, opgave: Opgave, member: Client) -> None:
    before = Week.now().plus(-1)
    ready(a, opgave, "Vrijdag.", happened_on=before.sunday)

    assert f"Week {before.number}, " in member.get(HERE).text


@pytest.mark.parametrize("week", ["2026-60", "onzin", "2999-01", "1999-01", "\x00"])
def test_a_week_that_is_not_there_is_not_there(member: Client, week: str) -> None:
    for address in (HERE, f"{HERE}/tekst", f"{HERE}/tekst.txt"):
        assert member.get(address, query_string={"week": week}).status_code == 404


def test_only_who_works_on_an_opgave_prepares(a: Builder, opgave: Opgave, sign_in: SignIn) -> None:
    ready(a, opgave, "U krijgt één brief.")
    for looker in (sign_in(a.reader(opgave)), sign_in(a.manager())):
        assert "U krijgt één brief." not in looker.get(HERE).text
        assert "Je werkt nu niet aan een opgave." in looker.get(HERE).text
        for step in ("", "/volgorde", "/vooraf", "/vooraf/weg"):
            answer = looker.post(HERE + step, data={"introduction": WORDS})
            assert answer.status_code == 422
            assert "Je werkt nu niet aan een opgave." in answer.text
    assert week_page(Week.now()).introduction == ""


def test_every_way_on_from_the_page_leads_somewhere(a: Builder, opgave: Opgave, member: Client) -> None:
    ready(a, opgave, "Nu.")
    ready(a, opgave, "Toen.", happened_on=today() - timedelta(weeks=2))
    page = member.get(f"{HERE}?week={Week.now().plus(-1)}").text

    addresses = {address.split('"')[0] for address in page.split('href="')[1:] if address.startswith("/bord/week")}
    assert len(addresses) >= 4
    for address in addresses:
        assert member.get(address).status_code == 200
    action = page.split('<form class="ob-form ob-klaar" action="')[1].split('"')[0]
    assert member.post(action).status_code == 422


def test_many_results_that_wait_cost_as_many_questions_as_one(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    client = sign_in(a.lead(of=opgave))
    a.result(a.card(opgave), "Mevrouw De Wit kreeg één brief.")
    client.get("/bord/week")
    with counting_queries() as for_one:
        client.get("/bord/week")
    for _ in range(6):
        a.result(a.card(opgave), "Mevrouw De Wit kreeg één brief.")

    with counting_queries() as for_many:
        client.get("/bord/week")

    assert for_many.number == for_one.number
