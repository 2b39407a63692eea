"""One press mends a text that was stopped: the form comes back with the better words, and nothing is kept by it."""

import html
import re
from collections.abc import Callable, Mapping

import pytest
from sqlalchemy import func, select

from board.core.opgaven import worries
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from board.core.record.history import Change
from board.core.record.weeks import today
from board.db import session
from tests.builders import Builder
from tests.client import Client
from tests.support.result_forms import version

SignIn = Callable[[Person], Client]
NAMED = "Mevrouw De Graaf krijgt één brief."
MENDED = "Een inwoner krijgt één brief."
PRESS = re.compile(r'name="herstel" value="([^"]+)"')
LINK = re.compile(r'href="([^"]+\?herstel=[^"]+)">Maak er “Een inwoner” van<')


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


def changes() -> int:
    return session.scalar(select(func.count(Change.id))) or 0


def mends_in_one_press(client: Client, address: str, typed: Mapping[str, object]) -> None:
    """The stop offers a press; after it the form holds better words, nothing is kept, and it goes on without a stop."""
    stopped = client.post(address, data=dict(typed))
    assert stopped.status_code == 422
    assert "Maak er “Een inwoner” van" in stopped.text
    pressed = html.unescape(PRESS.findall(stopped.text)[0])
    before = changes()

    mended = client.post(address, data=dict(typed) | {"herstel": pressed})

    assert mended.status_code == 422
    assert "De tekst is aangepast. Lees hem nog eens na. Er is nog niets bewaard." in mended.text
    assert html.escape(MENDED) in mended.text
    assert NAMED not in mended.text
    assert changes() == before
    better = {name: MENDED if value == NAMED else value for name, value in typed.items()}
    assert client.post(address, data=better).status_code == 303


RESULT = {"outcome": "gelukt", "happened_on": today().isoformat()}


@pytest.mark.parametrize("name", ["sentence", "deed", "lesson"])
def test_what_citizens_read_already_is_mended_where_it_is_written(
    a: Builder, lead: Client, card: Card, name: str
) -> None:
    a.result(card).publish(a.person())
    session.flush()

    mends_in_one_press(lead, at(card, "/rond-af"), {"sentence": "U krijgt één brief.", **RESULT} | {name: NAMED})


def test_the_reason_of_a_withdrawal_is_mended(a: Builder, lead: Client, card: Card) -> None:
    a.result(card).publish(a.person())
    session.flush()

    mends_in_one_press(lead, at(card, "/trek-in"), {"reason": NAMED})


def test_a_worry_a_bigger_result_and_an_opgave_are_mended(a: Builder, opgave: Opgave, lead: Client) -> None:
    worry = worries.worry_of(opgave)
    assert worry
    at_opgave = f"/bord/opgaven/{opgave.slug}"
    settings = f"{at_opgave}/instellingen"

    mends_in_one_press(lead, f"{at_opgave}/waarom/zorgen/{worry.id}", {"text": NAMED, "signed_as": "opgavemanager"})
    mends_in_one_press(lead, f"{at_opgave}/klein", {"sentence": NAMED})
    words = {"title": "Iets beters", "short_name": "Beter", "summary": NAMED, "visibility": "public"}
    mends_in_one_press(lead, settings, lead.opened(settings) | words)


def test_the_words_above_the_week_are_mended(a: Builder, opgave: Opgave, lead: Client) -> None:
    stopped = lead.post("/bord/week", data={"introduction": NAMED, "toon": "ja"})
    assert stopped.status_code == 422
    address = "/bord/week/vooraf"

    mends_in_one_press(lead, address, {"introduction": NAMED, "toon": "ja"})


def test_words_for_the_council_are_mended(lead: Client, opgave: Opgave) -> None:
    address = f"/bord/raad/{opgave.slug}"

    mends_in_one_press(lead, address, lead.opened(address) | {"wants": NAMED})


def test_where_the_words_stand_without_a_field_the_press_leads_to_them(a: Builder, lead: Client, card: Card) -> None:
    result = a.result(card, NAMED)
    session.flush()
    stopped = lead.post(at(card, "/publiceer"), data={"gezien": version(card)})
    before = changes()
    for page in (stopped.text, lead.get(at(card, "/publiceer")).text, lead.get("/bord/week").text):
        (link, *_others) = LINK.findall(page)

        mended = lead.get(html.unescape(link))

        assert link.startswith(at(card, "/rond-af"))
        assert "Graaf" not in link
        assert html.escape(MENDED) in mended.text
    assert (result.sentence, changes()) == (NAMED, before)


def test_a_press_for_words_that_are_gone_changes_and_keeps_nothing(a: Builder, lead: Client, card: Card) -> None:
    typed = {"sentence": NAMED, **RESULT}
    for pressed in ("sentence:0:0000000000000000", "x", "::", "sentence:999999999:zz", "sentence:-1:"):
        answer = lead.post(at(card, "/rond-af"), data=typed | {"herstel": pressed})

        assert answer.status_code == 422
        assert NAMED in answer.text
    assert card.result is None


def test_while_typing_the_advice_holds_what_the_press_needs(lead: Client) -> None:
    text = "🙂 Eerst\r\nBel mevrouw De Graaf op 06-12345678."

    read = lead.htmx("/bord/lees-mee?veld=sentence&plek=sentence&soort=merkt", {"sentence": text}).text

    assert 'data-veld="sentence" data-plek="12" data-was="mevrouw De Graaf" data-wordt="een inwoner"' in read
    assert "Haal het telefoonnummer weg" in read
    assert 'type="submit"' not in read
