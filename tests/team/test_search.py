"""Searching: one box on each page, over all that a reader may see, and from each hit to the thing itself."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from board.blocks.citizen.models import Need, Signal, SignalState
from board.blocks.talents.models import Talent
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.search.index import kinds
from board.db import session
from board.team.search.kinds import KINDS
from tests.builders import Builder
from tests.client import Client
from tests.counting import counting_queries

SignIn = Callable[[Person], Client]
DAY = date(2026, 11, 2)
MOST_QUERIES = 8


def everything(a: Builder, opgave: Opgave, times: int = 1) -> tuple[Card, Signal, Person]:
    """Something of each kind that says “brief”, on this opgave."""
    for _ in range(times):
        card = a.card(opgave, "Schrijf twee brieven")
        a.result(card, "U krijgt één brief.", lesson="Eén brief is genoeg")
        colleague = a.person("Bo Brief", job_title="jurist")
        signal = Signal(opgave=opgave, text="Mijn brief?", heard_on=DAY, state=SignalState.CLAIMED)
        need = Need(opgave=opgave, text="Ik wil één brief", heard_on=DAY)
        talent = Talent(person=colleague, text="ik schrijf brieven")
        session.add_all([signal, need, talent])
        session.flush()
    return card, signal, colleague


def links(page: str) -> list[str]:
    return re.findall(r'<a class="ob-treffer" href="([^"]+)"', page)


def test_each_hit_leads_to_its_thing(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave(slug="schulden")
    card, signal, colleague = everything(a, opgave)

    page = sign_in(a.member(opgave)).get("/bord/zoek?q=brief").text

    place = "/bord/opgaven/schulden"
    assert links(page) == [
        f"{place}/kaarten/{card.id}",
        f"{place}/kaarten/{card.id}",
        f"{place}/inwoner",
        f"/bord/signalen/{signal.id}",
        f"/bord/geleerd/{card.lesson_id}",
        f"/bord/mensen/{colleague.id}",
        f"/bord/mensen/{colleague.id}",
    ]
    assert "Schrijf twee <mark>brieven</mark>" in page
    assert "<p>Schulden · gedaan</p>" in page
    assert "<p>jurist</p>" in page
    assert "<p>Bo Brief</p>" in page


def test_every_hit_can_be_opened_by_who_finds_it(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    everything(a, opgave)
    for client in (sign_in(a.member(opgave)), sign_in(a.reader(opgave)), sign_in(a.manager()), sign_in(a.person())):
        for link in links(client.get("/bord/zoek?q=brief").text):
            assert client.get(link).status_code == 200, link


def test_a_stranger_finds_no_work_and_not_where_it_is_done(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave("Geheime opgave")
    everything(a, opgave)
    session.add(Signal(opgave=opgave, text="Vraag over een brief", heard_on=DAY))

    page = sign_in(a.person()).get("/bord/zoek?q=brief").text

    assert "twee" not in page
    assert {link.split("/")[2] for link in links(page)} == {"signalen", "geleerd", "mensen"}
    assert "Signalen</h2>" in page
    assert page.count("Geheime opgave") == 1, "lessons say where they were learned"


def test_what_somebody_typed_or_wrote_stays_text(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    a.card(opgave, "<u>Brief</u> & <script>")

    page = sign_in(a.member(opgave)).get('/bord/zoek?q="<u>brief').text

    assert "&lt;<mark>u</mark>&gt;<mark>Brief</mark>&lt;/<mark>u</mark>&gt; &amp; &lt;script&gt;" in page
    assert "<u>" not in page
    assert "&#34;&lt;u&gt;brief" in page


def test_an_empty_question_invites_and_nothing_found_says_what_to_try(a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.person())

    for empty in ("", "?q=", "?q=-*%22"):
        page = client.get(f"/bord/zoek{empty}").text
        assert "vindt ook" in page
        assert "Niets gevonden" not in page
    nothing = client.get("/bord/zoek?q=zwaluwstaart").text
    assert "Niets gevonden voor “zwaluwstaart”." in nothing
    assert "Probeer dit eens" in nothing


@pytest.mark.parametrize("text", ["%00brief", "brief%00", "%ed%a0%80", "NEAR(", "x" * 10_000, "brief+-niet"])
def test_strange_questions_get_a_page(a: Builder, sign_in: SignIn, text: str) -> None:
    assert sign_in(a.person()).get(f"/bord/zoek?q={text}&soort=niets").status_code == 200


def test_of_many_the_first_few_are_shown_with_a_way_to_the_rest(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave(slug="schulden")
    for number in range(22):
        a.card(opgave, f"Schrijf brief {number}")
    client = sign_in(a.member(opgave))

    page = client.get("/bord/zoek?q=brief").text
    rest = client.get("/bord/zoek?q=brief&soort=kaarten").text

    assert "Gevonden: meer dan 20 kaarten." in page
    assert len(links(page)) == 5
    assert "/bord/zoek?q=brief&amp;soort=kaarten" in page
    assert "Gevonden: 22 kaarten." in rest
    assert len(links(rest)) == 22


def test_a_lesson_of_a_withdrawn_result_is_not_shown(a: Builder, sign_in: SignIn) -> None:
    result = a.public_result(a.opgave(), "U krijgt één brief.", lesson="Eén brief is genoeg")
    result.withdraw("Iemand was te herkennen.")
    session.flush()

    assert "Eén brief is genoeg" not in sign_in(a.person()).get("/bord/zoek?q=genoeg").text


def test_a_lesson_of_a_card_that_is_at_work_again_is_not_shown(a: Builder, sign_in: SignIn) -> None:
    card, *_ = everything(a, a.opgave())
    card.move(CardState.DOING)
    session.flush()

    assert "geleerd" not in " ".join(links(sign_in(a.person()).get("/bord/zoek?q=genoeg").text))


def test_while_typing_only_what_was_found_comes_back(a: Builder, sign_in: SignIn) -> None:
    client = sign_in(a.person("Bo Brief"))
    fragment = client.htmx("/bord/zoek?q=bri")

    assert fragment.text.lstrip().startswith("<p")
    assert "<mark>Brief</mark>" in fragment.text
    assert "HX-Request" in fragment.headers["Vary"]


@pytest.mark.parametrize("times", [1, 6])
def test_a_question_costs_as_much_however_much_is_found(a: Builder, sign_in: SignIn, times: int) -> None:
    opgave = a.opgave()
    everything(a, opgave, times)
    for client in (sign_in(a.member(opgave)), sign_in(a.manager())):
        with counting_queries() as queries:
            client.get("/bord/zoek?q=brief")
        assert queries.number <= MOST_QUERIES, queries.asked


def test_the_box_stands_on_each_page_once(a: Builder, sign_in: SignIn, visitor: Client) -> None:
    client = sign_in(a.person())

    assert client.get("/bord").text.count('action="/bord/zoek"') == 1
    assert client.get("/bord/zoek").text.count('action="/bord/zoek"') == 1
    assert "/bord/zoek" not in visitor.get("/bord/inloggen").text


def test_every_kind_has_its_name_on_the_screen() -> None:
    assert {kind.name for kind in KINDS} == set(kinds())
