"""Building block 2: what the inwoner needs, in their own words, and what reaches us from outside (seeds 000, 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.citizen import asking, queries, routes
from board.blocks.citizen.evidence import evidence
from board.blocks.citizen.measures import measures
from board.blocks.citizen.signals import leaving
from board.blocks.citizen.signals import routes as signals
from board.blocks.citizen.signals import steps as steps
from board.blocks.contract import Block

block = Block(
    number=2,
    key="citizen",
    slug="inwoner",
    title=_l("Inwoner"),
    question=_l("Waar heeft de inwoner behoefte aan?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
    news=queries.news,
    evidence=evidence,
    measures=measures,
    waits=asking.waits,
    on_card=asking.on_card,
    elsewhere=(signals.bp,),
    ends=leaving.ends,
)
