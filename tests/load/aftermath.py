"""What must be true afterwards, read in the database itself."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Engine, String, cast, func, or_, select

from board import db
from board.core.opgaven.card_parts import CardNote
from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.lessons import Lesson
from board.core.opgaven.results import Result
from board.core.record.history import Change
from board.db import session
from tests.load.editor import Written


def wrongs(engine: Engine, written: Iterable[Written]) -> list[str]:
    """Each promise that was broken, in a sentence; none is well."""
    with db.opened(engine):
        return [
            *(f"accepted and nowhere: {one.verb} “{one.words}”" for one in written if not _stands(one.words)),
            *_order(),
            *_results(),
        ]


def _stands(words: str) -> bool:
    """Whether these words stand in a thing, or in the history of one."""
    places = (Card.action, Card.citizen_result, Card.description, CardNote.text, Result.sentence, Lesson.text)
    if any(session.scalar(select(func.count()).where(place == words)) for place in places):
        return True
    kept = cast(Change.fields, String).contains(words, autoescape=True)
    return bool(session.scalar(select(func.count()).select_from(Change).where(kept)))


def _order() -> Iterable[str]:
    rows = session.execute(select(Card.opgave_id, Card.position)).all()
    for (opgave, position), number in Counter((row[0], row[1]) for row in rows).items():
        if number > 1:
            yield f"{number} cards of opgave {opgave} stand at {position}"


def _results() -> Iterable[str]:
    without = select(Card.id).where(Card.state == CardState.DONE, Card.result_id.is_(None))
    yield from (f"card {number} is done without a result" for number in session.scalars(without))
    laid = select(Card.result_id).where(Card.state == CardState.DONE, Card.result_id.is_not(None))
    public = select(Result.id).where(Result.published_at.is_not(None), Result.withdrawn_at.is_(None))
    wrong = public.where(or_(Result.laid.is_(False), Result.id.not_in(laid)))
    yield from (f"result {number} is public and not laid" for number in session.scalars(wrong))
    twice = select(Card.result_id).where(Card.result_id.is_not(None)).group_by(Card.result_id).having(func.count() > 1)
    yield from (f"result {number} lies on two cards" for number in session.scalars(twice))
