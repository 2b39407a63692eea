"""Building block 1: the worry that drives the work, signed, dated and asked again (seed 003)."""

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, Place, Waiting
from board.blocks.why import queries, reasons, routes
from board.blocks.why import showing as showing
from board.blocks.why import telling as telling
from board.blocks.why.evidence import evidence
from board.core.people.people import Person


def waits(person: Person, today: date) -> Sequence[Waiting]:
    """Where a heartbeat waits for this person; one query."""
    return (Waiting(Place.ASKED, queries.heartbeats(person, today)),)


block = Block(
    number=1,
    key="why",
    slug="waarom",
    title=_l("Waarom"),
    question=_l("Waar lig je wakker van?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
    news=queries.news,
    evidence=evidence,
    waits=waits,
    on_card=reasons.on_card,
)
