"""A team with a board, in an app with connections of its own."""

from flask import Flask
from sqlalchemy import func, select

from board import db
from board.core.opgaven.cards import Card
from tests.builders import Builder

CARD = {"action": "Bel de tien", "blok": "increments", "block": "increments"}


def team_of(app: Flask) -> tuple[int, str]:
    """Somebody in a team: the number of the person, and the address where a card is made."""
    with db.transaction(app.extensions["engine"]) as session:
        a = Builder()
        opgave = a.opgave()
        ruth = a.member(opgave)
        session.flush()
        return ruth.id, f"/bord/opgaven/{opgave.slug}/kaarten/nieuw"


def cards(app: Flask) -> int:
    with db.opened(app.extensions["engine"]) as session:
        return session.scalar(select(func.count()).select_from(Card)) or 0
