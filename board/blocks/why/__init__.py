"""Building block 1: the worry that drives the work, signed, dated and asked again (seed 003)."""

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, Place, Waiting
from board.blocks.why import routes
from board.blocks.why.queries import heartbeats, reasons
from board.blocks.why.slots.review import evidence
from board.core.people.people import Person


def waits(person: Person, today: date) -> Sequence[Waiting]:
    """Where a heartbeat waits for this person; one query."""
    return (Waiting(Place.ASKED, heartbeats.heartbeats(person, today)),)


block = Block(
    number=1,
    key="why",
    slug="waarom",
    title=_l("Waarom"),
    question=_l("Waar lig je wakker van?"),
    routes=routes.index.bp,
    living_answer=heartbeats.living_answer,
    progress=heartbeats.progress,
    news=heartbeats.news,
    evidence=evidence,
    waits=waits,
    on_card=reasons.on_card,
)
