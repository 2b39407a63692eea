"""A later export of very many cards updates them in more than one go; pressing on does the rest."""

from itertools import count

import pytest

from board.core.opgaven.opgaven import Opgave
from board.db import batches, session
from board.exchange.models import Upload
from board.exchange.trello.routes import imports
from tests.client import Client
from tests.exchange.trello import trello
from tests.exchange.trello.exports import board
from tests.exchange.trello.page_updates import bring, chosen_file
from tests.exchange.trello.written import cards_of, how_many


def test_pressing_on_updates_the_rest(lead: Client, opgave: Opgave, monkeypatch: pytest.MonkeyPatch) -> None:
    cards = [trello.card(f"Bel {number}") for number in range(8)]
    bring(lead, opgave, board(*cards))
    address = chosen_file(lead, opgave, board(*({**card, "name": f"{card['name']} nu"} for card in cards)))
    clock, done = count(step=imports.SECONDS), list[int]()
    monkeypatch.setattr(batches, "PART", 10)
    monkeypatch.setattr(batches, "monotonic", lambda: next(clock))

    answer = lead.post(address)
    while "/bezig" in (answer.location or "") and len(done) < 20:
        assert lead.get(answer.location).status_code == 200
        session.expire_all()
        done.append(sum(card.action.endswith("nu") for card in cards_of(opgave)))
        answer = lead.post(address, data={"verder": "1"})

    session.expire_all()
    assert done == sorted(done)
    assert len(done) > 1
    assert all(card.action.endswith("nu") for card in cards_of(opgave))
    assert how_many(Upload) == [0]
    assert "/verslag/" in (answer.location or "")
