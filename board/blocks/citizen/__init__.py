"""Building block 2: what the inwoner needs, in their own words, and what reaches us from outside (seeds 000, 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.citizen import routes
from board.blocks.citizen.queries import needs
from board.blocks.citizen.slots import card, leaving
from board.blocks.citizen.slots.measures import measures
from board.blocks.citizen.slots.review import evidence
from board.blocks.contract import Block

block = Block(
    number=2,
    key="citizen",
    slug="inwoner",
    title=_l("Inwoner"),
    question=_l("Waar heeft de inwoner behoefte aan?"),
    routes=routes.index.bp,
    living_answer=needs.living_answer,
    progress=needs.progress,
    news=needs.news,
    evidence=evidence,
    measures=measures,
    waits=card.waits,
    on_card=card.on_card,
    elsewhere=(routes.signals.bp,),
    ends=leaving.ends,
)
