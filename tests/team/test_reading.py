"""Lees mee: kind advice under a field while somebody types, and under the same text afterwards."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card, CardState
from board.core.people.people import Person
from board.core.record.history import Change
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import BSN, SECRET

SignIn = Callable[[Person], Client]
PLAN = "Wij verkennen de samenwerking met ketenpartners."
FINE = "U krijgt één brief in plaats van drie."


def ask(client: Client, text: str, purpose: str = "merkt") -> str:
    answer = client.htmx(f"/bord/lees-mee?veld=sentence&plek=sentence&soort={purpose}", {"sentence": text})
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
def card(a: Builder) -> Card:
    return a.card(a.opgave(), "Bel tien mensen", state=CardState.DOING)


@pytest.fixture
def member(a: Builder, card: Card, sign_in: SignIn) -> Client:
    return sign_in(a.member(of=card.opgave))


def test_a_plan_asks_what_an_inwoner_notices(member: Client) -> None:
    said = ask(member, PLAN)

    assert "Dit zegt wat je van plan bent. Wat merkt een inwoner?" in said
    assert "<mark>" in said
    assert "Een inwoner merkt daar nog niets van. Zeg wie wat doet." in said


@pytest.mark.parametrize("purpose", ["merkt", "doen", "gedaan", "tekst", "zorg", "binnen"])
@pytest.mark.parametrize("text", [FINE, "", "   "])
def test_when_all_is_well_nothing_is_said(member: Client, text: str, purpose: str) -> None:
    assert "ob-lees__raad" not in ask(member, text, purpose)


def test_personal_data_is_named_calmly_and_saving_goes_on(member: Client) -> None:
    said = ask(member, SECRET)

    assert "Dit lijkt een burgerservicenummer." in said
    assert f"<mark>{BSN}</mark>" in said
    assert "Bewaren mag altijd. Pas bij publiceren vragen we waarom dit er mag staan." in said


def test_a_name_is_not_called_a_difficult_word(member: Client) -> None:
    assert "weinig gebruikt woord" not in ask(member, "Wij belden mevrouw Gebremariam-Kowalczyk.")


def test_inside_only_names_are_spoken_of(member: Client) -> None:
    assert "ob-lees__raad" not in ask(member, PLAN, "binnen")
    said = ask(member, "Mevrouw De Vries belde.", "binnen")
    assert "Schrijf niemands naam op" in said
    assert "publiceren" not in said


def test_a_worry_may_hurt_but_need_not_be_a_plan(member: Client) -> None:
    assert "van plan" not in ask(member, "Ik lig wakker van de samenwerking.", "zorg")
    assert "Dit klinkt als een analyse" in ask(member, "Uit onderzoek blijkt dat mensen wachten.", "zorg")


def test_markup_that_somebody_types_stays_text(member: Client) -> None:
    assert "<b>" not in ask(member, f"<b>Wij</b> onderzoeken <i>{BSN}</i>")


def test_the_short_line_for_screen_readers_is_there_and_says_how_many(member: Client) -> None:
    assert 'role="status" id="lees-sentence-kort"></p>' in ask(member, FINE)
    assert "Hier staat iets over een mens." in ask(member, SECRET)


@pytest.mark.parametrize(
    "address", ["?veld=x&plek=x&soort=onzin", "", "?veld=x&plek=x%22%3E&soort=doen", "?veld=1&plek=x&soort=doen"]
)
def test_a_field_that_is_not_ours_is_not_read(member: Client, address: str) -> None:
    assert member.post(f"/bord/lees-mee{address}").status_code == 400


def test_only_who_is_signed_in_is_read_along_with(visitor: Client) -> None:
    assert visitor.post("/bord/lees-mee?veld=x&plek=x&soort=doen", data={"x": FINE}).status_code == 401


def test_nothing_of_it_is_kept_and_no_log_holds_it(
    member: Client, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    before = session.query(Change).count()
    caplog.set_level(0)
    ask(member, SECRET)

    assert session.query(Change).count() == before
    assert BSN not in caplog.text + "".join(capsys.readouterr())


def test_the_same_advice_stands_on_the_page_after_saving(a: Builder, member: Client, card: Card) -> None:
    card.edit(action=PLAN, citizen_result="Wij onderzoeken of u minder brieven krijgt.")
    page = member.get(f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}").text

    assert 'id="lees-action"' in page
    assert "Dit gaat over jullie werk." in page
    assert "Dit zegt wat je van plan bent." in page


def test_a_form_that_comes_back_has_the_advice_too(member: Client, card: Card) -> None:
    address = f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/rond-af"
    answer = member.post(address, data={"sentence": PLAN, "outcome": "geleerd"})

    assert answer.status_code == 422
    assert "Dit zegt wat je van plan bent." in answer.text


def test_before_publishing_the_advice_stands_beside_the_preview(a: Builder, member: Client, card: Card) -> None:
    a.result(card, PLAN)

    page = member.get(f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/publiceer").text

    assert "Dit zegt wat je van plan bent." in page


def test_the_quick_form_reads_along(member: Client, card: Card) -> None:
    slug = card.opgave.slug
    form = member.htmx(f"/bord/opgaven/{slug}/kaarten/nieuw?blok=increments").text

    assert 'hx-post="/bord/lees-mee?veld=action&amp;plek=actie-klein&amp;soort=doen"' in form
    assert 'id="lees-actie-klein"' in form
    answer = member.htmx(f"/bord/opgaven/{slug}/kaarten/nieuw", {"action": PLAN * 9, "blok": "increments"})
    assert "Dit gaat over jullie werk." in answer.text


def test_only_the_text_itself_goes_along(member: Client, card: Card) -> None:
    page = member.get(f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}/rond-af").text

    assert 'hx-params="sentence,csrf_token"' in page
    assert 'hx-trigger="input changed delay:600ms"' in page
    assert 'hx-target="#lees-sentence"' in page


@pytest.mark.parametrize(("where", "fields"), [("waarom", 3), ("inwoner", 1)])
def test_what_stays_inside_is_read_along_too(member: Client, card: Card, where: str, fields: int) -> None:
    page = member.get(f"/bord/opgaven/{card.opgave.slug}/{where}").text

    assert page.count("data-leest=") >= fields
    assert 'data-leest="binnen"' in page
