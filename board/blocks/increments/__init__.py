"""Building block 3: keep it small, and stack it up to something big (seed 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block
from board.blocks.increments import big_results as big_results
from board.blocks.increments import models as models
from board.blocks.increments import queries, routes
from board.blocks.increments.evidence import evidence
from board.blocks.increments.measures import measures
from board.blocks.increments.on_card import on_card

block = Block(
    number=3,
    key="increments",
    slug="klein",
    title=_l("Klein"),
    question=_l("Wat kan deze week al?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
    news=queries.news,
    evidence=evidence,
    measures=measures,
    waits=queries.waits,
    on_card=on_card,
)
