"""Building block 1: the worry that drives the work, signed, dated and asked again (seed 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.protocol import Block
from board.blocks.why import models as models
from board.blocks.why import queries, routes

block = Block(
    number=1,
    key="why",
    slug="waarom",
    title=_l("Waarom"),
    question=_l("Waar lig je wakker van?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
)
