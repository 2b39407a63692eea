"""When it all happened: the history of the demo as its teams would have made it, step by step."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import insert, select, update

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.noted import Noted
from board.core.people.people import Person
from board.core.record.history import Change, as_json
from board.db import Base, session
from board.demo.opgave import OpgaveLoader

# How many days cards stand in a state, in turn.
DAYS = {CardState.IDEA: (2, 12, 5, 16, 9), CardState.PLANNED: (3, 1, 5, 2), CardState.DOING: (3, 5, 2, 8, 4, 6)}
# Through what a card came to stand where it stands.
BEFORE = {
    CardState.IDEA: (),
    CardState.PLANNED: (CardState.IDEA,),
    CardState.STOPPED: (CardState.IDEA, CardState.PLANNED),
    CardState.DOING: (CardState.IDEA, CardState.PLANNED),
    CardState.DONE: (CardState.IDEA, CardState.PLANNED, CardState.DOING),
}


def load(opgaven: Mapping[str, OpgaveLoader], _people: Mapping[str, Person], _today: date) -> None:
    """All came in one go. Spread that over the weeks in which it happened."""
    session.flush()
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Noted):
            _as_noted(mapper.class_)
    later: list[dict[str, Any]] = []
    for loader in opgaven.values():
        changes = _of_cards(loader)
        for turn, card in enumerate(loader.cards.values()):
            later += _spread(changes[card.id], card, turn)
    session.flush()
    session.execute(insert(Change), later)


def _as_noted(kind: Any) -> None:
    """What was noted on a day, was written down then."""
    noted = select(kind.noted_at).where(kind.id == Change.thing_id).scalar_subquery()
    session.execute(update(Change).where(Change.kind == kind.__tablename__).values(at=noted))


def _of_cards(loader: OpgaveLoader) -> dict[int, list[Change]]:
    """The changes by card, each card itself first."""
    kinds = Change.kind.in_(["card", "check_item", "reason"])
    found: dict[int, list[Change]] = {}
    for change in session.scalars(
        select(Change).where(Change.opgave_id == loader.opgave.id, kinds).order_by(Change.id)
    ):
        found.setdefault(change.card_id or 0, []).append(change)
    return found


def _spread(changes: list[Change], card: Card, turn: int) -> Iterator[dict[str, Any]]:
    """The card was made as its first state, on its first day; yields what came after."""
    moments, made = _moments(card, turn), changes[0]
    for change in changes:
        change.at = moments[0][1]
    result = {name: pair for name, pair in made.fields.items() if name == "result_id"}
    kept = {name: pair for name, pair in made.fields.items() if name not in result}
    made.fields = kept | _entered(None, moments[0])
    of = {"kind": "card", "thing_id": card.id, "card_id": card.id, "opgave_id": made.opgave_id, "verb": "changed"}
    for before, now in pairwise(moments):
        told = _entered(before, now) | (result if now[0] is CardState.DONE else {})
        yield of | {"fields": told, "person_id": card.owner_id, "at": now[1]}


Moment = tuple[CardState, datetime]


def _entered(before: Moment | None, now: Moment) -> dict[str, Any]:
    was, since = before or (None, None)
    return {"state": [as_json(was), as_json(now[0])], "state_since": [as_json(since), as_json(now[1])]}


def _moments(card: Card, turn: int) -> list[Moment]:
    """Each state that the card had, with its first moment; the last is the one of now."""
    found = [(card.state, card.state_since.astimezone(UTC))]
    for state in reversed(BEFORE[card.state]):
        days = DAYS[state][turn % len(DAYS[state])]
        found.insert(0, (state, found[0][1] - timedelta(days=days)))
    return found
