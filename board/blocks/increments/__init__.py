"""Building block 3: keep it small, and stack it up to something big (source 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block, BoardSlot, CardSlot, ReviewSlot, TodaySlot
from board.blocks.increments import routes
from board.blocks.increments.slots import board, card, review, today

block = Block(
    number=3,
    key="increments",
    slug="klein",
    title=_l("Klein"),
    question=_l("Wat kan deze week al?"),
    routes=(routes.index.bp,),
    icon="blok-3",
    takes_new_cards=True,
    board=BoardSlot(living_answer=board.living_answer),
    review=ReviewSlot(
        progress=review.progress,
        count_new=review.count_new,
        evidence=review.evidence,
        measures=review.measures,
    ),
    today=TodaySlot(items=today.items),
    card=CardSlot(section=card.section),
)
