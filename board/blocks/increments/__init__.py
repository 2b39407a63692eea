"""Building block 3: keep it small, and stack it up to something big (seed 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.contract import Block
from board.blocks.increments import routes
from board.blocks.increments.queries import bricks
from board.blocks.increments.slots.card import on_card
from board.blocks.increments.slots.measures import measures
from board.blocks.increments.slots.review import evidence

block = Block(
    number=3,
    key="increments",
    slug="klein",
    title=_l("Klein"),
    question=_l("Wat kan deze week al?"),
    routes=routes.index.bp,
    living_answer=bricks.living_answer,
    progress=bricks.progress,
    news=bricks.news,
    evidence=evidence,
    measures=measures,
    waits=bricks.waits,
    on_card=on_card,
)
