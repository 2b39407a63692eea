"""The public page of an opgave: why it exists, its stack, its results week by week, and whom to call."""

from datetime import timedelta

import pytest

from board.core.opgaven import worries
from board.core.opgaven.opgaven import Audience, Opgave
from board.core.opgaven.results import Outcome
from board.core.people.people import Role, Visibility
from board.core.record.weeks import Week, today
from board.core.reports.stack import Stack
from board.db import session
from board.public.opgave.layout import pile
from tests.builders import Builder
from tests.client import Client


def address(opgave: Opgave) -> str:
    return f"/opgaven/{opgave.slug}"


def test_it_begins_with_the_worry_signed_and_dated(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(active=False)
    lead = a.person("Yasmina El Idrissi", visibility=Visibility.FULL, job_title="opgavemanager")
    worry = worries.sign(opgave, "Ik lig wakker van de post.", lead, on=today() - timedelta(days=20))
    worry.show(today())
    session.flush()
    worry.confirm("Gisteren weer.", lead, today())
    session.flush()

    page = visitor.get(address(opgave)).text

    assert "“Ik lig wakker van de post.”" in page
    assert "<strong>Yasmina El Idrissi</strong>opgavemanager, " in page
    assert "Dit geldt nog steeds." in page


def test_the_stack_stands_beside_a_table_with_the_same(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave)
    a.public_result(opgave, outcome=Outcome.LEARNED, lesson="bijna niemand wist het.")

    page = visitor.get(address(opgave)).text

    assert "2 stenen, en we stapelen door" in page
    assert f'<th scope="row">week {Week.now().number}</th><td>2</td><td>1</td>' in page
    assert 'role="img" aria-label="Stapel die groeit van 0 stenen' in page


def test_without_a_result_it_says_so(a: Builder, visitor: Client) -> None:
    page = visitor.get(address(a.opgave())).text

    assert "Nog geen steen" in page
    assert "Er is nog geen resultaat." in page


def test_weeks_without_a_result_are_told_too(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave, happened_on=today() - timedelta(weeks=4))

    page = visitor.get(address(opgave)).text

    assert "Deze week is er nog geen resultaat." in page
    assert page.count("In deze weken was er geen resultaat.") == 1


def test_after_twelve_weeks_the_rest_is_one_click_away(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for back in range(14):
        a.public_result(opgave, f"Van {back} weken terug.", happened_on=today() - timedelta(weeks=back))

    page = visitor.get(address(opgave)).text
    everything = visitor.get(f"{address(opgave)}/alles").text

    assert "Van 11 weken terug." in page
    assert "Van 12 weken terug." not in page
    assert f'href="{address(opgave)}/alles">Alle 14 resultaten</a>' in page
    assert "Van 13 weken terug." in everything
    assert "Alle 14 resultaten" not in everything


def test_an_opgave_that_went_silent_still_shows_its_last_results(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    a.public_result(opgave, "Lang geleden.", happened_on=today() - timedelta(weeks=40))

    assert "Lang geleden." in visitor.get(address(opgave)).text


def test_what_lies_below_the_drawing_is_told_in_words(a: Builder, visitor: Client) -> None:
    opgave = a.opgave()
    for _ in range(3):
        a.public_result(opgave, happened_on=today() - timedelta(weeks=20))
    a.public_result(opgave)

    page = visitor.get(address(opgave)).text

    assert "4 stenen, en we stapelen door" in page
    assert "Onder deze stapel liggen nog 3 stenen van eerder." in page
    assert '<th scope="row">eerder</th><td>3</td><td>0</td>' in page


def test_the_drawing_stays_light_however_much_happened() -> None:
    now = Week(2026, 47)
    bricks = {(now.plus(-back).code, Outcome.SUCCEEDED): 20 for back in range(12)}

    high = pile(Stack(bricks), now)

    assert len(high.weeks) == 3
    assert (high.total, high.drawn, high.before) == (240, 60, 180)


def test_the_contact_route_is_the_one_of_this_opgave(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(
        contact_title="Zorgen over geld?",
        contact_text="Wacht niet op een brief.",
        contact_place="Loop binnen bij De Brug, Marktplein 4",
    )

    page = visitor.get(address(opgave)).text

    assert '<h2 id="contact">Zorgen over geld?</h2>' in page
    assert "Wacht niet op een brief." in page
    assert "<strong>Loop binnen bij De Brug</strong><br> Marktplein 4" in page
    assert "Bel 088 000 00 00" in page


def test_people_stand_there_as_they_chose_and_the_rest_is_counted(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden")
    a.member(opgave, Role.LEAD, "Yasmina El Idrissi", visibility=Visibility.FULL, job_title="jurist")
    a.member(opgave, name="Femke Jansen", visibility=Visibility.FIRST_NAME, job_title="tolk")
    for number in range(3):
        a.member(opgave, name=f"Onbekend Geheim{number}")
    a.member(opgave, Role.READER, "Joris Meelezer", visibility=Visibility.FULL)

    page = visitor.get(address(opgave)).text

    assert "<strong>Yasmina El Idrissi</strong> opgavemanager" in page
    assert "<strong>Femke</strong> Team Schulden" in page
    assert "<strong>en drie collega’s</strong>van Team Schulden" in page
    for secret in ("Jansen", "tolk", "Geheim", "Joris"):
        assert secret not in page


@pytest.mark.parametrize("public", [True, False])
def test_the_list_shows_public_opgaven_only(a: Builder, visitor: Client, public: bool) -> None:
    opgave = a.opgave("Veilig naar school", public=public)
    a.public_result(opgave)

    page = visitor.get("/opgaven").text

    assert ("Veilig naar school" in page) is public
    assert ("1 resultaat, deze week." in page) is public


def test_an_opgave_set_back_to_internal_is_gone_everywhere(a: Builder, visitor: Client) -> None:
    opgave = a.opgave("Schulden")
    result = a.public_result(opgave, "U krijgt één brief.")
    opgave.visibility = Audience.INTERNAL
    session.flush()

    for gone in (address(opgave), f"{address(opgave)}/feed.atom", f"/resultaten/{result.id}"):
        assert visitor.get(gone).status_code == 404
    for page in ("/", "/opgaven", "/weken", "/feed.atom", f"/week/{Week.now()}"):
        text = visitor.get(page).text
        assert "U krijgt één brief." not in text
        assert "Schulden" not in text


def test_an_opgave_in_preparation_is_not_there_yet(a: Builder, visitor: Client) -> None:
    opgave = a.opgave(active=False)
    a.public_result(opgave)

    assert visitor.get(address(opgave)).status_code == 404


@pytest.mark.parametrize("slug", ["bestaat-niet", "a%00b", "é", "%22%3E"])
def test_an_address_that_means_nothing_is_a_404(visitor: Client, slug: str) -> None:
    assert visitor.get(f"/opgaven/{slug}").status_code == 404
    assert visitor.get(f"/opgaven/{slug}/feed.atom").status_code == 404
