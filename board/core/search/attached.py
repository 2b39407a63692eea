"""The words that hang on a thing: notes, checklist lines and labels on a card, what is on the photo of a result."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, bindparam, inspect, union_all
from sqlalchemy.orm import Session

from board.core.record.searchable import Attached, Findable
from board.db import Base

# A thing by what it is found as, and its number.
Thing = tuple[str, int]


@cache
def attached_to(kind: str) -> list[type[Any]]:
    """The models of which words hang on things of this kind."""
    models = (mapper.class_ for mapper in Base.registry.mappers)
    return [model for model in models if issubclass(model, Attached) and model.__found_on__ == kind]


@cache
def _question(kind: str) -> CompoundSelect[int, str] | None:
    """What hangs on the things of this kind with the numbers that are given; made once."""
    asked = [model.words_on_things() for model in attached_to(kind)]
    numbers: BindParameter[int] = bindparam("numbers", expanding=True)
    return union_all(*(query.where(query.selected_columns[0].in_(numbers)) for query in asked)) if asked else None


def words_on(session: Session, things: Collection[Thing]) -> Mapping[Thing, list[str]]:
    """The words that hang on these things now. One question for each kind that can have any."""
    found: dict[Thing, list[str]] = defaultdict(list)
    for kind in sorted({kind for kind, _number in things}):
        question, numbers = _question(kind), [number for of_kind, number in things if of_kind == kind]
        if question is not None:
            for number, text in session.connection().execute(question, {"numbers": numbers}):
                found[kind, number].append(text)
    return found


def touched(session: Session) -> set[Thing]:
    """The things of which the attached words change in this flush."""
    made_or_gone = [thing for thing in (*session.new, *session.deleted) if isinstance(thing, Attached)]
    changed = [thing for thing in session.dirty if isinstance(thing, Attached) and has_changed(thing)]
    owners = ((thing.__found_on__, thing.attached_words[0]) for thing in (*made_or_gone, *changed))
    return {(kind, number) for kind, number in owners if number is not None}


def has_lists(thing: Findable) -> bool:
    """Whether a new thing came with something in the collections of which it has words."""
    return any(thing.__dict__.get(name) for name in thing.__lists_with_words__)


class FieldRecorder:
    """Stands in for a thing while its words are read, and remembers from which fields they came."""

    def __init__(self, thing: object) -> None:
        self.thing, self.fields = thing, set[str]()

    def __getattr__(self, name: str) -> Any:
        self.fields.add(name)
        return getattr(self.thing, name)


def has_changed(thing: Any, properties: Iterable[str] = ("attached_words",), fields: Iterable[str] = ()) -> bool:
    """Whether a field changed from which these properties come, or one of these fields."""
    reading, attributes = FieldRecorder(thing), inspect(thing).attrs
    for name in properties:
        getattr(type(thing), name).fget(reading)
    read = reading.fields | {name for name in fields if name in attributes}
    return any(name not in attributes or attributes[name].history.has_changes() for name in read)
