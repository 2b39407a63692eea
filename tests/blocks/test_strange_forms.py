"""What a browser never sends and somebody may send anyway: an answer in words, and nothing breaks."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import CardState
from board.core.people.people import Person
from tests.builders import Builder
from tests.client import Client

SignIn = Callable[[Person], Client]
WIDE = "\u2003" * 50


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/bord/signalen/nieuw", {"text": "Vraag", "kind": " "}),
        ("/bord/signalen/nieuw", {"text": "Vraag", "opgave": " "}),
        ("/bord/signalen/nieuw", {"text": "Vraag", "heard_where": WIDE}),
        ("/bord/opgaven/{slug}/inwoner", {"text": "Vraag", "heard_where": WIDE}),
        ("/bord/opgaven/{slug}/waarom/verhalen", {"story": "Verhaal", "heard_where": WIDE}),
        ("/bord/opgaven/{slug}/leiderschap/besluiten", {"decision": "Wij stoppen.", "decided_on": "gisteren"}),
    ],
)
def test_a_choice_that_is_no_choice_is_asked_again(
    address: str, data: dict[str, str], a: Builder, sign_in: SignIn
) -> None:
    opgave = a.opgave()

    assert sign_in(a.lead(of=opgave)).post(address.format(slug=opgave.slug), data=data).status_code == 422


def test_a_why_of_blanks_is_no_why(a: Builder, sign_in: SignIn) -> None:
    opgave = a.opgave()
    card, client = a.card(opgave, state=CardState.DOING), sign_in(a.lead(of=opgave))

    answer = client.post(
        f"/bord/opgaven/{opgave.slug}/waarom/kaarten/{card.id}", data={"waarom": " "}, follow_redirects=True
    )

    assert "Kies eerst een zorg of een verhaal." in answer.text


def test_a_nul_in_the_address_finds_no_lesson(a: Builder, sign_in: SignIn) -> None:
    assert sign_in(a.person()).get("/bord/geleerd?opgave=%00").status_code == 200
