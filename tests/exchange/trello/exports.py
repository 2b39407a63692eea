"""An export of a board of Trello, and a later one of the same board."""

from typing import Any

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.exchange.trello.plan.lists import guess
from board.exchange.trello.write import writing
from board.exchange.trello.write.proposal import ImportChoices, Proposal, propose
from tests.exchange.trello import trello
from tests.exchange.trello.written import bring_in, cards_of

TO_DO, DOING, DONE = trello.a_list("Te doen"), trello.a_list("Bezig"), trello.a_list("Gedaan")


def board(*cards: trello.Json, **fields: Any) -> trello.Json:
    return trello.board(id="bord-1", lists=[TO_DO, DOING, DONE], cards=list(cards), **fields)


def first(opgave: Opgave, raw: trello.Json) -> Card:
    """The one card of a board that came here, with all of it kept."""
    bring_in(opgave, raw)
    session.commit()
    return cards_of(opgave)[0]


def later(opgave: Opgave, raw: trello.Json, **answers: str) -> Proposal:
    """A later export, with what somebody chose on the card; all of it is kept."""
    read = trello.reading(raw)
    choices = ImportChoices(answers={raw["cards"][0]["id"]: answers} if raw["cards"] else {})
    found = propose(opgave, read, guess(read), choices)
    writing.write_all(opgave, found)
    session.commit()
    session.expire_all()
    return found
