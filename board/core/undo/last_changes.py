"""Who changed what last: the history knows, and a colleague deserves to be named."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import or_, select

from board.core.people.people import Person
from board.core.record.history import Change
from board.db import session

ENOUGH = 50


def changed_by(things: Collection[Any], columns: Collection[str]) -> dict[str, Person]:
    """By column, who changed it last on one of these things. One query; a column that nobody changed is not there."""
    if not things:
        return {}
    about = [(Change.kind == type(thing).__tablename__) & (Change.thing_id == thing.id) for thing in things]
    query = select(Change.fields, Person).join(Person, Person.id == Change.person_id).where(or_(*about))
    found: dict[str, Person] = {}
    for fields, person in session.execute(query.order_by(Change.id.desc()).limit(ENOUGH)):
        for name in fields.keys() & set(columns):
            found.setdefault(name, person)
    return found
