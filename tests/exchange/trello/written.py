"""bring_in(opgave, raw), cards_of(opgave): an export on the board of an opgave, and what became of it."""

from typing import Any

from sqlalchemy import func, select

from board.core.opgaven.cards import Card
from board.core.opgaven.opgaven import Opgave
from board.db import session
from board.exchange.trello.plan.lists import ListMapping, guess
from board.exchange.trello.plan.plan import Plan
from board.exchange.trello.write import writing
from tests.exchange.trello import trello


def bring_in(opgave: Opgave, raw: trello.Json, mapping: ListMapping | None = None) -> Plan:
    board = trello.reading(raw)
    return writing.import_board(opgave, board, mapping or guess(board))


def cards_of(opgave: Opgave) -> list[Card]:
    session.expire_all()
    return list(session.scalars(select(Card).where(Card.opgave_id == opgave.id).order_by(Card.position)))


def one(opgave: Opgave, raw: trello.Json) -> Card:
    bring_in(opgave, raw)
    (card,) = cards_of(opgave)
    return card


def how_many(*models: Any) -> list[int]:
    return [session.scalar(select(func.count()).select_from(model)) or 0 for model in models]
