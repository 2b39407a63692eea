"""Once is once: which forms arrived, so that a form that arrives again makes nothing again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import String, bindparam, delete, select, text
from sqlalchemy.orm import Mapped, mapped_column

from board.core.opgaven.cards import Card, CardState
from board.core.opgaven.noted import Noted
from board.core.opgaven.results import Result
from board.core.record.history import BIG, Audited, Change, this_step
from board.core.record.weeks import now
from board.db import Base, session
from board.db.moments import UtcDateTime

# Longer than a form stays open over a weekend's Friday and Saturday; who sends it later meant it.
REMEMBERED = timedelta(days=2)


class Sent(Base):
    """A form that arrived and made something. It is written in the transaction of what it made."""

    __tablename__ = "sent"

    # Of the form's own key, who sent it, where to, and what stood in it.
    fingerprint: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now, index=True)
    # What it did, by its number in the history.
    step: Mapped[int | None] = mapped_column(BIG)
    # The address to which its answer led; empty when that was a part of a page.
    led_to: Mapped[str] = mapped_column(String(1000), default="")


ARRIVES = text(
    "INSERT INTO sent (fingerprint, at, step, led_to) VALUES (:fingerprint, :at, :step, '') "
    "ON CONFLICT DO NOTHING RETURNING fingerprint"
).bindparams(bindparam("at", type_=UtcDateTime()))
LED_TO = text("UPDATE sent SET led_to = :led_to WHERE fingerprint = :fingerprint")


def arrive(fingerprint: str) -> Sent | None:
    """A form arrives: None when there is work to do, and the first one when what that made still stands.

    Of two that arrive at the same moment the second waits here until the first is done.
    """
    step = this_step(session())
    row = {"fingerprint": fingerprint, "at": now(), "step": step}
    if session.connection().scalar(ARRIVES, row) is not None:
        return None
    query = select(Sent).where(Sent.fingerprint == fingerprint)
    first = session.scalars(query.with_for_update().execution_options(populate_existing=True)).one()
    if _still_stands(first):
        return first
    first.step, first.led_to = step, ""
    return None


def settle(fingerprint: str, led_to: str) -> None:
    """The form did its work: remember where it led."""
    if led_to:
        session.connection().execute(LED_TO, {"fingerprint": fingerprint, "led_to": led_to[:1000]})


def forget_old() -> None:
    """Throw away what nobody sends again."""
    session.execute(delete(Sent).where(Sent.at < now() - REMEMBERED))


def _still_stands(first: Sent) -> bool:
    """Whether something that the form made is still there: what was taken back may be made again."""
    made = session.scalars(select(Change).where(Change.step == first.step, Change.verb == "made")).all()
    # A result is told again on the same card; so what was sent counts only while it still says just that.
    results = [change for change in made if change.kind == Result.__tablename__]
    return any(_is_there(change) for change in results or made)


def _is_there(change: Change) -> bool:
    thing = session.get(_kinds()[change.kind], change.thing_id)
    if isinstance(thing, Card):
        return thing.state is not CardState.STOPPED
    if isinstance(thing, Result):
        return thing.laid and thing.version == change.version
    return thing is not None and not (isinstance(thing, Noted) and thing.removed_at is not None)


@cache
def _kinds() -> dict[str, type[Any]]:
    """What the history knows, by the name of its table."""
    models: Iterable[Any] = (mapper.class_ for mapper in Base.registry.mappers)
    return {model.__tablename__: model for model in models if issubclass(model, Audited)}
