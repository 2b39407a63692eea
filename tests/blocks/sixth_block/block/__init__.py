"""Building block 6, of a test: what the neighbourhood does itself."""

from board.blocks.answers import SearchKind
from board.blocks.contract import AuditSlot, Block, CardSlot, ReviewSlot, TodaySlot

from . import routes
from .labels import HISTORY
from .slots import card, review, search, today

block = Block(
    number=6,
    key="neighbours",
    slug="buurt",
    title="Buurt",
    question="Wat doet de buurt zelf?",
    routes=(routes.index.bp,),
    review=ReviewSlot(progress=review.progress, count_new=review.count_new, evidence=review.evidence),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
    audit=AuditSlot(history=HISTORY),
    search=(SearchKind("visit", "bezoeken", "bezoek", "bezoeken", "Bezoeken", search.leads),),
)
