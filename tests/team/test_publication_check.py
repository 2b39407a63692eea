"""The stop before publishing on every page that publishes: what was found, two ways on, and the reason that is kept."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from board.blocks.increments.models import BigResult
from board.core.opgaven import worries
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.opgaven.results import Result
from board.core.people.people import Person
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.support.personal_data import BSN, SAID, SECRET, WHY
from tests.support.reasons import stops_and_passes, stored_words
from tests.support.result_forms import version

SignIn = Callable[[Person], Client]


@pytest.fixture
def opgave(a: Builder) -> Opgave:
    return a.opgave()


@pytest.fixture
def lead(a: Builder, opgave: Opgave, sign_in: SignIn) -> Client:
    return sign_in(a.lead(opgave))


@pytest.fixture
def card(a: Builder, opgave: Opgave) -> Card:
    return a.card(opgave, state=CardState.DOING)


def at(card: Card, rest: str) -> str:
    return f"/bord/opgaven/{card.opgave.slug}/kaarten/{card.id}{rest}"


def _public(a: Builder, card: Card) -> Result:
    result = a.result(card)
    result.publish(a.person())
    session.flush()
    return result


def test_the_publish_page_stops_and_passes(a: Builder, lead: Client, card: Card, visitor: Client) -> None:
    result = a.result(card, SECRET)
    assert "Schrijf het anders" in lead.post(at(card, "/publiceer"), data={"gezien": version(card)}).text
    assert at(card, "/rond-af") in lead.post(at(card, "/publiceer"), data={"gezien": version(card)}).text

    stops_and_passes(lead, at(card, "/publiceer"), {"gezien": version(card)})

    assert result.is_public
    assert BSN in visitor.get("/").text


def test_the_reason_is_for_the_team_and_never_public(a: Builder, lead: Client, card: Card, visitor: Client) -> None:
    result = a.result(card, SECRET)
    said = {"gezien": version(card), "because": WHY, "asked_of": SAID.asked_of}
    lead.post(at(card, "/publiceer"), data=said)

    for page in ("/publiceer", ""):
        assert f"Mag staan omdat: “{WHY}”" in lead.get(at(card, page)).text
    for address in ("/", f"/resultaten/{result.id}", "/feed.atom", f"/opgaven/{card.opgave.slug}"):
        assert WHY not in visitor.get(address).text


def test_better_words_for_what_is_public_are_judged(a: Builder, lead: Client, card: Card) -> None:
    result = _public(a, card)
    typed = {"sentence": SECRET, "outcome": "gelukt", "happened_on": today().isoformat(), "deed": "wij belden"}

    stops_and_passes(lead, at(card, "/rond-af"), typed)

    assert result.sentence == SECRET


def test_a_stop_in_the_form_leaves_what_is_public_as_it_was(a: Builder, lead: Client, card: Card) -> None:
    result = _public(a, card)
    typed = {"sentence": SECRET, "outcome": "gelukt", "happened_on": today().isoformat()}

    answer = lead.post(at(card, "/rond-af"), data=typed)

    assert answer.status_code == 422
    assert SECRET in answer.text
    assert result.sentence == "U krijgt één brief."


def test_what_stays_inside_is_saved_without_a_question(lead: Client, card: Card) -> None:
    typed = {"sentence": SECRET, "outcome": "gelukt", "happened_on": today().isoformat()}

    assert lead.post(at(card, "/rond-af"), data=typed).status_code == 303
    assert not stored_words()


def test_the_reason_of_a_withdrawal_is_public_text_too(a: Builder, lead: Client, card: Card) -> None:
    result = _public(a, card)

    stops_and_passes(lead, at(card, "/trek-in"), {"reason": SECRET})

    assert result.withdrawn_reason == SECRET


def test_showing_a_worry_stops_and_passes(opgave: Opgave, lead: Client, visitor: Client) -> None:
    worry = worries.sign(opgave, SECRET, None, "opgavemanager")
    session.flush()

    stops_and_passes(lead, f"/bord/opgaven/{opgave.slug}/waarom/zorgen/{worry.id}/laat-lezen", {})

    assert BSN in visitor.get(f"/opgaven/{opgave.slug}").text
    assert WHY in lead.get(f"/bord/opgaven/{opgave.slug}/waarom").text


def test_rewriting_a_shown_worry_stops_and_passes(opgave: Opgave, lead: Client) -> None:
    worry = worries.worry_of(opgave)
    assert worry
    typed = {"text": SECRET, "signed_as": "opgavemanager"}

    stops_and_passes(lead, f"/bord/opgaven/{opgave.slug}/waarom/zorgen/{worry.id}", typed)

    assert worry.text == SECRET


def test_a_sentence_that_only_confirms_stays_inside(opgave: Opgave, lead: Client, visitor: Client) -> None:
    answer = lead.post(f"/bord/opgaven/{opgave.slug}/waarom/bevestig", data={"sentence": SECRET})

    assert answer.status_code == 303
    assert BSN not in visitor.get(f"/opgaven/{opgave.slug}").text


def test_a_bigger_result_stops_and_passes(opgave: Opgave, lead: Client) -> None:
    address = f"/bord/opgaven/{opgave.slug}/klein"

    stops_and_passes(lead, address, {"sentence": SECRET})

    big = session.scalars(select(BigResult)).one()
    other = "Bel 06-12345678."
    assert lead.post(f"{address}/groter/{big.id}", data={"sentence": other}).status_code == 422
    assert big.sentence == SECRET


SETTINGS = {"title": "Iets beters", "short_name": "Beter", "summary": SECRET, "visibility": "public"}


def test_making_an_opgave_public_stops_and_passes(a: Builder, sign_in: SignIn) -> None:
    inside = a.opgave(public=False, summary=SECRET)
    client, address = sign_in(a.lead(inside)), f"/bord/opgaven/{inside.slug}/instellingen"
    seen = client.opened(address)

    stops_and_passes(client, address, seen | SETTINGS)

    assert inside.is_public


def test_changing_the_words_of_a_public_opgave_stops_and_passes(opgave: Opgave, lead: Client) -> None:
    address = f"/bord/opgaven/{opgave.slug}/instellingen"

    stops_and_passes(lead, address, lead.opened(address) | SETTINGS)


def test_beginning_a_public_opgave_stops_and_passes(a: Builder, sign_in: SignIn) -> None:
    sound = {"goal_clear": "ja", "way_unclear": "ja", "many_parties": "ja"}

    stops_and_passes(sign_in(a.person()), "/bord/opgaven/nieuw", SETTINGS | sound)


def test_results_that_were_judged_stay_so_when_their_opgave_opens(a: Builder, sign_in: SignIn) -> None:
    inside = a.opgave(public=False)
    a.result(a.card(inside, state=CardState.DOING), SECRET).publish(a.person(), SAID)
    client, address = sign_in(a.lead(inside)), f"/bord/opgaven/{inside.slug}/instellingen"

    answer = client.post(address, data=client.opened(address) | SETTINGS | {"summary": ""})

    assert answer.status_code == 303


def test_a_path_without_a_question_stops_in_plain_words(app: Flask, a: Builder, lead: Client, card: Card) -> None:
    result: Result = a.result(card, SECRET)
    number = result.id

    @app.post("/bord/vergeten")
    def forgot() -> str:
        found = session.get_one(Result, number)
        found.published_at = found.told_at
        session.flush()
        return "public"

    answer = lead.post("/bord/vergeten")

    assert answer.status_code == 422
    assert "Hier lijken gegevens van een mens te staan" in answer.text
    assert BSN not in answer.text
    assert not result.is_public


def test_no_log_holds_what_was_found(
    a: Builder, lead: Client, card: Card, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    a.result(card, SECRET)
    caplog.clear()

    answer = lead.post(at(card, "/publiceer"), data={"gezien": version(card)})

    assert answer.status_code == 422

    assert BSN not in caplog.text + "".join(capsys.readouterr())
