"""Building block 1: the worry that drives the work, signed, dated and asked again (source 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import AuditSlot, Block, BoardSlot, CardSlot, ReviewSlot, TodaySlot
from board.blocks.why import routes
from board.blocks.why.labels import HISTORY
from board.blocks.why.slots import board, card, review, today

block = Block(
    number=1,
    key="why",
    slug="waarom",
    title=_l("Waarom"),
    question=_l("Waar lig je wakker van?"),
    routes=(routes.index.bp,),
    icon="blok-1",
    board=BoardSlot(living_answer=board.living_answer),
    review=ReviewSlot(
        progress=review.progress,
        count_new=review.count_new,
        evidence=review.evidence,
    ),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
    audit=AuditSlot(history=HISTORY),
)
