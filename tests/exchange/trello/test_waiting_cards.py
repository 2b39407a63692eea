"""On the screens an imported card says that it was finished, and an imported note that it was said in Trello."""

from collections.abc import Callable
from typing import Any

from board.blocks.increments.queries.bricks import cards_in_hand, too_big
from board.core.opgaven.card_parts import notes
from board.core.opgaven.opgaven import Opgave
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.finished import FIFTH, THIRD
from tests.exchange.trello.written import cards_of, one

SignIn = Callable[[Person], Client]


def finished(**fields: Any) -> trello.Json:
    card = trello.card(dueComplete=True, dateCompleted=THIRD, **fields)
    return trello.board(lists=[trello.a_list("Gedaan")], cards=[card], actions=[trello.comment(card, "Ja.", by="Ina")])


def test_a_card_says_that_it_was_finished_and_asks_for_its_result(lead: Client, opgave: Opgave) -> None:
    card = one(opgave, finished())
    address = f"/bord/opgaven/schulden/kaarten/{card.id}"
    seen = lead.get(address).text

    assert "Deze kaart was klaar op 3 maart 2026." in seen
    assert "Deze kaart is groter dan twee weken" not in seen
    assert "Klaar. Vertel het resultaat" in lead.get("/bord/opgaven/schulden").text
    assert 'value="2026-03-03"' in lead.get(f"{address}/rond-af").text


def test_its_history_says_what_happened_in_trello_and_when(lead: Client, opgave: Opgave) -> None:
    seen = lead.get(f"/bord/opgaven/schulden/kaarten/{one(opgave, finished()).id}").text

    for words in ("haalde de kaart uit Trello", "bracht een opmerking mee van Ina", "in Trello klaar"):
        assert words in seen
    assert "3 maart 2026 om 11:00" in seen, "10:00 in UTC"


def test_its_history_says_when_it_was_put_away(lead: Client, opgave: Opgave) -> None:
    raw = trello.board(lists=[trello.a_list("Te doen")], cards=[trello.card(closed=True, dateClosed=FIFTH)])
    seen = lead.get(f"/bord/opgaven/schulden/kaarten/{one(opgave, raw).id}").text

    assert "in Trello weggelegd" in seen
    assert "5 maart 2026 om 11:00" in seen


def test_what_was_finished_long_ago_is_in_nobodys_way(sign_in: SignIn, a: Builder, opgave: Opgave) -> None:
    ina = a.person("Ina Smit")
    raw = finished(idMembers=["lid-Ina Smit"])
    card = one(opgave, {**raw, "members": [trello.member("Ina Smit")]})

    assert card.owner == ina
    assert card.action not in sign_in(ina).get("/bord").text
    assert too_big(opgave) == []
    assert cards_in_hand(ina) == []


def test_an_imported_note_says_so_and_nobody_rewrites_it(sign_in: SignIn, a: Builder, opgave: Opgave) -> None:
    ina = a.member(opgave, name="Ina Smit")
    raw_card = trello.card()
    raw = trello.board(cards=[raw_card], actions=[trello.comment(raw_card, "Gebeld.", by="Ina Smit")])
    (note,) = notes(one(opgave, raw))
    client, address = sign_in(ina), f"/bord/opgaven/schulden/kaarten/{note.card_id}"
    seen = client.get(address).text

    assert (note.author, note.source) == (ina, "trello")
    assert "2 maart 2026 om 11:00 · uit Trello" in seen
    assert f'{address}/opmerkingen/{note.id}"' not in seen, "no way to change it"
    answer = client.post(f"{address}/opmerkingen/{note.id}", data={"text": "Anders"}, follow_redirects=True)
    assert "Het staat hier zoals het daar stond" in answer.text
    (card,) = cards_of(opgave)
    assert [each.text for each in notes(card)] == ["Gebeld."]


def test_a_label_with_a_comma_survives_the_form_of_its_card(lead: Client, opgave: Opgave) -> None:
    labels = [{"name": "Raad, college", "color": "red"}, {"name": "Spoed", "color": "blue"}]
    card = one(opgave, trello.board(cards=[trello.card(labels=labels)]))
    address = f"/bord/opgaven/schulden/kaarten/{card.id}"
    form = lead.opened(address)

    assert form["labels"] == '"Raad, college", Spoed'
    assert lead.post(address, data=form | {"action": "Bel de raad"}).status_code == 303
    (card,) = cards_of(opgave)
    assert (card.action, [label.name for label in card.labels]) == ("Bel de raad", ["Raad, college", "Spoed"])
