"""A view that says no: what it wrote is dropped, and the page that says why shows what stands there now."""

from collections.abc import Callable

import pytest

from board.core.opgaven.cards import Card
from board.core.people.people import Person
from board.db import Refused, session
from board.team.board import routes
from tests.builders import Builder
from tests.client import Client


@pytest.mark.parametrize(("status", "answered"), [(409, 409), (200, 200), (None, 202)])
def test_what_was_written_is_dropped_before_the_page_is_drawn(
    a: Builder, sign_in: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch, status: int | None, answered: int
) -> None:
    card = a.card(a.opgave(), action="Bel tien mensen")
    member = sign_in(a.member(card.opgave))

    def refuse(*_move: object) -> Card:
        written = session.get_one(Card, card.id)
        written.action = "Bel niemand"
        session.flush()
        raise Refused(status, lambda: ({"action": session.get_one(Card, card.id).action}, 202))

    monkeypatch.setattr(routes, "move", refuse)
    sent = {"kaart": card.id, "van": card.place, "blok": "why"}
    answer = member.post(f"/bord/opgaven/{card.opgave.slug}/verplaats", data=sent)

    assert (answer.status_code, answer.get_json()) == (answered, {"action": "Bel tien mensen"})
    session.expire_all()
    assert card.action == "Bel tien mensen"
