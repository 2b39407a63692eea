"""Building block 5: who can and wants to do this (seed 003)."""

from flask_babel import lazy_gettext as _l

from board.blocks.protocol import Block
from board.blocks.talents import queries, routes

block = Block(
    number=5,
    key="talents",
    slug="talenten",
    title=_l("Talenten"),
    question=_l("Wie kan en wil dit?"),
    routes=routes.bp,
    living_answer=queries.living_answer,
    progress=queries.progress,
)
