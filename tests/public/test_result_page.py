"""A result has one permanent address; after withdrawal a tombstone stands there."""

from board.core.opgaven.results import Outcome
from board.core.people.people import Visibility
from board.core.publishing.faces import show_less
from board.core.record.weeks import Week, today
from board.db import session
from tests.builders import Builder
from tests.client import Client


def test_a_result_has_its_own_page(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden")
    result = a.public_result(opgave, "U belt nu een mens.", deed="ons nummer staat op de brief.")

    page = visitor.get(f"/resultaten/{result.id}").text

    assert '<h1 class="ob-h1">U belt nu een mens.</h1>' in page
    assert "ons nummer staat op de brief." in page
    assert f'href="/opgaven/{opgave.slug}"' in page
    assert f'href="/week/{Week.now()}"' in page


def test_a_change_is_shown_under_it(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave(), "U belt nu een mesn.")
    assert "gewijzigd op" not in visitor.get(f"/resultaten/{result.id}").text

    result.edit("U belt nu een mens.", Outcome.SUCCEEDED, today(), "wij belden")
    session.flush()

    assert "gewijzigd op" in visitor.get(f"/resultaten/{result.id}").text


def test_after_withdrawal_only_the_reason_and_the_day_stay(a: Builder, visitor: Client) -> None:
    result = a.public_result(a.opgave("Schulden"), "Mevrouw De Wit kreeg hulp.", deed="wij belden haar.")
    result.withdraw("Er stond een naam in.")
    session.flush()

    response = visitor.get(f"/resultaten/{result.id}")

    assert response.status_code == 410
    assert "Dit resultaat is ingetrokken" in response.text
    assert "Er stond een naam in." in response.text
    assert f"Op {today().day} " in response.text
    assert "De Wit" not in response.text
    assert "wij belden haar" not in response.text


def test_what_was_withdrawn_is_gone_from_every_page(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    result = a.public_result(opgave, "Mevrouw De Wit kreeg hulp.")
    result.withdraw("Er stond een naam in.")
    session.flush()

    for page in ("/", f"/week/{Week.now()}", f"/opgaven/{opgave.slug}", "/feed.atom"):
        assert "De Wit" not in visitor.get(page).text


def test_a_result_that_was_never_published_is_not_there(a: Builder, visitor: Client) -> None:
    result = a.result(a.card(a.opgave()))

    assert visitor.get(f"/resultaten/{result.id}").status_code == 404


def test_a_number_that_means_nothing_is_a_404(visitor: Client) -> None:
    for number in ("0", "999999", "99999999999999999999", "-1", "x"):
        assert visitor.get(f"/resultaten/{number}").status_code == 404


def test_who_shows_less_beside_one_result_does_so_there_and_nowhere_else(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    ruth = a.member(opgave, name="Ruth Pinas", visibility=Visibility.FIRST_NAME)
    here, there = (a.public_result(opgave, words, owner=ruth) for words in ("U belt nu een mens.", "U krijgt post."))
    show_less(here, ruth, Visibility.TEAM)
    session.flush()

    assert "Ruth" not in visitor.get(f"/resultaten/{here.id}").text
    assert "Ruth" in visitor.get(f"/resultaten/{there.id}").text
    assert visitor.get(f"/week/{Week.now()}").text.count("Ruth") == 1
