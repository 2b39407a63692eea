"""The little list of a card: its lines can be said better and put in another order, also by two people at once."""

import re
from collections.abc import Callable

import pytest

from board.core.opgaven.card_parts import CheckItem, add_check_items, checklist
from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.db import session as db
from tests.builders import Builder
from tests.client import Client
from tests.support.card_page import url

Enter = Callable[[Person], Client]


@pytest.fixture
def card(a: Builder) -> Card:
    made = a.card(a.opgave("Schulden"))
    add_check_items(made, ["Sleutel halen", "Bel de buurt", "Kijk terug"])
    db.commit()
    return made


@pytest.fixture
def client(a: Builder, card: Card, sign_in: Enter) -> Client:
    return sign_in(a.member(card.opgave))


def lines(card: Card) -> list[str]:
    return [item.text for item in checklist(card)]


def place(client: Client, card: Card, line: CheckItem, **beside: CheckItem) -> None:
    address = url(card, f"/lijstje/{line.id}")
    answer = client.post(f"{address}/plek", data={name: item.id for name, item in beside.items()})
    assert answer.location == url(card, f"?regel={line.id}#regel-{line.id}")


def test_a_line_goes_up_and_down_past_the_one_that_was_seen_there(client: Client, card: Card) -> None:
    key, call, look = checklist(card)

    place(client, card, look, voor=call)
    assert lines(card) == ["Sleutel halen", "Kijk terug", "Bel de buurt"]
    place(client, card, look, voor=call)  # pressed twice is done once
    assert lines(card) == ["Sleutel halen", "Kijk terug", "Bel de buurt"]
    place(client, card, key, na=look)
    assert lines(card) == ["Kijk terug", "Sleutel halen", "Bel de buurt"]
    place(client, card, key, na=key)
    assert lines(card) == ["Kijk terug", "Sleutel halen", "Bel de buurt"]


def test_two_people_at_once_both_get_what_they_asked(client: Client, card: Card) -> None:
    key, call, look = checklist(card)

    place(client, card, look, voor=call)  # both saw: key, call, look
    place(client, card, key, na=call)

    assert lines(card) == ["Kijk terug", "Bel de buurt", "Sleutel halen"]


def test_beside_a_line_that_a_colleague_took_away_nothing_moves(client: Client, card: Card) -> None:
    gone, look = (line.id for line in checklist(card)[1:])
    client.post(url(card, f"/lijstje/{gone}/weg"))

    answer = client.post(url(card, f"/lijstje/{look}/plek"), data={"voor": gone}, follow_redirects=True)

    assert "Een collega haalde deze regel weg." in answer.text
    assert lines(card) == ["Sleutel halen", "Kijk terug"]


def test_the_menu_of_the_line_that_moved_stays_open_and_the_ends_go_no_further(client: Client, card: Card) -> None:
    key, _call, look = checklist(card)

    page = client.get(url(card, f"?regel={look.id}")).text

    assert re.search(rf'id="meer-{look.id}"\s+open', page)
    assert not re.search(rf'id="meer-{key.id}"\s+open', page)
    assert f'id="op-{key.id}"' not in page
    assert f'id="neer-{look.id}"' not in page


def test_a_line_is_said_better_and_stays_ticked(client: Client, card: Card) -> None:
    key = checklist(card)[0]
    client.post(url(card, f"/lijstje/{key.id}"), data={"klaar": "1"})
    words = url(card, f"/lijstje/{key.id}/woorden")
    assert "Sleutel halen" in client.get(url(card, f"/lijstje/{key.id}")).text

    answer = client.post(words, data={"text": "Sleutel halen\nbij Ruth"})

    assert answer.location == url(card, "#lijstje")
    assert (key.text, key.done) == ("Sleutel halen bij Ruth", True)
    assert "werkte het lijstje bij" in client.get(url(card)).text
    assert client.post(words, data={"text": " \u200b"}).status_code == 422


def test_what_a_colleague_wrote_meanwhile_is_shown_and_asked(client: Client, card: Card) -> None:
    key = checklist(card)[0]
    words = url(card, f"/lijstje/{key.id}/woorden")
    mine = client.opened(words)
    client.post(words, data={"text": "Sleutel brengen"})

    waits = client.post(words, data=mine | {"text": "Sleutel maken", "sleutel": "nieuw"})

    assert waits.status_code == 409
    assert "Sleutel brengen" in waits.text
    assert "Sleutel maken" in waits.text
    assert key.text == "Sleutel brengen"


def test_words_for_a_line_that_is_gone_can_still_be_copied(client: Client, card: Card) -> None:
    line = url(card, f"/lijstje/{checklist(card)[0].id}")
    words = f"{line}/woorden"
    sent = client.opened(words) | {"text": "Sleutel bij Ruth"}
    client.post(f"{line}/weg")

    answer = client.post(words, data=sent)

    assert answer.status_code == 409
    assert "Een collega haalde dit net weg" in answer.text
    assert "Sleutel bij Ruth" in answer.text


def test_who_only_reads_along_orders_nothing(a: Builder, card: Card, sign_in: Enter) -> None:
    key, call, _look = checklist(card)
    reader = sign_in(a.reader(card.opgave))

    assert reader.post(url(card, f"/lijstje/{call.id}/plek"), data={"voor": key.id}).status_code == 403
    assert reader.post(url(card, f"/lijstje/{call.id}/woorden"), data={"text": "x"}).status_code == 403
    assert "ob-regelmenu" not in reader.get(url(card)).text
