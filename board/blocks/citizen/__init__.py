"""Building block 2: what the inwoner needs, in their own words, and what reaches us from outside (sources 000, 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.citizen import routes
from board.blocks.citizen.slots import board, card, leaving, review, today
from board.blocks.contract import Block

block = Block(
    number=2,
    key="citizen",
    slug="inwoner",
    title=_l("Inwoner"),
    question=_l("Waar heeft de inwoner behoefte aan?"),
    routes=routes.index.bp,
    living_answer=board.living_answer,
    progress=review.progress,
    news=review.count_new,
    evidence=review.evidence,
    measures=review.measures,
    waits=today.items,
    on_card=card.section,
    elsewhere=(routes.signals.bp,),
    ends=leaving.let_go,
)
