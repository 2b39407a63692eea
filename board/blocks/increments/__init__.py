"""Building block 3: keep it small, and stack it up to something big (source 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block
from board.blocks.increments import routes
from board.blocks.increments.slots import board, card, review, today

block = Block(
    number=3,
    key="increments",
    slug="klein",
    title=_l("Klein"),
    question=_l("Wat kan deze week al?"),
    routes=routes.index.bp,
    living_answer=board.living_answer,
    progress=review.progress,
    news=review.count_new,
    evidence=review.evidence,
    measures=review.measures,
    waits=today.items,
    on_card=card.section,
)
